"""Pairs of sentences of which one holds a statement and the other only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.marked import read_cases
from tests.support.statements import compare

CASES = read_cases(Path(__file__).parent / "cases", "contrast_*.txt")


@pytest.fixture(scope="module")
def articles(analyzer):
    """All cases in one batch: the parser is quicker so."""
    from greffier.records import Given, Origin, RawDocument

    cases = [param.values[0] for param in CASES]
    raws = [RawDocument(origin=Origin(uri=case.where, format="text"), content=case.text, given=Given(language="fr")) for case in cases]
    return dict(zip([case.where for case in cases], analyzer.analyze(raws), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_contrast(case, articles):
    assert compare(case, articles[case.where]) == []


def test_half_of_them_are_negative():
    cases = [param.values[0] for param in CASES]
    negative = [case for case in cases if not case.marks]
    assert len(cases) >= 250
    assert 0.5 < len(negative) / len(cases) < 0.7
