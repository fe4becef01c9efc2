"""HTML pages, one article a file.

In: a `Stream`. Out: one `RawDocument` with markup. Not: the text of the page; that is `article/documents`.
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.article.readers.encodings import declared_charset, decode
from greffier.article.readers.limits import HEAD
from greffier.article.readers.plain import read_capped
from greffier.article.readers.streams import Stream
from greffier.records import Failure, Given, Origin, Problem, ProblemCode, RawDocument

__all__ = ["page_from", "read_page"]


def read_page(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read a file that is a page."""
    data, problems = read_capped(stream)
    if data is None:
        yield Failure(uri=uri, code=ProblemCode.INPUT_UNREADABLE, detail=stream.damage)
        return
    yield page_from(data, Origin(uri=uri, format="html"), problems=problems)


def page_from(
    data: bytes,
    origin: Origin,
    *,
    charset: str | None = None,
    given: Given | None = None,
    problems: tuple[Problem, ...] = (),
    markup: bool = True,
) -> RawDocument:
    """Decode the bytes of a page; the `charset` of its HTTP header goes before the one it declares itself."""
    text, decoding = decode(data, charset or declared_charset(data[:HEAD]))
    return RawDocument(origin=origin, content=text, markup=markup, given=given or Given(), problems=problems + decoding)
