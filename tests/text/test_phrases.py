from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.text.phrases import Phrases, Words, flatten

PHRASES = Phrases(
    [("Côte d'Ivoire", "CI"), ("Nations unies", "UN"), ("Conseil de sécurité des Nations unies", "SC"), ("Nations Unies", "bis")]
)


def look(text):
    words = Words(text)
    return [(text[words.starts[i] : words.ends[last]], meanings) for i in range(len(words)) for last, meanings in PHRASES.at(words, i)]


@given(st.text())
def test_flattening_keeps_every_character_at_its_place(text):
    assert len(flatten(text)) == len(text)


@given(st.text())
def test_words_are_where_they_say(text):
    words = Words(text)
    assert all(text[s:e].isalnum() for s, e in zip(words.starts, words.ends, strict=True))
    for i in range(len(words)):
        assert all(i <= last < len(words) for last, _ in PHRASES.at(words, i))


def test_all_phrases_at_a_word_longest_first():
    assert look("le Conseil de securite des Nations-Unies") == [
        ("Conseil de securite des Nations-Unies", ("SC",)),
        ("Nations-Unies", ("UN", "bis")),
    ]


def test_apostrophes_and_no_break_spaces_change_nothing():
    assert look("en CÔTE\u00a0D’IVOIRE.") == [("CÔTE\u00a0D’IVOIRE", ("CI",))]


def test_two_spaces_are_one_and_a_line_feed_ends_a_phrase():
    assert look("les Nations  unies") == [("Nations  unies", ("UN", "bis"))]
    assert look("les Nations\nunies") == []


def test_a_phrase_around_strange_words():
    phrases = Phrases([("ministre des Affaires étrangères", "FM"), ("chef d'état-major", "CS")])
    words = Words("le ministre russe des Affaires étrangères")
    assert phrases.around(words, 1, (2, 2)) == [(5, ("FM",))]
    words = Words("le chef russe d’état-major")
    assert phrases.around(words, 1, (2, 2)) == [(5, ("CS",))]
