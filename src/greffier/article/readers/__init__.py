"""From bytes to raw documents: files, archives, feeds, tables, standard input.

In: paths or streams. Out: `RawDocument`s one at a time, and a `Failure` for each file, line or archive member that yields none.
Not: extraction of a page's text; that is `article/documents`. Memory does not grow with the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from greffier.article.readers.archives import is_packed_archive, read_archive, read_gzip_archive
from greffier.article.readers.compression import decompress
from greffier.article.readers.encodings import repair, utf16_name, without_utf16
from greffier.article.readers.feeds import read_feed
from greffier.article.readers.files import address, find_files
from greffier.article.readers.formats import Format, binary_name, detect_format
from greffier.article.readers.json_lines import read_json, read_json_lines
from greffier.article.readers.limits import HEAD, MAX_TEXT
from greffier.article.readers.pages import read_page
from greffier.article.readers.plain import read_plain, shortened
from greffier.article.readers.streams import Stream, file_chunks
from greffier.article.readers.tables import read_table
from greffier.errors import InputError
from greffier.records import Failure, Origin, ProblemCode, RawDocument

__all__ = ["Reading", "read_inputs", "read_path", "read_stream", "read_string"]

Reading = RawDocument | Failure

_READERS: dict[Format, Callable[[Stream, str], Iterator[Reading]]] = {
    Format.TEXT: read_plain,
    Format.HTML: read_page,
    Format.JSON: read_json,
    Format.JSONL: read_json_lines,
    Format.CSV: read_table,
    Format.WARC: read_archive,
    Format.FEED: read_feed,
}
# One document a file: damage is told in its own problems.
_SINGLE = frozenset({Format.TEXT, Format.HTML})


def read_inputs(paths: Iterable[Path], stdin: BinaryIO | None = None, leave_out: Iterable[Path] = ()) -> Iterator[Reading]:
    """Read everything behind the paths, in order; `-` is `stdin`; files to `leave_out` are passed over, where a folder holds them."""
    left_out = frozenset(path.resolve() for path in leave_out)
    for path in paths:
        if stdin is not None and str(path) == "-":
            yield from read_stream(stdin, "stdin:")
            continue
        for file in find_files(path, left_out):
            if isinstance(file, Failure):
                yield file
                continue
            try:
                with file.open("rb") as opened:
                    yield from read_stream(opened, address(file))
            except OSError as error:
                yield Failure(uri=address(file), code=ProblemCode.INPUT_UNREADABLE, detail=error.strerror or str(error))


def read_stream(file: BinaryIO, uri: str) -> Iterator[Reading]:
    """Read one open file of any known format; its name is the end of `uri`."""
    packed = Stream(file_chunks(file))
    if is_packed_archive(packed.peek(HEAD), uri):
        yield from read_gzip_archive(packed, uri)
        return
    source = stream = decompress(packed)
    head = stream.peek(HEAD)
    format_ = detect_format(head, uri)
    if format_ is Format.EMPTY:
        code = ProblemCode.ARCHIVE_DAMAGED if stream.damage else ProblemCode.INPUT_UNREADABLE
        yield Failure(uri=uri, code=code, detail=stream.damage or "the file is empty")
        return
    if format_ is Format.BINARY:
        yield Failure(uri=uri, code=ProblemCode.BINARY, detail=binary_name(head))
        return
    if format_ not in _SINGLE and (encoding := utf16_name(head)):
        stream = Stream(without_utf16(file_chunks(stream), encoding))
    yield from _READERS[format_](stream, uri)
    if source.damage and format_ not in _SINGLE:
        code = ProblemCode.INPUT_UNREADABLE if source.refused else ProblemCode.ARCHIVE_DAMAGED
        yield Failure(uri=uri, place="end", code=code, detail=f"{source.damage}; what follows is lost")


def read_path(path: Path) -> Iterator[RawDocument]:
    """Read all articles at a path.

    Raises:
        InputError: At the end, where something at the path could not be read; the message names the first such thing.
    """
    failures = []
    for reading in read_inputs([path]):
        if isinstance(reading, Failure):
            failures.append(reading)
        else:
            yield reading
    if failures:
        first = failures[0]
        place = f", {first.place}" if first.place else ""
        raise InputError(f"{first.uri}{place}: {first.detail or first.code.value}")


def read_string(text: str) -> RawDocument:
    """Take a string as an article."""
    text, problems = repair(text)
    text, cut = shortened(text, MAX_TEXT)
    return RawDocument(origin=Origin(uri="string:", format="text"), content=text, problems=problems + cut)
