"""`greffier check`: do the words of every span stand at their place?

In: files of records. Out: a line for each violation on standard output, a count on standard error. Not: whether what was said is true.
"""

from __future__ import annotations

from typing import BinaryIO

import click

from greffier.errors import OffsetError, RecordError

__all__ = ["check"]


@click.command(epilog="Example: greffier read articles/ -o records.jsonl && greffier check records.jsonl")
@click.argument("files", nargs=-1, required=True, type=click.File("rb"))
@click.pass_context
def check(context: click.Context, files: tuple[BinaryIO, ...]) -> None:
    """Check records: JSON, keys, types, and for every span text[start:end] == quote.

    FILES are JSON Lines of records, `-` is standard input. Exit code 6 if a span does not hold, 2 if a line is no record.
    """
    from greffier.records.wire import decode

    articles, broken, malformed = 0, 0, 0
    for file in files:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            articles += 1
            try:
                decode(line, number=number)
            except OffsetError as error:
                broken += 1
                click.echo(f"{file.name}: {error}")
            except RecordError as error:
                malformed += 1
                click.echo(f"{file.name}: {error}")
    click.echo(f"{articles} records, {malformed} malformed, {broken} with spans that do not hold", err=True)
    if broken or malformed:
        context.exit(OffsetError.exit_code if broken else RecordError.exit_code)
