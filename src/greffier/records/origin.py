"""Where the bytes of an article came from, and what was told about it from outside.

In: nothing. Out: `Origin`, `Given`, `RawDocument`. Not: anything read from the article itself.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from greffier.records.base import Record
from greffier.records.problem import Problem

__all__ = ["Given", "Origin", "RawDocument"]


class Origin(Record, frozen=True, kw_only=True):
    """Address, format and day of retrieval.

    `fields` keeps unknown keys of JSON Lines and CSV input as strings; it is left out where there are none.
    """

    uri: str
    format: str
    retrieved: str | None = None
    fields: dict[str, str] | UnsetType = UNSET


class Given(Record, frozen=True, kw_only=True):
    """Metadata that the caller or the container told (JSON Lines keys, CSV columns, feed entries); null where nothing was told.

    `published` is a day or instant in ISO 8601 or EDTF, as told.
    """

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    bylines: tuple[str, ...] = ()
    language: str | None = None


class RawDocument(Record, frozen=True, kw_only=True):
    """What a reader hands over: decoded but otherwise untouched content, with its origin.

    `markup` tells whether `content` is HTML (to be extracted) or plain text (to be taken as it is).
    """

    origin: Origin
    content: str
    markup: bool = False
    given: Given = Given()
    problems: tuple[Problem, ...] = ()
