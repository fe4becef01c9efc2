"""Writes `docs/commands.md` from the help of every command; a test sees to it that the page is current.

In: the commands. Out: `docs/commands.md`. Not: words of its own; what a command says of itself stands in its docstring and options.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from greffier.cli import main

PAGE = Path(__file__).parents[1] / "docs/commands.md"


def commands(
    group: click.Group, path: tuple[str, ...] = ("greffier",), parent: click.Context | None = None
) -> Iterator[tuple[tuple[str, ...], click.Command, click.Context]]:
    """Yield every command with its path and the context in which it is called, groups before what they hold."""
    settings = {"max_content_width": 100, "terminal_width": 100}
    context = parent or click.Context(group, info_name=path[-1], **settings, **group.context_settings)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, parent=context, info_name=name, **settings)
        yield (*path, name), command, inner
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name), inner)


def page() -> str:
    """The page: a section a command."""
    parts = [
        "# The commands\n",
        "Written by `python tools/write_command_docs.py` from the commands' own help.\n",
        "Exit codes: 0 ok · 1 bug · 2 usage · 3 nothing readable · 4 finished with failed articles · 6 offset check failed",
        "· 130 interrupted.\n",
    ]
    for path, command, context in commands(main):
        parts.append(f"## {' '.join(path)}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
