"""WARC archives, one page a record; damage costs the records it lies in, and is told.

In: a `Stream` of WARC, or of gzip members of WARC. Out: a `RawDocument` for each page, a `Failure` for each stretch that is lost.
Not: requests, redirections, images: they are no articles and are passed over in silence.

Libraries stop without a word where a compressed archive is cut, and for good where it is damaged. Here each gzip member is inflated and its
checksum verified before its records are believed; behind a bad one reading goes on at the next member that begins a record.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any, Literal, NamedTuple

from greffier.article.readers.compression import GZIP, OTHER_PACKED, decompress, gzip_head
from greffier.article.readers.encodings import repair
from greffier.article.readers.formats import Format, binary_name, detect_format
from greffier.article.readers.limits import BOMB_RATIO, BOMB_START, CHUNK, HEAD, MAX_DOCUMENT, MAX_MEMBER
from greffier.article.readers.pages import page_from
from greffier.article.readers.streams import Refused, Stream
from greffier.records import Failure, Given, Origin, Problem, ProblemCode, RawDocument

__all__ = ["is_packed_archive", "read_archive", "read_gzip_archive"]

_MAGIC = b"WARC/"
# Content-Length: 5120 / WARC-Type: response
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_KIND = re.compile(rb"^warc-type:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
_TARGET = re.compile(rb"^warc-target-uri:[ \t]*<?([^\s>]+)", re.IGNORECASE | re.MULTILINE)
_DIGESTS = ("sha1:", "sha256:", "md5:")
_PAGES = frozenset({b"response", b"resource", b"conversion"})
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text", ""})

# HTTP headers and transfer coding stand before the page inside a record.
_MAX_BLOCK = MAX_DOCUMENT + HEAD


class _Damage(NamedTuple):
    """Bytes of the compressed file that gave nothing to believe; `target` is the page they began to tell of."""

    start: int
    end: int
    reason: str
    target: str | None


def is_packed_archive(head: bytes, name: str) -> bool:
    """Tell a WARC.gz from its first bytes, or, where these are damaged, from its name."""
    named = name.lower().endswith(".warc.gz") and not head.startswith((_MAGIC, *OTHER_PACKED))
    return (named and bool(head)) or gzip_head(head, len(_MAGIC)) == _MAGIC


def read_archive(stream: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read an archive of records one behind the other."""
    while True:
        while stream.peek(1) in {b"\r", b"\n"}:
            stream.read(1)
        if not stream.peek(1):
            return
        begun = stream.position
        head = stream.peek(HEAD)
        end = re.search(rb"\r?\n\r?\n", head)
        length = _LENGTH.search(head, 0, end.start() + 1) if end else None
        if not head.startswith(_MAGIC) or end is None or length is None:
            stream.read(1)
            _find_record(stream)
            detail = "no record begins here; reading went on at the next one"
            place = f"bytes {begun}-{stream.position}"
            yield Failure(uri=uri, place=place, code=ProblemCode.ARCHIVE_DAMAGED, detail=detail)
            continue
        kind = _KIND.search(head, 0, end.start())
        size = int(length[1])
        header = stream.read(end.end())
        block = stream.read(min(size, _MAX_BLOCK)) if kind and kind[1].lower() in _PAGES else b""
        missing = size - len(block) - stream.skip(size - len(block))
        if block or (missing and kind and kind[1].lower() in _PAGES):
            yield from _page(header, block, uri, missing=missing, unread=size - len(block) - missing, begun=begun)


def read_gzip_archive(packed: Stream, uri: str) -> Iterator[RawDocument | Failure]:
    """Read an archive whose records are gzip members, or that is one gzip file."""
    members = _members(packed)
    ended = False
    grown = 0
    damage: list[_Damage] = []

    def run() -> Iterator[bytes]:
        nonlocal ended, grown
        for member in members:
            if isinstance(member, _Damage):
                damage.append(member)
                return
            grown += len(member)
            if grown > BOMB_START and grown > BOMB_RATIO * packed.position:
                raise Refused(f"refused: {packed.position} bytes grew to more than {grown}, over {BOMB_RATIO} to 1")
            if member:
                yield member
        ended = True

    while not ended:
        stream = Stream(run())
        yield from read_archive(stream, uri)
        if stream.refused:
            yield Failure(uri=uri, place=f"bytes {packed.position}", code=ProblemCode.INPUT_UNREADABLE, detail=stream.damage)
            return
        for start, end, reason, target in damage:
            page = f", with the page {target}" if target else ""
            detail = f"{reason}: {end - start} bytes are lost{page}"
            yield Failure(uri=uri, place=f"bytes {start}-{end}", code=ProblemCode.ARCHIVE_DAMAGED, detail=detail)
        damage.clear()


def _members(packed: Stream) -> Iterator[bytes | _Damage]:
    """Inflate member by member; behind damage, go to the next member that begins a record."""
    while packed.peek(1):
        begun = packed.position
        if packed.peek(len(GZIP)).startswith(GZIP):
            yield from _member(packed, begun)
        else:
            packed.read(1)
            _find_member(packed)
            yield _Damage(begun, packed.position, "no gzip member begins here", None)


def _member(packed: Stream, begun: int) -> Iterator[bytes | _Damage]:
    """Inflate one member; one that is larger than MAX_MEMBER is handed on in pieces before its checksum is known."""
    inflater = zlib.decompressobj(31)
    taken: list[bytes] = []
    grown: list[bytes] = []
    size = 0
    reason, at_end = None, False
    while not inflater.eof:
        data = inflater.unconsumed_tail
        if not data:
            data = packed.read(CHUNK // 4)
            taken.append(data)
        try:
            piece = inflater.decompress(data, CHUNK)
        except zlib.error as error:
            reason = f"damaged gzip member ({error})"
            break
        if not data and not piece and not inflater.eof:
            reason, at_end = "the archive ends inside a gzip member", True
            break
        grown.append(piece)
        size += len(piece)
        if size > MAX_MEMBER:
            yield from grown
            grown.clear()
            taken.clear()
    data = b"".join(grown)
    if reason is None:
        packed.give_back(inflater.unused_data)
        yield data
        return
    head = data[:HEAD] or gzip_head(b"".join(taken), 1024)
    target = _TARGET.search(head)
    if at_end:
        yield data  # what there is of a record that was cut is sound
    else:
        packed.give_back(b"".join(taken)[1:])
        _find_member(packed)
    yield _Damage(begun, packed.position, reason, target[1].decode("utf-8", "replace") if target else None)


def _find_member(packed: Stream) -> None:
    """Go to the next gzip member that begins a record, or to the end."""
    while window := packed.peek(CHUNK):
        at = window.find(GZIP)
        if at < 0:
            packed.read(max(len(window) - len(GZIP) + 1, 1))
            continue
        packed.read(at)
        # A kilobyte inflates to the first letters of a record whatever its name field and its code tables.
        if gzip_head(packed.peek(1024), len(_MAGIC)) == _MAGIC:
            return
        packed.read(1)


def _find_record(stream: Stream) -> None:
    """Go to the next line that begins a record, or to the end."""
    sign = b"\n" + _MAGIC
    while window := stream.peek(CHUNK):
        at = window.find(sign)
        if at >= 0:
            stream.read(at + 1)
            return
        stream.read(max(len(window) - len(sign) + 1, 1))


class _Record(NamedTuple):
    """What of a record counts for an article."""

    target: str
    day: str | None
    status: int | None
    content_type: str
    charset: str | None
    truncated: str | None
    content: bytes
    damage: str | None


def _page(header: bytes, block: bytes, uri: str, *, missing: int, unread: int, begun: int) -> Iterator[RawDocument | Failure]:
    """Make a page of a record; `missing` bytes of it are not in the archive, `unread` ones were too many to take."""
    try:
        record = _parsed(header + block)
    except (OSError, ValueError) as error:
        target = _TARGET.search(header)
        where = f"record at byte {begun}" + (f", {target[1].decode('utf-8', 'replace')}" if target else "")
        yield Failure(uri=uri, place=where, code=ProblemCode.ARCHIVE_DAMAGED, detail=f"cannot be read: {error}")
        return
    if record.status not in {None, 200} or record.content_type not in _PAGE_TYPES:
        return
    address = f"{uri}#{record.target}" if record.target else f"{uri}#byte-{begun}"
    content = record.content[:MAX_DOCUMENT]
    format_ = detect_format(content[:HEAD], ".txt" if record.content_type.startswith("text/plain") else ".html")
    if format_ in {Format.EMPTY, Format.BINARY}:
        detail = record.damage or "the page is empty" if format_ is Format.EMPTY else binary_name(content)
        code = ProblemCode.BINARY if format_ is Format.BINARY else ProblemCode.INPUT_UNREADABLE
        yield Failure(uri=address, place=f"record at byte {begun}", code=code, detail=detail)
        return
    problems = []
    if missing:
        detail = f"the archive ends {missing} bytes before this record does"
        problems.append(Problem(code=ProblemCode.ARCHIVE_DAMAGED, detail=detail))
    if not missing and not unread and _is_altered(header + block):
        problems.append(Problem(code=ProblemCode.ARCHIVE_DAMAGED, detail="the record differs from the digest it was written with"))
    if record.damage:
        problems.append(Problem(code=ProblemCode.ARCHIVE_DAMAGED, detail=f"the page is cut or damaged: {record.damage}"))
    if unread or len(record.content) > MAX_DOCUMENT:
        problems.append(Problem(code=ProblemCode.TEXT_TOO_LONG, detail=f"kept the first {len(content)} bytes of the page"))
    if record.truncated:
        problems.append(
            Problem(code=ProblemCode.TEXT_TOO_LONG, detail=f"the crawler kept only the beginning (WARC-Truncated: {record.truncated})")
        )
    origin = Origin(uri=address, format="warc", retrieved=record.day)
    given = Given(url=record.target or None)
    yield page_from(content, origin, charset=record.charset, given=given, problems=tuple(problems), markup=format_ is not Format.TEXT)


def _parsed(data: bytes) -> _Record:
    """Take a record apart; transfer and content codings are undone, at most a document's length of content is taken.

    Raises:
        OSError, ValueError: What fastwarc raises for a record that breaks its own rules.
    """
    record = _opened(data, "transfer")
    http = record.http_headers if record.is_http_parsed else None
    declared = http.get("Content-Type") if http else record.headers.get("Content-Type")
    content, damage = record.reader.read(MAX_DOCUMENT + 1), None
    coding = (http.get("Content-Encoding") or "").strip().lower() if http else ""
    if content.startswith(GZIP):
        # Our own reading tells a cut page from a whole one; and crawlers that store pages inflated leave `Content-Encoding: gzip` in place.
        inflated = decompress(Stream([content]))
        content = inflated.read(MAX_DOCUMENT + 1)
        damage = inflated.damage
    elif coding not in {"", "identity", "gzip", "x-gzip"}:
        with suppress(OSError, ValueError):
            content = _opened(data, "all").reader.read(MAX_DOCUMENT + 1)
    return _Record(
        target=_clean(record.headers.get("WARC-Target-URI")) or "",
        day=_clean(record.headers.get("WARC-Date")),
        status=http.status_code if http else None,
        content_type=(declared or "").split(";")[0].strip().lower(),
        charset=record.http_charset if http else None,
        truncated=_clean(record.headers.get("WARC-Truncated")),
        content=content,
        damage=damage,
    )


def _opened(data: bytes, decoded: Literal["transfer", "all"]) -> Any:
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  # only where an archive is met

    record = next(iter(ArchiveIterator(BytesIO(data), parse_http=True, auto_decode=decoded, stream_detect=False)), None)
    if record is None:
        raise ValueError("no record")
    return record


def _is_altered(data: bytes) -> bool:
    """Tell whether a whole record differs from the digest it was written with; an uncompressed archive has no other checksum."""
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

    record = next(iter(ArchiveIterator(BytesIO(data), parse_http=False, stream_detect=False)), None)
    digest = record.headers.get("WARC-Block-Digest") if record else None
    return bool(record and digest and digest.lower().startswith(_DIGESTS) and not record.verify_block_digest())


def _clean(value: str | None) -> str | None:
    return repair(value.strip().strip("<>"))[0] if value else None
