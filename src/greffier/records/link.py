"""Links between statements of an article.

In: nothing. Out: `Link`, `LinkKind`. Not: how they are found, that is `article/links`.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record
from greffier.records.span import Span

__all__ = ["Link", "LinkKind"]


class LinkKind(StrEnum):
    """What one statement does to another.

    `contradicts_own` leads from what a source said later to what it said before, `reports` from a medium's statement to what it tells of.
    """

    DENIES = "denies"
    CORRECTS = "corrects"
    CONFIRMS = "confirms"
    REPEATS = "repeats"
    QUALIFIES = "qualifies"
    CONTRADICTS_OWN = "contradicts_own"
    REPORTS = "reports"


class Link(Record, frozen=True, kw_only=True, rename={"source": "from", "target": "to"}):
    """A directed link: statement `source` (key `from`) does it to statement `target` (key `to`); `scope` are the words concerned."""

    kind: LinkKind
    source: str
    target: str
    scope: Span | None = None
    rule: str
    score: float
