"""What a denial or a correction denies: the claim inside it, the same claim by another source, the accusation it answers.

In: `Scene`. Out: `Link`s. Not: every statement on the subject: a denial denies what it takes up, nothing else; where two claims fit
equally, none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.links.likeness import Scene
from greffier.records import Act, Link, LinkKind, Span, Statement

__all__ = ["RULES"]

_KINDS = {Act.DENY: LinkKind.DENIES, Act.CORRECT: LinkKind.CORRECTS}
# Acts that claim something which can be denied.
_CLAIMS = frozenset({Act.STATE, Act.ANNOUNCE, Act.ACCUSE, Act.CONFIRM, Act.ADMIT, Act.WARN, Act.CRITICISE, Act.REPLY})
# Half of what the shorter content tells must be shared, in at least three words or names; below, contents of one article are merely on one
# subject (development articles: the denied announcement has .58, the runner-up .28).
_LEAST_ALIKE = 0.5
_LEAST_SHARED = 3
# A second claim as close as this leaves it open which one is meant.
_TOO_CLOSE = 0.85


def _denials(scene: Scene) -> Iterator[tuple[int, Statement, LinkKind]]:
    for number, statement in enumerate(scene.statements):
        kind = _KINDS.get(statement.act)
        if kind is not None and not statement.negated and scene.first_telling(number) == number:
            yield number, statement, kind


def claim_inside(scene: Scene) -> Iterator[Link]:
    """«a qualifié de fausses les publications selon lesquelles P»: denies the claim that stands in its content."""
    for number, statement, kind in _denials(scene):
        for child in scene.children(number):
            inner, first = scene.statements[child], scene.first_telling(child)
            if inner.act in _CLAIMS and not scene.same_source(child, number) and first != number:
                target = scene.statements[first].id
                yield Link(kind=kind, source=statement.id, target=target, scope=_scope(inner), rule="claim_inside_denial", score=0.9)


def claim_elsewhere(scene: Scene) -> Iterator[Link]:
    """The same claim made by another source: shared words and names tell it, and it must be alone in being so close."""
    for number, statement, kind in _denials(scene):
        takes_up = [child for child in scene.children(number) if scene.statements[child].act in _CLAIMS] or [number]
        best: dict[int, tuple[float, int]] = {}
        for claim in takes_up:
            for other in scene.near(claim):
                if not _may_be_denied(scene, number, other, scene.statements[other]) or scene.shared(claim, other) < _LEAST_SHARED:
                    continue
                score = scene.alike(claim, other)
                first = scene.first_telling(other)
                if first == scene.first_telling(claim):
                    continue
                if (scene.propositions.opposed if claim != number else scene.propositions.agreed)(claim, other):
                    continue  # «Il n'a rien vendu», dit l'un; l'autre dément qu'il ait vendu: they agree
                if score >= _LEAST_ALIKE and score > best.get(first, (0.0, 0))[0]:
                    best[first] = (score, claim)
        ranked = sorted(((score, -first, claim) for first, (score, claim) in best.items()), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[1][0] < _TOO_CLOSE * ranked[0][0]):
            score, first, claim = ranked[0]
            yield Link(
                kind=kind,
                source=statement.id,
                target=scene.statements[-first].id,
                scope=_scope(scene.statements[claim]),
                rule="claim_of_another_source",
                score=round(min(0.85, score), 2),
            )


def _may_be_denied(scene: Scene, denial: int, other: int, candidate: Statement) -> bool:
    return (
        candidate.act in _CLAIMS
        and not candidate.negated
        and not scene.same_source(denial, other)
        and not scene.inside(other, denial)
        and not scene.inside(denial, other)
        and not any(
            scene.statements[child].act in _KINDS and scene.same_source(child, denial) for child in scene.children(other)
        )  # «Selon Le Courrier, la maire a démenti»: the paper tells the denial
    )


def accusation_answered(scene: Scene) -> Iterator[Link]:
    """«"C'est faux", a démenti le maire»: denies the accusation that named its source, if there is only one before it."""
    for number, statement, kind in _denials(scene):
        accused = statement.source.entity
        if accused is None:
            continue
        before = {
            scene.first_telling(other)
            for other, candidate in enumerate(scene.statements[:number])
            if candidate.act is Act.ACCUSE and not candidate.negated and accused in {candidate.addressee, *candidate.about}
        }
        if len(before) == 1:
            target = scene.statements[before.pop()]
            yield Link(kind=kind, source=statement.id, target=target.id, scope=_scope(target), rule="accusation_answered", score=0.7)


def _scope(statement: Statement) -> Span:
    """The words that are denied: the content, or its first piece where an incise splits it."""
    return statement.content[0]


RULES: tuple[Callable[[Scene], Iterator[Link]], ...] = (claim_inside, claim_elsewhere, accusation_answered)
