"""The sieve: rules in the order of their precision, each taking its cue, then what needs the whole article.

In: a `Reading`, `Mentions`. Out: `Draft`s in text order, with mode and nesting. Not: attributes, ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from greffier.article.statements import (
    anaphors,
    clauses,
    continuations,
    frames,
    incises,
    interviews,
    noun_contents,
    prepositions,
    questions,
)
from greffier.article.statements.draft import Draft
from greffier.article.statements.interviewees import persons_of
from greffier.article.statements.reading import Reading, may_announce, readable
from greffier.article.statements.relays import relay_beside
from greffier.article.statements.scene import Scene
from greffier.records import Answer, Mentions, Mode

__all__ = ["RULES", "mode_of", "nest", "sift"]

RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    *incises.RULES,
    *prepositions.RULES,
    *anaphors.RULES,
    continuations.narrative_infinitive,
    continuations.narrative_before,
    *clauses.RULES,
    *frames.RULES,
    *noun_contents.RULES,
    *interviews.RULES,
)


# In characters: the longest quotation of the development texts has 700; a line without an end (a dump, a table) would take minutes.
_LONGEST_UNIT = 20_000


def sift(reading: Reading, mentions: Mentions) -> list[Draft]:
    """Find the drafts of an article, in text order."""
    scenes: list[Scene | None] = []
    every = [Scene(unit, number) for number, unit in enumerate(reading.units)]
    for scene in every:
        unit = scene.unit
        if (
            unit.end - unit.start > _LONGEST_UNIT
            or not readable(unit.segment)
            or not may_announce(reading.text[unit.start : unit.end], reading.pack)
        ):
            scenes.append(None)
            continue
        for rule in RULES:
            for draft in rule(scene):
                draft.relays += relay_beside(scene, draft)
                scene.add(draft)
                note(reading, draft)
        scenes.append(scene)
    readable_units = [scene for scene in every if readable(scene.unit.segment)]
    persons = persons_of(mentions)
    for draft in chain(
        interviews.turns(readable_units, persons),
        questions.answers(readable_units, persons),
        interviews.tweets(every),
        continuations.quotations_that_go_on(scenes),
    ):
        every[draft.unit].add(draft)
        note(reading, draft)
    drafts = [draft for scene in every for draft in scene.drafts]
    return sorted(_without_twins(drafts), key=lambda draft: (draft.start, -draft.end, draft.cue or (0, 0)))


def note(reading: Reading, draft: Draft) -> None:
    """Note a draft in the trace."""
    if reading.trace.on:
        place = draft.cue or draft.content[0]
        reading.trace.note("statement", draft.rule, place, Answer.FOUND, reading.text[draft.content[0][0] : draft.content[0][1]][:60])


def _without_twins(drafts: list[Draft]) -> list[Draft]:
    """Keep one of several drafts with the same content, the surer one."""
    best: dict[tuple[tuple[tuple[int, int], ...], bool], Draft] = {}
    for draft in drafts:
        if not draft.content or any(start >= end for start, end in draft.content):
            continue  # a label or a cue with nothing behind it
        held = best.get(_key(draft))
        if held is None or draft.score > held.score:
            best[_key(draft)] = draft
    return [draft for draft in drafts if best.get(_key(draft)) is draft]


def _key(draft: Draft) -> tuple[tuple[tuple[int, int], ...], bool]:
    """«Selon A, P, ce que dément B»: the same words told by one and taken up by another are two statements."""
    return draft.content, draft.rule.startswith("resumed")


def mode_of(reading: Reading, draft: Draft) -> Mode:
    """Tell the mode: direct where everything is in the marks, mixed where some is, indirect where nothing is."""
    if draft.direct:
        return Mode.DIRECT
    inside = outside = 0
    for start, end in draft.content:
        outer = [q for q in reading.quotations_in(start, end) if q.inner_start < end and q.inner_end > start]
        if any(
            q.inner_start <= start and end <= q.inner_end and not (draft.cue and q.inner_start <= draft.cue[0] < q.inner_end) for q in outer
        ):
            inside += 1
            continue
        if any(q.start >= start and q.inner_end <= end and len(reading.text[q.inner_start : q.inner_end].strip()) > 1 for q in outer):
            inside += 1
        outside += 1
    if not inside:
        return Mode.INDIRECT
    return Mode.MIXED if outside else Mode.DIRECT


def nest(drafts: list[Draft]) -> list[int | None]:
    """Give, for each draft, the index of the smallest draft in whose content its cue or, without one, its content stands."""
    out: list[int | None] = [None] * len(drafts)
    anchors = sorted(range(len(drafts)), key=lambda i: _anchor(drafts[i]))
    waiting = sorted(range(len(drafts)), key=lambda i: drafts[i].start)
    begun = 0
    open_ones: list[int] = []
    for index in anchors:
        start, end = _anchor(drafts[index])
        while begun < len(waiting) and drafts[waiting[begun]].start <= start:
            open_ones.append(waiting[begun])
            begun += 1
        open_ones = [other for other in open_ones if drafts[other].end > start]
        holding = [
            other for other in open_ones if other != index and any(low <= start and end <= high for low, high in drafts[other].content)
        ]
        if drafts[index].cue is None:
            holding = [other for other in holding if drafts[other].content != drafts[index].content]
        out[index] = min(holding, key=lambda other: (sum(high - low for low, high in drafts[other].content), other), default=None)
    return out


def _anchor(draft: Draft) -> tuple[int, int]:
    return draft.cue or draft.content[0]
