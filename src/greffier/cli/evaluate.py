"""`greffier eval GOLD PRED`: precision and recall against gold records.

In: two files of records. Out: a table, or JSON, on standard output. Not: the gold.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from greffier.evaluation import Report

__all__ = ["evaluate"]


@click.command("eval", epilog="Example: greffier read texts/ -o pred.jsonl && greffier eval gold.jsonl pred.jsonl")
@click.argument("gold", type=click.File("rb"))
@click.argument("pred", type=click.File("rb"))
@click.option("--json", "as_json", is_flag=True, help="Print counts and figures as JSON.")
def evaluate(gold: BinaryIO, pred: BinaryIO, *, as_json: bool) -> None:
    """Compare the records of PRED with the annotated ones of GOLD (statements, times, noise).

    Articles are paired by their text. A layer that GOLD does not have is not judged.
    """
    from greffier.evaluation import evaluate as compare
    from greffier.evaluation import read_gold

    report = compare(read_gold(gold), read_gold(pred))
    click.echo(_json(report) if as_json else _table(report))


def _figure(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.3f}"


def _table(report: Report) -> str:
    rows = [f"articles {report.articles}, without prediction {report.missing}", "layer                 P      R      F1"]
    rows += [f"{s.name:<18} {_figure(s.precision)}  {_figure(s.recall)}  {_figure(s.f1)}" for s in report.layers]
    rows += ["of the matched, right"]
    rows += [f"{s.name:<18} {_figure(s.recall)}   ({s.right} of {s.right + s.missed})" for s in report.attributes]
    return "\n".join(rows)


def _json(report: Report) -> str:
    layers = {s.name: {"precision": s.precision, "recall": s.recall, "f1": s.f1} for s in report.layers}
    attributes = {s.name: s.recall for s in report.attributes}
    return json.dumps({"articles": report.articles, "missing": report.missing, "layers": layers, "attributes": attributes}, indent=1)
