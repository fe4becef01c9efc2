"""The files behind the paths that were named: folders are walked, in sorted order, each file once.

In: paths. Out: files, or failures for what cannot be read. Not: what is in them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from greffier.records import Failure, ProblemCode

__all__ = ["find_files"]


def find_files(path: Path, leave_out: frozenset[Path] = frozenset()) -> Iterator[Path | Failure]:
    """Walk a path: a file is itself, a folder is all files below it; names that begin with a dot are left out inside folders.

    A link to a folder that is being walked, or to nothing, is a failure; so is anything that is neither file nor folder inside a folder
    (a pipe there would wait for ever). A pipe that was named itself is read. Files to `leave_out` are resolved paths.
    """
    yield from _walk(path, (), leave_out, named=True)


def _walk(path: Path, above: tuple[tuple[int, int], ...], leave_out: frozenset[Path], *, named: bool = False) -> Iterator[Path | Failure]:
    try:
        status = path.stat()
    except OSError as error:
        yield _failure(path, error.strerror or str(error))
        return
    if stat.S_ISDIR(status.st_mode):
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield _failure(path, "a link back to a folder above it")
            return
        try:
            names = sorted(os.listdir(path))  # noqa: PTH208  # names as the file system gives them
        except OSError as error:
            yield _failure(path, error.strerror or str(error))
            return
        for name in names:
            if not name.startswith("."):
                yield from _walk(path / name, (*above, here), leave_out)
    elif stat.S_ISREG(status.st_mode) or (named and (stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode))):
        if not leave_out or path.resolve() not in leave_out:
            yield path
    else:
        yield _failure(path, "neither a file nor a folder")


def _failure(path: Path, detail: str) -> Failure:
    return Failure(uri=address(path), code=ProblemCode.INPUT_UNREADABLE, detail=detail)


def address(path: Path) -> str:
    """Give a path as text, with bytes that are no UTF-8 shown as U+FFFD."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
