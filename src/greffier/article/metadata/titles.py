"""The title, without the site's name behind it, at its place where the text prints it; and the publisher.

In: `Document`. Out: `Title`, the publisher's name. Not: which line of a dump is the title, the room of documents labels it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from greffier.article.metadata.dates import read_day
from greffier.lang.metadata import MetadataTables
from greffier.records import Document, SegmentKind, Title
from greffier.text.keys import key
from greffier.text.shingles import containment, shingles

__all__ = ["find_publisher", "find_title"]

# «La crue menace la ville | Le Quotidien», «… - Gala», «… | DW | 23.05.2011», «… – Politique»
_LAST_BAR = re.compile(
    r"\s(?P<bar>[|•·»]|[-–—:/]{1,2})\s(?P<behind>(?:(?!\s[-–—:/]{1,2}\s)[^|•·]){1,60})\Z|(?P<tight>\|)(?P<stuck>[^|]{1,60})\Z"
)
# A bar | cuts off whatever stands behind it, if it is no longer than a site's name; a dash may belong to the title.
_LONGEST_SITE = 5
# What is left of a title without the site's name.
_SHORTEST_TITLE = 2
# Half of the trigrams say that headline and marked-up title are the same in other words.
_ALIKE = 0.5


def find_title(document: Document, tables: MetadataTables) -> Title | None:
    """Find the title: the printed line if what is told confirms it, else what is told, else the first line of a dump."""
    sites = _sites(document, tables)
    printed = next((s for s in document.segments if s.kind is SegmentKind.TITLE), None)
    told = [trim_site(words, sites, tables) for words in _told(document)]
    if printed:
        words = document.text[printed.start : printed.end]
        if not told or any(_same(words, title) for title in told):
            length = len(trim_site(words, sites, tables))
            end = printed.start + length
            return Title(start=printed.start, end=end, quote=document.text[printed.start : end])
    if told:
        place = _place(document, told[0])
        return Title(start=place[0], end=place[1], quote=document.text[place[0] : place[1]]) if place else Title(given=told[0])
    return None


def find_publisher(document: Document, tables: MetadataTables) -> str | None:
    """Find the publisher: told, marked up, or an outlet of the table at the end of a title, a caption or a signature."""
    if document.given.publisher and document.given.publisher.strip():
        return document.given.publisher.strip()
    for name in document.page.site_names if document.page else ():
        if not name.startswith("@") and not name.startswith("http"):
            return name
    for segment in document.segments:
        words = document.text[segment.start : segment.end]
        if segment.kind in {SegmentKind.TITLE, SegmentKind.CAPTION, SegmentKind.NAVIGATION}:
            behind = re.split(r"\s[-–—|]\s", words)[-1]
            if behind != words and key(behind) in tables.outlets:
                return " ".join(behind.split())
        if segment.kind is SegmentKind.SIGNATURE:
            signed = re.match(r"(.{3,40}?),?\s\(?avec\s", words)
            if signed and key(signed[1]) in tables.outlets:
                return signed[1]
    return None


def trim_site(title: str, sites: frozenset[str], tables: MetadataTables) -> str:
    """Cut the site's name, rubrics and dates off the end of a title; the beginning stays, so that offsets hold."""
    words = title.strip()
    for _ in range(4):
        bar = _LAST_BAR.search(words)
        if not bar:
            break
        behind, hard = bar["behind"] or bar["stuck"], (bar["bar"] or bar["tight"]) in {"|", "•", "·"}
        rest = words[: bar.start()].rstrip()
        if len(key(rest).split()) < _SHORTEST_TITLE or not _is_site(behind, sites, tables, hard=hard):
            break
        words = rest
    return words


def _is_site(words: str, sites: frozenset[str], tables: MetadataTables, *, hard: bool) -> bool:
    said = key(words)
    if not said:
        return True
    joined = said.replace(" ", "")
    return (
        said in tables.outlets
        or said in sites
        or (len(joined) > 3 and joined in sites)
        or (hard and (len(said.split()) <= _LONGEST_SITE or read_day(words, tables) is not None))
    )


def _sites(document: Document, tables: MetadataTables) -> frozenset[str]:
    """Collect the names of the site: marked up, told, and its host («lapressedetunisie»)."""
    page = document.page
    names = [document.given.publisher or "", *(page.site_names if page else ()), *(page.organisations if page else ())]
    found = {key(name) for name in names} | {tables.outlets.get(key(name), "").lower() for name in names}
    # A logo is often an h1; where the title ends with its words they are the site's.
    for heading in page.headings if page else ():
        if page and any(key(title).endswith(" " + key(heading)) for title in page.titles):
            found.add(key(heading))
    for url in (document.given.url, page.url if page else None, document.origin.uri):
        host = _host(url)
        name = host.rsplit(".", 1)[0].rsplit(".", 1)[-1]
        found |= {key(host), name, name.replace("-", ""), *name.split("-")}
    return frozenset(found - {""})


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower().removeprefix("www.")
    except ValueError:  # a malformed address
        return ""


def _told(document: Document) -> Iterator[str]:
    if document.given.title and document.given.title.strip():
        yield " ".join(document.given.title.split())
    yield from document.page.titles if document.page else ()


def _same(printed: str, told: str) -> bool:
    one, other = key(printed), key(told)
    if one == other or (min(len(one), len(other)) > 8 and (one in other or other in one)):
        return True
    short, long = sorted((shingles(one.split()), shingles(other.split())), key=len)
    return containment(short, long) >= _ALIKE


def _place(document: Document, title: str) -> tuple[int, int] | None:
    """Find a told title as a line of the text that was not labelled as one."""
    wanted = key(title)
    for segment in document.segments[:12]:
        if wanted and key(document.text[segment.start : segment.end]) == wanted:
            return segment.start, segment.end
    return None
