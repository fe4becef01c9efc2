"""Arithmetic of days: months that carry over, weeks of ISO 8601, Easter, the nearest day of a kind.

In: dates and numbers. Out: dates. Not: words, TIMEX3 values.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

__all__ = [
    "Lean",
    "Pull",
    "add_months",
    "day_of",
    "easter",
    "last_of_month",
    "nearest_day",
    "nearest_month",
    "nearest_weekday",
    "weeks_later",
]


T = TypeVar("T")


class Lean(StrEnum):
    """In which direction a passage looks from its day of publication."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Pull(StrEnum):
    """How strongly the direction binds: the tense weighs, «depuis» includes the day itself, «dernier» leaves it out."""

    WEIGHED = "weighed"
    INCLUSIVE = "inclusive"
    STRICT = "strict"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Move a month by `count` months."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def last_of_month(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def weeks_later(day: date, weeks: int) -> str:
    """Give the TIMEX3 value of the week `weeks` after the one of `day`."""
    year, week, _ = (day + timedelta(weeks=weeks)).isocalendar()
    return f"{year:04d}-W{week:02d}"


def day_of(year: int, month: int, day: int) -> date | None:
    """Give the day, or nothing where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Give Easter Sunday (Gregorian calendar, after Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nearest_weekday(day: date, weekday: int, lean: Lean, pull: Pull = Pull.WEIGHED) -> date:
    """Give the day of the week (Monday is 1) that a passage of `day` means; newspapers tell what was, so no lean is past."""
    if lean is Lean.FUTURE:
        ahead = (weekday - day.isoweekday()) % 7
        return day + timedelta(7 if pull is Pull.STRICT and not ahead else ahead)
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(7 if pull is Pull.STRICT and not back else back)


def nearest_day(day: date, candidates: Iterable[date], lean: Lean, pull: Pull = Pull.WEIGHED) -> date | None:
    """Choose between the same day of several years: the nearest, distance against the tense weighing three times.

    Without a lean a day more than six weeks ahead weighs half as much again: of two days as far, newspapers tell the one that was.
    """

    # Against the tense 3: with 2 «a été tué le 19 décembre» told in July is ahead, with 4 plans told in the past tense are behind.
    def cost(other: date) -> float:
        ahead = (other - day).days
        against = (lean is Lean.PAST and ahead > 0) or (lean is Lean.FUTURE and ahead < 0)
        late = lean is Lean.NONE and ahead > 45
        return abs(ahead) * (3.0 if against else 1.5 if late else 1.0)

    return _choose(candidates, cost, lambda other: (other > day) - (other < day), lean, pull)


def nearest_month(day: date, month: int, lean: Lean, pull: Pull = Pull.WEIGHED) -> int:
    """Choose the year of a month: as `nearest_day`, distances in months."""

    def cost(year: int) -> float:
        ahead = (year - day.year) * 12 + month - day.month
        against = (lean is Lean.PAST and ahead > 0) or (lean is Lean.FUTURE and ahead < 0)
        return abs(ahead) * (2.5 if against else 1.0) + (0.6 if lean is Lean.NONE and ahead > 0 else 0.0)

    def side(year: int) -> int:
        ahead = (year - day.year) * 12 + month - day.month
        return (ahead > 0) - (ahead < 0)

    chosen = _choose((day.year - 1, day.year, day.year + 1), cost, side, lean, pull)
    return day.year if chosen is None else chosen


def _choose(candidates: Iterable[T], cost: Callable[[T], float], side: Callable[[T], int], lean: Lean, pull: Pull) -> T | None:
    pool = list(candidates)
    if pull is not Pull.WEIGHED and lean is not Lean.NONE:
        sign = 1 if lean is Lean.FUTURE else -1
        allowed = {sign} if pull is Pull.STRICT else {sign, 0}
        pool = [one for one in pool if side(one) in allowed] or pool
    return min(pool, key=cost, default=None)
