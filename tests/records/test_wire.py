from __future__ import annotations

import json

import jsonschema
import pytest

from greffier.errors import OffsetError, RecordError
from greffier.records import Article, GeneratedBy, Metadata, Mode, Origin, Span, Statement, Title
from greffier.records.wire import decode, encode, json_schema, offset_violations

TEXT = "« Oui », a dit Luc."
ARTICLE = Article(
    id="0" * 16,
    origin=Origin(uri="a.txt", format="text"),
    text=TEXT,
    text_sha256="x",
    metadata=Metadata(title=Title(given="Oui")),
    statements=(Statement(id="s1", content=(Span.of(TEXT, 2, 5),), mode=Mode.DIRECT, cue=Span.of(TEXT, 9, 14), rule="r", score=0.5),),
    generated_by=GeneratedBy(greffier="0", language_pack=None, parser=None),
)


def test_what_is_written_is_read_back():
    assert decode(encode(ARTICLE)) == ARTICLE


def test_written_records_fit_their_schema():
    jsonschema.validate(json.loads(encode(ARTICLE)), json_schema())


def test_keys_keep_the_order_of_the_contract():
    assert list(json.loads(encode(ARTICLE))) == [
        "schema", "id", "origin", "text", "text_sha256", "metadata", "segments", "entities", "mentions", "times", "statements",
        "events", "links", "problems", "generated_by",
    ]  # fmt: skip


def test_an_unknown_key_is_named_with_its_line():
    record = json.loads(encode(ARTICLE)) | {"truth": 1}
    with pytest.raises(RecordError, match=r"line 7: .*truth"):
        decode(json.dumps(record), number=7)


def test_a_wrong_type_is_named_with_its_field():
    record = json.loads(encode(ARTICLE))
    record["statements"][0]["score"] = "high"
    with pytest.raises(RecordError, match=r"statements\[0\]\.score"):
        decode(json.dumps(record))


def test_a_span_that_does_not_hold_is_named():
    record = json.loads(encode(ARTICLE))
    record["statements"][0]["cue"]["start"] = 8
    with pytest.raises(OffsetError, match=r"statements\[0\]\.cue"):
        decode(json.dumps(record))


def test_a_span_outside_the_text_is_a_violation():
    record = json.loads(encode(ARTICLE))
    record["segments"] = [{"start": 0, "end": 99, "kind": "paragraph", "repeats": None}]
    with pytest.raises(OffsetError, match=r"segments\[0\]"):
        decode(json.dumps(record))


def test_a_sound_record_has_no_violations():
    assert not list(offset_violations(ARTICLE))
