"""What each rule said of each place: the ground of `greffier explain`.

In: nothing. Out: `Verdict`, `Answer`, `Trace`, `SILENT`. Not: a log; rules note only what a reader of the record would ask about.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record

__all__ = ["SILENT", "Answer", "Trace", "Verdict"]


class Answer(StrEnum):
    """What a rule did: it spoke, it saw two readings and abstained, or it refused a look-alike."""

    FOUND = "found"
    ABSTAINED = "abstained"
    REFUSED = "refused"


class Verdict(Record, frozen=True, kw_only=True):
    """One rule's word on one place (code points of the article)."""

    noun: str
    rule: str
    start: int
    end: int
    answer: Answer
    detail: str | None = None


class Trace:
    """Collects verdicts where `on`; rules ask `trace.on` before they build a detail, so that a silent trace costs nothing."""

    __slots__ = ("on", "verdicts")

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self.verdicts: list[Verdict] = []

    def note(self, noun: str, rule: str, place: tuple[int, int], answer: Answer, detail: str | None = None) -> None:
        """Note a verdict on `place` (start, end)."""
        if self.on:
            self.verdicts.append(Verdict(noun=noun, rule=rule, start=place[0], end=place[1], answer=answer, detail=detail))


SILENT = Trace(on=False)
