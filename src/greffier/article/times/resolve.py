"""From findings to expressions with values, seen from the day of publication.

In: findings, the days on which the article may have been published. Out: `TimeExpression`s. Not: what those days are.

An article may have been published on one day, on any of some days, or on nobody knows which. Every finding is resolved from the first
and the last possible day of each stretch; what these agree on is its value. «mars dernier» in an article of some day of January 2017 is
2016-03; «vendredi» stays `XXXX-WXX-5`, between two days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from greffier.article.times.readings import Base, Reading
from greffier.article.times.scan import Finding
from greffier.article.times.values import Moment, agree, edtf_of
from greffier.records import TimeExpression, TimeType

__all__ = ["Stretch", "resolve"]

# A part of the day belongs to the last day that the story told, if that was not longer ago than this many characters: a paragraph.
# On the development cases 200 to 1000 make no difference; without a limit the dates of a background paragraph catch the evening's news.
_STORY_REACH = 400
# Two months: a month-precise day of publication still bounds «vendredi».
_VAGUEST = timedelta(62)
# Clock times of the second half of a night
_MORNING = re.compile(r"T(?:0\d|1[01]):")
# What has no day of its own and starts from the story's: clock times and parts of the day, against «la veille», «le lendemain».
_TIME_RULES = frozenset({"clock", "clock_dash", "clock_words", "clock_interval", "noon", "part_of_day", "part_of_unit"})


class Stretch(NamedTuple):
    """Consecutive days, inclusive."""

    first: date
    last: date


class _Anchor(NamedTuple):
    """A date of the story: its first day (null where the day of publication would have to tell it), which finding, where it ends."""

    day: date | None
    number: int
    end: int
    night: bool


class _Seen(NamedTuple):
    """A finding seen from one day: its value, and the index of the finding that it starts from."""

    moment: Moment
    reading: Reading
    anchor: int | None


def resolve(
    text: str, findings: Sequence[Finding], published: Sequence[Stretch], quiet: Iterable[tuple[int, int]] = ()
) -> tuple[TimeExpression, ...]:
    """Give every finding its value; `quiet` are stretches of text whose dates are not the story's (furniture of the page)."""
    quiet = tuple(quiet)
    known = sorted({day for stretch in published for day in stretch})
    days: list[date | None] = [*known] or [None]
    told = [_seen_from(day, findings, quiet) for day in days]
    return tuple(_expression(text, index, finding, [seen[index] for seen in told]) for index, finding in enumerate(findings))


def _seen_from(day: date | None, findings: Sequence[Finding], quiet: Sequence[tuple[int, int]]) -> list[_Seen]:
    seen: list[_Seen] = []
    # The last date told that is exact to the year, to the month, to the day: «l’année suivante» starts from the first of these.
    anchors: dict[int, _Anchor] = {}
    for index, finding in enumerate(findings):
        reading = finding.reading
        start, start_index = _start_day(finding, day, anchors)
        if start_index is None and reading.otherwise is not None:
            reading = reading.otherwise
        moment = reading.on(start)
        seen.append(_Seen(moment, reading, start_index))
        exactness = _exactness(reading)
        if exactness and not any(low <= finding.start < high for low, high in quiet):
            known = moment.earliest if "X" not in moment.value else None
            anchor = _Anchor(known, index, finding.end, moment.value.endswith("TNI"))
            anchors |= {exact: anchor for exact in (4, 7, 10) if exact <= exactness}
    return seen


def _start_day(finding: Finding, day: date | None, anchors: dict[int, _Anchor]) -> tuple[date | None, int | None]:
    reading = finding.reading
    if reading.base is Base.NONE:
        return None, None
    if reading.base is Base.NARRATIVE:
        anchor = anchors.get(_NEEDED.get(reading.template, 10))
        if anchor and (finding.start - anchor.end <= _STORY_REACH or finding.rule not in _TIME_RULES):
            # «dans la nuit de vendredi à samedi, vers 2 h»: on Saturday.
            early = anchor.night and _MORNING.search(reading.template)
            return anchor.day + timedelta(1) if anchor.day and early else anchor.day, anchor.number
        if reading.otherwise is not None:
            return None, None
    return day, None


# How exact the date must be from which a year or a month is counted; all else needs a day.
_NEEDED = {"XXXX": 4, "XXXX-XX": 7}


def _exactness(reading: Reading) -> int:
    """How exactly a passage moves the story on: 10 by a day, 7 by a month, 4 by a year, 0 not at all; an interval by its first end.

    Its form decides, known or not, so that what starts from it does not depend on the day of publication.
    """
    if reading.type not in {TimeType.DATE, TimeType.TIME}:
        return 0
    head = reading.template.split("/")[0].split("T")[0]
    if re.fullmatch(r"[\dX]{4}-WXX-\d", head):
        return 10
    return len(head) if re.fullmatch(r"[\dX]{4}(?:-[\dX]{2}){0,2}", head) else 0


def _expression(text: str, index: int, finding: Finding, seen: list[_Seen]) -> TimeExpression:
    reading = seen[0].reading
    values = [one.moment.value for one in seen]
    value = agree(values, reading.template)
    earliest = min((one.moment.earliest for one in seen if one.moment.earliest), default=None)
    latest = max((one.moment.latest for one in seen if one.moment.latest), default=None)
    exact = len(set(values)) == 1
    # Days that lie apart more than this say less than the value with its unknown parts.
    if not exact and earliest and latest and latest - earliest > _VAGUEST:
        earliest = latest = None
    anchor = None
    if seen[0].anchor is not None:
        anchor = f"t{seen[0].anchor + 1}"
    elif reading.base is not Base.NONE and earliest is not None:
        anchor = "published"
    return TimeExpression(
        id=f"t{index + 1}",
        start=finding.start,
        end=finding.end,
        quote=text[finding.start : finding.end],
        type=reading.type,
        value=value,
        edtf=edtf_of(value, reading.mod, earliest if exact else None, latest if exact else None),
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        mod=reading.mod,
        anchor=anchor,
        rule=finding.rule,
    )
