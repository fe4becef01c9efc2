"""One spelling for the parser: what printers choose freely must not change a tree.

In: a sentence. Out: a string of the same length. Not: pairs of quotation marks over a text, that is `text/quote_marks`.
"""

from __future__ import annotations

import re

from greffier.text.typography import fold

__all__ = ["even"]

_MARKS = str.maketrans({"“": "«", "„": "«", "‟": "«", "‹": "«", "”": "»", "›": "»", "＂": '"', "–": "-", "—": "-", "―": "-"})
# "Oui", a-t-il dit
_STRAIGHT = re.compile(r'"')


def even(text: str) -> str:
    """Fold apostrophes, blanks, hyphens and dashes, and turn every double quotation mark into « or »; the length stays.

    A straight mark opens where a word follows and none precedes, closes in the mirrored case, and otherwise takes turns.
    """
    text = fold(text)
    if text.isascii() and '"' not in text:
        return text
    text = text.translate(_MARKS)
    if '"' not in text:
        return text
    is_open = False
    out = list(text)
    for match in _STRAIGHT.finditer(text):
        place = match.start()
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        left, right = before in " (['-" or before == "«", after in " .,;:!?)]»…"
        is_open = left if left != right else not is_open
        out[place] = "«" if is_open else "»"
    return "".join(out)
