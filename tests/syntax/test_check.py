"""The conformance kit finds what is broken, and finds nothing in the parsers that are offered."""

from __future__ import annotations

import msgspec
import pytest
from click.testing import CliRunner

from greffier.article.syntax import load_parser
from greffier.article.syntax.check import check_parser
from greffier.cli import main
from greffier.records import NameSpan, Token
from tests.support.prose import PROSE


class Fake:
    name, version = "fake", "1"

    def __init__(self, change=lambda tokens: tokens, names=()):
        self.change = change
        self.names = names

    def parse(self, texts):
        return [self.change(self._words(text)) for text in texts]

    def find_names(self, texts):
        return [self.names for _ in texts]

    @staticmethod
    def _words(text):
        words, place = [], 0
        for i, form in enumerate(text.split()):
            start = text.index(form, place)
            place = start + len(form)
            words.append(Token(i, start, place, form, form, "X", "", max(0, i - 1), "dep" if i else "root"))
        return tuple(words)


def replaced(**values):
    def change(tokens):
        return (*tokens[:-1], msgspec.structs.replace(tokens[-1], **values)) if len(tokens) > 1 else tokens

    return change


def broken(parser):
    return {check.rule for check in check_parser(parser, PROSE) if check.broken}


def test_a_fit_parser_breaks_nothing():
    assert broken(Fake()) == set()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (replaced(form="?"), "every word stands at its place"),
        (replaced(index=99), "words come in order and do not overlap"),
        (lambda tokens: tokens[:-1] if len(tokens) > 1 else tokens, "every character but blanks is in a word"),
        (replaced(form=" "), "no word is blank"),
        (replaced(head=99), "every head is a word of the sentence"),
        (lambda tokens: tuple(msgspec.structs.replace(t, head=t.index, deprel="root") for t in tokens), "one root, called root"),
        (lambda tokens: tuple(msgspec.structs.replace(t, head=(t.index + 1) % len(tokens)) for t in tokens), "no word hangs on itself"),
        (replaced(upos="V"), "parts of speech are those of Universal Dependencies"),
        (replaced(morph="Sing"), "features are written Name=Value|Name=Value"),
    ],
)
def test_a_broken_rule_is_named(change, rule):
    assert rule in broken(Fake(change))


def test_names_outside_their_sentence_are_named():
    assert "names lie inside their sentence" in broken(Fake(names=(NameSpan(0, 9999, "PER"),)))


def test_a_parser_that_changes_its_mind_is_named():
    answers = iter(range(10_000))
    parser = Fake(lambda tokens: tuple(msgspec.structs.replace(t, lemma=str(next(answers))) for t in tokens))
    assert "the same sentences give the same trees" in broken(parser)


@pytest.mark.parametrize("name", ["own", "md"])
def test_the_offered_parsers_are_fit(name, request):
    assert broken(request.getfixturevalue(name)) == set()


def test_no_parser_is_fit_too():
    assert broken(load_parser("none")) == set()


def test_the_command_tells_what_is_kept():
    result = CliRunner().invoke(main, ["parser", "check", "none"])
    assert result.exit_code == 0, result.output
    assert "kept    one root, called root" in result.output
