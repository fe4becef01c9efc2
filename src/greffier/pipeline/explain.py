"""Replay an article and keep every rule's verdict on one place.

In: a raw document, an offset in code points. Out: `Explanation`. Not: new rules; the same rooms run with their trace on.
"""

from __future__ import annotations

from greffier.pipeline.analyze import Analyzer
from greffier.records import Article, RawDocument, Record, Segment, Trace, Verdict

__all__ = ["Explanation", "explain"]


class Explanation(Record, frozen=True, kw_only=True):
    """The article, the segment that holds the offset, and the verdicts whose place covers it, in the order in which the rules spoke."""

    article: Article
    offset: int
    segment: Segment | None
    verdicts: tuple[Verdict, ...]


def explain(raw: RawDocument, offset: int, analyzer: Analyzer) -> Explanation:
    """Explain what stands at `offset`.

    Raises:
        IndexError: The offset lies outside the text.
    """
    trace = Trace()
    article = analyzer.analyze([raw], trace)[0]
    if not 0 <= offset < len(article.text):
        raise IndexError(f"offset {offset} is outside a text of {len(article.text)} characters")
    segment = next((s for s in article.segments if s.start <= offset < s.end), None)
    verdicts = tuple(v for v in trace.verdicts if v.start <= offset < v.end)
    return Explanation(article=article, offset=offset, segment=segment, verdicts=verdicts)
