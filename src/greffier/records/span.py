"""Spans: half-open `[start, end)` positions in Unicode code points of an article's text, with the words they cover.

In: a text. Out: `Span`. Not: anything that knows a language.
"""

from __future__ import annotations

from typing import Self

from greffier.records.base import Record

__all__ = ["Span"]


class Span(Record, frozen=True, kw_only=True):
    """Words of the article at their place: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Make the span of `text[start:end]`.

        Raises:
            ValueError: The positions are not `0 <= start < end <= len(text)`.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span [{start}, {end}) in a text of {len(text)} characters")
        return cls(start=start, end=end, quote=text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
