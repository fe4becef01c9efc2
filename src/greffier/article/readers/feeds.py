"""RSS and Atom files, one article an entry.

In: a `Stream`. Out: a `RawDocument` for each entry that has words. Not: fetching of feeds or of the pages they point to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from greffier.article.readers.encodings import declared_charset, decode, repair
from greffier.article.readers.limits import HEAD, MAX_LINE
from greffier.article.readers.streams import Stream
from greffier.records import Failure, Given, Origin, Problem, ProblemCode, RawDocument

__all__ = ["read_feed"]

# <?xml version="1.0" encoding="iso-8859-1"?>: the text is decoded already.
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# <!DOCTYPE rss [<!ENTITY a "&b;&b;">]>: entities that a file declares itself are how feeds are made to explode or to read other files;
# the ones of HTML are known to the parser anyway.
_DOCTYPE = re.compile(r"<!DOCTYPE\b (?> [^\[>]+ | \[ .*? \] (?=\s*>) )* >", re.VERBOSE | re.DOTALL | re.IGNORECASE)
_CLOSED = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
# <p>, <br/>, &eacute;
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w{2,8};")


def read_feed(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read one article an entry."""
    import feedparser  # noqa: PLC0415  # only where a feed is met

    data = stream.read(MAX_LINE)
    rest = stream.count_rest()
    text, decoding = decode(data, declared_charset(data[:HEAD]))
    text = _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1)
    # Nothing is fetched: a stream is given, and links are left as they are.
    feed = feedparser.parse(
        BytesIO(text.encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    broken = str(feed.bozo_exception) if feed.bozo else None
    problems = decoding + ((Problem(code=ProblemCode.MARKUP_DAMAGED, detail=f"the feed is no sound XML: {broken}"),) if broken else ())
    for number, entry in enumerate(feed.entries, 1):
        yield _article(entry, feed.feed, uri, number, problems)
    if not feed.entries:
        detail = broken or "the feed has no entries"
        yield Failure(uri=uri, code=ProblemCode.INPUT_UNREADABLE, detail=detail)
    elif rest:
        detail = f"read the first {len(data)} of {len(data) + rest} bytes; the entries behind are lost"
        yield Failure(uri=uri, place="end", code=ProblemCode.TEXT_TOO_LONG, detail=detail)
    elif not _CLOSED.search(text[-HEAD:].rstrip()):
        detail = "the feed ends before its last tag; entries may be lost"
        yield Failure(uri=uri, place="end", code=ProblemCode.ARCHIVE_DAMAGED, detail=detail)


def _article(entry: Any, feed: Any, uri: str, number: int, problems: tuple[Problem, ...]) -> RawDocument | Failure:
    address = f"{uri}#{_string(entry.get('id')) or _string(entry.get('link')) or number}"
    content = next((piece.value for piece in entry.get("content", ()) if piece.get("value")), None) or entry.get("summary") or ""
    content, decoding = repair(content)
    if not content.strip():
        return Failure(
            uri=address, place=f"entry {number}", code=ProblemCode.INPUT_UNREADABLE, detail="the entry has no words but its title"
        )
    names = (_string(author.get("name")) for author in entry.get("authors", ()))
    return RawDocument(
        origin=Origin(uri=address, format="feed"),
        content=content,
        markup=_MARKUP.search(content) is not None,
        given=Given(
            id=_string(entry.get("id")),
            title=_string(entry.get("title")),
            url=_string(entry.get("link")),
            publisher=_string(feed.get("title")),
            published=_day(entry.get("published")),
            bylines=tuple(name for name in names if name),
            language=_string(feed.get("language")),
        ),
        problems=problems + decoding,
    )


def _day(told: str | None) -> str | None:
    """Turn the date of RSS (`Thu, 24 Dec 2015 10:00:00 +0100`) into ISO 8601; Atom has that already."""
    if not told:
        return None
    try:
        return parsedate_to_datetime(told).isoformat()
    except (ValueError, TypeError, OverflowError):
        return _string(told)


def _string(value: Any) -> str | None:
    return repair(value)[0].strip() or None if isinstance(value, str) else None
