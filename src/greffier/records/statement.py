"""Statements: attribution relations of source, cue and content.

In: nothing. Out: `Statement`, `Source`, `Relay` and their vocabularies. Not: how they are found, that is `article/statements`.
Follows PARC 3 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record
from greffier.records.span import Span

__all__ = ["Act", "Attestation", "Mode", "Relay", "Source", "SourceKind", "Statement"]


class Mode(StrEnum):
    """Whether the words are the source's own (`direct`), the article's (`indirect`), or both (`mixed`)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceKind(StrEnum):
    """What the source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    DOCUMENT = "document"
    MEDIUM = "medium"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What the source does by saying it; the cue decides, a neutral cue gives `state`."""

    STATE = "state"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    DENY = "deny"
    CORRECT = "correct"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    PRAISE = "praise"
    URGE = "urge"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    ADMIT = "admit"
    ASK = "ask"
    REPLY = "reply"
    AGREE = "agree"
    REFUSE = "refuse"
    THANK = "thank"
    APOLOGISE = "apologise"


class Attestation(StrEnum):
    """Whether the article asserts that it was said, or passes it on as hearsay."""

    ASSERTED = "asserted"
    HEARSAY = "hearsay"


class Source(Record, frozen=True, kw_only=True):
    """Who is quoted: the printed mention (all null where none is printed) and whom it stands for in the article."""

    start: int | None = None
    end: int | None = None
    quote: str | None = None
    mention: str | None = None
    entity: str | None = None
    name: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN


class Relay(Record, frozen=True, kw_only=True):
    """Who passed a statement on."""

    entity: str | None = None
    name: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One attribution relation; `content` has more than one piece where an incise splits it.

    `addressee`, `about` and `place` hold entity ids, `said` a time id, `within` and `same_as` ids of earlier or enclosing statements.
    `score` is an uncalibrated strength of the rule in [0, 1]; it is never about whether what was said is true.
    """

    id: str
    content: tuple[Span, ...]
    mode: Mode
    cue: Span | None = None
    source: Source = Source()
    relays: tuple[Relay, ...] = ()
    addressee: str | None = None
    said: str | None = None
    place: str | None = None
    act: Act = Act.STATE
    attestation: Attestation = Attestation.ASSERTED
    negated: bool = False
    within: str | None = None
    about: tuple[str, ...] = ()
    same_as: str | None = None
    rule: str
    score: float
