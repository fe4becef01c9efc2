"""A statement in the making: what a rule of the sieve found, before it is known who the source is and what is done by saying it.

In: places found by rules. Out: `Draft`, `Found`, `Way`. Not: ids, nesting, attributes; those come when all drafts of an article stand.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from greffier.article.statements.verbs import Group
from greffier.lang.statements import Complement

__all__ = ["Draft", "Found", "Place", "Way"]

Place = tuple[int, int]


class Way(StrEnum):
    """How a draft comes to its source where no mention is printed for it."""

    PRINTED = "printed"
    PREVIOUS = "previous"  # goes on with the source of the statement before
    NONE = "none"


class Found(msgspec.Struct, frozen=True, gc=False):
    """A complement of a cue: where it begins, and where it ends if the rule knows better than the clause."""

    kind: Complement
    start: int
    end: int | None = None
    direct: bool = False


class Draft(msgspec.Struct, kw_only=True):
    """What a rule found; places are `(start, end)` in code points. The sieve may still change it: to resolve its source, to nest it.

    `like` is the draft whose source this one shares.
    `zone` is the stretch of the announcing words (cue, source, adjuncts) that is no content. `complement` is how the content hangs on
    the cue.
    """

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    rule: str
    score: float
    unit: int
    way: Way = Way.PRINTED
    group: Group | None = None
    complement: str | None = None
    preposition: str | None = None
    noun: str | None = None
    zone: Place | None = None
    direct: bool = False
    relays: tuple[Place, ...] = ()
    like: Draft | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]
