"""What goes on without a cue of its own: quotations after an attributed one, «Et de rappeler que», paragraphs that open their marks again.

In: the scenes of an article, with the drafts of the other rules. Out: `Draft`s whose source is that of the statement before.
Not: quotations that nothing joins to a source; they stay nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from greffier.article.statements.clauses import complement_of
from greffier.article.statements.draft import Draft, Way
from greffier.article.statements.edges import clause_end, clause_pieces, trim
from greffier.article.statements.quotations import Weight, weigh
from greffier.article.statements.scene import Scene
from greffier.article.statements.verbs import Shape
from greffier.text.quote_marks import Quotation

__all__ = ["narrative_infinitive", "quotations_that_go_on"]

# A paragraph or a crosshead may stand between an attributed quotation and the one that goes on; more, and the thread is lost.
_MOST_UNITS_BETWEEN = 2


def narrative_infinitive(scene: Scene) -> Iterator[Draft]:
    """«Et de rappeler que P»: whoever spoke last goes on."""
    for group in scene.groups:
        if group.shape is not Shape.INFINITIVE or group.linker != "de" or not scene.is_free(scene.cue_of(group)):
            continue
        i = group.first - 1
        if i < 0 or scene.words[i].form not in {"et", "puis"} or i > 1:
            continue
        found = complement_of(scene, group)
        if found is None:
            continue
        end = found.end if found.end is not None else clause_end(scene, group, found.start, scene.limit(found.start))
        yield Draft(
            content=clause_pieces(scene, found.start, end) if found.end is None else ((found.start, end),),
            cue=(scene.words[i].start, scene.words[group.last].end),
            source=None,
            rule="narrative_infinitive",
            score=0.85,
            unit=scene.number,
            way=Way.PREVIOUS,
            group=group,
            complement=found.kind,
            direct=found.direct,
        )


def quotations_that_go_on(scenes: Sequence[Scene | None]) -> Iterator[Draft]:
    """Quotations that nothing announces, after one that something did, in the same paragraph or the next."""
    previous: Scene | None = None
    for scene in scenes:
        if scene is None:
            continue
        for quotation in scene.unit.outer:
            if quotation.start < scene.unit.start or _is_covered(scene, quotation):
                continue
            draft = _going_on(scene, quotation, previous)
            if draft is not None:
                yield draft
        if scene.drafts:
            previous = scene


def _is_covered(scene: Scene, quotation: Quotation) -> bool:
    return any(start < quotation.inner_end and quotation.inner_start < end for draft in scene.drafts for start, end in draft.content)


def _going_on(scene: Scene, quotation: Quotation, previous: Scene | None) -> Draft | None:
    unit = scene.unit
    before = unit.text[unit.start : quotation.start].strip(' ,;–—-•"«“')
    after = unit.text[quotation.end : unit.end].strip(' .,;"»”')
    weight = weigh(scene, quotation)
    near = previous is not None and scene.number - previous.number <= _MOST_UNITS_BETWEEN
    if weight is not Weight.FULL or (not near and not scene.drafts):
        return None
    if scene.drafts and any(draft.content[-1][1] <= quotation.start for draft in scene.drafts) and not before.endswith(":"):
        # «"A", a dit X. "B"» in one unit, or a second quotation of the same sentence
        gap = unit.text[
            max(draft.zone[1] if draft.zone else draft.end for draft in scene.drafts if draft.end <= quotation.start) : quotation.start
        ]
        if gap.strip(' ,.;:–—-"»') and len(gap) > 80:
            return None
        return _draft(scene, quotation)
    if before and before.lower() not in {"et", "mais", "or", "puis", "car", "enfin"}:
        return None
    if previous is None or not any(draft.direct or draft.way is Way.PRINTED for draft in previous.drafts):
        return None
    if after and len(after) > 0.6 * (quotation.end - quotation.start):
        return None
    if after and not scene.groups:
        return Draft(
            content=(trim(unit, unit.start, unit.end),),
            cue=None,
            source=None,
            rule="quotation_goes_on",
            score=0.75,
            unit=scene.number,
            way=Way.PREVIOUS,
        )
    return _draft(scene, quotation)


def _draft(scene: Scene, quotation: Quotation) -> Draft:
    return Draft(
        content=((quotation.inner_start, quotation.inner_end),),
        cue=None,
        source=None,
        rule="quotation_goes_on",
        score=0.8,
        unit=scene.number,
        way=Way.PREVIOUS,
        direct=True,
    )
