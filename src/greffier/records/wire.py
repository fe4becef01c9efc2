"""Reading and writing of records as JSON Lines, by the contract of RECORD.md.

In: bytes or articles. Out: articles or bytes; `offset_violations`, the law `text[start:end] == quote`. Not: files of other formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from greffier.errors import OffsetError, RecordError
from greffier.records.article import Article

__all__ = ["decode", "encode", "json_schema", "offset_violations", "read_lines"]

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Article)


def encode(article: Article) -> bytes:
    """Write an article as one line of JSON, without the line end; the same article gives the same bytes."""
    return _ENCODER.encode(article)


def decode(line: bytes | str, *, number: int = 1) -> Article:
    """Read one line strictly.

    Raises:
        RecordError: Not JSON, an unknown key or a wrong type; the message names line `number` and the field.
        OffsetError: A span whose words do not stand at its place.
    """
    try:
        article = _DECODER.decode(line)
    except msgspec.DecodeError as error:  # ValidationError is one of them
        raise RecordError(f"line {number}: {error}") from error
    for violation in offset_violations(article):
        raise OffsetError(f"line {number}: {violation}")
    return article


def read_lines(lines: Iterable[bytes | str]) -> Iterator[Article]:
    """Read JSON Lines strictly, empty lines aside."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield decode(line, number=number)


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of the record."""
    schema = msgspec.json.schema(Article)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "greffier article", **schema}


def offset_violations(article: Article) -> Iterator[str]:
    """Yield a sentence for each span of the record that does not hold: field, positions, words wanted and found."""
    text = article.text
    for field, start, end, quote in _spans(article):
        if not 0 <= start < end <= len(text):
            yield f"{field}: [{start}, {end}) is not inside a text of {len(text)} characters"
        elif quote is not None and text[start:end] != quote:
            yield f"{field}: text[{start}:{end}] is {text[start:end]!r}, not {quote!r}"


def _spans(article: Article) -> Iterator[tuple[str, int, int, str | None]]:
    """Walk every object of the record that has a start and an end, with the path to it; segments and problems carry no words."""
    yield from _walk("", msgspec.to_builtins(article))


def _walk(path: str, value: Any) -> Iterator[tuple[str, int, int, str | None]]:
    if isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int):
            yield path, start, end, value.get("quote")
        elif (start is None) != (end is None) and "start" in value:
            yield path, start or 0, end or 0, value.get("quote")
        for key, inner in value.items():
            yield from _walk(f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _walk(f"{path}[{index}]", inner)
