"""The parser that parses nothing: rules then work on the surface alone.

In: texts. Out: no tokens, no names. Not: an approximation of a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from greffier.records import NameSpan, Token

__all__ = ["SurfaceParser"]


class SurfaceParser:
    """Stands in where no parser is wanted."""

    name = "none"
    version = "1"

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Give no tokens."""
        return [() for _ in texts]

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Give no names."""
        return [() for _ in texts]
