"""Interviews that print no labels: questions on lines of their own, the paragraphs between them answer.

In: the scenes of an article, the persons printed in it. Out: a `Draft` for each paragraph of an answer. Not: the questions, they are the
medium's; nor turns with labels, those are in `interviews`.

Explainers, portraits and columns ask questions on lines of their own, too. So the article must say that it is an interview, the questions
must turn to somebody («vous»), and most of the answers must speak in the first person, outside quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.interviewees import HEAD, Person, Told, is_credit, is_introduction, told_in
from greffier.article.statements.reading import Reading
from greffier.article.statements.scene import Scene
from greffier.records import Answer, SegmentKind

__all__ = ["answers"]

# «Que retenez-vous de ces dix ans ?», «Et votre mère ?»
_SECOND = re.compile(r"(?<![\w'])(?:vous|votre|vos|vôtres?|tu|toi|te|t'|ton|ta|tes)(?!\w)", re.IGNORECASE)
# «Je n'ai rien vendu», «Chez nous», «ma mère»
_FIRST = re.compile(r"(?<![\w'])(?:je|j'|me|m'|moi|mon|ma|mes|nous|notre|nos)(?!\w)|(?<![\w'])[jm]'", re.IGNORECASE)
_FIRST_SINGULAR = re.compile(r"(?<![\w'])(?:je|me|moi|mon|ma|mes)(?!\w)|(?<![\w'])[jm]'", re.IGNORECASE)
# «Racontez-nous votre arrivée.», «Dites-moi tout !», «Parlez-nous du gel…»
_REQUEST = re.compile(r"\W*[^\W\d_]+ez-(?:nous|moi|vous|en)(?!\w)", re.IGNORECASE)
# «Anne Roux | : J'ai perdu», «Anne Roux | . – J'ai perdu»
_LABEL = re.compile(r"\s?(?::|\.?\s?[–—-])\s+")
# «Anne, 23 ans : Je n'irai pas.», «Paul (Lyon) : Moi non plus.»; «Résultat : nous avons tout perdu»
_FOREIGN = re.compile(r"[A-ZÀ-Ý][\w'-]+(?:\s[A-ZÀ-Ý][\w'.-]*){0,3}(?:,\s[^:.!?]{1,40}|\s\([^()]{1,40}\))?\s?:\s")
# One line may open so by chance; two are those of passers-by or readers, each with a name.
_LEAST_FOREIGN = 2
_CLOSED = re.compile(r"[.!?…][\s\"»”')\]]*$")
# In characters: questions of the press have up to 400, with what they quote; a longer paragraph that ends in «?» answers.
_LONGEST_QUESTION = 500
_LONGEST_REQUEST = 200
# A second paragraph of so many characters is no crosshead and no question without its mark.
_LONG_PARAGRAPH = 150
# Where only the headline tells it, one question to «vous» may be put to the reader.
_LEAST_ADDRESSED = 2
_LEAST_ANSWERED = 2
_ASKING = frozenset({SegmentKind.LEAD, SegmentKind.PARAGRAPH, SegmentKind.HEADING})
_ANSWERING = frozenset({SegmentKind.LEAD, SegmentKind.PARAGRAPH})


class _Line(msgspec.Struct, frozen=True):
    """A segment that may ask or answer; `words` are those outside quotation marks."""

    scenes: tuple[Scene, ...]
    kind: SegmentKind
    start: int
    end: int
    text: str
    words: str


class _Turn(msgspec.Struct):
    """A question and the paragraphs behind it."""

    question: _Line
    answers: list[_Line]


class _Label(NamedTuple):
    """Who speaks, as printed before the words, and where these begin."""

    person: Person
    end: int

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return self.person.start, self.person.end


def answers(all_units: Sequence[Scene], persons: Sequence[Person]) -> Iterator[Draft]:
    """Give the answers of an interview whose questions stand on lines of their own."""
    if not all_units or any(draft.rule == "interview_turn" for scene in all_units for draft in scene.drafts):
        return
    reading = all_units[0].unit.reading
    turns = _turns(reading, all_units)
    while turns and _is_lead(reading, turns[0]):
        turns.pop(0)
    turns = [turn for turn in turns if turn.answers]
    if not _is_conversation(turns):
        return
    told = _told(reading, all_units, turns, persons)
    own = [person for person in persons if person.entity == told.entity]
    if not _is_interview(turns, told, own):
        place = (turns[0].question.start, turns[0].question.end)
        reading.trace.note("statement", "interview_answer", place, Answer.ABSTAINED, "questions on lines, but no sign of an interview")
        return
    labels = [label for turn in turns for line in turn.answers if (label := _label(line, persons)) is not None]
    speakers = {label.person.entity for label in labels} | ({told.entity} if told.entity else set())
    named = told.interviewee or (labels[0].place if labels else None)
    for number, turn in enumerate(turns):
        for line in _answering(turn, own, last=number == len(turns) - 1):
            label = _label(line, persons)
            if label is not None:
                yield _draft(line, label.end, label.place)
            else:
                yield _draft(line, line.start, named if len(speakers) == 1 else None)


def _is_interview(turns: Sequence[_Turn], told: Told, own: Sequence[Person]) -> bool:
    """Tell whether questions, answers and what the article says of itself are those of an interview.

    A headline gives the word to whoever was quoted («X : « … »») and explainers turn to readers: then the answers must say «je», and the
    one who has the word is spoken of in none.
    """
    if (
        sum(_FOREIGN.match(line.text) is not None and _label(line, own) is None for turn in turns for line in turn.answers)
        >= _LEAST_FOREIGN
    ):
        return False
    addressed = sum(_is_addressed(turn.question) for turn in turns)
    intimate = sum(any(_FIRST_SINGULAR.search(line.words) for line in turn.answers) for turn in turns)
    spoken_of = sum(_is_spoken_of(line, own) for turn in turns for line in turn.answers)
    if told.plain:
        return addressed > 0 and intimate > 0 and 2 * spoken_of < len(turns)
    return told.headline and addressed >= _LEAST_ADDRESSED and intimate >= _LEAST_ANSWERED and 2 * intimate >= len(turns) and not spoken_of


def _is_spoken_of(line: _Line, own: Sequence[Person]) -> bool:
    """Tell whether an answer names the interviewee, a label aside."""
    return any(
        line.start < person.start < line.end or (line.start == person.start and not _LABEL.match(line.text, person.end - line.start))
        for person in own
    )


def _label(line: _Line, persons: Sequence[Person]) -> _Label | None:
    """«Anne Roux : J'ai perdu …»: the label of an answer; one alone is no conversation for the rules of labelled turns."""
    for person in persons:
        if person.start == line.start and person.by_name:
            match = _LABEL.match(line.text, person.end - person.start)
            if match is not None:
                return _Label(person, line.start + match.end())
    return None


def _turns(reading: Reading, all_units: Sequence[Scene]) -> list[_Turn]:
    """Cut the body at its questions, up to the line that says who asked."""
    turns: list[_Turn] = []
    for line in _lines(reading, all_units):
        if line.kind in _ASKING and _asks(line):
            turns.append(_Turn(line, []))
        elif turns and is_credit(reading, line.start, line.end):
            break
        elif turns and line.kind in _ANSWERING and _CLOSED.search(line.text):
            turns[-1].answers.append(line)
    return turns


def _lines(reading: Reading, all_units: Sequence[Scene]) -> Iterator[_Line]:
    held: list[Scene] = []
    for scene in (*all_units, None):
        if held and (scene is None or scene.unit.segment is not held[0].unit.segment):
            segment, start, end = held[0].unit.segment, held[0].unit.start, held[-1].unit.end
            if segment is not None and segment.kind is not SegmentKind.TITLE:
                yield _Line(tuple(held), segment.kind, start, end, reading.folded[start:end].rstrip(), _outside_marks(reading, start, end))
            held = []
        if scene is not None:
            held.append(scene)


def _outside_marks(reading: Reading, start: int, end: int) -> str:
    pieces, at = [], start
    for quotation in reading.quotations_in(start, end):
        if quotation.depth == 0:
            pieces.append(reading.folded[at : max(at, quotation.start)])
            at = max(at, quotation.end)
    return " ".join((*pieces, reading.folded[at:end])).strip()


def _asks(line: _Line) -> bool:
    """«Pourquoi partir ?», «Racontez-nous votre arrivée.»: not an answer that ends in a question of its own."""
    if line.text.endswith("?") and line.words.endswith("?"):
        return len(line.text) <= _LONGEST_QUESTION and (_is_addressed(line) or not _FIRST_SINGULAR.search(line.words))
    return len(line.text) <= _LONGEST_REQUEST and _REQUEST.match(line.words) is not None


def _is_addressed(line: _Line) -> bool:
    return _SECOND.search(line.words) is not None or _REQUEST.match(line.words) is not None


def _is_lead(reading: Reading, turn: _Turn) -> bool:
    """«Peut-on vivre du lait ? / Anne Roux y croit. Elle répond à nos questions.»: a lead that asks is no question of the interview."""
    if not any(_FIRST.search(line.words) for line in turn.answers):
        return True
    return any(is_introduction(reading, line.start, line.end) and not _FIRST_SINGULAR.search(line.words) for line in turn.answers)


def _is_conversation(turns: Sequence[_Turn]) -> bool:
    personal = sum(any(_FIRST.search(line.words) for line in turn.answers) for turn in turns)
    return len(turns) >= _LEAST_ANSWERED and personal >= _LEAST_ANSWERED and 2 * personal >= len(turns)


def _told(reading: Reading, all_units: Sequence[Scene], turns: Sequence[_Turn], persons: Sequence[Person]) -> Told:
    first, last = turns[0].question.start, turns[-1].answers[0].end
    head = [segment for segment in reading.document.segments if segment.end <= first]
    tail = [segment for segment in reading.document.segments if segment.start >= last]
    quoted = [
        draft.source
        for scene in all_units
        for draft in scene.drafts
        if scene.unit.end <= first and draft.source is not None and scene.unit.outer_around(draft.start) is not None
    ]
    return told_in(reading, head[-HEAD:], tail, persons, quoted)


def _answering(turn: _Turn, own: Sequence[Person], *, last: bool) -> Iterator[_Line]:
    """The paragraphs of a turn that answer.

    Left out are quoted ones, those that speak of the interviewee, and, behind the first, what may be the medium's: a note, a crosshead, a
    question without its mark, the portrait below the last answer.
    """
    for number, line in enumerate(turn.answers):
        if _is_spoken_of(line, own):
            if number == 0:
                return
            continue
        if not line.words.strip(" .,;:!?…-–—"):
            continue
        personal = (_FIRST_SINGULAR if last else _FIRST).search(line.words) is not None
        if number and not personal and (last or len(line.text) < _LONG_PARAGRAPH or _SECOND.search(line.words)):
            continue
        yield line


def _draft(line: _Line, start: int, interviewee: Place | None) -> Draft:
    return Draft(
        content=((start, line.start + len(line.text)),),
        cue=None,
        source=interviewee,
        rule="interview_answer",
        score=0.75,
        unit=line.scenes[0].number,
        direct=True,
        way=Way.PRINTED if interviewee is not None else Way.NONE,
    )
