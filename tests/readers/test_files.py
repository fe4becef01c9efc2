from __future__ import annotations

import bz2
import gzip
import io
import os
import threading
from functools import cache

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.readers import read_inputs, read_path, read_stream, read_string
from greffier.article.readers.limits import MAX_TEXT
from greffier.errors import InputError
from greffier.records import Failure, ProblemCode, RawDocument
from tests.support.hanging import ends

TEXT = "Le préfet a démenti à Nîmes.\n" * 50


def read(*paths):
    readings = list(read_inputs(paths))
    return [r for r in readings if isinstance(r, RawDocument)], [r for r in readings if isinstance(r, Failure)]


def read_bytes(data, name="a.txt"):
    return list(read_stream(io.BytesIO(data), name))


def codes(document):
    return [problem.code for problem in document.problems]


def test_folders_are_read_in_sorted_order(tmp_path):
    for name in ("b/2.txt", "b/10.txt", "a.txt", "É.txt", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    documents, failures = read(tmp_path)
    assert [document.content for document in documents] == ["a.txt", "b/10.txt", "b/2.txt", "É.txt"]
    assert documents[1].origin.uri == f"{tmp_path}/b/10.txt"
    assert failures == []


def test_a_loop_of_links_is_told_and_ends(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    documents, failures = read(tmp_path)
    assert [document.content for document in documents] == ["x"]
    assert sorted(failure.uri.rsplit("/", 1)[1] for failure in failures) == ["loop", "self"]


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "z.txt").write_text("z")
    documents, failures = read(tmp_path, tmp_path / "missing")
    assert [document.content for document in documents] == ["z"]
    assert [failure.code for failure in failures] == [ProblemCode.INPUT_UNREADABLE] * 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert len(read(tmp_path)[1]) == 1


def test_a_read_error_in_the_middle_is_told():
    class Failing(io.BytesIO):
        def read1(self, _size=-1):
            if self.tell() >= 20:
                raise OSError(5, "Input/output error")
            return super().read1(20)

    (document,) = read_stream(Failing(TEXT.encode()), "a.txt")
    assert codes(document) == [ProblemCode.ARCHIVE_DAMAGED]
    assert TEXT.startswith(document.content)


def test_a_pipe_that_is_named_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_text("par le tube"))
    writer.start()
    documents, _ = read(tmp_path / "pipe")
    writer.join()
    assert [document.content for document in documents] == ["par le tube"]


def test_names_that_are_no_utf_8(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    documents, _ = read(tmp_path)
    assert documents[0].origin.uri.endswith("caf\ufffd.txt")


PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "zst": zstandard.compress}


@pytest.mark.parametrize("kind", PACKERS)
@pytest.mark.parametrize("name", ["a.txt", "a.txt.{}"])
def test_compressed_files(kind, name):
    pack = PACKERS[kind]
    (document,) = read_bytes(pack(TEXT.encode("cp1252")), name.format(kind))
    assert (document.content, document.problems) == (TEXT, ())
    (document,) = read_bytes(pack(TEXT.encode()) + pack(TEXT.encode()), name.format(kind))
    assert document.content == TEXT + TEXT


@pytest.mark.parametrize("kind", PACKERS)
def test_cut_and_damaged_compressed_files_are_told(kind):
    lines = b"".join(b'{"text": "%d %d"}\n' % (number, number * 7919 % 10007) for number in range(20_000))
    whole = PACKERS[kind](lines)
    readings = read_bytes(whole[: len(whole) // 2], f"a.jsonl.{kind}")
    assert readings[-1].code is ProblemCode.ARCHIVE_DAMAGED
    damaged = whole[: len(whole) // 2] + b"\xff\x00" * 20 + whole[len(whole) // 2 + 40 :]
    assert isinstance(read_bytes(damaged, f"a.jsonl.{kind}")[-1], Failure)
    (document,) = read_bytes(PACKERS[kind](os.urandom(700_000).hex().encode())[:-50], "a.txt")
    assert ProblemCode.ARCHIVE_DAMAGED in codes(document)


@cache
def bomb(kind, size=1 << 30):
    """A gigabyte of one letter, without having it in memory."""
    if kind == "zst":
        packer = zstandard.ZstdCompressor(level=19).compressobj()
    elif kind == "bz2":
        packer, size = bz2.BZ2Compressor(), size // 4
    else:
        import zlib

        packer = zlib.compressobj(9, wbits=31)
    block = b"a" * (1 << 20)
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


@pytest.mark.slow
@pytest.mark.parametrize("kind", PACKERS)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html", "a.csv", "a.json", "a.xml"])
def test_bombs_are_refused(kind, name):
    import resource

    data = bomb(kind)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with ends():
        readings = read_bytes(data, name)
    assert all(isinstance(reading, Failure) for reading in readings)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500_000  # kilobytes


def test_a_file_compressed_twice_is_binary():
    (failure,) = read_bytes(gzip.compress(gzip.compress(TEXT.encode())))
    assert failure.code is ProblemCode.BINARY


def test_an_empty_file_is_told():
    (failure,) = read_bytes(b"")
    assert (failure.code, failure.detail) == (ProblemCode.INPUT_UNREADABLE, "the file is empty")
    assert [type(r).__name__ for r in read_bytes(gzip.compress(b""))] == ["Failure"]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(100), b"%PDF-1.4\n" + b"x" * 100, os.urandom(5000), bytes(5000)])
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_binary_file_is_told_whatever_its_name(data, name):
    (failure,) = read_bytes(data, name)
    assert failure.code is ProblemCode.BINARY
    assert failure.detail


def test_a_page_named_txt_is_a_page():
    (document,) = read_bytes(b"<html><body><p>Oui</p></body></html>")
    assert (document.markup, document.origin.format) == (True, "html")


def test_a_line_of_50_megabytes_keeps_what_can_be_read():
    (document,) = read_bytes("été ".encode() * (10 << 20))
    assert 0.99 * MAX_TEXT < len(document.content) <= MAX_TEXT
    assert codes(document) == [ProblemCode.TEXT_TOO_LONG] * 2
    assert "of 62914560 bytes" in document.problems[0].detail


def test_an_endless_stream_ends():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            return b"mot " * (size // 4)

    (document,) = read_stream(Endless(), "stdin:")
    assert ProblemCode.TEXT_TOO_LONG in codes(document)


def test_read_path_names_what_failed_after_what_was_read(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Un"}\n{\n{"text": "Trois"}\n')
    readings = read_path(tmp_path / "a.jsonl")
    assert [next(readings).content, next(readings).content] == ["Un", "Trois"]
    with pytest.raises(InputError, match=r"a\.jsonl, line 2"):
        next(readings)


def test_a_string_is_made_writable():
    document = read_string("L\ud83d\0")
    assert document.content == "L\ufffd"
    assert len(document.problems) == 2


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.xml", "a.warc", "a.warc.gz", "a"]))
def test_any_bytes_under_any_name_give_something_and_raise_nothing(data, name):
    readings = read_bytes(data, name)
    assert readings or not data.strip(b" \t\r\n\0\xef\xbb\xbf")


@given(
    st.sampled_from(
        [b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"BZh9", b"\x28\xb5\x2f\xfd", b"<?xml ?><rss>", b"id,text\n", b'{"text":', b"\xff\xfe"]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_behind_any_beginning_raise_nothing(beginning, data):
    read_bytes(beginning + data, "a")
