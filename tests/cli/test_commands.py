from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from greffier.cli import main
from greffier.records import Article, GeneratedBy, Metadata, Mode, Origin, Source, Span, Statement
from greffier.records.wire import encode

TEXT = "« Oui », a dit Luc."
ARTICLE = Article(
    id="0" * 16,
    origin=Origin(uri="a.txt", format="text"),
    text=TEXT,
    text_sha256="x",
    metadata=Metadata(),
    statements=(
        Statement(
            id="s1",
            content=(Span.of(TEXT, 2, 5),),
            mode=Mode.DIRECT,
            cue=Span.of(TEXT, 9, 14),
            source=Source(start=15, end=18, quote="Luc", name="Luc Dupont"),
            rule="r",
            score=0.5,
        ),
    ),
    generated_by=GeneratedBy(greffier="0", language_pack=None, parser=None),
)


def run(*args: str, stdin: bytes | None = None):
    return CliRunner().invoke(main, list(args), input=stdin)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(encode(ARTICLE) + b"\n")
    return path


def test_check_passes_sound_records(records):
    result = run("check", str(records))
    assert result.exit_code == 0
    assert "1 records, 0 malformed, 0 with spans" in result.stderr


def test_check_names_a_moved_span_and_exits_with_6(records):
    record = json.loads(records.read_bytes())
    record["statements"][0]["cue"]["start"] -= 1
    records.write_text(json.dumps(record), encoding="utf-8")
    result = run("check", str(records))
    assert result.exit_code == 6
    assert "line 1: statements[0].cue" in result.stdout


def test_check_names_a_malformed_line_goes_on_and_exits_with_2(records):
    records.write_bytes(b"{\n" + encode(ARTICLE))
    result = run("check", str(records))
    assert result.exit_code == 2
    assert "line 1" in result.stdout
    assert "2 records, 1 malformed" in result.stderr


def test_show_sets_signs_where_there_are_no_colours(records):
    result = run("show", str(records))
    assert result.exit_code == 0
    assert "« ⟦Oui⟧[s1] », ‹a dit› ⟨Luc⟩." in result.stdout
    assert "Luc Dupont — state (direct) : Oui" in result.stdout


def test_show_reads_records_from_standard_input(records):
    assert "Luc Dupont" in run("show", "-", "--list-only", stdin=records.read_bytes()).stdout


def test_show_of_a_missing_file_is_a_usage_error():
    result = run("show", "nowhere.jsonl")
    assert result.exit_code == 2
    assert "no such file" in result.stderr


@pytest.mark.parametrize("place", ["nofile.txt", "nofile.txt:x", "nofile.txt:3"])
def test_explain_says_what_is_wrong_with_the_place(place):
    assert run("explain", place).exit_code == 2


def test_explain_shows_the_place_and_its_segment(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Le ministre a dit non. Il pleut sur la ville depuis trois jours.", encoding="utf-8")
    result = run("explain", f"{path}:3", "--parser", "none")
    assert result.exit_code == 0
    assert "Le ⟦m⟧inistre" in result.stdout
    assert "segment" in result.stdout


def test_explain_refuses_an_offset_outside_the_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Court.", encoding="utf-8")
    result = run("explain", f"{path}:600", "--parser", "none")
    assert result.exit_code == 2
    assert "outside a text of 6" in result.stderr


def test_schema_is_the_one_of_the_record():
    schema = json.loads(run("schema").stdout)
    assert schema["$defs"]["Article"]["properties"]["schema"]["enum"] == ["greffier.article/1"]


def test_eval_of_gold_against_itself_is_perfect(records):
    result = run("eval", str(records), str(records), "--json")
    assert json.loads(result.stdout)["layers"]["statements"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_a_closed_pipe_is_quiet(records):
    records.write_bytes((encode(ARTICLE) + b"\n") * 3000)
    command = f"{sys.executable} -m greffier show {records} --list-only | head -n 1"
    result = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert result.stderr == b""
