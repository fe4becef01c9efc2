"""The text of an article with every stretch labelled, before anything is read in it.

In: nothing. Out: `Segment`, `SegmentKind`, `PageFacts`, `Document`. Not: how it is labelled, that is `article/documents`.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from greffier.records.base import Record
from greffier.records.origin import Given, Origin
from greffier.records.problem import Problem

__all__ = ["NOISE", "PROSE", "Document", "PageFacts", "Segment", "SegmentKind"]


class SegmentKind(StrEnum):
    """What a stretch of text is."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    RELATED = "related"
    NAVIGATION = "navigation"
    SIGNATURE = "signature"
    REPEAT = "repeat"


PROSE = frozenset({SegmentKind.LEAD, SegmentKind.PARAGRAPH})
NOISE = frozenset({SegmentKind.CAPTION, SegmentKind.RELATED, SegmentKind.NAVIGATION, SegmentKind.SIGNATURE, SegmentKind.REPEAT})


class Segment(Record, frozen=True, kw_only=True):
    """A labelled stretch, half-open in code points; `repeats` is the `[start, end)` of the stretch whose words it repeats."""

    start: int
    end: int
    kind: SegmentKind
    repeats: tuple[int, int] | None = None


class PageFacts(Record, frozen=True, kw_only=True):
    """What the markup of a page says about the article, in the order of trust of each list; read in the same parse as the body.

    Every value is a string as printed in the page, stripped; lists are without repeats. `published` are original dates, `modified` updates.
    """

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


class Document(Record, frozen=True, kw_only=True):
    """An article's text (NFC, line feeds) with its segments in text order, what its page says, and what went wrong so far."""

    origin: Origin
    given: Given
    text: str
    segments: tuple[Segment, ...]
    page: PageFacts | None = None
    problems: tuple[Problem, ...] = ()

    def segment_at(self, position: int) -> Segment | None:
        """Give the segment in which a code point stands; None between segments."""
        row = bisect_right(self.segments, position, key=_start) - 1
        return self.segments[row] if row >= 0 and position < self.segments[row].end else None

    def is_prose_at(self, position: int) -> bool:
        """Tell whether a code point stands in the prose: the lead or a paragraph."""
        segment = self.segment_at(position)
        return segment is not None and segment.kind in PROSE


def _start(segment: Segment) -> int:
    return segment.start
