"""The days on which an article may have been published, out of its record and back.

In: `Published`. Out: stretches of days, `Published`. Not: how they are found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from greffier.article.times.days import last_of_month
from greffier.article.times.resolve import Stretch
from greffier.records import DateBasis, Published, Span

__all__ = ["from_edtf", "published_of", "stretches_of"]


def stretches_of(published: Published) -> tuple[Stretch, ...]:
    """Give the possible days, none where a bound is missing: an open stretch has no days to look from."""
    if published.edtf and published.edtf.startswith(("[", "{")):
        parts = [from_edtf(part) for part in published.edtf.strip("[]{}").split(",")]
        if all(parts):
            return tuple(part for part in parts if part)
    first, last = _day(published.earliest), _day(published.latest)
    if first and last and first <= last:
        return (Stretch(first, last),)
    told = from_edtf(published.edtf or "")
    return (told,) if told else ()


def from_edtf(words: str) -> Stretch | None:
    """Read a day, month, year or a stretch of them: `2016-10-28`, `2017-01`, `2015-12-23..2015-12-29`, `2016-10-28T10:00:00Z`."""
    ends = re.split(r"\.\.|/", words.strip())
    if len(ends) > 2 or not all(ends):
        return None
    spans = [_span(end) for end in ends]
    first, last = spans[0], spans[-1]
    return Stretch(first.first, last.last) if first and last and first.first <= last.last else None


def _span(words: str) -> Stretch | None:
    m = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])", words.strip())
    if not m:
        return None
    year, month, day = int(m[1]), m[2], m[3]
    try:
        if day:
            one = date(year, int(month), int(day))
            return Stretch(one, one)
        if month:
            return Stretch(date(year, int(month), 1), last_of_month(year, int(month)))
        return Stretch(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        return None


def _day(words: str | None) -> date | None:
    told = _span(words) if words else None
    return told.first if told else None


def published_of(stretches: Sequence[Stretch], basis: DateBasis, evidence: tuple[Span, ...]) -> Published:
    """Write possible days as a record: one stretch as an EDTF interval, several as a set of which one is meant."""
    if not stretches:
        return Published()
    words = [_words(one) for one in stretches]
    edtf = words[0].replace("..", "/") if len(words) == 1 else f"[{','.join(words)}]"
    return Published(
        edtf=edtf,
        earliest=stretches[0].first.isoformat(),
        latest=stretches[-1].last.isoformat(),
        basis=basis,
        evidence=evidence,
    )


def _words(one: Stretch) -> str:
    if one.first == one.last:
        return one.first.isoformat()
    after = one.last + timedelta(1)
    if one.first.day == 1 and after.day == 1:
        if (one.first.year, one.first.month) == (one.last.year, one.last.month):
            return f"{one.first.year:04d}-{one.first.month:02d}"
        if one.first.month == 1 and one.last.month == 12 and one.first.year == one.last.year:
            return f"{one.first.year:04d}"
    return f"{one.first}..{one.last}"
