"""How much two contents tell of the same: shared words and names, rare ones weighing more.

In: statements, mentions. Out: `Scene`, which compares statements by their index. Not: meaning; contents that share no words are not alike.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from greffier.article.links.propositions import Propositions
from greffier.article.links.stems import stem
from greffier.lang import Pack
from greffier.records import Act, Document, Mention, Mentions, SourceKind, Statement
from greffier.text.typography import fold

__all__ = ["HIDDEN", "OPPOSED", "Scene"]

# Who stays unnamed may be anybody who is named with the same words.
HIDDEN = frozenset({SourceKind.ANONYMOUS, SourceKind.UNKNOWN})
# Acts that turn their words round.
OPPOSED = frozenset({Act.DENY, Act.CORRECT, Act.REFUSE})

# «coïncident», «États-Unis», «EI», «2015»
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# «coïncident» in a lead and in the body: the marks show that the words are the source's own
_IN_MARKS = re.compile(r"[«\"“]\s*([^«»\"“”]{4,}?)\s*[»\"”]")
# Shorter words are mostly function words; names, abbreviations and numbers count all the same.
_LEAST_LENGTH = 4
# Keeps the comparisons of an article with a thousand statements from growing with their square; articles have twenty.
_MOST_HOLDERS = 40


class Scene:
    """The statements of an article as the rules of links see them."""

    def __init__(self, document: Document, statements: Sequence[Statement], mentions: Mentions, pack: Pack) -> None:
        self.document = document
        self.text = fold(document.text)
        self.statements = statements
        self.tables = pack.links
        self.index = {statement.id: number for number, statement in enumerate(statements)}
        self._children: dict[str, list[int]] = {}
        for number, statement in enumerate(statements):
            if statement.within is not None:
                self._children.setdefault(statement.within, []).append(number)
        self._verbs = pack.statements
        self._mentions = sorted((mention for mention in mentions.mentions if mention.entity), key=lambda mention: mention.start)
        self._mention_starts = [mention.start for mention in self._mentions]
        self.propositions = Propositions(self.text, statements, self._mentions, pack)
        self._features = [self._features_of(statement) for statement in statements]
        # Nested and repeated contents would make the words of one statement look common.
        self._spread = Counter(
            feature
            for statement, features in zip(statements, self._features, strict=True)
            if statement.within is None and statement.same_as is None
            for feature in features
        )
        self._holders: dict[str, list[int]] = {}
        for number, features in enumerate(self._features):
            for feature in features:
                self._holders.setdefault(feature, []).append(number)
        self._quoted: dict[int, frozenset[str]] = {}

    def near(self, index: int) -> tuple[int, ...]:
        """Give the other statements that share a word or name with one, in text order; words of very many statements tell nothing."""
        found = {
            other
            for feature in self._features[index]
            if len(self._holders[feature]) <= _MOST_HOLDERS
            for other in self._holders[feature]
            if other != index
        }
        return tuple(sorted(found))

    def alike(self, left: int, right: int) -> float:
        """Give in [0, 1] how much of the poorer content the other shares, each word weighing less the more statements have it."""
        mine, yours = self._features[left], self._features[right]
        shared = mine & yours
        if not shared:
            return 0.0
        poorer = min(self._weight(mine), self._weight(yours))
        return self._weight(shared) / poorer if poorer else 0.0

    def shared(self, left: int, right: int) -> int:
        """Count the words and names that two contents share."""
        return len(self._features[left] & self._features[right])

    def size(self, index: int) -> int:
        """Count the words and names of a content."""
        return len(self._features[index])

    def share_quoted_words(self, left: int, right: int) -> bool:
        """Tell whether the same words stand in quotation marks in both contents."""
        return bool(self._quoted_in(left) & self._quoted_in(right))

    def same_source(self, left: int, right: int) -> bool:
        """Tell whether two statements are said by the same entity, or by sources of the same name."""
        mine, yours = self.statements[left].source, self.statements[right].source
        if mine.entity is not None and yours.entity is not None:
            return mine.entity == yours.entity
        return mine.name is not None and mine.name == yours.name

    def earlier_telling(self, index: int) -> int | None:
        """Give the statement before it that has the same words, of the same source or of one that stays hidden.

        «a nié avoir vendu» and «reconnaît avoir vendu» have the same words and are two statements.
        """
        other = self.index.get(self.statements[index].same_as or "")
        if other is None:
            return None
        mine, yours = self.statements[index], self.statements[other]
        if (mine.act in OPPOSED) is not (yours.act in OPPOSED) or mine.negated is not yours.negated:
            return None
        return other if self.same_source(index, other) or {mine.source.kind, yours.source.kind} & HIDDEN else None

    def first_telling(self, index: int) -> int:
        """Give the earliest statement with the same words of the same source."""
        seen = {index}
        while (earlier := self.earlier_telling(index)) is not None and earlier not in seen:
            index = earlier
            seen.add(index)
        return index

    def children(self, index: int) -> tuple[int, ...]:
        """Give the statements that stand right inside the content of one."""
        return tuple(self._children.get(self.statements[index].id, ()))

    def inside(self, inner: int, outer: int) -> bool:
        """Tell whether a statement stands in the content of another, at whatever depth, or shares characters with it."""
        seen = set()
        number: int | None = inner
        while number is not None and number not in seen:
            if number == outer:
                return True
            seen.add(number)
            number = self.index.get(self.statements[number].within or "")
        mine, yours = self.statements[inner].content, self.statements[outer].content
        return any(piece.overlaps(other) for piece in mine for other in yours)

    def lemmas(self, index: int) -> frozenset[str]:
        """Give the lemmas that the words of a cue may belong to."""
        cue = self.statements[index].cue
        if cue is None:
            return frozenset()
        words = _WORD.findall(fold(cue.quote).lower())
        forms = {part for word in words for part in (word, word.split("-")[0])}
        return frozenset(reading.lemma for form in forms for reading in self._verbs.forms.get(form, ()))

    def _weight(self, features: frozenset[str]) -> float:
        return sum(1.0 / math.sqrt(max(1, self._spread[feature])) for feature in sorted(features))

    def _features_of(self, statement: Statement) -> frozenset[str]:
        found = {f"@{statement.source.entity}"} if statement.source.entity else set()
        for piece in statement.content:
            first, last = bisect_left(self._mention_starts, piece.start), bisect_left(self._mention_starts, piece.end)
            inside = [mention for mention in self._mentions[first:last] if mention.end <= piece.end]
            found |= {f"@{mention.entity}" for mention in inside}
            found |= self._words(piece.start, piece.end, inside)
        return frozenset(found)

    def _words(self, start: int, end: int, mentions: Sequence[Mention]) -> set[str]:
        found = set()
        for match in _WORD.finditer(self.text, start, end):
            word = match.group()
            if any(mention.start <= match.start() < mention.end for mention in mentions):
                continue
            lower = word.lower()
            if (
                (len(word) >= _LEAST_LENGTH and lower not in self.tables.empty_words)
                or (word.isupper() and len(word) > 1)
                or word.isdigit()
            ):
                found.add(stem(lower, self.tables.suffixes))
        return found

    def _quoted_in(self, index: int) -> frozenset[str]:
        if index not in self._quoted:
            found = set()
            for piece in self.statements[index].content:
                around = self.text[max(0, piece.start - 2) : piece.end + 2]
                for match in _IN_MARKS.finditer(around):
                    words = (word.lower() for word in _WORD.findall(match.group(1)))
                    found |= {
                        stem(word, self.tables.suffixes)
                        for word in words
                        if len(word) >= _LEAST_LENGTH and word not in self.tables.empty_words
                    }
            self._quoted[index] = frozenset(found)
        return self._quoted[index]
