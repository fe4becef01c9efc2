"""The characters of a text: NFC, line feeds, nothing that is no character.

In: any string. Out: the string that the article stands on, problems. Not: encodings, those are the readers' matter.
"""

from __future__ import annotations

import re
import unicodedata

from greffier.records import Problem, ProblemCode

__all__ = ["clean_characters"]

# Ends of lines of other systems, of pages and of paragraphs: form feed, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# C0 and C1 controls, DEL, lone surrogates, the byte order mark, noncharacters. NUL is among them.
_NO_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BYTE_ORDER_MARK = "\ufeff"


def clean_characters(content: str) -> tuple[str, tuple[Problem, ...]]:
    """Bring a text to NFC with line feeds; a control becomes a space, a lone surrogate U+FFFD, a byte order mark goes.

    What was replaced is counted in one `control_characters` problem; a byte order mark at the very beginning is no problem.
    """
    text = _LINE_ENDS.sub("\n", content.removeprefix(_BYTE_ORDER_MARK))
    marks = text.count(_BYTE_ORDER_MARK)
    text = text.replace(_BYTE_ORDER_MARK, "") if marks else text
    text, count = _NO_CHARACTERS.subn(_replaced, text)
    problems = (Problem(code=ProblemCode.CONTROL_CHARACTERS, detail=f"{count + marks} replaced"),) if count or marks else ()
    return unicodedata.normalize("NFC", text), problems


def _replaced(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match.group() <= "\udfff" else " "
