"""Short forms that the article itself explains: «Observatoire des libertés publiques (OLP)».

In: `View`. Out: `Explained`, `find_explained`. Not: short forms of the lexicon, those are `lexical`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from greffier.article.mentions.passages import Stretch, View

__all__ = ["Explained", "find_explained"]

_SKIPPED = frozenset(
    ("de", "des", "du", "d", "la", "le", "les", "l", "et", "pour", "a", "au", "aux", "en", "sur", "contre", "par", "the", "of", "and")
)


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A short form in parentheses at word `short`, and the words `first` to `last` whose initials it has."""

    short: int
    first: int
    last: int


def find_explained(view: View, stretch: Stretch) -> Iterator[Explained]:
    """Give the short forms in parentheses whose letters are the initials of the words before."""
    if "(" not in view.between(stretch.first, stretch.stop - 1):
        return
    for word in range(stretch.first + 1, stretch.stop):
        if not (view.print_gap(word - 1).endswith("(") and view.print_gap(word).startswith(")")):
            continue
        letters = view.quote(word, word)
        if not (2 <= len(letters) <= 8 and letters[0].isupper() and sum(c.isupper() for c in letters) >= 2):
            continue
        first = _initials(view, stretch, word - 1, view.flat(word))
        if first is not None and first < word - 1:
            yield Explained(short=word, first=first, last=word - 1)


def _initials(view: View, stretch: Stretch, last: int, letters: str) -> int | None:
    """The first of the words that end with `last` and have these initials; small words may be left out of them, the first is a capital."""
    left = list(letters)
    word = last
    while word >= stretch.first:
        flat = view.flat(word)
        if left and flat[0] == left[-1]:
            left.pop()
            if not left:
                return word if view.capital(word) else None
        elif flat not in _SKIPPED:
            return None
        word -= 1
        if word >= stretch.first and view.print_gap(word).strip(" -'"):
            return None
    return None
