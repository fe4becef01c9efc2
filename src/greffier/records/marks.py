"""Which characters of an article are sources, cues and contents: the ground of every view of a text.

In: `Article`. Out: `Mark`s and the `Run`s they cut the text into. Not: colours or markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from greffier.records.article import Article
from greffier.records.base import Record

__all__ = ["Mark", "MarkKind", "Run", "find_marks", "runs"]


class MarkKind(StrEnum):
    """What a marked stretch is in its statement."""

    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"


class Mark(Record, frozen=True, kw_only=True):
    """A stretch of the text, half-open in code points, and the statement it belongs to."""

    start: int
    end: int
    kind: MarkKind
    statement: str


class Run(Record, frozen=True, kw_only=True):
    """Characters under the same marks; `opens` and `closes` are the marks that begin and end at the borders of this run."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()


def find_marks(article: Article) -> tuple[Mark, ...]:
    """List all marks of an article by place, the longer first."""
    out = []
    for statement in article.statements:
        out += [Mark(start=p.start, end=p.end, kind=MarkKind.CONTENT, statement=statement.id) for p in statement.content]
        if statement.cue is not None:
            out.append(Mark(start=statement.cue.start, end=statement.cue.end, kind=MarkKind.CUE, statement=statement.id))
        if statement.source.start is not None and statement.source.end is not None:
            out.append(Mark(start=statement.source.start, end=statement.source.end, kind=MarkKind.SOURCE, statement=statement.id))
    return tuple(sorted(out, key=lambda m: (m.start, -m.end, m.kind)))


def runs(article: Article) -> Iterator[Run]:
    """Cut the text wherever a mark begins or ends; the runs joined give the text back."""
    marks = find_marks(article)
    borders = sorted({0, len(article.text), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in pairwise(borders):
        yield Run(
            text=article.text[start:end],
            marks=tuple(m for m in marks if m.start <= start and end <= m.end),
            opens=tuple(m for m in marks if m.start == start),
            closes=tuple(reversed([m for m in marks if m.end == end])),
        )
