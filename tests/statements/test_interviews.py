"""Words that tell an interview: each row of the table does what it says."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.lang import load_packs
from greffier.lang.loader import read_table
from greffier.lang.statements import InterviewSign, InterviewWords

TURNS = "Qu'avez-vous perdu ?\nJ'ai perdu deux récoltes.\nQue ferez-vous ?\nJe planterai des oliviers."
TITLE = "Une année sans pluie"


def rows() -> tuple[InterviewWords, ...]:
    return read_table(load_packs()["fr"].folder / "statements" / "interviews.tsv", InterviewWords)


def sources(article) -> list[str | None]:
    return [s.source.name for s in article.statements if s.rule == "interview_answer"]


@pytest.fixture(scope="module")
def articles(analyzer):
    """For each row an interview with its example above the questions, and one with a line of who asked; in one batch."""
    from greffier.records import Given, Origin, RawDocument

    texts = [f"{TITLE}\n{row.example}\n{TURNS}{tail}" for tail in ("", "\nPropos recueillis par Jeanne Lavigne") for row in rows()]
    raws = [RawDocument(origin=Origin(uri=str(n), format="text"), content=text, given=Given(language="fr")) for n, text in enumerate(texts)]
    found = [sources(article) for article in analyzer.analyze(raws)]
    return dict(zip([row.words for row in rows()], zip(found[: len(rows())], found[len(rows()) :], strict=True), strict=True))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.words)
def test_the_example_of_a_row_tells_an_interview(row, articles):
    alone, credited = articles[row.words]
    assert row.words in row.example.lower()
    assert len(credited) == 2
    assert len(alone) == (0 if row.tells is InterviewSign.SPEAKING else 2)
    names = set(credited) | set(alone)
    assert len(names) == 1
    if row.tells in {InterviewSign.PARTNER, InterviewSign.ANSWERING, InterviewSign.SPEAKING}:
        assert names < {"Anne Roux", "Paul Petit"}
    if row.tells is InterviewSign.CREDIT:
        assert names == {None}


def test_words_are_told_once():
    table = load_packs()["fr"].statements.interviews
    words = [word for sign in InterviewSign for word in table[sign]]
    assert len(words) == len(set(words))


def test_the_headline_that_gives_her_words_names_the_interviewee(read_text):
    article = read_text(f"INTERVIEW. « Le gel a tout pris », regrette la vigneronne Camille Orsini\nLe domaine a gelé en avril.\n{TURNS}")
    assert sources(article) == ["Camille Orsini", "Camille Orsini"]


ELSEWHERE = [
    "Un politologue nous répond.",
    "Décryptage avec la politologue Camille Orsini.",
    "Paul Petit défend son plan. Une politologue nous répond.",
    "Paul Petit défend son plan. Ce qu'en pense Camille Orsini.",
    "Le président a parlé. Notre spécialiste répond à nos questions.",
]


@pytest.mark.parametrize("lead", ELSEWHERE)
def test_whom_the_headline_quotes_is_not_the_one_who_is_asked_about_it(lead, read_text):
    article = read_text(f"Paul Petit : « Je ne céderai rien »\n{lead}\n{TURNS}\nPropos recueillis par Jeanne Lavigne")
    assert sources(article) == [None, None]


def test_whom_the_headline_quotes_is_asked_where_the_lead_names_nobody_else(read_text):
    article = read_text(f"Paul Petit : « Je ne céderai rien »\nLe patron du port s'oppose à Jean Roux.\n{TURNS}")
    assert sources(article) == ["Paul Petit", "Paul Petit"]


def test_who_is_asked_outweighs_whom_the_headline_quotes(read_text):
    article = read_text(f"Paul Petit : « Je ne céderai rien »\nEntretien avec la politologue Camille Orsini.\n{TURNS}")
    assert sources(article) == ["Camille Orsini", "Camille Orsini"]


def test_whom_the_interviewee_speaks_of_in_one_sentence_is_not_asked(read_text):
    lead = "Camille Orsini, politologue, explique pourquoi Paul Petit ne cédera rien."
    article = read_text(f"{TITLE}\n{lead}\n{TURNS}\nPropos recueillis par Jeanne Lavigne")
    assert sources(article) == ["Camille Orsini", "Camille Orsini"]


def test_passers_by_are_not_the_one_who_is_named_above(read_text):
    turns = TURNS.replace("J'ai perdu", "Lucie, 23 ans : J'ai perdu").replace("Je planterai", "Karim, 31 ans : Je planterai")
    assert (
        sources(read_text(f"{TITLE}\nPaul Petit, patron du port, explique la grève.\n{turns}\nPropos recueillis par Jeanne Lavigne")) == []
    )


def test_a_man_is_not_taken_up_by_elle(read_text):
    article = read_text(f"{TITLE}\nPaul Petit publie un livre. Elle répond à nos questions.\n{TURNS}")
    assert sources(article) == [None, None]


def test_a_second_label_leaves_answers_without_one_to_nobody(read_text):
    turns = TURNS.replace("J'ai perdu", "Paul Petit : J'ai perdu")
    article = read_text(f"{TITLE}\nEntretien avec Camille Orsini, vigneronne.\n{turns}")
    assert sources(article) == ["Paul Petit", None]


LINES = [
    "Entretien avec Anne Roux",
    "Anne Roux : « Oui »",
    "Que ferez-vous ?",
    "Je pars.",
    "Anne Roux :",
    "?",
    "« Je pars ? »",
    "Racontez-nous",
    "– R",
    " ",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_any_row_of_lines_gives_spans_that_hold(read_text, lines):
    article = read_text("\n".join(lines), language="fr")
    for statement in article.statements:
        for span in statement.content:
            assert span.start < span.end
            assert article.text[span.start : span.end] == span.quote
