"""Days as pages and people write them: ISO 8601, EDTF, RFC 2822, «14/02/2016», «14 février 2016», «janvier 2017».

In: a string. Out: `Day`s with their place in it. Not: which of them is the day of publication.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate
from typing import NamedTuple

from greffier.lang.metadata import MetadataTables
from greffier.text.keys import key
from greffier.text.typography import fold

__all__ = ["Day", "find_days", "read_day"]

# No newspaper is older, and no page is from so far in the future.
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
# «16» is 2016, «87» is 1987
_CENTURY_TURN = 50

_DATE = re.compile(
    r"""(?<![\d./-])(?:
        (?P<iso>(?P<y1>\d{4})-(?P<m1>\d{1,2})(?:-(?P<d1>\d{1,2}))?)(?:[T\s]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?
      | (?P<y2>\d{4})[/.](?P<m2>\d{1,2})[/.](?P<d2>\d{1,2})
      | (?P<d3>\d{1,2})(?P<sep>[/.-])(?P<m3>\d{1,2})(?P=sep)(?P<y3>\d{4}|\d{2})
      | (?:(?P<d4>\d{1,2})\s?(?:er)?\s+)?(?P<word>[^\W\d_]{3,9})\.?\s+(?P<y4>\d{4})
    )(?![\d/-])""",
    re.VERBOSE,
)
# «20160214», «20160214T102000Z»: whole strings only
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?\Z")
# Seconds or milliseconds since 1970: whole strings only
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?\Z")
# EDTF: a year alone, an interval, uncertain or approximate
_EDTF = re.compile(r"(\d{4}(?:-\d{2}){0,2})[?~%]?(?:/(\d{4}(?:-\d{2}){0,2})[?~%]?)?\Z")


class Day(NamedTuple):
    """A day, month, year or interval as EDTF and as inclusive days; `start` and `end` are its place in the string that it was read from."""

    edtf: str
    earliest: date
    latest: date
    start: int = 0
    end: int = 0


def read_day(words: str, tables: MetadataTables) -> Day | None:
    """Read the day that a whole value tells; `None` where it tells none or an impossible one."""
    value = words.strip()
    told = _EDTF.match(value)
    if told:
        first, last = _partial(told[1]), _partial(told[2] or told[1])
        return Day(value, first.earliest, last.latest) if first and last and first.earliest <= last.latest else None
    if _EPOCH.match(value):
        moment = datetime.fromtimestamp(int(value[:10]), tz=UTC)
        return _day(moment.year, moment.month, moment.day)
    compact = _COMPACT.match(value)
    if compact:
        return _day(int(compact[1]), int(compact[2]), int(compact[3]))
    found = next(find_days(value, tables), None)
    if found:
        return found
    try:
        fields = parsedate(value)
    except (TypeError, ValueError, IndexError, OverflowError):  # malformed in ways that the library does not foresee
        return None
    return _day(*fields[:3]) if fields else None


def find_days(words: str, tables: MetadataTables) -> Iterator[Day]:
    """Find all days that a stretch of text prints, with their places in it."""
    for match in _DATE.finditer(fold(words)):
        day = _of(match, tables)
        if day:
            yield day._replace(start=match.start(), end=match.end())


def _of(match: re.Match[str], tables: MetadataTables) -> Day | None:
    if match["iso"]:
        return _day(int(match["y1"]), int(match["m1"]), int(match["d1"])) if match["d1"] else _month(int(match["y1"]), int(match["m1"]))
    if match["y2"]:
        return _day(int(match["y2"]), int(match["m2"]), int(match["d2"]))
    if match["y3"]:
        year = int(match["y3"])
        if len(match["y3"]) == 2:
            year += 2000 if year < _CENTURY_TURN else 1900
        # Day first, as in all French-speaking countries but for machines: «02/14/2016» can only be February.
        return _day(year, int(match["m3"]), int(match["d3"])) or _day(year, int(match["d3"]), int(match["m3"]))
    month = tables.months.get(key(match["word"]))
    if month is None:
        return None
    return _day(int(match["y4"]), month, int(match["d4"])) if match["d4"] else _month(int(match["y4"]), month)


def _partial(edtf: str) -> Day | None:
    year, *rest = (int(part) for part in edtf.split("-"))
    if not rest:
        return Day(edtf, date(year, 1, 1), date(year, 12, 31)) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    return _day(year, *rest) if len(rest) == 2 else _month(year, rest[0])


def _month(year: int, month: int) -> Day | None:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    return Day(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> Day | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        told = date(year, month, day)
    except ValueError:
        return None
    return Day(told.isoformat(), told, told)
