"""Enumerations on the surface: «l'Égypte, la Jordanie et Israël» are one list, whatever the parser made of it.

In: a `Tree`, the entities at its tokens. Out: for each entity of a list all of it. Not: lists that no «et» closes.
"""

from __future__ import annotations

from collections.abc import Mapping

from greffier.records import Entity, EntityKind
from greffier.text.trees import Tree, spelled

__all__ = ["enumerations"]

_KINDS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP})
_LAST = frozenset({"et", "ou"})
_BETWEEN = frozenset({",", "le", "la", "l'", "les", "de", "d'", "du", "des", "à", "au", "aux", "avec", *_LAST})
# Two stand in the tree as the parser says; a list worth a second look has three.
_SHORTEST = 3


def enumerations(tree: Tree, at: Mapping[int, Entity]) -> dict[str, tuple[str, ...]]:
    """The lists of three or more states or bodies, closed by «et», none of them the subject of a clause of its own."""
    out: dict[str, tuple[str, ...]] = {}
    run: list[int] = []
    joints: list[set[str]] = []
    for start in _starts(at):
        between = _words_between(tree, at, run[-1], start) if run else None
        if between is not None and between & ({","} | _LAST) and between <= _BETWEEN and at[start].kind is at[run[-1]].kind:
            run.append(start)
            joints.append(between)
        else:
            out |= _closed(tree, at, run, joints)
            run, joints = ([start], []) if at[start].kind in _KINDS else ([], [])
    return out | _closed(tree, at, run, joints)


def _closed(tree: Tree, at: Mapping[int, Entity], run: list[int], joints: list[set[str]]) -> dict[str, tuple[str, ...]]:
    if len(run) < _SHORTEST or not joints[-1] & _LAST or any(joint & _LAST for joint in joints[:-1]):
        return {}
    if any(tree.is_a(i, "nsubj") for i in run[1:]):
        return {}
    ids = tuple(dict.fromkeys(at[i].id for i in run))
    return dict.fromkeys(ids, ids)


def _starts(at: Mapping[int, Entity]) -> list[int]:
    """The first token of each mention."""
    return [i for i in sorted(at) if i - 1 not in at or at[i - 1].id != at[i].id]


def _words_between(tree: Tree, at: Mapping[int, Entity], first: int, second: int) -> set[str] | None:
    end = first
    while end in at and at[end].id == at[first].id:
        end += 1
    words = {spelled(t) for t in tree.tokens[end:second]}
    return words or None
