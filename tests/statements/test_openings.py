"""Prepositions and adjuncts are looked for at their first words only: the words must be those that a unit is cut into."""

from __future__ import annotations

from greffier.article.statements.preposition_contents import _patterns
from greffier.article.statements.reading import grammar_of, openings_of
from greffier.lang import load_packs
from greffier.lang.grammar import AdjunctPlace

PACK = load_packs()["fr"]


def test_every_preposition_is_looked_for_at_its_first_word():
    patterns = _patterns(PACK.statements)
    assert {"selon", "d'après", "à", "a"} <= patterns.openings == openings_of(patterns.by_words)


def test_an_elided_first_word_is_a_word():
    assert openings_of(("d'un ton sec", "d'après", "d'ailleurs", "en public")) == {"d'", "d'après", "d'ailleurs", "en"}


def test_the_first_word_of_an_adjunct_is_whole():
    words = PACK.grammar.adjunct_words[AdjunctPlace.ASIDE]
    assert not [adjunct for adjunct in words if adjunct[0] in "*…" or "*" in adjunct.split(" ")[0]]
    assert openings_of(words) == grammar_of(PACK).aside_openings
