"""What holds of any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.article.mentions import Naming, needs_names
from greffier.lang import load_packs
from greffier.records import Document, Given, Origin, Published, Segment, SegmentKind, Sentence

PACK = load_packs()["fr"]
WORDS = (
    "M. Mme Le la de du l' Sergueï Lavrov russe ministre ministère des Affaires étrangères Défense Moscou à EI (EI) Russie -Iran - . , « » "
    "Al- el- ben Saint -sur- président Jean Pierre d'Estaing ÉTAT İ ﬁ Ǆ ’ 7 ONU Conseil sécurité et"
)
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u00a0"])


def read(text, kind=SegmentKind.PARAGRAPH):
    document = Document(
        origin=Origin(uri="test:", format="text"),
        given=Given(),
        text=text,
        segments=(Segment(start=0, end=len(text), kind=kind),),
    )
    sentences = (Sentence(start=0, end=len(text), unit=0),)
    assert needs_names(document, sentences[0], PACK) in (True, False)
    return Naming(document, sentences, PACK).on(Published())


def check(text):
    mentions = read(text)
    assert all(text[m.start : m.end] == m.quote for m in mentions.mentions)
    assert [m.id for m in mentions.mentions] == [f"m{i + 1}" for i in range(len(mentions.mentions))]
    assert not any("\n" in e.name for e in mentions.entities)
    known = {e.id for e in mentions.entities}
    assert all(m.entity is None or m.entity in known for m in mentions.mentions)
    assert read(text) == mentions


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_at_all(text):
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map(" ".join))
def test_any_row_of_our_words(text):
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map(" ".join))
def test_a_name_stays_on_its_line_outside_paragraphs(text):
    assert not any("\n" in mention.quote for mention in read(text, SegmentKind.CAPTION).mentions)


@pytest.mark.parametrize("text", ["M.", "M", "Al-", "ministère de", "(EI)", "le ministre russe des", "Le", "d'", "-", "Russie-"])
def test_words_cut_short(text):
    check(text)
