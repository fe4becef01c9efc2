"""Typed contents of `lang/<code>/documents/`.

In: the tables of that folder. Out: `DocumentTables`, `load_documents`. Not: rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Literal

from greffier.lang.loader import read_table
from greffier.records import Record, SegmentKind
from greffier.text.keys import key

__all__ = [
    "Credit",
    "DocumentTables",
    "Furniture",
    "MenuWord",
    "Opener",
    "Phrase",
    "PhrasePlace",
    "StampWord",
    "load_documents",
    "numbered",
]

# A phrase as a rule compares it: bare words, `#` for any number.
Phrase = tuple[str, ...]


class PhrasePlace(StrEnum):
    """Where in a line a phrase of furniture must stand."""

    WHOLE = "whole"
    START = "start"
    LABEL = "label"
    END = "end"


class Furniture(Record, frozen=True, kw_only=True):
    """A line that belongs to the page; see the head of `furniture.tsv`."""

    phrase: str
    place: PhrasePlace
    kind: SegmentKind
    example: str


class MenuWord(Record, frozen=True, kw_only=True):
    """A word of menus or of share rows."""

    phrase: str
    kind: Literal["section", "share"]
    example: str


class Credit(Record, frozen=True, kw_only=True):
    """Who owns pictures; a `strong` name alone makes a line a picture credit."""

    name: str
    strong: Literal["yes", "no"]
    example: str


class StampWord(Record, frozen=True, kw_only=True):
    """A word of the line that tells when an article was published."""

    word: str
    kind: Literal["day", "month", "verb", "filler"]
    example: str


class Opener(Record, frozen=True, kw_only=True):
    """A word that begins a sentence and is no name."""

    word: str
    distinct: Literal["yes", "no"]
    sentence: Literal["yes", "no"]
    example: str


class ButtonWord(Record, frozen=True, kw_only=True):
    """A word of buttons and invitations; see the head of `buttons.tsv`."""

    word: str
    kind: Literal["order", "button", "thing"]
    example: str


class DocumentTables(Record, frozen=True, kw_only=True):
    """What the language knows about documents.

    `whole` and `ends` are looked up by all words of a phrase, `starts` and `labels` by the first; `gapped` holds phrases with `…` as
    the words before and after it.
    """

    whole: dict[Phrase, SegmentKind]
    gapped: tuple[tuple[Phrase, Phrase, SegmentKind], ...]
    starts: dict[str, tuple[tuple[Phrase, SegmentKind], ...]]
    labels: dict[str, tuple[tuple[Phrase, SegmentKind], ...]]
    ends: dict[Phrase, SegmentKind]
    menu: dict[Phrase, str]
    owners: dict[Phrase, bool]
    stamps: dict[str, str]
    openers: frozenset[str]
    distinct: frozenset[str]
    sentence_openers: frozenset[str]
    orders: frozenset[str]
    buttons: frozenset[str]
    things: frozenset[str]


def numbered(words: Iterable[str]) -> Phrase:
    """Put `#` for every number, one for the parts of a number such as «1 200»."""
    out: list[str] = []
    for word in words:
        if not word.isdigit():
            out.append(word)
        elif not out or out[-1] != "#":
            out.append("#")
    return tuple(out)


def load_documents(folder: Traversable) -> DocumentTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    furniture = read_table(folder.joinpath("furniture.tsv"), Furniture)
    menu = read_table(folder.joinpath("menus.tsv"), MenuWord)
    openers = read_table(folder.joinpath("openers.tsv"), Opener)
    buttons = read_table(folder.joinpath("buttons.tsv"), ButtonWord)
    credits_ = read_table(folder.joinpath("credits.tsv"), Credit)
    return DocumentTables(
        whole={_phrase(row.phrase): row.kind for row in furniture if row.place is PhrasePlace.WHOLE and "…" not in row.phrase},
        gapped=tuple(_gapped(row) for row in furniture if row.place is PhrasePlace.WHOLE and "…" in row.phrase),
        starts=_by_first_word(row for row in furniture if row.place is PhrasePlace.START),
        labels=_by_first_word(row for row in furniture if row.place is PhrasePlace.LABEL),
        ends={_phrase(row.phrase): row.kind for row in furniture if row.place is PhrasePlace.END},
        menu={_phrase(row.phrase): row.kind for row in menu},
        owners={_phrase(row.name): row.strong == "yes" for row in credits_},
        stamps={key(row.word): row.kind for row in read_table(folder.joinpath("stamps.tsv"), StampWord)},
        openers=frozenset(key(row.word) for row in openers),
        distinct=frozenset(key(row.word) for row in openers if row.distinct == "yes"),
        sentence_openers=frozenset(key(row.word) for row in openers if row.sentence == "yes"),
        orders=frozenset(key(row.word) for row in buttons if row.kind == "order"),
        buttons=frozenset(key(row.word) for row in buttons if row.kind == "button"),
        things=frozenset(word for row in buttons if row.kind == "thing" for word in key(row.word).split()),
    )


def _phrase(written: str) -> Phrase:
    return numbered(key(written.replace("{n}", " 0 ")).split())


def _gapped(row: Furniture) -> tuple[Phrase, Phrase, SegmentKind]:
    before, _, after = row.phrase.partition("…")
    return _phrase(before), _phrase(after), row.kind


def _by_first_word(rows: Iterable[Furniture]) -> dict[str, tuple[tuple[Phrase, SegmentKind], ...]]:
    found: dict[str, list[tuple[Phrase, SegmentKind]]] = {}
    for row in rows:
        phrase = _phrase(row.phrase)
        found.setdefault(phrase[0], []).append((phrase, row.kind))
    # The longest phrase is tried first.
    return {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found.items()}
