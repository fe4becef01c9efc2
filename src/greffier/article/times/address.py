"""Dates in the address of an article: `/2016/10/28/`, `2016-10-28_depeche.txt`, `20161028`.

In: a URL or a path. Out: the days that it may mean. Not: dates in the text.

An address is written by the software of a publisher or by whoever kept the file, not by the article: what it tells is inferred.
"""

from __future__ import annotations

import re
from datetime import date

from greffier.article.times.days import last_of_month
from greffier.article.times.resolve import Stretch

__all__ = ["days_in_address"]

# «/2016/10/28/», «2016-10-28_x.txt», «article-20161028.html»
_DAY = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20[0-3]\d)(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
# «/2016/10/»
_MONTH = re.compile(r"(?<!\d)(?P<year>19[89]\d|20[0-3]\d)(?P<mark>[-/_])(?P<month>0[1-9]|1[0-2])(?=[/_.-]|$)(?!(?P=mark)\d)")


def days_in_address(address: str) -> Stretch | None:
    """Give the day or month that an address tells, nothing where it tells several."""
    days = {day for m in _DAY.finditer(address) if (day := _day(m))}
    if len(days) == 1:
        day = days.pop()
        return Stretch(day, day)
    if days:
        return None
    months = {(int(m["year"]), int(m["month"])) for m in _MONTH.finditer(address)}
    if len(months) != 1:
        return None
    year, month = months.pop()
    return Stretch(date(year, month, 1), last_of_month(year, month))


def _day(m: re.Match[str]) -> date | None:
    try:
        return date(int(m["year"]), int(m["month"]), int(m["day"]))
    except ValueError:
        return None
