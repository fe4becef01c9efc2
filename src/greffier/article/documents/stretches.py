"""Stretches of text on their way to a label: lines, and the pieces that rules cut lines into.

In: a text. Out: `Stretch`es. Not: labels; those are given by the rules of this room.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from greffier.lang.documents import Phrase, numbered
from greffier.records import SegmentKind
from greffier.text.keys import Word, words
from greffier.text.typography import fold

__all__ = ["Piece", "Stretch", "cut", "join_wrapped", "stretches_of"]

# Sentence punctuation at the end, under closing quotation marks and brackets: «… "c'est fini !"»
_CLOSED = re.compile(r"[.!?…][\s\"'»”)\]]*$")
# Punctuation that promises more: «Les mesures annoncées :»
_CONTINUES = re.compile(r"[,;:][\s\"»”)\]]*$")
# A sentence ends and another begins inside: «… à Astana. Le président …»; not «M. Lavrov», «J. Kerry»
_INNER_END = re.compile(r"(?<![\s.(]\w)(?<!^\w)(?<!\bMM)(?<!\bDr)(?<!\bMe)(?<!\bSt)[.!?…][\"»”)]?\s+[\"«“(]?\s?[A-ZÀ-Ý]")
# A bullet, a dash or a number opens an item of a list: «- 14h00 : réunion du conseil», «2) Le calendrier»
_ITEM = re.compile(r"^(?:[-–—•●▪■*·►▶→+]\s*|\d{1,2}\s?[.)/]\s|\d{1,2}\s?[hH:]\s?\d{0,2}\b)")


@dataclass
class Stretch:
    """A stretch, half-open in code points; `text` is folded, `gap` tells of an empty line before it, `hint` what the markup called it."""

    start: int
    end: int
    text: str
    gap: bool = False
    hint: SegmentKind | None = None
    kind: SegmentKind | None = None
    rule: str | None = None
    repeats: tuple[int, int] | None = field(default=None)

    @cached_property
    def words(self) -> list[Word]:
        """The words, with places counted from the start of the stretch."""
        return words(self.text)

    @cached_property
    def words_key(self) -> Phrase:
        """The bare words, `#` for numbers, as the tables spell them."""
        return numbered(word.bare for word in self.words)

    @cached_property
    def closed(self) -> bool:
        """Tell whether it ends as a sentence does."""
        return _CLOSED.search(self.text) is not None

    @cached_property
    def continues(self) -> bool:
        """Tell whether its last mark promises more."""
        return _CONTINUES.search(self.text) is not None

    @cached_property
    def sentences(self) -> bool:
        """Tell whether a sentence ends inside."""
        return _INNER_END.search(self.text) is not None

    @cached_property
    def item(self) -> bool:
        """Tell whether it opens as an item of a list."""
        return _ITEM.match(self.text) is not None

    def labelled(self, kind: SegmentKind, rule: str) -> None:
        """Give the label once and for all."""
        self.kind, self.rule = kind, rule


@dataclass(frozen=True, slots=True)
class Piece:
    """What a rule says of a part of a stretch (places counted from its start); kind `None` leaves the part to the rules after it."""

    start: int
    end: int
    kind: SegmentKind | None


def stretches_of(text: str, hints: Sequence[tuple[int, int, SegmentKind | None]] = ()) -> list[Stretch]:
    """Cut a text at its line feeds, blank lines dropped; `hints` are the `(start, end, kind)` of a page's blocks, in text order."""
    found = []
    start, gap = 0, False
    marks = iter(hints)
    mark = next(marks, None)
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            begin = start + len(line) - len(line.lstrip())
            while mark and mark[1] <= begin:
                mark = next(marks, None)
            hint = mark[2] if mark and mark[0] <= begin < mark[1] else None
            found.append(Stretch(begin, begin + len(inner), fold(inner), gap, hint))
        gap = not inner
        start += len(line) + 1
    return found


def cut(stretch: Stretch, pieces: Sequence[Piece], rule: str) -> list[Stretch]:
    """Cut a stretch as a rule says, white space at the edges of the parts left out."""
    parts: list[Stretch] = []
    for piece in pieces:
        words_ = stretch.text[piece.start : piece.end]
        start = stretch.start + piece.start + len(words_) - len(words_.lstrip())
        inner = words_.strip()
        if inner:
            part = Stretch(start, start + len(inner), inner, stretch.gap and not parts, stretch.hint)
            if piece.kind is not None:
                part.labelled(piece.kind, rule)
            parts.append(part)
    return parts


# Lines of text with hard ends have 60-80 characters; lists and poems are shorter.
_SHORTEST_WRAPPED = 40
# Where one line of a paragraph goes on in small letters, the others are wrapped too if they are about as long as the longest.
_WRAPPED_SHARE = 0.75


def join_wrapped(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Join the lines of paragraphs with hard line ends: a line without an end, and behind it one that goes on in small letters."""
    out: list[Stretch] = []
    block: list[Stretch] = []
    for stretch in stretches:
        if block and (
            stretch.gap or stretch.kind is not None or stretch.hint is not None or block[-1].kind is not None or block[-1].hint is not None
        ):
            out += _joined(block)
            block = []
        block.append(stretch)
    return out + _joined(block)


def _joined(block: list[Stretch]) -> list[Stretch]:
    """Join the lines of one block."""
    pairs = list(itertools.pairwise(block))
    if not any(_goes_on(this, following) for this, following in pairs):
        return block
    width = max(len(stretch.text) for stretch in block)
    out = block[:1]
    for this, following in pairs:
        long = len(this.text) >= _WRAPPED_SHARE * width and not this.closed
        if _goes_on(this, following) or long:
            before = out.pop()
            text = before.text + " " * (following.start - before.end) + following.text
            out.append(Stretch(before.start, following.end, text, before.gap))
        else:
            out.append(following)
    return out


def _goes_on(this: Stretch, following: Stretch) -> bool:
    return following.text[0].islower() and len(this.text) > _SHORTEST_WRAPPED and not this.closed
