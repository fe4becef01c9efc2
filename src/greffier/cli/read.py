"""`greffier read`: from files to records.

In: paths. Out: JSON Lines on standard output or in a file; failures in a file of their own. Not: analysis.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from greffier.errors import GreffierError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from greffier.pipeline.resume import Earlier
    from greffier.pipeline.worker import Outcome
    from greffier.records import Failure

__all__ = ["read"]

# Failures told one by one on standard error; the others are counted there, and all are in the file of failures.
_TOLD = 20
# How a record says that one of its layers is missing; inside a text the quotation marks would be escaped.
_LAYER_FAILED = b'"code":"layer_failed"'


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Take a year, a month or a day, perhaps with a time."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d.*)?)?)?", value or "")
    try:
        if match:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        match = None
    if value is not None and match is None:
        raise click.BadParameter(f"{value!r} is no day: write 2015-12-24, 2015-12 or 2015", context, parameter)
    return value


@click.command(
    epilog="""\b
Examples:
  greffier read article.html                            one page, its record on standard output
  greffier read dump/ crawl.warc.gz -o records.jsonl    folders and archives into a file
  greffier read dump/ -o records.jsonl --resume         go on after an interruption
  curl -s https://example.org/a.html | greffier read - --published 2015-12-24
""",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write records to this file, not to standard output.")
@click.option(
    "--errors",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write failed inputs to this file, one JSON object a line.  [default: OUTPUT.errors.jsonl where -o is given and something fails]",
)
@click.option("--published", callback=_day, metavar="DATE", help="Day of publication of articles for which the input tells none.")
@click.option(
    "--parser", help="Parser: greffier_fr, a spaCy pipeline, conllu:FILE, or `none` for surface rules only.  [default: greffier_fr]"
)
@click.option(
    "--actors",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Your own dictionary of actors, CSV or YAML; may be given several times.  [default: greffier.actors.csv or .yaml, if it is here]",
)
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that analyse; they share memory.")
@click.option("--limit", type=click.IntRange(min=1), help="Stop after this many articles, failed ones included.")
@click.option("--time-limit", type=click.FloatRange(min=0.1), help="Seconds one article may take.  [default: 20]")
@click.option("--resume", is_flag=True, help="Go on with an OUTPUT that was interrupted; the result is the same as without interruption.")
@click.option("--dry-run", is_flag=True, help="Say what would be read, by which parser, into which file; analyse nothing.")
@click.pass_context
def read(  # noqa: PLR0913, PLR0917  # one argument an option
    context: click.Context,
    paths: tuple[Path, ...],
    output: Path | None,
    errors: Path | None,
    published: str | None,
    actors: tuple[Path, ...],
    parser: str | None,
    workers: int,
    limit: int | None,
    time_limit: float | None,
    *,
    resume: bool,
    dry_run: bool,
) -> None:
    """Read articles and write one record a line (JSON Lines).

    PATHS are files or folders; `-` is standard input. Formats are told from the content: text, HTML, JSON Lines, CSV, WARC, RSS and Atom,
    each also as .gz, .zst, .bz2. Exit code 4 if some inputs failed, 3 if nothing could be read.
    """
    from greffier.pipeline.run import TIME_LIMIT, read_corpus

    if resume and output is None:
        raise click.UsageError("--resume needs the file to go on with: add -o FILE")
    if output and not output.parent.is_dir():
        raise click.UsageError(f"there is no folder {output.parent}")
    lazy = errors is None and output is not None and (output.is_file() or not output.exists())
    if lazy and output:
        errors = output.with_name(f"{output.name}.errors.jsonl")
    written = [file for file in (output, errors) if file]
    if any(path.resolve() == file.resolve() for path in paths for file in written):
        raise click.UsageError("a file cannot be read and written at once")
    if dry_run:
        _dry_run(paths, output, parser, limit, written)
        return
    actors = _actors(actors)
    earlier = _earlier(output, errors) if resume and output else None
    results = read_corpus(
        paths,
        workers=workers,
        limit=limit,
        time_limit=time_limit or TIME_LIMIT,
        parser=parser,
        published=published,
        actors=actors,
        stdin=sys.stdin.buffer,
        leave_out=written,
        earlier=earlier,
    )
    with closing(results):
        # What OUTPUT held before is given up when there is something to put in its place: not for a parser whose name was mistyped.
        first = list(islice(results, 1))
        failures = _Failures(errors, lazy=lazy, append=earlier is not None)
        try:
            articles = _write(chain(first, results), output, failures, append=earlier is not None)
        except BrokenPipeError:
            raise
        except OSError as error:  # the disk is full, the file may not be written
            raise GreffierError(f"{output or 'standard output'}: {error.strerror}; --resume goes on with what is written") from error
    context.exit(_sum_up(articles, failures, earlier))


def _write(results: Iterable[Outcome], output: Path | None, failures: _Failures, *, append: bool) -> int:
    """Write records and failures as they come; give the number of records."""
    articles = 0
    with ExitStack() as stack:
        sink = stack.enter_context(output.open("ab" if append else "wb")) if output else sys.stdout.buffer
        stack.callback(failures.close)
        progress = stack.enter_context(_progress(quiet=output is None and sys.stdout.isatty()))
        for outcome in results:
            if isinstance(outcome, bytes):
                sink.write(outcome + b"\n")
                sink.flush()
                articles += 1
                if _LAYER_FAILED in outcome:
                    failures.tell_partial(outcome)
            else:
                failures.add(outcome)
            progress(articles, failures.count)
    return articles


def _sum_up(articles: int, failures: _Failures, earlier: Earlier | None) -> int:
    """Say how it went; give the exit code."""
    known = earlier.articles if earlier else 0
    failed = failures.count + (earlier.failures if earlier else 0)
    before = f" ({known} of them before)" if known else ""
    click.echo(f"{articles + known} articles{before}, {failed} failed{failures.where}", err=True)
    if failures.partial:
        click.echo(f"{failures.partial} articles with a layer that failed (see their problems)", err=True)
    if not articles + known:
        click.echo("nothing to read there", err=True)
        return 3
    return 4 if failed or failures.partial else 0


def _actors(told: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give the dictionaries of the user and of the project, read once here: a malformed row ends the command before it begins."""
    from greffier.lang import load_packs
    from greffier.lang.actors import project_actors

    project = tuple(path for path in project_actors(Path()) if path.resolve() not in {own.resolve() for own in told})
    if project:
        click.echo(f"actors of this project: {', '.join(str(path) for path in project)}", err=True)
    actors = (*told, *project)
    if actors:
        load_packs(actors=actors)["fr"].names.own  # noqa: B018  # reading it is the check
    return actors


class _Failures:
    """Tells failures on standard error and writes them down; `lazy`: the file is made when something fails."""

    def __init__(self, path: Path | None, *, lazy: bool, append: bool) -> None:
        self.count = 0
        self.partial = 0
        self._path = path
        self._file: BinaryIO | None = None
        if path and not append and (path.exists() or not lazy):
            # What an earlier run has left there is not of this one.
            path.unlink(missing_ok=True) if lazy else path.write_bytes(b"")

    @property
    def where(self) -> str:
        """Where to read more."""
        return f" (see {self._path})" if self._path and self.count else ""

    def add(self, failure: Failure) -> None:
        """Write a failure down at once: it must be on the disk before the record of a later article."""
        from msgspec.json import encode

        self.count += 1
        if self._path:
            self._file = self._file or self._path.open("ab")
            self._file.write(encode(failure) + b"\n")
            self._file.flush()
        if self.count <= _TOLD:
            place = f", {failure.place}" if failure.place else ""
            click.echo(f"failed: {failure.uri}{place}: {failure.code.value}: {failure.detail}", err=True)
        elif self.count == _TOLD + 1:
            click.echo("failed: more of them, no longer shown", err=True)

    def tell_partial(self, record: bytes) -> None:
        """Tell of an article that came out without one of its layers."""
        from greffier.records.wire import decode

        self.partial += 1
        if self.partial <= _TOLD:
            article = decode(record)
            for problem in article.problems:
                if problem.code.value == "layer_failed":
                    click.echo(f"partly failed: {article.origin.uri}: {problem.detail}", err=True)

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()


def _earlier(output: Path, errors: Path | None) -> Earlier | None:
    from greffier.pipeline.resume import Earlier

    return Earlier(output, errors or output.with_name(f"{output.name}.errors.jsonl")) if output.exists() else None


def _dry_run(paths: tuple[Path, ...], output: Path | None, parser: str | None, limit: int | None, written: list[Path]) -> None:
    """Count what the readers hand over, by format."""
    from greffier.article.readers import read_inputs
    from greffier.article.syntax import DEFAULT_PARSER
    from greffier.records import Failure

    formats: Counter[str] = Counter()
    for reading in islice(read_inputs(paths, sys.stdin.buffer, written), limit):
        formats["unreadable" if isinstance(reading, Failure) else reading.origin.format] += 1
    for name, count in sorted(formats.items()):
        click.echo(f"{name}: {count}")
    click.echo(f"parser: {parser or DEFAULT_PARSER}")
    click.echo(f"output: {output or 'standard output'}")


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Show the count of articles on a terminal; elsewhere, and where records go to the same terminal, nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda _articles, _failed: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")

        def show(articles: int, failed: int) -> None:
            bar.update(task, description=f"{articles} articles" + (f", {failed} failed" if failed else ""))

        yield show
