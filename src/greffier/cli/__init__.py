"""The command line: one file a command, heavy imports inside.

In: arguments. Out: records on standard output, everything else on standard error. Not: any rule.
"""

from __future__ import annotations

import click

from greffier.cli.read import read
from greffier.version import __version__

__all__ = ["main"]


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Read French news and write a record that can be checked: who said what, who did what to whom."""


main.add_command(read)
