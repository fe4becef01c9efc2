"""Prepositions that name a source: selon, d'après, à en croire, de l'avis de, de source; and «selon lequel».

In: a `Scene`. Out: `Draft`s. Not: «selon la loi», «selon les cas».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.edges import around_incise, clause_end, trim
from greffier.article.statements.phrases import Phrase, noun_phrase, phrase_before
from greffier.article.statements.scene import Scene
from greffier.article.statements.subjects import can_speak, place_of
from greffier.lang.statements import CuePreposition, StatementTables
from greffier.records import Answer

__all__ = ["RULES"]

_LEAST = 8
# Beyond so many characters a preposition is no relay of an incise any more.
_FAR = 80
_OF = re.compile(r"\s*(?:de\s|d'|du\s|des\s)", re.IGNORECASE)
_LEQUEL = re.compile(r"\s+(?:lequel|laquelle|lesquels|lesquelles)\b\s*,?\s*", re.IGNORECASE)
_NEVER = frozenset({"que", "qu'", "qui", "quel", "quelle", "quels", "quelles", "dont"})
# «selon moi»: the article's own voice, or an interview's
_OWN_VOICE = frozenset({"moi", "nous", "vous", "toi", "soi"})


class _Match(msgspec.Struct, frozen=True):
    preposition: CuePreposition
    start: int
    end: int


class _Patterns:
    """The prepositions of a pack as one pattern."""

    def __init__(self, tables: StatementTables) -> None:
        by_words = sorted(tables.prepositions, key=lambda preposition: -len(preposition.words))
        self.by_words = {preposition.words: preposition for preposition in by_words}
        forms = "|".join(re.escape(words) for words in self.by_words)
        self.pattern = re.compile(rf"(?<![\w'-])(?:{forms})(?![\w])", re.IGNORECASE)


_MADE: dict[int, tuple[StatementTables, _Patterns]] = {}


def _patterns(tables: StatementTables) -> _Patterns:
    found = _MADE.get(id(tables))
    if found is None or found[0] is not tables:
        found = _MADE[id(tables)] = (tables, _Patterns(tables))
    return found[1]


def _matches(scene: Scene) -> Iterator[_Match]:
    patterns = _patterns(scene.unit.reading.tables)
    for match in patterns.pattern.finditer(scene.unit.text, scene.unit.start, scene.unit.end):
        yield _Match(patterns.by_words[match.group().lower()], match.start(), match.end())


def selon_lequel(scene: Scene) -> Iterator[Draft]:
    """«les publications des médias selon lesquelles P»: the antecedent is the source, and speaks for nobody named."""
    for match in _matches(scene):
        relative = _LEQUEL.match(scene.unit.text, match.end, scene.unit.end)
        if relative is None or match.preposition.words not in {"selon", "d'après", "suivant"}:
            continue
        cue = (match.start, match.start + len(scene.unit.text[match.start : relative.end()].rstrip(" ,")))
        if not scene.is_free(cue):
            continue
        antecedent = phrase_before(scene.unit, scene.unit.word_at(match.start))
        end = clause_end(scene, None, relative.end(), scene.limit(match.start))
        if end - relative.end() < _LEAST:
            continue
        yield Draft(
            content=(trim(scene.unit, relative.end(), end),),
            cue=cue,
            source=place_of(scene.unit, antecedent) if antecedent else None,
            rule="selon_lequel",
            score=0.9,
            unit=scene.number,
            way=Way.NONE if antecedent is None else Way.PRINTED,
            preposition="selon lequel",
        )


def selon(scene: Scene) -> Iterator[Draft]:
    """«Selon X, P», «P, selon X», «P, d'après lui, Q»."""
    for match in _matches(scene):
        if not scene.is_free((match.start, match.end)):
            continue
        source = _source_after(scene, match)
        if source is None:
            if scene.unit.reading.trace.on:
                scene.unit.reading.trace.note(
                    "statement", "selon", (match.start, match.end), Answer.REFUSED, "no source that can speak follows"
                )
            continue
        if match.preposition.ambiguous and not _apart(scene, match, source):
            continue
        content = _content(scene, match, source)
        if content is None or sum(end - start for start, end in content) < _LEAST:
            continue
        preceding = _preceding(scene, match, source)
        if preceding is not None:
            preceding.relays = (source, *preceding.relays)
            scene.taken.append((match.start, match.end))
            continue
        start = match.start
        yield Draft(
            content=content,
            cue=(match.start, match.end),
            source=source,
            rule="selon",
            score=0.95 if not match.preposition.ambiguous else 0.7,
            unit=scene.number,
            preposition=match.preposition.words,
            zone=(start, source[1]),
            direct=len(content) == 1 and any(q.inner_start == content[0][0] and q.inner_end == content[0][1] for q in scene.unit.outer),
        )


def _source_after(scene: Scene, match: _Match) -> Place | None:
    """Read the source that a preposition takes: a noun phrase, the same after de, an adjective, nothing."""
    unit = scene.unit
    takes = match.preposition.takes
    if takes == "none":
        return match.start, match.end
    position = match.end
    if takes == "de":
        of = _OF.match(unit.text, position, unit.end)
        if of is None:
            return None
        position = of.end()
    index = unit.word_at(position)
    if index >= len(unit.words):
        return None
    first = unit.words[index]
    if first.form in _NEVER or first.form in _OWN_VOICE or first.infinitive:
        return None
    if takes == "adjective":
        begin = match.start + unit.text[match.start : match.end].rindex("source")
        last = index
        while last + 1 < len(unit.words) and unit.words[last + 1].upos == "ADJ":
            last += 1
        return begin, unit.words[last].end
    limit = scene.limit(match.start)
    phrase = noun_phrase(unit, index, limit)
    if phrase is None or _is_stopped(scene, match, phrase):
        return None
    return place_of(unit, phrase)


def _is_stopped(scene: Scene, match: _Match, phrase: Phrase) -> bool:
    """«selon la loi», «selon les cas»: the head of the phrase is no source, unless a name or a speaker stands with it."""
    unit = scene.unit
    after = unit.reading.tables.stops.get(unit.words[phrase.head].form, frozenset())
    if match.preposition.words in after:
        return True
    if match.preposition.ambiguous:
        return not can_speak(unit, phrase)
    return False


def _apart(scene: Scene, match: _Match, source: Place) -> bool:
    """An ambiguous preposition («pour le sénateur») names a source only at the beginning and before a comma, or between commas."""
    text = scene.unit.text
    before = text[scene.unit.start : match.start].rstrip()
    return text[source[1] : source[1] + 1] == "," and (not before or before.endswith((",", '"', "»")))


def _content(scene: Scene, match: _Match, source: Place) -> tuple[Place, ...] | None:
    unit = scene.unit
    around = unit.quotation_around(match.start)
    low, high = (around.inner_start, around.inner_end) if around is not None else (unit.start, unit.end)
    lead = unit.text[low : match.start].strip(' ,–—-•"«“').lower()
    opened = _clause_before(scene, match.start)
    if (
        lead
        in {
            "",
            "toujours",
            "et",
            "mais",
            "or",
            "ainsi",
            "en effet",
            "car",
            "aussi",
            "pourtant",
            "car,",
            "enfin",
            "en outre",
            "par ailleurs",
            "cependant",
            "toutefois",
            "de plus",
        }
        or opened
    ):
        start = _after_source(scene, source[1], high)
        if start is None:
            return None
        end = clause_end(scene, None, start, high) if opened or around is not None else trim(unit, start, high)[1]
        quotation = scene.quotation_at(trim(unit, start, end)[0])
        if quotation is not None and quotation.end >= end - 1:
            return ((quotation.inner_start, quotation.inner_end),)
        return (trim(unit, start, end),)
    if around is not None:
        pieces = (_sentence_before(scene, low, match.start), _sentence_after(scene, source[1], high))
        return tuple(piece for piece in pieces if piece[1] - piece[0] > 2)
    found = around_incise(scene, match.start, source[1])
    return found[0] if found is not None else None


def _clause_before(scene: Scene, position: int) -> bool:
    """«a dit que, selon lui, P», «; selon lui, P»: a clause begins right before the preposition."""
    before = scene.unit.text[scene.unit.start : position].rstrip(" ,")
    return (
        before.endswith((";", ":", " que", " qu'", " et que", "«", '"', "“", " car", " mais", " et"))
        and scene.unit.text[position - 2 : position] not in {"e ", "' "}
    ) or before.endswith((" que", ";", ":"))


def _after_source(scene: Scene, position: int, high: int) -> int | None:
    """Where the clause begins after «Selon X»: past the comma that closes what belongs to X."""
    unit = scene.unit
    i = unit.word_at(position)
    depth = 0
    while i < len(unit.words) and unit.words[i].start < high:
        word = unit.words[i]
        if word.form in {"(", "["}:
            depth += 1
        elif word.form in {")", "]"}:
            depth -= 1
        elif depth == 0 and word.form in {",", ":"}:
            return word.end
        elif depth == 0 and (word.form in {'"', "«", "“"} or word.finite) and i > unit.word_at(position):
            return unit.words[unit.word_at(position)].start if word.finite else word.start
        i += 1
    start = unit.word_at(position)
    return unit.words[start].start if start < len(unit.words) and unit.words[start].start < high else None


def _sentence_before(scene: Scene, low: int, position: int) -> Place:
    text = scene.unit.text
    cut = max(text.rfind(". ", low, position), text.rfind("! ", low, position), text.rfind("? ", low, position))
    return trim(scene.unit, cut + 1 if cut >= 0 else low, position)


def _sentence_after(scene: Scene, position: int, high: int) -> Place:
    end = clause_end(scene, None, position + 1, high) if position + 1 < high else high
    return trim(scene.unit, position, end)


def _preceding(scene: Scene, match: _Match, source: Place) -> Draft | None:
    """«…, a dit X, selon l'agence»: the preposition passes on what an incise already gave a source."""
    if scene.unit.text[source[1] : scene.unit.end].strip(' .,"»'):
        return None
    for draft in scene.drafts:
        if draft.zone is None or not draft.rule.endswith("incise") or not 0 <= match.start - draft.zone[1] < _FAR:
            continue
        marks_between = any(q.start >= draft.zone[1] and q.end <= match.start for q in scene.unit.outer)
        if not marks_between and all(start < match.start for start, _ in draft.content):
            return draft
    return None


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (selon_lequel, selon)
