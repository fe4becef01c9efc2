"""Typed contents of `lang/<code>/events/`.

In: the tables of that folder. Out: `EventTables`, `load_events`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["EventTables", "load_events"]


class EventTables(Record, frozen=True, kw_only=True):
    """What the language knows about events."""


def load_events(folder: Traversable) -> EventTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return EventTables()
