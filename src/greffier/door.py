"""The Python door: `greffier.read` and `greffier.analyze`, with tables and parser loaded once.

In: a text, a path or a raw document. Out: `Article`. Not: corpora; for many files use `greffier.pipeline.read_corpus` or the command.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from os import PathLike
from pathlib import Path

import msgspec

from greffier.errors import InputError
from greffier.pipeline.analyze import Analyzer
from greffier.pipeline.explain import Explanation
from greffier.pipeline.explain import explain as _explain
from greffier.records import Article, Given, Origin, RawDocument

__all__ = ["analyze", "explain", "read"]

# A path is shorter than this on every system in use, and has no line feed; anything else is a text.
_LONGEST_PATH = 1024


def read(text_or_path: str | PathLike[str], *, published: str | None = None, parser: str | None = None) -> Article:
    """Read one article: a file of any known format, or the text itself.

    Args:
        text_or_path: A path object, a string that names an existing file, or the text of an article.
        published: The day of publication (ISO 8601 or EDTF), where it is known from elsewhere.
        parser: The name of a parser; by default the one that `greffier read` uses.

    Raises:
        InputError: The file holds no article.
    """
    path = _existing(text_or_path)
    if path is None:
        origin = Origin(uri="text:", format="text")
        return analyze(RawDocument(origin=origin, content=str(text_or_path), given=Given(published=published)), parser=parser)
    return analyze(_nth(path, 1, published), parser=parser)


def analyze(raw: RawDocument, *, parser: str | None = None) -> Article:
    """Analyse one raw document.

    Raises:
        ModelError: The parser is not installed.
    """
    return _analyzer(parser).analyze([raw])[0]


def explain(path: Path, offset: int, *, number: int = 1, published: str | None = None, parser: str | None = None) -> Explanation:
    """Replay article `number` (from 1) of a file and keep every rule's verdict at `offset` (code points of its text).

    Raises:
        InputError: The file holds fewer articles.
        IndexError: The offset lies outside the text.
    """
    return _explain(_nth(path, number, published), offset, _analyzer(parser))


def _nth(path: Path, number: int, published: str | None) -> RawDocument:
    from greffier.article.readers import read_path  # noqa: PLC0415  # readers pull in every archive format

    raw = next(islice(read_path(path), number - 1, None), None)
    if raw is None:
        raise InputError(f"{path}: fewer than {number} articles in it")
    return msgspec.structs.replace(raw, given=msgspec.structs.replace(raw.given, published=published)) if published else raw


def _existing(text_or_path: str | PathLike[str]) -> Path | None:
    if not isinstance(text_or_path, str):
        path = Path(text_or_path)
        if not path.is_file():
            raise InputError(f"{path}: no such file")
        return path
    if len(text_or_path) < _LONGEST_PATH and "\n" not in text_or_path and "\0" not in text_or_path and Path(text_or_path).is_file():
        return Path(text_or_path)
    return None


@lru_cache(maxsize=2)
def _analyzer(parser: str | None) -> Analyzer:
    from greffier.article.syntax import load_parser  # noqa: PLC0415  # slow to load
    from greffier.lang import load_packs  # noqa: PLC0415

    return Analyzer(load_packs(), load_parser(parser) if parser else load_parser())
