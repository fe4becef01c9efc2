"""Typed contents of `lang/<code>/documents/`.

In: the tables of that folder. Out: `DocumentTables`, `load_documents`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["DocumentTables", "load_documents"]


class DocumentTables(Record, frozen=True, kw_only=True):
    """What the language knows about documents."""


def load_documents(folder: Traversable) -> DocumentTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return DocumentTables()
