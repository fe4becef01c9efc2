"""What a parser must do to be used.

In: nothing. Out: `Parser`. Not: a parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from greffier.records import NameSpan, Token

__all__ = ["Parser"]


class Parser(Protocol):
    """A parser of sentences. Positions are code points of the sentence's own text; the same text gives the same analysis.

    `name` and `version` go into every record.
    """

    name: str
    version: str

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Analyse sentences, each on its own; as many results as texts."""
        ...

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Propose names; empty tuples where the parser has no recogniser."""
        ...
