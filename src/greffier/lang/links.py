"""Typed contents of `lang/<code>/links/`.

In: the tables of that folder. Out: `LinkTables`, `load_links`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["LinkTables", "load_links"]


class LinkTables(Record, frozen=True, kw_only=True):
    """What the language knows about links."""


def load_links(folder: Traversable) -> LinkTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return LinkTables()
