"""`greffier show`: articles in the terminal, with sources, cues and contents marked, and the list of statements under each.

In: files of records, or articles of any format. Out: text on standard output. Not: pages for a browser.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from greffier.records import Article, Event, Published, Statement

__all__ = ["show"]

# Underline and weight differ too, so that nothing depends on colour alone.
_STYLES = {"content": "green", "source": "bold cyan", "cue": "italic yellow"}
# Without styles (a pipe, NO_COLOR) the same three are set in signs that French news does not use.
_SIGNS = {"content": ("⟦", "⟧"), "source": ("⟨", "⟩"), "cue": ("‹", "›")}


@click.command(
    epilog="Examples: greffier show article.html · greffier show records.jsonl --limit 3 · greffier read a.txt | greffier show -",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--limit", type=click.IntRange(min=1), help="Show only the first N articles.")
@click.option("--list-only", is_flag=True, help="Leave the text out, list the statements alone.")
@click.option("--parser", "parser_name", help="Parser for files that are not records yet; see `greffier read --help`.")
def show(files: tuple[Path, ...], limit: int | None, parser_name: str | None, *, list_only: bool) -> None:
    """Show articles with who said what.

    FILES are records written by `greffier read`, or articles of any format it reads; `-` is standard input (records).
    """
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    articles = (article for file in files for article in _articles(file, parser_name))
    for article in islice(articles, limit):
        _show(article, console, list_only=list_only)


def _articles(file: Path, parser_name: str | None) -> Iterator[Article]:
    from greffier.records.wire import read_lines

    if str(file) == "-":
        yield from read_lines(sys.stdin.buffer)
        return
    if not file.exists():
        raise click.UsageError(f"{file}: no such file")
    if _holds_records(file):
        with file.open("rb") as lines:
            yield from read_lines(lines)
        return
    from greffier.article.readers import read_path
    from greffier.door import analyze

    for raw in read_path(file):
        yield analyze(raw, parser=parser_name)


def _holds_records(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as lines:
        return lines.read(30).startswith(b'{"schema":"greffier.')


def _show(article: Article, console: Console, *, list_only: bool) -> None:
    from rich.text import Text

    title = article.metadata.title.words if article.metadata.title else article.origin.uri
    console.rule(Text(title), align="left", characters="─")
    facts = (
        article.metadata.publisher,
        article.metadata.published.edtf or "date inconnue",
        ", ".join(article.metadata.agencies),
        article.origin.uri,
    )
    console.print(Text(" · ".join(fact for fact in facts if fact)), style="dim")
    if not list_only:
        console.print()
        console.print(_marked(article, styled=console.color_system is not None and not console.no_color))
    console.print()
    for statement in article.statements:
        console.print(_line(statement))
    if not article.statements:
        console.print("aucune déclaration trouvée", style="dim")
    for event in article.events:
        console.print(_event_line(event, article))
    links = ", ".join(f"{link.source} {link.kind.value} {link.target}" for link in article.links)
    if links:
        console.print(Text(f"liens : {links}"))
    for problem in article.problems:
        console.print(Text(f"problème : {problem.code.value} {problem.detail or ''}".rstrip()), style="dim")
    console.print()


def _day(published: Published) -> str:
    """The day of publication as a reader wants it: one day or month, else its bounds."""
    if published.edtf is None:
        return "date inconnue"
    if len(published.edtf) <= len("2016-10-28"):
        return published.edtf
    if published.earliest or published.latest:
        return f"entre {published.earliest or '?'} et {published.latest or '?'}"
    return "date incertaine"


def _event_line(event: Event, article: Article) -> Text:
    from rich.text import Text

    names = {entity.id: entity.name for entity in article.entities}
    sides = [", ".join(names[i] for i in side if i in names) or "?" for side in (event.actors, event.recipients)]
    kind = f"{event.type.value}:{event.mode}" if event.mode else event.type.value
    claim = f", {event.within}" if event.within else ""
    return Text.assemble(
        (f"{event.id:>4}  ", "dim"),
        f"{sides[0]} → {sides[1]} — {kind}",
        (f" ({event.status.value}{claim})", "dim"),
        f" : {event.trigger.quote}",
    )


def _marked(article: Article, *, styled: bool) -> Text:
    from rich.text import Text

    from greffier.records.marks import MarkKind, runs

    out = Text()
    for run in runs(article):
        if not styled:
            out.append("".join(_SIGNS[m.kind.value][0] for m in run.opens))
        kinds = [m.kind.value for m in run.marks]
        inner = next((kind for kind in ("cue", "source", "content") if kind in kinds), None)
        out.append(run.text, style=_STYLES[inner] if styled and inner else "")
        for mark in run.closes:
            if not styled:
                out.append(_SIGNS[mark.kind.value][1])
            if mark.kind is MarkKind.CONTENT:
                out.append(f"[{mark.statement}]", style="dim")
    return out


def _line(statement: Statement) -> Text:
    from rich.text import Text

    source = statement.source.name or statement.source.quote or "source inconnue"
    signs = [statement.mode.value]
    signs += ["hearsay"] if statement.attestation.value == "hearsay" else []
    signs += ["negated"] if statement.negated else []
    signs += [f"in {statement.within}"] if statement.within else []
    signs += [f"same as {statement.same_as}"] if statement.same_as else []
    signs += [f"via {relay.name}" for relay in statement.relays if relay.name]
    words = " […] ".join(piece.quote for piece in statement.content)
    return Text.assemble(
        (f"{statement.id:>4}  ", "dim"),
        (source, _STYLES["source"]),
        f" — {statement.act.value}",
        (f" ({', '.join(signs)})", "dim"),
        " : ",
        (words, _STYLES["content"]),
    )
