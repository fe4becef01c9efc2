"""The language: what two witnesses of three agree on (fastText, py3langid, French small words), else what is told or one of them says.

In: `Document`. Out: a language code, problems. Not: foreign paragraphs, the room of documents labels them.
"""

from __future__ import annotations

from greffier.lang.metadata import MetadataTables
from greffier.records import NOISE, PROSE, Document, Problem, ProblemCode
from greffier.text.keys import words
from greffier.text.languages import guess_language, second_guess

__all__ = ["find_language"]

# Detectors called one French text in eight of three words something else, none of twelve words; below four words they are not asked.
_FEWEST_WORDS = 4
# A French sentence of the news has 35-45 % small words, a foreign one that shares «la», «de», «en» seldom 25 %.
_FRENCH_SHARE = 0.3
# Words are enough to detect a language; a whole reportage tells no more.
_ENOUGH = 700


def find_language(document: Document, tables: MetadataTables) -> tuple[str | None, tuple[Problem, ...]]:
    """Find the language; `language_unknown` where nothing but its small words or somebody's word tells it."""
    text = _words_of(document)
    told = _code(document.given.language) or _code(document.page.language if document.page else None)
    spelled = words(text)
    small = sum(word.bare in tables.function_words for word in spelled)
    french = small > 0 and small >= _FRENCH_SHARE * len(spelled)
    guess = guess_language(text)
    if french and guess and guess.language == "fr" and len(spelled) >= _FEWEST_WORDS:
        return "fr", ()
    other = second_guess(text)
    if guess and guess.language == other and len(spelled) >= _FEWEST_WORDS:
        foreign = guess.language != "fr"
        return guess.language, (Problem(code=ProblemCode.FOREIGN_LANGUAGE, detail=guess.language),) if foreign else ()
    evidence = {
        "what is told": told,
        "small words": "fr" if french else None,
        "one detector": "fr" if "fr" in {guess.language if guess else None, other} else None,
        "nothing": None,
    }
    basis = next((name for name, language in evidence.items() if language), "nothing")
    return evidence[basis], (Problem(code=ProblemCode.LANGUAGE_UNKNOWN, detail=f"detectors abstain; {basis} decides"),)


def _words_of(document: Document) -> str:
    prose = [s for s in document.segments if s.kind in PROSE] or [s for s in document.segments if s.kind not in NOISE]
    parts: list[str] = []
    for segment in prose:
        parts.append(document.text[segment.start : min(segment.end, segment.start + _ENOUGH)])
        if sum(map(len, parts)) > _ENOUGH:
            break
    return "\n".join(parts)


def _code(tag: str | None) -> str | None:
    """Take the language of a BCP 47 tag or a locale: «fr_FR» is fr."""
    primary = (tag or "").replace("_", "-").split("-")[0].strip().lower()
    return primary if 2 <= len(primary) <= 3 and primary.isalpha() and primary.isascii() else None
