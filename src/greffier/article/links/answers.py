"""What another source confirms or qualifies.

In: `Scene`. Out: `Link`s to what was said before. Not: agreement in substance; a cue must say that it confirms or qualifies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.links.likeness import Scene
from greffier.records import Act, Link, LinkKind

__all__ = ["RULES"]

# The cue vouches for the kind; the words have only to find what it is about.
_LEAST_ALIKE = 0.4
_LEAST_SHARED = 2
_TOO_CLOSE = 0.85


def confirms(scene: Scene) -> Iterator[Link]:
    """«a confirmé que P»: the statement of another source that it bears out."""
    for number, statement in enumerate(scene.statements):
        if statement.act is Act.CONFIRM and not statement.negated and scene.first_telling(number) == number:
            yield from _nearest(scene, number, LinkKind.CONFIRMS, "confirmed_by_another")


def qualifies(scene: Scene) -> Iterator[Link]:
    """«nuance», «tempère»: the statement of another source that it takes something away from."""
    for number, statement in enumerate(scene.statements):
        if statement.negated or scene.first_telling(number) != number:
            continue
        if any(scene.tables.verbs.get(lemma) is LinkKind.QUALIFIES for lemma in scene.lemmas(number)):
            yield from _nearest(scene, number, LinkKind.QUALIFIES, "qualified_by_another")


def _nearest(scene: Scene, number: int, kind: LinkKind, rule: str) -> Iterator[Link]:
    best: dict[int, float] = {}
    for other in scene.near(number):
        candidate = scene.statements[other]
        if (
            other > number
            or candidate.negated
            or scene.same_source(number, other)
            or scene.inside(other, number)
            or scene.inside(number, other)
            or (kind is LinkKind.CONFIRMS and scene.propositions.opposed(number, other))
        ):
            continue
        if scene.shared(number, other) >= _LEAST_SHARED and (score := scene.alike(number, other)) >= _LEAST_ALIKE:
            first = scene.first_telling(other)
            best[first] = max(score, best.get(first, 0.0))
    ranked = sorted(((score, first) for first, score in best.items()), reverse=True)
    if ranked and (len(ranked) == 1 or ranked[1][0] < _TOO_CLOSE * ranked[0][0]):
        score, first = ranked[0]
        yield Link(
            kind=kind,
            source=scene.statements[number].id,
            target=scene.statements[first].id,
            scope=scene.statements[first].content[0],
            rule=rule,
            score=round(min(0.8, score), 2),
        )


RULES: tuple[Callable[[Scene], Iterator[Link]], ...] = (confirms, qualifies)
