"""Typed contents of `lang/<code>/syntax/`.

In: the tables of that folder. Out: `SyntaxTables`, `load_syntax`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["SyntaxTables", "load_syntax"]


class SyntaxTables(Record, frozen=True, kw_only=True):
    """What the language knows about syntax."""


def load_syntax(folder: Traversable) -> SyntaxTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return SyntaxTables()
