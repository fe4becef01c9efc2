from __future__ import annotations

from greffier.records import ProblemCode, SegmentKind
from tests.documents.test_labels import read

FRENCH = "Le président a prêté serment vendredi devant le Parlement, à midi, selon la tradition.\n"
ENGLISH = "We are deeply concerned by the reports of violence and we urge all sides to show restraint.\n"
RUSSIAN = "Министр заявил, что переговоры продолжатся в понедельник.\n"


def test_a_foreign_paragraph_of_a_french_article_is_not_read():
    document = read(FRENCH + ENGLISH + FRENCH.replace("vendredi", "samedi") + RUSSIAN + "La foule était là.\n")
    foreign = [(p.detail, document.text[p.start : p.end]) for p in document.problems if p.code is ProblemCode.FOREIGN_LANGUAGE]
    assert foreign == [("en", ENGLISH.strip()), ("ru", RUSSIAN.strip())]
    assert [s.kind for s in document.segments if document.text[s.start : s.end] in {ENGLISH.strip(), RUSSIAN.strip()}] == [
        SegmentKind.NAVIGATION
    ] * 2


def test_an_article_in_another_language_keeps_its_prose():
    document = read(ENGLISH + ENGLISH.replace("deeply", "gravely").replace("violence", "fighting in the north"))
    assert not document.problems
    assert any(s.kind is SegmentKind.PARAGRAPH or s.kind is SegmentKind.LEAD for s in document.segments)


def test_names_and_quoted_words_do_not_make_a_paragraph_foreign():
    names = "Vladimir Poutine, Angela Merkel, Barack Obama, Xi Jinping.\nBerlin, Moscou, Londres, Washington.\n"
    assert not read(FRENCH + names + "« America first », a-t-il lancé.\n").problems
