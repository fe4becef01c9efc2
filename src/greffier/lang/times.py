"""Typed contents of `lang/<code>/times/`.

In: the tables of that folder. Out: `TimeTables`, `load_times`. Not: rules.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from greffier.records import Record

__all__ = ["TimeTables", "load_times"]


class TimeTables(Record, frozen=True, kw_only=True):
    """What the language knows about times."""


def load_times(folder: Traversable) -> TimeTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    del folder
    return TimeTables()
