"""The command line: one file a command, each imported only when it is called.

In: arguments. Out: records on standard output, everything else on standard error. Not: any rule.

Exit codes: 0 ok · 1 bug · 2 usage · 3 nothing readable · 4 finished with failed articles · 6 offset check failed · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from greffier.errors import GreffierError
from greffier.version import __version__

__all__ = ["COMMANDS", "main"]

# Name of the command -> module; the command is the module's attribute of the same name.
COMMANDS = {
    "read": "greffier.cli.read",
    "show": "greffier.cli.show",
    "check": "greffier.cli.check",
    "explain": "greffier.cli.explain",
    "export": "greffier.cli.export",
    "schema": "greffier.cli.schema",
    "eval": "greffier.cli.evaluate",
    "parser": "greffier.cli.parser",
    "dict": "greffier.cli.dict",
}


class _Commands(click.Group):
    """Imports a command when it is asked for, and turns errors into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name])
        command: click.Command = getattr(module, module.__all__[0])
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
            sys.exit(code if isinstance(code, int) else 0)
        except click.exceptions.Abort:
            click.echo("interrupted", err=True)
            sys.exit(130)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except GreffierError as error:
            click.echo(f"greffier: {error}", err=True)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            # The reader of our output has gone (`| head`): be quiet, also when the interpreter flushes at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="greffier %(version)s")
def main() -> None:
    r"""Read French news and write a record that can be checked: who said what, who did what to whom.

    \b
    greffier read articles/ -o records.jsonl     read a folder of pages, texts, archives
    greffier show records.jsonl                  see who said what, in the text
    greffier check records.jsonl                 does every span stand at its place?
    greffier explain article.txt:1204            why was this found, or not?
    """
