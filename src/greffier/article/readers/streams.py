"""A stream of bytes that can be looked into, is read with bounds, and remembers that it was damaged.

In: chunks of bytes. Out: `Stream`. Not: decompression; that is `compression`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from greffier.article.readers.limits import CHUNK, MAX_COUNTED

__all__ = ["Readable", "Refused", "Stream", "StreamDamaged", "file_chunks"]


class StreamDamaged(Exception):  # noqa: N818  # never leaves the room
    """Raised by a source of chunks when no more can be read; the message says why."""


class Refused(StreamDamaged):
    """Raised by a source of chunks that would not stop growing."""


class Stream:
    """Bytes from chunks; a damaged or refused source looks like the end, and `damage` says what happened."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._buffer = b""
        self._at = 0
        self.position = 0
        self.damage: str | None = None
        self.refused = False

    def peek(self, size: int) -> bytes:
        """Look at the next `size` bytes without taking them; fewer at the end."""
        self._fill(size)
        return self._buffer[self._at : self._at + size]

    def read(self, size: int = -1) -> bytes:
        """Take the next `size` bytes; fewer at the end; all that is left where `size` is negative."""
        if size < 0:
            return b"".join(iter(lambda: self.read(CHUNK), b""))
        self._fill(size)
        out = self._buffer[self._at : self._at + size]
        self._at += len(out)
        self.position += len(out)
        return out

    def read_line(self, limit: int) -> bytes:
        """Take a line with its line feed; a line of more than `limit` bytes comes in pieces."""
        searched = 0
        while True:
            found = self._buffer.find(b"\n", self._at + searched)
            if found >= 0:
                return self.read(min(found + 1 - self._at, limit))
            searched = len(self._buffer) - self._at
            if searched >= limit or not self._fill(max(searched * 2, CHUNK)):
                return self.read(min(len(self._buffer) - self._at, limit))

    def give_back(self, data: bytes) -> None:
        """Put bytes that were just taken back in front."""
        if data:
            self._buffer = data + self._buffer[self._at :]
            self._at = 0
            self.position -= len(data)

    def skip_line(self) -> int:
        """Drop what is left of a line; give the number of bytes dropped."""
        dropped = 0
        while piece := self.read_line(CHUNK):
            dropped += len(piece)
            if piece.endswith(b"\n"):
                break
        return dropped

    def skip(self, size: int) -> int:
        """Drop `size` bytes; give the number of bytes dropped, fewer at the end."""
        dropped = 0
        while dropped < size and (piece := self.read(min(CHUNK, size - dropped))):
            dropped += len(piece)
        return dropped

    def count_rest(self) -> int:
        """Drop everything that is left, up to a bound; give the number of bytes dropped."""
        dropped = 0
        while dropped < MAX_COUNTED and (piece := self.read(CHUNK)):
            dropped += len(piece)
        return dropped

    def _fill(self, size: int) -> bool:
        """Have `size` bytes at hand; false where the source has no more than were there."""
        have = len(self._buffer) - self._at
        if have >= size:
            return True
        pieces = [self._buffer[self._at :]]
        before = have
        while have < size:
            try:
                piece = next(self._chunks, b"")
            except StreamDamaged as error:
                self.damage = str(error)
                self.refused = isinstance(error, Refused)
                piece = b""
            except OSError as error:
                self.damage = f"{type(error).__name__}: {error.strerror or error}"
                piece = b""
            if not piece:
                self._chunks = iter(())
                break
            pieces.append(piece)
            have += len(piece)
        self._buffer = b"".join(pieces)
        self._at = 0
        return have > before


class Readable(Protocol):
    """Anything that gives bytes on demand: a file, a pipe, a `Stream`."""

    def read(self, size: int = ..., /) -> bytes:
        """Give at most `size` bytes; none at the end."""
        ...


def file_chunks(file: Readable) -> Iterator[bytes]:
    """Read a file in chunks; a pipe gives what it has."""
    read = getattr(file, "read1", file.read)
    while chunk := read(CHUNK):
        yield chunk
