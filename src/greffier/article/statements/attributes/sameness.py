"""Statements told twice: the same words earlier in the article.

In: contents in text order. Out: which earlier one each repeats. Not: the same meaning in other words; that is a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.article.statements.attributes.announcement import Place
from greffier.text.typography import fold

__all__ = ["same_as"]

_WORD = re.compile(r"\w+")
# «oui», «c'est faux»: too few words to be told twice on purpose.
_LEAST = 4
# A teaser breaks off («…vers la Syrie avec...»): so many words of it must be the beginning of the other.
_LEAST_OF_TEASER = 8


def same_as(text: str, contents: Sequence[tuple[Place, ...]]) -> tuple[int | None, ...]:
    """Give for each content the index of the first earlier one with the same words, whatever their marks, spaces and capitals."""
    folded = fold(text)
    words = [tuple(word for start, end in pieces for word in _WORD.findall(folded[start:end].lower())) for pieces in contents]
    first: dict[tuple[str, ...], int] = {}
    result: list[int | None] = []
    for index, (mine, pieces) in enumerate(zip(words, contents, strict=True)):
        found = first.get(mine) if len(mine) >= _LEAST else None
        if found is None and len(mine) >= _LEAST_OF_TEASER and folded[: pieces[-1][1]].endswith(("...", "…")):
            found = next((earlier for earlier in range(index) if words[earlier][: len(mine)] == mine), None)
        if found is not None and _overlap(contents[found], pieces):
            found = None
        first.setdefault(mine, index)
        result.append(found)
    return tuple(result)


def _overlap(left: Sequence[Place], right: Sequence[Place]) -> bool:
    return any(start < other_end and other_start < end for start, end in left for other_start, other_end in right)
