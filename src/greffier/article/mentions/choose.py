"""Which of several overlapping finds stands: the longest, then the one that knows most.

In: `View`. Out: `find_names`. Not: what the names stand for, that is `entities`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from greffier.article.mentions.acronyms import Explained, find_explained
from greffier.article.mentions.chains import Chain
from greffier.article.mentions.composed import find_composed
from greffier.article.mentions.lexical import find_lexical
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.article.mentions.persons import name_parts
from greffier.article.mentions.remaining import Context, find_remaining, learn, parenthesised, speaks
from greffier.article.mentions.roles import Core, RoleFound, find_roles, role_cores
from greffier.article.mentions.shapes import find_shapes
from greffier.article.mentions.towns import find_towns, in_place
from greffier.records import EntityKind, MentionKind

__all__ = ["find_names"]


def find_names(view: View) -> tuple[list[Found], list[tuple[Stretch, RoleFound]]]:
    """Give names and unnamed agents («l'armée russe») of an article in text order, none overlapping another, and its role phrases."""
    readings = [_read(view, stretch) for stretch in view.stretches]
    short = [e.short for reading in readings for e in reading.explained]
    short += [chain.first for reading in readings for chain in reading.chains if parenthesised(view, chain)]
    speakers = [chain for reading in readings for chain in reading.chains if speaks(view, chain)]
    context = learn(view, [f for reading in readings for f in reading.found], short, speakers)
    out: list[Found] = []
    phrases: list[tuple[Stretch, RoleFound]] = []
    for reading in readings:
        stretch = reading.stretch
        settled = [_settled(view, f, context) for f in reading.found]
        cores = [(r.core_first, r.core_last) for r in find_roles(view, stretch, reading.cores, settled)]
        chains = [chain for chain in reading.chains if not any(first <= chain.first <= last for first, last in cores)]
        settled += find_remaining(view, stretch, chains, settled, context)
        names = _longest([f for f in settled if f.how is MentionKind.NAME])
        agents = _longest([f for f in settled if f.how is not MentionKind.NAME])
        # «le conseil général de la Meuse» is a body, no counsel
        local = [f for f in names if f.rule == "local_body"]
        roles = [
            r
            for r in find_roles(view, stretch, reading.cores, [*names, *agents])
            if not any(f.first <= r.core_first <= f.last for f in local)
        ]
        agents = [f for f in agents if not any(f.overlaps(n) for n in names)]
        agents = [f for f in agents if not any(r.core_first <= f.last and f.first <= r.core_last for r in roles)]
        phrases += [(stretch, role) for role in roles]
        names = [f for f in names if f.entries or f.rule == "local_body" or not any(r.core_first <= f.first <= r.core_last for r in roles)]
        out += sorted([*names, *agents], key=lambda f: (f.first, f.last))
    return out, phrases


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one stretch says by itself: finds, rows of capitals that nothing explains yet, short forms in parentheses, words for roles."""

    stretch: Stretch
    found: list[Found]
    chains: list[Chain]
    explained: list[Explained]
    cores: dict[int, Core]


def _read(view: View, stretch: Stretch) -> Reading:
    found = [*find_lexical(view, stretch), *find_composed(view, stretch), *find_towns(view, stretch)]
    chains = list(find_shapes(view, stretch))
    found += [shape for _, shape in chains if shape is not None]
    short = list(find_explained(view, stretch))
    found += [_spelled_out(e) for e in short]
    return Reading(
        stretch=stretch,
        found=found,
        chains=[chain for chain, shape in chains if shape is None],
        explained=short,
        cores=role_cores(view, stretch),
    )


def _spelled_out(short: Explained) -> Found:
    """The words whose initials stand in parentheses behind them."""
    return Found(first=short.first, last=short.last, inner=short.first, kind=EntityKind.ORGANISATION, rule="initials")


def _settled(view: View, found: Found, context: Context) -> Found:
    """A composed find without a capital is no name («gouvernement russe»); a town that is a surname of the article is that person."""
    if found.rule == "town" and not in_place(view, found.first):
        parts = name_parts(view.quote(found.first, found.last), view.tables.words.get("particle", frozenset()))
        if parts in context.surnames:
            return Found(first=found.first, last=found.last, inner=found.first, kind=EntityKind.PERSON, rule="surname_of_article")
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
