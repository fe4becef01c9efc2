"""Nouns of saying with their source and their content: «la promesse du maire de baisser la taxe», «l'annonce, par Ankara, que».

In: a `Scene`. Out: `Draft`s. Not: «les publications selon lesquelles», a preposition; nor a noun whose source nobody prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.statements.draft import Draft, Place
from greffier.article.statements.edges import before_main_verb, clause_end, clause_pieces, trim
from greffier.article.statements.phrases import infinitive_at, noun_phrase, place_of
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.lang.statements import Complement, SayingNoun

__all__ = ["RULES"]

# «l'annonce faite lundi par le ministère»: so many words may stand between the noun and its content.
_MOST_BETWEEN = 14
_LEAST = 8
# «l'accord de vente, dans le but de payer»
_AIMS = frozenset({"but", "afin", "avant", "lieu", "loin", "faute", "manière", "façon", "objectif"})
_OF = frozenset({"de", "d'", "du", "des", "par"})


def noun_of_saying(scene: Scene) -> Iterator[Draft]:
    """«la promesse du maire de baisser la taxe»: the noun is the cue, the phrase after de is the source."""
    nouns = scene.unit.reading.tables.nouns
    for word in scene.words:
        noun = nouns.get(word.form)
        if noun is None or word.upos == "VERB" or not scene.is_free((word.start, word.end)):
            continue
        if word.index == 0 or scene.words[word.index - 1].upos not in {"DET", "ADJ", "NUM", "ADP"}:
            continue
        source = _source_after(scene, word.index)
        if source is None:
            continue
        start = _content_after(scene, noun, source[1])
        if start is None:
            continue
        limit = scene.limit(word.start)
        end = min(clause_end(scene, None, start[1], limit), before_main_verb(scene, start[1], limit))
        end = trim(scene.unit, start[1], end)[1]
        if end - start[1] < _LEAST:
            continue
        yield Draft(
            content=clause_pieces(scene, start[1], end),
            cue=(word.start, word.end),
            source=source,
            rule="noun_of_saying",
            score=0.75,
            unit=scene.number,
            noun=word.form,
            complement=start[0],
        )


def _source_after(scene: Scene, index: int) -> Place | None:
    """Give the phrase after de or par that can speak; an infinitive right after de is the content, without a source."""
    words = scene.words
    for i in range(index + 1, min(index + 6, len(words))):
        word = words[i]
        if word.form in _OF and i + 1 < len(words):
            if words[i + 1].infinitive:
                return None
            phrase = noun_phrase(scene.unit, i + 1, scene.limit(words[index].start), appositions=False)
            if phrase is None or not can_speak(scene.unit, phrase):
                return None
            return place_of(scene.unit, phrase)
        if word.finite or word.upos in {"PUNCT", "PRON", "SCONJ", "ADP"}:
            return None
    return None


def _content_after(scene: Scene, noun: SayingNoun, position: int) -> tuple[Complement, int] | None:
    words = scene.words
    first = scene.unit.word_at(position)
    for word in words[first : first + _MOST_BETWEEN]:
        if word.form in {"que", "qu'"} and Complement.QUE in noun.complements and (word.upos != "PRON" or word.index == first):
            return Complement.QUE, word.start
        for form, kind in (("de", Complement.DE_INF), ("d'", Complement.DE_INF), ("à", Complement.A_INF)):
            if (
                word.form == form
                and scene.words[word.index - 1].form not in _AIMS
                and kind in noun.complements
                and infinitive_at(scene.unit, word.index + 1)
            ):
                return kind, word.start
        if word.finite or word.form in {".", ";", ":", "qui", "dont", "que", "qu'", "»", '"'}:
            return None
    return None


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (noun_of_saying,)
