"""Builds `samples/agences.warc.gz` from two pages, so that the samples hold an archive too: `make samples`.

In: `sample_archive/*.html`. Out: `samples/agences.warc.gz`, one gzip member a record. Not: a crawl. The same pages give the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import uuid
from pathlib import Path

HERE = Path(__file__).parent
PAGES = {
    "sample_archive/niamey.html": ("https://afrique-monde.example/niger/bazoum-renverse", "2023-07-27T08:00:00Z"),
    "sample_archive/bakou.html": ("https://planete-hebdo.example/climat/cop29-accord", "2024-11-24T06:00:00Z"),
}


def record(page: bytes, uri: str, date: str) -> bytes:
    """One WARC 1.1 response record as a gzip member."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, uri + hashlib.sha256(page).hexdigest())}>\r\n"
        f"WARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    member = io.BytesIO()
    with gzip.GzipFile(fileobj=member, mode="wb", mtime=0, filename="") as file:
        file.write(head + body + b"\r\n\r\n")
    return member.getvalue()


if __name__ == "__main__":
    (HERE.parent / "samples/agences.warc.gz").write_bytes(
        b"".join(record((HERE / page).read_bytes(), *told) for page, told in PAGES.items())
    )
