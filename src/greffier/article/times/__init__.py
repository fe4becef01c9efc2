"""When: every expression of time with its value, and the day of publication where it can be inferred.

In: `Document`, `Mentions`, the day of publication as far as known. Out: `Times`. Not: when an event happened; that is the event's.
"""

from __future__ import annotations

from greffier.lang import Pack
from greffier.records import SILENT, Document, Mentions, Published, Sentence, Times, Trace

__all__ = ["find_times"]


def find_times(
    document: Document, sentences: tuple[Sentence, ...], mentions: Mentions, pack: Pack, published: Published, trace: Trace = SILENT
) -> Times:
    """Find the expressions of time and resolve them against the day of publication, inferred where it is not known."""
    del document, sentences, mentions, pack, trace
    return Times(published=published)
