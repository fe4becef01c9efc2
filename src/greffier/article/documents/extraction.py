"""From markup to text: headline, lead, body, with what the markup calls each block.

In: the markup of a page. Out: `Extracted`. Not: labels; the rules on lines give them, hints in hand.
"""

from __future__ import annotations

from typing import NamedTuple

from greffier.article.documents.body import Block, find_body
from greffier.article.documents.characters import clean_characters
from greffier.article.documents.facts import find_lead, headline, read_facts
from greffier.article.documents.page import parse_page
from greffier.records import PageFacts, Problem, ProblemCode, SegmentKind
from greffier.text.keys import key

__all__ = ["Extracted", "extract"]

# A lead is printed already where a block says so much of it: sites repeat it in the body with a word more or less.
_SAME_LEAD = 60


class Extracted(NamedTuple):
    """Text in NFC, the `(start, end, kind)` of its blocks, what the page says, what went wrong."""

    text: str
    hints: tuple[tuple[int, int, SegmentKind | None], ...]
    facts: PageFacts | None
    problems: tuple[Problem, ...]


def extract(markup: str) -> Extracted:
    """Extract the article of a page; whatever cannot be had is a problem, never silence."""
    tree, markup, problems = parse_page(markup)
    if tree is None:
        return Extracted("", (), None, (*problems, Problem(code=ProblemCode.BODY_NOT_FOUND, detail="no markup")))
    facts = read_facts(tree)
    lead = find_lead(tree)
    blocks, more = find_body(tree, markup)
    text, hints = _joined(_headed(blocks, headline(facts), lead))
    return Extracted(text, hints, facts, problems + more)


def _headed(blocks: list[Block], title: str | None, lead: str | None) -> list[Block]:
    """Put the printed headline and lead before the body where the extractor left them out."""
    head = []
    rest = list(blocks)
    if title:
        place = next((n for n, block in enumerate(rest[:6]) if key(block.words) == key(title)), None)
        if place is not None:
            head = rest[:place]
            rest = rest[place + 1 :]
        head.append(Block(title, SegmentKind.TITLE))
    if lead:
        said = key(lead)
        place = next((n for n, block in enumerate(rest[:4]) if said and _says(key(block.words), said)), None)
        if place is not None:
            rest[place] = Block(rest[place].words, SegmentKind.LEAD)
        elif not any(_says(key(block.words), said) for block in rest):
            head.append(Block(lead, SegmentKind.LEAD))
    return head + rest


def _says(words: str, lead: str) -> bool:
    return words == lead or (len(lead) > _SAME_LEAD and words.startswith(lead[:_SAME_LEAD]))


def _joined(blocks: list[Block]) -> tuple[str, tuple[tuple[int, int, SegmentKind | None], ...]]:
    """Join blocks with an empty line between them, in NFC."""
    parts, hints, at = [], [], 0
    for block in blocks:
        words, _ = clean_characters(block.words)
        if not words:
            continue
        hints.append((at, at + len(words), block.kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(hints)
