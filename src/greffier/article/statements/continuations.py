"""What goes on without a cue of its own: quotations after an attributed one, «Et de rappeler que», paragraphs that open their marks again.

In: the scenes of an article, with the drafts of the other rules. Out: `Draft`s whose source is that of the statement before.
Not: quotations that nothing joins to a source; they stay nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.article.statements.complements import complement_of
from greffier.article.statements.draft import Draft, Way
from greffier.article.statements.edges import clause_end, clause_pieces, trim
from greffier.article.statements.phrases import phrase_before, place_of
from greffier.article.statements.quotations import Weight, weigh
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.verbs import Shape
from greffier.text.quote_marks import Quotation

__all__ = ["narrative_before", "narrative_infinitive", "quotations_that_go_on"]

# A paragraph or a crosshead may stand between an attributed quotation and the one that goes on; more, and the thread is lost.
_MOST_UNITS_BETWEEN = 2
# In characters: «, a dit X devant les députés. » may stand between two quotations of one unit.
_LONGEST_GAP = 80
# «"Il faut être prêts" en Asie centrale»: the article's tail is shorter than the quotation.
_MOST_AFTER = 0.6
# Fewer words may be the same by chance.
_LEAST_REPEATED = 5
_OPENERS = frozenset({"et", "mais", "or", "puis", "car", "enfin"})
_WORD = re.compile(r"\w+")


def narrative_infinitive(scene: Scene) -> Iterator[Draft]:
    """«Et de rappeler que P»: whoever spoke last goes on; «Et le maire de conclure : P»: whoever is printed."""
    for group in scene.groups:
        if group.shape is not Shape.INFINITIVE or group.linker != "de" or not scene.is_free(scene.cue_of(group)):
            continue
        i = group.first - 1
        speaker = phrase_before(scene.unit, group.first) if i > 0 and scene.words[i].form not in {"et", "puis"} else None
        if speaker is not None:
            i = speaker.first - 1
        if i < 0 or scene.words[i].form not in {"et", "puis"} or i > 1 or (speaker is not None and not can_speak(scene.unit, speaker)):
            continue
        source = place_of(scene.unit, speaker) if speaker is not None else None
        found = complement_of(scene, group)
        if found is None:
            continue
        end = found.end if found.end is not None else clause_end(scene, group, found.start, scene.limit(found.start))
        yield Draft(
            content=clause_pieces(scene, found.start, end) if found.end is None else ((found.start, end),),
            cue=(scene.words[i if source is None else group.first].start, scene.words[group.last].end),
            source=source,
            rule="narrative_infinitive",
            score=0.85,
            unit=scene.number,
            way=Way.PREVIOUS if source is None else Way.PRINTED,
            group=group,
            complement=found.kind,
            direct=found.direct,
        )


def narrative_before(scene: Scene) -> Iterator[Draft]:
    """«Avant de nuancer : « P »»: a sentence that has nothing else; whoever spoke last goes on."""
    for group in scene.groups:
        if group.shape is not Shape.INFINITIVE or group.linker != "avant" or group.first > 1 or not scene.is_free(scene.cue_of(group)):
            continue
        found = complement_of(scene, group)
        if found is None or not found.direct or found.end is None or scene.unit.text[found.end : scene.unit.end].strip(' .»"”'):
            continue
        yield Draft(
            content=((found.start, found.end),),
            cue=scene.place(0, group.last),
            source=None,
            rule="narrative_before",
            score=0.85,
            unit=scene.number,
            way=Way.PREVIOUS,
            group=group,
            complement=found.kind,
            direct=True,
        )


def quotations_that_go_on(scenes: Sequence[Scene | None]) -> Iterator[Draft]:
    """Quotations that nothing announces: after one that something did, before it in an open paragraph, or with its very words."""
    told = [draft for scene in scenes if scene is not None for draft in scene.drafts]
    words = _words_told(scenes, told)
    previous: Scene | None = None
    for scene in scenes:
        if scene is None:
            continue
        for quotation in scene.unit.outer:
            if quotation.start < scene.unit.start or _is_covered(scene, quotation):
                continue
            draft = _told_again(scene, quotation, words) or _going_on(scene, quotation, previous) or _taken_up(scene, quotation, told)
            if draft is not None:
                yield draft
        if scene.drafts:
            previous = scene


def _is_covered(scene: Scene, quotation: Quotation) -> bool:
    return any(
        start < quotation.inner_end and quotation.inner_start < end and not _is_inside(draft, quotation)
        for draft in scene.drafts
        for start, end in draft.content
    )


def _is_inside(draft: Draft, quotation: Quotation) -> bool:
    """«"Mes profs disent que P."»: what is announced and told inside a quotation does not give the quotation a source."""
    return (
        draft.cue is not None
        and quotation.inner_start <= draft.cue[0]
        and draft.cue[1] <= quotation.inner_end
        and not (draft.rule.endswith("incise"))
    )


def _words_told(scenes: Sequence[Scene | None], told: Sequence[Draft]) -> list[tuple[str, Draft]]:
    """Give the words of the statements in marks, spaces and marks aside."""
    text = next((scene.unit.text for scene in scenes if scene is not None), "")
    return [(_bare(" ".join(text[start:end] for start, end in draft.content)), draft) for draft in told if draft.direct]


def _told_again(scene: Scene, quotation: Quotation, told: Sequence[tuple[str, Draft]]) -> Draft | None:
    """A headline's quotation, or one that stands free, whose words the article gives to somebody elsewhere."""
    words = _bare(scene.unit.text[quotation.inner_start : quotation.inner_end])
    if words.count(" ") + 1 < _LEAST_REPEATED:
        return None
    for other, draft in told:
        if words in other:
            return _draft(scene, quotation, draft, "quotation_told_again")
    return None


def _bare(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def _taken_up(scene: Scene, quotation: Quotation, told: Sequence[Draft]) -> Draft | None:
    """«« Nous partirons. / « Nous reviendrons », a-t-il dit»: a paragraph left open has the source of the one that takes it up."""
    if quotation.closed or weigh(scene, quotation) is Weight.SCARE:
        return None
    following = next((q for q in scene.unit.reading.quotations if q.start >= quotation.end), None)
    if following is None or not following.continues:
        return None
    for draft in told:
        if any(following.start <= start < following.end for start, _ in draft.content):
            return _draft(scene, quotation, draft, "quotation_taken_up")
    return None


def _last_told(scene: Scene, position: int) -> Draft | None:
    drafts = [draft for draft in scene.drafts if draft.start < position and not any(_holds(other, draft) for other in scene.drafts)]
    return max(drafts, key=lambda draft: (draft.cue or draft.content[0])[0], default=None)


def _holds(outer: Draft, inner: Draft) -> bool:
    anchor = inner.cue or inner.content[0]
    return outer is not inner and any(start <= anchor[0] and anchor[1] <= end for start, end in outer.content)


def _going_on(scene: Scene, quotation: Quotation, previous: Scene | None) -> Draft | None:
    unit = scene.unit
    before = unit.text[unit.start : quotation.start].strip(' ,;–—-•"«“')
    after = unit.text[quotation.end : unit.end].strip(' .,;"»”')
    if weigh(scene, quotation) is not Weight.FULL:
        return None
    told = _last_told(scene, quotation.start)
    if told is not None and not before.endswith(":"):
        # «"A", a dit X. "B"» in one unit, or a second quotation of the same sentence
        gap = unit.text[max(told.zone[1] if told.zone else 0, told.end) : quotation.start]
        if gap.strip(' ,.;:–—-"»') and len(gap) > _LONGEST_GAP:
            return None
        return _draft(scene, quotation, told, "quotation_goes_on")
    if before and before.lower() not in _OPENERS:
        return None
    if previous is None or scene.number - previous.number > _MOST_UNITS_BETWEEN:
        return None
    told = _last_told(previous, unit.start)
    if told is None or (after and len(after) > _MOST_AFTER * (quotation.end - quotation.start)):
        return None
    if after and not scene.groups:
        draft = _draft(scene, quotation, told, "quotation_goes_on")
        draft.content, draft.direct, draft.score = (trim(unit, unit.start, unit.end),), False, 0.75
        return draft
    return _draft(scene, quotation, told, "quotation_goes_on")


def _draft(scene: Scene, quotation: Quotation, told: Draft, rule: str) -> Draft:
    return Draft(
        content=((quotation.inner_start, quotation.inner_end),),
        cue=None,
        source=None,
        rule=rule,
        score=0.8,
        unit=scene.number,
        way=Way.PREVIOUS,
        direct=True,
        like=told,
    )
