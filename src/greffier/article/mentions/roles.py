"""Words for the holder of an office with all that belongs to them: «le | ministre russe des Affaires étrangères».

In: `View`, the names of a stretch. Out: `RoleFound`, `role_cores`, `find_roles`. Not: who holds the office; that is `offices`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from greffier.article.mentions.composed import State, field_of, local_body_at, state_after, state_at
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.lang.lexicon import Entry, Sense
from greffier.lang.names import Role
from greffier.records import EntityKind

__all__ = ["RoleFound", "find_roles", "role_cores"]

_DEFINITE = frozenset(("le", "la", "l", "les", "du", "au"))
_INDEFINITE = frozenset(("un", "une", "des", "plusieurs", "certains", "deux", "trois"))
_POSSESSIVE = frozenset(("son", "sa", "ses", "leur", "leurs", "notre", "nos", "ce", "cet", "cette", "ces"))


# The last word of a form of the table, what the form means, and the demonym inside it.
Core = tuple[int, tuple[Entry, ...], State | None]


class RoleFound(msgspec.Struct, frozen=True, kw_only=True):
    """A role phrase: words `first` (with its determiner) to `last`; no name stands in the form of the table, `core_first` to `core_last`.

    `within` is the organisation or state that the office belongs to, `words` the flattened core.
    """

    first: int
    last: int
    core_first: int
    core_last: int
    words: str
    roles: tuple[Role, ...]
    loose: tuple[Role, ...]
    plural: bool
    gender: str | None
    definite: bool | None
    country: str | None = None
    within: Found | None = None
    sector: str | None = None


def role_cores(view: View, stretch: Stretch) -> dict[int, Core]:
    """Give the words of a stretch at which a form of the table begins, in text order."""
    openings = view.tables.lexicon.role_words
    words = (word for word in range(stretch.first, stretch.stop) if view.flats[word] in openings)
    cores = ((word, _core(view, stretch, word)) for word in words if not local_body_at(view, word, stretch.stop))
    return {word: core for word, core in cores if core is not None}


def find_roles(view: View, stretch: Stretch, cores: Mapping[int, Core], names: list[Found]) -> Iterator[RoleFound]:
    """Give the role phrases of a stretch, none inside another."""
    if not cores:
        return
    starting = {f.first: f for f in sorted(names, key=lambda f: f.last)}
    reached = stretch.first
    for word, core in cores.items():
        if word >= reached:
            found = _role_at(view, stretch, word, core, starting)
            yield found
            reached = max(found.last, found.core_last) + 1


def _role_at(view: View, stretch: Stretch, word: int, core: Core, starting: dict[int, Found]) -> RoleFound:
    last, entries, state = core
    roles = _rows(entries, Sense.ROLE)
    fielded = len(entries[0].form.split()) == 1 and view.listed(word, "field_role")
    field = field_of(view, (state.last if state else last) + 1, stretch.stop) if fielded else None
    end = last if field is None else field
    if state is None:
        state = next((s for at in range(word + 1, last + 1) if (s := state_at(view, at, stretch.stop))), None)
    if state is None:
        state = state_after(view, end, stretch.stop)
        if state is not None:
            end = max(end, state.last)
    elif state.last > end:
        end = state.last
    while end + 1 < stretch.stop and view.print_gap(end) == " " and (view.listed(end + 1, "role_modifier") or _adjective(view, end + 1)):
        end += 1
    core_last = max(last, field or last)
    within = _within(view, end, stretch.stop, starting)
    plain = None if within is not None or state is not None else _plain_complement(view, end, stretch.stop)
    if within is not None:
        end = within.last
    if plain is not None:
        # «le président de la conférence» is no president of a state.
        roles, end, core_last = (), plain, plain
    first, definite = _opening(view, stretch, word)
    return RoleFound(
        first=first,
        last=end,
        core_first=word,
        core_last=core_last,
        words=_words(view, word, core_last, state),
        roles=roles,
        loose=_rows(entries, Sense.SHORT) if plain is None else (),
        # «porte-parole» is the same in the plural.
        plural=all(entry.plural for entry in entries) or _plural(view, first),
        gender=next((entry.gender for entry in entries if entry.gender), None) or _gender(view, first),
        definite=definite,
        country=state.country if state else (within.country if within else None),
        within=within,
        sector=next((entry.sector for entry in entries if entry.sector), None),
    )


def _core(view: View, stretch: Stretch, word: int) -> Core | None:
    """The longest form of the table at a word, a demonym after its first word allowed."""
    best: Core | None = None
    for last, entries in view.hits.get(word, ()):
        kept = _of_roles(entries)
        if kept:
            best = last, kept, None
            break
    if word + 1 < stretch.stop and view.print_gap(word) == " ":
        state = state_at(view, word + 1, stretch.stop)
        if state is not None:
            for last, entries in view.around(word, (state.first, state.last), stretch.stop):
                kept = _of_roles(entries)
                if kept:
                    return last, kept, state
            if best is not None and best[0] == word:
                return word, best[1], state
    return best


def _of_roles(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(sorted((e for e in entries if e.sense in (Sense.ROLE, Sense.SHORT)), key=lambda e: e.sense is Sense.SHORT))


def _rows(entries: tuple[Entry, ...], sense: Sense) -> tuple[Role, ...]:
    rows = (entry.row for entry in entries if entry.sense is sense)
    return tuple(dict.fromkeys(row for row in rows if isinstance(row, Role)))


def _of(view: View, word: int, stop: int) -> bool:
    return word + 1 < stop and view.print_gap(word) == " " and (view.listed(word + 1, "of") or view.flat(word + 1) in ("au", "aux", "a"))


def _within(view: View, word: int, stop: int, starting: dict[int, Found]) -> Found | None:
    """The name behind «de», «du», «au», «à la»: what the office belongs to."""
    if not _of(view, word, stop):
        return None
    at = word + 2
    while at < stop and view.flat(at) in ("la", "l", "les") and at not in starting:
        at += 1
    found = starting.get(at)
    return found if found is not None and found.kind is not EntityKind.PERSON else None


def _plain_complement(view: View, word: int, stop: int) -> int | None:
    """The last word of «de la conférence», «des opérations», «du district fédéral» behind a role."""
    if not _of(view, word, stop):
        return None
    at = word + 2
    while at < stop and view.flat(at) in ("la", "l", "les"):
        at += 1
    token = view.token(at) if at < stop else None
    if token is None or token.upos != "NOUN" or view.capital(at) or view.listed(at, "time_noun"):
        return None
    while at + 1 < stop and view.print_gap(at) == " " and _adjective(view, at + 1):
        at += 1
    return at


def _adjective(view: View, word: int) -> bool:
    # «le directeur de la police | nationale»
    token = view.token(word)
    return token is not None and token.upos == "ADJ" and token.deprel == "amod" and token.head < token.index


def _opening(view: View, stretch: Stretch, word: int) -> tuple[int, bool | None]:
    """The first word of the phrase, and whether it is definite (true), indefinite (false) or neither (null)."""
    first = word
    while first > stretch.first and view.print_gap(first - 1) in (" ", "-") and view.listed(first - 1, "role_modifier"):
        first -= 1
    if first > stretch.first and view.print_gap(first - 1) in (" ", "'"):
        before = view.flat(first - 1)
        if before in ("du", "au"):
            return first, True
        if before in _DEFINITE:
            return first - 1, True
        if before in _INDEFINITE:
            return first - 1, False
        if before in _POSSESSIVE:
            return first - 1, True
    return first, None


def _plural(view: View, first: int) -> bool:
    return view.flat(first) in ("les", "des", "ses", "leurs", "nos", "ces", "plusieurs", "certains", "deux", "trois")


def _gender(view: View, first: int) -> str | None:
    return {"le": "m", "un": "m", "la": "f", "une": "f", "cette": "f"}.get(view.flat(first))


def _words(view: View, first: int, last: int, state: State | None) -> str:
    inside = range(first, last + 1)
    return " ".join(view.flat(w) for w in inside if state is None or not state.first <= w <= state.last)
