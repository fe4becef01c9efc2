"""Compressed files as streams of their content, with bombs refused and cut files told.

In: a `Stream` of compressed bytes. Out: a `Stream` of what is inside. Not: WARC, whose members
are read one by one.
"""

from __future__ import annotations

import bz2
import zlib
from collections.abc import Iterator
from typing import Final

from greffier.article.readers.limits import BOMB_RATIO, BOMB_START, CHUNK
from greffier.article.readers.streams import Refused, Stream, StreamDamaged

__all__ = ["GZIP", "OTHER_PACKED", "SUFFIXES", "decompress", "gzip_head"]

GZIP: Final = b"\x1f\x8b\x08"
_BZIP2: Final = b"BZh"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"

OTHER_PACKED: Final = (_BZIP2, _ZSTD)

SUFFIXES: Final = (".gz", ".zst", ".bz2")

# Bytes given to zstd at once: a run-length block of 4 bytes stands for 128 KiB, so that 1 KiB of bomb cannot fill more than 32 MiB.
_ZSTD_STEP = 1 << 10


def decompress(stream: Stream) -> Stream:
    """Wrap a stream that begins like a gzip, bzip2 or zstd file; give any other back as it is."""
    head = stream.peek(4)
    if head.startswith(GZIP):
        return Stream(_guarded(stream, _gzip(stream)))
    if head.startswith(_BZIP2):
        return Stream(_guarded(stream, _bzip2(stream)))
    if head == _ZSTD:
        return Stream(_guarded(stream, _zstd(stream)))
    return stream


def gzip_head(data: bytes, size: int) -> bytes:
    """Inflate the beginning of a gzip file, at most `size` bytes; nothing where it cannot be inflated."""
    try:
        return zlib.decompressobj(31).decompress(data, size)
    except zlib.error:
        return b""


def _guarded(packed: Stream, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Pass chunks on until they outgrow the packed bytes beyond belief."""
    grown = 0
    for chunk in chunks:
        grown += len(chunk)
        if grown > BOMB_START and grown > BOMB_RATIO * max(packed.position, 1):
            raise Refused(f"refused: {packed.position} bytes grew to more than {grown}, over {BOMB_RATIO} to 1")
        if chunk:
            yield chunk
    if packed.damage:
        raise StreamDamaged(packed.damage)


def _gzip(packed: Stream) -> Iterator[bytes]:
    while packed.peek(1):
        if not packed.peek(3).startswith(GZIP):
            if packed.peek(CHUNK).strip(b"\0"):  # zero padding is legal behind the last member
                raise StreamDamaged(f"gzip: no member at byte {packed.position}")
            packed.count_rest()
            return
        inflater = zlib.decompressobj(31)
        begun = packed.position
        try:
            while not inflater.eof:
                taken = inflater.unconsumed_tail or packed.read(CHUNK // 4)
                grown = inflater.decompress(taken, CHUNK)
                if not taken and not grown and not inflater.eof:
                    raise StreamDamaged(f"gzip: the file ends inside the member that begins at byte {begun}")
                yield grown
        except zlib.error as error:
            raise StreamDamaged(f"gzip: damaged in the member that begins at byte {begun} ({error})") from error
        packed.give_back(inflater.unused_data)


def _bzip2(packed: Stream) -> Iterator[bytes]:
    while packed.peek(1):
        inflater = bz2.BZ2Decompressor()
        begun = packed.position
        try:
            while not inflater.eof:
                taken = packed.read(CHUNK // 4) if inflater.needs_input else b""
                if inflater.needs_input and not taken:
                    raise StreamDamaged(f"bzip2: the file ends inside the stream that begins at byte {begun}")
                yield inflater.decompress(taken, CHUNK)
        except OSError as error:
            raise StreamDamaged(f"bzip2: damaged in the stream that begins at byte {begun} ({error})") from error
        packed.give_back(inflater.unused_data)


def _zstd(packed: Stream) -> Iterator[bytes]:
    import zstandard  # noqa: PLC0415  # only where such a file is met

    while packed.peek(1):
        # Windows beyond 128 MiB (`zstd --ultra --long=31`) would take as much memory; the zstd command refuses them by default, too.
        inflater = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
        begun = packed.position
        try:
            while not inflater.eof:
                taken = packed.read(_ZSTD_STEP)
                if not taken:
                    raise StreamDamaged(f"zstd: the file ends inside the frame that begins at byte {begun}")
                yield inflater.decompress(taken)
        except zstandard.ZstdError as error:
            raise StreamDamaged(f"zstd: damaged in the frame that begins at byte {begun} ({error})") from error
        packed.give_back(inflater.unused_data)
