"""From finds to the things they name: one thing for all its names in the article.

In: `View`, `Found`s. Out: `link_names`. Not: roles and pronouns, those come after (`roles`, `pronouns`).
"""

from __future__ import annotations

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.persons import is_full, link_full, link_surname
from greffier.article.mentions.states import as_government
from greffier.article.mentions.things import Link, Thing, Things
from greffier.lang.lexicon import Entry, Sense
from greffier.records import EntityKind
from greffier.text.phrases import flatten

__all__ = ["link_names"]

_SMALL = frozenset(("de", "des", "du", "d", "la", "le", "les", "l", "et", "a", "aux", "au", "en"))


def link_names(view: View, found: list[Found]) -> tuple[Things, dict[Found, Link]]:
    """Give the things that the finds name, and for each find its link; full names of persons go before surnames, wherever they stand."""
    things = Things()
    links: dict[Found, Link] = {}
    bodies: dict[tuple[str, str | None], Thing] = {}
    others: dict[tuple[EntityKind, str], Thing] = {}
    late: list[Found] = []
    for f in found:
        if f.kind is EntityKind.PERSON and not is_full(view, f):
            late.append(f)
            continue
        thing, rule = _link(view, f, things, bodies, others)
        links[f] = Link(found=f, thing=thing, rule=rule)
        if thing is not None:
            _learn(view, f, thing)
    for f in late:
        thing, rule = link_surname(view, f, things)
        links[f] = Link(found=f, thing=thing, rule=rule)
        if thing is not None:
            _learn(view, f, thing)
    return things, links


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
    if entry is not None and entry.sense is Sense.SEAT:
        return _seat(view, f, entry, things)
    if entry is not None and entry.identity is not None and entry.sense is not Sense.BODY:
        return things.known(entry), f.rule
    if f.rule.startswith(("body", "ministry", "agent")):
        return _body(view, f, things, bodies)
    key = (f.kind, " ".join(flatten(view.quote(f.inner, f.last)).split()))
    if key not in others:
        others[key] = things.add(Thing(kind=f.kind, sector=f.sector))
    return others[key], f.rule


def _seat(view: View, f: Found, entry: Entry, things: Things) -> tuple[Thing, str]:
    government = as_government(view, f)
    if government is None:
        # «la position de Moscou»: what the article does with the word elsewhere.
        government = entry.identity is not None and things.of_identity(entry.identity) is not None
    if government:
        return things.known(entry), "seat_as_government"
    town = next(iter(view.tables.cities.get(view.quote(f.first, f.last))), None)
    identity = f"place:geonames:{town.geonames}" if town and town.country == entry.country else None
    name = view.quote(f.first, f.last)
    known = things.of_identity(identity) if identity else None
    known = known or next((t for t in things.all if t.kind is EntityKind.PLACE and t.name == name), None)
    thing = known or things.add(Thing(kind=EntityKind.PLACE, identity=identity, country=entry.country, name=name))
    return thing, "seat_as_place"


def _body(view: View, f: Found, things: Things, bodies: dict[tuple[str, str | None], Thing]) -> tuple[Thing, str]:
    words = f.entry.name if f.entry else view.quote(f.first, f.last)
    head = " ".join(word for word in flatten(words).replace("'", " ").split() if word not in _SMALL)
    if not f.entry:
        head = _without_state(view, f)
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
            bare.country = bare.country or _code(view, f.country)
            return bare, f.rule
    identity = None
    if f.entry and f.country and f.rule.startswith("body"):
        identity = f"org:{getattr(f.entry.row, 'key', '')}-{f.country.lower()}"
    bodies[key] = things.add(
        Thing(kind=EntityKind.ORGANISATION, identity=identity, country=_code(view, f.country) if f.country else None, sector=f.sector)
    )
    return bodies[key], f.rule


def _code(view: View, key: str) -> str | None:
    """The alpha-2 code of a state."""
    entry = view.tables.lexicon.by_identity.get(f"country:{key}")
    return entry.country if entry else None


def _without_state(view: View, f: Found) -> str:
    """The words of a ministry without its demonym and small words."""
    words = [
        view.flat(w)
        for w in range(f.first, f.last + 1)
        if not any(e.sense in (Sense.ADJECTIVE, Sense.NAME) and e.kind is EntityKind.COUNTRY for _, es in view.hits.get(w, ()) for e in es)
    ]
    return " ".join(word for word in words if word not in _SMALL)


def _learn(view: View, f: Found, thing: Thing) -> None:
    """Keep what a mention tells of its thing."""
    entry = f.entry
    if entry is None or entry.sense in (Sense.NAME, Sense.BODY, Sense.AGENT):
        thing.forms.append(view.quote(f.inner, f.last))
    thing.gender = thing.gender or f.gender
    thing.sector = thing.sector or f.sector
