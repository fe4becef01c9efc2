"""Shingles: the word trigrams of a text, to see whether one text says again what another says.

In: words. Out: sets of shingles, how much of one lies in another. Not: which of the two came first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

__all__ = ["Shingle", "containment", "shingles"]

Shingle = tuple[str, ...]


def shingles(said: Sequence[str], size: int = 3) -> frozenset[Shingle]:
    """Make the runs of `size` words on end; shorter texts have none."""
    return frozenset(zip(*(said[n:] for n in range(size)), strict=False))


def containment(part: Collection[Shingle], whole: frozenset[Shingle]) -> float:
    """Tell how much of `part` lies in `whole`, in [0, 1]; 0 for an empty part."""
    return sum(shingle in whole for shingle in part) / len(part) if part else 0.0
