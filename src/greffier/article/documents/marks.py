"""Quotation marks that open and never close, or close and never opened.

In: a text and its segments. Out: `Problem`s with the place of the words in question. Not: whose words they are; the statements do what they
can with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from greffier.records import PROSE, Problem, ProblemCode, Segment
from greffier.text.quote_marks import pair_quote_marks
from greffier.text.typography import unwrap

__all__ = ["unbalanced_marks"]


def unbalanced_marks(text: str, segments: Sequence[Segment]) -> list[Problem]:
    """Find the quotations of the prose that lack a mark; a paragraph left open for the next one to take up lacks none."""
    prose = [(segment.start, segment.end) for segment in segments if segment.kind in PROSE]
    quotations = [q for q in pair_quote_marks(unwrap(text, prose)) if any(start <= q.start and q.end <= end for start, end in prose)]
    problems = []
    for quotation, following in pairwise([*quotations, None]):
        if quotation is None:
            continue
        if not quotation.opened:
            problems.append(_problem(quotation.start, quotation.end, "closes and never opened"))
        elif not quotation.closed and not (following is not None and following.continues):
            problems.append(_problem(quotation.start, quotation.end, "opens and never closes"))
    return problems


def _problem(start: int, end: int, detail: str) -> Problem:
    return Problem(code=ProblemCode.UNBALANCED_QUOTES, start=start, end=end, detail=detail)
