"""A parser that remembers: agency copy comes again and again, word for word.

In: a parser. Out: a parser with the same answers. Not: memory across processes or runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from greffier.article.syntax.protocol import Parser
from greffier.records import NameSpan, Token

__all__ = ["RememberingParser"]

Answer = TypeVar("Answer")

# 10,000 sentences of 25 words take about 60 MB: two to three days of an agency's wire.
_MOST_SENTENCES = 10_000


class RememberingParser:
    """Gives the analysis of a sentence that it has seen lately without asking again; forgets the oldest first."""

    def __init__(self, parser: Parser, most: int = _MOST_SENTENCES) -> None:
        self.name = parser.name
        self.version = parser.version
        self._parser = parser
        self._most = most
        self._tokens: dict[str, tuple[Token, ...]] = {}
        self._names: dict[str, tuple[NameSpan, ...]] = {}

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Analyse sentences, each on its own."""
        return self._ask(texts, self._tokens, self._parser.parse)

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Propose names."""
        return self._ask(texts, self._names, self._parser.find_names)

    def _ask(self, texts: Sequence[str], known: dict[str, Answer], parser: Callable[[Sequence[str]], list[Answer]]) -> list[Answer]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, parser(new), strict=True))
        out = [known[text] for text in texts]
        for text in list(known)[: max(0, len(known) - self._most)]:
            del known[text]
        return out
