"""What is told twice: a headline quotation and the body, the lead and the body, a source that says it again.

In: `Scene`. Out: `Link`s from the later telling to the earlier. Not: the same subject; that takes most of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.links.likeness import HIDDEN, OPPOSED, Scene
from greffier.records import Link, LinkKind

__all__ = ["RULES"]

# In four words or names at least, three fifths of the shorter content (development articles: the next pair of one speaker has .37), or less
# where the same words stand in quotation marks.
_LEAST_ALIKE = 0.6
_QUOTED_ALIKE = 0.45
_LEAST_SHARED = 4
# A cue that says «again» vouches for half of it.
_AGAIN_ALIKE = 0.4
_AGAIN_SHARED = 2


def same_words(scene: Scene) -> Iterator[Link]:
    """The same words at two places of the article."""
    for number, statement in enumerate(scene.statements):
        earlier = scene.earlier_telling(number)
        if earlier is not None:
            target = scene.statements[earlier].id
            yield Link(kind=LinkKind.REPEATS, source=statement.id, target=target, rule="same_words", score=0.95)


def told_again(scene: Scene) -> Iterator[Link]:
    """The lead and the body tell the same words of the same source, or of one that the lead leaves unnamed."""
    for later in range(len(scene.statements)):
        found = [
            (scene.alike(later, earlier), earlier)
            for earlier in scene.near(later)
            if earlier < later and scene.shared(later, earlier) >= _LEAST_SHARED and _may_repeat(scene, later, earlier)
        ]
        score, earlier = max(found, default=(0.0, -1))
        if score >= (_QUOTED_ALIKE if earlier >= 0 and scene.share_quoted_words(later, earlier) else _LEAST_ALIKE):
            yield Link(
                kind=LinkKind.REPEATS,
                source=scene.statements[later].id,
                target=scene.statements[earlier].id,
                rule="told_again",
                score=round(min(0.9, score), 2),
            )


def _may_repeat(scene: Scene, later: int, earlier: int) -> bool:
    mine, yours = scene.statements[later], scene.statements[earlier]
    if (
        scene.first_telling(later) == scene.first_telling(earlier)
        or scene.earlier_telling(later) is not None
        or mine.within
        or mine.negated != yours.negated
    ):
        return False
    if scene.propositions.turned(later, earlier):
        return False  # «n'a pas encore vendu la ferme», «a vendu la ferme»
    if scene.inside(later, earlier) or scene.inside(earlier, later) or (mine.act in OPPOSED) != (yours.act in OPPOSED):
        return False
    if scene.same_source(later, earlier):
        return True
    hidden = bool({mine.source.kind, yours.source.kind} & HIDDEN)
    return hidden and scene.share_quoted_words(later, earlier)


def says_again(scene: Scene) -> Iterator[Link]:
    """«a réaffirmé que P»: the cue says that the source said it before."""
    for later, statement in enumerate(scene.statements):
        if statement.negated or scene.earlier_telling(later) is not None:
            continue
        if not any(scene.tables.verbs.get(lemma) is LinkKind.REPEATS for lemma in scene.lemmas(later)):
            continue
        found = [
            (scene.alike(later, earlier), earlier)
            for earlier in scene.near(later)
            if earlier < later
            and scene.same_source(later, earlier)
            and scene.shared(later, earlier) > _AGAIN_SHARED  # one of them is the source itself
            and not scene.inside(later, earlier)
            and not scene.propositions.turned(later, earlier)
        ]
        score, earlier = max(found, default=(0.0, -1))
        if score >= _AGAIN_ALIKE:
            yield Link(
                kind=LinkKind.REPEATS,
                source=statement.id,
                target=scene.statements[earlier].id,
                rule="says_again",
                score=round(min(0.8, score), 2),
            )


RULES: tuple[Callable[[Scene], Iterator[Link]], ...] = (same_words, told_again, says_again)
