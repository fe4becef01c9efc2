"""Prepositions that name a source: selon, d'après, à en croire, de l'avis de, de source; and «selon lequel».

In: a `Scene`. Out: `Draft`s. Not: «selon la loi», «selon les cas».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.edges import before_main_verb, clause_end, has_finite_verb, trim
from greffier.article.statements.phrases import Phrase, phrase_before, place_of
from greffier.article.statements.preposition_contents import content_of, matches_of
from greffier.article.statements.preposition_sources import SET_OFF, cue_end, is_person_or_office, source_after, stands_apart
from greffier.article.statements.scene import Match, Scene
from greffier.records import Answer

__all__ = ["RULES"]

_LEAST = 8
# Beyond so many characters a preposition is no relay of an incise any more.
_FAR = 80
_LEQUEL = re.compile(r"\s+(?:lequel|laquelle|lesquels|lesquelles|qui)\b\s*,?\s*", re.IGNORECASE)


def selon_lequel(scene: Scene) -> Iterator[Draft]:
    """«les publications des médias selon lesquelles P»: the antecedent is the source, and speaks for nobody named."""
    for match in matches_of(scene):
        relative = _LEQUEL.match(scene.unit.text, match.end, scene.unit.end)
        if relative is None or match.preposition.words not in {"selon", "d'après", "suivant", "pour"}:
            continue
        cue = (match.start, match.start + len(scene.unit.text[match.start : relative.end()].rstrip(" ,")))
        if not scene.is_free(cue):
            continue
        last = scene.unit.word_at(match.start)
        antecedent = phrase_before(scene.unit, last - 1 if last and scene.words[last - 1].form == "," else last)
        if antecedent is not None and "selon" in scene.unit.reading.tables.stops.get(scene.words[antecedent.head].form, ()):
            continue  # «la règle selon laquelle»
        speaks = relative.group().lower().split()[0] == "qui"
        if match.preposition.words == "pour" and not speaks:
            continue  # «le journal pour lequel il écrit»
        if not speaks and antecedent is not None and not _is_told(scene, antecedent):
            continue  # «l'illusion selon laquelle»
        if speaks and (antecedent is None or not is_person_or_office(scene, antecedent)):
            continue
        end = clause_end(scene, None, relative.end(), scene.limit(match.start))
        if not speaks:
            own = next((word.end for word in scene.words if word.finite and relative.end() <= word.start < end), end)
            end = trim(scene.unit, relative.end(), before_main_verb(scene, own, end))[1]
        if speaks:
            end = _before_resumed_verb(scene, relative.end(), end)
            if not has_finite_verb(scene.unit, relative.end(), end):
                continue  # «l'homme pour qui elle travaille»
        if end - relative.end() < _LEAST:
            continue
        quotation = scene.quotation_at(relative.end())
        marked = quotation is not None and quotation.end >= end
        content = (
            (quotation.inner_start, quotation.inner_end) if quotation is not None and marked else trim(scene.unit, relative.end(), end)
        )
        yield Draft(
            content=(content,),
            cue=cue,
            source=place_of(scene.unit, antecedent) if antecedent else None,
            rule="selon_lequel",
            score=0.9,
            unit=scene.number,
            way=Way.NONE if antecedent is None else Way.PRINTED,
            preposition="selon lequel" if not speaks else match.preposition.words,
            direct=marked,
        )


def _before_resumed_verb(scene: Scene, start: int, end: int) -> int:
    """«Mme Roux, pour qui « tout reste à faire », | a voté non»: the main clause goes on with its verb behind a comma."""
    words = scene.words
    for word in words[scene.unit.word_at(start) :]:
        if word.start >= end:
            break
        if word.form == "," and scene.unit.outer_around(word.start) is None:
            i = word.index + 1
            i = scene.unit.past_clitics(i)
            if i < len(words) and words[i].finite:
                return word.start
    return end


def _is_told(scene: Scene, antecedent: Phrase) -> bool:
    """Tell whether the antecedent of «selon lequel» is a noun of saying or something that speaks."""
    tables = scene.unit.reading.tables
    return any(word.form in tables.nouns or word.form in tables.speakers for word in scene.words[antecedent.first : antecedent.head + 1])


def selon(scene: Scene) -> Iterator[Draft]:
    """«Selon X, P», «P, selon X», «P, d'après lui, Q»."""
    for match in matches_of(scene):
        if not scene.is_free((match.start, match.end)) or any(start <= match.start < end for start, end in scene.zones()):
            continue  # «a-t-on appris | de source proche»
        source = source_after(scene, match)
        if source is None:
            if scene.unit.reading.trace.on:
                scene.unit.reading.trace.note(
                    "statement", "selon", (match.start, match.end), Answer.REFUSED, "no source that can speak follows"
                )
            continue
        if (match.preposition.ambiguous or match.preposition.words in SET_OFF) and not stands_apart(scene, match, source):
            continue
        content = content_of(scene, match, source)
        if content and match.preposition.takes == "np" and _lacks_subject(scene, content):
            source = source_after(scene, match, appositions=False) or source  # «D'après les rapports, Jean, dont le frère dort, est là»
            content = content_of(scene, match, source)
        if content is None or sum(end - start for start, end in content) < _LEAST:
            continue
        preceding = _preceding(scene, match, source)
        if preceding is not None:
            preceding.relays = (source, *preceding.relays)
            scene.taken.append((match.start, match.end))
            continue
        start = match.start
        zone_end = _zone_end(scene, source[1])
        yield Draft(
            content=content,
            cue=(match.start, cue_end(scene, match, source)),
            source=None if _REFERS.search(match.preposition.words) and match.preposition.takes == "none" else source,
            way=Way.PREVIOUS,
            rule="selon",
            score=0.95 if not match.preposition.ambiguous else 0.7,
            unit=scene.number,
            preposition=match.preposition.words,
            zone=(start, zone_end),
            direct=len(content) == 1 and any(q.inner_start == content[0][0] and q.inner_end == content[0][1] for q in scene.unit.outer),
        )


def _zone_end(scene: Scene, end: int) -> int:
    """«…, selon deux participants à la réunion.»: what completes the source up to the end of the unit is no content."""
    rest = scene.words[scene.unit.word_at(end) :]
    if rest and rest[0].upos == "ADP" and not any(word.finite or word.form in {",", ";", ":", '"', "«", "»"} for word in rest):
        return scene.words[-1].start if scene.words[-1].form == "." else scene.words[-1].end
    return end


def _lacks_subject(scene: Scene, content: tuple[Place, ...]) -> bool:
    """Tell whether a content begins with its verb, so that what was taken for an apposition of the source is its subject."""
    words = scene.words
    i = scene.unit.word_at(content[0][0])
    i = scene.unit.past_clitics(i)
    return len(content) == 1 and i < len(words) and words[i].finite and not (i + 1 < len(words) and words[i + 1].inverted)


# «à l'entendre», «à leurs yeux»: whoever spoke last
_REFERS = re.compile(r"\b(?:l'|les\s(?:en|entendre)|son|sa|ses|leurs?)", re.IGNORECASE)


def _preceding(scene: Scene, match: Match, source: Place) -> Draft | None:
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
