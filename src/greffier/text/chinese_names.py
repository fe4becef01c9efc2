"""Chinese names in pinyin, in Wade-Giles and in the older French romanisation: «Mao Zedong», «Mao Tse-tung», «Mao Tsé-toung».

In: two names. Out: `compare_syllables`. Not: Cantonese and other readings of the same characters («Tchang Kaï-chek», «Jiang Jieshi»).

A syllable is an initial and a final. An initial stands for the sounds it has in any of the three systems: «ch» is pinyin ch or zh in
Wade-Giles and sh in French. Syllables agree where their initials can be one sound, the finals end alike and have close vowels.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from greffier.text.romanisation import closeness, plain

__all__ = ["compare_syllables"]

# Letters on the right are sounds: C for zh, ch, j, q; X for x; H for sh; T for z, c.
_INITIALS: Final = {
    "tch": "C",
    "zh": "C",
    "ch": "CH",
    "sh": "H",
    "hs": "X",
    "ts": "TC",
    "tz": "T",
    "q": "C",
    "j": "CR",
    "x": "X",
    "z": "T",
    "c": "T",
    "s": "SX",
    "r": "R",
    "k": "KC",
    "g": "K",
    "h": "hX",
    "b": "P",
    "p": "P",
    "d": "D",
    "t": "D",
    "m": "M",
    "n": "N",
    "l": "L",
    "f": "F",
    "w": "W",
    "y": "Y",
    "": "-",
}
_SYLLABLE: Final = re.compile(
    r"(?P<initial>tch|zh|ch|sh|hs|ts|tz|[qjxzcsrkghbpdtmnlfwy]|)(?P<vowels>[aeiou]+(?:h(?![aeiou]))?)(?P<end>ng(?![aeiouy])|n(?![aeiouy])|r(?![aeiouy])|)"
)
# Vowels of the three systems as pinyin writes them.
_VOWELS: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ouei|uei|oui|ui", "ui"),
        (r"ieou|iou|iu|eou", "iu"),
        (r"ouo|uo|eh|o(?=$)", "e"),
        (r"ou|oo", "u"),
        (r"ih$|^i$|e$|eu$|u$", "e"),
        (r"ie(?=n)|ia(?=n)", "ia"),
        (r"ue|iue", "ue"),
        (r"h$", ""),
    )
)


@lru_cache(maxsize=4096)
def _syllables(name: str) -> tuple[tuple[str, str, str], ...]:
    """Cut a name into initial, vowels and end of each syllable; empty where it is not a Chinese name."""
    out: list[tuple[str, str, str]] = []
    for word in re.split(r"[\s\-]+", name.replace("'", "").replace("’", "")):
        letters, at = plain(word), 0
        while at < len(letters):
            match = _SYLLABLE.match(letters, at)
            if match is None:
                return ()
            vowels = match["vowels"]
            for pattern, to in _VOWELS:
                vowels = pattern.sub(to, vowels)
            out.append((match["initial"], vowels, match["end"]))
            at = match.end()
    return tuple(out) if len(out) in (2, 3) else ()


def compare_syllables(a: str, b: str) -> bool:
    """Tell whether two names are one Chinese name in two romanisations; names that differ in no initial are left to their letters."""
    left, right = _syllables(a), _syllables(b)
    if not left or len(left) != len(right):
        return False
    changed = [x[0] != y[0] or x[1] != y[1] for x, y in zip(left, right, strict=True)]
    if not any(x[0] != y[0] for x, y in zip(left, right, strict=True)) or not any(changed):
        return False
    return all(_agree(x, y) for x, y in zip(left, right, strict=True))


def _agree(a: tuple[str, str, str], b: tuple[str, str, str]) -> bool:
    sounds = set(_INITIALS[a[0]]) & set(_INITIALS[b[0]])
    # «Tse-tung», «Zedong»: u and o before ng are one sound.
    vowels = a[1] == b[1] or {a[1], b[1]} <= {"u", "o", "e"} or closeness(a[1], b[1]) >= 0.9
    return bool(sounds) and a[2] == b[2] and vowels
