from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.text.typography import fold


def test_apostrophes_and_no_break_spaces_are_folded():
    assert fold("«\u00a0L’élu\u202f» dit : qu‘il\ta «\u2009vingt‑deux\u2009»") == "« L'élu » dit : qu'il a « vingt-deux »"


def test_quotation_marks_dashes_and_line_feeds_stay():
    assert fold("« “Oui” – non —\n") == "« “Oui” – non —\n"


@given(st.text())
def test_every_character_keeps_its_place(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(a == b or b in "' -" for a, b in zip(text, folded, strict=True))
