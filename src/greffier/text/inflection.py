"""Inflected forms made from a stem and a table of endings.

In: an infinitive, models of conjugation, endings of the tenses built on a stem. Out: `Form`s. Not: the endings themselves, which are
a language's own and stand in its tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from greffier.records import Record

__all__ = ["Conjugation", "Form", "Number", "Tense", "conjugate", "models_of"]


class Tense(StrEnum):
    """Classes of verb forms that rules tell apart; `past` holds the imperfect and the simple past."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    SUBJUNCTIVE = "subjunctive"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Form(msgspec.Struct, frozen=True, gc=False):
    """A form with its place in the paradigm; `person` is 0 for infinitive, gerund and participle, `feminine` holds for participles only."""

    form: str
    tense: Tense
    person: int = 0
    number: Number | None = None
    feminine: bool = False


class Conjugation(Record, frozen=True, kw_only=True):
    """A model: what replaces `ending` at the end of an infinitive.

    `present` holds the first persons, then the third (singular, plural each); `past`, `subjunctive` the two third persons;
    `imperfect` and `future` the stems that regular endings follow; `participle` masculine and feminine singular, then both plurals.
    """

    ending: str
    present: tuple[str, str, str, str]
    imperfect: str = ""
    past: tuple[str, str]
    future: str
    subjunctive: tuple[str, str]
    participle: tuple[str, str, str, str]
    gerund: str
    example: str


def models_of(infinitive: str, models: Mapping[str, Sequence[Conjugation]]) -> Sequence[Conjugation]:
    """Find the models with the longest ending that the infinitive has; several where a verb is spelled in two ways (relaie, relaye).

    Args:
        infinitive: The verb.
        models: Models under their `ending`.
    """
    for start in range(len(infinitive)):
        if found := models.get(infinitive[start:]):
            return found
    return ()


# First and third person, singular then plural: the order of every list of four finite endings.
_PERSONS = ((1, Number.SINGULAR), (1, Number.PLURAL), (3, Number.SINGULAR), (3, Number.PLURAL))
_THIRD = _PERSONS[2:]
_AGREEMENT = ((Number.SINGULAR, False), (Number.SINGULAR, True), (Number.PLURAL, False), (Number.PLURAL, True))


def conjugate(infinitive: str, model: Conjugation, endings: Mapping[str, tuple[str, str, str, str]]) -> Iterator[Form]:
    """Make the first and third persons, the participles, the gerund and the infinitive of a verb.

    Args:
        infinitive: The verb; it ends in `model.ending`.
        model: What replaces that ending.
        endings: For `imperfect`, `future` and `conditional` the endings of the four persons; `-` where a person is left out.
    """
    stem = infinitive.removesuffix(model.ending)
    yield Form(infinitive, Tense.INFINITIVE)
    yield Form(stem + model.gerund, Tense.GERUND)
    for ending, (number, feminine) in zip(model.participle, _AGREEMENT, strict=True):
        if ending != "-":
            yield Form(stem + ending, Tense.PARTICIPLE, 0, number, feminine)
    # The third persons first: where a form is both («affirme»), that is what it nearly always is.
    for ending, (person, number) in reversed(list(zip(model.present, _PERSONS, strict=True))):
        yield Form(stem + ending, Tense.PRESENT, person, number)
    for endings_of_two, tense in ((model.past, Tense.PAST), (model.subjunctive, Tense.SUBJUNCTIVE)):
        for ending, (person, number) in zip(endings_of_two, _THIRD, strict=True):
            yield Form(stem + ending, tense, person, number)
    regular = (
        (model.imperfect, "imperfect", Tense.PAST),
        (model.future, "future", Tense.FUTURE),
        (model.future, "conditional", Tense.CONDITIONAL),
    )
    for middle, name, tense in regular:
        for ending, (person, number) in reversed(list(zip(endings[name], _PERSONS, strict=True))):
            if ending != "-":
                yield Form(stem + middle + ending, tense, person, number)
