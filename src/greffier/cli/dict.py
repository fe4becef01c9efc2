"""`greffier dict`: check the user's own dictionaries of actors, make them from files of others.

In: paths. Out: findings or CSV on standard output. Not: what a malformed row or a clash is, that is `lang`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import click

__all__ = ["dict_"]


@click.group("dict", epilog="Example: greffier dict check actors.csv")
def dict_() -> None:
    """Check and make dictionaries of actors for `greffier read --actors`."""


@dict_.command(epilog="Example: greffier dict check actors.csv newsroom.yaml")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...]) -> None:
    """Tell malformed rows and clashes, one a line as FILE:LINE: message.

    Clashes are one name for two actors, two holders of a single office at once, a shipped actor made anew or met in another spelling;
    they are no errors: the file named first goes before the later one and before the shipped tables. Exit code 2 if a row is malformed.
    """
    from greffier.lang import load_packs
    from greffier.lang.actor_checks import find_clashes
    from greffier.lang.actors import read_actors, role_words

    names = load_packs()["fr"].names
    read = [read_actors(path, role_words(names.roles)) for path in files]
    malformed = [(file.path, wrong) for file in read for wrong in file.malformed]
    for path, wrong in malformed:
        click.echo(f"{path}:{wrong.line}: malformed: {wrong.message}")
    clashes = find_clashes(read, names.shipped, (role.key for role in names.roles if role.single))
    for clash in clashes:
        click.echo(f"{clash.path}:{clash.line}: {clash.message}")
    actors = sum(len(file.actors) for file in read)
    click.echo(f"{actors} actors, {len(malformed)} malformed rows, {len(clashes)} clashes", err=True)
    if malformed:
        context.exit(2)


@dict_.command("import", epilog="Example: greffier dict import --from ftm everypolitician.json -o actors.csv")
@click.option(
    "--from", "origin", type=click.Choice(["ftm", "wikidata"]), required=True, help="FollowTheMoney or Wikidata JSON, one a line."
)
@click.argument("file", type=click.File("r", encoding="utf-8"))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to standard output.")
def import_(origin: str, file: TextIO, output: Path | None) -> None:
    """Make a dictionary of the persons of FILE that hold an office; `-` is standard input."""
    from greffier.lang.actor_imports import from_follow_the_money, from_wikidata, to_csv

    rows = (from_follow_the_money if origin == "ftm" else from_wikidata)(file, file.name)
    if output:
        with output.open("w", encoding="utf-8", newline="") as target:
            count = to_csv(rows, target)
    else:
        count = to_csv(rows, sys.stdout)
    click.echo(f"{count} offices", err=True)
