"""Who did what to whom, when and where, coded in PLOVER.

In: `Document`, `Sentence`s, `Mentions`, `Times`, `Statement`s, `Link`s. Out: `Event`s in text order.
Not: events of several articles as one; happenings without a political party; nothing from navigation, captions or repeated leads.
"""

from __future__ import annotations

from greffier.article.events.coding import Coder
from greffier.lang import Pack
from greffier.records import SILENT, Document, Event, Link, Mentions, Sentence, Statement, Times, Trace

__all__ = ["find_events", "needs_parse"]


def needs_parse(document: Document, sentence: Sentence, pack: Pack) -> bool:
    """Tell whether a sentence may tell an event, so that it is worth a parse: any sentence of the prose."""
    del pack
    return document.is_prose_at(sentence.start)


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
    return Coder(document, mentions, times, statements, links, pack, trace).code(sentences)
