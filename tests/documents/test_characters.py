from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.documents.characters import clean_characters
from greffier.records import ProblemCode


@pytest.mark.parametrize(
    ("content", "text", "problem"),
    [
        ("\ufeffLe maire", "Le maire", False),
        ("Le\ufeff maire", "Le maire", True),
        ("a\r\nb\rc\x0cd\u2028e\x85f", "a\nb\nc\nd\ne\nf", False),
        ("Le\x00 maire\x07", "Le  maire ", True),
        ("Le \ud800 maire", "Le \ufffd maire", True),
        ("e\u0301te\u0301", "été", False),
        ("L’élu\u00a0: «\u202foui\u202f»\tetc.", "L’élu\u00a0: «\u202foui\u202f»\tetc.", False),
    ],
)
def test_only_what_is_no_character_is_replaced(content, text, problem):
    found, problems = clean_characters(content)
    assert found == text
    assert [p.code for p in problems] == ([ProblemCode.CONTROL_CHARACTERS] if problem else [])


@given(st.text())
def test_any_text_becomes_nfc_and_stays(content):
    text, _ = clean_characters(content)
    assert unicodedata.is_normalized("NFC", text)
    assert clean_characters(text) == (text, ())
    text.encode()
