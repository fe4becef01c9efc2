"""Marked text, the test language: `{source:Élisabeth Borne} {cue:a affirmé} : « {content:Le texte sera voté} »`.

A mark is `{label:words}` or `{label=value:words}`; marks nest; `\\{` and `\\}` are braces of the text; `\\n` is a line feed.
A label is letters, digits and `_`; several marks may share one (the pieces of a split content). A line without marks is a negative case.

A case file holds one case a line. `#` begins a comment line; `?(reason) ` before a case marks it as a known failure (xfail, strict).
A directive line such as `@ published=2015-12-24` sets values for the cases after it, until it is set again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Mark:
    label: str
    value: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Case:
    text: str
    marks: tuple[Mark, ...]
    where: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    def of(self, label: str) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.label == label)


def read_marked(line: str, where: str = "", settings: dict[str, str] | None = None) -> Case:
    """Read one line of marked text; marks come in order of their start, outer before inner."""
    out: list[str] = []
    opened: list[tuple[str, str | None, int]] = []
    marks: list[tuple[str, str | None, int, int]] = []
    i = 0
    while i < len(line):
        char = line[i]
        if char == "\\" and i + 1 < len(line):
            out.append({"n": "\n"}.get(line[i + 1], line[i + 1]))
            i += 2
        elif char == "{":
            colon = line.index(":", i)
            label, _, value = line[i + 1 : colon].partition("=")
            if not label.replace("_", "").isalnum():
                raise ValueError(f"{where}: malformed label {label!r}")
            opened.append((label, value or None, len(out)))
            i = colon + 1
        elif char == "}":
            if not opened:
                raise ValueError(f"{where}: a brace closes that none opened")
            marks.append((*opened.pop(), len(out)))
            i += 1
        else:
            out.append(char)
            i += 1
    if opened:
        raise ValueError(f"{where}: the mark {opened[-1][0]!r} is not closed")
    text = "".join(out)
    marks.sort(key=lambda m: (m[2], -m[3]))
    return Case(text, tuple(Mark(*m, text[m[2] : m[3]]) for m in marks), where, settings or {})


def read_cases(folder: Path, pattern: str = "*.txt") -> list[Any]:
    """Read the files of a folder that fit a pattern as pytest parameters with the ids `file:line`."""
    params = []
    for path in sorted(folder.glob(pattern)):
        settings: dict[str, str] = {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{path.stem}:{number}"
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("@ "):
                settings |= dict(part.split("=", 1) for part in line[2:].split())
                continue
            expected = []
            if line.startswith("?("):
                reason, line = line[2:].split(") ", 1)  # noqa: PLW2901
                expected = [pytest.mark.xfail(reason=reason, strict=True)]
            params.append(pytest.param(read_marked(line, where, dict(settings)), id=where, marks=expected))
    return params
