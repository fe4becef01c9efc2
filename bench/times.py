"""Expressions of time: ours beside dateparser, in one run, on the development cases and on our own; then speed.

Strict: equal spans but for leading prepositions and articles, which no two guidelines treat alike. Relaxed: a shared character. Value: a
relaxed match with the right first and last day (dateparser gives an instant: its day, compared with the first day). Only expressions that
have days are counted, dateparser knows no lengths and no sets. Cases of our own were written with the rules: they show what is covered, not
how good it is elsewhere.
"""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from bench.corpus import ROOT, SHARED, texts
from greffier.article.times.values import span_of
from greffier.records import TimeModifier
from greffier.times import find
from tests.support.marked import read_cases

LEADING = re.compile(
    r"^(?:(?:en|le|la|les|au|aux|du|de|des|dès|depuis|à|ce|cet|cette|ces|vers|avant|après|dans|pour|entre)\s+|[ld]['’])+", re.IGNORECASE
)


class Told(NamedTuple):
    """An expression with its first and last day."""

    start: int
    end: int
    first: str | None
    last: str | None


class Case(NamedTuple):
    """A sentence, its day of publication, what it tells."""

    text: str
    published: str
    told: tuple[Told, ...]


def run() -> None:
    sets = {"development cases (times_cases.tsv)": list(_development()), "our own cases (tests/times/cases)": list(_own())}
    for title, cases in sets.items():
        if not cases:
            print(f"skipped: {title} are not here (set GREFFIER_SHARED)\n")
            continue
        print(f"{title}: {len(cases)} sentences, {sum(len(case.told) for case in cases)} expressions with days")
        for name, peer in PEERS.items():
            print(f"  {name:<12} {_score(peer, cases)}")
        print()
    _speed()


def ours(text: str, published: str) -> list[Told]:
    return [Told(t.start, t.end, t.earliest, t.latest) for t in find(text, published) if t.earliest]


def dateparser(text: str, published: str) -> list[Told]:
    from dateparser.search import search_dates

    base = datetime.fromisoformat(published)
    found, reached = [], 0
    for words, instant in search_dates(text, languages=["fr"], settings={"RELATIVE_BASE": base}) or ():
        start = text.find(words, reached)
        if start >= 0:
            reached = start + len(words)
            found.append(Told(start, reached, instant.date().isoformat(), None))
    return found


PEERS: dict[str, Callable[[str, str], list[Told]]] = {"greffier": ours, "dateparser": dateparser}


def _development() -> Iterator[Case]:
    path = SHARED / "gold/times_cases.tsv"
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            told = (Told(int(row["start"]), int(row["end"]), row["begin"], row["end_incl"]),) if row["begin"] else ()
            if told or row["type"] == "NONE":
                yield Case(row["text"], row["dct"], told)


def _own() -> Iterator[Case]:
    for parameters in read_cases(ROOT / "tests/times/cases"):
        case = parameters.values[0]
        published = case.settings.get("published", "unknown")
        if published == "unknown":
            continue
        yield Case(case.text, published, tuple(told for mark in case.of("t") if (told := _marked(mark.start, mark.end, mark.value))))


def _marked(start: int, end: int, marked: str) -> Told | None:
    value, _, mod = re.sub(r"T(\d\d)h", r"T\1:", marked.rsplit("~", maxsplit=1)[-1]).partition("+")
    days = span_of(value, TimeModifier(mod) if mod else None)
    return Told(start, end, *(day.isoformat() for day in days)) if days else None


def _core(text: str, told: Told) -> tuple[int, int]:
    words = text[told.start : told.end]
    lead = LEADING.match(words)
    return (told.start + lead.end() if lead and lead.end() < len(words) else told.start), told.end


def _score(peer: Callable[[str, str], list[Told]], cases: list[Case]) -> str:
    gold = found = strict = relaxed = value = 0
    for case in cases:
        got = peer(case.text, case.published)
        gold += len(case.told)
        found += len(got)
        for told in case.told:
            near = [one for one in got if one.start < told.end and told.start < one.end]
            relaxed += bool(near)
            strict += any(_core(case.text, one) == _core(case.text, told) for one in near)
            value += any(one.first == told.first and one.last in {None, told.last} for one in near)
    figures = [2 * hits / ((gold + found) or 1) for hits in (strict, relaxed, value)]
    return "strict F1 {:.3f}  relaxed F1 {:.3f}  value F1 {:.3f}".format(*figures)


def _speed() -> None:
    sample = "\n\n".join(texts())[:300_000]
    published = date(2016, 10, 26).isoformat()
    find("hier", published)
    for name, peer, size in (("greffier", ours, len(sample)), ("dateparser", dateparser, 10_000)):
        began = time.perf_counter()
        for start in range(0, size, 2000):
            peer(sample[start : start + 2000], published)
        seconds = time.perf_counter() - began
        print(f"  {name:<12} {size / 1000 / seconds:8.1f} kchar/s on one core ({size // 1000} kchar)")
