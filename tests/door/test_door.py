from __future__ import annotations

import pytest

import greffier
from greffier import door
from greffier.errors import InputError
from greffier.records import Article, Given, Origin, RawDocument

SENTENCE = "La préfète a annoncé vendredi que le pont rouvrirait lundi."


@pytest.fixture(autouse=True)
def one_parser(monkeypatch, analyzer):
    """The session's analyser, so that nothing is loaded twice."""
    monkeypatch.setattr(door, "_analyzer", lambda _: analyzer)


def test_a_string_is_a_text():
    article = greffier.read(SENTENCE, published="2016-10-28")
    assert isinstance(article, Article)
    assert [s.content[0].quote for s in article.statements] == ["que le pont rouvrirait lundi"]
    assert article.metadata.published.edtf == "2016-10-28"


def test_a_string_that_names_a_file_is_a_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    assert greffier.read(str(path)).text == greffier.read(path).text == SENTENCE
    assert greffier.read(path).origin.uri == str(path)


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="nowhere"):
        greffier.read(tmp_path / "nowhere.txt")


def test_a_file_without_articles_is_named(tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="empty"):
        greffier.read(path)


def test_a_raw_document_is_analysed():
    raw = RawDocument(origin=Origin(uri="x:", format="text"), content=SENTENCE, given=Given(publisher="Le Fil"))
    assert greffier.analyze(raw).metadata.publisher == "Le Fil"


def test_the_notebook_shows_text_and_statements():
    shown = greffier.read(SENTENCE)._repr_html_()
    assert "La préfète" in shown
    assert "announce" in shown


def test_names_that_greffier_does_not_have_are_refused():
    with pytest.raises(AttributeError, match="nothing"):
        _ = greffier.nothing
