"""From raw content to labelled text: nothing is deleted, every stretch is named.

In: `RawDocument`. Out: `Document` (text in NFC with line feeds, segments in text order). Not: what the article says.
"""

from __future__ import annotations

import unicodedata

from greffier.article.documents.labels import label
from greffier.lang.documents import DocumentTables
from greffier.records import Document, RawDocument

__all__ = ["clean"]


def clean(raw: RawDocument, tables: DocumentTables) -> Document:
    """Extract the text of a page or take plain text as it is, and label every stretch of it."""
    text = unicodedata.normalize("NFC", raw.content.replace("\r\n", "\n").replace("\r", "\n"))
    titles = (raw.given.title,) if raw.given.title else ()
    segments = label(text, tables, titles=titles)
    return Document(origin=raw.origin, given=raw.given, text=text, segments=segments, problems=raw.problems)
