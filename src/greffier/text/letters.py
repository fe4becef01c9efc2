"""Characters put for others over whole articles, quickly.

In: which character stands for which, a string. Out: `Letters`. Not: which characters, that is `typography`, `phrases` and `keys`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["Letters"]

# `str.translate` asks a dictionary for each character of a text with accents: 75 ns each. From about this length on it is cheaper to
# replace the common characters one after another, which costs 45 ns each and 1 ns for a character of the text.
_LONG = 64

# What French news print often: capitals, letters with accents, the hyphen, marks of typography.
_COMMON = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-éèàêçôîûâëïùÉÀÈÊÎÔÇœ’\u00a0\u202f"


class Letters:
    """One table of characters; none that is put for another may itself be replaced."""

    def __init__(self, table: Mapping[str, str]) -> None:
        changed = {char: put for char, put in table.items() if char != put}
        self._table = str.maketrans(changed)
        self._common = [(char, changed[char]) for char in _COMMON if char in changed]
        rare = sorted(changed.keys() - set(_COMMON))
        self._rare = re.compile(f"[{''.join(map(re.escape, rare))}]")
        self._changed = changed

    def put(self, text: str) -> str:
        """Give the text with its characters replaced, as `str.translate` does."""
        if len(text) < _LONG or text.isascii():
            return text.translate(self._table)
        for char, put in self._common:
            text = text.replace(char, put)
        return self._rare.sub(self._of, text)

    def _of(self, match: re.Match[str]) -> str:
        return self._changed[match[0]]
