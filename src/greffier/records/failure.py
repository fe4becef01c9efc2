"""Failures: inputs that yield no article, as values beside the articles that came out.

In: nothing. Out: `Failure`. Not: what went wrong inside an article that did come out; that is a `Problem` of its record.
"""

from __future__ import annotations

from greffier.records.base import Record
from greffier.records.problem import ProblemCode

__all__ = ["Failure"]


class Failure(Record, frozen=True, kw_only=True):
    """A file, line, archive member or article that was lost, and why.

    `number` counts what the readers handed over in this run, articles and failures alike, from 1; 0 where nobody counts.
    `place` says where inside the file: `line 3`, `bytes 1024-4096`.
    """

    uri: str
    code: ProblemCode
    place: str | None = None
    detail: str | None = None
    number: int = 0
