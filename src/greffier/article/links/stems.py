"""What inflected and derived forms of a word share.

In: a lower-case word, the endings of the language. Out: its stem. Not: lemmas; «vendu» and «vendre» stay apart.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["stem"]

# A stem of fewer letters belongs to too many words.
_LEAST_LENGTH = 4


@lru_cache(maxsize=65536)
def stem(word: str, suffixes: tuple[str, ...]) -> str:
    """Cut a lower-case word to what its inflected and derived forms share: «russes» and «Russie», «fermera» and «fermerait»."""
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_LENGTH:
            return word[: len(word) - len(suffix)]
    return word
