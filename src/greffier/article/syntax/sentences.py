"""Sentences by our own rules: newlines and sentence punctuation; a unit never cuts a quotation.

In: `Document`. Out: unparsed `Sentence`s in text order. Not: a parser's sentence splitting.
"""

from __future__ import annotations

import re

from greffier.lang.syntax import SyntaxTables
from greffier.records import Document, Sentence

__all__ = ["split"]

# «… en Syrie. Les terroristes …»
_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s)|\n")


def split(document: Document, tables: SyntaxTables) -> tuple[Sentence, ...]:
    """Cut the text of every segment into sentences."""
    del tables
    out: list[Sentence] = []
    for segment in document.segments:
        start = segment.start
        ends = [m.end() for m in _END.finditer(document.text, segment.start, segment.end)]
        for end in [*ends, segment.end]:
            words = document.text[start:end]
            if words.strip():
                left = start + len(words) - len(words.lstrip())
                out.append(Sentence(start=left, end=start + len(words.rstrip()), unit=len(out)))
            start = end
    return tuple(out)
