"""From drafts to records: each draft with its source, its attributes and its place among the others.

In: a `Reading`, drafts, their nesting and sources. Out: `Statement`s. Not: the attributes themselves; those are the rooms' next door.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from greffier.article.statements.attributes import Announcement, Attributes, Scene, attributes_of, same_as
from greffier.article.statements.draft import Draft, Place
from greffier.article.statements.reading import Reading
from greffier.article.statements.sieve import mode_of
from greffier.article.statements.sources import Sources
from greffier.lang.statements import Complement, CueLocution, CuePreposition, CueVerb, SayingNoun
from greffier.records import Mentions, Mode, Source, Span, Statement, Times, Token
from greffier.text.inflection import Tense

__all__ = ["tell"]


def tell(
    reading: Reading, drafts: Sequence[Draft], within: Sequence[int | None], sources: Sources, mentions: Mentions, times: Times
) -> tuple[Statement, ...]:
    """Make the statements of an article from its drafts."""
    modes = [mode_of(reading, draft) for draft in drafts]
    attributes = _Describer(reading, drafts, within, mentions, times)
    repeated = same_as(reading.text, [draft.content for draft in drafts])
    statements = []
    for index, draft in enumerate(drafts):
        source = sources.source_of(index)
        told = attributes.of(index, source, modes[index])
        outer, earlier = within[index], repeated[index]
        statements.append(
            Statement(
                id=f"s{index + 1}",
                content=tuple(Span.of(reading.text, start, end) for start, end in draft.content),
                mode=modes[index],
                cue=Span.of(reading.text, *draft.cue) if draft.cue else None,
                source=source,
                relays=sources.relays_of(index),
                addressee=told.addressee,
                said=told.said,
                place=told.place,
                act=told.act,
                attestation=told.attestation,
                negated=told.negated,
                within=None if outer is None else f"s{outer + 1}",
                about=told.about,
                same_as=None if earlier is None else f"s{earlier + 1}",
                rule=draft.rule,
                score=draft.score,
            )
        )
    return tuple(statements)


class _Describer:
    """Hands each draft to the attributes, with what stands near it."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft], within: Sequence[int | None], mentions: Mentions, times: Times) -> None:
        self.reading = reading
        self.drafts = drafts
        self.within = within
        self.mentions = mentions.mentions
        self.entities = {entity.id: entity for entity in mentions.entities}
        self.times = times.expressions
        self._inside: dict[int, list[int]] = {}
        for inner, outer in enumerate(within):
            if outer is not None:
                self._inside.setdefault(outer, []).append(inner)
        self._mention_starts = [mention.start for mention in self.mentions]
        self._time_starts = [time.start for time in self.times]

    def of(self, index: int, source: Source, mode: Mode) -> Attributes:
        """Tell the attributes of a draft."""
        draft = self.drafts[index]
        unit = self.reading.units[draft.unit]
        low, high = min(unit.start, draft.start), max(unit.end, draft.end)
        outer = self.within[index]
        outer_group = self.drafts[outer].group if outer is not None else None
        group = draft.group
        announcement = Announcement(
            text=self.reading.folded,
            unit=(low, high),
            content=draft.content,
            cue=draft.cue,
            main=(unit.words[group.main].start, unit.words[group.main].end) if group is not None else None,
            source=draft.source,
            source_kind=source.kind,
            word=self._word(draft),
            carrier=group.carrier if group is not None else None,
            complement=Complement(draft.complement) if draft.complement else None,
            tense=group.tense if group is not None else None,
            person=group.person if group is not None else 3,
            direct=mode is Mode.DIRECT,
            under_past=outer_group is not None and (outer_group.tense is Tense.PAST or outer_group.bearer != outer_group.main),
        )
        scene = Scene(
            mentions=self.mentions[bisect_left(self._mention_starts, low) : bisect_right(self._mention_starts, high)],
            entities=self.entities,
            times=self.times[bisect_left(self._time_starts, low) : bisect_right(self._time_starts, high)],
        )
        return attributes_of(announcement, self.reading.tables, scene, tuple(self._tokens(draft)), tuple(self._nested(index)))

    def _word(self, draft: Draft) -> CueVerb | CueLocution | SayingNoun | CuePreposition | None:
        if draft.group is not None:
            return draft.group.verb
        if draft.noun is not None:
            return self.reading.tables.nouns.get(draft.noun)
        if draft.preposition is not None:
            return next((p for p in self.reading.tables.prepositions if p.words == draft.preposition), None)
        return None

    def _tokens(self, draft: Draft) -> Iterator[Token]:
        for sentence in self.reading.units[draft.unit].sentences:
            if any(start < sentence.end and sentence.start < end for start, end in draft.content):
                yield from sentence.tokens

    def _nested(self, index: int) -> Iterator[Place]:
        for inner in self._inside.get(index, ()):
            yield from self.drafts[inner].content
