"""From raw content to labelled text: nothing is deleted, every stretch is named.

In: `RawDocument`. Out: `Document` (text in NFC with line feeds, segments in text order). Not: what the article says.
"""

from __future__ import annotations

from greffier.article.documents.characters import clean_characters
from greffier.article.documents.labels import label
from greffier.article.documents.marks import unbalanced_marks
from greffier.lang.documents import DocumentTables
from greffier.records import PROSE, SILENT, Document, Problem, ProblemCode, RawDocument, SegmentKind, Trace

__all__ = ["TEXT_CAP", "clean"]

# Characters of an article: the longest reportages have 100,000; at five times that every later room would be busy for a minute.
TEXT_CAP = 500_000


def clean(raw: RawDocument, tables: DocumentTables, trace: Trace = SILENT) -> Document:
    """Extract the text of a page or take plain text as it is, and label every stretch of it."""
    content, found = clean_characters(raw.content)
    problems = [*raw.problems, *found]
    titles: tuple[str, ...] = (raw.given.title,) if raw.given.title else ()
    hints: tuple[tuple[int, int, SegmentKind | None], ...] = ()
    page = None
    if raw.markup:
        from greffier.article.documents.extraction import extract  # noqa: PLC0415  # lxml and its libraries, for pages only

        extracted = extract(content)
        page, hints = extracted.facts, extracted.hints
        content, _more = clean_characters(extracted.text)
        problems += extracted.problems
        titles += page.titles if page else ()
    if len(content) > TEXT_CAP:
        problems.append(Problem(code=ProblemCode.TEXT_TOO_LONG, detail=f"{len(content)} characters cut at {TEXT_CAP}"))
        content = content[:TEXT_CAP]
    segments, foreign = label(content, tables, titles=titles, hints=hints, trace=trace)
    problems += [*foreign, *unbalanced_marks(content, segments)]
    if not any(segment.kind in PROSE for segment in segments):
        problems.append(Problem(code=ProblemCode.NO_PROSE))
    return Document(origin=raw.origin, given=raw.given, text=content, segments=segments, page=page, problems=tuple(problems))
