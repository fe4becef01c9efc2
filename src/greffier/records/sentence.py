"""Our own analysis of a sentence: what every rule sees instead of a parser's objects.

In: nothing. Out: `Token`, `NameSpan`, `Sentence`. Not: how it is made, that is `article/syntax`.

Follows Universal Dependencies: 17 universal parts of speech, feature strings such as `Gender=Fem|Number=Sing`, UD relations with
subtypes kept (`nsubj:pass`) and `root` for the head of the sentence. Contractions such as «du» are one token.
"""

from __future__ import annotations

import msgspec

__all__ = ["NameSpan", "Sentence", "Token"]


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word at its place in the article (code points); `head` is an index into the sentence's tokens, the root is its own head."""

    index: int
    start: int
    end: int
    form: str
    lemma: str
    upos: str
    morph: str
    head: int
    deprel: str


class NameSpan(msgspec.Struct, frozen=True, gc=False):
    """A name that the parser's own recogniser proposes: code points of the article and its label (PER, LOC, ORG, MISC)."""

    start: int
    end: int
    label: str


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, half-open in code points of the article.

    `unit` numbers the stretch that it belongs to: sentences inside one quotation share it with the clause around them,
    so that «"A. B", a dit X.» is one unit of two sentences.
    `tokens` is empty where the sentence was not parsed, `names` where no recogniser was asked.
    """

    start: int
    end: int
    unit: int
    tokens: tuple[Token, ...] = ()
    names: tuple[NameSpan, ...] = ()
