"""Typed contents of `lang/<code>/times/`: the words of a language for days, units, parts of the day, tenses.

In: the tables of that folder. Out: one row type a table, `TimeTables`, `load_times`. Not: rules.

`example` is marked text (`{t=VALUE:words}`), read as an article of Wednesday, 26 October 2016.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Literal

from greffier.lang.loader import Row, read_table
from greffier.records import Record, TimeModifier, TimeType

__all__ = [
    "Collective",
    "ContextWords",
    "DayPart",
    "Deictic",
    "Holiday",
    "Modifier",
    "Month",
    "Narrative",
    "NumberWord",
    "Ordinal",
    "PeriodPart",
    "Reference",
    "Relative",
    "Season",
    "SetWord",
    "Tense",
    "TimeTables",
    "Unit",
    "Weekday",
    "load_times",
]


class Month(Record, frozen=True, kw_only=True):
    """A month of the year, January is 1 (`months.tsv`)."""

    forms: tuple[str, ...]
    number: int
    example: str


class Weekday(Record, frozen=True, kw_only=True):
    """A day of the week, Monday is 1 (`weekdays.tsv`)."""

    forms: tuple[str, ...]
    number: int
    example: str


class Unit(Record, frozen=True, kw_only=True):
    """A unit of time; the codes are told in the table (`units.tsv`)."""

    forms: tuple[str, ...]
    code: str
    example: str


class NumberWord(Record, frozen=True, kw_only=True):
    """A number in words (`numbers.tsv`)."""

    forms: tuple[str, ...]
    value: int


class Collective(Record, frozen=True, kw_only=True):
    """A round number, «une dizaine» (`collectives.tsv`)."""

    forms: tuple[str, ...]
    value: int
    example: str


class Ordinal(Record, frozen=True, kw_only=True):
    """A rank, «premier» (`ordinals.tsv`)."""

    forms: tuple[str, ...]
    value: int
    example: str


class DayPart(Record, frozen=True, kw_only=True):
    """A part of the day with its TIMEX3 code, MO MI AF EV NI DT (`dayparts.tsv`)."""

    forms: tuple[str, ...]
    code: str
    example: str


class Season(Record, frozen=True, kw_only=True):
    """A season with its TIMEX3 code, SP SU FA WI (`seasons.tsv`)."""

    forms: tuple[str, ...]
    code: str
    first_month: int
    example: str


class Relative(Record, frozen=True, kw_only=True):
    """A word that moves a unit by `shift` from the day of publication or from the story's last date (`relatives.tsv`)."""

    forms: tuple[str, ...]
    shift: int
    base: Literal["published", "narrative"]
    example: str


class Deictic(Record, frozen=True, kw_only=True):
    """A day told from the day of publication, «hier» (`deictics.tsv`)."""

    forms: tuple[str, ...]
    days: int
    example: str


class Narrative(Record, frozen=True, kw_only=True):
    """A day told from the last date of the story, «la veille» (`narratives.tsv`)."""

    forms: tuple[str, ...]
    days: int
    example: str


class PeriodPart(Record, frozen=True, kw_only=True):
    """A part of a period, «fin» (`parts.tsv`)."""

    forms: tuple[str, ...]
    mod: TimeModifier
    example: str


class Modifier(Record, frozen=True, kw_only=True):
    """A word before a number of units, «environ» (`modifiers.tsv`)."""

    forms: tuple[str, ...]
    mod: TimeModifier
    example: str


class Reference(Record, frozen=True, kw_only=True):
    """A vague time without a date, «récemment»; `behind` are prepositions it must stand behind (`references.tsv`)."""

    forms: tuple[str, ...]
    behind: tuple[str, ...] = ()
    type: TimeType
    value: str
    example: str


class SetWord(Record, frozen=True, kw_only=True):
    """A word that repeats by itself, «quotidien» (`sets.tsv`)."""

    forms: tuple[str, ...]
    kind: Literal["adverb", "adjective"]
    value: str
    example: str


class Holiday(Record, frozen=True, kw_only=True):
    """A day with a name: `month_day` (`12-25`) or `easter`, days after Easter Sunday; `bare` needs a preposition (`holidays.tsv`)."""

    forms: tuple[str, ...]
    month_day: str | None = None
    easter: int | None = None
    bare: bool = False
    example: str


class Tense(Record, frozen=True, kw_only=True):
    """Surface signs of tense and direction; the kinds are told in the table (`tenses.tsv`)."""

    kind: Literal["ending", "word", "except", "auxiliary", "participle", "be", "motion", "bare", "still", "agenda", "before"]
    forms: tuple[str, ...]
    lean: Literal["past", "future", "none"]
    example: str


class ContextWords(Record, frozen=True, kw_only=True):
    """Words around a number or a month that make it a time, or none (`contexts.tsv`)."""

    kind: str
    forms: tuple[str, ...]
    example: str


class TimeTables(Record, frozen=True, kw_only=True):
    """What the language knows about times."""

    months: tuple[Month, ...]
    weekdays: tuple[Weekday, ...]
    units: tuple[Unit, ...]
    numbers: tuple[NumberWord, ...]
    collectives: tuple[Collective, ...]
    ordinals: tuple[Ordinal, ...]
    dayparts: tuple[DayPart, ...]
    seasons: tuple[Season, ...]
    relatives: tuple[Relative, ...]
    deictics: tuple[Deictic, ...]
    narratives: tuple[Narrative, ...]
    parts: tuple[PeriodPart, ...]
    modifiers: tuple[Modifier, ...]
    references: tuple[Reference, ...]
    sets: tuple[SetWord, ...]
    holidays: tuple[Holiday, ...]
    tenses: tuple[Tense, ...]
    contexts: tuple[ContextWords, ...]

    def context(self, kind: str) -> tuple[str, ...]:
        """All words of one kind of `contexts.tsv`."""
        return tuple(form for row in self.contexts if row.kind == kind for form in row.forms)


def load_times(folder: Traversable) -> TimeTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """

    def table(name: str, row: type[Row]) -> tuple[Row, ...]:
        return read_table(folder.joinpath(f"{name}.tsv"), row)

    return TimeTables(
        months=table("months", Month),
        weekdays=table("weekdays", Weekday),
        units=table("units", Unit),
        numbers=table("numbers", NumberWord),
        collectives=table("collectives", Collective),
        ordinals=table("ordinals", Ordinal),
        dayparts=table("dayparts", DayPart),
        seasons=table("seasons", Season),
        relatives=table("relatives", Relative),
        deictics=table("deictics", Deictic),
        narratives=table("narratives", Narrative),
        parts=table("parts", PeriodPart),
        modifiers=table("modifiers", Modifier),
        references=table("references", Reference),
        sets=table("sets", SetWord),
        holidays=table("holidays", Holiday),
        tenses=table("tenses", Tense),
        contexts=table("contexts", ContextWords),
    )
