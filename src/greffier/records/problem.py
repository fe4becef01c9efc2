"""Problems: what an article did wrong, as data beside its record.

In: nothing. Out: `Problem`, `ProblemCode`. Not: exceptions, those are for what the caller did wrong.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record

__all__ = ["Problem", "ProblemCode"]


class ProblemCode(StrEnum):
    """What went wrong; one line each in `docs/problems.md`."""

    ARCHIVE_DAMAGED = "archive_damaged"
    BINARY = "binary"
    BODY_NOT_FOUND = "body_not_found"
    BODY_RESCUED = "body_rescued"
    CONTROL_CHARACTERS = "control_characters"
    DATE_UNREADABLE = "date_unreadable"
    ENCODING_DOUBTFUL = "encoding_doubtful"
    ENCODING_REPAIRED = "encoding_repaired"
    FOREIGN_LANGUAGE = "foreign_language"
    INPUT_UNREADABLE = "input_unreadable"
    LANGUAGE_UNKNOWN = "language_unknown"
    LAYER_FAILED = "layer_failed"
    MARKUP_DAMAGED = "markup_damaged"
    NO_PROSE = "no_prose"
    TEXT_TOO_LONG = "text_too_long"
    TIME_LIMIT = "time_limit"
    UNBALANCED_QUOTES = "unbalanced_quotes"
    WORKER_CRASHED = "worker_crashed"


class Problem(Record, frozen=True, kw_only=True):
    """One thing that went wrong in an article, with the place where it has one (code points, both null where it has none)."""

    code: ProblemCode
    start: int | None = None
    end: int | None = None
    detail: str | None = None
