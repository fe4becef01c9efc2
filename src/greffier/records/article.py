"""The record of one article: the contract between extraction, exports and every evaluation.

In: the other records. Out: `Article`, `GeneratedBy`, `SCHEMA`. Not: reading and writing, that is `wire`.
"""

from __future__ import annotations

import hashlib
from typing import Literal

from greffier.records.base import Record
from greffier.records.document import Segment
from greffier.records.event import Event
from greffier.records.link import Link
from greffier.records.mention import Entity, Mention
from greffier.records.metadata import Metadata
from greffier.records.origin import Origin
from greffier.records.problem import Problem
from greffier.records.statement import Statement
from greffier.records.time import TimeExpression

__all__ = ["SCHEMA", "Article", "GeneratedBy", "article_id"]

SCHEMA: Literal["greffier.article/1"] = "greffier.article/1"


class GeneratedBy(Record, frozen=True, kw_only=True):
    """Which versions made the record; the same input and the same versions give the same bytes."""

    greffier: str
    language_pack: str | None
    parser: str | None


class Article(Record, frozen=True, kw_only=True):
    """One article, keys in the order of RECORD.md; all positions are code points of `text`."""

    schema: Literal["greffier.article/1"] = SCHEMA
    id: str
    origin: Origin
    text: str
    text_sha256: str
    metadata: Metadata
    segments: tuple[Segment, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    generated_by: GeneratedBy

    def _repr_html_(self) -> str:
        """Show the article in a notebook."""
        from greffier.records.html import article_html  # noqa: PLC0415  # the view needs the record, not the other way round

        return article_html(self)


def article_id(uri: str, text_sha256: str) -> str:
    """Make the id of an article: the first 16 hexadecimal digits of the SHA-256 of `uri`, a line feed and `text_sha256`."""
    return hashlib.sha256(f"{uri}\n{text_sha256}".encode()).hexdigest()[:16]
