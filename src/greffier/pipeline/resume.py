"""What an interrupted run has left behind, so that the next one goes on where it stopped.

In: the output file and the failures file of the earlier run. Out: `Earlier`, which tells what is done.
Not: the reading and writing of the new run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from greffier.article.readers import Reading
from greffier.errors import UsageError
from greffier.records import Failure, GeneratedBy, Origin

__all__ = ["Earlier", "cut_last_line"]

# A last line without its line feed is looked for in steps of this many bytes from the end.
_STEP = 1 << 20


class _Head(msgspec.Struct):
    """The part of a record that identifies it; other keys are passed over."""

    origin: Origin
    generated_by: GeneratedBy


# How lines of the two files begin: anything else is a file of somebody else's, and not touched.
_RECORD = b'{"schema":"greffier.article/'
_FAILURE = b'{"uri":"'
_RECORDS = msgspec.json.Decoder(_Head)
_FAILURES = msgspec.json.Decoder(Failure)


class Earlier:
    """Tells of each reading, asked in order, whether the earlier run has dealt with it.

    Failures are known by their number. Every other reading is the next record of the output, as its address confirms, until
    these are used up.
    """

    def __init__(self, output: Path, errors: Path) -> None:
        """Look at what is there, and cut lines that were being written.

        Raises:
            UsageError: One of the files is not what `greffier read` writes.
        """
        self.output = output
        for path, beginning in ((output, _RECORD), (errors, _FAILURE)):
            _refuse_others(path, beginning)
            cut_last_line(path)
        try:
            self._failed = frozenset(_FAILURES.decode(line).number for line in _lines(errors))
        except msgspec.DecodeError as error:
            raise UsageError(f"{errors} cannot be continued: a line is no failure ({error})") from error
        self.failures = len(self._failed)
        self.articles = 0
        self._made: GeneratedBy | None = None
        self._records = self._heads()
        self._next = next(self._records, None)

    def has(self, number: int, reading: Reading) -> bool:
        """Tell whether this reading is done.

        Raises:
            UsageError: The output is not from this input.
        """
        if number in self._failed:
            return True
        if self._next is None or isinstance(reading, Failure):
            return False
        if self._next.origin.uri != reading.origin.uri:
            found = f"record {self.articles + 1} is of {self._next.origin.uri}, the input has {reading.origin.uri} there"
            raise UsageError(f"{self.output} cannot be resumed: {found}; are the paths, the options and the file of failures the same?")
        self.articles += 1
        # A record in another language than ours names no parser.
        self._made = self._made if self._made and self._made.parser else self._next.generated_by
        self._next = next(self._records, None)
        return True

    def check_used_up(self) -> None:
        """Raise if the output holds records that the input did not account for.

        Raises:
            UsageError: It does.
        """
        if self._next is not None:
            raise UsageError(f"{self.output} cannot be resumed: it holds {self._next.origin.uri}, which the input has not")

    def check_made_alike(self, line: bytes) -> None:
        """Raise if a new record was made by other versions than the earlier ones: the file would not be that of an undisturbed run.

        Raises:
            UsageError: It was.
        """
        new, old = _RECORDS.decode(line).generated_by, self._made
        if old is None:
            return
        pairs = ((old.greffier, new.greffier), (old.language_pack, new.language_pack), (old.parser, new.parser))
        for before, now in pairs:
            if before and now and before != now:
                raise UsageError(f"{self.output} cannot be resumed: it was made with {before}, and this is {now}")

    def _heads(self) -> Iterator[_Head]:
        for number, line in enumerate(_lines(self.output), 1):
            try:
                yield _RECORDS.decode(line)
            except msgspec.DecodeError as error:
                raise UsageError(f"{self.output} cannot be resumed: line {number} is no record ({error})") from error


def _refuse_others(path: Path, beginning: bytes) -> None:
    if path.exists():
        with path.open("rb") as file:
            head = file.read(len(beginning))
        if not beginning.startswith(head) and head != beginning:
            raise UsageError(f"{path} is not a file that `greffier read` has written; it is left as it is")


def cut_last_line(path: Path) -> None:
    """Drop what stands behind the last line feed: a line that was being written when the run was killed."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        end = file.seek(0, 2)
        keep = 0
        at = end
        while at > 0:
            size = min(_STEP, at)
            at -= size
            file.seek(at)
            found = file.read(size).rfind(b"\n")
            if found >= 0:
                keep = at + found + 1
                break
        if keep < end:
            file.truncate(keep)


def _lines(path: Path) -> Iterator[bytes]:
    if path.exists():
        with path.open("rb") as file:
            yield from file
