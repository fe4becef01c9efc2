"""Everything greffier raises, as one tree.

In: nothing. Out: exception classes. Not: what an article did wrong; that is a `Problem` in its record.

    GreffierError                 the caller did something that can be put right
    ├── UsageError                arguments that do not go together, an unknown name           exit 2
    ├── InputError                nothing readable at that address                             exit 3
    ├── RecordError               a record that breaks the contract: names line and field      exit 2
    │   └── OffsetError           text[start:end] != quote                                     exit 6
    ├── TableError                a malformed row of a language table or dictionary: file:line exit 2
    ├── ModelError                a parser that is not installed or not usable: how to get it  exit 2
    └── ArticleError              one article could not be analysed (time limit, crash)        exit 4 at the end
"""

from __future__ import annotations

__all__ = ["ArticleError", "GreffierError", "InputError", "ModelError", "OffsetError", "RecordError", "TableError", "UsageError"]


class GreffierError(Exception):
    """Root of all errors that greffier raises on purpose."""

    exit_code = 1


class UsageError(GreffierError):
    """Arguments that do not go together, or a name that nothing answers to."""

    exit_code = 2


class InputError(GreffierError):
    """Nothing readable at that address."""

    exit_code = 3


class RecordError(GreffierError):
    """A record that breaks the contract; the message names the line and the field."""

    exit_code = 2


class OffsetError(RecordError):
    """A span whose words are not the words of the text at its place."""

    exit_code = 6


class TableError(GreffierError):
    """A malformed row of a language table or of a user's dictionary; the message begins with `file:line`."""

    exit_code = 2


class ModelError(GreffierError):
    """A parser that is not installed or not usable; the message says how to get it."""

    exit_code = 2


class ArticleError(GreffierError):
    """One article that could not be analysed: it ran out of time or made a library abort."""

    exit_code = 4
