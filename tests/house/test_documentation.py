"""Every command and option tells what it does, and the page of commands is what the commands say."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from greffier.cli import main
from tools.write_command_docs import PAGE, commands, page

ALL = [pytest.param(command, id=" ".join(path)) for path, command, _ in commands(main)]


@pytest.mark.parametrize("command", ALL)
def test_every_command_has_help_and_an_example(command):
    assert command.help
    assert isinstance(command, click.Group) or "Example" in (command.epilog or "") + command.help


@pytest.mark.parametrize("command", ALL)
def test_every_option_tells_what_it_does(command):
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert not silent


def test_the_page_of_commands_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tools/write_command_docs.py"


def test_every_noun_has_its_page():
    root = Path(__file__).parents[2]
    rooms = [p.name for p in (root / "src/greffier/article").iterdir() if p.is_dir() and not p.name.startswith("_")]
    assert not [room for room in rooms if not (root / f"docs/{room}.md").exists()]
