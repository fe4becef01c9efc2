"""Typed contents of `lang/<code>/metadata/`.

In: the tables of that folder. Out: `MetadataTables`, `load_metadata`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["MetadataTables", "load_metadata"]


class MetadataTables(Record, frozen=True, kw_only=True):
    """What the language knows about metadata."""


def load_metadata(folder: Traversable) -> MetadataTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return MetadataTables()
