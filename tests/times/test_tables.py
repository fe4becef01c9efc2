"""Every row of every table tells its time: its example is read as an article of Wednesday, 26 October 2016."""

from __future__ import annotations

import re

import pytest

from greffier.lang import load_packs
from greffier.times import find
from tests.support.marked import read_marked

TABLES = load_packs()["fr"].times
ROWS = [
    (f"{name}:{number}", row)
    for name in TABLES.__struct_fields__
    for number, row in enumerate(getattr(TABLES, name), 1)
    if getattr(row, "example", "")
]


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[where for where, _ in ROWS])
def test_the_example_of_a_row_is_found(row):
    case = read_marked(row.example)
    found = [(t.start, t.end, t.value) for t in find(case.text, "2016-10-26")]
    assert found == [(mark.start, mark.end, re.sub(r"T(\d\d)h", r"T\1:", mark.value)) for mark in case.of("t")]


@pytest.mark.parametrize("number", TABLES.numbers, ids=lambda row: row.forms[0])
def test_numbers_in_words_are_read(number):
    for form in number.forms:
        if number.value > 1:
            assert [t.value for t in find(f"Il a attendu {form} mois.")] == [f"P{number.value}M"]


def test_every_form_of_a_holiday_is_found():
    for row in TABLES.holidays:
        for form in row.forms:
            printed = " ".join(word.capitalize() if word not in {"le", "la", "de", "du"} else word for word in form.split())
            assert [t.rule for t in find(f"Il viendra à {printed}.", "2016-10-26")] == ["holiday"], form
