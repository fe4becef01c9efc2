"""Typed contents of `lang/<code>/metadata/`.

In: the tables of that folder. Out: `MetadataTables`, `load_metadata`. Not: rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Literal

from greffier.lang.loader import read_table
from greffier.records import Record
from greffier.text.keys import key

__all__ = ["BylineWord", "Medium", "MetadataTables", "Month", "SmallWord", "load_metadata"]


class Medium(Record, frozen=True, kw_only=True):
    """An agency or an outlet: the name that goes into the record, other spellings of it."""

    name: str
    forms: tuple[str, ...] = ()
    example: str


class BylineWord(Record, frozen=True, kw_only=True):
    """A word of bylines; see the head of `bylines.tsv`."""

    phrase: str
    kind: Literal["prefix", "role", "nobody"]
    example: str


class Month(Record, frozen=True, kw_only=True):
    """A month with its spellings."""

    forms: tuple[str, ...]
    number: int
    example: str


class SmallWord(Record, frozen=True, kw_only=True):
    """A function word."""

    word: str
    example: str


class MetadataTables(Record, frozen=True, kw_only=True):
    """What the language knows about metadata; all look-ups are by `text.keys.key`.

    `agencies` and `outlets` lead from any spelling to the name; `prefixes` and `roles` come longest first.
    """

    agencies: dict[str, str]
    outlets: dict[str, str]
    prefixes: tuple[str, ...]
    roles: tuple[str, ...]
    nobody: frozenset[str]
    months: dict[str, int]
    function_words: frozenset[str]


def load_metadata(folder: Traversable) -> MetadataTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    words = read_table(folder.joinpath("bylines.tsv"), BylineWord)
    return MetadataTables(
        agencies=_spellings(read_table(folder.joinpath("agencies.tsv"), Medium)),
        outlets=_spellings(read_table(folder.joinpath("outlets.tsv"), Medium)),
        prefixes=_longest_first(row.phrase for row in words if row.kind == "prefix"),
        roles=_longest_first(row.phrase for row in words if row.kind == "role"),
        nobody=frozenset(key(row.phrase) for row in words if row.kind == "nobody"),
        months={key(form): row.number for row in read_table(folder.joinpath("months.tsv"), Month) for form in row.forms},
        function_words=frozenset(key(row.word) for row in read_table(folder.joinpath("function_words.tsv"), SmallWord)),
    )


def _spellings(rows: tuple[Medium, ...]) -> dict[str, str]:
    return {key(form): row.name for row in rows for form in (*row.forms, row.name)}


def _longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({key(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase)))
