"""Marked text: `{kind=thing:words}` for names and `{role=thing:words}` for roles; the same value is the same thing."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from greffier.records import MentionKind
from tests.support.marked import read_cases

CASES = read_cases(Path(__file__).parent / "cases")


def found(article, case):
    entities = {e.id: e for e in article.entities}
    wants_roles = bool(case.of("role"))
    out = []
    for m in article.mentions:
        if m.kind is MentionKind.NAME:
            out.append((m.start, m.quote, entities[m.entity].kind.value if m.entity else "person", m.entity))
        elif wants_roles and m.entity and entities[m.entity].kind.value == "person":
            out.append((m.start, m.quote, "role", m.entity))
    return out


def agree(case, mentions):
    assert sorted((s, q, k) for s, q, k, _ in mentions) == sorted((m.start, m.quote, m.label) for m in case.marks)
    things = defaultdict(set)
    marks = {(m.start, m.quote): m.value for m in case.marks}
    for start, quote, _, entity in mentions:
        if marks[start, quote]:
            things[marks[start, quote]].add(entity)
    assert all(len(ids) == 1 for ids in things.values()), things
    assert len({next(iter(ids)) for ids in things.values()}) == len(things), things


@pytest.mark.parametrize("case", CASES)
def test_names_and_things(case, read_text):
    agree(case, found(read_text(case.text, language="fr"), case))


@pytest.mark.parametrize("change", [("'", "’"), (" ", "\u00a0")], ids=["curly apostrophes", "no-break spaces"])
@pytest.mark.parametrize("case", CASES[::4])
def test_typography_changes_nothing(case, change, read_text):
    changed = found(read_text(case.text.replace(*change), language="fr"), case)
    assert [(s, q.replace(change[1], change[0]), k) for s, q, k, _ in changed] == [
        (s, q, k) for s, q, k, _ in found(read_text(case.text, language="fr"), case)
    ]
