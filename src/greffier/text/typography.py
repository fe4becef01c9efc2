"""One spelling for matching: apostrophes and spaces folded, every character kept at its place.

In: any string. Out: a string of the same length. Not: quotation marks, they pair and have a file of their own; nor case.
"""

from __future__ import annotations

from collections.abc import Iterable

from greffier.text.letters import Letters

__all__ = ["fold", "unwrap"]

# One character for one character, so that an offset into the folded string is an offset into the text.
# Apostrophes: ’ typographic, ʼ modifier letter, ‘ put for it by careless software, ′ prime, ＇ full width.
# Spaces: no-break, figure, narrow no-break (before ; : ! ?), thin, hair, en, em, ideographic, and the tabulator.
# Hyphens: ‐ hyphen, ‑ no-break hyphen; dashes – — open dialogue lines and stay.
_FOLDED = Letters(
    {
        **dict.fromkeys("’ʼ‘′＇", "'"),
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
        **dict.fromkeys("‐‑", "-"),
    }
)


def fold(text: str) -> str:
    """Fold the apostrophes, spaces and hyphens of a text to `'`, space and `-`; `len(fold(text)) == len(text)`."""
    return text if text.isascii() and "\t" not in text else _FOLDED.put(text)


def unwrap(text: str, paragraphs: Iterable[tuple[int, int]]) -> str:
    """Put a space for every line feed inside a paragraph that was printed in short lines; the length stays the same."""
    if "\n" not in text:
        return text
    pieces, done = [], 0
    for start, end in paragraphs:
        if text.find("\n", start, end) >= 0:
            pieces += [text[done:start], text[start:end].replace("\n", " ")]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text
