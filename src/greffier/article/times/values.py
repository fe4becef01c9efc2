"""TIMEX3 values read as days and written as EDTF.

In: a value (`2016-W42`, `XXXX-12-23`, `2011/2013`) and its modifier. Out: first and last day, EDTF. Not: French.

Follows TIMEX3 (ISO-TimeML) with quarters `Q1`, halves `H1`, seasons `SP SU FA WI`, decades of three digits, centuries of two; EDTF is
ISO 8601-2:2019, levels 0 to 2. A season is rounded outward to four whole months.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from greffier.article.times.days import add_months, last_of_month
from greffier.records import TimeModifier

__all__ = ["Moment", "agree", "edtf_of", "moment", "span_of"]


class Moment(NamedTuple):
    """A value with its first and last day (inclusive), null where it has none."""

    value: str
    earliest: date | None = None
    latest: date | None = None


_SEASONS = {"SP": (3, "21"), "SU": (6, "22"), "FA": (9, "23"), "WI": (12, "24")}
# «2016-10-25TEV», «2016-10-25T20:30»
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?")
# «2016-W42», «2016-W42-WE»
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
# «2016-10», «2016-Q1», «2016-H2», «2015-SU»
_PART = re.compile(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)")
# Which share of a period a modifier means, in tenths: the first third, the middle, the last third.
# A month has ten days of each, a year the three, four and three months that the development cases give.
_MONTH_SHARES = {TimeModifier.START: (1, 10), TimeModifier.MID: (11, 20), TimeModifier.END: (21, 31)}
_YEAR_SHARES = {TimeModifier.START: (1, 3), TimeModifier.MID: (5, 8), TimeModifier.END: (10, 12)}
_WEEK_SHARES = {TimeModifier.START: (0, 1), TimeModifier.MID: (2, 2), TimeModifier.END: (3, 6)}
_DECADE_SHARES = {TimeModifier.START: (0, 3), TimeModifier.MID: (4, 6), TimeModifier.END: (7, 9)}


def moment(value: str, mod: TimeModifier | None = None) -> Moment:
    """Give a value its days."""
    span = span_of(value, mod)
    return Moment(value, *span) if span else Moment(value)


def span_of(value: str, mod: TimeModifier | None = None) -> tuple[date, date] | None:
    """Give the first and last day of a value, nothing for durations, sets, references and values with unknown parts."""
    if "/" in value:
        first, last = (span_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    try:
        return _span(value, mod)
    except (ValueError, OverflowError):
        return None


def _span(value: str, mod: TimeModifier | None) -> tuple[date, date] | None:
    if m := _DAY.fullmatch(value):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        # A night belongs to the evening it begins with and ends on the next day.
        return (day, day + timedelta(1)) if m[4] == "NI" else (day, day)
    if m := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        first, last = (5, 6) if m[3] else _WEEK_SHARES.get(mod, (0, 6)) if mod else (0, 6)
        return monday + timedelta(first), monday + timedelta(last)
    if m := _PART.fullmatch(value):
        return _part_of_year(int(m[1]), m[2], mod)
    if re.fullmatch(r"\d{4}", value):
        first, last = _YEAR_SHARES.get(mod, (1, 12)) if mod else (1, 12)
        return date(int(value), first, 1), last_of_month(int(value), last)
    if re.fullmatch(r"\d{3}", value):
        first, last = _DECADE_SHARES.get(mod, (0, 9)) if mod else (0, 9)
        return date(int(value) * 10 + first, 1, 1), date(int(value) * 10 + last, 12, 31)
    if re.fullmatch(r"\d\d", value):
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    return None


def _part_of_year(year: int, part: str, mod: TimeModifier | None) -> tuple[date, date]:
    if part.isdigit():
        end = last_of_month(year, int(part))
        first, last = _MONTH_SHARES.get(mod, (1, 31)) if mod else (1, 31)
        return date(year, int(part), first), date(year, int(part), min(last, end.day))
    if part[0] == "Q" or (part[0] == "H" and part[1:].isdigit()):
        months = 3 if part[0] == "Q" else 6
        start = (int(part[1]) - 1) * months + 1
    else:
        months, start = 4, _SEASONS[part][0]
    return date(year, start, 1), last_of_month(*add_months(year, start, months - 1))


def edtf_of(value: str, mod: TimeModifier | None, earliest: date | None, latest: date | None) -> str | None:
    """Write a value in EDTF, nothing where EDTF has no word for it (durations, sets, references, unknown weeks)."""
    if value.startswith("P") or "REF" in value:
        return None if earliest is None or latest is None else f"{earliest}~/{latest}~"
    approximate = "~" if mod is TimeModifier.APPROX else ""
    if mod in {TimeModifier.START, TimeModifier.MID, TimeModifier.END}:
        return f"{earliest}~/{latest}~" if earliest and latest else None
    if "/" in value:
        # Hours are left out: EDTF has intervals of days.
        first, last = (edtf_of(part.split("T")[0], None, *(span_of(part) or (None, None))) for part in value.split("/", 1))
        return f"{first}/{last}" if first and last and "/" not in first + last else _days(earliest, latest)
    if m := re.fullmatch(r"([\dX]{4}-[\dX]{2}-[\dX]{2})(?:T(.+))?", value):
        clock = re.fullmatch(r"([01]\d|2[0-3]):(\d\d)", m[2] or "")
        return f"{m[1]}T{clock[0]}:00" if clock and "X" not in m[1] else _known(m[1], approximate)
    if m := re.fullmatch(r"([\dX]{4})-(SP|SU|FA|WI)", value):
        return f"{m[1]}-{_SEASONS[m[2]][1]}" if "X" not in m[1] else None
    if m := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        return f"{m[1]}-{(32 if m[2] == 'Q' else 39) + int(m[3])}"
    if re.fullmatch(r"[\dX]{4}(?:-[\dX]{2})?", value):
        return _known(value, approximate)
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    return _days(earliest, latest)


def _known(value: str, suffix: str) -> str | None:
    """A value of which nothing is known says nothing in EDTF either; one with unknown parts is not approximate besides."""
    return value + (suffix if "X" not in value else "") if any(c.isdigit() for c in value) else None


def _days(earliest: date | None, latest: date | None) -> str | None:
    if not earliest or not latest:
        return None
    return f"{earliest}" if earliest == latest else f"{earliest}/{latest}"


def agree(values: list[str], template: str) -> str:
    """Say what several readings of one passage share: `2015-12-23`, `2020-12-23` give `XXXX-12-23`; else the template of the passage."""
    if len(set(values)) == 1:
        return values[0]
    rests = {value[4:] for value in values}
    if len(rests) == 1 and re.match(r"-\d\d", rest := rests.pop()):
        return f"XXXX{rest}"
    return template
