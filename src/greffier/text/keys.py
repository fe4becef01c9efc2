"""Words stripped to what two spellings of them share: no case, no accents, no punctuation.

In: any string. Out: words with their places; keys for comparing. Not: lemmas, a language's words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from greffier.text.letters import Letters

__all__ = ["Word", "bare", "key", "words"]

# «10h20» is 10, h, 20; «S'abonner» is S, abonner.
_WORD = re.compile(r"\d+|[^\W\d_]+")

# Accented Latin letters to bare ones, one for one, so that places stay; the two ligatures become two letters.
_BARE = Letters(
    {chr(c): unicodedata.normalize("NFD", chr(c))[0] for c in range(0xC0, 0x250) if unicodedata.normalize("NFD", chr(c))[0].isascii()}
    | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}
)


class Word(NamedTuple):
    """A word as `bare` spells it, at its place in the string (half-open, code points)."""

    bare: str
    start: int
    end: int


def bare(text: str) -> str:
    """Take case and accents from a text; its length may change."""
    return _BARE.put(text.lower())


def words(text: str) -> list[Word]:
    """Cut a text into words of letters and words of digits."""
    low = bare(text)
    if len(low) != len(text):  # ligatures: «œuvre»
        return [Word(bare(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    places = [match.span() for match in _WORD.finditer(text)]
    make = tuple.__new__  # a third of the time of `Word(…)`, and long articles have thousands
    return [make(Word, (low[start:end], start, end)) for start, end in places]


def key(text: str) -> str:
    """Make the words of a text comparable: «L’Élysée : OUI !» is `l elysee oui`."""
    return bare(" ".join(_WORD.findall(text)))
