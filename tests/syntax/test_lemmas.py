"""Lemmas by lookup."""

from __future__ import annotations

import pytest

from greffier.article.syntax.lemmas import Lemmas
from greffier.article.syntax.trained import md_folder
from greffier.lang import load_packs


@pytest.fixture(scope="module")
def lemma():
    return Lemmas(md_folder() / "lemmatizer" / "lookups" / "lookups.bin", load_packs()["fr"].syntax.lemmas)


@pytest.mark.parametrize(
    ("form", "upos", "expected"),
    [
        ("déclaré", "VERB", "déclarer"),
        ("Affirmait", "VERB", "affirmer"),
        ("reste", "VERB", "rester"),
        ("montre", "VERB", "montrer"),
        ("dit", "VERB", "dire"),
        ("prévient", "VERB", "prévenir"),
        ("reconnaît", "VERB", "reconnaître"),
        ("est", "AUX", "être"),
        ("ont", "AUX", "avoir"),
        ("journaux", "NOUN", "journal"),
        ("ONG", "NOUN", "ONG"),
        ("MM.", "NOUN", "monsieur"),
        ("régionales", "ADJ", "régional"),
        ("Lui", "PRON", "lui"),
        ("Elle", "PRON", "elle"),
        ("Paris", "PROPN", "Paris"),
        ("L’", "DET", "le"),
        ("des", "ADP", "de"),
        ("n’", "ADV", "ne"),
        ("l’", "PRON", "l'"),
        ("zzzqx", "VERB", "zzzqx"),
    ],
)
def test_lemmas(lemma, form, upos, expected):
    assert lemma(form, upos) == expected
    assert lemma(form, upos) == expected, "and once more, from memory"
