"""Paragraphs in another language inside a French article: embedded messages, buttons of foreign software, copied statements.

In: labelled `Stretch`es. Out: the foreign ones labelled as navigation, so that nothing is read in them, and their places. Not: articles in
another language; those keep their labels, the room of metadata says what language they are in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.article.documents.stretches import Stretch
from greffier.lang.documents import DocumentTables
from greffier.records import PROSE, Problem, ProblemCode, SegmentKind
from greffier.text.languages import detect_language, guess_language, second_guess

__all__ = ["label_foreign"]

# From eight words on two agreeing detectors are right on French news (recall .99); from four words on fastText must be sure besides.
_MANY_WORDS, _FEW_WORDS = 8, 4
_SURE = 0.9
# Greek, Cyrillic, Arabic … up to Hangul; Latin letters and all punctuation lie outside: «Заголовок»
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2c5f\u2d00-\u2dff\u3040-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]")
_SAMPLE = 400
# Two words that only French has are enough evidence to spare the detectors, one in a short line.
_EVIDENCE = 2
# So is one beside others that its neighbours may have too («la», «de», «en»).
_COMMON = 4


def label_foreign(stretches: Sequence[Stretch], tables: DocumentTables) -> tuple[Problem, ...]:
    """Label the foreign paragraphs of a French article; a text that is foreign for the most part is left as it is."""
    prose = [s for s in stretches if s.kind in PROSE]
    doubtful = [s for s in stretches if (s.kind in PROSE and not _french(s, tables)) or _foreign_script(s.text)]
    if not doubtful:
        return ()
    found = [(s, language) for s in doubtful if (language := _language(s)) not in {None, "fr"}]
    if 2 * sum(len(s.text) for s, _ in found) >= sum(len(s.text) for s in prose):
        return ()
    for stretch, _ in found:
        stretch.labelled(SegmentKind.NAVIGATION, "foreign")
    return tuple(Problem(code=ProblemCode.FOREIGN_LANGUAGE, start=s.start, end=s.end, detail=language) for s, language in found)


def _french(stretch: Stretch, tables: DocumentTables) -> bool:
    spelled = stretch.words
    hits = common = 0
    for word in spelled:
        if word.bare in tables.openers:
            common += 1
            hits += word.bare in tables.distinct
            if hits >= _EVIDENCE or (hits and (common >= _COMMON or len(spelled) <= _MANY_WORDS)):
                return True
    return False


def _language(stretch: Stretch) -> str | None:
    many = len(stretch.words)
    if many and _foreign_script(stretch.text):
        guess = detect_language(stretch.text)
        return guess.language if guess else "und"
    if many < _FEW_WORDS:
        return None
    guess = guess_language(stretch.text)
    if guess is None or guess.language == "fr":
        return None  # the second detector is not asked: it cannot make the paragraph foreign
    guess = guess if guess.language == second_guess(stretch.text) else None
    return guess.language if guess and (many >= _MANY_WORDS or guess.score >= _SURE) else None


def _foreign_script(text: str) -> bool:
    """Tell whether most letters are none of the Latin script."""
    if not _BEYOND_LATIN.search(text):
        return False
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    return 2 * sum(_BEYOND_LATIN.match(c) is not None for c in letters) > len(letters)
