from __future__ import annotations

import base64
import bz2
import gzip
import hashlib
import io
import random
import tracemalloc
import zlib
from itertools import accumulate

import pytest
import zstandard

from greffier.article.readers import read_stream
from greffier.article.readers.limits import MAX_DOCUMENT, MAX_MEMBER
from greffier.records import Failure, ProblemCode
from tests.readers.warcs import members, page_of, record


def read(data, name="crawl.warc.gz"):
    readings = list(read_stream(io.BytesIO(data), name))
    return [r for r in readings if not isinstance(r, Failure)], [r for r in readings if isinstance(r, Failure)]


def numbers(documents):
    return [int(document.given.url.rsplit("/", 1)[1]) for document in documents]


def test_pages_with_their_address_and_day():
    documents, failures = read(b"".join(members(3)))
    assert failures == []
    assert [document.content for document in documents] == [page_of(number) for number in range(3)]
    first = documents[0]
    assert (first.origin.uri, first.origin.format, first.origin.retrieved) == (
        "crawl.warc.gz#https://ex.org/0",
        "warc",
        "2016-01-02T03:04:05Z",
    )
    assert first.markup
    assert first.problems == ()


def test_all_ways_to_pack_an_archive():
    plain = b"".join(record(number) for number in range(20))
    packed = [plain, gzip.compress(plain), bz2.compress(plain), zstandard.compress(plain), b"".join(members(20))]
    for data in packed:
        documents, failures = read(data)
        assert numbers(documents) == list(range(20))
        assert failures == []


def test_200_corrupt_bytes_in_the_middle_cost_the_records_they_lie_in():
    packed = members(300)
    data = bytearray(b"".join(packed))
    middle = sum(map(len, packed[:150])) + 60
    data[middle : middle + 200] = bytes(range(200))
    documents, failures = read(bytes(data))
    assert numbers(documents) == [number for number in range(300) if number != 150]
    (failure,) = failures
    assert failure.code is ProblemCode.ARCHIVE_DAMAGED
    start, end = map(int, failure.place.removeprefix("bytes ").split("-"))
    assert start <= middle
    assert end >= middle + 200


def test_corrupt_bytes_over_the_border_of_two_members():
    packed = members(300)
    data = bytearray(b"".join(packed))
    border = sum(map(len, packed[:150]))
    data[border - 100 : border + 100] = b"\xaa" * 200
    documents, failures = read(bytes(data))
    assert numbers(documents) == [number for number in range(300) if number not in {149, 150}]
    assert failures
    assert "https://ex.org/149" in failures[0].detail


@pytest.mark.parametrize("seed", range(60))
def test_whatever_happens_to_an_archive_costs_what_it_touches_and_is_told(seed):
    chance = random.Random(seed)
    packed = members(12)
    data = b"".join(packed)
    place, size = chance.randrange(len(data) - 1), chance.choice([1, 5, 50, 200, 1500])
    harm = chance.choice(["overwrite", "delete", "insert", "cut"])
    rubbish = chance.randbytes(size)
    rest = {"overwrite": data[place + size :], "delete": data[place + size :], "insert": data[place:], "cut": b""}[harm]
    documents, failures = read(data[:place] + (rubbish if harm in {"overwrite", "insert"} else b"") + rest)
    reach = {"insert": place + 1, "cut": len(data)}.get(harm, place + size)
    borders = list(accumulate(map(len, packed), initial=0))
    touched = {number for number in range(12) if borders[number] < reach and borders[number + 1] > place}
    whole = [document for document in documents if not document.problems]
    assert [document.content for document in whole] == [page_of(number) for number in numbers(whole)]
    assert set(range(12)) - set(numbers(whole)) <= touched
    assert len(whole) == 12 or failures or place in borders


def test_a_flipped_bit_that_only_the_checksum_knows_is_found():
    packed = members(3)
    packed[1] = packed[1][:-8] + bytes([packed[1][-8] ^ 1]) + packed[1][-7:]
    documents, failures = read(b"".join(packed))
    assert numbers(documents) == [0, 2]
    assert len(failures) == 1


def test_a_cut_archive_gives_what_there_is_and_says_that_it_is_cut():
    packed = members(300)
    data = b"".join(packed[:200]) + packed[200][:-60]
    documents, failures = read(data)
    assert numbers(documents) == list(range(201))
    assert [problem.code for problem in documents[-1].problems] == [ProblemCode.ARCHIVE_DAMAGED]
    assert page_of(200).startswith(documents[-1].content)
    assert "ends inside" in failures[0].detail


def test_a_cut_archive_of_one_member():
    data = gzip.compress(b"".join(record(number) for number in range(300)))
    documents, failures = read(data[: len(data) // 2])
    assert numbers(documents) == list(range(len(documents)))
    assert 100 < len(documents) < 200
    assert failures


def test_an_uncompressed_archive_goes_on_behind_rubbish_and_at_a_cut():
    records = [record(number) for number in range(10)]
    documents, failures = read(b"".join(records[:5]) + b"rubbish\n" * 30 + b"".join(records[5:])[:-100], "crawl.warc")
    assert numbers(documents) == list(range(10))
    assert [failure.code for failure in failures] == [ProblemCode.ARCHIVE_DAMAGED]
    assert [problem.code for problem in documents[-1].problems] == [ProblemCode.ARCHIVE_DAMAGED]


def test_a_letter_changed_in_an_uncompressed_archive_is_known_by_its_digest():
    records = [record(number, headers=f"WARC-Block-Digest: {digest_of(number)}\r\n") for number in range(3)]
    assert [document.problems for document in read(b"".join(records), "crawl.warc")[0]] == [(), (), ()]
    records[1] = records[1].replace(b"Page 1", b"Page 7")
    documents, _ = read(b"".join(records), "crawl.warc")
    assert [len(document.problems) for document in documents] == [0, 1, 0]


def digest_of(number):
    block = record(number).split(b"\r\n\r\n", 1)[1].removesuffix(b"\r\n\r\n")
    return f"sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}"


def test_a_header_that_is_damaged_costs_its_record():
    records = [record(number) for number in range(4)]
    records[1] = records[1].replace(b"Content-Length", b"Content\xff\xffength", 1)
    documents, failures = read(b"".join(records), "crawl.warc")
    assert numbers(documents) == [0, 2, 3]
    assert len(failures) == 1


def test_what_is_no_article_is_passed_over():
    data = b"".join([
        record(0, kind="warcinfo", content_type="application/warc-fields"),
        record(1, status=404),
        record(2, b"\x89PNG\r\n\x1a\n", content_type="image/png"),
        record(3, kind="request", content_type="application/http"),
        record(4),
        record(5, "Un texte seul.", kind="conversion", content_type="text/plain"),
    ])  # fmt: skip
    documents, failures = read(data)
    assert numbers(documents) == [4, 5]
    assert [document.markup for document in documents] == [True, False]
    assert failures == []


def test_pages_that_are_none_are_told():
    documents, failures = read(record(0, b"") + record(1, b"%PDF-1.4 xxx") + record(2))
    assert numbers(documents) == [2]
    assert [failure.uri for failure in failures] == ["crawl.warc.gz#https://ex.org/0", "crawl.warc.gz#https://ex.org/1"]


def test_codings_of_http_are_undone():
    body = gzip.compress(page_of(1).encode())
    documents, _ = read(record(1, body, coding="Content-Encoding: gzip\r\n"))
    assert documents[0].content == page_of(1)


def test_a_page_that_was_stored_inflated_is_read():
    documents, _ = read(record(1, coding="Content-Encoding: gzip\r\n"))
    assert documents[0].content == page_of(1)


def test_a_cut_or_damaged_coding_of_http_is_told():
    body = gzip.compress(page_of(1).encode())
    damaged = b"\x1f\x8b\x08\x00" + b"\xff" * 50
    coding = "Content-Encoding: gzip\r\n"
    documents, failures = read(record(1, body[:200], coding=coding) + record(2, damaged, coding=coding) + record(3))
    assert numbers(documents) == [1, 3]
    assert [problem.code for problem in documents[0].problems] == [ProblemCode.ARCHIVE_DAMAGED]
    assert page_of(1).startswith(documents[0].content)
    assert [failure.uri for failure in failures] == ["crawl.warc.gz#https://ex.org/2"]


def test_a_bomb_inside_http_is_cut():
    body = gzip.compress(b"<p>a</p>" * (2 << 20))
    documents, _ = read(record(1, body, coding="Content-Encoding: gzip\r\n"))
    assert len(documents[0].content) == MAX_DOCUMENT
    assert [problem.code for problem in documents[0].problems] == [ProblemCode.TEXT_TOO_LONG]


def test_the_charset_of_http_and_of_the_page():
    page = "<html><body><p>Le cœur coûte 3 €.</p></body></html>"
    documents, _ = read(record(1, page.encode("iso-8859-15"), content_type="text/html; charset=iso-8859-15"))
    assert documents[0].content == page


def test_what_the_crawler_cut_is_told():
    documents, _ = read(record(1, headers="WARC-Truncated: length\r\n"))
    assert [problem.code for problem in documents[0].problems] == [ProblemCode.TEXT_TOO_LONG]


def test_an_archive_bomb_is_refused():
    packer = zlib.compressobj(9, wbits=31)
    data = packer.compress(b"WARC/1.0\r\n") + b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()
    documents, failures = read(data)
    assert documents == []
    assert "refused" in failures[-1].detail


def test_a_member_larger_than_is_believed_at_once_is_read_as_a_stream():
    filler = [record(number, "<p>" + page_of(number) * 500 + "</p>") for number in range(60)]
    plain = b"".join(filler)
    assert len(plain) > MAX_MEMBER
    documents, failures = read(gzip.compress(plain, 1))
    assert numbers(documents) == list(range(60))
    assert failures == []


def test_memory_does_not_grow_with_the_archive():
    def peak(count):
        data = io.BytesIO(b"".join(members(10)) * count)
        tracemalloc.start()
        assert sum(1 for _ in read_stream(data, "crawl.warc.gz")) == 10 * count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(40) < 1.3 * peak(10) + (1 << 20)
