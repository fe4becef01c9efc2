"""Typed contents of `lang/<code>/grammar/`: the closed classes of the language.

In: the tables of that folder. Out: `GrammarTables`, `load_grammar`. Not: rules, open classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from importlib.resources.abc import Traversable

from greffier.lang.loader import read_table
from greffier.records import Record

__all__ = ["AdjunctPlace", "GrammarTables", "WordClass", "load_grammar"]


class WordClass(StrEnum):
    """Closed classes, and the commonest finite verbs."""

    ARTICLE = "article"
    DETERMINER = "determiner"
    CONTRACTION = "contraction"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    SUBJECT = "subject"
    CLITIC = "clitic"
    NEGATION = "negation"
    NEGATOR = "negator"
    TONIC = "tonic"
    ADVERB = "adverb"
    WEEKDAY = "weekday"
    MONTH = "month"
    DAYTIME = "daytime"
    NUMERAL = "numeral"
    FINITE = "finite"
    NOT_GERUND = "not_gerund"
    NOT_PERSON = "not_person"
    TITLE = "title"
    INDEFINITE = "indefinite"
    HYPERNYM = "hypernym"


class AdjunctPlace(StrEnum):
    """Where an adjunct stands: inside a reporting clause, after the source of an incise, after that of a preposition."""

    ASIDE = "aside"
    AFTER_SOURCE = "after_source"
    AFTER_PREPOSITION = "after_preposition"


class GrammarTables(Record, frozen=True, kw_only=True):
    """The closed classes: `classes` maps a lower-case form with `'` for every apostrophe to all classes that it belongs to.

    `adjuncts` are patterns over folded text, to be matched where an adjunct may begin; `adjunct_words` are the same as the table has them.
    """

    classes: Mapping[str, frozenset[WordClass]]
    adjuncts: Mapping[AdjunctPlace, re.Pattern[str]]
    adjunct_words: Mapping[AdjunctPlace, tuple[str, ...]]

    def of(self, *wanted: WordClass) -> frozenset[str]:
        """Give the words of some classes."""
        return frozenset(word for word, found in self.classes.items() if not found.isdisjoint(wanted))


class _Row(Record, frozen=True, kw_only=True):
    """A class and its words."""

    words: tuple[str, ...]
    word_class: WordClass


class _Adjuncts(Record, frozen=True, kw_only=True):
    """Adjuncts of one place."""

    place: AdjunctPlace
    words: tuple[str, ...]


def _pattern(adjuncts: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of some adjuncts, the longest first; «…» is up to forty characters without a mark, «*» the rest of a word."""
    longest_first = sorted(adjuncts, key=lambda words: (-len(words), words))
    parts = [re.escape(words).replace("…", '[^,;:"«]{3,40}?').replace(r"\*", r"[\w-]+") for words in longest_first]
    return re.compile(rf"(?:{'|'.join(parts)})(?![\w])", re.IGNORECASE)


def load_grammar(folder: Traversable) -> GrammarTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    classes: dict[str, set[WordClass]] = {}
    for row in read_table(folder.joinpath("words.tsv"), _Row):
        for word in row.words:
            classes.setdefault(word, set()).add(row.word_class)
    adjuncts: dict[AdjunctPlace, list[str]] = {place: [] for place in AdjunctPlace}
    for adjunct in read_table(folder.joinpath("adjuncts.tsv"), _Adjuncts):
        adjuncts[adjunct.place].extend(adjunct.words)
    return GrammarTables(
        adjuncts={place: _pattern(words) for place, words in adjuncts.items()},
        adjunct_words={place: tuple(words) for place, words in adjuncts.items()},
        classes={word: frozenset(found) for word, found in classes.items()},
    )
