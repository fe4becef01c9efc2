"""Where a source contradicts itself: it denied before what it admits now, «n'a jamais …» and «avoir …».

In: `Scene`. Out: `Link`s from the later statement to the earlier. Not: a verdict on either, the two are set beside each other, no more; nor
a change of mind, a promise that was broken, or what another source says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from greffier.article.links.likeness import Scene
from greffier.article.links.propositions import Proposition
from greffier.records import Act, Link, LinkKind, SourceKind, Statement

__all__ = ["RULES"]

# «Les riverains ont dit que …»: others of them may have said the opposite.
_ONE = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.COUNTRY})
# A verb and what it is about: «avoir menti» alone may be of another lie.
_LEAST_TELLING = 2
# «avait affirmé», «s'était défendu»: said before what the article tells in the perfect.
_SAID_BEFORE = re.compile(r"(?<!\w)(?:avais|avait|avaient|avions|étaient|était)(?!\w)", re.IGNORECASE)


def contradicts_own(scene: Scene) -> Iterator[Link]:
    """«Il avait nié avoir vendu la ferme. Il reconnaît avoir vendu la ferme.»: the later is set beside the earlier."""
    for later, statement in enumerate(scene.statements):
        if not _may_contradict(scene, later):
            continue
        found = [earlier for earlier in scene.near(later) if earlier < later and _contradict(scene, later, earlier)]
        if found:
            earlier = found[-1]
            first, second = (earlier, later) if not _is_before(statement, scene.statements[earlier]) else (later, earlier)
            yield Link(
                kind=LinkKind.CONTRADICTS_OWN,
                source=scene.statements[second].id,
                target=scene.statements[first].id,
                scope=scene.statements[first].content[0],
                rule="denied_and_affirmed",
                score=0.75,
            )


def _is_before(statement: Statement, other: Statement) -> bool:
    """Tell whether the cues say that a statement was made before the other, wherever it stands."""
    mine, yours = (told.cue is not None and _SAID_BEFORE.search(told.cue.quote) is not None for told in (statement, other))
    return mine and not yours


def _may_contradict(scene: Scene, number: int) -> bool:
    statement = scene.statements[number]
    told = scene.propositions.of(number)
    return (
        told is not None
        and told.holds is not None
        and told.telling >= _LEAST_TELLING
        and statement.source.entity is not None
        and statement.source.kind in _ONE
        and scene.first_telling(number) == number
        and (statement.within is None or _goes_on(scene, number))
    )


def _goes_on(scene: Scene, number: int) -> bool:
    """«« Je dis que … »»: words inside the source's own words; inside another's, they are what that one says it said."""
    outer = scene.index.get(scene.statements[number].within or "")
    return outer is not None and scene.same_source(number, outer) and scene.statements[outer].within is None


def _contradict(scene: Scene, later: int, earlier: int) -> bool:
    if not _may_contradict(scene, earlier) or not scene.same_source(later, earlier) or not scene.propositions.opposed(later, earlier):
        return False
    if scene.inside(later, earlier) or scene.inside(earlier, later):
        return False
    mine, yours = scene.propositions.of(later), scene.propositions.of(earlier)
    if mine is None or yours is None:
        return False
    denied, affirmed = (mine, yours) if yours.holds else (yours, mine)
    acts = {scene.statements[later].act, scene.statements[earlier].act}
    return _same(denied, affirmed, loose=denied.never or Act.ADMIT in acts) and (denied.never or not acts.isdisjoint({Act.DENY, Act.ADMIT}))


def _same(denied: Proposition, affirmed: Proposition, *, loose: bool) -> bool:
    """The same clause; what is affirmed may tell more («à Genève, en mai»), where the denial is of all cases or was taken back."""
    if denied.when is not affirmed.when:
        return False
    many = len(denied.words)
    return denied.words == affirmed.words if not loose else denied.words == affirmed.words[:many]


RULES: tuple[Callable[[Scene], Iterator[Link]], ...] = (contradicts_own,)
