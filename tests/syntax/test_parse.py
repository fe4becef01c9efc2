"""The room's verb: who is parsed, who is asked for names, and where the words end up."""

from __future__ import annotations

from greffier.article.syntax import parse, split
from greffier.lang import load_packs
from greffier.records import Document, Given, NameSpan, Origin, Segment, SegmentKind, Token

TABLES = load_packs()["fr"].syntax


class Echo:
    """Gives one token and one name a sentence, and remembers what it was asked."""

    name, version = "echo", "1"

    def __init__(self):
        self.parsed, self.named = [], []

    def parse(self, texts):
        self.parsed += texts
        return [(Token(0, 0, len(text), text, text, "X", "", 0, "root"),) for text in texts]

    def find_names(self, texts):
        self.named += texts
        return [(NameSpan(0, 2, "PER"),) for _ in texts]


def document(text):
    segments = (Segment(start=0, end=len(text), kind=SegmentKind.PARAGRAPH),)
    return Document(origin=Origin(uri="test:", format="text"), given=Given(), text=text, segments=segments)


def read(texts, wanted, named=None):
    parser = Echo()
    batch = [(d, split(d, TABLES)) for d in map(document, texts)]
    return parser, batch, parse(batch, parser, wanted, named)


def test_only_wanted_sentences_are_parsed_and_only_named_ones_are_asked_for_names():
    def words(document, sentence):
        return document.text[sentence.start : sentence.end]

    parser, batch, out = read(
        ["Un mot. Deux mots.", "Trois mots."], lambda d, s: words(d, s) != "Un mot.", lambda d, s: words(d, s) == "Trois mots."
    )
    assert parser.parsed == ["Deux mots.", "Trois mots."]
    assert parser.named == ["Trois mots."]
    (one, two), (three,) = out
    assert one == batch[0][1][0]
    assert (two.tokens[0].start, two.tokens[0].end, two.tokens[0].form) == (8, 18, "Deux mots.")
    assert (two.names, three.names) == ((), (NameSpan(0, 2, "PER"),))
    assert (two.start, two.end, two.unit) == (8, 18, 1)


def test_names_are_looked_for_in_the_wanted_sentences_where_nobody_says_otherwise():
    parser, _, out = read(["Un mot. Deux mots."], lambda _, sentence: sentence.start > 0)
    assert parser.named == ["Deux mots."]
    assert out[0][1].names == (NameSpan(8, 10, "PER"),)


def test_nothing_wanted_costs_nothing():
    parser, batch, out = read(["Un mot."], lambda *_: False)
    assert parser.parsed == parser.named == []
    assert out == [batch[0][1]]


def test_what_is_too_long_for_a_sentence_is_left_alone():
    parser, batch, out = read(["Mot " * 3000 + ". Un mot."], lambda *_: True)
    assert parser.parsed == ["Un mot."]
    assert out[0][0] == batch[0][1][0]
