"""Who and what is named: mentions, the entities of the article, their identities.

In: `Document`, `Sentence`s, `NameTables`. Out: `Mentions`. Not: who speaks or acts.
"""

from __future__ import annotations

from greffier.lang import Pack
from greffier.records import SILENT, Document, Mentions, Published, Sentence, Trace

__all__ = ["find_mentions"]


def find_mentions(document: Document, sentences: tuple[Sentence, ...], pack: Pack, published: Published, trace: Trace = SILENT) -> Mentions:
    """Find what is named; `published` dates the offices."""
    del document, sentences, pack, published, trace
    return Mentions()
