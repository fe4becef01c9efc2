"""Archives made for the tests."""

from __future__ import annotations

import gzip
import random

# Words that do not compress to nothing, so that a member has a middle that can be damaged.
_WORDS = [
    "le",
    "la",
    "ministre",
    "préfet",
    "a",
    "déclaré",
    "que",
    "cette",
    "réforme",
    "serait",
    "votée",
    "avant",
    "été",
    "selon",
    "lui",
    "hier",
    "mardi",
    "Paris",
    "Lyon",
]


def record(number, body=None, *, status=200, content_type="text/html; charset=utf-8", kind="response", headers="", coding=""):
    page = body if body is not None else page_of(number)
    page = page.encode() if isinstance(page, str) else page
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {content_type}\r\n{coding}Content-Length: {len(page)}\r\n\r\n".encode() + page
    block = http if kind == "response" else page
    media = "application/http; msgtype=response" if kind == "response" else content_type
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\nWARC-Date: 2016-01-02T03:04:05Z\r\n"
        f"WARC-Target-URI: https://ex.org/{number}\r\nContent-Type: {media}\r\n{headers}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page_of(number):
    words = " ".join(random.Random(number).choices(_WORDS, k=200))
    return f"<html><body><p>Page {number}. {words}</p></body></html>"


def members(count):
    return [gzip.compress(record(number)) for number in range(count)]
