"""Marked text: `{t=VALUE:words}`; a modifier follows the value (`2016-08+END`), a type goes before it where it is no DATE (`SET~P1Y`).

A colon would end the value: `T15h00`. `@ published=2016-10-26` tells the day, `@ published=unknown` takes it away.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from greffier.times import find
from tests.support.marked import read_cases

CASES = Path(__file__).parent / "cases"


def plain(value):
    """The type that a value has if the case says nothing: a length is a DURATION, a `T` behind a day makes a TIME."""
    return "DURATION" if value.startswith("P") and "REF" not in value else "TIME" if re.search(r"[\dX]T", value) else "DATE"


def told(case):
    expected = []
    for mark in case.of("t"):
        kind, _, value = (mark.value or "").rpartition("~")
        value, _, mod = re.sub(r"T(\d\d)h", r"T\1:", value).partition("+")
        expected.append((mark.quote, mark.start, kind or plain(value), value, mod or None))
    return expected


@pytest.mark.parametrize("case", read_cases(CASES))
def test_case(case):
    published = case.settings.get("published", "unknown")
    found = find(case.text, None if published == "unknown" else published)
    assert [(t.quote, t.start, t.type.value, t.value, t.mod.value if t.mod else None) for t in found] == told(case)
