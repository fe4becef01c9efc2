"""Names built of a noun and a state: «ministère russe des Affaires étrangères», «l'aviation américaine», «armée kirghize».

In: `View`. Out: `find_composed`, `state_at`. Not: roles, those are `roles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from greffier.article.mentions.chains import chain_at, common
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.lang.lexicon import Entry, Sense
from greffier.records import EntityKind, MentionKind

__all__ = ["State", "field_of", "find_composed", "local_body_at", "state_after", "state_at"]


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A state told by words `first` to `last`: by a demonym («russe») or behind «de» («de la Russie»)."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def country(self) -> str | None:
        """The key of the state; null where the demonym fits two («congolais»)."""
        identities = {entry.identity for entry in self.entries}
        (identity, *more) = sorted(str(identity) for identity in identities)
        return None if more else identity.removeprefix("country:")


def state_at(view: View, word: int, stop: int) -> State | None:
    """The demonym that stands at a word, as an adjective."""
    for last, entries in view.hits.get(word, ()):
        kept = tuple(entry for entry in entries if entry.sense is Sense.ADJECTIVE and entry.kind is EntityKind.COUNTRY)
        if kept and last < stop:
            return State(first=word, last=last, entries=kept)
    return None


def state_after(view: View, word: int, stop: int) -> State | None:
    """The state behind «de» after a word: «(le président) de la Russie», «du Mali», «d'Irak»; or its demonym there."""
    at = word + 1
    if at >= stop or view.print_gap(word) != " ":
        return None
    adjective = state_at(view, at, stop)
    if adjective is not None:
        return adjective
    if not view.listed(at, "of"):
        return None
    while at + 1 < stop and view.flat(at) in ("de", "d", "du", "des", "la", "l", "les", "republique"):
        if view.capital(at) and view.has(at, Sense.NAME):
            break  # «(le chef) de La France insoumise» is of no state
        at += 1
    for last, entries in view.hits.get(at, ()):
        named = tuple(entry for entry in entries if entry.sense is Sense.NAME)
        kept = tuple(entry for entry in named if entry.kind is EntityKind.COUNTRY)
        if kept and last < stop:
            return State(first=at, last=last, entries=kept)
        if named:
            return None
    return None


def find_composed(view: View, stretch: Stretch) -> Iterator[Found]:
    """Give bodies of states with the state they are of, and agents with their demonym."""
    bodies, ministries = view.tables.lexicon.body_words, view.tables.words.get("ministry", frozenset())
    local = _by_first_word(view.tables.words.get("local_body", frozenset()))
    for first in range(stretch.first, stretch.stop):
        if view.flats[first] in bodies:
            yield from _body(view, stretch, first)
        if view.flats[first] in ministries:
            yield from _ministry(view, stretch, first)
        if view.flats[first] in local:
            yield from _local_body(view, stretch, first, local[view.flats[first]])
        if first in view.hits:
            yield from _agent(view, stretch, first)


def _body(view: View, stretch: Stretch, first: int) -> Iterator[Found]:
    # «ministère | russe | de la Défense»
    hole = state_at(view, first + 1, stretch.stop) if first + 1 < stretch.stop and view.print_gap(first) == " " else None
    if hole is not None:
        for last, entries in view.around(first, (hole.first, hole.last), stretch.stop):
            kept = tuple(entry for entry in entries if entry.sense is Sense.BODY)
            if kept:
                yield _found(view, first, last, "body_with_demonym", kept, hole)
                return
    # «Conseil de sécurité | de la Russie», «ministère de la Défense | russe», or bare
    for last, entries in view.hits.get(first, ()):
        kept = tuple(entry for entry in entries if entry.sense is Sense.BODY)
        if kept:
            state = state_after(view, last, stretch.stop)
            yield _found(view, first, state.last if state else last, "body_with_state" if state else "body_bare", kept, state)
            return


def _ministry(view: View, stretch: Stretch, first: int) -> Iterator[Found]:
    # «ministère français de la Transition écologique et de la Mer»: whatever its field is called, it begins with a capital.
    at = first + 1
    hole = state_at(view, at, stretch.stop) if at < stretch.stop and view.print_gap(first) == " " else None
    last = field_of(view, hole.last + 1 if hole else at, stretch.stop)
    if last is None:
        return
    state = hole or state_after(view, last, stretch.stop)
    end = state.last if state and not hole else last
    yield _found(view, first, end, "ministry_by_shape", (), state)


@lru_cache(maxsize=4)
def _by_first_word(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list as words, by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(re.split(r"[ '-]", phrase)) for phrase in phrases), key=lambda words: (-len(words), words)):
        out.setdefault(words[0], []).append(words)
    return {first: tuple(rows) for first, rows in out.items()}


def _local_body(view: View, stretch: Stretch, first: int, rows: tuple[tuple[str, ...], ...]) -> Iterator[Found]:
    # «le conseil général de la Meuse», «au tribunal de grande instance de Bar-le-Duc»: with its place, one body and no other
    if first == stretch.first or view.flat(first - 1) not in ("le", "la", "l", "du", "au"):
        return
    last = _spelled(view, first, stretch.stop, rows)
    end = _seat_of(view, stretch, last) if last is not None else None
    if end is not None:
        yield Found(first=first, last=end, inner=first, kind=EntityKind.ORGANISATION, rule="local_body", sector="GOV")


def _spelled(view: View, first: int, stop: int, rows: tuple[tuple[str, ...], ...]) -> int | None:
    ends = (first + len(words) - 1 for words in rows if tuple(view.flats[first : first + len(words)]) == words)
    return next((last for last in ends if last < stop), None)


def local_body_at(view: View, first: int, stop: int) -> bool:
    """Tell whether the noun of a body of a place begins at a word («conseil municipal»), which is no counsel."""
    rows = _by_first_word(view.tables.words.get("local_body", frozenset())).get(view.flats[first], ())
    return _spelled(view, first, stop, rows) is not None


def _seat_of(view: View, stretch: Stretch, last: int) -> int | None:
    """The last word of the place behind the noun of a body: «de Nancy», «de la Meuse», «du Pays de Commercy»."""
    at = last + 1
    if at >= stretch.stop or view.print_gap(last) != " " or not view.listed(at, "of"):
        return None
    while at < stretch.stop and view.flat(at) in ("de", "des", "du", "d", "la", "l", "les"):
        if view.print_gap(at) not in (" ", "'"):
            return None
        at += 1
    if at >= stretch.stop or not view.capital(at) or common(view, stretch, at) or view.has(at, Sense.TITLE):
        return None
    end = chain_at(view, at, stretch.stop).last
    pays = view.flat(at) == "pays" and end + 2 < stretch.stop and view.listed(end + 1, "of")
    if pays and view.print_gap(end) == " " and view.capital(end + 2):
        end = chain_at(view, end + 2, stretch.stop).last
    return end


def field_of(view: View, at: int, stop: int) -> int | None:
    """The last word of «de la Défense», «des Affaires étrangères», «de l'Économie et des Finances» at a word."""
    if at >= stop or not view.listed(at, "of"):
        return None
    while at < stop and view.flat(at) in ("de", "des", "du", "d", "la", "l", "les"):
        at += 1
    if at >= stop or not view.capital(at) or _is_state(view, at):
        return None
    last = at
    while last + 1 < stop and view.print_gap(last) == " ":
        if view.listed(last + 1, "field_adjective"):
            last += 1
        elif view.flat(last + 1) == "et":
            more = field_of(view, last + 2, stop)
            if more is None:
                break
            last = more
        else:
            break
    return last


def _is_state(view: View, word: int) -> bool:
    return any(entry.kind is EntityKind.COUNTRY for _, entries in view.hits.get(word, ()) for entry in entries)


def _agent(view: View, stretch: Stretch, first: int) -> Iterator[Found]:
    # «les forces armées | russes»; the noun of an agent is no name, so that the whole is kept as a role.
    for last, entries in view.hits[first]:
        kept = tuple(entry for entry in entries if entry.sense is Sense.AGENT)
        if kept and not any(entry.sense is Sense.ROLE for entry in entries):
            state = state_after(view, last, stretch.stop)
            if state is not None:
                found = _found(view, first, state.last, "agent_with_state", kept, state)
                yield msgspec.structs.replace(found, how=MentionKind.ROLE)
            return


def _found(view: View, first: int, last: int, rule: str, entries: tuple[Entry, ...], state: State | None) -> Found:
    del view
    return Found(
        first=first,
        last=last,
        inner=first,
        kind=EntityKind.ORGANISATION,
        rule=rule,
        entries=entries,
        country=state.country if state else None,
        sector=entries[0].sector if entries else "GOV",
    )
