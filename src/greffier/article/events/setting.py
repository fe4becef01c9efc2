"""When and where: the time and the place of a happening, from its own clause, else its own sentence where only one fits.

In: a `Tree`, a trigger's head, times and entities of the sentence. Out: ids or null. Not: the day on which something was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from greffier.records import Entity, EntityKind, TimeExpression, TimeType
from greffier.text.trees import Tree

__all__ = ["place_of", "time_of"]

_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_IN = frozenset({"à", "en", "dans", "au", "aux", "sur", "près"})
_OF = frozenset({"de", "du", "d'", "des", None})


def time_of(tree: Tree, head: int, times: Sequence[TimeExpression], cues: frozenset[int]) -> str | None:
    """The nearest of the times that hang on the trigger's own verb; `cues` are verbs of saying, whose days are not the event's."""
    verb = _verb(tree, head)
    own = {head, verb, *tree.children(verb, "xcomp"), *tree.children(head, "acl")}
    if tree.is_a(verb, "xcomp") and tree.head(verb) is not None:
        own.add(tree.heads[verb])
    fitting: list[tuple[int, str]] = []
    for time in times:
        if time.type in {TimeType.SET, TimeType.DURATION}:
            continue
        inside = [t.index for t in tree.tokens if time.start <= t.start < time.end]
        if not inside:
            continue
        top = next((i for i in inside if tree.heads[i] not in inside), inside[0])
        governor = next((a for a in tree.ancestors(top) if tree.tokens[a].upos in {"VERB", "AUX"} or a == head), None)
        if governor in own and governor not in cues:
            fitting.append((min(abs(top - verb), abs(top - head)), time.id))
    return min(fitting)[1] if fitting else None


def place_of(
    tree: Tree, head: int, at: Mapping[int, Entity], parties: Sequence[str], given: frozenset[str], sites: frozenset[str]
) -> str | None:
    """The place named with «à, en, dans» under the trigger or its verb; a party of the event is not its place.

    A state behind one of the prepositions `given` is whom something is given to; a state named by its palace or capital is no place.
    A town that is taken or shelled is where it happens. `sites` are nouns of place, behind which its name stands.
    """
    verb = _verb(tree, head)

    def fits(index: int) -> str | None:
        entity = at.get(index)
        if entity is None or entity.kind not in _PLACES or entity.id in parties:
            return None
        return entity.id if entity.kind is EntityKind.PLACE or tree.tokens[index].form in entity.name else None

    for anchor in dict.fromkeys((head, verb)):
        for i in tree.subtree(anchor, "acl", "advcl", "ccomp", "parataxis"):
            case = tree.case(i)
            entity = at.get(i)
            if case not in _IN or (entity is not None and entity.kind is EntityKind.COUNTRY and case in given):
                continue
            # «dans le village de X», «dans le nord du Mali»: the name hangs on a noun of place.
            for place in (i, *_named_site(tree, i, sites)):
                if (found := fits(place)) is not None:
                    return found
    taken = [n for o in tree.children(head, "obj", "obl:arg") for n in (o, *_named_site(tree, o, sites))]
    return next((found for i in taken if i in at and at[i].kind is EntityKind.PLACE and (found := fits(i)) is not None), None)


def _named_site(tree: Tree, index: int, sites: frozenset[str]) -> list[int]:
    if tree.tokens[index].lemma.lower() not in sites:
        return []
    return [n for n in tree.children(index, "nmod", "appos") if tree.case(n) in _OF]


def _verb(tree: Tree, head: int) -> int:
    if tree.tokens[head].upos == "VERB":
        return head
    governor = tree.head(head)
    return governor if governor is not None and tree.tokens[governor].upos == "VERB" and tree.is_a(head, "obj", "nsubj", "obl") else head
