"""Events: who did what to whom, in the terms of PLOVER 2.0.

In: nothing. Out: `Event`, `EventType`, `EventStatus`. Not: how they are coded, that is `article/events`.
Follows the PLOVER codebook (Open Event Data Alliance); `status` and `within` are our own.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record
from greffier.records.span import Span

__all__ = ["Event", "EventStatus", "EventType"]


class EventType(StrEnum):
    """The sixteen root types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(StrEnum):
    """In what way the article presents the happening."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    HEARSAY = "hearsay"
    DISPUTED = "disputed"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Event(Record, frozen=True, kw_only=True):
    """One coded happening; `actors`, `recipients` and `where` hold entity ids, `when` a time id, `within` the statement that claims it.

    `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. `goldstein` and `plover_score` are
    table look-ups on [-10, 10], never a measure of certainty; `score` is an uncalibrated strength of the rule in [0, 1].
    """

    id: str
    trigger: Span
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    cameo: str | None = None
    goldstein: float | None = None
    plover_score: float | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: str | None = None
    where: str | None = None
    status: EventStatus
    within: str | None = None
    rule: str
    score: float
