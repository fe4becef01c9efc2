"""Whether an article says that it is an interview, and with whom, where no label tells who asks and who answers.

In: the segments around the questions, the persons printed in the article. Out: `Told`. Not: the answers themselves.

The interviewee is taken from the words that name one («Entretien avec X», «X, maire de Y : « … »», «X répond à nos questions»), never
because nobody else is named; where these words name two, nobody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from greffier.article.statements.draft import Place
from greffier.article.statements.reading import Reading
from greffier.lang.statements import InterviewSign, SpeakerSort
from greffier.records import EntityKind, MentionKind, Mentions, Segment, SegmentKind

__all__ = ["HEAD", "Person", "Told", "is_credit", "is_introduction", "persons_of", "told_in"]

# Segments above the first question that tell who is asked: kicker, headline, lead, who asked, the line about the person.
HEAD = 6
# Words of other articles and of pictures tell nothing of this one.
_OTHERS = frozenset({SegmentKind.RELATED, SegmentKind.CAPTION})
# «Interview» is an entry of a menu; «Interview par Paul Petit», a short line of the article that is taken for one.
_SHORTEST_NO_ENTRY = 3
# A line, a sentence, what stands behind a colon, a dash, a bar, a bracket or a quotation: «Gel. – Entretien avec Anne Roux».
_OPENING = r"(?:^|[.:!?…–—|•(»\"”]|\s-)\s*"
_CLOSINGS = {
    InterviewSign.PARTNER: r"(?:(?<=')|(?!\w))",
    InterviewSign.RUBRIC: r"(?=\s*(?:$|[.:!–—|)]|-\s))",  # «Entretien.», not «Entretien des routes»
}
# «Anne Roux, vigneronne, répond», «Anne Roux (Terres) répond», «la vigneronne, Anne Roux, répond»
_APPOSITION = re.compile(r"(?:\s*,[^.:;!?]{1,120},|\s*\([^()]{1,60}\))?\s*")
# «Anne Roux : « … »», «Anne Roux, vigneronne : « … »», «Anne Roux : pourquoi j'ai vendu»
_HEADLINE = re.compile(
    r"""(?: \s*,[^.:;!?«»"]{1,100} | \s*\([^()]{1,60}\) )? \s*:\s*
        (?: [«"“] | .* (?<![\w']) (?: je | j' | nous | mon | ma | mes | notre | nos ) (?!\w) )""",
    re.VERBOSE | re.IGNORECASE,
)
# «le gendre de | Paul Petit», «d' | Anne Roux»
_LAST_WORD = re.compile(r"([^\W\d_]+'?)\s*$")
# «Paul Petit | publie un livre. Il nous | explique»
_PRONOUN = re.compile(r"[^.!?…:]*[.!?…]\s+(?P<pronoun>Il|Elle)(?:\s(?:nous|y|en))?\s+")
# «une politologue», «notre spécialiste»
_UNNAMED = re.compile(r"(?<![\w'])(?:une?|deux|trois|notre|nos|plusieurs)\s(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


class Person(NamedTuple):
    """A person printed in the article, by name or by role."""

    start: int
    end: int
    entity: str
    by_name: bool


class Told(NamedTuple):
    """What an article says of its being an interview: in so many words (`plain`), or by a headline that gives somebody the word.

    `interviewee` is where the interviewee is named, None where nobody is, or two.
    """

    plain: bool
    headline: bool
    interviewee: Place | None
    entity: str | None


def persons_of(mentions: Mentions) -> tuple[Person, ...]:
    """Give the persons of an article by name or role, in text order."""
    persons = {entity.id for entity in mentions.entities if entity.kind is EntityKind.PERSON}
    found = (
        Person(mention.start, mention.end, mention.entity, mention.kind is MentionKind.NAME)
        for mention in mentions.mentions
        if mention.entity in persons and mention.kind is not MentionKind.PRONOUN
    )
    return tuple(sorted(found, key=lambda person: (person.start, -person.end)))


def is_credit(reading: Reading, start: int, end: int) -> bool:
    """«Propos recueillis par Paul Petit»: tell whether a stretch says who asked."""
    return any(True for _ in _signs(reading, InterviewSign.CREDIT, start, end))


def is_introduction(reading: Reading, start: int, end: int) -> bool:
    """«Anne Roux répond à nos questions.»: tell whether a stretch says that somebody is asked."""
    signs = (InterviewSign.PARTNER, InterviewSign.RUBRIC, InterviewSign.ANSWERING)
    return any(True for sign in signs for _ in _signs(reading, sign, start, end))


def told_in(
    reading: Reading, head: Sequence[Segment], tail: Sequence[Segment], persons: Sequence[Person], quoted: Sequence[Place] = ()
) -> Told:
    """Tell what the segments above the first question and those below the last one say; `quoted` are the sources of words in marks."""
    head = [segment for segment in head if _is_own(reading, segment)]
    plain = any(is_credit(reading, segment.start, segment.end) for segment in (*head, *tail) if _is_own(reading, segment))
    headed: list[Person] = []
    speaking: list[Person] = []
    asked: list[Person] = []
    for segment in head:
        start, end = segment.start, segment.end
        plain = plain or is_introduction(reading, start, end)
        here = [person for person in persons if start <= person.start and person.end <= end]
        asked += _partners(reading, start, end, here)
        asked += [person for person in here if _speaks(reading, end, person, InterviewSign.ANSWERING)]
        speaking += [person for person in here if _speaks(reading, end, person, InterviewSign.SPEAKING)]
        if segment.kind is SegmentKind.TITLE:
            headed += [person for person in here if _heads(reading, start, end, person) or _is_among(person, quoted)]
    named = asked or [*speaking, *headed]
    if len({person.entity for person in named}) != 1 or (not asked and _may_be_another(reading, head, persons, named)):
        return Told(plain, headline=False, interviewee=None, entity=None)
    one = next((person for person in named if person.by_name), named[0])
    return Told(plain, headline=bool(headed), interviewee=(one.start, one.end), entity=one.entity)


def _is_among(person: Person, places: Sequence[Place]) -> bool:
    return any(low < person.end and person.start < high for low, high in places)


def _may_be_another(reading: Reading, head: Sequence[Segment], persons: Sequence[Person], named: Sequence[Person]) -> bool:
    """«Paul Petit : « Je reste » / Une politologue nous répond.»: tell whether the lead speaks of somebody else, who may be the one asked.

    Whoever stands in one sentence with the one that is named («Anne Roux explique ce que Paul Petit a dit») is not.
    """
    folded = reading.folded
    for segment in head:
        start, end = segment.start, segment.end
        if segment.kind is SegmentKind.TITLE or is_credit(reading, start, end):
            continue
        own = [person for person in named if start <= person.start < end]
        others = [person.start for person in persons if start <= person.start < end and person.by_name and not _governed(reading, person)]
        others = [at for at in others if not any(person.start <= at < person.end for person in persons if person.entity == named[0].entity)]
        for match in _UNNAMED.finditer(folded[start:end]):
            noun = reading.tables.speakers.get(match.group("noun").lower())
            if noun is not None and noun.sort is SpeakerSort.ROLE:
                others.append(start + match.start())
        if any(all(_SENTENCE_END.search(folded, min(at, person.end), max(at, person.end)) for person in own) for at in others):
            return True
    return False


def _is_own(reading: Reading, segment: Segment) -> bool:
    """Tell whether a segment speaks of this article."""
    if segment.kind is SegmentKind.NAVIGATION:
        return len(reading.folded[segment.start : segment.end].split()) >= _SHORTEST_NO_ENTRY
    return segment.kind not in _OTHERS


@cache
def _pattern(words: tuple[str, ...], opening: str, closing: str) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"{opening}(?P<words>{'|'.join(re.escape(word) for word in longest_first)}){closing}", re.IGNORECASE)


def _signs(reading: Reading, sign: InterviewSign, start: int, end: int) -> Iterator[Place]:
    """Give the places of the words of a sign."""
    verb = sign in {InterviewSign.ANSWERING, InterviewSign.SPEAKING}
    pattern = _pattern(reading.tables.interviews[sign], r"(?<![\w'])" if verb else _OPENING, _CLOSINGS.get(sign, r"(?!\w)"))
    for match in pattern.finditer(reading.folded[start:end]):
        yield start + match.start("words"), start + match.end("words")


def _partners(reading: Reading, start: int, end: int, here: Sequence[Person]) -> Iterator[Person]:
    """«Entretien avec la vigneronne Anne Roux»: the first person behind the words, and whoever else is named beside."""
    for _, behind in _signs(reading, InterviewSign.PARTNER, start, end):
        stop = _SENTENCE_END.search(reading.folded, behind, end)
        last = stop.start() if stop else end
        following = [person for person in here if behind <= person.start < last]
        yield from (person for person in following if not reading.folded[behind : person.start].strip() or not _governed(reading, person))


def _governed(reading: Reading, person: Person) -> bool:
    """«le gendre de Paul Petit», «contre Paul Petit»: tell whether a name completes another word."""
    before = _LAST_WORD.search(reading.folded, max(0, person.start - 20), person.start)
    if before is None:
        return False
    word = before.group(1).lower()
    return word in reading.grammar.prepositions or word in reading.grammar.contractions or word in {"de", "d'", "du", "des", "au", "aux"}


def _speaks(reading: Reading, end: int, person: Person, sign: InterviewSign) -> bool:
    """«Anne Roux, vigneronne, répond à nos questions», «… Anne Roux. Elle répond»: tell whether a person is the subject of such words."""
    if _governed(reading, person):
        return False
    folded = reading.folded
    for low, _ in _signs(reading, sign, person.end, end):
        gap = folded[person.end : low]
        closed_off = gap.strip() == "," and folded[: person.start].rstrip(" ").endswith(",")
        if closed_off or _APPOSITION.fullmatch(gap) or _is_taken_up(reading, person, gap):
            return True
    return False


def _is_taken_up(reading: Reading, person: Person, gap: str) -> bool:
    """«… publie un livre. Il |»: tell whether the next sentence begins with a pronoun that may mean a person."""
    match = _PRONOUN.fullmatch(gap)
    if match is None or not person.by_name:
        return False
    gender = reading.pack.names.first_names.gender(reading.text[person.start : person.end].split()[0])
    return gender is not None and gender[0].lower() == ("m" if match.group("pronoun") == "Il" else "f")


def _heads(reading: Reading, start: int, end: int, person: Person) -> bool:
    """«Anne Roux, vigneronne : « Il faut arracher »»: tell whether the headline gives somebody the word."""
    before = reading.folded[start : person.start]
    if _governed(reading, person) or any(mark in before for mark in ':«"“'):
        return False
    return _HEADLINE.match(reading.folded, person.end, end) is not None
