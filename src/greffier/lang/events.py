"""Typed contents of `lang/<code>/events/`: words that tell political events, and the scales of PLOVER.

In: the tables of that folder. Out: one type a table, `EventTables`, `load_events`. Not: rules.

`types.tsv`, `modes.tsv` and `cameo.tsv` hold the ontology (PLOVER 2.0 draft; CAMEO 1.1b3 with the Goldstein values of GDELT),
`triggers.tsv` the words, `classes.tsv` named lists of words that triggers and rules refer to as `@name`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources.abc import Traversable

from greffier.errors import TableError
from greffier.lang.conjugation import Conjugator
from greffier.lang.loader import read_table
from greffier.records import EntityKind, EventType, Record
from greffier.text.inflection import Tense

__all__ = ["NAMED", "CameoRow", "EventTables", "ModeRow", "Need", "Preposition", "Trigger", "TypeRow", "WordClass", "load_events"]


# Classes that no list can hold: the slot is filled by a name of that kind.
NAMED = {
    "@country": EntityKind.COUNTRY,
    "@place": EntityKind.PLACE,
    "@group": EntityKind.GROUP,
    "@organisation": EntityKind.ORGANISATION,
    "@medium": EntityKind.MEDIUM,
    "@person": EntityKind.PERSON,
}


AUXILIARIES = ("avoir", "être")


class TypeRow(Record, frozen=True, kw_only=True):
    """A root type: its class of four, the PLOVER score of the bare type, and whether all parties are actors."""

    type: EventType
    quad: int
    score: float
    reciprocal: bool = False


class ModeRow(Record, frozen=True, kw_only=True):
    """A mode of a type with its PLOVER score; null where the draft gives none."""

    type: EventType
    mode: str
    score: float | None = None


class CameoRow(Record, frozen=True, kw_only=True):
    """A CAMEO code with its Goldstein value."""

    code: str
    goldstein: float


class WordClass(Record, frozen=True, kw_only=True):
    """A named list of lemmas."""

    name: str
    words: tuple[str, ...]


class Need(Record, frozen=True, kw_only=True):
    """One condition on the dependents of a trigger: a slot, and the lemmas of which one must fill it; empty for any."""

    slot: str
    words: frozenset[str] = frozenset()
    absent: bool = False


class Trigger(Record, frozen=True, kw_only=True):
    """A word that tells an event (`triggers.tsv`).

    `lemma` is the head word, `pos` V (verb) or N (noun). `needs` are conditions that must all hold: `SLOT`, `SLOT=word,word` or
    `SLOT=@class`, with `!` before for "must not"; `@country`, `@place`, `@person`, `@group`, `@organisation` stand for names of that kind.
    Slots are `obj`, `adj` and any preposition («à», «avec», «contre»); of verbs also `subj`, `se`, `que`, `inf` (bare infinitive),
    `de+inf`, `à+inf`, `passive`, `attr` («se dit prêt»); of nouns `light` (the verb whose object it is),
    `case` (its own preposition) and `name` (a name beside it). Of several rows that fit, the one with most needs speaks.
    `actor` and `recipient` are slots in order of preference; `speaker` is who says the sentence, `poss` the holder of a possessive,
    `demonym` a name beside the noun («raid israélien»),
    `clause` the subject of the clause around it («lors d'une rencontre»). The type OTHER tells that the word is known and tells no event.
    """

    lemma: str
    pos: str
    needs: tuple[str, ...] = ()
    type: str
    mode: str | None = None
    cameo: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    example: str


class Preposition(Record, frozen=True, kw_only=True):
    """A preposition with its forms, contractions included (`prepositions.tsv`)."""

    preposition: str
    forms: tuple[str, ...]


class EventTables(Record, frozen=True, kw_only=True, dict=True):
    """All tables of events of a language; look-ups are built when first asked for.

    `verb_forms` tells of which verbs of the triggers a word in small letters is a form, `tenses` in which tenses it is one of these verbs
    or of an auxiliary.
    """

    types: tuple[TypeRow, ...]
    modes: tuple[ModeRow, ...]
    cameo: tuple[CameoRow, ...]
    classes: tuple[WordClass, ...]
    prepositions: tuple[Preposition, ...]
    triggers: tuple[Trigger, ...]
    verb_forms: Mapping[str, frozenset[str]]
    tenses: Mapping[str, frozenset[Tense]]

    @cached_property
    def plain(self) -> dict[str, str]:
        """The plain form of a preposition by its printed form: «du» is «de»."""
        return {form: row.preposition for row in self.prepositions for form in row.forms}

    @cached_property
    def type_rows(self) -> dict[EventType, TypeRow]:
        """Root types by name."""
        return {row.type: row for row in self.types}

    @cached_property
    def mode_scores(self) -> dict[tuple[EventType, str], float | None]:
        """PLOVER scores of modes."""
        return {(row.type, row.mode): row.score for row in self.modes}

    @cached_property
    def goldstein(self) -> dict[str, float]:
        """Goldstein values by CAMEO code."""
        return {row.code: row.goldstein for row in self.cameo}

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """Word classes by name."""
        return {row.name: frozenset(row.words) for row in self.classes}

    @cached_property
    def by_lemma(self) -> dict[str, tuple[tuple[Trigger, tuple[Need, ...]], ...]]:
        """Triggers by head word, those with most needs first, each with its needs read."""
        out: dict[str, list[tuple[Trigger, tuple[Need, ...]]]] = {}
        for trigger in self.triggers:
            out.setdefault(trigger.lemma, []).append((trigger, tuple(self._need(need, trigger) for need in trigger.needs)))
        return {lemma: tuple(sorted(rows, key=lambda row: -len(row[1]))) for lemma, rows in out.items()}

    def _need(self, need: str, trigger: Trigger) -> Need:
        slot, _, words = need.removeprefix("!").partition("=")
        lemmas: set[str] = set()
        for word in filter(None, words.split(",")):
            if word in NAMED:
                lemmas.add(word)
            elif word.startswith("@"):
                if word[1:] not in self.words:
                    raise TableError(f"triggers.tsv: {trigger.lemma}: no word class {word!r}")
                lemmas |= self.words[word[1:]]
            else:
                lemmas.add(word)
        return Need(slot=slot, words=frozenset(lemmas), absent=need.startswith("!"))


def load_events(folder: Traversable, conjugator: Conjugator) -> EventTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row, a type or mode that PLOVER does not have, a code without its Goldstein value.
    """
    triggers = read_table(folder.joinpath("triggers.tsv"), Trigger)
    forms: dict[str, set[str]] = {}
    tenses: dict[str, set[Tense]] = {}
    verbs = dict.fromkeys(trigger.lemma for trigger in triggers if trigger.pos == "V")
    for lemma in (*verbs, *AUXILIARIES):
        for form in conjugator.forms(lemma):
            tenses.setdefault(form.form, set()).add(form.tense)
            if lemma in verbs:
                forms.setdefault(form.form, set()).add(lemma)
    tables = EventTables(
        types=read_table(folder.joinpath("types.tsv"), TypeRow),
        modes=read_table(folder.joinpath("modes.tsv"), ModeRow),
        cameo=read_table(folder.joinpath("cameo.tsv"), CameoRow),
        classes=read_table(folder.joinpath("classes.tsv"), WordClass),
        prepositions=read_table(folder.joinpath("prepositions.tsv"), Preposition),
        triggers=triggers,
        verb_forms={form: frozenset(lemmas) for form, lemmas in forms.items()},
        tenses={form: frozenset(found) for form, found in tenses.items()},
    )
    for trigger in tables.triggers:
        known = trigger.type == "OTHER" or (trigger.type in EventType.__members__)
        if not known or (trigger.mode and (EventType(trigger.type), trigger.mode) not in tables.mode_scores):
            raise TableError(f"triggers.tsv: {trigger.lemma}: no type {trigger.type} with mode {trigger.mode}")
        if trigger.cameo and trigger.cameo not in tables.goldstein:
            raise TableError(f"triggers.tsv: {trigger.lemma}: no Goldstein value for CAMEO {trigger.cameo}")
    return tables
