"""From raw content to labelled text: nothing is deleted, every stretch is named.

In: `RawDocument`. Out: `Document` (text in NFC with line feeds, segments in text order). Not: what the article says.
"""

from __future__ import annotations

import unicodedata

from greffier.lang.documents import DocumentTables
from greffier.records import Document, RawDocument, Segment, SegmentKind

__all__ = ["clean"]


def clean(raw: RawDocument, tables: DocumentTables) -> Document:
    """Extract the text of a page or take plain text as it is, and label every stretch of it."""
    del tables
    text = unicodedata.normalize("NFC", raw.content.replace("\r\n", "\n").replace("\r", "\n"))
    segments = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            segments.append(Segment(start=start, end=end, kind=SegmentKind.PARAGRAPH))
        start = end + 1
    return Document(origin=raw.origin, given=raw.given, text=text, segments=tuple(segments), problems=raw.problems)
