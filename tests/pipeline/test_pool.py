from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from greffier.errors import ArticleError, ModelError
from greffier.pipeline.pool import Batch, Pool
from greffier.pipeline.run import read_corpus
from greffier.records import Failure, Origin, ProblemCode, RawDocument
from tests.pipeline.fakes import broken, misbehaving, unloadable, with_process_ids
from tests.support.hanging import ends
from tests.support.processes import await_true, below, lives


def raw(text, uri="a"):
    return RawDocument(origin=Origin(uri=uri, format="text"), content=text)


def outcomes(texts, *, workers=1, time_limit=0.5, size=4, make=misbehaving):
    readings = [raw(text, f"{number}") for number, text in enumerate(texts)]
    batches = [Batch(start + 1, readings[start : start + size]) for start in range(0, len(readings), size)]
    with Pool(make, workers=workers, time_limit=time_limit) as pool:
        return [outcome for batch in pool.run(batches) for outcome in batch.outcomes]


def told(outcome):
    return outcome.code if isinstance(outcome, Failure) else json.loads(outcome)["text"]


@pytest.mark.parametrize("workers", [1, 3])
def test_outcomes_come_in_the_order_of_the_input(workers):
    texts = ["SLOW" if number % 5 == 0 else f"t{number}" for number in range(23)]
    assert [told(outcome) for outcome in outcomes(texts, workers=workers, time_limit=5, size=2)] == texts


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("HANG", ProblemCode.TIME_LIMIT),
        ("ABORT", ProblemCode.WORKER_CRASHED),
        ("KILL", ProblemCode.WORKER_CRASHED),
        ("RAISE", ProblemCode.LAYER_FAILED),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_only_the_guilty_article_fails(word, code, workers):
    texts = ["a", word, "b", "c", "d", word]
    assert [told(outcome) for outcome in outcomes(texts, workers=workers)] == ["a", code, "b", "c", "d", code]


def test_failures_say_what_happened():
    abort, hang, key = (outcome for outcome in outcomes(["ABORT", "HANG", "RAISE"]) if isinstance(outcome, Failure))
    assert (abort.uri, abort.detail) == ("0", "the worker ended with SIGABRT")
    assert hang.detail == "not finished after 0.5 s"
    assert "KeyError: 'no such thing'" in key.detail


def test_failures_of_readers_pass_through():
    failure = Failure(uri="x", code=ProblemCode.BINARY)
    batches = [Batch(1, [raw("a"), failure, raw("b")]), Batch(4, [failure])]
    with Pool(misbehaving, workers=1, time_limit=5) as pool:
        assert [told(outcome) for batch in pool.run(batches) for outcome in batch.outcomes] == ["a", failure.code, "b", failure.code]


def test_articles_that_are_slow_only_together_all_come_out():
    assert [told(outcome) for outcome in outcomes(["SLOW"] * 4, time_limit=0.4)] == ["SLOW"] * 4


def test_a_parser_that_is_missing_is_an_error_of_the_caller():
    with pytest.raises(ModelError, match="no parser 'x'"):
        outcomes(["a"], make=unloadable)


def test_an_error_while_loading_is_shown():
    with pytest.raises(RuntimeError, match="something in a library"):
        outcomes(["a"], make=broken)


def test_no_more_than_a_few_batches_are_held():
    taken = []

    def batches():
        for number in range(100):
            taken.append(number)
            yield Batch(number + 1, [raw("a")])

    with Pool(misbehaving, workers=2, time_limit=5) as pool:
        for count, _ in enumerate(pool.run(batches()), 1):
            assert len(taken) <= count + 5


def test_leaving_ends_all_processes():
    with Pool(with_process_ids, workers=2, time_limit=5) as pool:
        batches = [Batch(number, [raw("a")]) for number in range(1, 9)]
        facts = [json.loads(outcome)["text"].split() for batch in pool.run(batches) for outcome in batch.outcomes]
        nursery = pool._nursery.pid
    assert {threads for _, threads in facts} == {"1"}
    for pid in {int(pid) for pid, _ in facts} | {nursery}:
        assert not lives(pid)


def test_closing_the_results_early_ends_a_hanging_worker(tmp_path):
    (tmp_path / "a.txt").write_text("HANG")
    results = read_corpus([tmp_path / "missing.txt"] * 40 + [tmp_path / "a.txt"], make=misbehaving)
    assert isinstance(next(results), Failure)
    with ends():
        results.close()


def test_when_the_parent_is_killed_all_processes_end(tmp_path):
    (tmp_path / "a.txt").write_text("HANG")
    code = (
        "import pathlib, sys, tests.pipeline.fakes as fakes, greffier.pipeline.run as run\n"
        f"list(run.read_corpus([pathlib.Path({str(tmp_path)!r})], make=fakes.misbehaving))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    parent = subprocess.Popen([sys.executable, "-c", code], env=environment, start_new_session=True)
    children = await_true(lambda: len(below(parent.pid)) == 2 and below(parent.pid))
    parent.kill()
    parent.wait()
    await_true(lambda: not any(lives(pid) for pid in children))


def test_when_the_nursery_is_killed_the_caller_is_told():
    batches = [Batch(1, [raw("a")]), Batch(2, [raw("HANG")])]
    with Pool(misbehaving, workers=1, time_limit=30) as pool:
        results = pool.run(batches)
        next(results)
        (worker,) = (worker.pid for worker in pool._workers)
        pool._nursery.kill()
        with pytest.raises(ArticleError, match="has died"):
            next(results)
        await_true(lambda: not lives(worker))
