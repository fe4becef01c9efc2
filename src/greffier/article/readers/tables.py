"""CSV and TSV, one article a row, the text in a column that is found by its name.

In: a `Stream`. Out: a `RawDocument` or a `Failure` for each row. Not: tables without a header.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

import msgspec

from greffier.article.readers.encodings import decode
from greffier.article.readers.keys import TEXT_KEYS, document_from
from greffier.article.readers.limits import MAX_LINE
from greffier.article.readers.streams import Stream
from greffier.records import Failure, Problem, ProblemCode, RawDocument

__all__ = ["DELIMITERS", "read_table"]

DELIMITERS = (",", ";", "\t", "|")

# Bytes that may be read again in one file after rows whose quotation marks do not close. Each such row swallows what follows it, up to
# MAX_LINE; without a bound a file of a thousand of them would be read a thousand times.
_MAX_REREAD = 4 * MAX_LINE


def read_table(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read one article a row; a row that cannot be read costs itself alone."""
    csv.field_size_limit(MAX_LINE)
    lines = _Lines(stream)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=lambda sign: _columns(first, sign))
    header = next(csv.reader([first], delimiter=delimiter), [])
    if not {name.strip().lower() for name in header} & TEXT_KEYS:
        named = ", ".join(header)[:200]
        yield Failure(
            uri=uri, place="line 1", code=ProblemCode.INPUT_UNREADABLE, detail=f"no column `text` or `html`; the columns are: {named}"
        )
        return
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield _lost(lines, uri, str(error))
            continue
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header):
            detail = f"{len(row)} cells where the header has {len(header)}"
            yield Failure(uri=uri, place=lines.place, code=ProblemCode.INPUT_UNREADABLE, detail=detail)
            continue
        document = document_from(dict(zip(header, row, strict=False)), uri, lines.place, format="csv")
        if lines.problems and isinstance(document, RawDocument):
            document = msgspec.structs.replace(document, problems=(*lines.problems, *document.problems))
        yield document


class _Lines:
    """Decoded lines of a table; it knows which lines make the present row, and can give all but the first of them again."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._row_length = 0
        self._number = 0
        self._reread = 0
        self._first = 1
        self.problems: list[Problem] = []

    @property
    def place(self) -> str:
        """The lines of the present row."""
        return f"line {self._first}" if len(self._row) < 2 else f"lines {self._first}-{self._first + len(self._row) - 1}"

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._row_length > MAX_LINE:
            raise csv.Error(f"the row has more than {MAX_LINE} characters; is a quotation mark not closed?")
        if self._again:
            text = self._again.popleft()
        else:
            line = self._stream.read_line(MAX_LINE)
            if not line:
                raise StopIteration
            dropped = self._stream.skip_line() if len(line) == MAX_LINE and not line.endswith(b"\n") else 0
            text, problems = decode(line)
            self.problems += problems
            if dropped:
                self._row.append("")
                self._number += 1
                raise csv.Error(f"the line has {len(line) + dropped} bytes, more than {MAX_LINE}")
        self._number += 1
        self._row.append(text)
        self._row_length += len(text)
        return text

    def begin_row(self) -> None:
        """Forget the lines before."""
        self._row, self._row_length, self.problems = [], 0, []
        self._first = self._number + 1

    def give_back(self) -> bool:
        """Have the lines of the present row, all but the first, come again; false where too many have."""
        if len(self._row) < 2:
            return True
        if self._reread > _MAX_REREAD:
            return False
        self._reread += self._row_length
        self._again.extendleft(reversed(self._row[1:]))
        self._number -= len(self._row) - 1
        del self._row[1:]
        return True


def _lost(lines: _Lines, uri: str, reason: str) -> Failure:
    whole = lines.place
    lines.give_back()
    detail = reason if lines.place == whole else f"{reason} (looked for as far as {whole})"
    code = ProblemCode.TEXT_TOO_LONG if "more than" in reason else ProblemCode.INPUT_UNREADABLE
    return Failure(uri=uri, place=lines.place, code=code, detail=detail)


def _columns(first: str, delimiter: str) -> tuple[bool, int]:
    cells = next(csv.reader([first], delimiter=delimiter), [])
    return bool({cell.strip().lower() for cell in cells} & TEXT_KEYS), len(cells)
