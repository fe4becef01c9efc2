"""Which of several overlapping finds stands: the longest, then the one that knows most.

In: `View`. Out: `find_names`. Not: what the names stand for, that is `entities`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from greffier.article.mentions.composed import find_composed
from greffier.article.mentions.lexical import find_lexical
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.article.mentions.roles import RoleFound, find_roles
from greffier.article.mentions.shapes import Chain, find_shapes, opens
from greffier.article.mentions.towns import find_towns, in_place
from greffier.records import EntityKind, MentionKind, NameSpan

__all__ = ["find_names", "unexplained"]

_LABELS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANISATION}


def find_names(view: View) -> tuple[list[Found], list[tuple[Stretch, RoleFound]]]:
    """Give names and unnamed agents («l'armée russe») of an article in text order, none overlapping another, and its role phrases."""
    out: list[Found] = []
    phrases: list[tuple[Stretch, RoleFound]] = []
    for stretch in view.stretches:
        found = [*find_lexical(view, stretch), *find_composed(view, stretch), *find_towns(view, stretch)]
        chains = list(find_shapes(view, stretch))
        found += [shape for _, shape in chains if shape is not None]
        found += _recognised(view, stretch, [chain for chain, shape in chains if shape is None], found)
        settled = [_settled(view, f) for f in found]
        names = _longest([f for f in settled if f.how is MentionKind.NAME])
        agents = [f for f in settled if f.how is not MentionKind.NAME]
        roles = list(find_roles(view, stretch, [*names, *agents]))
        phrases += [(stretch, role) for role in roles]
        names = [f for f in names if not any(r.core_first <= f.first and f.first <= r.core_last for r in roles)]
        out += sorted([*names, *agents], key=lambda f: (f.first, f.last))
    return out, phrases


def _settled(view: View, found: Found) -> Found:
    """A composed find without a capital of its own is no name («gouvernement russe», «parlement»)."""
    if found.rule.startswith(("body", "ministry")):
        words = [w for w in range(found.first, found.last + 1) if view.capital(w)]
        if not words:
            return msgspec.structs.replace(found, how=MentionKind.ROLE)
    return found


def _longest(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (f.inner - f.last, not f.entries, f.first)):
        words = range(f.first, f.last + 1)
        if taken.isdisjoint(words):
            kept.append(f)
            taken.update(words)
    return kept


def _recognised(view: View, stretch: Stretch, chains: list[Chain], found: list[Found]) -> list[Found]:
    """Rows of capitals that nothing else explains, with the kind that the parser's recogniser or the preposition gives them."""
    out = []
    for chain in chains:
        if explained(chain, found):
            continue
        kind = _kind(view, stretch, chain)
        if kind is not None:
            out.append(Found(first=chain.first, last=chain.last, inner=chain.first, kind=kind[0], rule=kind[1]))
    return out


def _kind(view: View, stretch: Stretch, chain: Chain) -> tuple[EntityKind, str] | None:
    start, end = view.words.starts[chain.first], view.words.ends[chain.last]
    label = next((_LABELS.get(n.label) for n in stretch.sentence.names if _shares(n, start, end)), None)
    if label is not None:
        return label, "recogniser"
    if in_place(view, chain.first):
        return EntityKind.PLACE, "place_preposition"
    words = view.quote(chain.first, chain.last)
    if words.isupper() and 2 <= len(words) <= 6 and words.isalpha() and not opens(view, stretch, chain.first):
        return EntityKind.ORGANISATION, "acronym"
    return None


def explained(chain: Chain, found: Iterable[Found]) -> bool:
    """Tell whether every capital of a row belongs to a name («Russie-Iran-Turquie» to three)."""
    words = set(range(chain.first, chain.last + 1))
    for f in found:
        words.difference_update(range(f.first, f.last + 1))
    return not words


def _shares(name: NameSpan, start: int, end: int) -> bool:
    return name.start < end and start < name.end


def unexplained(view: View) -> bool:
    """Tell whether some row of capitals is explained neither by the lexicon nor by its shape, so that a recogniser is worth its time."""
    for stretch in view.stretches:
        known = [*find_lexical(view, stretch), *find_towns(view, stretch)]
        for chain, shape in find_shapes(view, stretch):
            if shape is None and not explained(chain, known):
                return True
    return False
