"""The conformance kit: what a parser must keep to be used here.

In: a parser, sentences. Out: one `Check` a rule, with the first sentence that breaks it. Not: whether its trees are right, that is `bench`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

import msgspec

from greffier.article.syntax.protocol import Parser
from greffier.records import NameSpan, Token

__all__ = ["ODDITIES", "Check", "check_parser"]

Answer = TypeVar("Answer")

# What articles hold besides prose: nothing, blanks, signs, other scripts, controls, doubled and no-break spaces, an endless word.
ODDITIES = (
    "",
    " ",
    "…",
    "\u00a0",
    "«\u00a0Oui\u202f!\u00a0»,\u2009dit-il.",
    "A  b\tc \u00a0 d.",
    "\x00\x07",
    "\U0001f600 oui \U0001f1eb\U0001f1f7",
    "Путин сказал, 普京说。",
    "e\u0301le\u0300ve",
    "x" * 5000,
    '( [ « " ” ) ] »',
    "http://exemple.fr/?a=1&b=2 @nom #mot",
)

# The seventeen parts of speech of Universal Dependencies.
_UPOS = frozenset(
    ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]
)


class Check(msgspec.Struct, frozen=True):
    """A rule, and the sentence that breaks it with what is wrong, or null."""

    rule: str
    broken: str | None


def check_parser(parser: Parser, texts: Sequence[str]) -> tuple[Check, ...]:
    """Try a parser on sentences and on odd ones."""
    given = [*texts, *ODDITIES]
    trees = parser.parse(given)
    names = parser.find_names(given)
    pairs = list(zip(given, trees, strict=False))
    checks = [
        Check(
            "as many analyses as sentences",
            None if len(trees) == len(given) == len(names) else f"{len(trees)} and {len(names)} for {len(given)}",
        )
    ]
    checks += [Check(name, _first(rule, pairs)) for name, rule in RULES]
    checks.append(Check("names lie inside their sentence", _first(_names_inside, zip(given, names, strict=False))))
    checks.append(Check("the same sentences give the same trees", _differs(given, trees, parser.parse(given))))
    alone = [parser.parse([text])[0] for text in given[:20]]
    checks.append(Check("a sentence gives the same tree alone and in company", _differs(given, trees[:20], alone)))
    return tuple(checks)


def _first(rule: Callable[[str, Answer], str | None], pairs: Iterable[tuple[str, Answer]]) -> str | None:
    for text, answer in pairs:
        wrong = rule(text, answer)
        if wrong:
            return f"{text[:60]!r}: {wrong}"
    return None


def _differs(texts: Sequence[str], one: Sequence[tuple[Token, ...]], two: Sequence[tuple[Token, ...]]) -> str | None:
    return next((f"{text[:60]!r}" for text, a, b in zip(texts, one, two, strict=False) if a != b), None)


def _forms_at_their_place(text: str, tokens: tuple[Token, ...]) -> str | None:
    return next((f"{t.form!r} is not at {t.start}" for t in tokens if text[t.start : t.end] != t.form or t.start >= t.end), None)


def _in_order(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    if [t.index for t in tokens] != list(range(len(tokens))):
        return "the indices are not 0, 1, 2 …"
    return next((f"{b.form!r} begins before the end of {a.form!r}" for a, b in pairwise(tokens) if b.start < a.end), None)


def _covered(text: str, tokens: tuple[Token, ...]) -> str | None:
    if not tokens:
        return None  # a parser may decline a sentence
    missed = sorted(set(range(len(text))) - {i for t in tokens for i in range(t.start, t.end)})
    return next((f"{text[i]!r} at {i} is in no word" for i in missed if not text[i].isspace()), None)


def _no_blank_words(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    return next((f"a blank word at {t.start}" for t in tokens if not t.form.strip()), None)


def _heads_are_words(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    return next((f"{t.form!r} hangs on {t.head}" for t in tokens if not 0 <= t.head < len(tokens)), None)


def _one_root(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    roots = [t for t in tokens if t.head == t.index]
    if tokens and len(roots) != 1:
        return f"{len(roots)} roots"
    return next((f"{t.form!r} is {t.deprel}" for t in tokens if (t.deprel == "root") != (t.head == t.index)), None)


def _no_circle(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    for start, token in enumerate(tokens):
        place = start
        for _ in tokens:
            place = tokens[place].head if 0 <= tokens[place].head < len(tokens) else place
        if tokens[place].head != place:
            return f"{token.form!r} hangs on itself"
    return None


def _known_labels(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    return next((f"{t.form!r} is {t.upos!r}, {t.deprel!r}" for t in tokens if t.upos not in _UPOS or not t.deprel), None)


def _features_written_well(text: str, tokens: tuple[Token, ...]) -> str | None:
    del text
    return next((f"{t.form!r} has {t.morph!r}" for t in tokens if t.morph and not all("=" in f for f in t.morph.split("|"))), None)


def _names_inside(text: str, names: tuple[NameSpan, ...]) -> str | None:
    return next((f"{n.label} at {n.start}" for n in names if not 0 <= n.start < n.end <= len(text) or not n.label), None)


RULES: tuple[tuple[str, Callable[[str, tuple[Token, ...]], str | None]], ...] = (
    ("every word stands at its place", _forms_at_their_place),
    ("words come in order and do not overlap", _in_order),
    ("every character but blanks is in a word", _covered),
    ("no word is blank", _no_blank_words),
    ("every head is a word of the sentence", _heads_are_words),
    ("one root, called root", _one_root),
    ("no word hangs on itself", _no_circle),
    ("parts of speech are those of Universal Dependencies", _known_labels),
    ("features are written Name=Value|Name=Value", _features_written_well),
)
