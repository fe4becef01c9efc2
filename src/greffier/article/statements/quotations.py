"""What words in marks are: somebody's sentence, a piece of somebody's words, or scare quotes.

In: a `Scene` and a quotation. Out: `Weight`. Not: whose words they are.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.article.statements.scene import Scene
from greffier.text.quote_marks import Quotation

__all__ = ["Weight", "weigh"]


class Weight(StrEnum):
    """`full` is a sentence, `partial` a piece that wants a cue, `scare` a title, a nickname, a word held at arm's length."""

    FULL = "full"
    PARTIAL = "partial"
    SCARE = "scare"


# On the development articles no sentence in marks has fewer words, and no title that stands free has more and a finite verb.
_LEAST_WORDS = 5
_SCARE_WORDS = 4


def weigh(scene: Scene, quotation: Quotation) -> Weight:
    """Weigh a quotation: a finite verb and a few words make a sentence."""
    words = [word for word in scene.words if quotation.inner_start <= word.start < quotation.inner_end and word.upos != "PUNCT"]
    finite = any(word.finite for word in words)
    last = scene.unit.text[quotation.inner_end - 1]
    if finite and (len(words) >= _LEAST_WORDS or last in ".!?…"):
        return Weight.FULL
    if len(words) > _SCARE_WORDS or finite:
        return Weight.PARTIAL
    return Weight.SCARE
