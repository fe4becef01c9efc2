from __future__ import annotations

import pytest

from greffier.article.readers.formats import Format, detect_format

PAGE = "<!DOCTYPE html><html><head><title>T</title></head><body><p>Bonjour</p></body></html>"


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"", "a.txt", Format.EMPTY),
        ("Le ministre a parlé.".encode(), "a.txt", Format.TEXT),
        ("Le ministre a parlé.".encode(), "a.html", Format.HTML),
        (PAGE.encode(), "a.txt", Format.HTML),
        (PAGE.encode("utf-16"), "a.txt", Format.HTML),
        (PAGE.encode("utf-16-le"), "a.txt", Format.HTML),
        ("\ufeff".encode() + PAGE.encode(), "a", Format.HTML),
        (b"<!-- a --> <!-- b --><html>", "a", Format.HTML),
        (b"<div><p>Un</p><p>Deux</p></div>", "a.txt", Format.HTML),
        (b"Il a dit : x < y > z.", "a.txt", Format.TEXT),
        (b'{"id": "a", "text": "b"}\n', "a.txt", Format.JSONL),
        (b'{"id": "a", "text": "b"}\n', "a.json", Format.JSON),
        (b'{\n  "text": "b"\n}\n', "a", Format.JSON),
        (b'[{"text": "b"}]', "a.json", Format.JSON),
        ("{Reportage} « Nous partons », dit-il.".encode(), "a.txt", Format.TEXT),
        (b"oops\n", "a.jsonl", Format.JSONL),
        (b'{"text": "<p>a</p><p>b</p>"}\n', "a.jsonl.gz", Format.JSONL),
        (b"WARC/1.0\r\n", "a.txt", Format.WARC),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "a.xml", Format.FEED),
        (b'<?xml version="1.0"?><!-- x --><feed xmlns="http://www.w3.org/2005/Atom">', "a.xml", Format.FEED),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><rss>', "a.xml", Format.FEED),
        (b"id;date;texte\n1;2014-01-02;Oui\n", "a.txt", Format.CSV),
        (b"Paris, Londres, texte de loi\n", "a.txt", Format.TEXT),
        (b"a,b\n", "a.csv", Format.CSV),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a.txt", Format.BINARY),
        (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>", "a.txt", Format.BINARY),
        (bytes(range(256)) * 8, "a.html", Format.BINARY),
        ("Le ministre\0 a parlé.".encode(), "a.txt", Format.TEXT),
    ],
)
def test_content_goes_before_the_name(head, name, expected):
    assert detect_format(head, name) is expected


def test_many_comments_before_the_root_cost_no_time():
    assert detect_format(b"<!---->" * 9000 + b"x", "a.xml") is Format.TEXT
