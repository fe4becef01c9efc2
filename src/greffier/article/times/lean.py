"""In which direction a sentence looks, read off its surface: tenses, announcing words, the preposition right before.

In: folded small-letter text and the place of a time. Out: `Lean`, `Pull`. Not: a parse; this runs at the speed of the other rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from greffier.article.times.days import Lean, Pull
from greffier.lang.times import TimeTables

__all__ = ["Direction", "direction_of"]

# A cue beyond a clause boundary is as good as one this many characters farther: measured on the development cases, where 10 to 60
# change nothing and 0 loses «l'accord, signé lundi, entrera en vigueur».
_BOUNDARY = 25
# Sentences longer than this are lists or lost full stops; cues farther away say nothing of the time.
_REACH = 240
_SENTENCE_END = re.compile(r"[.!?…](?=[\s»\"]|$)|\n|;")
_BEFORE_NOUN = re.compile(r"(?:\b(?:les|des|ces|ses|aux|nos|vos|leurs|une?|la|le|cette|ce|son|sa|du|au|de|deux|trois|\d+)[ ]|')$")
_CLAUSE = re.compile(r"[,:()«»\"]|\b(?:que?|qui|dont|où|et|mais)\b")


class Cue(NamedTuple):
    """A sign of tense: its place, its side, and whether it stands in the same clause."""

    start: int
    end: int
    lean: Lean
    near: bool


@dataclass(frozen=True, slots=True)
class Direction:
    """The compiled signs of tense of a language."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    bare: re.Pattern[str]
    still: frozenset[str]
    other: re.Pattern[str]
    agenda: re.Pattern[str]
    never: frozenset[str]
    before: tuple[tuple[re.Pattern[str], Lean], ...]

    def before_of(self, text: str, start: int) -> tuple[Lean, Pull]:
        """Read the preposition right before a time: «depuis» binds to the past."""
        head = text[max(0, start - 20) : start]
        for pattern, lean in self.before:
            if pattern.search(head):
                return lean, Pull.INCLUSIVE
        return Lean.NONE, Pull.WEIGHED

    def tense_of(self, text: str, start: int, end: int) -> Lean:
        """Read the nearest sign of tense in the sentence around `[start, end)`."""
        cue = self.cue_of(text, start, end)
        return cue.lean if cue else Lean.NONE

    def cue_of(self, text: str, start: int, end: int) -> Cue | None:
        """Give the nearest sign of tense."""
        low, high = _sentence(text, start, end)
        best = _REACH * 10
        chosen: Cue | None = None
        for pattern, side in ((self.future, Lean.FUTURE), (self.past, Lean.PAST)):
            for cue in pattern.finditer(text, low, high):
                if (cue.start() < end and cue.end() > start) or cue.group().split()[-1] in self.never:
                    continue
                gap = (cue.end(), start) if cue.end() <= start else (end, cue.start())
                boundaries = len(_CLAUSE.findall(text, *gap))
                cost = gap[1] - gap[0] + _BOUNDARY * boundaries
                if cost < best:
                    best, chosen = cost, Cue(*cue.span(), side, not boundaries)
        return self._bare_before(text, start, chosen) or chosen or self._announced(text, (low, high), (start, end))

    def _announced(self, text: str, sentence: tuple[int, int], place: tuple[int, int]) -> Cue | None:
        """«Loto, entrée libre, samedi»: no tense, but words that announce, or a clock time outside the passage itself."""
        for cue in self.agenda.finditer(text, *sentence):
            if cue.end() <= place[0] or cue.start() >= place[1]:
                return Cue(*cue.span(), Lean.FUTURE, near=False)
        return None

    def _bare_before(self, text: str, start: int, nearest: Cue | None) -> Cue | None:
        """«signé lundi»: a participle right before the time, unless an auxiliary in front of it is the nearest sign already."""
        bare = self.bare.search(text, max(0, start - 60), start)
        if bare is None or bare["word"] in self.still or (nearest and nearest.end == bare.end("word")):
            return None
        # «fera 35 degrés dimanche»: after a number or an article it is a noun; a verb of the same clause before it goes first.
        if self.other.search(text, max(0, bare.start() - 40), bare.start()) or _BEFORE_NOUN.search(
            text, max(0, bare.start() - 8), bare.start()
        ):
            return None
        if nearest and nearest.near and nearest.end <= bare.start() and nearest.lean is Lean.FUTURE:
            return None
        return Cue(bare.start(), bare.end("word"), Lean.PAST, near=True)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for stop in _SENTENCE_END.finditer(text, low, start):
        low = stop.end()
    after = _SENTENCE_END.search(text, end, high)
    return low, after.start() if after else high


@lru_cache(maxsize=4)
def direction_of(tables: TimeTables) -> Direction:
    """Compile the signs of tense of `tables`."""

    def forms(kind: str, lean: Lean | None = None) -> str:
        words = [form for row in tables.tenses if row.kind == kind and lean in {None, row.lean} for form in row.forms]
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    # «parlera», «sera», «est prévu»
    future = rf"\b(?:{forms('word', Lean.FUTURE)}|[^\W\d_]{{2,}}(?:{forms('ending', Lean.FUTURE)}))\b"
    # «a déclaré», «ont été tués», «s'est récemment rendu», «tenait»
    past = (
        rf"\b(?:(?:{forms('auxiliary')})(?:[ ](?!(?:un|une|le|la|les|des)\b)[^\W\d_]+){{0,2}}?[ ][^\W\d_]+(?:{forms('participle')})"
        rf"|(?:{forms('be')})(?:[ ][^\W\d_]+){{0,2}}?[ ](?:{forms('motion')})"
        rf"|{forms('word', Lean.PAST)}|[^\W\d_]{{2,}}(?:{forms('ending', Lean.PAST)}))\b"
    )
    before = tuple(
        (re.compile(rf"(?:^|[^\w])(?:{'|'.join(sorted(map(re.escape, row.forms), key=len, reverse=True))})[ ]?$"), Lean(row.lean))
        for row in tables.tenses
        if row.kind == "before"
    )
    # «signé lundi», «élu en mars», «lancée le 17 octobre», «tué par balles mardi» is beyond it
    bare = rf"\b(?P<word>[^\W\d_]*(?:{forms('bare')}))[ ](?:(?:en|le|la|dès|au|dans|ce|depuis|fin|début)[ ]|l')?$"
    # What makes «sera signé lundi», «doit être présenté jeudi» of it
    other = rf"\b(?:{forms('still', Lean.FUTURE)})(?:[ ][^\W\d_]+){{0,2}}[ ]$"
    # «Loto», «à 20 h 30»
    agenda = rf"\b(?:{forms('agenda')}|\d\d?[ ]?h(?:[ ]?[0-5]\d)?)\b"
    still = [form for row in tables.tenses if row.kind == "still" and row.lean == "none" for form in row.forms]
    never = [form for row in tables.tenses if row.kind == "except" or (row.kind == "word" and row.lean == "none") for form in row.forms]
    return Direction(
        future=re.compile(future),
        past=re.compile(past),
        bare=re.compile(bare),
        still=frozenset(still),
        other=re.compile(other),
        agenda=re.compile(agenda),
        never=frozenset(never),
        before=before,
    )
