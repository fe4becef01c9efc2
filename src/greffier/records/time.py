"""Time expressions with their values and intervals.

In: nothing. Out: `TimeExpression`, `TimeType`, `Times`. Not: how they are found, that is `article/times`.
Follows TIMEX3 (ISO-TimeML) and EDTF.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record
from greffier.records.metadata import Published

__all__ = ["TimeExpression", "TimeModifier", "TimeType", "Times"]


class TimeType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeModifier(StrEnum):
    """TIMEX3 modifiers that greffier uses."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class TimeExpression(Record, frozen=True, kw_only=True):
    """A passage that tells a time; `earliest` and `latest` are inclusive ISO days, null where the text cannot give them.

    `anchor` is the id of the expression it was resolved against, or `published`, or null where it needs none or has none.
    """

    id: str
    start: int
    end: int
    quote: str
    type: TimeType
    value: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    mod: TimeModifier | None = None
    anchor: str | None = None
    rule: str


class Times(Record, frozen=True, kw_only=True):
    """The result of the room: expressions in text order, and the day of publication as they bound it."""

    expressions: tuple[TimeExpression, ...] = ()
    published: Published = Published()
