from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from click.testing import CliRunner

from greffier.cli import main
from greffier.exports.countries import alpha3, cow
from greffier.records.wire import encode

TEXT = (
    "La Russie a bombardé l'Ukraine. Selon Kiev, Moscou aurait attaqué la Pologne. "
    "La \"grande\" armée iranienne n'a pas attaqué Israël.\nBerlin a livré des chars à l'Ukraine."
)


@pytest.fixture(scope="module")
def records(read_text, tmp_path_factory):
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    path.write_bytes(encode(read_text(TEXT, published="2023-01-26", publisher='Le "Fil"')) + b"\n")
    return path


def run(*args: str):
    return CliRunner().invoke(main, ["export", *args])


def strict_rows(text: str) -> list[list[str]]:
    """A reader that knows nothing of quoting: lines end with a line feed, cells with a tab."""
    assert text.endswith("\n")
    assert "\r" not in text
    assert '"' not in text
    rows = [line.split("\t") for line in text[:-1].split("\n")]
    assert {len(row) for row in rows} == {40}
    return rows


def test_polecat_is_forty_columns_for_a_strict_reader(records, tmp_path):
    out = tmp_path / "events.tsv"
    assert run("polecat", str(records), "-o", str(out)).exit_code == 0
    header, *rows = strict_rows(out.read_text(encoding="utf-8"))
    assert len(rows) >= 2
    first = dict(zip(header, rows[0], strict=True))
    assert first["Event Type"] == "ASSAULT"
    assert (first["Actor Country"], first["Actor COW"], first["Recipient Country"]) == ("RUS", "365", "UKR")
    assert first["Publication Date"] == "2023-01-26"
    assert first["Actor Title"] == "None"


def test_pandas_reads_what_the_strict_reader_reads(records, tmp_path):
    out = tmp_path / "events.tsv"
    run("polecat", str(records), "-o", str(out))
    frame = pd.read_csv(out, sep="\t", dtype=str, keep_default_na=False)
    assert [list(frame.columns), *frame.to_numpy().tolist()] == strict_rows(out.read_text(encoding="utf-8"))


def test_negated_events_stay_out_of_polecat_and_in_the_flat_table(records, tmp_path):
    out = tmp_path / "events.tsv"
    run("polecat", str(records), "-o", str(out))
    flat = list(csv.DictReader(io.StringIO(run("events", str(records)).stdout)))
    negated = {row["event_id"] for row in flat if row["status"] == "negated"}
    assert negated
    assert not negated & {row[0] for row in strict_rows(out.read_text(encoding="utf-8"))}


def test_the_sidecar_ties_each_row_to_its_characters(records, tmp_path):
    out = tmp_path / "events.tsv"
    run("polecat", str(records), "-o", str(out))
    _, *rows = strict_rows(out.read_text(encoding="utf-8"))
    evidence = [json.loads(line) for line in (tmp_path / "events.tsv.sidecar.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [e["event_id"] for e in evidence] == [row[0] for row in rows]
    text = json.loads(records.read_bytes())["text"]
    assert all(text[e["trigger"]["start"] : e["trigger"]["end"]] == e["trigger"]["quote"] for e in evidence)


def test_the_flat_table_for_excel_has_a_mark_and_semicolons(records, tmp_path):
    out = tmp_path / "events.csv"
    run("events", str(records), "--excel", "-o", str(out))
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfevent_id;article_id;")


def test_country_codes():
    assert (alpha3("XK"), cow("XK"), alpha3("FR"), cow("FR"), alpha3(None), cow("PS")) == ("KOS", "347", "FRA", "220", None, None)
