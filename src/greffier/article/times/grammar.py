"""How rules of time are written, compiled and tried.

In: the tables of a language, rules of the families beside this file. Out: `Grammar`, `Scene`, `rule`. Not: a rule.

A rule is one pattern and one function that reads the match or abstains. Patterns run on folded small-letter text, are VERBOSE, and are
written with named pieces: `@weekday`, `@day`, `@month` stand for what the tables list, `~` for a space, `~?` for one or none.
A pattern is tried only where a word stands that can begin it (`starts`), which is what makes the room fast; a test tries every rule
everywhere and finds nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from greffier.article.times.days import Lean, Pull
from greffier.article.times.lean import Direction, direction_of
from greffier.article.times.readings import Reading
from greffier.lang.times import TimeTables
from greffier.text.phrases import flatten

__all__ = ["REFUSED", "WORD", "Grammar", "Match", "Pieces", "Rule", "Scene", "Verdict", "rule"]

Match = re.Match[str]
# Words and numbers, where a pattern may begin: «mercredi», «23»
WORD = re.compile(r"[^\W\d_]+|\d+")


class Refused:
    """The answer of a rule that knows a look-alike: its words are no time, and no other rule may look at them."""


REFUSED = Refused()
Verdict = Reading | Refused | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The text around a match: `text` folded in small letters, `printed` folded as it stands, `start` and `end` of the match."""

    text: str
    printed: str
    start: int
    end: int
    words: Pieces
    direction: Direction

    def before(self, count: int = 24) -> str:
        """The characters right before the match."""
        return self.text[max(0, self.start - count) : self.start]

    def after(self, count: int = 24) -> str:
        """The characters right after the match."""
        return self.text[self.end : self.end + count]

    def preceded(self, kind: str) -> bool:
        """Tell whether a word of this kind of `contexts.tsv` stands right before the match."""
        return bool(self.words.contexts[kind][0].search(self.before(40)))

    def followed(self, kind: str) -> bool:
        """Tell whether a word of this kind of `contexts.tsv` stands right after the match."""
        return bool(self.words.contexts[kind][1].match(self.after(40)))

    def lean(self) -> tuple[Lean, Pull]:
        """In which direction the passage looks: the preposition decides, then the nearest tense."""
        lean, pull = self.direction.before_of(self.text, self.start)
        if lean is not Lean.NONE:
            return lean, pull
        cue = self.direction.cue_of(self.text, self.start, self.end)
        if cue is None:
            return Lean.NONE, Pull.WEIGHED
        # «a fermé en décembre» is past for sure; «a annoncé une fête en décembre», or a verb beyond a comma, only weighs.
        verb = self.text[cue.start : cue.end].rsplit(" ", 1)[-1]
        return cue.lean, Pull.INCLUSIVE if cue.near and verb not in self.words.announcing else Pull.WEIGHED


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name is its provenance; `starts` are words, or `@piece` for all words that can begin a piece."""

    name: str
    starts: tuple[str, ...]
    pattern: str
    read: Callable[[Match, Scene], Verdict]


def rule(name: str, starts: str, pattern: str) -> Callable[[Callable[[Match, Scene], Verdict]], Rule]:
    """Make a rule of the function below: `starts` are words between blanks."""

    def make(read: Callable[[Match, Scene], Verdict]) -> Rule:
        return Rule(name, tuple(starts.split()), pattern, read)

    return make


def alternatives(forms: Iterable[str]) -> str:
    """Join words to a pattern, longest first, so that «après-midi» is not read as «après»."""
    return "(?:" + "|".join(re.escape(form).replace("\\ ", "[ ]") for form in sorted(set(forms), key=lambda f: (-len(f), f))) + ")"


@dataclass(frozen=True)
class Pieces:
    """The tables of a language as look-ups and pattern pieces."""

    tables: TimeTables
    patterns: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Fill the pieces from the tables."""
        tables = self.tables
        for name, rows in (
            ("month", tables.months),
            ("weekday", tables.weekdays),
            ("unit", tables.units),
            ("numberword", tables.numbers),
            ("collective", tables.collectives),
            ("ordinal", tables.ordinals),
            ("daypart", tables.dayparts),
            ("season", tables.seasons),
            ("relative", tables.relatives),
            ("deictic", tables.deictics),
            ("narrative", tables.narratives),
            ("part", tables.parts),
            ("modifier", tables.modifiers),
            ("reference", tables.references),
            ("set", tables.sets),
            ("holiday", tables.holidays),
        ):
            self._add(name, [form for row in rows for form in row.forms])
        for kind in {row.kind for row in tables.contexts}:
            self._add(kind.replace("_", ""), tables.context(kind))
        for name, forms in _CLOSED.items():
            self._add(name, forms)
        digit = frozenset({"0"})
        for name, pattern, firsts in (
            ("year", r"(?:1[0-9]{3}|20[0-9]{2})(?![\d%€$])", digit),
            ("shortyear", r"'?[0-9]{2}(?!\d|[ ]?(?:[h%€$,]|heures))", digit),
            ("day", r"(?:1[ ]?er|premier|[12][0-9]|3[01]|0?[1-9])(?![\d%])", digit | {"premier"}),
            ("number", rf"(?:\d{{1,3}}(?:[ .]\d{{3}})+|\d+(?:[.,]\d+)?|{self.patterns['numberword']})", digit | self.firsts["numberword"]),
        ):
            self.patterns[name] = pattern
            self.firsts[name] = firsts

    def _add(self, name: str, forms: Iterable[str]) -> None:
        forms = tuple(forms)
        self.patterns[name] = alternatives(forms)
        self.firsts[name] = frozenset(first.group() if not first.group().isdigit() else "0" for f in forms if (first := WORD.search(f)))

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern written with pieces; it ends at the end of a word."""
        spelled = re.sub(r"@([a-z]+)", lambda m: self.patterns[m[1]], pattern.replace("~?", "[ ]{0,2}").replace("~", "[ ]{1,2}"))
        return re.compile(f"(?:{spelled})(?![^\\W_]|-[^\\W_]|(?<=\\d)[.,]\\d)", re.VERBOSE)

    @cached_property
    def contexts(self) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
        """The words around a time, as patterns for the text before and after it."""
        kinds = sorted({row.kind for row in self.tables.contexts})
        return {
            kind: (
                re.compile(rf"(?<![\w-]){self.patterns[kind.replace('_', '')]}(?:[ ]|(?<='))$"),
                re.compile(rf"[ ]{self.patterns[kind.replace('_', '')]}(?![\w-])"),
            )
            for kind in kinds
        }

    @cached_property
    def announcing(self) -> frozenset[str]:
        """Past forms of verbs whose objects may lie ahead."""
        return frozenset(self.tables.context("announcing"))

    @cached_property
    def months(self) -> dict[str, int]:
        """Months by their words."""
        return {form: row.number for row in self.tables.months for form in row.forms}

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Days of the week by their words."""
        return {form: row.number for row in self.tables.weekdays for form in row.forms}

    @cached_property
    def units(self) -> dict[str, str]:
        """Codes of units by their words."""
        return {form: row.code for row in self.tables.units for form in row.forms}

    @cached_property
    def dayparts(self) -> dict[str, str]:
        """TIMEX3 codes of the parts of the day."""
        return {form: row.code for row in self.tables.dayparts for form in row.forms}

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Ranks by their words."""
        return {form: row.value for row in self.tables.ordinals for form in row.forms}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Numbers in words."""
        return {form: row.value for row in self.tables.numbers for form in row.forms}

    def number(self, words: str) -> float | None:
        """Read a number in digits or words, nothing for «quelques»."""
        words = re.sub(r"(?<=\d)[ .](?=\d{3}(?!\d))", "", words.strip())
        if words in self.numbers:
            return self.numbers[words]
        for row in self.tables.collectives:
            if any(form in words for form in row.forms):
                return row.value
        try:
            return float(words.replace(",", ".")) if not words.isdigit() else int(words)
        except ValueError:
            return None


# Articles and pointing words that belong to the extent of a time. Closed classes of the rules themselves, not vocabulary.
_CLOSED = {
    "article": ("le ", "la ", "l'", "les "),
    "pointing": ("ce ", "cet ", "cette ", "ces "),
}


@dataclass(frozen=True)
class Grammar:
    """All rules of a language, compiled, by the words that can begin them."""

    words: Pieces
    direction: Direction
    by_word: dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]
    compiled: tuple[tuple[Rule, re.Pattern[str]], ...]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words of `by_word`, flattened: most words of a text are none of them."""
        return frozenset(map(flatten, self.by_word))

    def beginning(self, word: str) -> tuple[tuple[Rule, re.Pattern[str]], ...] | None:
        """The rules that may begin with a word, null where there are none; all numbers are one."""
        return self.by_word.get(word) or (self.by_word.get("0") if word.isdecimal() else None)

    @classmethod
    def of(cls, tables: TimeTables, rules: Iterable[Rule]) -> Grammar:
        """Compile rules against the tables of a language."""
        words = Pieces(tables)
        compiled = tuple((one, words.compile(one.pattern)) for one in rules)
        by_word: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
        for one, pattern in compiled:
            firsts = {f for start in one.starts for f in (words.firsts[start[1:]] if start[0] == "@" else {start})}
            for first in sorted(firsts):
                by_word.setdefault(first, []).append((one, pattern))
        return cls(words, direction_of(tables), {word: tuple(found) for word, found in by_word.items()}, compiled)
