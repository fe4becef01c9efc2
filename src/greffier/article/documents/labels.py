"""All rules on lines in their order: from a text to its segments.

In: a text, what markup and container say of it. Out: `Segment`s in text order. Not: extraction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from greffier.article.documents import credits as picture_credits
from greffier.article.documents import furniture, signatures
from greffier.article.documents.foreign import label_foreign
from greffier.article.documents.layout import label_lead, lay_out
from greffier.article.documents.repeats import label_repeats
from greffier.article.documents.stretches import Piece, Stretch, cut, join_wrapped, stretches_of
from greffier.lang.documents import DocumentTables
from greffier.records import SILENT, Answer, Problem, Segment, SegmentKind, Trace
from greffier.text.keys import key

__all__ = ["LINE_RULES", "label"]

LINE_RULES: tuple[Callable[[Stretch, DocumentTables], tuple[Piece, ...] | None], ...] = (
    *furniture.RULES,
    *signatures.RULES,
    *picture_credits.RULES,
)

# A line of dumps holds up to four things: date, credit, sentence, signature.
_MOST_CUTS = 5


def label(
    text: str,
    tables: DocumentTables,
    *,
    titles: Sequence[str] = (),
    hints: Sequence[tuple[int, int, SegmentKind | None]] = (),
    trace: Trace = SILENT,
) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    """Label every stretch of a text that is not blank; the problems tell of foreign paragraphs."""
    known = {key(title) for title in titles if title}
    stretches: list[Stretch] = []
    for line in stretches_of(text, hints):
        # «EN IMAGES. La crue menace la ville» is no label of other articles where the page says that it is the headline.
        headline = line.hint is SegmentKind.TITLE or (bool(known) and " " in line.text and key(line.text) in known)
        stretches += [line] if headline else _by_line_rules(line, tables)
    stretches = join_wrapped(stretches)
    lay_out(stretches, titles, tables)
    foreign = label_foreign(stretches, tables)
    label_lead(stretches)
    label_repeats(stretches)
    if trace.on:
        for s in stretches:
            trace.note("segments", s.rule or "unclosed", (s.start, s.end), Answer.FOUND, s.kind)
    segments = tuple(Segment(start=s.start, end=s.end, kind=s.kind or SegmentKind.PARAGRAPH, repeats=s.repeats) for s in stretches)
    return segments, foreign


def _by_line_rules(line: Stretch, tables: DocumentTables, cuts: int = 0) -> list[Stretch]:
    """Ask the rules on single lines; what a rule cuts off and leaves open is asked again."""
    for rule in LINE_RULES if cuts < _MOST_CUTS else ():
        pieces = rule(line, tables)
        if pieces is None:
            continue
        parts = cut(line, pieces, rule.__name__)
        if len(parts) == 1 and parts[0].kind is None:
            return parts
        return [done for part in parts for done in ([part] if part.kind is not None else _by_line_rules(part, tables, cuts + 1))]
    return [line]
