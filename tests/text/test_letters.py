"""One table of characters, put by either way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.text.letters import Letters

_TABLE = {"É": "e", "é": "e", "œ": "oe", "A": "a", "-": " ", "ḵ": "k"}


@given(st.text(alphabet="Ééœ A-ḵΣx", max_size=200))
def test_letters_are_put_as_translate_puts_them(text: str) -> None:
    """Short and long texts alike."""
    assert Letters(_TABLE).put(text) == text.translate(str.maketrans(_TABLE))
