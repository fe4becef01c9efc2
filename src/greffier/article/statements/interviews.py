"""Words that the layout gives to somebody: «Anne Roux : « … »», «Q. – … / R. – …», «LE SOIR. – …», a signature under a quotation, a tweet.

In: a `Scene`, or all scenes of an article. Out: `Draft`s. Not: cues; nor a line with a colon that names a subject rather than a source;
nor answers without labels, those are in `questions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.edges import trim
from greffier.article.statements.interviewees import HEAD, Person, told_in
from greffier.article.statements.phrases import noun_phrase, place_of
from greffier.article.statements.quotations import Weight, weigh
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak, is_person
from greffier.article.statements.subjects import main_subject
from greffier.lang.statements import SpeakerSort
from greffier.records import SegmentKind

__all__ = ["RULES", "turns", "tweets"]

# «Q. – Pourquoi partir ?», «R : Parce que …»
_LETTER = re.compile(r"(?P<label>Q|R|Question|Réponse)[^\S\n]?[.:]?[^\S\n]?[–—:-][^\S\n]*", re.IGNORECASE)
# «LE SOIR. – Pourquoi ?», «Anne Roux. – Parce que …», «Anne Roux : Parce que …»
_LABEL = re.compile(r"(?P<label>(?:[A-ZÀ-Ý][\w'’.-]*[^\S\n]?){1,5}?)[^\S\n]?(?:\.[^\S\n]?[–—-]|[–—]|:)[^\S\n]+(?=\S)")
# «— Anne Roux (@anneroux) 3 mai 2020»
_HANDLE = re.compile(r"\s*[–—-]\s*(?P<name>[^()@\n]{2,60}?)\s*\(@(?P<handle>\w+)\)")
# «"Nous partirons" – Anne Roux», «-Commissioner Jane Doe»
_SIGNED = re.compile(r"\s*[–—-]\s*(?P<name>[A-ZÀ-Ý][^.!?;:«»\"“”\n]{2,80}?)\s*\.?\s*$")
# «C. O.», «J.-P. R»
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.?[ -]?){2,4}")
# A label that opens a single line may be a heading; the second one shows a conversation.
_LEAST_TURNS = 2


def named_colon(scene: Scene) -> Iterator[Draft]:
    """«Anne Roux : « Nous partirons »»: a source, a colon, words in marks, and no verb before them."""
    unit = scene.unit
    for quotation in unit.outer:
        lead = unit.text[unit.start : quotation.start]
        if not lead.rstrip().endswith(":") or quotation.start < unit.start:
            continue
        words = [word for word in scene.words if word.start < quotation.start]
        if len(words) < 2 or any(word.finite for word in words) or any(not scene.is_free((word.start, word.end)) for word in words):
            continue
        last = _sentence_start(scene, len(words))
        phrase = noun_phrase(unit, last, words[-1].start)
        if phrase is None or not can_speak(unit, phrase) or scene.words[phrase.last + 1].form not in {":", ",", "("}:
            continue
        yield Draft(
            content=((quotation.inner_start, quotation.inner_end),),
            cue=None,
            source=place_of(unit, phrase),
            rule="named_colon",
            score=0.85,
            unit=scene.number,
            direct=True,
        )


def _sentence_start(scene: Scene, end: int) -> int:
    """«Sécheresse. Anne Roux : « … »»: the last sentence or clause before the colon."""
    for i in range(end - 2, 0, -1):
        if scene.words[i].form in {".", "!", "?", ";", "–", "—", "|"}:
            return i + 1
    return 0


def clause_before_colon(scene: Scene) -> Iterator[Draft]:
    """«Son mari hausse les épaules : « C'est le flou. »»: a person, whatever he does, a colon, and a whole sentence in marks."""
    unit = scene.unit
    for quotation in unit.outer:
        if (
            quotation.start < unit.start
            or not unit.text[unit.start : quotation.start].rstrip().endswith(":")
            or weigh(scene, quotation) is not Weight.FULL
        ):
            continue
        if any(start < quotation.inner_end and quotation.inner_start < end for draft in scene.drafts for start, end in draft.content):
            continue
        end = unit.word_at(quotation.start)
        first = _sentence_start(scene, end)
        verb = next((word for word in scene.words[first:end] if word.finite and unit.quotation_around(word.start) is None), None)
        last = scene.words[end - 2].end
        told = next((draft.source for draft in scene.drafts if draft.source and last in {draft.end, draft.source[1]}), None)
        source = told or (main_subject(scene, verb.index) if verb is not None else None)
        if source is None or not (told or _is_person(scene, source)):
            continue
        yield Draft(
            content=((quotation.inner_start, quotation.inner_end),),
            cue=None,
            source=source,
            rule="clause_before_colon",
            score=0.7,
            unit=scene.number,
            direct=True,
        )


def _is_person(scene: Scene, place: Place) -> bool:
    """Tell whether a subject is a person by its pronoun, its title, its name or its noun."""
    phrase = noun_phrase(scene.unit, scene.unit.word_at(place[0]), place[1])
    if phrase is None or scene.words[phrase.head].form in {"il", "elle", "ils", "elles"}:
        return scene.unit.text[place[0] : place[1]].lower() in {"il", "elle", "ils", "elles"}
    head = scene.words[phrase.head]
    noun = scene.unit.reading.tables.speakers.get(head.form)
    if noun is not None:
        return noun.sort is SpeakerSort.ROLE
    return is_person(scene.unit.reading, head) or any(
        word.form in scene.unit.reading.grammar.titles for word in scene.words[phrase.first : phrase.head]
    )


def signed_quotation(scene: Scene) -> Iterator[Draft]:
    """«"Nous partirons" – Anne Roux»: a dash and a name after a quotation."""
    unit = scene.unit
    for quotation in unit.outer:
        match = _SIGNED.match(unit.text, quotation.end, unit.end)
        if match is None or any(
            start < quotation.inner_end and quotation.inner_start < end for d in scene.drafts for start, end in d.content
        ):
            continue
        phrase = noun_phrase(unit, unit.word_at(match.start("name")), unit.end)
        if phrase is not None and can_speak(unit, phrase):
            yield Draft(
                content=((quotation.inner_start, quotation.inner_end),),
                cue=None,
                source=place_of(unit, phrase),
                rule="signed_quotation",
                score=0.8,
                unit=scene.number,
                direct=True,
            )


def turns(all_units: Sequence[Scene], persons: Sequence[Person]) -> Iterator[Draft]:
    """Turns of an interview by their labels; behind «R. –» speaks whom the words above the first question name."""
    lines = [scene for scene in all_units if _opens_line(scene)]
    labels = [(scene, _LETTER.match(scene.unit.text, scene.unit.start)) for scene in lines]
    letters = [(scene, match) for scene, match in labels if match is not None]
    if len(letters) >= _LEAST_TURNS and len({match.group("label")[0].upper() for _, match in letters}) == _LEAST_TURNS:
        reading = letters[0][0].unit.reading
        head = [segment for segment in reading.document.segments if segment.end <= letters[0][0].unit.start]
        source = told_in(reading, head[-HEAD:], (), persons).interviewee
        for scene, match in letters:
            if match.group("label")[0].upper() == "R":
                yield _turn(scene, match.end(), all_units, source=source)
        return
    named = [(scene, found) for scene in lines if (found := _LABEL.match(scene.unit.text, scene.unit.start)) is not None]
    counts: dict[str, int] = {}
    for _, match in named:
        counts[match.group("label").lower()] = counts.get(match.group("label").lower(), 0) + 1
    spoken: list[tuple[str, Draft]] = []
    if max(counts.values(), default=0) >= _LEAST_TURNS:
        for scene, match in named:
            dashed = scene.unit.text[match.end("label") : match.end()].strip(" .") != ":"
            known = counts[match.group("label").lower()] > 1 or (dashed and len(named) > _LEAST_TURNS)
            if known and (not scene.drafts or (dashed and all(draft.start > match.end() for draft in scene.drafts))):
                label = match.group("label").rstrip(" .")
                turn = _turn(scene, match.end(), all_units, source=(match.start("label"), match.start("label") + len(label)))
                full = _spelled_out(label, spoken)
                if full is not None:
                    turn.source, turn.way, turn.like = None, Way.PREVIOUS, full
                spoken.append((label, turn))
                yield turn


def _spelled_out(label: str, spoken: Sequence[tuple[str, Draft]]) -> Draft | None:
    """«C. O. –» after «CAMILLE ORSINI. –»: the one turn before whose label has these initials."""
    if _INITIALS.fullmatch(label) is None:
        return None
    initials = [letter for letter in label if letter.isalpha()]
    fitting = {
        full.lower(): turn for full, turn in reversed(spoken) if [word[0] for word in full.split()] == initials and turn.like is None
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _opens_line(scene: Scene) -> bool:
    start = scene.unit.start
    segment = scene.unit.segment
    if segment is not None and segment.kind is SegmentKind.TITLE:
        return False
    text = scene.unit.text
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    return start == 0 or text[start - 1] == "\n"


def _turn(scene: Scene, start: int, all_units: Sequence[Scene], source: Place | None) -> Draft:
    """A turn: from its label to the end of its line."""
    end = scene.unit.end
    newline = scene.unit.text.find("\n", start)
    line_end = len(scene.unit.text) if newline < 0 else newline
    for other in all_units:
        if scene.number < other.number and other.unit.start < line_end:
            end = other.unit.end
    low, _ = trim(scene.unit, start, end)
    return Draft(
        content=((low, end),),
        cue=None,
        source=source,
        rule="interview_turn",
        score=0.8,
        unit=scene.number,
        direct=True,
        way=Way.PRINTED if source is not None else Way.NONE,
    )


def tweets(all_units: Sequence[Scene]) -> Iterator[Draft]:
    """«Nous partirons. / — Anne Roux (@anneroux) 3 mai»: the line above a handle is the tweet."""
    for index, scene in enumerate(all_units):
        match = _HANDLE.match(scene.unit.text, scene.unit.start, scene.unit.end)
        if match is None or index == 0:
            continue
        above = all_units[index - 1]
        if any(above.unit.start <= draft.start < above.unit.end for draft in above.drafts):
            continue
        yield Draft(
            content=(trim(above.unit, above.unit.start, above.unit.end),),
            cue=None,
            source=(match.start("name"), match.end("name")),
            rule="tweet",
            score=0.8,
            unit=above.number,
            direct=True,
        )


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (named_colon, clause_before_colon, signed_quotation)
