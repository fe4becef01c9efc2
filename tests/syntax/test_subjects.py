"""Who is the subject of a reporting verb: sentences written by hand, and the same with other typography."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.marked import read_cases

CASES: dict[str, list] = {}
for param in read_cases(Path(__file__).parent / "cases" / "subjects"):
    CASES.setdefault(param.id.partition(":")[0], []).append(param.values[0])
ALL = [case for cases in CASES.values() for case in cases]

# Two sentences in a hundred under what was measured.
FLOORS = {"reporting_clauses": 0.89, "fresh": 0.81}


def is_found(case, tokens):
    """The subject's word hangs on a word of the cue as a subject."""
    (subject,), (cue,) = case.of("subject"), case.of("cue")
    cues = {t.index for t in tokens if t.start < cue.end and cue.start < t.end}
    return any(t.head in cues and t.deprel.startswith("nsubj") for t in tokens if t.start < subject.end and subject.start < t.end)


def score(parser, cases, change=lambda text: text):
    trees = parser.parse([change(case.text) for case in cases])
    return [is_found(case, tokens) for case, tokens in zip(cases, trees, strict=True)]


@pytest.mark.parametrize("name", FLOORS)
def test_subjects_of_reporting_verbs_are_found(name, own):
    found = score(own, CASES[name])
    missed = [case.where for case, right in zip(CASES[name], found, strict=True) if not right]
    assert sum(found) / len(found) >= FLOORS[name], missed


def test_ours_finds_more_than_the_parser_that_it_is_made_from(own, md):
    assert sum(score(own, ALL)) - sum(score(md, ALL)) >= 0.2 * len(ALL)


@pytest.mark.parametrize(("old", "new"), [("«", "“"), ("»", "”"), ("« ", "«\u00a0"), ("'", "’"), (" ?", "\u202f?")])
def test_typography_changes_no_subject(own, old, new):
    assert score(own, ALL, lambda text: text.replace(old, new)) == score(own, ALL)
