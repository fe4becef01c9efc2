"""Who said what: source, cue and content of every attributed utterance.

In: `Document`, `Sentence`s, `Mentions`, `Times`. Out: `Statement`s in text order. Not: links between them.

Follows PARC 3 and PolNeAR.
"""

from __future__ import annotations

from greffier.article.statements.reading import Reading, may_announce
from greffier.article.statements.sieve import nest, sift
from greffier.article.statements.sources import Sources
from greffier.article.statements.telling import tell
from greffier.lang import Pack
from greffier.records import SILENT, Document, Mentions, Sentence, Statement, Times, Trace

__all__ = ["find_statements", "needs_parse"]


def needs_parse(document: Document, sentence: Sentence, pack: Pack) -> bool:
    """Tell whether a sentence may hold a statement, so that it is worth a parse."""
    return may_announce(document.text[sentence.start : sentence.end], pack)


def find_statements(
    document: Document, sentences: tuple[Sentence, ...], mentions: Mentions, times: Times, pack: Pack, trace: Trace = SILENT
) -> tuple[Statement, ...]:
    """Find the statements of an article."""
    reading = Reading(document, sentences, times, pack, trace)
    drafts = sift(reading, mentions)
    within = nest(drafts)
    return tell(reading, drafts, within, Sources(reading, mentions, drafts, within), mentions, times)
