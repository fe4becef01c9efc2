"""Sets of days of which one is the day of publication, and what several of them leave over.

In: constraints in the order of their strength. Out: possible days, the constraints that narrowed them. Not: where a constraint comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from greffier.article.times.resolve import Stretch
from greffier.records import Answer, Trace

__all__ = ["FIRST", "LAST", "Constraint", "intersect", "left_over"]

# Between these days a weekday, day and month are looked up: before, French news was not on line; after, it is not written yet.
FIRST, LAST = date(1990, 1, 1), date(2030, 12, 31)


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days of which one is the day of publication, by a rule, for a reason, told at a place (none where the text does not tell it)."""

    rule: str
    days: tuple[Stretch, ...]
    reason: str
    place: tuple[int, int] | None = None


def intersect(days: tuple[Stretch, ...], constraints: Iterable[Constraint], trace: Trace) -> tuple[tuple[Stretch, ...], list[Constraint]]:
    """Take the constraints one after the other; one that leaves no day contradicts a stronger one and is not used."""
    used: list[Constraint] = []
    start = days
    for one in constraints:
        left = left_over(days, [one])
        if left and left != days:
            used.append(one)
        if trace.on and one.place:
            trace.note("published", one.rule, one.place, Answer.FOUND if left else Answer.ABSTAINED, one.reason)
        days = left or days
    return days, _needed(start, days, used)


def _needed(start: tuple[Stretch, ...], days: tuple[Stretch, ...], used: list[Constraint]) -> list[Constraint]:
    """Leave out what the others say as well: the evidence is the shortest list that gives the same days."""
    for one in list(used):
        rest = [other for other in used if other is not one]
        if left_over(start, rest) == days:
            used = rest
    return used


def left_over(days: tuple[Stretch, ...], constraints: Iterable[Constraint]) -> tuple[Stretch, ...]:
    """Give the days that all constraints allow."""
    for one in constraints:
        pairs = ((a, b) for a in days for b in one.days if a.first <= b.last and b.first <= a.last)
        days = _joined(sorted({Stretch(max(a.first, b.first), min(a.last, b.last)) for a, b in pairs}))
    return days


def _joined(days: list[Stretch]) -> tuple[Stretch, ...]:
    """Make one stretch of stretches that overlap or follow each other."""
    joined: list[Stretch] = []
    for one in days:
        if joined and one.first <= joined[-1].last + timedelta(1):
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, one.last))
        else:
            joined.append(one)
    return tuple(joined)
