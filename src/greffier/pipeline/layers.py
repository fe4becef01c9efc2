"""Layers of an article one by one: where one raises, the others stand.

In: what a room would be asked. Out: its answer, or nothing and a `Problem`. Not: the order of the rooms; that is `analyze`.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TypeVar

from greffier.records import Problem, ProblemCode

__all__ = ["Layers", "told"]

T = TypeVar("T")
N = TypeVar("N")

# Characters of a message of an exception that are kept: a validation error may print a whole record.
_LONGEST = 500


class Layers:
    """Runs the layers of an article. A forgiving one notes what a layer raised and goes on with nothing from it; a strict one raises."""

    def __init__(self, *, forgiving: bool = False) -> None:
        self._forgiving = forgiving
        self.problems: tuple[Problem, ...] = ()

    def run(self, name: str, nothing: N, find: Callable[[], T]) -> T | N:
        """Ask a room."""
        if not self._forgiving:
            return find()
        try:
            return find()
        except Exception as error:  # noqa: BLE001  # a rule that stumbles over one article must not cost what the others found
            self.problems += (Problem(code=ProblemCode.LAYER_FAILED, detail=f"{name}: {told(error)}"),)
            return nothing


def told(error: Exception) -> str:
    """Tell an exception in one line, with the innermost places in our own code."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "greffier" in frame.filename]
    places = " < ".join(f"{'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno} {frame.name}" for frame in frames[:-4:-1])
    message = f"{type(error).__name__}: {error}"[:_LONGEST]
    return f"{message} ({places})" if places else message
