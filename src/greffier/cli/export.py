"""`greffier export`: records in formats of others.

In: files of records. Out: tables on standard output or in a file. Not: analysis; run `greffier read` first.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from greffier.records import Article

__all__ = ["export"]


@click.group(epilog="Example: greffier export events records.jsonl -o events.csv")
def export() -> None:
    """Write records in formats of others."""


@export.command(epilog="Example: greffier export polecat records.jsonl -o events.tsv")
@click.argument("records", nargs=-1, required=True, type=click.File("rb"))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The table; the sidecar stands beside it."
)
def polecat(records: tuple[BinaryIO, ...], output: Path) -> None:
    """Write events in the forty columns of POLECAT, and OUTPUT.sidecar.jsonl beside it.

    The sidecar holds, by Event ID, what the columns have no room for: offsets, status, the statement that claims the event.
    Negated and hypothetical events are left out, as PLOVER asks.
    """
    from greffier.exports import POLECAT_COLUMNS, polecat_rows, sidecar_lines

    beside = output.with_name(output.name + ".sidecar.jsonl")
    events = 0
    with output.open("w", encoding="utf-8", newline="") as table, beside.open("wb") as sidecar:
        table.write("\t".join(POLECAT_COLUMNS) + "\n")
        for article in _articles(records):
            for row in polecat_rows(article):
                table.write("\t".join(row) + "\n")
                events += 1
            sidecar.writelines(line + b"\n" for line in sidecar_lines(article))
    click.echo(f"{events} events in {output}, their evidence in {beside}", err=True)


@export.command(epilog="Example: greffier export events records.jsonl --excel -o evenements.csv")
@click.argument("records", nargs=-1, required=True, type=click.File("rb"))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The table; standard output if not given.")
@click.option("--excel", is_flag=True, help="For a French Excel: byte order mark and semicolons.")
def events(records: tuple[BinaryIO, ...], output: Path | None, *, excel: bool) -> None:
    """Write events as a flat CSV, one row an event, `|` between several values."""
    from greffier.exports import EVENT_COLUMNS, event_rows

    with ExitStack() as stack:
        encoding = "utf-8-sig" if excel else "utf-8"
        file = stack.enter_context(output.open("w", encoding=encoding, newline="")) if output else sys.stdout
        writer = csv.writer(file, delimiter=";" if excel else ",", lineterminator="\n")
        writer.writerow(EVENT_COLUMNS)
        for article in _articles(records):
            writer.writerows(event_rows(article))


def _articles(records: tuple[BinaryIO, ...]) -> Iterator[Article]:
    from greffier.records.wire import read_lines

    for file in records:
        yield from read_lines(file)
