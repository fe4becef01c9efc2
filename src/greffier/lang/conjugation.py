"""Verb forms of a language: the models of `lang/<code>/conjugation/` applied to infinitives.

In: the tables of that folder. Out: `Conjugator`. Not: which verbs matter; each noun has its own list.

Rules match verbs by form, not by a tagger's lemma: taggers fail on inversions and rare verbs, and a form outside a list is never a cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from greffier.errors import TableError
from greffier.lang.loader import read_table
from greffier.records import Record
from greffier.text.inflection import Conjugation, Form, conjugate, models_of

__all__ = ["Conjugator"]


class _Endings(Record, frozen=True, kw_only=True):
    tense: str
    persons: tuple[str, str, str, str]


class Conjugator:
    """The models of conjugation of a folder (`models.tsv`, `endings.tsv`)."""

    def __init__(self, folder: Traversable) -> None:
        self.endings = {row.tense: row.persons for row in read_table(folder / "endings.tsv", _Endings)}
        self.models: dict[str, list[Conjugation]] = {}
        for model in read_table(folder / "models.tsv", Conjugation):
            self.models.setdefault(model.ending, []).append(model)

    def forms(self, infinitive: str) -> Iterator[Form]:
        """Make the forms of a verb, once for each model that its ending has.

        Raises:
            TableError: No model has the ending of the infinitive.
        """
        models = models_of(infinitive, self.models)
        if not models:
            raise TableError(f"no model of conjugation for {infinitive!r}")
        for model in models:
            yield from conjugate(infinitive, model, self.endings)
