"""`greffier explain FILE:OFFSET`: which rules spoke at a place, which abstained and why.

In: a file and an offset in code points. Out: text on standard output. Not: a change of anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from greffier.pipeline.explain import Explanation

__all__ = ["explain"]

# Characters of context on both sides of the place, enough for a clause.
_CONTEXT = 60


@click.command(epilog="Examples: greffier explain article.txt:1204 · greffier explain corpus.jsonl:88 --article 3")
@click.argument("place", metavar="FILE:OFFSET")
@click.option("--article", "number", default=1, show_default=True, type=click.IntRange(min=1), help="Which article of the file, from 1.")
@click.option("--published", help="Day of publication (ISO 8601 or EDTF) where it is known.")
@click.option("--parser", "parser_name", help="Parser to use; see `greffier read --help`.")
def explain(place: str, number: int, published: str | None, parser_name: str | None) -> None:
    """Show every rule's verdict at OFFSET (Unicode code points of the text, from 0)."""
    name, _, digits = place.rpartition(":")
    if not name or not digits.isdigit():
        raise click.UsageError("give a file and an offset, as in article.txt:1204")
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(f"{name}: no such file")
    from greffier.door import explain as replay

    try:
        explanation = replay(path, int(digits), number=number, published=published, parser=parser_name)
    except IndexError as error:
        raise click.UsageError(str(error)) from error
    _print(explanation)


def _print(explanation: Explanation) -> None:
    text, offset = explanation.article.text, explanation.offset
    left, right = text[max(0, offset - _CONTEXT) : offset], text[offset + 1 : offset + _CONTEXT]
    click.echo(f"{left}⟦{text[offset]}⟧{right}".replace("\n", "⏎"))
    kind = explanation.segment.kind.value if explanation.segment else "between segments"
    click.echo(f"segment   {kind}")
    for noun in dict.fromkeys(verdict.noun for verdict in explanation.verdicts):
        for verdict in (v for v in explanation.verdicts if v.noun == noun):
            words = text[verdict.start : verdict.end].replace("\n", "⏎")
            detail = f"  ({verdict.detail})" if verdict.detail else ""
            click.echo(f"{noun:<9} {verdict.rule}: {verdict.answer.value} [{verdict.start}, {verdict.end}) {words}{detail}")
    if not explanation.verdicts:
        click.echo("no rule spoke of this place")
