"""Quotation marks paired on the raw text, whatever their kind, nested, closed twice or never.

In: a text. Out: `Quotation`s in text order, outer before inner. Not: whether words in marks are somebody's words.

Straight marks have no direction: the spaces around them tell it, and where the spaces are silent (« mot " mot ») their number does.
A line is a paragraph. What stays open ends with its paragraph, unless the next one closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

__all__ = ["Quotation", "outermost", "pair_quote_marks"]


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """Words between marks, in code points.

    `start, end` cover the marks (or begin and end with the paragraph where one is missing), `inner_start, inner_end` the words without
    marks and white space. `depth` is 0 for a quotation that stands in no other. `continues` tells that the paragraph before was left
    open and this one opens again.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    opened: bool = True
    closed: bool = True
    continues: bool = False


class _Open(msgspec.Struct, gc=False):
    """A mark that waits for its partner."""

    start: int
    end: int
    family: str


# « … » | “ … ” | „ … “ | " … " | '' … '' | << … >> | ‘ … ’ | ' … ' but not l'eau | +mots+ (an agency's marks inside a quotation)
_MARK = re.compile(
    r"""(?=[<>'«»‹›“”„‟"＂‘’+\n])
    (?: << | >> | '' | [«»‹›“”„‟"＂] | (?<![^\W_])[‘’'] | [‘’'](?![^\W_]) | (?<![\w+])\+(?=[^\W\d]) | (?<=[\w.!?…])\+(?![\w+]) | \n )""",
    re.VERBOSE,
)
_OPENING = {"«": "«", "‹": "‹", "<<": "<<", "„": "“", "‟": "“"}
_CLOSING = {"»": "«", "›": "‹", ">>": "<<"}
_STRAIGHT = {'"': '"', "＂": '"', "''": "''"}
# A line that was left open without a word to show for it (a stray mark at its end) is no quotation.
_LEAST_OPEN = 12
# «… en Syrie. Les terroristes …»: where the sentence before a stray closing mark begins
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-ÖØ-ÞŒ\"])")


def pair_quote_marks(text: str) -> tuple[Quotation, ...]:
    """Pair the quotation marks of `text`, in text order, outer before inner."""
    return _Pairing(text).run()


def outermost(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Give the quotations that stand in no other, in text order."""
    return tuple(quotation for quotation in quotations if quotation.depth == 0)


class _Pairing:
    """One pass over the marks of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Open] = []
        self.found: list[tuple[int, int, int, int, bool, bool]] = []  # start, end, words from, words to, opened, closed
        self.line = 0  # where the paragraph begins
        self.rest = 0  # where the words begin that no quotation of the paragraph has taken
        self.left_open: tuple[int, int] | None = (
            None  # quotation of the last paragraph that nothing closed: index in `found`, its paragraph's end
        )

    def run(self) -> tuple[Quotation, ...]:
        marks = list(_MARK.finditer(self.text))
        counts = self._straight_marks_left(marks)
        for match, left in zip(marks, counts, strict=True):
            mark = match.group()
            if mark == "\n":
                self._end_paragraph(match.start())
            elif mark in _OPENING or mark in _CLOSING:
                self._directed(match, mark)
            elif mark in {"“", "”"}:
                self._curly(match, mark)
            elif mark in _STRAIGHT:
                self._straight(match, _STRAIGHT[mark], left)
            elif mark == "+":
                self._plus(match)
            else:
                self._single(match, mark)
        self._end_paragraph(len(self.text))
        return self._quotations()

    def _straight_marks_left(self, marks: list[re.Match[str]]) -> list[int]:
        """Count, for each mark, the straight marks that follow it in its paragraph."""
        counts, left = [], 0
        for match in reversed(marks):
            if match.group() == "\n":
                left = 0
            counts.append(left)
            left += match.group() in _STRAIGHT
        return counts[::-1]

    def _before(self, match: re.Match[str]) -> str:
        return self.text[match.start() - 1] if match.start() > self.line else " "

    def _after(self, match: re.Match[str]) -> str:
        return self.text[match.end()] if match.end() < len(self.text) else " "

    def _directed(self, match: re.Match[str], mark: str) -> None:
        """« and » tell their direction, except » at the beginning of a paragraph, which takes up a quotation left open."""
        family = _OPENING.get(mark)
        if family is not None:
            self._open(match, family)
        elif not self._close(match, _CLOSING[mark]):
            if not self.text[self.line : match.start()].strip():
                self._open(match, _CLOSING[mark])
            else:
                self._close_unopened(match)

    def _curly(self, match: re.Match[str], mark: str) -> None:
        """“ opens and ” closes; either does the other's work where the spaces say so (“mot“, ”mot”, „mot“)."""
        before, after = self._before(match), self._after(match)
        pending = self._pending("“")
        if mark == "“" and not (pending and not before.isspace() and not after.isalnum()):
            self._open(match, "“")
        elif pending:
            self._close(match, "“")
        elif self._pending('"'):
            self._close(match, '"')
        elif before.isspace() and after.isalnum():
            self._open(match, "“")
        else:
            self._close_unopened(match)

    def _straight(self, match: re.Match[str], family: str, left: int) -> None:
        before, after = self._before(match), self._after(match)
        opens = (before.isspace() or before in "([«“'’-–—/") and not after.isspace() and after not in ",.;:)!?"
        closes = not before.isspace() and not after.isalnum()
        if opens and after.islower() and left == 0 and not self.stack and self.rest == self.line and self._closes_from_behind(match):
            self._close_unopened(match)
        elif self._pending(family):
            # «"A "B" dit-il»: a mark that can only open, with an even number to come after it, begins another quotation
            if opens and not closes and after.isalnum() and left % 2 == 1 and self._long_open(match, family):
                self._abandon(match, family)
                self._open(match, family)
            else:
                self._close(match, family)
        elif before.isdigit() and left == 0:
            return  # 12" are inches or seconds
        elif closes and not opens:
            if left % 2 == 0 and not self.text[self.line : match.start()].isspace():
                self._close_unopened(match)
            else:
                self._open(match, family)
        elif not opens and left == 0 and self._ends_clause(match):
            self._close_unopened(match)
        else:
            self._open(match, family)

    def _closes_from_behind(self, match: re.Match[str]) -> bool:
        """«…chez nous "explique un rival.»: the only mark of a paragraph, in its second half, glued to the word behind it."""
        return match.start() - self.line > self._line_end(match.end()) - match.end()

    def _long_open(self, match: re.Match[str], family: str) -> bool:
        """Tell whether the pending quotation already holds a whole sentence, so that its closing mark was forgotten."""
        opened = next(mark for mark in reversed(self.stack) if mark.family == family)
        return _SENTENCE_END.search(self.text, opened.end, match.start()) is not None

    def _ends_clause(self, match: re.Match[str]) -> bool:
        """«chez nous ", explique un rival»: spaces on both sides, and a comma or the end follows."""
        following = self.text[match.end() : match.end() + 3].lstrip(" \u00a0\u202f")
        alone = self.rest == self.line and following[:1].islower() and self._closes_from_behind(match)
        return match.start() > self.line and (not following or following[0] in ",.;:)\n" or alone)

    def _plus(self, match: re.Match[str]) -> None:
        if self._pending("+"):
            self._close(match, "+")
        elif self.stack and self._after(match).isalpha():
            self._open(match, "+")

    def _single(self, match: re.Match[str], mark: str) -> None:
        """Single marks only where they cannot be apostrophes: ‘ or ' after a space opens, ’ or ' before a space closes an open one."""
        before, after = self._before(match), self._after(match)
        if self._pending("'") and not before.isspace() and not after.isalnum():
            self._close(match, "'")
        elif mark in "‘'" and (before.isspace() or before in '(«“"[') and after.isalpha():
            closing = re.compile(r"[\w.!?…][’'](?![\w])" if mark == "‘" else r"[\w.!?…]'(?![\w])")
            if closing.search(self.text, match.end(), self._line_end(match.end())):
                self._open(match, "'")

    def _line_end(self, position: int) -> int:
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end

    def _pending(self, family: str) -> bool:
        return any(mark.family == family for mark in self.stack)

    def _open(self, match: re.Match[str], family: str) -> None:
        self.stack.append(_Open(match.start(), match.end(), family))

    def _close(self, match: re.Match[str], family: str) -> bool:
        """Close the nearest open mark of a family; what was opened inside it and never closed is dropped."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].family == family:
                mark = self.stack[index]
                del self.stack[index:]
                self.found.append((mark.start, match.end(), mark.end, match.start(), True, True))
                self.rest = match.end()
                return True
        return False

    def _close_unopened(self, match: re.Match[str]) -> None:
        """A closing mark without partner: it ends what the last paragraph left open, or the words of its own from their beginning."""
        if self.left_open is not None and self.rest == self.line and not self.stack:
            index, _ = self.left_open
            start, _, words, _, opened, _ = self.found[index]
            self.found[index] = (start, match.end(), words, match.start(), opened, True)
            self.rest, self.left_open = match.end(), None
            return
        start = self.rest
        if self.rest > self.line:  # words after an earlier quotation: only the sentence at hand
            ends = [m.end() for m in _SENTENCE_END.finditer(self.text, self.rest, match.start())]
            if not ends:
                return
            start = ends[-1]
        if not self.stack:
            self.found.append((start, match.end(), start, match.start(), False, True))
            self.rest = match.end()

    def _abandon(self, match: re.Match[str], family: str) -> None:
        """Give up a mark whose partner was forgotten: its quotation ends with the last sentence before the next opening mark."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].family == family:
                mark = self.stack[index]
                del self.stack[index:]
                ends = [m.start() + 1 for m in _SENTENCE_END.finditer(self.text, mark.end, match.end())]
                end = ends[-1] if ends else match.start()
                self.found.append((mark.start, end, mark.end, end, True, False))
                return

    def _end_paragraph(self, end: int) -> None:
        if self.text[self.line : end].strip():
            self.left_open = None
        pending = [mark for mark in self.stack if mark.family not in {"'", "+"}]
        if pending and end - pending[0].end >= _LEAST_OPEN:
            self.found.append((pending[0].start, end, pending[0].end, end, True, False))
            self.left_open = (len(self.found) - 1, end)
        self.stack.clear()
        self.line = self.rest = end + 1

    def _quotations(self) -> tuple[Quotation, ...]:
        out: list[Quotation] = []
        ends: list[int] = []
        for start, end, words_from, words_to, opened, closed in sorted(self.found, key=lambda f: (f[0], -f[1])):
            inner_start, inner_end = self._trimmed(words_from, words_to)
            if inner_start >= inner_end:
                continue
            while ends and ends[-1] <= start:
                ends.pop()
            if ends and end > ends[-1]:
                continue  # crossed marks: the first pair stands
            continues = (
                bool(out) and not out[-1].closed and not self.text[out[-1].end : start].strip() and "\n" in self.text[out[-1].end : start]
            )
            out.append(Quotation(start, end, inner_start, inner_end, len(ends), opened, closed, continues))
            ends.append(end)
        return tuple(out)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and (self.text[start].isspace() or self.text[start] in "\u200b\ufeff"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in "\u200b\ufeff"):
            end -= 1
        return start, end
