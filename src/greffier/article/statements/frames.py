"""Infinitive cues that a frame or a hearer introduces: «Permettez-moi de dire que», «Il est utile de rappeler que», «entendre X dire que».

In: a `Scene`. Out: `Draft`s. Not: infinitives that a finite verb carries («tient à préciser»); those are groups of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.statements.complements import complement_of
from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.edges import clause_end, clause_pieces
from greffier.article.statements.phrases import phrase_before, place_of
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.verbs import Group, Shape
from greffier.lang.statements import Complement

__all__ = ["RULES"]

# «Permettez-moi de», «Laissez-moi vous»
_ALLOW = frozenset({"permettez-moi", "permets-moi", "laissez-moi", "laisse-moi"})
_ALLOWING = frozenset({"permettez", "permets", "laissez", "laisse"})
# «Il est utile de rappeler que P» says P; «il serait faux de dire que P» does not.
_WORTH_SAYING = frozenset(
    {
        "intéressant",
        "important",
        "utile",
        "nécessaire",
        "essentiel",
        "bon",
        "juste",
        "inutile",
        "superflu",
        "permis",
        "loisible",
        "opportun",
    }
)
_BEING = frozenset({"est", "était", "serait", "semble", "paraît"})
_HEARING = frozenset({"entendre", "entendu", "entend", "entends", "entendais", "entendait", "entendons", "entendent", "entendit"})
_CLAUSES = frozenset({Complement.QUE, Complement.SI, Complement.QUOTE, Complement.COLON})
_LEAST = 8


def framed_infinitive(scene: Scene) -> Iterator[Draft]:
    """«Permettez-moi de dire que P», «Il est intéressant de préciser que P», «d'entendre la commissaire déclarer que P»."""
    for group in scene.groups:
        if group.shape is not Shape.INFINITIVE or group.carrier is not None or not scene.is_free(scene.cue_of(group)):
            continue
        frame = _permission(scene, group) or _hearing(scene, group) or _impersonal(scene, group)
        found = complement_of(scene, group) if frame is not None else None
        if frame is None or found is None or found.kind not in _CLAUSES:
            continue
        end = found.end if found.end is not None else clause_end(scene, group, found.start, scene.limit(found.start))
        if end - found.start < _LEAST:
            continue
        source = frame if frame[0] < frame[1] else None
        yield Draft(
            content=((found.start, end),) if found.end is not None else clause_pieces(scene, found.start, end),
            cue=scene.cue_of(group),
            source=source,
            rule=f"framed_{found.kind}",
            score=0.8,
            unit=scene.number,
            way=Way.PRINTED if source is not None else Way.NONE,
            group=group,
            complement=found.kind,
            direct=found.direct,
        )


def _before(scene: Scene, group: Group) -> int:
    """Give the last word before an infinitive and its link, adverbs aside."""
    i = min(group.first, group.left) - 1
    while i > 0 and scene.words[i].upos == "ADV" and scene.words[i].form not in scene.unit.reading.grammar.negations:
        i -= 1
    return i


def _permission(scene: Scene, group: Group) -> Place | None:
    i = _before(scene, group)
    if i < 0:
        return None
    word = scene.words[i]
    if word.form in _ALLOW:
        return word.end - len("moi"), word.end
    if word.form != "moi":
        return None
    verb = scene.words[i - 2 if i > 1 and scene.words[i - 1].form == "-" else i - 1]
    return (word.start, word.end) if verb.form in _ALLOWING else None


def _hearing(scene: Scene, group: Group) -> Place | None:
    """Somebody is heard saying it: the phrase between the verb of hearing and the infinitive."""
    if group.linker:
        return None
    phrase = phrase_before(scene.unit, group.left)
    if phrase is None or phrase.first == 0 or scene.words[phrase.first - 1].form not in _HEARING or not can_speak(scene.unit, phrase):
        return None
    return place_of(scene.unit, phrase)


def _impersonal(scene: Scene, group: Group) -> Place | None:
    """Give an empty place: nobody is printed who says it."""
    if group.linker != "de":
        return None
    words = scene.words
    i = _before(scene, group)
    if i < 1:
        return None
    nobody = words[i].start, words[i].start
    if words[i].form == "commun" and words[i - 1].form == "lieu":
        return nobody
    if words[i].form not in _WORTH_SAYING:
        return None
    lead = [word.form for word in words[max(0, i - 5) : i]]
    return nobody if _BEING.intersection(lead) and {"il", "c'"}.intersection(lead) and not {"n'", "ne"}.intersection(lead) else None


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (framed_infinitive,)
