"""The subject behind its verb («a déclaré, mercredi, Anne Roux»), and the office that «on» stands for («relève-t-on au ministère»).

In: a `Scene` and a group. Out: a phrase or a place. Not: subjects before their verb.
"""

from __future__ import annotations

from greffier.article.statements.adjuncts import skip_adjuncts, skip_adverbs
from greffier.article.statements.draft import Place
from greffier.article.statements.phrases import Phrase, noun_phrase, place_of
from greffier.article.statements.reading import Unit
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.verbs import Group
from greffier.lang.statements import SpeakerSort
from greffier.records import SourceKind

__all__ = ["office_of_on", "subject_after"]

# «a-t-on expliqué à l'AFP | de source proche de l'enquête», «relève-t-on au ministère», «dit-on dans l'entourage du maire»
_SOURCES = frozenset({"source", "sources"})
_MOST_BEFORE_SOURCE = 8
_AT = frozenset({"à", "au", "aux", "dans", "chez", "auprès"})
_HEARERS = frozenset({"agence", "agences", "agence de presse"})
# «a jugé, lors d'un déplacement à Lille consacré aux ports, le chef de file»: so many words may stand in an aside.
_LONGEST_ASIDE = 25


def subject_after(scene: Scene, group: Group, end: int) -> Phrase | None:
    """Find the subject that follows an inverted verb: «a déclaré, mercredi, Zamir Kabulov», «a indiqué à l'AFP le ministre»."""
    unit = scene.unit
    words = unit.words
    i = skip_adverbs(unit, group.last + 1, end)
    if i < len(words) and words[i].form == "," and i > group.last + 1:
        i += 1
    if i < len(words) and words[i].start < end:
        phrase = noun_phrase(unit, i, end)
        if phrase is not None and words[i].upos != "ADP":
            return phrase
    if i < len(words) and words[i].form == ",":
        return _after_aside(unit, i, end)
    j = skip_adjuncts(unit, group.last + 1, end)
    if j > i and j < len(words) and words[j].start < end:
        return noun_phrase(unit, j, end) if words[j].form != "," else _closing_subject(unit, j + 1, end)
    return None


def _closing_subject(unit: Unit, index: int, end: int) -> Phrase | None:
    """«a déclaré hier à la radio, Marc Durand, directeur du port»: a comma too many, and a subject that ends its sentence."""
    phrase = noun_phrase(unit, index, end)
    if phrase is None or not can_speak(unit, phrase) or unit.words[index].upos == "ADP":
        return None
    after = unit.words[phrase.last + 1] if phrase.last + 1 < len(unit.words) else None
    return phrase if after is None or after.upos == "PUNCT" else None


def _after_aside(unit: Unit, comma: int, end: int) -> Phrase | None:
    """Find the subject after an aside between commas that has no finite verb."""
    words = unit.words
    for word in words[comma + 1 : comma + 1 + _LONGEST_ASIDE]:
        if word.start >= end or word.finite or word.form in {".", ";", ":", '"', "«", "»", "“", "”"}:
            return None
        if word.form == ",":
            phrase = noun_phrase(unit, word.index + 1, end)
            if phrase is not None and words[word.index + 1].upos != "ADP" and can_speak(unit, phrase):
                return phrase
    return None


def office_of_on(scene: Scene, group: Group) -> Place | None:
    """«apprend-on de source judiciaire», «Dans l'entourage du maire, on raconte»: the source that on stands for."""
    words = scene.words
    if words[0].form in _AT:
        phrase = noun_phrase(scene.unit, 1, words[group.left].start)
        on = group.left - 1
        if phrase is not None and _is_office(scene, phrase) and words[on].form == "on" and words[phrase.last + 1].form in {",", "on"}:
            return place_of(scene.unit, phrase)
    behind = skip_adverbs(scene.unit, group.last + 1, scene.unit.end)
    near = range(behind, min(behind + _MOST_BEFORE_SOURCE, len(words) - 1))
    for i in dict.fromkeys((*(i for i in near if words[i + 1].form in _SOURCES), behind)):
        phrase = noun_phrase(scene.unit, i + 1, scene.limit(words[i].start)) if i + 1 < len(words) else None
        if phrase is None:
            continue
        head = words[phrase.head].form
        if words[i].form in {"de", "d'"} and head in _SOURCES and phrase.last > phrase.head:
            return place_of(scene.unit, phrase)
        if words[i].form in _AT and _is_office(scene, phrase):
            return place_of(scene.unit, phrase)
    return None


def _is_office(scene: Scene, phrase: Phrase) -> bool:
    """«le ministère», «l'entourage du maire», «Bercy»: a body whose people on may be, and no agency that is told something."""
    head = scene.words[phrase.head].form
    noun = scene.unit.reading.tables.speakers.get(head)
    return noun is not None and noun.sort is SpeakerSort.COLLECTIVE and noun.kind is not SourceKind.MEDIUM and head not in _HEARERS
