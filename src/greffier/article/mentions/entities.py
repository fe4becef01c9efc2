"""From finds to the things they name: one thing for all its names in the article.

In: `View`, `Found`s. Out: `link_names`. Not: roles and pronouns, those come after (`roles`, `pronouns`).
"""

from __future__ import annotations

from itertools import pairwise

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.persons import is_full, link_full, link_surname
from greffier.article.mentions.places import town_of
from greffier.article.mentions.states import as_government
from greffier.article.mentions.things import Link, Thing, Things
from greffier.lang.lexicon import Entry, Sense
from greffier.records import EntityKind, MentionKind
from greffier.text.phrases import flatten_name

__all__ = ["link_names"]

_SMALL = frozenset(("de", "des", "du", "d", "la", "le", "les", "l", "et", "a", "aux", "au", "en"))


_SHORT = (EntityKind.ORGANISATION, EntityKind.MEDIUM)

# Two words are the least that tell a name in full from a firm with its party behind it («Kronenbourg (CGT)»).
_FULL = 2


def link_names(view: View, found: list[Found]) -> tuple[Things, dict[Found, Link]]:
    """Give the things that the finds name, and for each find its link; full names of persons go before surnames, wherever they stand."""
    things = Things()
    links: dict[Found, Link] = {}
    bodies: dict[tuple[str, str | None], Thing] = {}
    others: dict[tuple[EntityKind, str], Thing] = {}
    late: list[Found] = []
    long_forms = _long_forms(view, found)
    for f in sorted(found, key=_stage):
        if f.kind is EntityKind.PERSON and not is_full(view, f):
            late.append(f)
            continue
        meant = long_forms.get(view.quote(f.first, f.last)) if f.kind in _SHORT else None
        thing, rule = _link(view, meant or f, things, bodies, others)
        if meant is not None:
            rule = "short_form"
        links[f] = Link(found=f, thing=thing, rule=rule)
        if thing is not None:
            _learn(view, f, thing)
    for f in late:
        thing, rule = link_surname(view, f, things)
        links[f] = Link(found=f, thing=thing, rule=rule)
        if thing is not None:
            _learn(view, f, thing)
    return things, links


def _long_forms(view: View, found: list[Found]) -> dict[str, Found]:
    """The name behind which each short form stands in parentheses («Observatoire des libertés (OL)»); none where two do."""
    out: dict[str, Found] = {}
    names = sorted((f for f in found if f.how is MentionKind.NAME), key=lambda f: f.first)
    for full, short in pairwise(names):
        close = full.last + 1 == short.first and view.print_gap(full.last) == " (" and view.print_gap(short.last).startswith(")")
        known = bool(short.entries) and not _another(view, full, short)
        if close and full.kind is not EntityKind.PERSON and short.kind in _SHORT and not known:
            words = view.quote(short.first, short.last)
            if words in out and view.quote(out[words].first, out[words].last) != view.quote(full.first, full.last):
                return {key: value for key, value in out.items() if key != words}
            out[words] = full
    return out


def _another(view: View, full: Found, short: Found) -> bool:
    # «la Société canadienne du sang (CBS)» is no broadcaster: a name in full that shares no two words with the one of the table
    words = {view.flat(word) for word in range(full.first, full.last + 1)} - _SMALL
    if full.kind is not EntityKind.ORGANISATION or full.entries or len(words) < _FULL or full.rule == "local_body":
        return False
    return all(len(words & set(_head(entry.name).split())) < _FULL for entry in short.entries)


def _stage(f: Found) -> int:
    """States and organisations by name first, then the rest in text order: towns and seats ask what else the article names."""
    senses = {entry.sense for entry in f.entries}
    if f.entries and _several(f):
        return 1
    return 0 if Sense.NAME in senses and Sense.BODY not in senses and Sense.SEAT not in senses and f.kind is not EntityKind.PLACE else 1


def _link(
    view: View,
    f: Found,
    things: Things,
    bodies: dict[tuple[str, str | None], Thing],
    others: dict[tuple[EntityKind, str], Thing],
) -> tuple[Thing | None, str]:
    entry = f.entry
    if f.kind is EntityKind.PERSON:
        return link_full(view, f, things)
    if f.rule == "town":
        return town_of(view, f, things), f.rule
    if entry is not None and entry.sense is Sense.SEAT:
        return _seat(view, f, entry, things)
    if entry is not None and _several(f):
        return _one_of(view, f, things, others)
    if entry is not None and entry.identity is not None and entry.sense is not Sense.BODY:
        pattern = next((e for e in f.entries if e.sense is Sense.BODY), None)
        if pattern is not None and not things.of_identity(entry.identity):
            # «le Conseil de sécurité» is that of the United Nations, unless the article has named a state's.
            same = [thing for (head, _), thing in bodies.items() if head == _head(pattern.name)]
            if len(same) == 1:
                return same[0], "body_of_one_state"
        return things.known(entry), f.rule
    if f.rule.startswith(("body", "ministry", "agent")):
        return _body(view, f, things, bodies)
    words = " ".join(flatten_name(view.quote(f.inner, f.last)).split())
    key = (f.kind, words)
    if key not in others and f.kind is EntityKind.ORGANISATION:
        # «la Commission présidentielle» where one name of the article begins so.
        longer = [thing for (kind, other), thing in others.items() if kind is f.kind and other.startswith(words + " ")]
        if len(longer) == 1:
            return longer[0], "short_for_one"
    if key not in others:
        others[key] = things.add(Thing(kind=f.kind, sector=f.sector))
    return others[key], f.rule


def _several(f: Found) -> bool:
    """Tell whether a form names two things in the same sense («Congolais», «le PS»)."""
    same = {entry.identity for entry in f.entries if entry.sense is f.entries[0].sense and entry.own is f.entries[0].own}
    return len(same) > 1 and f.entries[0].sense is not Sense.SEAT


def _one_of(view: View, f: Found, things: Things, others: dict[tuple[EntityKind, str], Thing]) -> tuple[Thing | None, str]:
    """The one that the article names in full, or whose state it tells; else a thing without identity."""
    entries = {e.identity: e for e in f.entries if e.sense is f.entries[0].sense}.values()
    named = [e for e in entries if e.identity and things.of_identity(e.identity)]
    if not named and f.kind is not EntityKind.COUNTRY:
        codes = {thing.country for thing in things.all if thing.kind is EntityKind.COUNTRY}
        named = [e for e in entries if e.country in codes]
    if len(named) == 1:
        return things.known(named[0]), "only_one_fits"
    key = (f.kind, " ".join(flatten_name(view.quote(f.inner, f.last)).split()))
    if key not in others:
        others[key] = things.add(Thing(kind=f.kind, name=view.quote(f.inner, f.last)))
    return others[key], "name_of_two"


def _seat(view: View, f: Found, entry: Entry, things: Things) -> tuple[Thing | None, str]:
    seats = tuple({e.identity: e for e in reversed(f.entries) if e.sense is Sense.SEAT}.values())
    named = [e for e in seats if e.identity and things.of_identity(e.identity)]
    government = as_government(view, f)
    if government and len(seats) > 1:
        # «Bruxelles» is the Union or Belgium, whichever the article names; if neither, what is no state.
        named = named or [e for e in seats if e.kind is not EntityKind.COUNTRY]
        if len(named) != 1:
            return None, "seat_of_two"
        return things.known(named[0]), "seat_as_government"
    if government:
        return things.known(entry), "seat_as_government"
    return town_of(view, f, things, entry.country), "seat_as_place"


def _body(view: View, f: Found, things: Things, bodies: dict[tuple[str, str | None], Thing]) -> tuple[Thing, str]:
    head = _head(f.entry.name) if f.entry else _without_state(view, f)
    key = (head, f.country)
    if key in bodies:
        return bodies[key], f.rule
    if f.country is None:
        same = [thing for (other, _), thing in bodies.items() if other == head]
        if len(same) == 1:
            return same[0], "body_of_one_state"
    else:
        bare = bodies.get((head, None))
        if bare is not None:
            bodies[key] = bare
            bare.country = bare.country or view.code(f.country)
            return bare, f.rule
    identity = None
    if f.entry and f.country and f.rule.startswith("body"):
        identity = f"org:{getattr(f.entry.row, 'key', '')}-{f.country.lower()}"
    bodies[key] = things.add(Thing(kind=EntityKind.ORGANISATION, identity=identity, country=view.code(f.country), sector=f.sector))
    return bodies[key], f.rule


def _head(name: str) -> str:
    """The words of the name of a body without the small ones, flattened."""
    return " ".join(word for word in flatten_name(name).replace("'", " ").split() if word not in _SMALL)


def _without_state(view: View, f: Found) -> str:
    """The words of a ministry without its demonym and small words."""
    words = [
        view.flat(w)
        for w in range(f.first, f.last + 1)
        if not any(e.sense in (Sense.ADJECTIVE, Sense.NAME) and e.kind is EntityKind.COUNTRY for _, es in view.hits.get(w, ()) for e in es)
    ]
    return " ".join(word for word in words if word not in _SMALL)


def _aged(view: View, f: Found) -> bool:
    # «Igor Ivanov, 34 ans»
    at = f.last + 1
    return f.kind is EntityKind.PERSON and at + 1 < len(view.words) and view.flat(at + 1) == "ans" and view.flat(at).isdigit()


def _learn(view: View, f: Found, thing: Thing) -> None:
    """Keep what a mention tells of its thing."""
    entry = f.entry
    if entry is None or entry.sense in (Sense.NAME, Sense.BODY, Sense.AGENT):
        form = view.quote(f.inner, f.last)
        if form not in thing.forms:
            thing.forms.append(form)
    thing.gender = thing.gender or f.gender
    thing.aged = thing.aged or f.rule == "age_behind" or _aged(view, f)
    thing.sector = thing.sector or f.sector
