"""A statement as its attributes see it: where its pieces stand and which row of the tables announced it.

In: nothing. Out: `Announcement`, `Place`. Not: how the statement was found.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from greffier.lang.statements import Carrier, Complement, CueLocution, CuePreposition, CueVerb, SayingNoun
from greffier.records import SourceKind
from greffier.text.inflection import Tense

__all__ = ["Announcement", "Place"]

Place = tuple[int, int]

# How far around the cue, in characters, its adjuncts and conditions are looked for: the longest that are still the same sentence.
_REACH = 300


class Announcement(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What was found of a statement; places are `(start, end)` in code points of the article.

    `text` is the folded text of the whole article. `unit` is the stretch (sentences of one unit) that holds cue and content.
    `word` is the row that announced the statement, null where no cue stands. `tense` and `person` are those of the finite verb
    of the cue, `main` is the place of the cue verb itself (of the infinitive, where a carrier stands before it).
    `direct`: all words are the source's own. `under_past`: the statement stands in the content of another whose cue is in the past.
    """

    text: str
    unit: Place
    content: tuple[Place, ...]
    cue: Place | None = None
    main: Place | None = None
    source: Place | None = None
    source_kind: SourceKind = SourceKind.UNKNOWN
    word: CueVerb | CueLocution | SayingNoun | CuePreposition | None = None
    carrier: Carrier | None = None
    complement: Complement | None = None
    tense: Tense | None = None
    person: int = 3
    direct: bool = False
    under_past: bool = False

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @cached_property
    def first_words(self) -> str:
        """The beginning of the content, in lower case."""
        start, end = self.content[0]
        return self.text[start : min(end, start + _REACH)].lower()

    @cached_property
    def cue_words(self) -> str:
        """The cue, in lower case; empty where there is none."""
        return self.text[self.cue[0] : self.cue[1]].lower() if self.cue else ""

    @cached_property
    def near(self) -> Place:
        """The stretch of the unit around the cue (around the content, where there is no cue) in which its adjuncts stand."""
        start, end = self.cue or self.content[0]
        return max(self.unit[0], start - _REACH), min(self.unit[1], end + _REACH)

    @cached_property
    def outside(self) -> str:
        """The words of `near` in lower case with the content blanked; positions in it count from the start of `near`."""
        left, right = self.near
        words = self.text[left:right]
        characters = list(words.lower()) if len(words.lower()) == len(words) else list(words)
        for start, end in self.content:
            first, last = max(start, left), min(end, right)
            if first < last:
                characters[first - left : last - left] = " " * (last - first)
        return "".join(characters)
