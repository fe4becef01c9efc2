"""Words in marks behind a cue: «dénonce "une erreur"», «parle d'une "faute grave" du préfet».

In: a `Scene`, a group and where its complement must end. Out: `Found`. Not: names in marks («dit « Horizon »»), nor scare quotes.
"""

from __future__ import annotations

import re

from greffier.article.statements.adjuncts import skip_adjuncts, skip_adverbs
from greffier.article.statements.draft import Found
from greffier.article.statements.edges import clause_end
from greffier.article.statements.phrases import infinitive_at
from greffier.article.statements.scene import Scene
from greffier.article.statements.verbs import Group
from greffier.lang.statements import Addressing, Complement, Strength
from greffier.records import Act
from greffier.text.quote_marks import Quotation

__all__ = ["LONGEST_NAME", "SHORT", "words_in_marks"]

# «dit « Horizon »»: a name in marks has at most so many words.
LONGEST_NAME = 4
# «a parlé de problèmes d'approvisionnement de plus en plus « aigus »»
_LONGEST_LEAD = 12
_INTRODUCERS = frozenset(
    {
        "de",
        "d'",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l'",
        "un",
        "une",
        "sur",
        "à",
        "au",
        "aux",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "cette",
        "ce",
        "ces",
        "cet",
        "comme",
        "pour",
        "contre",
        "que",
        "qu'",
        "être",
        "avoir",
        "en",
        "dans",
        "par",
        "avec",
    }
)
# «a annoncé un "plan Marshall"»: words in marks name what is done
_NAMING = frozenset({Act.ANNOUNCE, Act.URGE, Act.PROMISE, Act.AGREE, Act.CONFIRM})
SHORT = frozenset({Strength.WEAK, Strength.PERCEPTION, Strength.ATTITUDE})


def words_in_marks(scene: Scene, group: Group, limit: int) -> Found | None:
    """«dénonce "une erreur"», «parle d'une "faute grave" du préfet»: words in marks after at most a few others."""
    words = scene.words
    first = group.last + 1
    begin = skip_adverbs(scene.unit, first, limit)
    if [word.form for word in words[begin : begin + 3 : 2]] == [",", ","] and words[begin + 1].form in {"lui", "elle", "eux", "elles"}:
        begin += 3  # «dénonce, elle, « … »»
    past = skip_adjuncts(scene.unit, first, limit)
    if past < len(scene.words) and past > begin and scene.quotation_at(scene.words[past].start) is not None:
        begin = past  # «a condamné sur Twitter « … »»
    for word in words[begin : begin + _LONGEST_LEAD]:
        if word.start >= limit:
            return None
        quotation = scene.quotation_at(word.start)
        if quotation is not None:
            return _marked(scene, group, begin, quotation, limit)
        if word.upos in {"PUNCT", "SCONJ", "CCONJ"} or word.finite or word.form in {"que", "qu'", "qui", "et"}:
            return None
    return None


def _marked(scene: Scene, group: Group, begin: int, quotation: Quotation, limit: int) -> Found | None:
    text = scene.unit.text
    words = text[quotation.inner_start : quotation.inner_end].split()
    if (
        group.verb.strength in SHORT
        and len(words) < 3
        and group.verb.lemma != "parler"
        and Complement.OBJECT not in group.verb.complements
        and Complement.ATTRIBUTE not in group.verb.complements
    ):
        return None
    if len(words) == 1 and words[0].lower().endswith("ment") and begin == scene.unit.word_at(quotation.start):
        return None  # «répondra « fermement » à l'attaque»: how, not what
    if len(words) < 3 and group.verb.act in _NAMING and begin < scene.unit.word_at(quotation.start):
        return None  # «a proclamé son "califat"»: the thing has that name, nobody says it
    start = scene.words[begin].start
    lead = [word.form for word in scene.words[begin : scene.unit.word_at(quotation.start)]]
    most = 6 if group.verb.lemma == "parler" else 1 if group.verb.strength in SHORT else 3
    if len([form for form in lead if form not in _INTRODUCERS]) > most or "d'après" in lead:
        return None
    rest = text[quotation.end : limit]
    closes = (
        not rest.strip(' .»"”)') or rest.lstrip()[:1] in {",", ".", ";", ":", ")", "!", "?"} or _tells_of_saying(scene, quotation, limit)
    )
    named = group.verb.lemma == "dire" and not lead and len(words) <= LONGEST_NAME and scene.words[group.left - 1].upos != "PRON"
    named = named and not infinitive_at(scene.unit, scene.unit.word_at(quotation.inner_start))
    thing = named and scene.words[group.left - 1].upos in {"NOUN", "ADJ"} and len(words) <= 2
    if named and (thing or not closes or scene.words[group.left - 1].form == ","):
        return None  # «le train dit « du matin » part», «le plan, dit « Horizon », est voté»: a name
    if group.verb.addressee is Addressing.OBJECT and lead and lead[-1] in {"de", "d'"} and closes:
        return Found(Complement.QUOTE, quotation.inner_start, quotation.inner_end, direct=True)  # «accusant Rabat d'« actions hostiles »»
    if all(form in _INTRODUCERS for form in lead):
        if closes or len(words) > 6:
            return Found(Complement.QUOTE, quotation.inner_start, quotation.inner_end, direct=True)
        start = quotation.start
        if rest.lstrip().lower().startswith(("et ", "ou ")):
            end = clause_end(scene, group, quotation.start, limit)
            if end <= quotation.end:
                return Found(Complement.QUOTE, quotation.inner_start, quotation.inner_end, direct=True)
            return Found(Complement.QUOTE, quotation.start, end)
    end = quotation.end if closes else clause_end(scene, group, quotation.start, limit)
    return Found(Complement.QUOTE, start, end)


# «dénonce "une honte" devant le conseil», «et appelé à la grève»: what follows goes with the cue, not with the words in marks.
_OF_SAYING = re.compile(r"\s(?:devant|lors|auprès|au\smicro|à\sl'issue|sur\s[A-Z]|dans\sun\s|dans\sune\s)")


def _tells_of_saying(scene: Scene, quotation: Quotation, limit: int) -> bool:
    if _OF_SAYING.match(scene.unit.text, quotation.end, limit):
        return True
    i = scene.unit.word_at(quotation.end)
    if i >= len(scene.words):
        return False
    time = scene.unit.reading.times.get(scene.words[i].start)
    following = scene.words[i].form == "et" and any(other.left in {i + 1, i + 2} for other in scene.groups)
    return following or (time is not None and time <= limit)
