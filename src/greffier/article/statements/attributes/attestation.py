"""Whether the article asserts that it was said, or passes it on as hearsay.

In: `Announcement`, the tokens of its sentences. Out: `Attestation`. Not: whether it is true; nor an unnamed source that speaks itself.

French marks hearsay by the conditional of the cue («Interpol aurait alerté») or, under a source that only passes on, by that of the
content («d'après le journal, le ministre aurait démissionné»). The same forms stand for a future seen from the past («a dit qu'il
viendrait»), for what depends on a condition («s'il gagnait, il parlerait») and for politeness («souhaiterait»): no hearsay there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from greffier.article.statements.attributes.act import antecedent_of, is_relative
from greffier.article.statements.attributes.announcement import Announcement
from greffier.lang.statements import Complement, CuePreposition, CueVerb, SayingNoun, StatementTables, Strength
from greffier.records import Attestation, SourceKind, Token
from greffier.text.inflection import Tense

__all__ = ["RULES", "attestation_of"]

# «aurait convenu», «seraient arrivés», «auraient, selon lui, été»
_COMPOUND = re.compile(r"(?<!\w)(?:aurai(?:en)?t|serai(?:en)?t)(?!\w)")
# Forms that are conditional and nothing else; «tirait», «montrait» are the past of tirer, montrer and stay out.
_CONDITIONAL = re.compile(
    r"(?<!\w)(?:aurai(?:en)?t|serai(?:en)?t|irai(?:en)?t|viendrai(?:en)?t|tiendrai(?:en)?t|[^\W\d_]{2,}erai(?:en)?t)(?!\w)",
    re.IGNORECASE,
)
# «aurait dû», «aurait pu», «il aurait fallu», «aurait préféré»: what was not, rather than what is said to be
_COUNTERFACTUAL = re.compile(r"\s+(?:\w+\s+){0,2}?(?:dû|pu|fallu|voulu|préféré|aimé|souhaité|mieux|préférable|souhaitable|bien)(?!\w)")
_IMPERSONAL = re.compile(
    r"(?:serai(?:en)?t\s+(?:\w+\s+)?(?:préférable|souhaitable|temps|bon|utile|nécessaire|judicieux|logique|absurde|dommage|inutile))"
)
# «si», «s'il», «en cas de», «sinon», «à condition que», «même si», «quand bien même»
_CONDITION = re.compile(
    r"""
    (?<![\w']) (?: si (?=\s) (?! \s+ bien \s+ que ) | s'ils? (?!\w) | en \s cas \s d | sinon (?!\w) | faute \s de | à \s condition
      | à \s moins | quand \s bien \s même | dans \s l'hypothèse | sans \s quoi | le \s cas \s échéant )
    """,
    re.VERBOSE,
)
# «Le syndicat souhaiterait»: politeness.
_POLITE = frozenset({"souhaiter", "vouloir", "désirer", "espérer", "rêver", "ambitionner", "penser", "croire", "conseiller", "recommander"})
_MODAL = frozenset({"pouvoir", "devoir", "vouloir", "aimer", "aller"})
_PASSES_ON = frozenset({SourceKind.MEDIUM, SourceKind.ANONYMOUS, SourceKind.DOCUMENT})


def _rumour(announcement: Announcement, tables: StatementTables, _: Sequence[Token]) -> bool | None:
    """«dit-on», «selon des rumeurs», «la rumeur selon laquelle»: nobody stands behind it."""
    word = announcement.word
    if isinstance(word, (SayingNoun, CuePreposition)) and word.hearsay:
        return True
    if (noun := antecedent_of(announcement, tables)) and noun.hearsay:
        return True
    if announcement.cue is None:
        return None
    left = announcement.near[0]
    places = [announcement.cue, *([announcement.source] if announcement.source else [])]
    start, end = min(place[0] for place in places) - left, max(place[1] for place in places) - left
    for phrase in tables.hearsay:
        at = announcement.outside.find(phrase)
        if at >= 0 and at < end + 2 and at + len(phrase) > start - 2 and not announcement.outside[at + len(phrase) :][:1].isalnum():
            return True
    return None


def _conditioned(announcement: Announcement, _: StatementTables, __: Sequence[Token]) -> bool | None:
    """A condition beside a conditional: the form is no mark of hearsay."""
    if announcement.tense is Tense.CONDITIONAL and _CONDITION.search(announcement.outside):
        return False
    return None


def _conditional_cue(announcement: Announcement, _: StatementTables, __: Sequence[Token]) -> bool | None:
    """«Interpol aurait alerté», «le roi songerait, dit le journal»: the conditional of journalists."""
    if announcement.tense is not Tense.CONDITIONAL or announcement.person != 3:
        return None
    cue = announcement.cue_words
    compound = _COMPOUND.search(cue)
    word = announcement.word
    if _COUNTERFACTUAL.match(cue[compound.end() :] if compound else ""):
        return False
    if compound:
        return True
    if announcement.under_past or (announcement.carrier and announcement.carrier.lemma in _MODAL):
        return False
    if isinstance(word, CueVerb) and (word.lemma in _POLITE or word.strength is Strength.ATTITUDE):
        return False
    after = announcement.text[announcement.content[-1][1] : announcement.content[-1][1] + 3]
    return "?" not in after


def _named_hearsay(announcement: Announcement, tables: StatementTables) -> bool:
    """«selon nos informations», «d'après des rumeurs»: the source is a noun for what is only passed on."""
    if announcement.source is None:
        return False
    start, end = announcement.source
    nouns = (tables.nouns.get(word) for word in announcement.text[start:end].lower().split())
    return any(noun is not None and noun.hearsay for noun in nouns)


def _conditional_content(announcement: Announcement, tables: StatementTables, tokens: Sequence[Token]) -> bool | None:
    """«D'après le journal, le ministre aurait démissionné»: the content as a whole is told in the conditional."""
    if announcement.direct or announcement.complement is Complement.QUOTE:
        return None
    passes_on = isinstance(announcement.word, (CuePreposition, SayingNoun)) or is_relative(announcement)
    # «Il aurait fui, a révélé la radio»: told as a main clause, the conditional is the article's own
    incise = announcement.cue is not None and announcement.complement is None and announcement.content[0][1] <= announcement.cue[0]
    if not (passes_on or incise) and (announcement.word is None or announcement.source_kind not in _PASSES_ON):
        return None
    verb = _first_finite(announcement, tokens)
    if verb is None or not (match := _CONDITIONAL.match(announcement.text, verb)):
        return None
    rest = announcement.text[match.end() : match.end() + 40].lower()
    if _COUNTERFACTUAL.match(rest) or _IMPERSONAL.match(match.group() + rest):
        return None
    if _CONDITION.search(" ".join(announcement.text[start:end].lower() for start, end in announcement.content)):
        return None
    if _COMPOUND.match(match.group()) and _PARTICIPLE.match(rest):
        return True
    # «selon lui, il faudrait», «pour le maire, ce serait trop cher» give an opinion; a medium or a report that says so passes it on.
    # After a verb it is mostly a future seen from the past («on s'est dit que ce serait bien»).
    return (passes_on and (announcement.source_kind in _PASSES_ON or _named_hearsay(announcement, tables))) or None


# «aurait tout perdu», «serait mort», «auraient été»
_PARTICIPLE = re.compile(r"\s+(?:[\w']+\s+){0,2}?[^\W\d_]{2,}(?:ée?s?|ie?s?|ue?s?|is|it|ite?s?|mort|mis|pris|ert)(?!\w)")


def _first_finite(announcement: Announcement, tokens: Sequence[Token]) -> int | None:
    """Give the start of the first finite verb of the content's main clause.

    Where nothing was parsed: of the first conditional before any other clause.
    """
    start, end = announcement.content[0]
    inside: dict[int, Token] = {}
    for token in tokens:
        if start <= token.start < end:
            if token.index in inside:  # the next sentence counts from 0 again
                break
            inside[token.index] = token
    if inside:
        for token in inside.values():
            if "VerbForm=Fin" in token.morph and token.upos in {"VERB", "AUX"}:
                verb = inside.get(token.head, token) if token.deprel.startswith(("aux", "cop")) else token
                if verb.head not in inside or not verb.deprel.startswith(("acl", "advcl")):
                    return token.start
        return None
    found = _CONDITIONAL.search(announcement.text, start, end)
    if found is None or re.search(r"(?<!\w)(?:qui|dont|où|que|qu')(?!\w)", announcement.text[start + 4 : found.start()].lower()):
        return None
    return found.start()


Rule = Callable[[Announcement, StatementTables, Sequence[Token]], "bool | None"]
RULES: tuple[Rule, ...] = (_rumour, _conditioned, _conditional_cue, _conditional_content)


def attestation_of(announcement: Announcement, tables: StatementTables, tokens: Sequence[Token] = ()) -> Attestation:
    """Tell whether the article stands behind its being said; `tokens` are those of the sentence of the content."""
    for rule in RULES:
        verdict = rule(announcement, tables, tokens)
        if verdict is not None:
            return Attestation.HEARSAY if verdict else Attestation.ASSERTED
    return Attestation.ASSERTED
