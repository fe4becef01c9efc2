"""Sentences by our own rules: line ends, sentence punctuation, abbreviations, quotation marks.

In: `Document`, the tables of abbreviations. Out: unparsed `Sentence`s in text order, none across the border of a segment.
Not: a parser's sentence splitting, which cuts one sentence in ten too many.

Sentences are cut inside quotations too; those inside one pair of marks share the unit of the clause around it: «"A. B", a dit X.» is one
unit of two sentences, and a «"C."» after it is another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from greffier.lang.syntax import Follows, SyntaxTables
from greffier.records import Document, Sentence
from greffier.text.quote_marks import Quotation, outermost, pair_quote_marks
from greffier.text.typography import fold, unwrap

__all__ = ["split", "split_text"]

# «… en Syrie. Les …», «… vraiment ?! », «… suite… »
_STOP = re.compile(r"[.!?…]+")
# «… voté.Le ministre …»: the blank is lost in many dumps; a word of three letters before, an opener after (asked of the table)
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ]{3})\.(?=[A-ZÀ-Ö][a-z']+\s)")
# The written word that a full stop ends: «M.», «J.-C.», «U.S.A.», «etc.»
_WORD_BEFORE = re.compile(r"[^\s(«»\"“”'\[]+\Z")
# «J.», «J.-K.», «W.»
_INITIAL = re.compile(r"(?<![^\W_])[A-ZÀ-Ö]\.(?:-?[A-ZÀ-Ö]\.)*\Z")
# «p. 12», «Vol. XVII»
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
# «(...)», «[…]»
_OMISSION = re.compile(r"[(\[]\s?(?:\.{3}|…)\s?[)\]]\s*")
_WORD_AFTER = re.compile(r"[^\W\d_]+'?")
# Characters that are looked at behind a stop: enough for any opening marks.
_NEAR = 40
_OPENING = frozenset("«“„\"'‘([¿¡-–—•")
_CLOSING = frozenset(")]»”")


def split(document: Document, tables: SyntaxTables) -> tuple[Sentence, ...]:
    """Cut the text of every segment into sentences and number their units."""
    text = document.text
    pairs = pair_quote_marks(unwrap(text, ((segment.start, segment.end) for segment in document.segments)))
    closing = _closing_marks(pairs)
    quotations = outermost(pairs)
    starts = [quotation.start for quotation in quotations]
    out: list[Sentence] = []
    unit = -1
    for segment in document.segments:
        last_end = -1
        for start, end in _pieces(text, ((segment.start, segment.end),), closing, tables):
            if last_end < 0 or not _joined(quotations, starts, last_end, start):
                unit += 1
            out.append(Sentence(start=start, end=end, unit=unit))
            last_end = end
    return tuple(out)


def split_text(text: str, tables: SyntaxTables) -> list[tuple[int, int]]:
    """Cut a bare text into sentences; give their places."""
    return list(_pieces(text, _lines(text, 0, len(text)), _closing_marks(pair_quote_marks(text)), tables))


def _closing_marks(quotations: Iterable[Quotation]) -> frozenset[int]:
    """Give the places of the marks that end a quotation."""
    return frozenset(q.end - 1 for q in quotations if q.closed)


def _joined(quotations: Sequence[Quotation], starts: Sequence[int], end: int, start: int) -> bool:
    """Tell whether a quotation begins before `end` and goes on after `start`; outermost ones come in order and do not overlap."""
    last = bisect_left(starts, end) - 1
    return last >= 0 and start < quotations[last].end


def _pieces(text: str, lines: Iterable[tuple[int, int]], closing: frozenset[int], tables: SyntaxTables) -> Iterator[tuple[int, int]]:
    """Give the places of the sentences of these stretches, without the blanks around them.

    A line feed inside a segment is no end: such a segment is a paragraph with hard line ends.
    """
    for line_start, line_end in lines:
        line = fold(text[line_start:line_end]).replace("\n", " ")
        begin = seen = 0
        has_letters = False
        for cut in _cuts(line, line_start, closing, tables):
            has_letters = has_letters or any(c.isalpha() for c in line[seen:cut])
            seen = cut
            if has_letters:
                yield from _trimmed(line, begin, cut, line_start)
                begin, has_letters = cut, False
        yield from _trimmed(line, begin, len(line), line_start)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _trimmed(line: str, start: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    words = line[start:end]
    if words.strip():
        left = start + len(words) - len(words.lstrip())
        yield offset + left, offset + start + len(words.rstrip())


def _cuts(line: str, offset: int, closing: frozenset[int], tables: SyntaxTables) -> Iterator[int]:
    """Give the places after which a new sentence begins."""
    glued = {m.end() for m in _GLUED.finditer(line) if _opener_at(line, m.end(), tables)}
    for stop in _STOP.finditer(line):
        end = _closed(line, stop.end(), offset, closing)
        if end in glued or (end < len(line) and line[end].isspace() and _ends_sentence(line, stop, end, tables)):
            yield end


def _closed(line: str, end: int, offset: int, closing: frozenset[int]) -> int:
    """Take in the marks that close after a stop: «… parti. »», «… (sic !)»."""
    while True:
        place = end
        while place < len(line) and line[place] == " ":
            place += 1
        if place >= len(line):
            return end
        is_mark = place + offset in closing
        if not (is_mark or (line[place] in _CLOSING and (place == end or line[place] == "»"))):
            return end
        end = place + 1


def _ends_sentence(line: str, stop: re.Match[str], end: int, tables: SyntaxTables) -> bool:
    """Decide on a stop that a blank follows."""
    place = _skipped(line, end)
    rest = line[place : place + _NEAR]
    first = next((c for c in rest if c not in _OPENING and not c.isspace()), "")
    if not first or first.islower() or first in ",;:.!?":
        return False
    if stop.group() != ".":
        return True
    before = _WORD_BEFORE.search(line, max(0, stop.end() - 30), stop.end())
    word = before.group() if before else ""
    follows = tables.abbreviations.get(word)
    if follows is Follows.ALWAYS:
        return False
    if follows is Follows.NUMBER:
        return _NUMBER.match(rest) is None
    if follows is Follows.MOSTLY:
        return first.isupper()
    if _INITIAL.search(word):
        return _opener_at(line, place, tables)
    return True


def _opener_at(line: str, place: int, tables: SyntaxTables) -> bool:
    """Tell whether a word that begins sentences stands there, and no name such as «Le Goff»."""
    word = _WORD_AFTER.match(line, place)
    if word is None or word.group() not in tables.openers:
        return False
    after = line[word.end() : word.end() + _NEAR].lstrip()
    return bool(after) and not after[0].isupper()


def _skipped(line: str, place: int) -> int:
    """Give the place behind blanks and «(...)»."""
    while place < len(line) and line[place] == " ":
        place += 1
    omission = _OMISSION.match(line, place)
    return omission.end() if omission else place
