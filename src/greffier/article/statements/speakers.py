"""Who can speak: names, titles, pronouns, the nouns of the table, and nouns that end like those of persons.

In: a phrase or a word. Out: whether it can. Not: who is meant.
"""

from __future__ import annotations

import re

from greffier.article.statements.phrases import Phrase
from greffier.article.statements.reading import Reading, Unit, Word

__all__ = ["can_speak", "is_person"]

# Nouns of persons beyond the table: «la laborantine» is none of them, «l'apiculteur», «une urbaniste» are.
_PERSON_ENDING = re.compile(
    r"""\w{3,} (?: eurs? | euses? | teurs? | trices? | iens? | iennes? | istes? | logues? | aires? | iers? | ières? | ants?
      | crates? | philes? )$""",
    re.VERBOSE,
)


def can_speak(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether the head of a phrase is known as something that speaks: a name, a title, a pronoun, a speaker noun."""
    speakers = unit.reading.tables.speakers
    words = unit.words[phrase.first : phrase.last + 1]
    head = unit.words[phrase.head]
    if head.upos == "PRON" or head.capital or any(word.form in unit.reading.grammar.titles for word in words):
        return True
    if head.form in speakers or any(word.form in speakers for word in unit.words[phrase.first : phrase.head]):
        return True
    return is_person(unit.reading, head)


def is_person(reading: Reading, word: Word) -> bool:
    """Tell whether a noun ends like one of persons: «apiculteur», «vigneronne»."""
    return word.upos == "NOUN" and word.form not in reading.grammar.not_persons and _PERSON_ENDING.match(word.form) is not None
