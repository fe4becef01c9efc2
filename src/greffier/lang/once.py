"""What rooms make of a pack or of its tables, made when first asked for and kept.

In: a function of one object. Out: the same function, which makes its answer once for each object. Not: answers about texts.

The tables hold mappings, so that they have no hash: they are told apart by identity, and kept alive beside what was made of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["once_for_each"]

Table = TypeVar("Table")
Made = TypeVar("Made")


def once_for_each(make: Callable[[Table], Made]) -> Callable[[Table], Made]:
    """Keep what `make` gives for an object; there are a handful of packs in a process."""
    kept: dict[int, tuple[Table, Made]] = {}

    def made(table: Table) -> Made:
        found = kept.get(id(table))
        if found is None:
            found = kept[id(table)] = (table, make(table))
        return found[1]

    return made
