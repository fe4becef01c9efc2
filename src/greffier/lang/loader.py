"""Tables of a language pack: tab-separated rows under a header line, read strictly.

In: a `.tsv` file and the record of a row. Out: rows. Not: what the rows mean.

`#` at the beginning of a line is a comment; `|` separates the values of a list; an empty cell takes the field's default.
A malformed row raises `TableError` with `file:line`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_origin, get_type_hints

import msgspec

from greffier.errors import TableError
from greffier.records import Record

__all__ = ["read_lines", "read_table"]

Row = TypeVar("Row", bound=Record)


def read_lines(file: Traversable) -> Iterator[tuple[int, str]]:
    """Yield the lines of a table with their numbers from 1, comments and empty lines left out."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def read_table(file: Traversable, row: type[Row]) -> tuple[Row, ...]:
    """Read the rows of a table, in file order.

    Raises:
        TableError: An unknown column, a wrong number of cells, a missing or malformed value; the message begins with `file:line`.
    """
    lines = read_lines(file)
    number, header = next(lines, (1, ""))
    columns = header.split("\t")
    hints = get_type_hints(row)
    for column in columns:
        if column not in hints:
            raise TableError(f"{file}:{number}: unknown column {column!r}; known are {', '.join(hints)}")
    many = {name for name, hint in hints.items() if get_origin(hint) in (tuple, frozenset)}
    rows = []
    for number, line in lines:  # the header's number is done with
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise TableError(f"{file}:{number}: {len(cells)} cells under {len(columns)} columns")
        values: dict[str, Any] = {
            name: [part.strip() for part in cell.split("|")] if name in many else cell.strip()
            for name, cell in zip(columns, cells, strict=False)
            if cell.strip()
        }
        try:
            rows.append(msgspec.convert(values, row, strict=False))
        except msgspec.ValidationError as error:
            raise TableError(f"{file}:{number}: {error}") from error
    return tuple(rows)
