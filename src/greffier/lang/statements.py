"""Typed contents of `lang/<code>/statements/`.

In: the tables of that folder. Out: `StatementTables`, `load_statements`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["StatementTables", "load_statements"]


class StatementTables(Record, frozen=True, kw_only=True):
    """What the language knows about statements."""


def load_statements(folder: Traversable) -> StatementTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return StatementTables()
