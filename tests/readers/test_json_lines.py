from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.readers import read_stream
from greffier.article.readers.limits import MAX_DOCUMENT, MAX_LINE, MAX_TEXT
from greffier.records import Failure, ProblemCode


def read(data, name="a.jsonl"):
    return list(read_stream(io.BytesIO(data if isinstance(data, bytes) else data.encode()), name))


def test_our_keys():
    row = {
        "id": "a1", "text": "Oui.", "title": "T", "url": "https://ex.org", "publisher": "Journal", "published": "2014-01-02",
        "bylines": ["Anne Martin", "Luc Petit"], "language": "fr", "page": 3, "tags": ["x", "é"], "nothing": None,
    }  # fmt: skip
    (document,) = read(json.dumps(row))
    told = document.given
    assert (document.content, document.markup, document.origin.uri, document.origin.format) == ("Oui.", False, "a.jsonl#a1", "jsonl")
    assert (told.id, told.title, told.url, told.publisher, told.published) == ("a1", "T", "https://ex.org", "Journal", "2014-01-02")
    assert (told.bylines, told.language) == (("Anne Martin", "Luc Petit"), "fr")
    assert document.origin.fields == {"page": "3", "tags": '["x", "é"]'}


def test_the_keys_of_trafilatura():
    row = {
        "title": "T", "author": "Anne Martin; Luc Petit", "hostname": "ex.org", "date": "2014-01-02", "fingerprint": "47", "id": None,
        "raw_text": "Oui. Non.", "text": "Oui.\nNon.", "language": "fr",
        "source": "https://ex.org/a", "source-hostname": "Journal", "tags": "",
    }  # fmt: skip
    (document,) = read(json.dumps(row))
    told = document.given
    assert (document.content, document.origin.uri) == ("Oui.\nNon.", "a.jsonl#line-1")
    assert (told.publisher, told.url, told.published) == ("Journal", "https://ex.org/a", "2014-01-02")
    assert told.bylines == ("Anne Martin", "Luc Petit")
    assert document.origin.fields == {"hostname": "ex.org", "fingerprint": "47"}


def test_a_record_of_our_own_is_no_article():
    (failure,) = read('{"schema": "greffier.article/1", "text": "Oui."}')
    assert "greffier show" in failure.detail


def test_html_is_markup():
    (document,) = read('{"html": "<p>Oui</p>"}')
    assert (document.content, document.markup) == ("<p>Oui</p>", True)


def test_a_bad_line_is_named_and_the_others_come_out():
    readings = read('{"id": 1, "text": "Un"}\n{"id": 2, "text": "Deux"}\n{"id": 3, "text": \n{"id": 4, "text": "Quatre"}\n')
    assert [r.content for r in readings if not isinstance(r, Failure)] == ["Un", "Deux", "Quatre"]
    (failure,) = (r for r in readings if isinstance(r, Failure))
    assert (failure.uri, failure.place, failure.code) == ("a.jsonl", "line 3", ProblemCode.INPUT_UNREADABLE)


@pytest.mark.parametrize(
    "line",
    [
        "[1]", "3", '"x"', "null", "{}", '{"id": 1}', '{"text": ""}', '{"text": "  "}', '{"text": 3}', '{"text": ["a"]}', '{"text": "cut',
        "[" * 200_000, '{"text":' * 100_000, "<p>", "\u0000\u0001", '{"text": "a"} {"text": "b"}',
    ],
    ids=lambda line: line[:20],
)  # fmt: skip
def test_lines_that_hold_no_article(line):
    readings = read(f'{{"text": "Un"}}\n{line}\n{{"text": "Trois"}}\n')
    assert [type(r).__name__ for r in readings] == ["RawDocument", "Failure", "RawDocument"]
    assert readings[1].place == "line 2"


def test_empty_lines_count_but_are_no_failures():
    readings = read('\n{"text": "Un"}\r\n\n   \n{"text": "Deux"}')
    assert [r.origin.uri for r in readings] == ["a.jsonl#line-2", "a.jsonl#line-5"]


def test_a_line_of_50_megabytes_is_told_and_the_next_one_read():
    readings = read(b'{"text": "' + b"a" * (50 << 20) + b'"}\n{"text": "Deux"}\n')
    assert [type(r).__name__ for r in readings] == ["Failure", "RawDocument"]
    assert (readings[0].code, readings[0].place) == (ProblemCode.TEXT_TOO_LONG, "line 1")


def test_a_text_that_is_too_long_is_cut_and_told():
    (document,) = read(json.dumps({"text": "mot " * MAX_TEXT}))
    assert 0.99 * MAX_TEXT < len(document.content) <= MAX_TEXT
    assert [problem.code for problem in document.problems] == [ProblemCode.TEXT_TOO_LONG]


def test_a_page_that_is_too_long_is_cut_and_told():
    (document,) = read(json.dumps({"html": "<p>mot</p> " * (MAX_DOCUMENT // 8)}))
    assert 0.99 * MAX_DOCUMENT < len(document.content) <= MAX_DOCUMENT < MAX_LINE


def test_lone_surrogates_and_nul_characters_are_told():
    (document,) = read(r'{"text": "Le \ud83d préfet\u0000 \ud83d\ude00", "title": "\udc00"}')
    assert document.content == "Le \ufffd préfet 😀"
    assert {problem.code for problem in document.problems} == {ProblemCode.CONTROL_CHARACTERS, ProblemCode.ENCODING_DOUBTFUL}
    assert document.given.title == "\ufffd"


def test_right_to_left_text_stays_as_it_is():
    text = "Il a dit « \u202bقال الوزير\u202c » à Alger."
    (document,) = read(json.dumps({"text": text}))
    assert (document.content, document.problems) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-be"])
def test_encodings(encoding):
    data = '{"text": "Le préfet a démenti à Nîmes"}\n{"text": "L’été"}\n'.encode(encoding)
    assert [document.content for document in read(data)] == ["Le préfet a démenti à Nîmes", "L’été"]


def test_a_json_file_of_one_article_or_a_list():
    one = json.dumps({"text": "Un"}, indent=2)
    assert [r.content for r in read(one, "a.json")] == ["Un"]
    assert [r.content for r in read(f"[{one}, {one}]", "a.json")] == ["Un", "Un"]
    assert [r.content for r in read('{"text": "Un"}\n{"text": "Deux"}\n', "a.json")] == ["Un", "Deux"]
    assert [type(r).__name__ for r in read("[3]", "a.json")] == ["Failure"]
    assert [type(r).__name__ for r in read('{"text": ', "a.json")] == ["Failure"]


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_value_under_any_key_raises_nothing(value):
    row = {"id": value, "text": "Un", "bylines": value, "title": value, "autre": value}
    (document,) = read(json.dumps(row))
    assert document.content == "Un"
