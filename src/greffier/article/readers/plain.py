"""Plain text, one article a file.

In: a `Stream`. Out: one `RawDocument`. Not: what in it is title, caption, article; that is `article/documents`.
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.article.readers.encodings import decode
from greffier.article.readers.limits import MAX_DOCUMENT, MAX_TEXT
from greffier.article.readers.streams import Stream
from greffier.records import Failure, Origin, Problem, ProblemCode, RawDocument

__all__ = ["read_capped", "read_plain", "shortened"]

# How far back a cut looks for a line end or a space to stand at.
_LOOK_BACK = 5000


def read_plain(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read a file of plain text."""
    data, problems = read_capped(stream)
    if data is None:
        yield Failure(uri=uri, code=ProblemCode.INPUT_UNREADABLE, detail=stream.damage)
        return
    text, decoding = decode(data)
    text, cut = shortened(text, MAX_TEXT)
    yield RawDocument(origin=Origin(uri=uri, format="text"), content=text, problems=problems + decoding + cut)


def read_capped(stream: Stream) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Take a document of bounded size; what lies behind the bound is counted and told. None where nothing can be had."""
    data = stream.read(MAX_DOCUMENT)
    rest = stream.count_rest()
    if stream.refused or (stream.damage and not data):
        return None, ()
    problems = []
    if rest:
        detail = f"kept the first {len(data)} of {len(data) + rest} bytes"
        problems.append(Problem(code=ProblemCode.TEXT_TOO_LONG, detail=detail))
        data = _whole_characters(data)
    if stream.damage:
        problems.append(Problem(code=ProblemCode.ARCHIVE_DAMAGED, detail=stream.damage))
    return data, tuple(problems)


def shortened(text: str, limit: int) -> tuple[str, tuple[Problem, ...]]:
    """Cut a text that is longer than `limit` code points at a line end or a space before it, and say so."""
    if len(text) <= limit:
        return text, ()
    place = max(text.rfind("\n", limit - _LOOK_BACK, limit), 0) or max(text.rfind(" ", limit - _LOOK_BACK, limit), 0) or limit
    detail = f"kept the first {place} of {len(text)} characters"
    return text[:place], (Problem(code=ProblemCode.TEXT_TOO_LONG, detail=detail),)


def _whole_characters(data: bytes) -> bytes:
    """Drop a character of UTF-8 that the cut went through; in other encodings that costs at most three letters."""
    for back in range(1, 5):
        byte = data[-back]
        if byte < 0x80:
            return data
        if byte >= 0xC0:
            return data[:-back]
    return data
