"""From text to findings: every place where a rule may begin is tried, the longest match that a rule accepts is taken.

In: text and the tables of a language. Out: `Finding`s in text order, without overlap. Not: values, they wait for the day of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from greffier.article.times import clocks, dates, durations, holidays, intervals, periods, relatives, sets, vague, weekdays
from greffier.article.times.grammar import REFUSED, WORD, Grammar, Match, Rule, Scene
from greffier.article.times.readings import Reading
from greffier.lang.times import TimeTables
from greffier.records import SILENT, Answer, Trace
from greffier.text.phrases import words_of
from greffier.text.typography import fold

__all__ = ["RULES", "Finding", "ends_of", "grammar_of", "scan"]

# Order decides between rules that match the same words: the more particular families come first.
RULES: tuple[Rule, ...] = (
    *intervals.RULES,
    *dates.RULES,
    *holidays.RULES,
    *sets.RULES,
    *periods.RULES,
    *vague.RULES,
    *relatives.RULES,
    *weekdays.RULES,
    *clocks.RULES,
    *durations.RULES,
)


# Lines broken inside a sentence: «le | 17 octobre», «jusqu'au mois | de mai»; a line that begins with a capital is one of its own.
_WRAPPED = re.compile(r"(?<=[\w,'])\n(?=[a-zà-ÿœ])|(?<=\b[ld][eu])\n(?=\d)|(?<=\b(?:en|au))\n(?=\d)")
_BARE_CAPITAL = re.compile(r"(?<![\w'.-])A(?=[ ])")


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that a rule understood."""

    start: int
    end: int
    rule: str
    reading: Reading


@lru_cache(maxsize=4)
def grammar_of(tables: TimeTables) -> Grammar:
    """Compile the rules against the tables of a language, once."""
    return Grammar.of(tables, RULES)


def small(text: str) -> str:
    """Put a folded text in small letters, each at its place: the few whose small form is longer stay."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def scan(text: str, tables: TimeTables, trace: Trace = SILENT) -> list[Finding]:
    """Find the expressions of time of a text (code points)."""
    grammar = grammar_of(tables)
    # «A midi», «A 20 h»: newspapers leave the accent off a capital.
    printed = _BARE_CAPITAL.sub("À", _WRAPPED.sub(" ", fold(text)))
    folded = small(printed)
    found: list[Finding] = []
    reached = 0
    words, openings = words_of(text), grammar.openings
    for start, flat in zip(words.starts, words.flats, strict=True):
        # «30», «20h30», «a320»: a run with digits is several words to the rules.
        if (flat not in openings and flat.isalpha()) or start < reached or not _may_begin(folded, start):
            continue
        word = WORD.match(folded, start)
        rules = grammar.beginning(word[0]) if word else None
        if rules is None:
            continue
        for rule, match in _matches(rules, folded, start):
            scene = Scene(folded, printed, match.start(), match.end(), grammar.words, grammar.direction)
            verdict = rule.read(match, scene)
            if verdict is None:
                continue
            reached = match.end()
            if isinstance(verdict, Reading):
                found.append(Finding(start, reached, rule.name, verdict))
            elif trace.on and verdict is REFUSED:
                trace.note("times", rule.name, (start, reached), Answer.REFUSED, text[start:reached])
            break
    return found


def _matches(rules: tuple[tuple[Rule, re.Pattern[str]], ...], text: str, start: int) -> list[tuple[Rule, Match]]:
    """All matches at a place, longest first, then in the order of the rules."""
    found = [(rule, match) for rule, pattern in rules if (match := pattern.match(text, start))]
    return sorted(found, key=lambda one: -one[1].end()) if len(found) > 1 else found


def _may_begin(text: str, start: int) -> bool:
    """A time begins with a word of its own: not inside «8-Mai», «7.000», «A320»."""
    if not start:
        return True
    last = text[start - 1]
    if last.isalnum() or last in "-_":
        return False
    return not (last in ".,/:" and start > 1 and text[start - 2].isdigit() and text[start].isdigit())


def ends_of(findings: list[Finding]) -> list[Finding]:
    """Put the ends of every interval in its place, as TimeML corpora have it: «du | 3 | au | 5 mai»."""
    return [
        one
        for finding in findings
        for one in ([Finding(e.start, e.end, finding.rule, e.reading) for e in finding.reading.ends] or [finding])
    ]
