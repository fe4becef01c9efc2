"""Typed contents of `lang/<code>/names/`.

In: the tables of that folder. Out: `NameTables`, `load_names`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["NameTables", "load_names"]


class NameTables(Record, frozen=True, kw_only=True):
    """What the language knows about names."""


def load_names(folder: Traversable) -> NameTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return NameTables()
