"""Dependency trees: children, subtrees, clauses; true of any language in Universal Dependencies.

In: `Token`s of one sentence. Out: `Tree`. Not: which word means what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.records import Token

__all__ = ["Tree", "feature", "spelled"]


def feature(token: Token, name: str) -> str | None:
    """Read one morphological feature: `feature(token, "Mood")` is `"Cnd"` for `Mood=Cnd|Number=Sing`."""
    return _features(token.morph).get(name)


@lru_cache(maxsize=4096)  # a tagger knows some hundreds
def _features(morph: str) -> dict[str, str]:
    """The features of a word; the first of two of one name counts."""
    pairs = (pair.partition("=") for pair in reversed(morph.split("|")))
    return {key: value for key, _, value in pairs}


@lru_cache(maxsize=1024)
def _relation(deprel: str) -> tuple[str, str]:
    """A relation, and the one of which it is a subtype («acl:relcl»: acl)."""
    return deprel, deprel.partition(":")[0]


def spelled(token: Token) -> str:
    """The printed form in small letters, with `'` for every apostrophe."""
    return token.form.lower().replace("’", "'")


class Tree:
    """The dependency tree of a sentence; all numbers are indices into its tokens.

    A parser may be wrong: heads that point nowhere or in circles are cut, so that every walk ends.
    """

    __slots__ = ("_children", "_relations", "heads", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.heads = [t.head if 0 <= t.head < len(tokens) else i for i, t in enumerate(tokens)]
        children: list[list[int]] = [[] for _ in tokens]
        for index, head in enumerate(self.heads):
            if head != index:
                children[head].append(index)
        self._children = children
        self._relations = [_relation(t.deprel) for t in tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def children(self, index: int, *relations: str) -> list[int]:
        """The dependents in text order; with `relations` only those, a relation standing for its subtypes too."""
        found = self._children[index]
        if not relations or not found:
            return found
        told = self._relations
        return [i for i in found if told[i][1] in relations or told[i][0] in relations]

    def is_a(self, index: int, *relations: str) -> bool:
        """Tell whether the token depends on its head by one of the relations or a subtype of it."""
        relation, plain = self._relations[index]
        return relation in relations or plain in relations

    def head(self, index: int) -> int | None:
        """The governor, null at the root."""
        head = self.heads[index]
        return None if head == index else head

    def ancestors(self, index: int) -> Iterator[int]:
        """The governors from the nearest up."""
        seen = {index}
        head = self.head(index)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def subtree(self, index: int, *without: str) -> list[int]:
        """The token and all it governs, in text order; branches by the relations `without` are left out."""
        out: list[int] = []
        stack, seen = [index], {index}
        while stack:
            i = stack.pop()
            out.append(i)
            for child in self._children[i]:
                if child not in seen and not (without and self.is_a(child, *without)):
                    seen.add(child)
                    stack.append(child)
        return sorted(out)

    def case(self, index: int) -> str | None:
        """The preposition of a noun («à», «du», «par») as printed in small letters, null where it has none."""
        for child in self.children(index, "case"):
            return spelled(self.tokens[child])
        return None

    def conjuncts(self, index: int) -> list[int]:
        """The token and what is coordinated with it, in text order."""
        out, stack = {index}, [index]
        while stack:
            for child in self.children(stack.pop(), "conj"):
                if child not in out:
                    out.add(child)
                    stack.append(child)
        return sorted(out)
