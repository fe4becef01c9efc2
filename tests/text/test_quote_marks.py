"""Quotation marks: pairs drawn as `{q:…}` around the words, laws over any text, and typography that changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.text.quote_marks import outermost, pair_quote_marks
from tests.support.marked import read_marked

PAIRS = [
    "« {q:Nous partirons demain} », a dit le maire. « {q:Il le faut.} »",
    '"{q:Nous partirons demain}", a dit le maire. "{q:Il le faut.}"',
    "“{q:Nous partirons demain}”, a dit le maire.",
    "„{q:Nous partirons demain}“, a dit le maire.",
    "''{q:Nous partirons demain}'', a dit le maire.",
    "<<{q:Nous partirons demain}>>, a dit le maire.",
    "Il parle de ‘{q:réforme}’ et d'un '{q:vrai}' l'ami d'hier.",
    '« {q:Il a répondu "{q:non}" hier} », dit-elle.',
    "« {q:Il a répondu “{q:non}” hier} », dit-elle.",
    '"{q:Ils forment des +{q:comités}+ de quartier}", dit-elle.',
    "« {q:Nous partirons.}\\n« {q:Nous reviendrons.} »",
    "« {q:Nous partirons.}\\n» {q:Nous reviendrons.} »",
    "« {q:Nous partirons.\\nNous reviendrons} », promet le maire.",
    '{q:Cela suffit chez nous} ", explique un rival.',
    '"{q:Cela suffit chez nous} " a-t-elle précisé.',
    'Le maire a été clair : "{q:Nous avons intérêt à partir avec...}',
    '"{q:Nous partirons bientôt. Tout est prêt. Le maire est là.} "{q:Il insiste}" encore.',
    'L\'"{q:expérience}" du "{q:chef}" (“{q:roi}”).',
    'Une planche de 12" de large.',
    "Au 06 12 + 33 et l'équipe d'aujourd'hui.",
    "Le «\u202f{q:vrai}\u202f» débat, le «\u00a0{q:faux}\u00a0».",
]


@pytest.mark.parametrize("line", PAIRS)
def test_pairs(line):
    case = read_marked(line)
    assert [case.text[q.inner_start : q.inner_end] for q in pair_quote_marks(case.text)] == [mark.quote for mark in case.of("q")]


def test_what_is_open_what_is_closed_and_what_goes_on():
    first, second = pair_quote_marks("« Nous partirons demain.\n« Nous reviendrons. »")
    assert (first.opened, first.closed, first.continues) == (True, False, False)
    assert (second.opened, second.closed, second.continues) == (True, True, True)
    (orphan,) = pair_quote_marks('Cela suffit ", explique un rival.')
    assert (orphan.opened, orphan.closed) == (False, True)


def test_outermost_leaves_nested_quotations_out():
    text = "« Il a dit “non” hier » et « oui »"
    assert [text[q.inner_start : q.inner_end] for q in outermost(pair_quote_marks(text))] == ["Il a dit “non” hier", "oui"]


def test_spaces_of_any_width_change_nothing():
    text = "« Nous partirons », dit-il. « Demain. »"
    expected = [(q.inner_start, q.inner_end) for q in pair_quote_marks(text)]
    for space in "\u00a0\u202f\u2009":
        found = pair_quote_marks(text.replace("« ", f"«{space}").replace(" »", f"{space}»"))
        assert [(q.inner_start, q.inner_end) for q in found] == expected


@given(st.text(alphabet="ab .,\n'\"«»“”„‘’+<>\u00a0É1", max_size=80))
def test_any_text_gives_quotations_that_nest(text):
    stack = []
    for quotation in pair_quote_marks(text):
        assert 0 <= quotation.start <= quotation.inner_start < quotation.inner_end <= quotation.end <= len(text)
        while stack and stack[-1].end <= quotation.start:
            stack.pop()
        assert quotation.depth == len(stack)
        assert not stack or quotation.end <= stack[-1].end
        stack.append(quotation)
