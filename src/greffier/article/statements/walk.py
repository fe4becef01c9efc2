"""The subject of a verb on the surface: a walk over its clause, past objects, relative clauses and what prepositions govern.

In: a `Scene` and a verb. Out: a place. Not: what a parse says.
"""

from __future__ import annotations

from greffier.article.statements.adjuncts import skip_adverbs
from greffier.article.statements.draft import Place
from greffier.article.statements.phrases import Phrase, noun_phrase, place_of
from greffier.article.statements.reading import Unit, Word
from greffier.article.statements.scene import Scene

__all__ = ["NO_SPEAKER", "scanned_subject"]

NO_SPEAKER = frozenset({"ce", "c'", "cela", "ça", "ceci", "y", "tout", "rien", "celui", "dont", "où"})
_BEFORE_DE = frozenset({"auprès", "lors", "près", "hors", "loin", "faute", "afin", "autour", "vis-à-vis", "à", "au", "partir"})


def scanned_subject(scene: Scene, left: int) -> Place | None:
    """Walk through the clause up to the verb and keep the noun phrase that no preposition and no other verb governs."""
    return _Walk(scene, left).subject()


class _Walk:
    """A walk over the words of a clause, up to its verb at word `left`.

    `relative` holds inside a relative clause, `inner` in one that has a subject of its own (then `outer` is that of the clause around it),
    `governed` after a verb of its own, whose objects are no subjects of the verb to come.
    """

    def __init__(self, scene: Scene, left: int) -> None:
        self.scene, self.unit, self.words, self.left = scene, scene.unit, scene.words, left
        self.end = self.words[left].start
        self.found: Place | None = None
        self.outer: Place | None = None
        self.relative = self.governed = self.inner = False

    def subject(self) -> Place | None:
        """Walk, and give the subject."""
        i = _clause_start(self.scene, self.left)
        while i < self.left:
            after = skip_adverbs(self.unit, i, self.end)
            i = after if after > i else self._step(i)
        return self.found

    def _step(self, i: int) -> int:
        word = self.words[i]
        if word.form in {"dont", "où"}:
            self.outer, self.found, self.inner = self.found, None, True  # «Paris, dont l'ambassadeur a dénoncé»: its own subject
        elif word.form in self.unit.reading.grammar.relatives and (word.form not in {"que", "qu'"} or self.found is not None):
            closing = next((w.index for w in self.words[i + 1 : self.left] if w.form == ","), -1) if self.words[i - 1].form == "," else -1
            if closing > 0:
                return closing  # «Paris, qui a soutenu le communiqué, dément»
            self.relative = True
        elif word.form in {",", "–", "—"} or word.upos in {"CCONJ", "SCONJ"}:
            self.relative = self.governed = False
        elif word.infinitive or (
            word.upos == "VERB" and word.form.endswith("ant") and word.form not in self.unit.reading.grammar.not_gerunds
        ):
            self.governed = True
        elif word.finite and self.inner:
            self.found, self.inner = self.outer, False
            return _past_object(self.unit, i + 1, self.left)
        elif word.finite:
            if self.relative:
                self.relative = False
                return _past_object(self.unit, i + 1, self.left)
            self.found, self.governed = None, True
        elif _governs(self.words, i):
            phrase = noun_phrase(self.unit, i + 1, self.end, appositions=False)
            return phrase.last + 1 if phrase is not None else i + 1
        elif not self.relative:
            return self._take(i)
        return i + 1

    def _take(self, i: int) -> int:
        """Take the noun phrase that begins here as subject, unless it is an object or an aside."""
        phrase = noun_phrase(self.unit, i, self.end, appositions=not self.governed)
        if phrase is None or self.words[phrase.head].form in NO_SPEAKER:
            return i + 1
        adjacent = phrase.last + 1 == self.left
        if (adjacent or not self.governed) and (self.found is None or adjacent or not _is_aside(self.scene, phrase)):
            self.found = place_of(self.unit, phrase)
        return phrase.last + 1


def _governs(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a preposition stands here, so that the phrase after it is no subject («lors de son point de presse»)."""
    lors = i > 0 and (words[i - 1].form in _BEFORE_DE or (words[i - 1].upos in {"VERB", "ADJ"} and not words[i - 1].finite))
    return (words[i].upos == "ADP" and (lors or words[i].form not in {"de", "d'"})) or (
        words[i].form in {"du", "des"} and i > 0 and words[i - 1].upos == "NOUN"
    )


def _is_aside(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase stands between commas after the subject: «le ministre, l'air grave, a dit»."""
    words = scene.words
    return words[phrase.first - 1].form == "," and phrase.last + 1 < len(words) and words[phrase.last + 1].form == ","


def _past_object(unit: Unit, i: int, left: int) -> int:
    """Skip what a relative clause has after its verb: «qui dirige le parti depuis mars»."""
    after = skip_adverbs(unit, i, unit.words[left].start)
    phrase = noun_phrase(unit, after, unit.words[left].start, appositions=False)
    return phrase.last + 1 if phrase is not None else after


def _clause_start(scene: Scene, left: int) -> int:
    """Where the clause of a verb begins: after a mark, a que that introduces it, or the beginning of its sentence."""
    words = scene.words
    around = scene.unit.quotation_around(words[left].start)
    i = left - 1
    while i >= 0:
        word = words[i]
        if around is not None and word.start < around.inner_start:
            break
        if word.form in {";", ":"} or (word.form in {".", "!", "?"} and words[i + 1].capital):
            break
        if around is None and word.form in {'"', "»", "«", "“", "”"}:
            quotation = next((q for q in scene.unit.outer if q.end == word.end), None)
            if quotation is None or words[i + 1].form in {",", "."}:
                break
            i = scene.unit.word_at(quotation.start)
        if word.form in {"que", "qu'"} and i + 1 < left and not (i > 0 and words[i - 1].upos in {"NOUN", "PROPN"} and word.upos == "PRON"):
            break
        if word.form in {"si", "lorsque", "lorsqu'", "quand", "puisque"} and i + 1 < left:
            break
        i -= 1
    return i + 1
