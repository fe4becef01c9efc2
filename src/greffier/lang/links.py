"""Typed contents of `lang/<code>/links/`: words that tell what one statement does to another.

In: the tables of that folder. Out: `LinkTables`, `load_links`. Not: rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib.resources.abc import Traversable

from greffier.lang.loader import read_lines, read_table
from greffier.records import LinkKind, Record

__all__ = ["LinkTables", "LinkingVerb", "Negator", "NegatorSort", "load_links"]


class LinkingVerb(Record, frozen=True, kw_only=True):
    """A cue that points back to other words: «nuance» qualifies what another said, «réaffirme» repeats what the same source said."""

    lemma: str
    kind: LinkKind
    example: str


class NegatorSort(StrEnum):
    """How much a negator denies: the `whole` clause, the clause at all times (`never`), or a part of it that is not told apart here."""

    WHOLE = "whole"
    NEVER = "never"
    PARTIAL = "partial"


class Negator(Record, frozen=True, kw_only=True):
    """The second half of a negation («ne … pas»), or a word that makes a clause true of some cases only («pas encore», «sans»)."""

    word: str
    sort: NegatorSort
    example: str


class LinkTables(Record, frozen=True, kw_only=True):
    """What the language knows about links.

    `verbs` gives the kind by the lemma of the cue; `empty_words` tell nothing of what a content is about; `suffixes`, longest first,
    are taken off a word before it is compared; `negators` tell what a clause denies.
    """

    verbs: Mapping[str, LinkKind]
    empty_words: frozenset[str]
    suffixes: tuple[str, ...]
    negators: Mapping[str, NegatorSort]


def load_links(folder: Traversable) -> LinkTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    suffixes = {suffix for _, line in read_lines(folder / "suffixes.txt") for suffix in line.split()}
    return LinkTables(
        verbs={row.lemma: row.kind for row in read_table(folder / "verbs.tsv", LinkingVerb)},
        empty_words=frozenset(word for _, line in read_lines(folder / "empty_words.txt") for word in line.split()),
        suffixes=tuple(sorted(suffixes, key=lambda suffix: (-len(suffix), suffix))),
        negators={row.word: row.sort for row in read_table(folder / "negators.tsv", Negator)},
    )
