from __future__ import annotations

import gzip
import json
from pathlib import Path

from greffier.records.wire import decode
from tools.build_sample_archive import PAGES, record
from tools.renew_golden import GOLDEN, ROOT, records


def test_the_samples_give_their_golden_records():
    """If a change is meant: python tools/renew_golden.py, and look at the difference."""
    wanted = [json.loads(line) for line in GOLDEN.read_bytes().splitlines()]
    found = [json.loads(line) for line in records()]
    assert [r["origin"]["uri"] for r in found] == [r["origin"]["uri"] for r in wanted]
    for new, old in zip(found, wanted, strict=True):
        for key in set(old) - {"generated_by", "id"}:
            assert new[key] == old[key], f"{old['origin']['uri']}: {key}"


def test_golden_records_are_records():
    for number, line in enumerate(GOLDEN.read_bytes().splitlines(), 1):
        decode(line, number=number)


def test_two_runs_give_the_same_bytes():
    assert records() == records()


def test_the_archive_is_made_of_its_pages():
    folder = ROOT / "tools"
    made = b"".join(record((folder / page).read_bytes(), *told) for page, told in PAGES.items())
    assert gzip.decompress(made) == gzip.decompress((ROOT / "samples/agences.warc.gz").read_bytes())


def test_there_are_samples_in_every_common_format():
    kinds = {path.suffix for path in Path(ROOT / "samples").rglob("*") if path.is_file()}
    assert kinds == {".txt", ".html", ".jsonl", ".gz"}
