"""Gold records: the shape of the record with fewer keys, and tiers.

In: JSON Lines. Out: `GoldArticle`s. Not: strictness; a missing layer means "not annotated", other keys are ignored.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from greffier.errors import RecordError

__all__ = ["GoldArticle", "GoldSegment", "GoldStatement", "GoldTime", "Place", "digest", "read_gold"]


class Place(msgspec.Struct, frozen=True):
    """A stretch of a text, half-open in code points."""

    start: int | None = None
    end: int | None = None

    def cells(self, text: str) -> frozenset[int]:
        """The positions of its characters, white space aside."""
        if self.start is None or self.end is None:
            return frozenset()
        return frozenset(i for i in range(max(0, self.start), min(self.end, len(text))) if not text[i].isspace())


class GoldSource(Place, frozen=True):
    """Who is quoted."""

    name: str | None = None


class GoldStatement(msgspec.Struct, frozen=True):
    """An annotated statement; the `accept_…` lists are other answers that count as right."""

    content: tuple[Place, ...]
    source: GoldSource | None = None
    mode: str | None = None
    act: str | None = None
    attestation: str | None = None
    negated: bool = False
    tier: str = "required"
    accept_act: tuple[str, ...] = ()
    accept_name: tuple[str, ...] = ()
    accept_attestation: tuple[str, ...] = ()


class GoldTime(Place, frozen=True):
    """An annotated expression of time."""

    value: str | None = None
    tier: str = "required"
    accept_also: tuple[str, ...] = ()


class GoldSegment(Place, frozen=True):
    """A labelled stretch."""

    kind: str = "paragraph"


class GoldArticle(msgspec.Struct, frozen=True):
    """A gold article; a layer that is null was not annotated."""

    text: str
    id: str | None = None
    statements: tuple[GoldStatement, ...] | None = None
    times: tuple[GoldTime, ...] | None = None
    segments: tuple[GoldSegment, ...] | None = None


_DECODER = msgspec.json.Decoder(GoldArticle)


def read_gold(lines: Iterable[bytes]) -> Iterator[GoldArticle]:
    """Read gold or predicted records for comparison.

    Raises:
        RecordError: A line that is not such a record; the message names line and field.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _DECODER.decode(line)
            except msgspec.DecodeError as error:
                raise RecordError(f"line {number}: {error}") from error


def digest(article: GoldArticle) -> str:
    """The SHA-256 of the article's text in NFC, by which gold and prediction are paired."""
    return hashlib.sha256(unicodedata.normalize("NFC", article.text).encode("utf-8", "surrogatepass")).hexdigest()
