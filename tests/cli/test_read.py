from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from greffier.cli import main
from tests.support.processes import await_true, below, lives

REAL = [sys.executable, "-m", "greffier", "read", "--parser", "none"]
# The command with an analysis that gives the text back: no tables to load.
FAKED = (
    "import greffier.pipeline.run as run, tests.pipeline.fakes as fakes, greffier.cli as cli; run.load_analysis = fakes.plain; cli.main()"
)
COMMAND = [sys.executable, "-c", FAKED, "read"]


SPOKEN = "« Nous avons signé cet accord hier soir à Lyon », a déclaré mardi la ministre Anne Martin devant les journalistes réunis."


def run(*arguments, stdin=None, command=COMMAND):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run([*command, *map(str, arguments)], input=stdin, capture_output=True, timeout=60, check=False, env=environment)


def texts(output):
    return [json.loads(line)["text"] for line in output.splitlines()]


@pytest.fixture
def folder(tmp_path):
    """Three sound files, one that is empty, one that is an image."""
    inputs = tmp_path / "in"
    (inputs / "b").mkdir(parents=True)
    (inputs / "a.txt").write_text("Premier article.")
    (inputs / "b" / "c.txt").write_text("Deuxième article.")
    (inputs / "d.jsonl").write_text('{"id": "x", "text": "Troisième."}\n{"id": \n{"id": "y", "text": "Quatrième."}\n')
    (inputs / "e.txt").write_bytes(b"")
    (inputs / "f.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return inputs


def test_records_on_standard_output_failures_on_standard_error(folder):
    done = run(folder)
    assert texts(done.stdout) == ["Premier article.", "Deuxième article.", "Troisième.", "Quatrième."]
    assert b"d.jsonl, line 2: input_unreadable" in done.stderr
    assert b"4 articles, 3 failed" in done.stderr
    assert done.returncode == 4


def test_standard_input():
    done = run("-", stdin="Le préfet a parlé.".encode("cp1252"))
    assert texts(done.stdout) == ["Le préfet a parlé."]
    assert done.returncode == 0


def test_an_output_file_with_its_failures_beside_it(folder, tmp_path):
    done = run(folder, "-o", tmp_path / "out.jsonl")
    assert done.stdout == b""
    assert len(texts((tmp_path / "out.jsonl").read_text())) == 4
    failures = [json.loads(line) for line in (tmp_path / "out.jsonl.errors.jsonl").read_text().splitlines()]
    assert [(f["number"], f["place"], f["code"]) for f in failures] == [
        (4, "line 2", "input_unreadable"), (6, None, "input_unreadable"), (7, None, "binary"),
    ]  # fmt: skip


def test_no_file_of_failures_where_nothing_failed(folder, tmp_path):
    (tmp_path / "out.jsonl.errors.jsonl").write_text("left from an earlier run")
    run(folder / "a.txt", "-o", tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl.errors.jsonl").exists()


def test_failures_go_to_the_file_that_is_named(folder, tmp_path):
    done = run(folder, "--errors", tmp_path / "bad.jsonl")
    assert len((tmp_path / "bad.jsonl").read_text().splitlines()) == 3
    assert len(texts(done.stdout)) == 4


@pytest.mark.parametrize("name", ["nowhere", "e.txt", "f.txt"])
def test_nothing_readable_is_exit_code_3(folder, name):
    assert run(folder / name).returncode == 3


def test_an_empty_folder_is_exit_code_3(tmp_path):
    assert run(tmp_path).returncode == 3


def test_a_layer_that_fails_costs_that_layer_of_that_article(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in [SPOKEN, f"{SPOKEN} FAUTE.", SPOKEN]))
    command = [sys.executable, "-c", FAKED.replace("plain", "without_events"), "read", "--parser", "none"]
    done = run(tmp_path, command=command)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(record["mentions"] for record in records)
    assert [[p["code"] for p in record["problems"]] for record in records] == [[], ["layer_failed"], []]
    assert "events: KeyError: 'no such table'" in done.stderr.decode()
    assert done.returncode == 4


def test_what_is_being_written_is_not_read(folder):
    for _ in range(2):
        run(folder, "-o", folder / "b" / "out.jsonl")
        assert len(texts((folder / "b" / "out.jsonl").read_text())) == 4
    assert run(folder / "a.txt", "-o", folder / "a.txt").returncode == 2


def test_progress_stands_on_a_terminal_only(folder, tmp_path):
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [*COMMAND, str(folder), "-o", str(tmp_path / "out.jsonl")], stderr=theirs, env=os.environ | {"NO_COLOR": "1"}
    )
    process.wait(30)
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "4 articles, 3 failed" in shown
    assert "\x1b[2K" in shown  # a line that was shown is taken back
    assert "\x1b[3" not in shown  # no colour
    assert b"\x1b" not in run(folder).stderr


def test_limit_counts_failures_too(folder):
    assert len(texts(run(folder, "--limit", "4").stdout)) == 3


@pytest.mark.parametrize(
    "arguments", [[], ["--resume", "a.txt"], ["--published", "2015-13", "a.txt"], ["--published", "hier", "a.txt"], ["--x"]]
)
def test_usage_errors_are_exit_code_2(arguments):
    assert CliRunner().invoke(main, ["read", *arguments]).exit_code == 2


def test_a_parser_that_is_missing_is_exit_code_2(folder):
    done = run(folder, "--parser", "no_such_parser", command=REAL)
    assert done.returncode == 2
    assert b"no_such_parser" in done.stderr


def test_a_mistyped_parser_does_not_cost_the_file_that_is_there(folder, tmp_path):
    (tmp_path / "out.jsonl").write_text("the work of a week\n")
    run(folder, "-o", tmp_path / "out.jsonl", "--parser", "no_such_parser", command=REAL)
    assert (tmp_path / "out.jsonl").read_text() == "the work of a week\n"
    assert run(folder, "-o", tmp_path / "nowhere" / "out.jsonl").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_without_a_traceback(folder):
    done = run(folder, "-o", "/dev/full")
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_dry_run_analyses_nothing(folder, tmp_path):
    done = run(folder, "--dry-run", "-o", tmp_path / "out.jsonl", command=REAL)
    assert done.stdout.decode().splitlines()[:3] == ["jsonl: 2", "text: 2", "unreadable: 3"]
    assert b"none" in done.stdout
    assert not (tmp_path / "out.jsonl").exists()


def test_the_same_bytes_with_more_workers(folder):
    assert run(folder, "--workers", "3", command=REAL).stdout == run(folder, command=REAL).stdout


def test_a_reader_of_the_output_that_goes_away_is_no_error(folder):
    command = f"{' '.join(REAL)} {folder} {folder} {folder} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert b"Traceback" not in done.stderr
    assert b"Broken pipe" not in done.stderr


def many(tmp_path, count=120):
    """Articles of which every tenth line is no JSON."""
    path = tmp_path / "many.jsonl"
    lines = ["{" if number % 10 == 3 else json.dumps({"text": f"Article {number}. " + "Il a parlé. " * 40}) for number in range(count)]
    path.write_text("\n".join(lines) + "\n")
    return path


def start(path, output):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen([*COMMAND, str(path), "-o", str(output)], stderr=subprocess.DEVNULL, env=environment, start_new_session=True)


def wait_for(path, size):
    await_true(lambda: path.exists() and path.stat().st_size >= size)


def test_killed_and_resumed_gives_the_same_bytes(undisturbed, tmp_path):
    path, whole, errors = undisturbed
    output = tmp_path / "out.jsonl"
    process = start(path, output)
    wait_for(output, len(whole) // 3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert len(output.read_bytes()) < len(whole)
    with output.open("ab") as file:  # what a line looks like that was being written
        file.write(b'{"schema":"greffier.art')
    done = run(path, "-o", output, "--resume")
    assert output.read_bytes() == whole
    assert (tmp_path / "out.jsonl.errors.jsonl").read_bytes() == errors
    assert b"108 articles" in done.stderr
    assert b"12 failed" in done.stderr


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    path = many(folder)
    run(path, "-o", folder / "out.jsonl")
    return path, (folder / "out.jsonl").read_bytes(), (folder / "out.jsonl.errors.jsonl").read_bytes()


@pytest.mark.parametrize("kept", [0, 1, 16, 40, 107, 108])
def test_resumed_after_any_number_of_records(undisturbed, tmp_path, kept):
    path, whole, errors = undisturbed
    output = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.errors.jsonl").write_bytes(errors)
    output.write_bytes(b"".join(whole.splitlines(keepends=True)[:kept]))
    run(path, "-o", output, "--resume")
    assert output.read_bytes() == whole
    assert (tmp_path / "out.jsonl.errors.jsonl").read_bytes() == errors


def test_resuming_what_is_not_there_yet_begins(folder, tmp_path):
    run(folder, "-o", tmp_path / "out.jsonl", "--resume")
    assert len(texts((tmp_path / "out.jsonl").read_text())) == 4


def test_a_file_of_somebody_else_is_left_as_it_is(folder, tmp_path):
    notes = tmp_path / "notes.md"
    notes.write_text("Une ligne.\nUne autre, sans fin")
    done = run(folder, "-o", notes, "--resume")
    assert done.returncode == 2
    assert notes.read_text() == "Une ligne.\nUne autre, sans fin"


def test_records_of_another_version_cannot_be_resumed(undisturbed, tmp_path):
    path, whole, _ = undisturbed
    output = tmp_path / "out.jsonl"
    before = b"".join(whole.splitlines(keepends=True)[:20]).replace(b'"greffier":"0"', b'"greffier":"0.0.1"')
    output.write_bytes(before)
    done = run(path, "-o", output, "--resume")
    assert done.returncode == 2
    assert b"it was made with 0.0.1" in done.stderr
    assert output.read_bytes() == before


def test_another_input_cannot_be_resumed(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    run(folder, "-o", output)
    before = output.read_bytes()
    done = run(folder / "d.jsonl", "-o", output, "--resume")
    assert done.returncode == 2
    assert b"cannot be resumed" in done.stderr
    assert output.read_bytes() == before


def test_interrupted_is_exit_code_130_and_leaves_no_process(tmp_path):
    path = many(tmp_path, 5000)
    output = tmp_path / "out.jsonl"
    process = start(path, output)
    wait_for(output, 1)
    children = below(process.pid)
    assert children
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    await_true(lambda: not any(lives(pid) for pid in children))


def test_every_option_is_documented():
    command = main.get_command(None, "read")
    page = (Path(__file__).parents[2] / "docs" / "readers.md").read_text()
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert [option for option in sorted(options) if f"`{option}" not in page] == []
