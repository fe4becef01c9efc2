"""What an article says about itself: title, language, publisher, bylines, agencies, day of publication.

In: nothing. Out: `Title`, `Published`, `Metadata`. Not: how it is found, that is `article/metadata`.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import UNSET, UnsetType

from greffier.records.base import Record
from greffier.records.span import Span

__all__ = ["DateBasis", "Metadata", "Published", "Title"]


class Title(Record, frozen=True, kw_only=True):
    """The title at its place in the text (`start, end, quote`), or, where the text does not print it, as `given`."""

    start: int | UnsetType = UNSET
    end: int | UnsetType = UNSET
    quote: str | UnsetType = UNSET
    given: str | UnsetType = UNSET

    @property
    def words(self) -> str:
        """The title itself, wherever it came from."""
        return self.quote or self.given or ""


class DateBasis(StrEnum):
    """How the day of publication is known."""

    GIVEN = "given"
    HTML = "html"
    TEXT = "text"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Published(Record, frozen=True, kw_only=True):
    """The day of publication as EDTF and as inclusive ISO days; all null where unknown."""

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    evidence: tuple[Span, ...] = ()


class Metadata(Record, frozen=True, kw_only=True):
    """The `metadata` object of RECORD.md; `language` is a BCP 47 tag."""

    title: Title | None = None
    language: str | None = None
    publisher: str | None = None
    url: str | None = None
    bylines: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: Published = Published()
