"""Typed contents of `lang/<code>/syntax/`.

In: the tables of that folder. Out: `SyntaxTables`, `load_syntax`. Not: rules; nor the weights of a parser, that `article/syntax` reads.
"""

from __future__ import annotations

from enum import StrEnum
from importlib.resources.abc import Traversable

from greffier.lang.loader import read_table
from greffier.records import Record

__all__ = ["Abbreviation", "Follows", "SyntaxTables", "load_syntax"]


class Follows(StrEnum):
    """Whether the sentence goes on after an abbreviation: always, if a number follows, or unless a capital letter follows."""

    ALWAYS = "always"
    NUMBER = "number"
    MOSTLY = "mostly"


class Abbreviation(Record, frozen=True, kw_only=True):
    """A form with its full stop; in `example`, one sentence, it does not end it."""

    form: str
    follows: Follows
    example: str


class _Opener(Record, frozen=True, kw_only=True):
    word: str


class _Lemma(Record, frozen=True, kw_only=True):
    form: str
    upos: str
    lemma: str


class _Verb(Record, frozen=True, kw_only=True):
    lemma: str


class SyntaxTables(Record, frozen=True, kw_only=True):
    """What the language knows about the shape of sentences."""

    abbreviations: dict[str, Follows]
    openers: frozenset[str]
    rows: tuple[Abbreviation, ...]
    reporting_verbs: frozenset[str]
    lemmas: dict[tuple[str, str], str]


def load_syntax(folder: Traversable) -> SyntaxTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    rows = read_table(folder.joinpath("abbreviations.tsv"), Abbreviation)
    openers = read_table(folder.joinpath("openers.tsv"), _Opener)
    verbs = read_table(folder.joinpath("reporting_verbs.tsv"), _Verb)
    return SyntaxTables(
        abbreviations={row.form: row.follows for row in rows},
        openers=frozenset(row.word for row in openers),
        rows=rows,
        reporting_verbs=frozenset(row.lemma for row in verbs),
        lemmas={(row.form, row.upos): row.lemma for row in read_table(folder.joinpath("lemmas.tsv"), _Lemma)},
    )
