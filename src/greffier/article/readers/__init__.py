"""From bytes to raw documents: files, archives, feeds, tables, standard input.

In: paths or streams. Out: `RawDocument`s, one at a time. Not: extraction of a page's text; that is `article/documents`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from greffier.records import Origin, RawDocument

__all__ = ["read_path", "read_string"]


def read_path(path: Path) -> Iterator[RawDocument]:
    """Read all articles at a path."""
    yield RawDocument(origin=Origin(uri=str(path), format="text"), content=path.read_text(encoding="utf-8"))


def read_string(text: str) -> RawDocument:
    """Take a string as an article."""
    return RawDocument(origin=Origin(uri="string:", format="text"), content=text)
