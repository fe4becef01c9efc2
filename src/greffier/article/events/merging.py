"""One happening told three times is one event: the fullest of its first tellings stays.

In: candidates in text order. Out: those that stay. Not: events of several articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from greffier.records import EventStatus, EventType

__all__ = ["Candidate", "merge"]


class Candidate(NamedTuple):
    """An event before it has an id."""

    start: int
    end: int
    kind: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: str | None
    where: str | None
    status: EventStatus
    within: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    lemma: str
    rule: str
    score: float


# Verbs and their nouns share their first letters: frapper and frappe, rencontrer and rencontre.
_STEM = 5


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop tellings of an event that stands already: same type and status side, parties that do not contradict, time and place neither."""
    out: list[Candidate] = []
    for candidate in candidates:
        twin = next((i for i, kept in enumerate(out) if _same(kept, candidate)), None)
        if twin is None:
            out.append(candidate)
        elif _fullness(candidate) > _fullness(out[twin]) and not _full(out[twin]):
            out[twin] = candidate
    return sorted(out, key=lambda c: (c.start, c.end))


def _same(one: Candidate, two: Candidate) -> bool:
    if one.kind is not two.kind or (one.status is EventStatus.NEGATED) is not (two.status is EventStatus.NEGATED):
        return False
    if not _agree(one.when, two.when) or not _agree(one.where, two.where):
        return False
    actors, recipients = set(one.actors) & set(two.actors), set(one.recipients) & set(two.recipients)
    if actors and recipients:
        return True
    # With one side only, the words must be the same too: «une rencontre avec X … la rencontre».
    sides = bool(actors) or not (one.actors and two.actors), bool(recipients) or not (one.recipients and two.recipients)
    nobody = not (one.actors or one.recipients or two.actors or two.recipients)
    return one.lemma[:_STEM] == two.lemma[:_STEM] and all(sides) and (bool(actors or recipients) or nobody)


def _agree(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one == two


def _full(candidate: Candidate) -> bool:
    return bool(candidate.actors and candidate.recipients)


def _fullness(candidate: Candidate) -> int:
    return bool(candidate.actors) + bool(candidate.recipients) + (candidate.when is not None) + (candidate.where is not None)
