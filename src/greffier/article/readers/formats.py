"""Which format a file has: what its content says goes before what its name says.

In: the first bytes and the name. Out: `Format`. Not: the reading itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from greffier.article.readers.compression import SUFFIXES
from greffier.article.readers.encodings import utf16_name
from greffier.article.readers.keys import TEXT_KEYS

__all__ = ["Format", "binary_name", "detect_format"]


class Format(StrEnum):
    """A format that has a reader, or one of the two that have none."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    WARC = "warc"
    FEED = "feed"
    BINARY = "binary"
    EMPTY = "empty"


_EXTENSIONS = {
    ".txt": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".warc": Format.WARC,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
}

# Beginnings of files that are never text, with what they are; controls tell the kinds that are not named here.
_BINARY: Mapping[bytes, str] = {
    b"%PDF-": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"PK\x03\x04": "a zip archive (or DOCX, ODT, EPUB)",
    b"\xd0\xcf\x11\xe0": "a file of an old office program",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"SQLite format 3\0": "a database",
    b"\x1f\x8b": "compressed twice",
}
# Controls other than tab, line feed, form feed, carriage return, escape; NUL is counted apart, since text files with a few exist.
_CONTROLS = bytes(c for c in range(1, 32) if c not in b"\t\n\f\r\x1b")

# {"id": "a1", "text": "…"}
_OBJECT = re.compile(r'\{\s*(?:"|\}\s*\Z)')
# <?xml version="1.0"?><rss version="2.0">, <feed xmlns="http://www.w3.org/2005/Atom">
_FEED = re.compile(
    r"\A (?> \s+ | <\?[^>]*> | <!--.*?--> | <!DOCTYPE\b (?> [^\[>]+ | \[.*?\] )* > )*+ < (?: \w+: )? (?: rss | feed | RDF ) \b",
    re.VERBOSE | re.DOTALL,
)
_PAGE = re.compile(
    r"\A (?> \s+ | <\?xml[^>]*> | <!--.*?--> )*+ < (?: !doctype \s+ html | html | head | body )\b",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# <p>, <div class="…">, </span>: three of them make a page of a file whose beginning is odd.
_TAG = re.compile(
    r"</?(?:html|head|title|meta|link|script|style|body|div|p|h[1-6]|a|span|article|section|table|tr|td|ul|li|br|img)\b[^<>]*>",
    re.IGNORECASE,
)
_TAGS_OF_A_PAGE = 3


def detect_format(head: bytes, name: str) -> Format:
    """Tell the format from the first bytes (uncompressed) and the file's name."""
    if not head:
        return Format.EMPTY
    by_name = _by_name(name)
    if head.startswith(b"WARC/"):
        return Format.WARC
    encoding = utf16_name(head)
    if encoding is None and _is_binary(head):
        return Format.BINARY
    text = head.decode(encoding, "replace") if encoding else head.decode("utf-8", "replace")
    return _by_content(text.lstrip("\ufeff \t\r\n\f"), by_name) or by_name or Format.TEXT


def binary_name(head: bytes) -> str:
    """Say what a file is that is no text."""
    known = next((name for beginning, name in _BINARY.items() if head.startswith(beginning)), "no text")
    return f"{known}: it begins with the bytes {head[:8].hex(' ')}"


def _by_name(name: str) -> Format | None:
    path = PurePath(name.lower())
    if path.suffix in SUFFIXES:
        path = path.with_suffix("")
    return _EXTENSIONS.get(path.suffix)


def _is_binary(head: bytes) -> bool:
    if head.startswith(tuple(_BINARY)):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Text with stray controls has one in some hundreds of bytes, a compressed or compiled file one in ten.
    return head.count(0) > 0.1 * len(head) or controls > 0.05 * len(head)


def _by_content(text: str, by_name: Format | None) -> Format | None:
    first = text.split("\n", 1)[0].strip()
    if _OBJECT.match(text):
        return Format.JSONL if by_name is Format.JSONL or (first.endswith("}") and by_name is not Format.JSON) else Format.JSON
    if first.startswith("[") and by_name is Format.JSON:
        return Format.JSON
    if _FEED.match(text):
        return Format.FEED
    if _PAGE.match(text) or len(_TAG.findall(text)) >= _TAGS_OF_A_PAGE:
        # Articles inside JSON Lines and CSV hold tags, too.
        return by_name if by_name in {Format.JSONL, Format.CSV} else Format.HTML
    if by_name in {None, Format.TEXT} and _is_header(first):
        return Format.CSV
    return None


def _is_header(first: str) -> bool:
    """Tell `id,date,titre,texte` from the first line of an article: short cells, and one is a known name for the text."""
    for delimiter in (",", ";", "\t", "|"):
        cells = [cell.strip().strip('"').lower() for cell in first.split(delimiter)]
        if len(cells) > 1 and all(len(cell) <= 30 and " " not in cell for cell in cells) and set(cells) & TEXT_KEYS:
            return True
    return False
