"""Precision and recall of statements, times and segments over the articles of a gold file.

In: gold and predicted articles. Out: `Report`. Not: significance; a handful of articles has wide intervals.

Statements are matched one to one, the pair with the highest overlap first (intersection over union of the characters of the contents,
white space aside, at least one half, as in PolNeAR). Gold of tier `optional` takes predictions out of the count and is never missed.
Attributes are judged over the matched required pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from greffier.evaluation.gold import GoldArticle, GoldStatement, GoldTime, digest
from greffier.records import NOISE, Record

__all__ = ["Report", "Score", "evaluate"]

# Half of the characters shared: the usual threshold for partial matches of contents.
_OVERLAP = 0.5


class Score(Record, frozen=True, kw_only=True):
    """Counts of one measure; for an accuracy, `right` of `right + missed`."""

    name: str
    right: int
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the predicted that is right; null where nothing was predicted."""
        return self.right / (self.right + self.false) if self.right + self.false else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; null where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None


class Report(Record, frozen=True, kw_only=True):
    """All scores, and how many gold articles had no prediction of the same text."""

    articles: int
    missing: int
    layers: tuple[Score, ...]
    attributes: tuple[Score, ...]


def evaluate(gold: Iterable[GoldArticle], predicted: Iterable[GoldArticle]) -> Report:
    """Compare predicted articles with gold ones; they are paired by the SHA-256 of their text."""
    by_text = {digest(article): article for article in predicted}
    counts: Counter[tuple[str, str]] = Counter()
    articles = missing = 0
    for wanted in gold:
        articles += 1
        found = by_text.get(digest(wanted))
        missing += found is None
        if wanted.statements is not None:
            _count_statements(wanted.text, wanted.statements, (found and found.statements) or (), counts)
        if wanted.times is not None:
            _count_times(wanted.times, (found and found.times) or (), counts)
        if wanted.segments is not None:
            _count_noise(wanted, found, counts)
    layers = tuple(_score(name, counts) for name in ("statements", "times", "noise characters"))
    attributes = tuple(_score(name, counts) for name in ("source name", "mode", "act", "attestation", "negated", "time value"))
    return Report(articles=articles, missing=missing, layers=layers, attributes=attributes)


def _score(name: str, counts: Counter[tuple[str, str]]) -> Score:
    return Score(name=name, right=counts[name, "right"], false=counts[name, "false"], missed=counts[name, "missed"])


def _count_statements(
    text: str, gold: Sequence[GoldStatement], predicted: Sequence[GoldStatement], counts: Counter[tuple[str, str]]
) -> None:
    wanted = [frozenset[int]().union(*(piece.cells(text) for piece in s.content)) for s in gold]
    found = [frozenset[int]().union(*(piece.cells(text) for piece in s.content)) for s in predicted]
    pairs = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found) if a & b]
    # Required gold goes first where overlaps are equal; then text order, so that the result never depends on chance.
    pairs.sort(key=lambda p: (-p[0], gold[p[1]].tier != "required", p[1], p[2]))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in pairs:
        if overlap >= _OVERLAP and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    for i, statement in enumerate(gold):
        if statement.tier == "required":
            counts["statements", "right" if i in matched else "missed"] += 1
            if i in matched:
                _count_attributes(statement, predicted[matched[i]], counts)
    touched = {j for overlap, i, j in pairs if gold[i].tier != "required" and overlap > 0}
    counts["statements", "false"] += len(set(range(len(predicted))) - taken - touched)


def _count_attributes(gold: GoldStatement, predicted: GoldStatement, counts: Counter[tuple[str, str]]) -> None:
    names = {_bare(name) for name in (gold.source.name if gold.source else None, *gold.accept_name)}
    answers = {
        "source name": _bare(predicted.source.name if predicted.source else None) in names,
        "mode": predicted.mode == gold.mode,
        "act": predicted.act in {gold.act, *gold.accept_act},
        "attestation": predicted.attestation in {gold.attestation, *gold.accept_attestation},
        "negated": predicted.negated == gold.negated,
    }
    for name, right in answers.items():
        counts[name, "right" if right else "missed"] += 1


def _bare(name: str | None) -> str | None:
    return name.casefold().replace("’", "'").strip() if name else None


def _count_times(gold: Sequence[GoldTime], predicted: Sequence[GoldTime], counts: Counter[tuple[str, str]]) -> None:
    taken: set[int] = set()
    for wanted in gold:
        if wanted.start is None or wanted.end is None:
            continue
        hit = next(
            (
                j
                for j, p in enumerate(predicted)
                if j not in taken and p.start is not None and p.end is not None and p.start < wanted.end and wanted.start < p.end
            ),
            None,
        )
        if hit is not None:
            taken.add(hit)
        if wanted.tier == "required":
            counts["times", "right" if hit is not None else "missed"] += 1
            if hit is not None:
                counts["time value", "right" if predicted[hit].value in {wanted.value, *wanted.accept_also} else "missed"] += 1
    counts["times", "false"] += len(predicted) - len(taken)


def _count_noise(gold: GoldArticle, predicted: GoldArticle | None, counts: Counter[tuple[str, str]]) -> None:
    noise = {kind.value for kind in NOISE}
    wanted = frozenset[int]().union(*(s.cells(gold.text) for s in gold.segments or () if s.kind in noise))
    segments = (predicted.segments or ()) if predicted else ()
    found = frozenset[int]().union(*(s.cells(gold.text) for s in segments if s.kind in noise))
    counts["noise characters", "right"] += len(wanted & found)
    counts["noise characters", "false"] += len(found - wanted)
    counts["noise characters", "missed"] += len(wanted - found)
