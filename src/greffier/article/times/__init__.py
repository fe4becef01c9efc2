"""When: every expression of time with its value, and the day of publication where it can be inferred.

In: `Document`, `Mentions`, the day of publication as far as known. Out: `Times`. Not: when an event happened; that is the event's.

Passages are found and understood first (`scan`), without any day; the day of publication is inferred from them where nobody told it
(`publication`); then every passage gets its value, seen from that day (`resolve`). So a day that is learned later changes no passage.
Types and values follow TIMEX3 (ISO-TimeML), extents the development guidelines: the article belongs, the preposition does not.
"""

from __future__ import annotations

from greffier.article.times.publication import infer
from greffier.article.times.published import stretches_of
from greffier.article.times.resolve import resolve
from greffier.article.times.scan import Finding, grammar_of, scan
from greffier.lang import Pack
from greffier.records import NOISE, SILENT, Answer, Document, Mentions, Published, SegmentKind, Sentence, Times, Trace

__all__ = ["find_times"]


def find_times(
    document: Document, sentences: tuple[Sentence, ...], mentions: Mentions, pack: Pack, published: Published, trace: Trace = SILENT
) -> Times:
    """Find the expressions of time and resolve them against the day of publication, inferred where it is not known."""
    del sentences
    furniture = [(s.start, s.end) for s in document.segments if s.kind is SegmentKind.NAVIGATION]
    findings = [f for f in scan(document.text, pack.times, trace) if not any(low <= f.start < high for low, high in furniture)]
    quiet = [(s.start, s.end) for s in document.segments if s.kind in NOISE]
    published = infer(document, findings, mentions, pack, grammar_of(pack.times), published, trace)
    expressions = resolve(document.text, findings, stretches_of(published), quiet)
    if trace.on:
        for finding, told in zip(findings, expressions, strict=True):
            trace.note("times", told.rule, (finding.start, finding.end), Answer.FOUND, _why(finding, told.value, told.anchor))
    return Times(expressions=expressions, published=published)


def _why(finding: Finding, value: str, anchor: str | None) -> str:
    return f"{finding.reading.template} seen from {anchor} is {value}" if anchor else value
