"""JSON Lines, one article a line; and JSON files that hold one article or a list of them.

In: a `Stream`. Out: a `RawDocument` or a `Failure` for each line. Not: greffier's own records; `greffier show` and `check` read these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from greffier.article.readers.encodings import decode
from greffier.article.readers.keys import document_from
from greffier.article.readers.limits import MAX_LINE
from greffier.article.readers.streams import Stream
from greffier.records import Failure, ProblemCode, RawDocument

__all__ = ["read_json", "read_json_lines"]


def read_json_lines(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read one article a line; a line that cannot be read costs itself alone."""
    number = 0
    while line := stream.read_line(MAX_LINE):
        number += 1
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            size = len(line) + stream.skip_line()
            yield _failure(uri, number, f"the line has {size} bytes, more than {MAX_LINE}", ProblemCode.TEXT_TOO_LONG)
        elif line.strip(b" \t\r\n\0\xef\xbb\xbf"):
            yield _from_line(line, uri, number)


def read_json(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read a file that is one JSON object or a list of objects."""
    data = stream.read(MAX_LINE)
    rest = stream.count_rest()
    if stream.damage:
        return  # told by the caller
    if rest:
        detail = f"a JSON file of {len(data) + rest} bytes, more than {MAX_LINE}; write it as JSON Lines, one article a line"
        yield Failure(uri=uri, code=ProblemCode.TEXT_TOO_LONG, detail=detail)
        return
    text, _ = decode(data)
    value = _loaded(text)
    if isinstance(value, str):
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines):
            for number, line in enumerate(text.splitlines(), 1):
                if line.strip():
                    yield _from_line(line.encode(), uri, number)
            return
        yield Failure(uri=uri, code=ProblemCode.INPUT_UNREADABLE, detail=value)
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        place = f"item {number}"
        if isinstance(row, dict):
            yield document_from(row, uri, place, format="json")
        else:
            yield Failure(
                uri=uri, place=place, code=ProblemCode.INPUT_UNREADABLE, detail=f"a {type(row).__name__} where an object should be"
            )


def _from_line(line: bytes, uri: str, number: int) -> RawDocument | Failure:
    text, problems = decode(line)
    row = _loaded(text)
    if isinstance(row, str):
        return _failure(uri, number, row)
    if not isinstance(row, dict):
        return _failure(uri, number, f"a {type(row).__name__} where an object should be")
    document = document_from(row, uri, f"line {number}", format="jsonl")
    if problems and isinstance(document, RawDocument):
        return RawDocument(
            origin=document.origin,
            content=document.content,
            markup=document.markup,
            given=document.given,
            problems=problems + document.problems,
        )
    return document


def _loaded(text: str) -> Any:
    """Parse JSON; a string is a complaint, since no article is a bare string."""
    try:
        value = json.loads(text)
    except RecursionError:
        return "no JSON: nested too deeply"
    except ValueError as error:
        return f"no JSON: {error}"
    return "a bare string where an object should be" if isinstance(value, str) else value


def _failure(uri: str, number: int, detail: str, code: ProblemCode = ProblemCode.INPUT_UNREADABLE) -> Failure:
    return Failure(uri=uri, place=f"line {number}", code=code, detail=detail)
