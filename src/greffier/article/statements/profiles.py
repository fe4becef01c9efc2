"""What a printed mention tells of whoever it names: head, gender, number, whether it leaves open who is meant.

In: a place of a `Reading`. Out: `Profile`. Not: who it is.
"""

from __future__ import annotations

import msgspec

from greffier.article.statements.draft import Place
from greffier.article.statements.phrases import noun_phrase
from greffier.article.statements.reading import Reading, Unit, Word
from greffier.lang.statements import SpeakerNoun

__all__ = ["Profile", "profile_of"]

_FEMININE = frozenset(
    {
        "la",
        "une",
        "cette",
        "sa",
        "elle",
        "elles",
        "celle",
        "celles",
        "celle-ci",
        "celle-là",
        "celles-ci",
        "mme",
        "mmes",
        "mlle",
        "dernière",
        "dernières",
        "certaines",
        "intéressée",
    }
)
_MASCULINE = frozenset(
    {
        "le",
        "un",
        "ce",
        "cet",
        "son",
        "il",
        "ils",
        "lui",
        "eux",
        "celui",
        "ceux",
        "celui-ci",
        "celui-là",
        "ceux-ci",
        "m.",
        "mm.",
        "dernier",
        "derniers",
        "du",
        "au",
        "intéressé",
        "certains",
    }
)
_PLURAL = frozenset(
    {
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "nos",
        "vos",
        "ils",
        "elles",
        "eux",
        "ceux",
        "celles",
        "ceux-ci",
        "celles-ci",
        "mm.",
        "mmes",
        "plusieurs",
        "certains",
        "certaines",
        "quelques",
        "tous",
        "toutes",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "aux",
        "derniers",
        "dernières",
    }
)
_SELF = frozenset({"je", "j'", "me", "moi", "nous"})


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """`head` is the word that the mention is about, `noun` the speaker noun in it; gender is `f`, `m` or unknown."""

    words: tuple[Word, ...]
    head: Word
    noun: SpeakerNoun | None
    gender: str | None
    plural: bool
    pronoun: bool
    self: bool
    indefinite: bool
    description: str


def profile_of(reading: Reading, place: Place) -> Profile | None:
    """Read a printed mention."""
    unit = reading.unit_of(place[0])
    first = unit.word_at(place[0])
    if first < len(unit.words) and unit.words[first].start >= place[1]:
        first = max(0, first - 1)
    if first >= len(unit.words):
        return None
    last = max(first, unit.last_word_before(place[1]))
    words = unit.words[first : last + 1]
    phrase = noun_phrase(unit, first, place[1])
    head = unit.words[phrase.head] if phrase is not None else words[0]
    if place[0] > words[0].start and words[0].inverted:
        head = words[0]
    lead = words[: max(0, head.index - first)]
    noun = _noun(reading, unit, first, head)
    pronoun = head.upos == "PRON" or head.form in {"dernier", "dernière", "derniers", "dernières", "intéressé", "intéressée"}
    return Profile(
        words=words,
        head=head,
        noun=noun,
        gender=_gender(reading, lead, head, noun),
        plural=any(word.form in _PLURAL for word in (*lead, head)),
        pronoun=pronoun,
        self=head.form in _SELF,
        indefinite=_is_indefinite(reading, lead, head, noun),
        description=_description(reading, lead, head, place),
    )


def _noun(reading: Reading, unit: Unit, first: int, head: Word) -> SpeakerNoun | None:
    speakers = reading.tables.speakers
    for start in range(first, head.index + 1):
        for last in (head.index + 1, head.index):
            if start <= last < len(unit.words):
                form = reading.folded[unit.words[start].start : unit.words[last].end].lower()
                if form in speakers:
                    return speakers[form]
    return speakers.get(head.form)


def _gender(reading: Reading, lead: tuple[Word, ...], head: Word, noun: SpeakerNoun | None) -> str | None:
    for word in (*lead, head):
        if word.form in _FEMININE:
            return "f"
        if word.form in _MASCULINE:
            return "m"
    if noun is not None and head.form in {noun.feminine, noun.feminines} and head.form not in {noun.noun, noun.plural}:
        return "f"
    if noun is not None and noun.feminine not in {None, noun.noun} and head.form in {noun.noun, noun.plural}:
        return "m"
    if head.capital:
        gender = reading.pack.names.first_names.gender(reading.text[head.start : head.end])
        return gender[0].lower() if gender else None
    return None


def _is_indefinite(reading: Reading, lead: tuple[Word, ...], head: Word, noun: SpeakerNoun | None) -> bool:
    if head.form == "on" or head.form in reading.grammar.indefinites:
        return True
    if head.capital:
        return False
    if lead and (lead[0].form in reading.grammar.indefinites or lead[0].form in {"nombreux", "nombreuses"}):
        return True
    return noun is not None and noun.kind == "anonymous"


def _description(reading: Reading, lead: tuple[Word, ...], head: Word, place: Place) -> str:
    """The mention without its determiner: what an unnamed office-holder is called."""
    start = place[0]
    for word in lead:
        if word.upos == "DET" or word.form in reading.grammar.determiners:
            start = word.end
        else:
            break
    text = reading.text[min(start, head.start) : place[1]]
    return " ".join(text.lstrip("'’").split()).lstrip("'’")
