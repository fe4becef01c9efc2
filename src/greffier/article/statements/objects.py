"""A bare noun phrase as content: «a annoncé la démission de son ministre», «dément tout lien avec l'attaque».

In: a `Scene` and a group. Out: `Found`. Not: noun phrases in marks; nor persons that a cue takes as its object («accuse le maire»).

Only nouns of what happens, is held or is wanted can be told: the rest of an object names whom or what the verb is about.
"""

from __future__ import annotations

import re

from greffier.article.statements.adjuncts import past_aside, skip_adjuncts, skip_adverbs
from greffier.article.statements.draft import Found, Place
from greffier.article.statements.edges import clause_end, trim
from greffier.article.statements.phrases import Phrase, infinitive_at, noun_phrase
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak, is_person
from greffier.article.statements.subjects import subject_before
from greffier.article.statements.verbs import Group
from greffier.lang.statements import Complement, CueLocution

__all__ = ["bare_object", "passive_subject"]

# «la nécessité», «le retrait des troupes» (by the table), «une augmentation», «le renforcement», «sa candidature», «l'existence»
_ABSTRACT_ENDING = re.compile(
    r"\w{2,} (?: tions? | sions? | xions? | ments? | ances? | ences? | ités? | tures? | ages? | ismes? )$", re.VERBOSE
)
# These verbs tell their object, whatever it is: «réclame un stade», «annonce un bénéfice»; but «demande un café», «dévoile une statue».
_ANY_OBJECT = frozenset(
    {
        "annoncer",
        "condamner",
        "contester",
        "critiquer",
        "démentir",
        "dénoncer",
        "déplorer",
        "exiger",
        "fustiger",
        "nier",
        "plaider pour",
        "préconiser",
        "prôner",
        "réclamer",
        "réfuter",
    }
)
# «annonce la couleur», «demande l'addition», «salue le passage du tour»: idioms, and nouns that only look like one of facts
_NO_FACTS = frozenset({"addition", "autorisation", "compétence", "couleur", "monnaie", "parole", "passage", "permission"})
# «reconnaît l'indépendance de l'île», «confirme le jugement»: what a state or a court does by its word is done, not told
_RULING = {
    "reconnaître": frozenset({"indépendance", "souveraineté", "gouvernement", "légitimité"}),
    "confirmer": frozenset({"jugement", "condamnation", "peine", "relaxe"}),
}
# A content of fewer characters is no noun phrase of facts.
_LEAST = 8
_LONGEST_ASIDE = 14
# A relative clause or a complement may hang on the noun behind so many words.
_LONGEST = 60


def bare_object(scene: Scene, group: Group, limit: int) -> Found | None:
    """Read the noun phrase right behind a cue: «a annoncé mardi la fermeture de deux sites»."""
    if group.passive or group.reflexive or group.object >= 0 or group.inverted >= 0:
        return None
    behind = group.last + 1
    starts = (
        behind,
        skip_adverbs(scene.unit, behind, limit),
        _past_comparison(scene, behind),
        skip_adjuncts(scene.unit, behind, limit),
        past_aside(scene.unit, behind),
    )
    for first in dict.fromkeys(starts):
        if isinstance(group.verb, CueLocution) and first < len(scene.words) and scene.words[first].form in {"de", "d'"}:
            first += 1  # noqa: PLW2901  # «fait état d'exactions»
        elif first >= len(scene.words) or scene.words[first].upos not in {"DET", "ADJ"}:
            continue
        if first >= len(scene.words) or scene.words[first].start >= limit:
            continue
        phrase = noun_phrase(scene.unit, first, limit, appositions=False)
        if phrase is None or scene.unit.reading.times.get(scene.words[phrase.first].start) or not _tells(scene, group, phrase):
            continue
        end = _end_of_plan(scene, group, phrase, limit) or _end(scene, phrase, limit)
        if end - scene.words[first].start >= _LEAST:
            return Found(Complement.OBJECT, scene.words[first].start, end)
    return None


def _past_comparison(scene: Scene, index: int) -> int:
    """«a souligné, comme l'avait fait son rival, la nécessité d'un accord»: go over a comparison between commas."""
    words = scene.words
    if index + 1 < len(words) and words[index].form == "," and words[index + 1].form == "comme":
        closing = next((word.index for word in words[index + 2 : index + _LONGEST_ASIDE] if word.form == ","), index - 1)
        return closing + 1
    return index


def passive_subject(scene: Scene, group: Group) -> Place | None:
    """Read the subject of a passive cue: «La vente a été confirmée par la banque»; None where it is no noun that can be told."""
    place = subject_before(scene, group.left, group)
    if place is None:
        return None
    phrase = noun_phrase(scene.unit, scene.unit.word_at(place[0]), place[1], appositions=False)
    return place if phrase is not None and _tells(scene, group, phrase) and place[1] - place[0] >= _LEAST else None


def _tells(scene: Scene, group: Group, phrase: Phrase) -> bool:
    """Tell whether the object can be what is told: no name, nobody, and for most verbs a noun of facts."""
    head = scene.words[phrase.head]
    if head.upos != "NOUN" or head.capital or head.form in _NO_FACTS or head.form in _RULING.get(group.verb.lemma, ()):
        return False
    if head.form in scene.unit.reading.tables.facts or _ABSTRACT_ENDING.match(head.form):
        return True
    return group.verb.lemma in _ANY_OBJECT and not can_speak(scene.unit, phrase) and not is_person(scene.unit.reading, head)


def _end_of_plan(scene: Scene, group: Group, phrase: Phrase, limit: int) -> int | None:
    """«la nécessité d'agir, de former et de payer»: infinitives that complete a noun end where a clause does."""
    i = phrase.last + 1
    if i + 1 >= len(scene.words) or scene.words[i].form not in {"de", "d'"} or not infinitive_at(scene.unit, i + 1):
        return None
    return clause_end(scene, group, scene.words[i].start, limit)


def _end(scene: Scene, phrase: Phrase, limit: int) -> int:
    """Where the phrase ends: with its last word in a row that hangs on it, by the parse, else with the phrase on the surface."""
    words = scene.words
    last = _last_of_sequel(scene, phrase, limit)
    for i in range(phrase.last + 1, min(len(words), phrase.head + _LONGEST)):
        if words[i].start >= limit or words[i].form in {";", ":"}:
            break
        if _hangs_on(scene, i, phrase):
            last = i
        elif words[i].upos != "PUNCT":
            break
    return trim(scene.unit, words[phrase.first].start, words[last].end)[1]


# «son indignation | suite au refoulement», «sa colère | contre la direction»
_ABOUT = frozenset({"contre", "envers", "face", "quant", "suite", "concernant", "vis-à-vis"})


def _last_of_sequel(scene: Scene, phrase: Phrase, limit: int) -> int:
    """«un report de l'accord | intervenu entre les deux camps»: a participle, or what it is about, goes on up to a mark or a verb."""
    words, last = scene.words, phrase.last
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.finite or after.infinitive or after.form.endswith("ant"):
        return last
    if after.upos != "VERB" and after.form not in _ABOUT and not scene.unit.text.startswith("à propos", after.start):
        return last
    for word in words[last + 1 :]:
        if word.start >= limit or word.upos in {"PUNCT", "CCONJ", "SCONJ"} or word.finite or word.form in {"qui", "que", "qu'"}:
            break
        last = word.index
    return last


def _hangs_on(scene: Scene, i: int, phrase: Phrase) -> bool:
    words = scene.words
    for _ in range(12):
        head = words[i].head
        if head < 0 or head == i:
            return False
        if phrase.first <= head <= phrase.last:
            return words[i].upos != "PUNCT"
        i = head
    return False
