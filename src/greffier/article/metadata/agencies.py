"""Agencies whose text the article draws on: signatures, datelines, authors that are agencies.

In: `Document`. Out: names of the table, in the order of their places. Not: who took the pictures; a credit says nothing of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.lang.metadata import MetadataTables
from greffier.records import Document, SegmentKind
from greffier.text.keys import key, words
from greffier.text.typography import fold

__all__ = ["find_agencies"]

# «MOSCOU, 16 octobre (AFP) –», «Paris (Reuters) -», «(AFP) - Le ministre …»
_DATELINE = re.compile(r"^(?:[A-ZÀ-Ý][^.()]{0,50})?\(([^()]{2,40})\)\s*(?:[-–—:.]|(?=[A-ZÀ-Ý«\"]))")
# Agencies' names have at most five words («Agence de presse sénégalaise»).
_LONGEST = 6


def find_agencies(document: Document, tables: MetadataTables) -> tuple[str, ...]:
    """Find the agencies that the article says it draws on."""
    return tuple(dict.fromkeys(_all(document, tables)))


def _all(document: Document, tables: MetadataTables) -> Iterator[str]:
    page = document.page
    for value in (*document.given.bylines, *((*page.bylines, *page.organisations) if page else ())):
        if value not in (page.site_names if page else ()):
            yield from _named(value, tables)
    first = True
    for segment in document.segments:
        words_ = document.text[segment.start : segment.end]
        if segment.kind is SegmentKind.SIGNATURE:
            yield from _named(words_, tables)
        elif first and segment.kind in {SegmentKind.LEAD, SegmentKind.PARAGRAPH}:
            first = False
            dateline = _DATELINE.match(fold(words_))
            yield from _named(dateline[1], tables) if dateline else ()


def _named(value: str, tables: MetadataTables) -> Iterator[str]:
    spelled = words(value)
    at = 0
    while at < len(spelled):
        for length in range(min(_LONGEST, len(spelled) - at), 0, -1):
            name = tables.agencies.get(" ".join(word.bare for word in spelled[at : at + length]))
            # «Pa» may be a name's part, an acronym is written in capitals.
            if name and (
                length > 1 or len(spelled[at].bare) > 4 or value[spelled[at].start : spelled[at].end].isupper() or key(name) == "belga"
            ):
                yield name
                at += length
                break
        else:
            at += 1
