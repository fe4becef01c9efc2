"""How well a parser does on trees that people made, and how fast.

In: a parser, treebanks in CoNLL-U. Out: scores. Not: training; whoever trains keeps the files of the bench apart.

Words are compared by their places in the text, so that parsers may cut words differently: a word that a parser cuts is stood for by
the piece that hangs outside it. Punctuation does not count. Sentences are those of the treebank.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from greffier.article.syntax.conllu import read_conllu
from greffier.article.syntax.protocol import Parser
from greffier.article.syntax.sentences import split_text
from greffier.lang.syntax import SyntaxTables
from greffier.records import Token

__all__ = ["Attachment", "Boundaries", "Subjects", "attachment_scores", "boundary_scores", "subject_scores", "words_per_second"]

# Sentences of a document that is split anew: what a short article has.
_DOCUMENT = 10


class Attachment(msgspec.Struct, frozen=True):
    """Shares of words with the right part of speech, the right head, and the right head and relation without its subtype."""

    words: int
    upos: float
    uas: float
    coarse_las: float


class Subjects(msgspec.Struct, frozen=True):
    """Subjects of reporting verbs: how many there are after and before their verb, and how many of each were found."""

    inverted: int
    inverted_found: int
    preverbal: int
    preverbal_found: int


class Boundaries(msgspec.Struct, frozen=True):
    """Ends of sentences, found and right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Give the share of right ends among those found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Give the share of the treebank's ends that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of the two."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 0.0


def attachment_scores(parser: Parser, paths: Iterable[Path]) -> Attachment:
    """Compare a parser's trees with those of treebanks."""
    words = upos = uas = las = 0
    for gold, found in _parsed(parser, paths):
        stands = _stand_ins(gold, found)
        for token in gold:
            if token.upos == "PUNCT":
                continue
            words += 1
            other = stands[token.index]
            if other is None:
                continue
            upos += other.upos == token.upos
            head = stands[token.head]
            if head is not None and other.head == head.index:
                uas += 1
                las += _coarse(other) == _coarse(token)
    total = max(1, words)
    return Attachment(words=words, upos=upos / total, uas=uas / total, coarse_las=las / total)


def subject_scores(parser: Parser, paths: Iterable[Path], tables: SyntaxTables) -> Subjects:
    """Count how many subjects of reporting verbs a parser finds, after the verb and before it."""
    counts = {True: [0, 0], False: [0, 0]}
    for gold, found in _parsed(parser, paths):
        stands = _stand_ins(gold, found)
        for token in gold:
            verb = gold[token.head]
            if _coarse(token) != "nsubj" or verb.upos != "VERB" or verb.lemma not in tables.reporting_verbs:
                continue
            count = counts[token.index > verb.index]
            subject, head = stands[token.index], stands[verb.index]
            count[0] += 1
            count[1] += bool(subject and head and subject.head == head.index and _coarse(subject) == "nsubj")
    return Subjects(inverted=counts[True][0], inverted_found=counts[True][1], preverbal=counts[False][0], preverbal_found=counts[False][1])


def boundary_scores(path: Path, tables: SyntaxTables) -> Boundaries:
    """Compare our ends of sentences with a treebank's, on its sentences joined by blanks, ten a document."""
    texts = [text for text, _ in read_conllu(path)]
    gold = found = right = 0
    for first in range(0, len(texts), _DOCUMENT):
        ends: set[int] = set()
        place = -1
        for text in texts[first : first + _DOCUMENT]:
            place += len(text) + 1
            ends.add(place)
        ours = {end for _, end in split_text(" ".join(texts[first : first + _DOCUMENT]), tables)}
        gold, found, right = gold + len(ends), found + len(ours), right + len(ends & ours)
    return Boundaries(gold=gold, found=found, right=right)


def words_per_second(analyse: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """Measure words per second of processor time; words are what blanks part."""
    start = time.process_time()
    analyse(texts)
    return sum(len(text.split()) for text in texts) / max(1e-9, time.process_time() - start)


def _parsed(parser: Parser, paths: Iterable[Path]) -> list[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    gold = [pair for path in paths for pair in read_conllu(path)]
    return list(zip([tokens for _, tokens in gold], parser.parse([text for text, _ in gold]), strict=True))


def _coarse(token: Token) -> str:
    return token.deprel.partition(":")[0]


def _stand_ins(gold: Sequence[Token], found: Sequence[Token]) -> list[Token | None]:
    """Give, for each word of the treebank, the parser's word that stands for it."""
    out: list[Token | None] = []
    for token in gold:
        inside = [t for t in found if token.start <= t.start and t.end <= token.end]
        places = {t.index for t in inside}
        outer = [t for t in inside if t.head not in places or t.head == t.index]
        whole = [t for t in found if t.start <= token.start and token.end <= t.end]
        out.append((outer or whole or [None])[0])  # type: ignore[list-item]
    return out
