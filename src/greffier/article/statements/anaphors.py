"""Words that stand for what was said: «Je le répète, P», «P, ce que dément le ministère», «P. C'est ce qu'a annoncé la mairie».

In: a `Scene`. Out: `Draft`s. Not: pronouns whose clause no mark sets beside them («Il l'a dit»).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.statements.adjuncts import skip_adjuncts
from greffier.article.statements.draft import Draft, Place
from greffier.article.statements.edges import has_finite_verb, trim
from greffier.article.statements.inverted import subject_after
from greffier.article.statements.phrases import place_of
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.subjects import subject_before, subject_of
from greffier.article.statements.verbs import Group, Shape
from greffier.lang.statements import Strength

__all__ = ["RULES"]

# «Je le répète», «Le maire l'a dit»: so many words may stand before the clitic.
_MOST_BEFORE = 6
# «ce que le ministère de la défense a démenti»: so many words may stand between que and the verb.
_LONGEST_SUBJECT = 12
_LEAST = 8
# «ce qu'on appelle « la défense active »»: a name
_CALLING = frozenset({"appeler"})
_SAYS = frozenset({Strength.SPEECH, Strength.COMMISSIVE, Strength.DIRECTIVE})


def resumed_clause(scene: Scene) -> Iterator[Draft]:
    """«La trêve tient, ce que conteste l'opposition»: the clause before the comma is what is told."""
    for group, que in _after_ce_que(scene):
        words = scene.words
        if que < 3 or words[que - 2].form not in {",", "–", "—", "("}:
            continue
        source, end = _source(scene, group, que)
        if source is None or not _closes(scene, end):
            continue
        around = scene.unit.outer_around(words[que].start)
        low = around.inner_start if around is not None and around.inner_start < words[que].start else scene.unit.start
        high = words[que - 2].start
        for start, stop in scene.zones():
            if low < start and stop <= high and has_finite_verb(scene.unit, low, start):
                high = start  # «P, selon A, ce que dément B»
            elif stop <= high:
                low = max(low, stop)  # «Selon A, P, ce que dément B»
        content = trim(scene.unit, low, high)
        if content[1] - content[0] >= _LEAST and has_finite_verb(scene.unit, *content):
            zone = words[que - 1].start, end
            _leave_out(scene, zone)
            yield _draft(scene, group, source, content, zone, "resumed_clause")


def _leave_out(scene: Scene, zone: Place) -> None:
    """«Selon A, P, ce que dément B»: what A says ends before what B does with it."""
    for draft in scene.drafts:
        if any(start < zone[1] and zone[0] < end for start, end in draft.content):
            pieces = [(start, min(end, zone[0])) for start, end in draft.content if start < zone[0]]
            pieces += [(max(start, zone[1]), end) for start, end in draft.content if end > zone[1]]
            trimmed = (trim(scene.unit, start, end) for start, end in pieces)
            draft.content = tuple((start, end) for start, end in trimmed if end - start > 1) or draft.content


def announced_by_ce_que(scene: Scene) -> Iterator[Draft]:
    """«Voici ce qu'a dit le maire : P»: what stands behind the colon is what ce stands for."""
    for group, que in _after_ce_que(scene):
        source, end = _source(scene, group, que)
        i = skip_adjuncts(scene.unit, scene.unit.word_at(end), scene.unit.end)
        if source is None or i + 1 >= len(scene.words) or scene.words[i].form != ":":
            continue
        quotation = scene.quotation_at(scene.words[i + 1].start)
        if quotation is not None:
            content = quotation.inner_start, quotation.inner_end
        else:
            content = trim(scene.unit, scene.words[i + 1].start, scene.limit(scene.words[i].start))
            if not has_finite_verb(scene.unit, *content):
                continue
        yield _draft(
            scene,
            group,
            source,
            content,
            (scene.words[que - 1].start, scene.words[i].end),
            "announced_by_ce_que",
            direct=quotation is not None,
        )


def resumed_sentence(scene: Scene) -> Iterator[Draft]:
    """«Le pont rouvrira lundi. C'est ce qu'a annoncé la mairie.»: the sentence before in its paragraph, or the quotation before."""
    for group, que in _after_ce_que(scene):
        if que < 3 or scene.words[que - 2].form not in {"est", "était"} or scene.words[que - 3].form not in {"c'", "ce"}:
            continue
        source, end = _source(scene, group, que)
        found = _before(scene, que - 3) if source is not None and _closes(scene, end) else None
        if source is not None and found is not None:
            content, direct = found
            yield _draft(scene, group, source, content, (scene.words[que - 3].start, end), "resumed_sentence", direct=direct)


def _before(scene: Scene, index: int) -> tuple[Place, bool] | None:
    """Give the quotation that ends right before a word, or the sentence before its unit; and whether it is all in marks."""
    quotation = scene.quotation_before(scene.words[index].start)
    if quotation is not None:
        return (quotation.inner_start, quotation.inner_end), True
    unit = scene.unit.reading.units[scene.number - 1] if scene.number and index == 0 else None
    if unit is None or unit.segment is not scene.unit.segment:
        return None
    content = trim(unit, unit.start, unit.end)
    marks = next((q for q in unit.outer if q.start == content[0] and q.end >= content[1]), None)
    if marks is not None:
        return (marks.inner_start, marks.inner_end), True
    return (content, False) if content[1] - content[0] >= _LEAST and has_finite_verb(unit, *content) else None


def _after_ce_que(scene: Scene) -> Iterator[tuple[Group, int]]:
    """Give the cues of a clause that «ce que» opens, with the index of its que."""
    for group in scene.groups:
        if group.shape is not Shape.FINITE or group.passive or group.object >= 0 or group.inverted >= 0:
            continue
        if group.verb.strength not in _SAYS or group.verb.lemma in _CALLING or not scene.is_free(scene.cue_of(group)):
            continue
        for i in range(group.left - 1, max(0, group.left - _LONGEST_SUBJECT), -1):
            word = scene.words[i]
            if word.form in {"que", "qu'"}:
                if scene.words[i - 1].form == "ce":
                    yield group, i
                break
            if word.finite or word.upos == "PUNCT":
                break


def _source(scene: Scene, group: Group, que: int) -> tuple[Place | None, int]:
    """Give who tells it, before or after the verb, and where the clause of «ce que» ends."""
    if group.left > que + 1:
        return subject_of(scene, group), scene.words[group.last].end
    phrase = subject_after(scene, group, scene.limit(scene.words[group.last].start))
    if phrase is None or not can_speak(scene.unit, phrase):
        return None, 0
    return place_of(scene.unit, phrase), scene.words[phrase.last].end


def _closes(scene: Scene, end: int) -> bool:
    """«ce que dit le maire est faux»: nothing but adjuncts may follow."""
    i = skip_adjuncts(scene.unit, scene.unit.word_at(end), scene.unit.end)
    return i >= len(scene.words) or scene.words[i].upos in {"PUNCT", "ADP"}


def _draft(scene: Scene, group: Group, source: Place, content: Place, zone: Place, rule: str, *, direct: bool = False) -> Draft:
    return Draft(
        content=(content,),
        cue=scene.cue_of(group),
        source=source,
        rule=rule,
        score=0.85,
        unit=scene.number,
        group=group,
        zone=zone,
        direct=direct,
    )


def announced_by_pronoun(scene: Scene) -> Iterator[Draft]:
    """«Je le répète, P», «Nous l'avons dit : P»: a pronoun stands for the clause that follows."""
    for group in scene.groups:
        if group.shape is not Shape.FINITE or group.inverted >= 0 or group.object < 0 or scene.words[group.object].form not in {"le", "l'"}:
            continue
        if not scene.is_free(scene.cue_of(group)) or not group.verb.incise or group.left > _MOST_BEFORE:
            continue
        i = skip_adjuncts(scene.unit, group.last + 1, scene.unit.end)
        if i + 1 >= len(scene.words) or scene.words[i].form not in {",", ":"}:
            continue
        source = subject_before(scene, group.left, group)
        content = trim(scene.unit, scene.words[i + 1].start, scene.limit(scene.words[group.left].start))
        if source is None or not has_finite_verb(scene.unit, *content):
            continue
        yield Draft(
            content=(content,),
            cue=scene.cue_of(group),
            source=source,
            rule="announced_by_pronoun",
            score=0.8,
            unit=scene.number,
            group=group,
            zone=(source[0], scene.words[i].end),
        )


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (resumed_clause, announced_by_ce_que, resumed_sentence, announced_by_pronoun)
