"""The day of publication where nobody told it, bounded by what the article cannot but know.

In: the article, what was found in it, the dictionary of names. Out: `Published` with basis `inferred`, evidence, reasons in the trace.
Not: a guess. Every constraint holds the day for sure or is not used; what is left over is an interval, never a silent day.

The constraints, each a set of possible days:
* `address`: the date in the address or file name;
* `weekday_date`: «mercredi 23 décembre» fits one year in five or six, and is told within days of it;
* `told_in_part`, `dateline`: a day and month that the page or the first line prints without a year, an update that it was not later than;
* `past_date`: «depuis le 30 septembre 2015», «a été tué en juin 2014»: the article is later;
* `office`: «le ministre de la Défense, X»: the article falls into X's time in that office;
* `named_since`: a group cannot be named before it has its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import structs

from greffier.article.times.address import days_in_address
from greffier.article.times.constraints import FIRST, LAST, Constraint, intersect, left_over
from greffier.article.times.days import Lean, day_of
from greffier.article.times.grammar import Grammar
from greffier.article.times.holders import days_of_actors
from greffier.article.times.published import published_of, stretches_of
from greffier.article.times.readings import Base
from greffier.article.times.resolve import Stretch
from greffier.article.times.scan import Finding, small
from greffier.lang import Pack
from greffier.records import PROSE, Answer, DateBasis, Document, Mentions, Published, Span, TimeType, Trace
from greffier.text.typography import fold

__all__ = ["infer"]

# A weekday fits a day and month in six years of the forty; more alternatives than twelve are every year.
_MANY = 12
# How long after a weekday and its date an article tells of it. A bare weekday of the same name beside it makes it this week.
_SAME_WEEK, _FEW_WEEKS = timedelta(6), timedelta(20)


def infer(
    document: Document, findings: Sequence[Finding], mentions: Mentions, pack: Pack, grammar: Grammar, told: Published, trace: Trace
) -> Published:
    """Give the days on which the article may have been published, `told` where that has both bounds."""
    if told.earliest and told.latest:
        return told
    text = small(fold(document.text))
    constraints = [
        *_from_address(document),
        *_told_in_part(told),
        *_dateline(document, text, findings),
        *_weekday_dates(text, findings, grammar),
        *_past_dates(text, findings, grammar),
        *days_of_actors(document.text, mentions, pack.names),
    ]
    retrieved = _retrieved(document)
    everything = (Stretch(FIRST, retrieved or LAST),)
    days, used = intersect(everything, constraints, trace)
    if not used:
        return told
    # «PARIS, 28 octobre» without bounds on both sides is a day of any year: the list of all of them would say less than the bounds.
    yearly = [one for one in used if len(one.days) > _MANY]
    if yearly:
        others = [one for one in used if one not in yearly]
        bounds = left_over(everything, others)
        if bounds[0].first == FIRST or bounds[-1].last == LAST:
            days, used = bounds, others
    if {one.rule for one in used} <= {"told_in_part"}:
        dateline = next((one for one in yearly if one.rule == "dateline"), None)
        return _same_day_of_any_year(document.text, dateline) if dateline else told
    open_start = days[0].first == FIRST
    open_end = days[-1].last == LAST
    evidence = tuple(Span.of(document.text, *place) for place in sorted({one.place for one in used if one.place}))
    inferred = _record(days, evidence, open_start=open_start, open_end=open_end)
    if trace.on and inferred.edtf:
        place = evidence[0] if evidence else None
        where = (place.start, place.end) if place else (0, min(1, len(document.text)))
        trace.note("published", "inferred", where, Answer.FOUND, f"{inferred.edtf}: {'; '.join(one.reason for one in used)}")
    return inferred


def _same_day_of_any_year(text: str, dateline: Constraint) -> Published:
    """«PARIS, 28 octobre (AFP)» and nothing else: `XXXX-10-28`."""
    value = f"XXXX-{dateline.days[0].first:%m-%d}"
    evidence = (Span.of(text, *dateline.place),) if dateline.place else ()
    return Published(edtf=value, basis=DateBasis.INFERRED, evidence=evidence)


def _record(days: Sequence[Stretch], evidence: tuple[Span, ...], *, open_start: bool, open_end: bool) -> Published:
    if open_start and open_end:
        return Published()
    whole = published_of(days, DateBasis.INFERRED, evidence)
    if not (open_start or open_end):
        return whole
    first, last = (None if open_start else whole.earliest), (None if open_end else whole.latest)
    return Published(edtf=f"{first or '..'}/{last or '..'}", earliest=first, latest=last, basis=DateBasis.INFERRED, evidence=evidence)


def _retrieved(document: Document) -> date | None:
    m = re.match(r"(\d{4})-(\d\d)-(\d\d)", document.origin.retrieved or "")
    return day_of(int(m[1]), int(m[2]), int(m[3])) if m else None


def _from_address(document: Document) -> Iterator[Constraint]:
    for address in (document.given.url, document.page.url if document.page else None, document.origin.uri):
        days = days_in_address(address) if address else None
        if days:
            yield Constraint(
                "address", (days,), f"the address {address} tells {days.first}" + ("" if days.first == days.last else " or later")
            )
            return


def _told_in_part(told: Published) -> Iterator[Constraint]:
    """Take what the room of metadata has: an update («not later than») or a day and month."""
    place = (told.evidence[0].start, told.evidence[0].end) if told.evidence else None
    if m := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", told.edtf or ""):
        yield Constraint("told_in_part", _every_year(int(m[1]), int(m[2])), f"published on a {m[2]}-{m[1]}", place)
    if not (told.earliest or told.latest):
        return
    bounds = stretches_of(structs.replace(told, earliest=told.earliest or str(FIRST), latest=told.latest or str(LAST), edtf=None))
    if bounds:
        yield Constraint("told_in_part", bounds, f"told from {told.earliest or 'unknown'} to {told.latest or 'unknown'}", place)


def _every_year(month: int, day: int) -> tuple[Stretch, ...]:
    return tuple(Stretch(d, d) for year in range(FIRST.year, LAST.year + 1) if (d := day_of(year, month, day)))


# «MOSCOU, 16 octobre (AFP) - », «Paris, le 3 mai (Reuters)»: a place, a day and an agency open the first sentence
_DATELINE = re.compile(r"[A-ZÀ-Ý][\w' -]{1,40}(?:\([\w' -]+\)[ ]?)?,[ ](?:le[ ])?$")


def _dateline(document: Document, text: str, findings: Sequence[Finding]) -> Iterator[Constraint]:
    prose = next((s for s in document.segments if s.kind in PROSE), None)
    start = prose.start if prose else 0
    one = next((one for one in findings if one.start >= start), None)
    told = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", one.reading.template) if one and one.rule == "day_month" else None
    if one and told and _DATELINE.fullmatch(fold(document.text[start : one.start])) and re.match(r"[ ](?:\(|[-–—])", text[one.end :]):
        days = _every_year(int(told[1]), int(told[2]))
        yield Constraint("dateline", days, f"dated {text[one.start : one.end]}", (one.start, one.end))


def _weekday_dates(text: str, findings: Sequence[Finding], grammar: Grammar) -> Iterator[Constraint]:
    bare = {
        one.reading.template
        for one in findings
        if one.rule == "weekday" and one.reading.base is Base.PUBLISHED and _lean(text, one, grammar) is not Lean.FUTURE
    }
    for one in findings:
        told = re.fullmatch(r"XXXX-(\d\d)-(\d\d)(?:T.+)?", one.reading.template) if one.rule == "day_month" else None
        if told is None:
            continue
        words = text[one.start : one.end]
        weekday = next((number for word, number in grammar.words.weekdays.items() if re.search(rf"\b{word}\b", words)), None)
        if weekday is None:
            continue
        days = [
            d for year in range(FIRST.year, LAST.year + 1) if (d := day_of(year, int(told[1]), int(told[2]))) and d.isoweekday() == weekday
        ]
        lean = _lean(text, one, grammar)
        reach = _SAME_WEEK if lean is Lean.PAST and f"XXXX-WXX-{weekday}" in bare else _FEW_WEEKS
        before = timedelta(0) if lean is Lean.PAST else reach
        after = timedelta(0) if lean is Lean.FUTURE else reach
        years = ", ".join(str(d.year) for d in days)
        yield Constraint(
            "weekday_date", tuple(Stretch(d - before, d + after) for d in days), f"«{words}» is a day of {years}", (one.start, one.end)
        )


def _lean(text: str, one: Finding, grammar: Grammar) -> Lean:
    lean, _ = grammar.direction.before_of(text, one.start)
    return lean if lean is not Lean.NONE else grammar.direction.tense_of(text, one.start, one.end)


def _past_dates(text: str, findings: Sequence[Finding], grammar: Grammar) -> Iterator[Constraint]:
    """Dates with a year that the article looks back to; the latest of them bounds it."""
    best: tuple[date, Finding] | None = None
    for one in findings:
        told = one.reading.on(None) if one.reading.base is Base.NONE and one.reading.type in {TimeType.DATE, TimeType.TIME} else None
        if not told or not told.earliest or not FIRST < told.earliest <= LAST or not _surely_past(text, one, grammar):
            continue
        if best is None or told.earliest > best[0]:
            best = told.earliest, one
    if best:
        day, one = best
        yield Constraint("past_date", (Stretch(day, LAST),), f"«{text[one.start : one.end]}» is past", (one.start, one.end))


def _surely_past(text: str, one: Finding, grammar: Grammar) -> bool:
    """«depuis X» is past; else a past tense right beside it, of a verb that does not announce («a promis une loi en 2030»)."""
    lean, _ = grammar.direction.before_of(text, one.start)
    if lean is not Lean.NONE:
        return lean is Lean.PAST
    if re.search(r"\b(?:pour|horizon|avant|jusqu'en|jusqu'à) $", text[max(0, one.start - 20) : one.start]):
        return False
    cue = grammar.direction.cue_of(text, one.start, one.end)
    if cue is None or cue.lean is not Lean.PAST:
        return False
    verb = re.findall(r"[^\W\d_]+", text[cue.start : cue.end])[-1]
    return verb not in grammar.words.announcing
