"""Laws of the attributes: typography changes nothing, and nothing raises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.statements.attributes import Announcement, Scene, attributes_of, same_as
from greffier.lang import load_packs
from greffier.records import Given, Origin, RawDocument
from greffier.text.inflection import Tense
from greffier.text.typography import fold
from tests.support.marked import read_cases

if TYPE_CHECKING:
    from greffier.records import Article

TABLES = load_packs()["fr"].statements
# Every third: the law is about typography, not about the cases, and parsing costs.
CASES = [param.values[0] for param in read_cases(Path(__file__).parent / "cases", "*.txt") if not param.marks][::3]
TYPOGRAPHY = {
    "curly apostrophes": str.maketrans({"'": "’"}),
    "no-break spaces beside marks": {"« ": "«\u00a0", " »": "\u202f»", " :": "\u00a0:", " ?": "\u202f?"},
    "English marks": {"« ": "“", " »": "”"},
}


def rewritten(text: str, change: object) -> str:
    if isinstance(change, dict) and all(isinstance(key, str) for key in change):
        for old, new in change.items():
            text = text.replace(old, new)
        return text
    return text.translate(change)


def analyzed(analyzer, texts: list[str]) -> list[Article]:
    raws = [
        RawDocument(origin=Origin(uri=str(number), format="text"), content=text, given=Given(language="fr"))
        for number, text in enumerate(texts)
    ]
    return analyzer.analyze(raws)


def told(article: Article) -> list[tuple[str, str, bool, str]]:
    """What a reader would compare: act, attestation, negation and the letters of the content."""
    return [
        (s.act.value, s.attestation.value, s.negated, "".join(c for p in s.content for c in fold(p.quote) if c.isalnum()))
        for s in article.statements
    ]


@pytest.fixture(scope="module")
def plain(analyzer):
    return [told(article) for article in analyzed(analyzer, [case.text for case in CASES])]


@pytest.mark.parametrize("name", TYPOGRAPHY)
def test_typography_changes_nothing(name, analyzer, plain):
    changed = analyzed(analyzer, [rewritten(case.text, TYPOGRAPHY[name]) for case in CASES])
    different = [case.text for case, before, after in zip(CASES, plain, changed, strict=True) if before != told(after)]
    assert different == []


WORDS = sorted(
    {
        *list(TABLES.verbs)[:40],
        *TABLES.hearsay,
        "ne",
        "pas",
        "sans",
        "n'a",
        "aurait",
        "si",
        "selon",
        "laquelle",
        "d'",
        "«",
        "»",
        "?",
        ",",
        "\n",
    }
)


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), min_size=1, max_size=25),
    st.lists(st.integers(0, 200), min_size=6, max_size=6),
    st.sampled_from([*TABLES.verbs.values(), *TABLES.nouns.values(), *TABLES.prepositions, None]),
    st.sampled_from([*Tense, None]),
)
def test_any_announcement_raises_nothing(pieces, places, word, tense):
    text = " ".join(pieces) or "x"
    a, b, c, d, e, f = (min(place, len(text)) for place in places)
    content = (min(a, b), max(a, b, min(a, b) + 1))
    cue = (min(c, d), max(c, d))
    announcement = Announcement(
        text=fold(text), unit=(0, len(text)), content=(content,), cue=cue, main=cue, source=(min(e, f), max(e, f)), word=word, tense=tense
    )
    told_once = attributes_of(announcement, TABLES, Scene())
    assert told_once == attributes_of(announcement, TABLES, Scene())
    assert same_as(text, [(content,), (cue,)]) is not None
