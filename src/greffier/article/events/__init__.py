"""Who did what to whom, when and where, coded in PLOVER.

In: `Document`, `Sentence`s, `Mentions`, `Times`, `Statement`s, `Link`s. Out: `Event`s in text order.
Not: events of several articles as one.
"""

from __future__ import annotations

from greffier.lang import Pack
from greffier.records import SILENT, Document, Event, Link, Mentions, Sentence, Statement, Times, Trace

__all__ = ["find_events", "needs_parse"]


def needs_parse(document: Document, sentence: Sentence, pack: Pack) -> bool:
    """Tell whether a sentence may tell an event, so that it is worth a parse."""
    del document, sentence, pack
    return False


def find_events(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: Mentions,
    times: Times,
    statements: tuple[Statement, ...],
    links: tuple[Link, ...],
    pack: Pack,
    trace: Trace = SILENT,
) -> tuple[Event, ...]:
    """Code the events of an article."""
    del document, sentences, mentions, times, statements, links, pack, trace
    return ()
