from __future__ import annotations

import re
from html import unescape

from greffier.records.html import article_html
from greffier.records.marks import MarkKind, find_marks, runs
from tests.cli.test_commands import ARTICLE


def test_marks_come_in_text_order():
    assert [(m.kind, ARTICLE.text[m.start : m.end]) for m in find_marks(ARTICLE)] == [
        (MarkKind.CONTENT, "Oui"),
        (MarkKind.CUE, "a dit"),
        (MarkKind.SOURCE, "Luc"),
    ]


def test_runs_joined_give_the_text_back():
    assert "".join(run.text for run in runs(ARTICLE)) == ARTICLE.text


def test_the_fragment_holds_every_character_of_the_text():
    fragment = article_html(ARTICLE)
    words = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", fragment[: fragment.index("</p>")])
    assert unescape(words) == ARTICLE.text


def test_the_notebook_shows_the_fragment():
    assert ARTICLE._repr_html_() == article_html(ARTICLE)
