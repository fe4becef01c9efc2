"""Whom a preposition names: «selon | le maire», and what it may not: «selon la loi», «pour la France».

In: a `Scene` and a `Match`. Out: places. Not: what the source tells.
"""

from __future__ import annotations

import re

from greffier.article.statements.draft import Place
from greffier.article.statements.phrases import Phrase, noun_phrase, place_of
from greffier.article.statements.preposition_contents import clause_before
from greffier.article.statements.reading import Unit
from greffier.article.statements.scene import Match, Scene
from greffier.article.statements.speakers import can_speak, is_person
from greffier.lang.statements import SpeakerSort

__all__ = ["SET_OFF", "cue_end", "is_person_or_office", "source_after", "stands_apart"]

_OF = re.compile(r"\s*(?:de\s|d'|du\s|des\s)", re.IGNORECASE)
# «mal aux yeux du gardien» is no opinion: a comma sets those off.
# «passe ses journées à lire des sondages»: these open a clause or stand behind a comma.
_LEADING = frozenset({"à lire", "à entendre", "à écouter", "à en croire", "à croire"})
SET_OFF = frozenset({*_LEADING, "aux yeux", "de l'avis", "à l'avis", "du point de vue", "au jugement", "sur la foi"})
# «selon les instructions du médecin»: as told, unless a comma sets it off
_RULES_OF_CONDUCT = frozenset(
    {
        "recommandations",
        "recommandation",
        "instructions",
        "instruction",
        "consignes",
        "consigne",
        "indications",
        "réglementation",
        "règlement",
        "renseignements",
        "vœux",
        "souhaits",
        "désirs",
    }
)
_PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "int", "inte", "ints", "intes", "ait", "aite", "aits", "aites", "it", "ite")
# «Pour l'économiste en chef de la Banque du Nord à Lille,»: in characters
_LONGEST_CALLING = 60
# After these, what nobody says is far more frequent than a source that no table knows.
_BARE = frozenset({"selon", "d'après", "suivant"})
_NEVER = frozenset({"que", "qu'", "qui", "quel", "quelle", "quels", "quelles", "dont"})
# «varient», «diffère», «a changé», «répartis», «classées»
_VARYING = re.compile(
    r"""(?: vari | diff[éè]r | chang | fluctu | oscill | répart | class | adapt | modul | défini )
      (?: e | es | ent | ait | aient | era | eront | er | é | ée | és | ées | i | ie | is | ies | t | ssent )$""",
    re.VERBOSE,
)
_MARKED = re.compile(r"[^\w\s]$")


def source_after(scene: Scene, match: Match, *, appositions: bool = True) -> Place | None:
    """Read the source that a preposition takes: a noun phrase, the same after de, an adjective, nothing."""
    unit = scene.unit
    takes = match.preposition.takes
    if takes == "none":
        return match.start, match.end
    position = match.end
    if takes == "de":
        of = _OF.match(unit.text, position, unit.end)
        if of is None:
            return None
        position = of.end()
    index = unit.word_at(position)
    if index >= len(unit.words):
        return None
    first = unit.words[index]
    if first.form in _NEVER or first.infinitive:
        return None
    if takes == "adjective":
        if match.preposition.words.startswith("de ") and first.upos != "ADJ":
            return None  # «l'eau de source du village»
        if first.form in {"indépendante", "indépendantes"} and unit.reading.grammar.negators.intersection(w.form for w in unit.words):
            return None  # «n'a pas pu être vérifié de source indépendante»
        begin = match.start + re.search(r"(?:une |plusieurs )?sources?$", unit.text[match.start : match.end]).start()  # type: ignore[union-attr]
        phrase = noun_phrase(unit, unit.word_at(begin), scene.limit(match.start))
        return place_of(unit, phrase) if phrase is not None else (begin, match.end)
    limit = scene.limit(match.start)
    if first.form in {"nous", "vous"}:
        return (first.start, first.end) if first.form == "nous" and match.preposition.words in {"selon", "d'après"} else None
    phrase = noun_phrase(unit, index, limit, appositions=appositions)
    if phrase is None or _is_stopped(scene, match, phrase):
        return None
    return _before_subject(unit, phrase)


def _before_subject(unit: Unit, phrase: Phrase) -> Place:
    """«Selon sa biographie officielle | Kim Jong Il a écrit six opéras»: no comma, and a name that is the subject of what follows."""
    words = unit.words
    start, end = place_of(unit, phrase)
    last = phrase.last
    if words[phrase.head].capital or last + 1 >= len(words) or not words[last + 1].finite or not words[last].capital:
        return start, end
    while last > phrase.head and words[last].capital:
        last -= 1
    return (start, words[last].end) if last > phrase.head and words[last].upos == "ADJ" else (start, end)


def cue_end(scene: Scene, match: Match, source: Place) -> int:
    """Where the cue ends: before a source that the preposition itself names («Selon | une source»)."""
    if match.start < source[0] < match.end:
        return source[0] - len(scene.unit.text[match.start : source[0]]) + len(scene.unit.text[match.start : source[0]].rstrip())
    return match.end


def _is_stopped(scene: Scene, match: Match, phrase: Phrase) -> bool:
    """«selon la loi», «selon les cas»: the head of the phrase is no source, unless a name or a speaker stands with it."""
    unit = scene.unit
    head = unit.words[phrase.head].form
    tables = unit.reading.tables
    if match.preposition.words in tables.stops.get(head, frozenset()):
        return True
    deictic = head in {"dernier", "dernière", "derniers", "dernières", "intéressé", "intéressée"}
    if match.preposition.words in _BARE and not (deictic or can_speak(unit, phrase) or head in tables.nouns or head in tables.reports):
        return not any(
            word.capital for word in unit.words[phrase.first : phrase.last + 1]
        )  # «selon la quantité», «selon le calendrier Maya»
    before = unit.words[unit.word_at(match.start) - 1] if unit.word_at(match.start) else None
    if before is not None and before.form != "," and _varies(scene, phrase, unit.word_at(match.start)):
        return True
    if match.preposition.words == "chez" and unit.words[phrase.head].upos == "PRON":
        return True  # «favori chez lui»
    if (
        match.preposition.words == "d'après"
        and before is not None
        and before.upos in {"VERB", "ADJ"}
        and not before.finite
        and before.form.endswith(_PARTICIPLE)
    ):
        return True  # «nommé d'après un ingénieur», «peint d'après nature»
    if (
        match.preposition.words == "d'après"
        and before is not None
        and before.upos in {"NOUN", "ADJ"}
        and not before.capital
        and not is_person_or_office(scene, phrase)
    ):
        return not can_speak(unit, phrase) or unit.words[phrase.head].capital  # «le contexte d'après Suez»
    if match.preposition.ambiguous:
        return not is_person_or_office(scene, phrase)
    if head in _RULES_OF_CONDUCT:
        return not unit.text[unit.words[phrase.last].end :].startswith(",")
    return False


def _varies(scene: Scene, phrase: Phrase, end: int) -> bool:
    """«La couleur varie du blanc au gris selon les sous-espèces»: a verb of changing before, and nobody that speaks behind."""
    unit = scene.unit
    near = [word.form for word in unit.words[max(0, end - 12) : end]]
    if any(_VARYING.match(form) for form in near[-2:]):
        return not is_person_or_office(scene, phrase)  # «diffère selon les facultés»
    return not can_speak(unit, phrase) and any(_VARYING.match(form) for form in near)


def is_person_or_office(scene: Scene, phrase: Phrase) -> bool:
    """«pour le sénateur», «pour Anne Roux»: not «pour la France»."""
    words = scene.words[phrase.first : phrase.last + 1]
    if scene.words[phrase.head].upos == "PRON":
        return scene.words[phrase.head].form in scene.unit.reading.grammar.tonics
    noun = scene.unit.reading.tables.speakers.get(scene.words[phrase.head].form)
    if noun is not None:
        return noun.sort is SpeakerSort.ROLE
    titled = any(word.form in scene.unit.reading.grammar.titles for word in words) or is_person(
        scene.unit.reading, scene.words[phrase.head]
    )
    return titled or (len([word for word in words if word.capital]) > 1 and words[0].capital)


def stands_apart(scene: Scene, match: Match, source: Place) -> bool:
    """An ambiguous preposition («pour le sénateur») names a source only at the beginning and before a comma, or between commas."""
    text = scene.unit.text
    before = text[scene.unit.start : match.start].rstrip()
    if match.preposition.ambiguous:
        return _closed(scene, source[1]) and (not before or before.endswith((",", '"', "»", ".")))
    if match.preposition.words in _LEADING:
        return not before or _MARKED.search(before) is not None or clause_before(scene, match.start)
    named = any(word.capital for word in scene.words[scene.unit.word_at(source[0]) : scene.unit.word_at(source[1])])
    return named or not before or text[source[1] : source[1] + 1] == "," or before.endswith(",")


def _closed(scene: Scene, end: int) -> bool:
    """«Pour l'ancien chef | de la banque à Lyon, P»: a comma closes what the source is called, before any verb."""
    for word in scene.words[scene.unit.word_at(end) :]:
        if word.form == ",":
            return word.start - end <= _LONGEST_CALLING
        if word.finite or word.infinitive or word.upos in {"PUNCT", "CCONJ", "SCONJ"} or word.form in {"que", "qu'", "qui"}:
            return False
    return False
