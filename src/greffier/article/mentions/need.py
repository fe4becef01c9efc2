"""Which sentences a recogniser is worth asking about.

In: `Document`, `Sentence`, `NameTables`. Out: `needs_names`. Not: names; this looks at words from left to right and is meant to be cheap.
"""

from __future__ import annotations

from bisect import bisect_left

from greffier.article.mentions.towns import AT_HOME, LARGE
from greffier.lang import Pack
from greffier.lang.lexicon import Sense
from greffier.lang.names import NameTables
from greffier.records import Document, Sentence
from greffier.text.phrases import Words, words_of

__all__ = ["needs_names"]

# «M.», «Mme»: titles before a name
_TITLES = frozenset(("m", "mm", "mme", "mmes", "mlle", "dr", "me", "mgr"))
_NAMING = frozenset((Sense.NAME, Sense.SEAT, Sense.DEMONYM, Sense.ROLE))


def needs_names(document: Document, sentence: Sentence, pack: Pack) -> bool:
    """Tell whether a sentence has a capital that neither the lexicon, a first name nor a title before it explains."""
    tables = pack.names
    words = words_of(document.text)
    text, starts, ends = words.text, words.starts, words.ends
    word, stop = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    first, called = word, False
    while word < stop:
        if not text[starts[word]].isupper():
            # «M. de Villepin», «Walid el-Mouallem»: small words do not end what a title or a first name opened.
            called = called and ends[word] - starts[word] <= 3
            word += 1
            continue
        last = _named(tables, words, word, stop)
        if last is not None:
            word, called = last + 1, False
            continue
        printed, flat = text[starts[word] : ends[word]], words.flats[word]
        if printed in tables.first_names or flat in _TITLES:
            called = True
        elif not called and not _plain(tables, flat, opens=word == first) and not _town(tables, printed):
            return True
        word += 1
    return False


def _named(tables: NameTables, words: Words, word: int, stop: int) -> int | None:
    """The last word of the longest form of the lexicon that begins with a word."""
    for last, entries in tables.lexicon.phrases.at(words, word, stop):
        printed = words.text[words.starts[word] : words.ends[last]]
        if any(entry.sense in _NAMING and entry.fits(printed) for entry in entries):
            return last
    return None


def _town(tables: NameTables, printed: str) -> bool:
    """Tell whether a word is a town that needs no more witness than a preposition."""
    rows = tables.cities.get(printed)
    return bool(rows) and (rows[0].country in AT_HOME or rows[0].population >= LARGE)


def _plain(tables: NameTables, flat: str, *, opens: bool) -> bool:
    """Tell whether a capital only opens the sentence, or never is a name («lundi», «XXe»)."""
    return flat in tables.words.get("never_name", ()) or (opens and flat in tables.words.get("function", ()))
