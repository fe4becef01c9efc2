"""The article as this room reads it: words at their places, in stretches that no name may cross.

In: `Document`, `Sentence`s, `NameTables`. Out: `Found`, `Stretch`, `View`. Not: any rule.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from greffier.lang.lexicon import Entry, Sense
from greffier.lang.names import NameTables
from greffier.records import PROSE, SILENT, Document, EntityKind, MentionKind, SegmentKind, Sentence, Token, Trace
from greffier.text.phrases import words_of
from greffier.text.typography import unwrap

__all__ = ["Found", "Stretch", "View"]

Hits = dict[int, list[tuple[int, tuple[Entry, ...]]]]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that some rule takes for a name or a role: words `first` to `last`, both included.

    `inner` is the first word without a title inside the name («M. | Lavrov»). `entries` are what the lexicon says of it, `country` the
    state by which it was composed («ministère | russe | …»).
    """

    first: int
    last: int
    inner: int
    kind: EntityKind
    rule: str
    how: MentionKind = MentionKind.NAME
    entries: tuple[Entry, ...] = ()
    country: str | None = None
    gender: str | None = None
    sector: str | None = None

    @property
    def entry(self) -> Entry | None:
        """The first meaning that the lexicon gives."""
        return self.entries[0] if self.entries else None

    def overlaps(self, other: Found) -> bool:
        """Tell whether the two share a word."""
        return self.first <= other.last and other.first <= self.last


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words `first` up to `stop` of one sentence on one line, and what segment they stand in."""

    first: int
    stop: int
    sentence: Sentence
    number: int
    segment: SegmentKind


class View:
    """The words of an article with everything that rules ask of a place; word numbers, not code points, unless a name says so."""

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], tables: NameTables, trace: Trace = SILENT) -> None:
        self.document = document
        self.text = document.text
        self.tables = tables
        self.trace = trace
        # A paragraph in short lines is read as one: a name goes on over the end of its line.
        paragraphs = ((segment.start, segment.end) for segment in document.segments if segment.kind in PROSE)
        self.unwrapped = unwrap(document.text, paragraphs)
        self.words = words_of(self.unwrapped)
        folded, starts = self.words.folded, self.words.starts
        # What rules ask of most words is kept by word number: the word without accents and capitals, whether it begins with a capital,
        # what is printed behind it (the last word has no gap).
        self.flats = self.words.flats
        self.capitals = [self.text[start].isupper() for start in starts]
        self._gaps = [folded[end:start] for end, start in zip(self.words.ends, starts[1:], strict=False)]
        self.stretches = tuple(self._stretches(sentences))
        # Words that the article also writes with a small letter: a capital that only opens a sentence is then no name.
        self.lower = {flat for flat, start in zip(self.flats, starts, strict=True) if self.text[start].islower()}
        inner = zip(self.flats[1:], self.capitals[1:], self._gaps, strict=True)
        self.inner_capitals = {flat for flat, capital, gap in inner if capital and gap in (" ", "'", "-")}
        # «a Berlin» is «à Berlin» in a text that has lost its accents; 300 characters of French have a dozen.
        self.bare = len(document.text) > 300 and document.text.isascii()
        self.hits: Hits = {}
        self.title_ends: set[int] = set()  # the last words of titles («M.», «le général»)
        for stretch in self.stretches:
            self._look_up(stretch)
        # States that the article tells in any way: by name, by demonym, by seat.
        self.states = {
            e.country for hits in self.hits.values() for _, entries in hits for e in entries if e.kind is EntityKind.COUNTRY and e.country
        }
        self._sentences = sentences
        self._tokens = {token.start: token for sentence in sentences for token in sentence.tokens}

    def _stretches(self, sentences: tuple[Sentence, ...]) -> Iterator[Stretch]:
        starts = self.words.starts
        bounds = [segment.start for segment in self.document.segments]
        for number, sentence in enumerate(sentences):
            row = bisect_right(bounds, sentence.start) - 1
            segment = self.document.segments[row].kind if row >= 0 else SegmentKind.PARAGRAPH
            if segment is SegmentKind.NAVIGATION:
                continue
            at = sentence.start
            for line in self.unwrapped[sentence.start : sentence.end].split("\n"):
                first, stop = bisect_right(starts, at - 1), bisect_right(starts, at + len(line) - 1)
                if first < stop:
                    yield Stretch(first=first, stop=stop, sentence=sentence, number=number, segment=segment)
                at += len(line) + 1

    def _look_up(self, stretch: Stretch) -> None:
        phrases, words = self.tables.lexicon.phrases, self.words
        for i, hits in phrases.within(words, stretch.first, stretch.stop):
            kept = [(last, fitting) for last, entries in hits if (fitting := self._fitting(i, last, entries))]
            if kept:
                self.hits[i] = kept
                self.title_ends.update(last for last, entries in kept if any(entry.sense is Sense.TITLE for entry in entries))

    def _fitting(self, first: int, last: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        words = self.quote(first, last)
        return tuple(entry for entry in entries if entry.fits(words))

    def around(self, first: int, hole: tuple[int, int], stop: int) -> list[tuple[int, tuple[Entry, ...]]]:
        """What the lexicon says of the words from `first` on, words `hole` left out."""
        out = []
        for last, entries in self.tables.lexicon.phrases.around(self.words, first, hole, stop):
            kept = tuple(entry for entry in entries if entry.fits(self.quote(first, hole[0] - 1) + self.between(hole[1], last)))
            if kept:
                out.append((last, kept))
        return out

    def between(self, before: int, last: int) -> str:
        """The text after word `before` to the end of word `last`."""
        return self.unwrapped[self.words.ends[before] : self.words.ends[last]]

    def quote(self, first: int, last: int) -> str:
        """The text of words `first` to `last`."""
        return self.unwrapped[self.words.starts[first] : self.words.ends[last]]

    def flat(self, word: int) -> str:
        """A word without accents and capitals."""
        return self.flats[word]

    def print_gap(self, word: int) -> str:
        """What is printed between a word and the next, apostrophes and spaces folded."""
        return self._gaps[word] if -1 < word < len(self._gaps) else "\n"

    def capital(self, word: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.capitals[word]

    def token(self, word: int) -> Token | None:
        """The token that begins where the word does."""
        return self._tokens.get(self.words.starts[word])

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence of a token of this article."""
        return next(s for s in reversed(self._sentences) if s.tokens and s.tokens[0].start <= token.start <= s.tokens[-1].start)

    def has(self, first: int, sense: Sense, last: int | None = None) -> bool:
        """Tell whether the lexicon has a form of that sense from a word on (to `last`, where given)."""
        return any((last is None or end == last) and any(e.sense is sense for e in entries) for end, entries in self.hits.get(first, ()))

    def code(self, key: str | None) -> str | None:
        """The alpha-2 code of a state by its key («ecosse»: GB)."""
        entry = self.tables.lexicon.by_identity.get(f"country:{key}") if key else None
        return entry.country if entry else None

    def listed(self, word: int, name: str) -> bool:
        """Tell whether a word is in a list of `words.tsv`."""
        return self.flats[word] in self.tables.words.get(name, ())
