"""What a passage means before the day of publication is known, and what it comes to once it is.

In: numbers and words that a rule has read. Out: `Reading`: a value with unknown parts, and a function from a day to a value. Not: text.

A reading never depends on the day of publication, so that a day learned later changes values alone, not what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from greffier.article.times.days import Lean, Pull, add_months, day_of, easter, nearest_day, nearest_month, nearest_weekday, weeks_later
from greffier.article.times.values import Moment, moment
from greffier.records import TimeModifier, TimeType

__all__ = [
    "Base",
    "End",
    "Reading",
    "both_ends",
    "decade_of",
    "fixed",
    "from_easter",
    "month_day",
    "month_of",
    "on_day",
    "quarter_of",
    "season_of",
    "shifted",
    "this_weekday",
    "unit_value",
    "vague",
    "weekday_near",
    "weekend_near",
]


class Base(StrEnum):
    """The day that a reading starts from."""

    NONE = "none"
    PUBLISHED = "published"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage understood: its type, its value where no day is known, and how a day makes it whole.

    `ends` are those of an interval; `otherwise` is what the passage means where the story has told no day yet («trois jours plus tard»).
    """

    type: TimeType
    template: str
    base: Base = Base.NONE
    at: Callable[[date], str | Moment | None] | None = None
    mod: TimeModifier | None = None
    ends: tuple[End, ...] = ()
    otherwise: Reading | None = None

    def on(self, day: date | None) -> Moment:
        """Give the value seen from `day`; what the calendar does not have keeps its unknown parts."""
        if self.at is None or day is None:
            return moment(self.template, self.mod)
        try:
            told = self.at(day)
        except (ValueError, OverflowError):
            told = None
        if told is None:
            return Moment(self.template)
        return told if isinstance(told, Moment) else moment(told, self.mod)


@dataclass(frozen=True, slots=True)
class End:
    """One end of an interval, at its own words."""

    start: int
    end: int
    reading: Reading


def fixed(value: str, mod: TimeModifier | None = None, type_: TimeType = TimeType.DATE) -> Reading:
    """Make a reading that needs no day: «2011», «trois ans», «tous les vendredis»."""
    return Reading(type_, value, mod=mod)


def on_day(reading: Reading, part: str | None) -> Reading:
    """Put a part of the day or a clock time on a day: «mardi soir», «hier à 15 heures»."""
    if not part:
        return reading
    inner = reading.at

    def at(day: date) -> str | None:
        told = inner(day) if inner else None
        value = told.value if isinstance(told, Moment) else told
        return f"{value}T{part}" if value else None

    type_ = TimeType.SET if reading.type is TimeType.SET else TimeType.TIME
    return replace(reading, type=type_, template=f"{reading.template}T{part}", at=at if inner else None)


def weekday_near(weekday: int, lean: Lean, pull: Pull = Pull.WEIGHED) -> Reading:
    """Read a day of the week: «lundi», «lundi dernier», «jeudi prochain»."""

    def at(day: date) -> str:
        return nearest_weekday(day, weekday, lean, pull).isoformat()

    return Reading(TimeType.DATE, f"XXXX-WXX-{weekday}", Base.PUBLISHED, at)


def this_weekday(weekday: int, lean: Lean) -> Reading:
    """Read «ce lundi»: today or tomorrow where it fits, else as the tense says."""

    def at(day: date) -> str:
        ahead = (weekday - day.isoweekday()) % 7
        if lean is Lean.FUTURE or (ahead <= 1 and not (ahead and lean is Lean.PAST)):
            return (day + timedelta(ahead)).isoformat()
        return nearest_weekday(day, weekday, Lean.PAST).isoformat()

    return Reading(TimeType.DATE, f"XXXX-WXX-{weekday}", Base.PUBLISHED, at)


def month_day(month: int, day: int, lean: Lean, pull: Pull = Pull.WEIGHED, weekday: int | None = None) -> Reading | None:
    """Read a day of a month without its year; a weekday beside it decides the year where the calendar has one near."""
    if day_of(2000, month, day) is None:
        return None

    def at(published: date) -> str | None:
        near = [d for year in range(published.year - 1, published.year + 2) if (d := day_of(year, month, day))]
        fitting = [d for d in near if weekday is None or d.isoweekday() == weekday]
        chosen = nearest_day(published, fitting or near, lean, pull)
        return chosen.isoformat() if chosen else None

    return Reading(TimeType.DATE, f"XXXX-{month:02d}-{day:02d}", Base.PUBLISHED, at)


def month_of(month: int, lean: Lean, pull: Pull = Pull.WEIGHED, mod: TimeModifier | None = None, years: int | None = None) -> Reading:
    """Read a month without its year, or (`years`) of the year that many years away."""

    def at(day: date) -> str:
        year = nearest_month(day, month, lean, pull) if years is None else day.year + years
        return f"{year:04d}-{month:02d}"

    return Reading(TimeType.DATE, f"XXXX-{month:02d}", Base.PUBLISHED, at, mod)


def season_of(
    code: str, first_month: int, lean: Lean, pull: Pull = Pull.WEIGHED, mod: TimeModifier | None = None, years: int | None = None
) -> Reading:
    """Read a season without its year: the one that lasts, else this year's, but for what «dernier», «prochain» or the tense say.

    `years`: the season of the year that many years away, whatever the tense.
    """

    def at(day: date) -> str:
        if years is not None:
            return f"{day.year + years:04d}-{code}"
        # The season that began last, and whether it still lasts.
        begun = day.year if day.month >= first_month else day.year - 1
        within = (day.year - begun) * 12 + day.month - first_month < 3
        year = begun if within else day.year
        if lean is Lean.PAST:
            year = begun - (within and pull is Pull.STRICT)
        elif lean is Lean.FUTURE and (not within or pull is Pull.STRICT):
            year = begun + 1
        return f"{year:04d}-{code}"

    return Reading(TimeType.DATE, f"XXXX-{code}", Base.PUBLISHED, at, mod)


def from_easter(days: int, lean: Lean, pull: Pull = Pull.WEIGHED) -> Reading:
    """Read a feast that moves with Easter."""

    def at(published: date) -> str | None:
        feasts = [easter(year) + timedelta(days) for year in range(published.year - 1, published.year + 2)]
        chosen = nearest_day(published, feasts, lean, pull)
        return chosen.isoformat() if chosen else None

    return Reading(TimeType.DATE, "XXXX-XX-XX", Base.PUBLISHED, at)


def decade_of(digits: int) -> Reading:
    """Read «les années 80»: the nearest decade that had begun."""

    def at(day: date) -> str:
        century = day.year // 100
        return f"{century if digits < day.year % 100 else century - 1}{digits // 10}"

    # No article of this century means another one than the last by 30 and more; a nearer one waits for the day of publication.
    return fixed(f"19{digits // 10}") if digits >= 30 else Reading(TimeType.DATE, f"XX{digits // 10}", Base.PUBLISHED, at)


# A unit's value where no day is known.
_TEMPLATES = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "D": "XXXX-XX-XX",
    "WE": "XXXX-WXX-WE",
    "Q": "XXXX-QX",
    "HY": "XXXX-HX",
    "E": "XXX",
    "C": "XX",
    "H": "XXXX-XX-XX",
    "MIN": "XXXX-XX-XX",
    "S": "XXXX-XX-XX",
    "NI": "XXXX-XX-XXTNI",
}


def unit_value(day: date, unit: str, count: int) -> str | None:  # one line a unit, nothing to split
    """Give the value of the unit that lies `count` units from `day`: `W`, -1 is the week before."""
    if unit == "D":
        return (day + timedelta(count)).isoformat()
    if unit == "W":
        return weeks_later(day, count)
    if unit == "WE":
        return f"{weeks_later(day, count)}-WE"
    if unit == "M":
        year, month = add_months(day.year, day.month, count)
        return f"{year:04d}-{month:02d}"
    if unit == "Y":
        return f"{day.year + count:04d}"
    if unit == "Q":
        quarter = day.year * 4 + (day.month - 1) // 3 + count
        return f"{quarter // 4:04d}-Q{quarter % 4 + 1}"
    if unit == "HY":
        half = day.year * 2 + (day.month - 1) // 6 + count
        return f"{half // 2:04d}-H{half % 2 + 1}"
    if unit == "E":
        return f"{day.year // 10 + count:03d}"
    if unit == "C":
        return f"{day.year // 100 + count:02d}"
    if unit == "NI":
        return f"{day + timedelta(count)}TNI"
    return (day + timedelta(hours=count) if unit == "H" else day).isoformat() if unit in {"H", "MIN", "S"} else None


def shifted(unit: str, count: int, base: Base = Base.PUBLISHED, mod: TimeModifier | None = None) -> Reading:
    """Read a unit that lies `count` units away: «la semaine dernière», «il y a trois jours», «cette année»."""
    type_ = TimeType.TIME if unit in {"H", "MIN", "S", "NI"} else TimeType.DATE
    return Reading(type_, _TEMPLATES[unit], base, lambda day: unit_value(day, unit, count), mod)


def weekend_near(lean: Lean, count: int, mod: TimeModifier | None = None) -> Reading:
    """Read «ce week-end» (count 0), «le week-end dernier» (-1), «le week-end prochain» (1).

    Until Friday «le week-end prochain» is the one that comes; on Monday and Tuesday «ce week-end» in the past tense is the one that was.
    """

    def at(day: date) -> str | None:
        weekday = day.isoweekday()
        moved = 0 if count > 0 and weekday < 6 else count
        if not count and lean is Lean.PAST and weekday <= 2:
            moved = -1
        return unit_value(day, "WE", moved)

    return Reading(TimeType.DATE, _TEMPLATES["WE"], Base.PUBLISHED, at, mod)


def quarter_of(kind: str, rank: int, lean: Lean) -> Reading:
    """Read a quarter («Q») or half («H») of a year without the year: one that is not over is last year's in the past tense."""
    months = 3 if kind == "Q" else 6

    def at(day: date) -> str:
        over = rank * months < day.month
        year = day.year - (not over and lean is Lean.PAST) + (over and lean is Lean.FUTURE)
        return f"{year:04d}-{kind}{rank}"

    return Reading(TimeType.DATE, f"XXXX-{kind}{rank}", Base.PUBLISHED, at)


# What «quelques», «plusieurs» units away means, in units: [nearer, farther] (the development cases: two to twelve months).
_VAGUE_REACH = {"Y": (2, 10), "M": (2, 12), "W": (2, 8), "D": (2, 10)}


def vague(unit: str, sign: int, mod: TimeModifier | None = TimeModifier.APPROX) -> Reading:
    """Read «il y a quelques mois» (sign -1), «dans quelques jours» (sign 1): a reference with rough days."""
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    reach = _VAGUE_REACH.get(unit)
    if reach is None:
        return fixed(value, mod)

    def move(day: date, count: int) -> date:
        if unit in {"D", "W"}:
            return day + timedelta(count if unit == "D" else 7 * count)
        year, month = add_months(day.year, day.month, count * (12 if unit == "Y" else 1))
        return next(d for n in range(day.day, 0, -1) if (d := day_of(year, month, n)))

    def at(day: date) -> Moment:
        bounds = sorted((move(day, sign * reach[0]), move(day, sign * reach[1])))
        return Moment(value, *bounds)

    return Reading(TimeType.DATE, value, Base.PUBLISHED, at, mod)


def both_ends(first: tuple[int, int, Reading], last: tuple[int, int, Reading]) -> Reading:
    """Join two readings to an interval; the last end is read again from the first, so that «de lundi à jeudi» runs forward."""
    a, b = first[2], last[2]

    def at(day: date) -> str | None:
        start, end = a.on(day), b.on(day)
        if start.earliest and (later := re.fullmatch(r"XXXX-WXX-(\d)(T.+)?", b.template)):
            end = moment(f"{nearest_weekday(start.earliest, int(later[1]), Lean.FUTURE)}{later[2] or ''}")
        return f"{start.value}/{end.value}"

    def half(index: int, reading: Reading) -> Reading:
        def of(day: date) -> str | None:
            joined = at(day)
            return joined.split("/", 1)[index] if joined else None

        return replace(reading, at=of) if reading.at or a.at or b.at else reading

    base = Base.PUBLISHED if Base.PUBLISHED in {a.base, b.base} else Base.NARRATIVE if Base.NARRATIVE in {a.base, b.base} else Base.NONE
    ends = (End(first[0], first[1], half(0, a)), End(last[0], last[1], half(1, b)))
    return Reading(
        TimeType.TIME if TimeType.TIME in {a.type, b.type} else a.type,
        f"{a.template}/{b.template}",
        base,
        at if base is not Base.NONE else None,
        ends=ends,
    )
