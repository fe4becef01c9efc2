"""Marked sentences: `{actor:Moscou} {trigger=COERCE.arrest:a arrêté} {recipient:deux Ukrainiens}`.

The value of `trigger` is TYPE, TYPE.mode, or TYPE/status; an unmarked line tells no event. Actors and recipients are named by any
mention of the same entity; where neither is marked, they are not looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.marked import Case, read_cases


def overlaps(a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
    return a_start < b_end and b_start < a_end


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases"))
def test_case(case: Case, read_text):
    article = read_text(case.text)
    triggers = case.of("trigger")
    if not triggers:
        assert [(e.type.value, e.trigger.quote, e.status.value) for e in article.events] == []
        return
    for mark in triggers:
        found = [e for e in article.events if overlaps(e.trigger.start, e.trigger.end, mark.start, mark.end)]
        assert found, f"nothing at {mark.quote!r}; found {[(e.type.value, e.trigger.quote) for e in article.events]}"
        kind, _, status = (mark.value or "").partition("/")
        kind, _, mode = kind.partition(".")
        assert found[0].type.value == kind
        if mode:
            assert found[0].mode == mode
        if status:
            assert found[0].status.value == status
    if len(triggers) == 1:
        check_parties(case, article, found[0])


def check_parties(case: Case, article, event) -> None:
    named = {m.entity: set() for m in article.mentions}
    for m in article.mentions:
        named[m.entity] |= {(m.start, m.end)}
    for label, ids in (("actor", event.actors), ("recipient", event.recipients)):
        marks = case.of(label)
        for mark in marks:
            hit = any(overlaps(start, end, mark.start, mark.end) for i in ids for start, end in named.get(i, ()))
            assert hit, f"{label} {mark.quote!r} not among {ids}"
        if marks:
            assert len(ids) == len(marks), f"{label}: {ids}"
