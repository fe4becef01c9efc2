from __future__ import annotations

import io

import pytest

from greffier.article.readers import read_stream
from greffier.article.readers.limits import MAX_LINE
from greffier.records import Failure, ProblemCode


def read(data, name="a.csv"):
    return list(read_stream(io.BytesIO(data if isinstance(data, bytes) else data.encode()), name))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_text_column_is_found_by_name(delimiter):
    header = delimiter.join(["id", "Titre", "Texte", "date", "auteur", "rubrique"])
    row = delimiter.join(["a1", "Oui", '"Non, dit-il ; c\'est | fini.\n\nEncore."', "2014-01-02", "Anne Martin", "Une"])
    (document,) = read(f"{header}\n{row}\n")
    assert document.content == "Non, dit-il ; c'est | fini.\n\nEncore."
    assert document.origin.uri == "a.csv#a1"
    assert document.origin.fields == {"rubrique": "Une"}
    assert (document.given.title, document.given.published) == ("Oui", "2014-01-02")
    assert document.given.bylines[0] == "Anne Martin"
    assert not document.markup


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_encodings(encoding):
    data = "id,text\n1,Le préfet a démenti à Nîmes\n2,L’été\n".encode(encoding)
    assert [document.content for document in read(data)] == ["Le préfet a démenti à Nîmes", "L’été"]


def test_the_columns_of_minet():
    header = "url,canonical_url,title,content,author,date,sitename"
    (document,) = read(f"{header}\nhttps://t.co/x,https://ex.org/a,T,Le texte.,Anne Martin,2020-01-02,Le Quotidien\n")
    given = document.given
    assert (given.url, given.publisher, given.bylines) == ("https://t.co/x", "Le Quotidien", ("Anne Martin",))
    assert document.origin.fields == {"canonical_url": "https://ex.org/a"}


def test_a_page_in_a_column():
    (document,) = read('url,body\nhttps://ex.org,"<!doctype html><html><body><p>Oui</p></body></html>"\n')
    assert document.markup


def test_rows_that_cannot_be_read_cost_themselves():
    data = 'id,text\n1,Un\n2,Deux,trop\n3,\n"4,Quatre\n5,Cinq\n\n6,"Six"\n'
    readings = read(data)
    assert [r.content for r in readings if not isinstance(r, Failure)] == ["Un", "Cinq", "Six"]
    assert [r.place for r in readings if isinstance(r, Failure)] == ["line 3", "line 4", "line 5"]


def test_many_quotation_marks_that_do_not_close_end_soon():
    data = "id,text\n" + '1,"x\n' * 3001 + "2,Fin\n"
    readings = read(data)
    assert len(readings) >= 2


def test_a_row_that_is_too_long_is_told():
    readings = read(b"id,text\n1," + b"a" * (MAX_LINE + 10) + b"\n2,Deux\n")
    assert [type(r).__name__ for r in readings] == ["Failure", "RawDocument"]
    assert (readings[0].place, readings[0].code) == ("line 2", ProblemCode.TEXT_TOO_LONG)


def test_a_table_without_a_text_column():
    (failure,) = read("id,name\n1,x\n")
    assert "id, name" in failure.detail
