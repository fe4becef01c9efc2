"""How much two contents tell of the same: shared words and names, rare ones weighing more.

In: statements, mentions. Out: `Scene`, which compares statements by their index. Not: meaning; contents that share no words are not alike.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from greffier.lang.links import LinkTables
from greffier.lang.statements import StatementTables
from greffier.records import Mention, Mentions, Statement
from greffier.text.typography import fold

__all__ = ["Scene", "stem"]

# «coïncident», «États-Unis», «EI», «2015»
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LEAST_LENGTH = 4


def stem(word: str) -> str:
    """Cut a lower-case word to what its inflected and derived forms share: «russes» and «Russie», «échange» and «échanges»."""
    return word[: max(_LEAST_LENGTH, len(word) - 3)]


class Scene:
    """The statements of an article as the rules of links see them."""

    def __init__(
        self, text: str, statements: Sequence[Statement], mentions: Mentions, links: LinkTables, statement_tables: StatementTables
    ) -> None:
        self.text = fold(text)
        self.statements = statements
        self.tables = links
        self.index = {statement.id: number for number, statement in enumerate(statements)}
        self._verbs = statement_tables
        self._mentions = [mention for mention in mentions.mentions if mention.entity]
        self._features = [self._features_of(statement) for statement in statements]
        # Nested and repeated contents would make the words of one statement look common.
        self._spread = Counter(
            feature
            for statement, features in zip(statements, self._features, strict=True)
            if statement.within is None and statement.same_as is None
            for feature in features
        )
        self._quoted = [self._quoted_in(statement) for statement in statements]

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
        return bool(self._quoted[left] & self._quoted[right])

    def same_source(self, left: int, right: int) -> bool:
        """Tell whether two statements are said by the same entity, or by sources of the same name."""
        mine, yours = self.statements[left].source, self.statements[right].source
        if mine.entity is not None and yours.entity is not None:
            return mine.entity == yours.entity
        return mine.name is not None and mine.name == yours.name

    def first_telling(self, index: int) -> int:
        """Give the earliest statement with the same words."""
        seen = {index}
        while (earlier := self.statements[index].same_as) in self.index and self.index[earlier] not in seen:
            index = self.index[earlier]
            seen.add(index)
        return index

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
            inside = [mention for mention in self._mentions if piece.start <= mention.start and mention.end <= piece.end]
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
                found.add(stem(lower))
        return found

    # «coïncident» in a lead and in the body: the marks show that the words are the source's own
    _IN_MARKS = re.compile(r"[«\"“]\s*([^«»\"“”]{4,}?)\s*[»\"”]")

    def _quoted_in(self, statement: Statement) -> frozenset[str]:
        found = set()
        for piece in statement.content:
            around = self.text[max(0, piece.start - 2) : piece.end + 2]
            for match in self._IN_MARKS.finditer(around):
                found |= {stem(word.lower()) for word in _WORD.findall(match.group(1)) if len(word) >= _LEAST_LENGTH}
        return frozenset(found - {stem(word) for word in self.tables.empty_words})
