"""One unit under the sieve: its groups, the cues already taken, and the drafts that stand.

In: a `Unit`. Out: `Scene`. Not: rules.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from greffier.article.statements.draft import Draft, Place
from greffier.article.statements.reading import Unit, Word
from greffier.article.statements.verbs import Group, find_groups
from greffier.lang.statements import CuePreposition
from greffier.text.quote_marks import Quotation

__all__ = ["Match", "Scene"]


class Match(msgspec.Struct, frozen=True, gc=False):
    """A preposition that may name a source, at its place."""

    preposition: CuePreposition
    start: int
    end: int


class Scene:
    """What the rules of one unit share; `number` is the place of the unit in the article."""

    def __init__(self, unit: Unit, number: int) -> None:
        self.unit = unit
        self.number = number
        self.drafts: list[Draft] = []
        self.taken: list[Place] = []
        self.prepositions: tuple[Match, ...] | None = None

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The verb groups of the unit that may announce words."""
        return find_groups(self.unit)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the unit."""
        return self.unit.words

    def place(self, first: int, last: int) -> Place:
        """Give the characters of words `first` to `last`, both included."""
        return self.words[first].start, self.words[last].end

    def cue_of(self, group: Group) -> Place:
        """Give the characters of a group, with its «se» and its «ne»."""
        return self.place(group.left if group.reflexive or group.negated else group.first, group.last)

    def is_free(self, place: Place) -> bool:
        """Tell whether no draft has taken a character of a cue yet."""
        return all(place[1] <= start or end <= place[0] for start, end in self.taken)

    def add(self, draft: Draft) -> None:
        """Let a draft stand, and take its cue."""
        self.drafts.append(draft)
        if draft.cue is not None:
            self.taken.append(draft.cue)

    def zones(self) -> list[Place]:
        """Give the stretches of announcing words that are no content, in text order."""
        return sorted(draft.zone for draft in self.drafts if draft.zone is not None)

    def quotation_before(self, position: int, *, within: int = 3) -> Quotation | None:
        """Give the outermost quotation that ends right before a position, a comma, a full stop and spaces aside."""
        for quotation in reversed(self.unit.outer):
            if quotation.end <= position and position - quotation.end <= within:
                if not self.unit.text[quotation.end : position].strip(" ,.;-–—"):
                    return quotation
                return None
        return None

    def quotation_at(self, position: int) -> Quotation | None:
        """Give the quotation whose opening mark stands at a position."""
        for quotation in self.unit.quotations:
            if quotation.start == position:
                return quotation
        return None

    def limit(self, position: int) -> int:
        """Give where words that begin at a position must end: with the quotation around them, or with the unit."""
        around = self.unit.quotation_around(position)
        return around.inner_end if around is not None else self.unit.end
