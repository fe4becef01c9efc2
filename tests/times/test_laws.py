"""What holds for any text: spans are what they say, nothing raises, the filter by first words loses nothing, typography does not matter."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from greffier.article.times.scan import grammar_of, scan, small
from greffier.lang import load_packs
from greffier.text.typography import fold
from greffier.times import find
from tests.support.marked import read_cases

TABLES = load_packs()["fr"].times
CASES = [case.values[0] for case in read_cases(Path(__file__).parent / "cases")]
SENTENCES = sorted({case.text for case in CASES})
# Words of the tables and of the cases, shuffled: near misses of every rule.
WORDS = sorted({word for text in SENTENCES for word in re.findall(r"[\w'’-]+|[.,:;()]", text)})
DAYS = [None, "2016-10-26", "2003-01", "2015", "2016-12-28/2017-01-03", "1990-01-01", "2024-02-29"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)), st.sampled_from(DAYS))
@example("il y a 99999999999 ans, 31 février, dans 9999999 jours, en 0000", "2016-10-26")
@example("İİ le 3 mai ß ﬁ", None)
def test_any_text_at_all(text, published):
    found = find(text, published)
    assert [t.id for t in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    reached = 0
    for told in found:
        assert told.start >= reached
        assert text[told.start : told.end] == told.quote
        assert told.quote == told.quote.strip()
        reached = told.end
        if told.earliest and told.latest:
            assert date.fromisoformat(told.earliest) <= date.fromisoformat(told.latest)
        assert not told.anchor or told.anchor == "published" or int(told.anchor[1:]) < int(told.id[1:])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_the_day_of_publication_changes_no_passage(text):
    seen = [[(t.start, t.end, t.rule, t.type, t.mod) for t in find(text, day)] for day in DAYS]
    assert all(one == seen[0] for one in seen)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_the_filter_by_first_words_loses_nothing(text):
    """A rule tried at every word matches only where one of its first words stands."""
    grammar = grammar_of(TABLES)
    folded = small(fold(text))
    for word in re.finditer(r"[^\W\d_]+|\d+", folded):
        key = "0" if word.group().isdecimal() else word.group()
        tried = {rule.name for rule, _ in grammar.by_word.get(key, ())}
        for rule, pattern in grammar.compiled:
            if rule.name not in tried:
                assert not pattern.match(folded, word.start()), (rule.name, folded[word.start() :])


@pytest.mark.parametrize(
    "swap", [("'", "’"), (" ", "\u00a0"), (" ", "\u202f"), ("-", "‑")], ids=["apostrophe", "no-break", "narrow", "hyphen"]
)
def test_typography_changes_nothing(swap):
    for text in SENTENCES:
        changed = text.replace(*swap)
        assert [(t.start, t.end, t.value) for t in find(changed, "2016-10-26")] == [
            (t.start, t.end, t.value) for t in find(text, "2016-10-26")
        ]


def test_edtf_is_edtf():
    """One of every shape: the validator is slow."""
    seen = sorted({t.edtf for text in SENTENCES for day in DAYS for t in find(text, day) if t.edtf})
    shapes = {re.sub(r"\d", "0", words): words for words in seen}
    assert len(shapes) > 10
    for words in shapes.values():
        parse_edtf(words)


def test_two_runs_same_findings():
    text = "\n".join(SENTENCES)
    assert find(text, "2016-10-26") == find(text, "2016-10-26")
    assert len(scan(text, TABLES)) > 200


def test_ends_of_intervals():
    text = "Le salon se tient du 3 au 5 mai, de 9 h à 12 h."
    assert [t.quote for t in find(text, "2016-04-26")] == ["du 3 au 5 mai", "de 9 h à 12 h"]
    ends = find(text, "2016-04-26", intervals="ends")
    assert [(t.quote, t.value) for t in ends] == [
        ("3", "2016-05-03"),
        ("5 mai", "2016-05-05"),
        ("9 h", "2016-05-05T09:00"),
        ("12 h", "2016-05-05T12:00"),
    ]
