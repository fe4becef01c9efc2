"""Who reports whom: a medium's statement in which somebody speaks, and the same words given elsewhere in the article without the medium.

In: `Scene`. Out: `Link`s from what the medium tells to what its source said. Not: nesting; that a statement stands in the medium's words is
told by `within`, and a headline or lead that leaves the medium out is no second giving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.links.likeness import OPPOSED, Scene
from greffier.records import Link, LinkKind, SegmentKind, SourceKind, Statement

__all__ = ["RULES"]

# As for what one source tells twice: the next pair of one speaker in the development articles has .37.
_LEAST_ALIKE = 0.6
_LEAST_SHARED = 4
# A short form of the body, and what is printed twice by accident.
_SHORT = frozenset({SegmentKind.TITLE, SegmentKind.LEAD, SegmentKind.REPEAT})


def told_by_medium(scene: Scene) -> Iterator[Link]:
    """«Reuters rapporte que X a dit P», and X says P elsewhere: Reuters reports it."""
    for number, statement in enumerate(scene.statements):
        if statement.source.kind is not SourceKind.MEDIUM or statement.negated or statement.act in OPPOSED:
            continue
        for child in scene.children(number):
            yield from _said_elsewhere(scene, number, child, "told_by_medium")


def relayed(scene: Scene) -> Iterator[Link]:
    """«P, a dit X, rapporte Reuters», and X says P elsewhere without Reuters."""
    for number, statement in enumerate(scene.statements):
        if statement.relays and statement.within is None:
            yield from _said_elsewhere(scene, number, number, "relayed")


def _said_elsewhere(scene: Scene, reporter: int, told: int, rule: str) -> Iterator[Link]:
    """Find the statement with the words that a medium tells; `told` is the medium's own telling of them."""
    found = [
        (score, -other)
        for other in scene.near(told)
        if scene.shared(told, other) >= _LEAST_SHARED
        and _is_same(scene, reporter, told, other)
        and (score := scene.alike(told, other)) >= _LEAST_ALIKE
    ]
    if found:
        score, other = max(found)  # of several tellings the likest, of equal ones the first
        yield Link(
            kind=LinkKind.REPORTS,
            source=scene.statements[reporter].id,
            target=scene.statements[-other].id,
            scope=scene.statements[told].content[0],
            rule=rule,
            score=round(min(0.8, score), 2),
        )


def _is_same(scene: Scene, reporter: int, told: int, other: int) -> bool:
    mine, yours = scene.statements[told], scene.statements[other]
    return (
        other != reporter
        and mine.source.entity is not None
        and scene.same_source(told, other)
        and not yours.relays
        and yours.within is None
        and mine.negated is yours.negated
        and (mine.act in OPPOSED) is (yours.act in OPPOSED)
        and not scene.propositions.opposed(told, other)
        and not scene.inside(other, reporter)
        and not _is_short(scene, yours)
    )


def _is_short(scene: Scene, statement: Statement) -> bool:
    segment = scene.document.segment_at(statement.content[0].start)
    return segment is not None and segment.kind in _SHORT


RULES: tuple[Callable[[Scene], Iterator[Link]], ...] = (told_by_medium, relayed)
