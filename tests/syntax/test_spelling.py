"""One spelling for the parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.syntax.spelling import even


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Oui", a dit l’élu, "non".', "«Oui», a dit l'élu, «non»."),
        ('" Peut être " dit-il', "« Peut être » dit-il"),
        ("“Oui” – « non »", "«Oui» - « non »"),
        ('Il a dit ("oui") et "non".', "Il a dit («oui») et «non»."),
        ("Rien.", "Rien."),
    ],
)
def test_marks_and_apostrophes_have_one_spelling(text, expected):
    assert even(text) == expected


@given(st.text(max_size=80))
def test_the_length_stays(text):
    assert len(even(text)) == len(text)


@given(st.text(alphabet='ab "«»“”.,', max_size=40))
def test_an_even_text_is_even(text):
    assert even(even(text)) == even(text)
