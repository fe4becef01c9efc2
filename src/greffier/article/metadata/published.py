"""The day of publication with its basis: told, marked up, printed; else unknown, never guessed.

In: `Document`. Out: `Published`, problems. Not: a day inferred from the address or the story; that is the room of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.article.metadata.dates import Day, find_days, read_day
from greffier.lang.metadata import MetadataTables
from greffier.records import DateBasis, Document, Problem, ProblemCode, Published, SegmentKind, Span
from greffier.text.typography import fold

__all__ = ["find_published"]

# «Mis à jour le», «Modifié le», «Dernière mise à jour :», «Actualisé le»: what follows is an upper bound only
_UPDATED = re.compile(r"(?:mise?\s+[àa]\s+jour|modifi[ée]|modification|actualis|updated|m[àa]j)\W*(?:\w+\W+){0,3}\Z", re.IGNORECASE)
# «MOSCOU, 16 octobre 2015 (AFP) -», «Paris, le 16 octobre 2015.»: a place and a date open the first sentence
_DATELINE = re.compile(r"^[A-ZÀ-Ý][\w' -]{1,40}(?:\([\w' -]+\)\s?)?,\s(?:le\s)?(?=\d)")
# A date in furniture or in a signature; a related headline may hold one as well.
_STAMPED = frozenset({SegmentKind.NAVIGATION, SegmentKind.SIGNATURE})


def find_published(document: Document, tables: MetadataTables) -> tuple[Published, tuple[Problem, ...]]:
    """Find the day of publication, the most trusted basis first."""
    problems: list[Problem] = []
    given = _given(document, tables, problems)
    if given:
        return given, tuple(problems)
    for found in (_marked_up(document, tables), _printed(document, tables)):
        if found:
            return found, tuple(problems)
    return _bounded(document, tables) or Published(), tuple(problems)


def _given(document: Document, tables: MetadataTables, problems: list[Problem]) -> Published | None:
    told = document.given.published
    if not told or not told.strip():
        return None
    day = read_day(told, tables)
    if day is None:
        problems.append(Problem(code=ProblemCode.DATE_UNREADABLE, detail=told[:80]))
        return None
    return _published(day, DateBasis.GIVEN)


def _marked_up(document: Document, tables: MetadataTables) -> Published | None:
    """Take the first readable original date of the page; one behind the page's own update is the update."""
    page = document.page
    if page is None:
        return None
    days = [day for value in page.published if (day := read_day(value, tables))]
    if not days:
        return None
    updates = {day.edtf for value in page.modified if (day := read_day(value, tables))}
    # Some sites put the update where the original date belongs; another claim of the page then tells the original.
    earlier = [day for day in days[1:3] if day.latest < days[0].earliest]
    return _published(earlier[0] if days[0].edtf in updates and earlier else days[0], DateBasis.HTML)


def _printed(document: Document, tables: MetadataTables) -> Published | None:
    """Take the first stamp of the text: «Publié le 14/02/2016 à 10h20», «date 2017-01», a dateline with its year."""
    for day, start, end, updated in _stamps(document, tables):
        if not updated:
            return _published(day, DateBasis.TEXT, Span.of(document.text, start, end))
    return None


def _bounded(document: Document, tables: MetadataTables) -> Published | None:
    """Where only an update is known, the article is not younger than that."""
    if document.page:
        days = [day for value in document.page.modified if (day := read_day(value, tables))]
        if days:
            return Published(latest=min(day.latest for day in days).isoformat(), basis=DateBasis.HTML)
    for day, start, end, updated in _stamps(document, tables):
        if updated:
            return Published(latest=day.latest.isoformat(), basis=DateBasis.TEXT, evidence=(Span.of(document.text, start, end),))
    return None


def _stamps(document: Document, tables: MetadataTables) -> Iterator[tuple[Day, int, int, bool]]:
    """Yield the days of stamps with their places, and whether each is an update."""
    for segment in document.segments:
        if segment.kind not in _STAMPED:
            continue
        words = document.text[segment.start : segment.end]
        for day in find_days(words, tables):
            before = fold(words[: day.start])
            yield day, segment.start + _opening(before), segment.start + day.end, _UPDATED.search(before) is not None
    first = next((s for s in document.segments if s.kind in {SegmentKind.LEAD, SegmentKind.PARAGRAPH}), None)
    if first:
        words = document.text[first.start : min(first.end, first.start + 120)]
        dateline = _DATELINE.match(fold(words))
        for day in find_days(words, tables) if dateline else ():
            if dateline and day.start == dateline.end():
                yield day, first.start, first.start + day.end, False
            break


def _opening(before: str) -> int:
    """Find where the words of publishing before a date begin: «Publié le », «date »."""
    found = re.search(
        r"(?:publi\w+|post\w+|mise?s?|modifi\w+|date|paru\w*|cré\w+|actualis\w+|le)\b\W*(?:\w{1,4}\W+){0,4}\Z", before, re.IGNORECASE
    )
    return found.start() if found else len(before)


def _published(day: Day, basis: DateBasis, *evidence: Span) -> Published:
    return Published(edtf=day.edtf, earliest=day.earliest.isoformat(), latest=day.latest.isoformat(), basis=basis, evidence=evidence)
