"""What the source does by saying it: the cue decides, a neutral cue or none gives `state`.

In: `Announcement`. Out: `Act`. Not: what the words themselves amount to («je n'irai pas» after «a dit» is stated, not refused).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from greffier.article.statements.attributes.announcement import Announcement
from greffier.article.statements.attributes.negation import negation_of
from greffier.lang.statements import Complement, CueVerb, SayingNoun, StatementTables
from greffier.records import Act, Token

__all__ = ["RULES", "act_of", "antecedent_of", "is_relative"]

# «qualifie de « fausses » les accusations», «d'une extrême gravité», «comme un très bon signe»: what stands before the word that judges
_BEFORE_JUDGEMENT = re.compile(
    r"""
    (?: [\s«»"“”(]+ | d'(?=\w|\s*[«"“]) | (?: de | comme | un | une | des | l' | le | la | les ) (?=[\s«"“])
      | (?: très | bien | totalement | complètement | absolument | tout \s à \s fait | purement | aussi ) (?=\s)
      | (?: particulièrement | parfaitement | largement | extrêmement ) (?=\s)
      | (?: véritable | vrai | vraie | pur | pure | grand | grande | simple | nouvelle? | énième | tissu \s de ) (?=\s) )*
    """,
    re.VERBOSE,
)
# «ces chiffres | de « faux »», «cette version | comme une fable»
_LINK = re.compile(r"(?<![\w'])(?=(de\s|d'|comme\s))")
# What links a verb to what it calls something; with the others («juge cette version fausse») the judgement stands first or last, unlinked.
_LINKS = {
    "qualifier": ("de ", "d'"),
    "taxer": ("de ", "d'"),
    "considérer": ("comme ",),
    "décrire": ("comme ",),
    "dénoncer": ("comme ",),
}
# Verbs that urge with a subjunctive and state with an indicative; the others of their kind take no indicative.
_TELLS_OR_URGES = frozenset({"suggérer", "proposer"})
# «l'ensemble des graves accusations de fraude»: the words among which the head of an object is looked for
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD_WITHIN = 5
_LONGEST_JUDGEMENT = 4


def _carried(announcement: Announcement, _: StatementTables) -> Act | None:
    """«refuse de confirmer» refuses."""
    return announcement.carrier.act if announcement.carrier else None


def _judged(announcement: Announcement, tables: StatementTables) -> Act | None:
    """«a qualifié d'incorrectes les publications» denies, «juge scandaleux» criticises, «salue comme» praises."""
    word = announcement.word
    if not isinstance(word, CueVerb) or announcement.complement is Complement.QUE or Complement.ATTRIBUTE not in word.complements:
        return None
    words = announcement.first_words
    links = _LINKS.get(word.lemma, ())
    starts = [match.start() for match in _LINK.finditer(words) if match.group(1) in links]
    if announcement.direct and announcement.complement is Complement.ATTRIBUTE:
        starts = [0]  # «ce qu'il qualifie de « mensonger »»
    elif not links:
        starts = [0, *(match.start() for match in list(_WORD.finditer(words))[-2:])]
    for start in starts:
        at = match.end() if (match := _BEFORE_JUDGEMENT.match(words, start)) else start
        following = _WORD.findall(words[at : at + 80])[:_LONGEST_JUDGEMENT]
        for length in range(len(following), 0, -1):
            if act := tables.judgements.get(" ".join(following[:length])):
                return act
    return None


def _object(announcement: Announcement, tables: StatementTables) -> Act | None:
    """«rejette les accusations» denies, «exprime ses regrets» apologises."""
    word = announcement.word
    if not isinstance(word, CueVerb) or announcement.complement not in {Complement.NP, Complement.OBJECT}:
        return None
    for noun in _WORD.findall(announcement.first_words)[:_HEAD_WITHIN]:
        if act := tables.objects.get((word.lemma, noun)):
            return act
    return None


def _negated(announcement: Announcement, _: StatementTables) -> Act | None:
    """«ne nie pas avoir frappé» admits: a negation that says something."""
    word = announcement.word
    if isinstance(word, CueVerb) and word.when_negated and negation_of(announcement):
        return word.when_negated
    return None


def _told(announcement: Announcement, tokens: Sequence[Token]) -> Act | None:
    """«suggère que la séance soit reportée» urges, «suggère que le roi est malade» states: the mood tells."""
    word = announcement.word
    if not isinstance(word, CueVerb) or word.act is not Act.URGE or announcement.complement is not Complement.QUE:
        return None
    start, end = announcement.content[0]
    for token in tokens:
        if start <= token.start < end and "VerbForm=Fin" in token.morph and token.upos in {"VERB", "AUX"}:
            # the present of «forment», «donne» is either mood, whatever a parser says
            either = "Tense=Pres" in token.morph and token.form.lower().endswith(("e", "ent"))
            return Act.STATE if "Mood=Ind" in token.morph and word.lemma in _TELLS_OR_URGES and not either else None
    return None


def _question(announcement: Announcement, _: StatementTables) -> Act | None:
    """«"Partez !", demande le maire» urges; only a question asks."""
    word = announcement.word
    if (
        isinstance(word, CueVerb)
        and word.act is Act.ASK
        and word.act_with(Complement.DE_INF) is Act.URGE
        and announcement.complement in {None, Complement.QUOTE, Complement.COLON}
    ):
        end = announcement.content[-1][1]
        asked = "?" in announcement.text[max(announcement.content[-1][0], end - 2) : end + 3]
        return Act.ASK if asked else Act.URGE
    return None


# «les accusations de la presse selon lesquelles», «d'après lequel»
_RELATIVE = re.compile(r"(?:selon|d'après|suivant) (lequel|laquelle|lesquels|lesquelles)")
# The noun may have a complement and an adjective of its own before the relative.
_ANTECEDENT_WITHIN = 80


def is_relative(announcement: Announcement) -> bool:
    """Tell whether the cue is «selon lesquelles» or the like."""
    return _RELATIVE.match(announcement.cue_words) is not None


def antecedent_of(announcement: Announcement, tables: StatementTables) -> SayingNoun | None:
    """Give the noun of saying that «selon lesquelles» goes back to: the nearest before it that agrees with it."""
    relative = _RELATIVE.match(announcement.cue_words)
    if relative is None or announcement.cue is None:
        return None
    feminine, plural = relative.group(1).startswith(("la", "lesquelle")), relative.group(1).startswith("les")
    end = announcement.cue[0]
    before = announcement.text[max(announcement.unit[0], end - _ANTECEDENT_WITHIN) : end].lower()
    words = [(match.start(), match.group()) for match in _WORD.finditer(before)]
    for start, word in reversed(words):
        noun = tables.nouns.get(word) or next(
            (n for form, n in tables.nouns.items() if " " in form and before.startswith(form, start)), None
        )
        if noun and noun.feminine is feminine and (word.split()[0] == noun.plural.split()[0] if plural else word == noun.noun.split()[0]):
            return noun
    return None


def _antecedent(announcement: Announcement, tables: StatementTables) -> Act | None:
    """«les accusations selon lesquelles» accuse."""
    noun = antecedent_of(announcement, tables)
    return noun.act if noun else None


def _word(announcement: Announcement, _: StatementTables) -> Act | None:
    """The act of the row."""
    word = announcement.word
    if word is None:
        return None
    return word.act_with(announcement.complement) if isinstance(word, CueVerb) else word.act


RULES: tuple[Callable[[Announcement, StatementTables], Act | None], ...] = (
    _carried,
    _negated,
    _judged,
    _object,
    _question,
    _antecedent,
    _word,
)


def act_of(announcement: Announcement, tables: StatementTables, tokens: Sequence[Token] = ()) -> Act:
    """Tell what the source does by saying it; `tokens` are those of the sentences of the content."""
    if act := _told(announcement, tokens):
        return act
    for rule in RULES:
        if act := rule(announcement, tables):
            return act
    return Act.STATE
