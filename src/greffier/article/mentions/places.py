"""Which town a name means, where several have it.

In: `View`, `Found`, `Things`. Out: `town_of`. Not: whether a word is a town; that is `towns`.
"""

from __future__ import annotations

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.things import Thing, Things
from greffier.article.mentions.towns import LARGE, printed
from greffier.lang.lexicon import Sense, town_key
from greffier.lang.names import City
from greffier.records import EntityKind

__all__ = ["town_of"]

# «Paris» is not Paris in Texas: a town that is ten times larger than every other of its name needs no witness.
_DOMINANT = 10


def town_of(view: View, found: Found, things: Things, country: str | None = None) -> Thing:
    """The town of a name; its identity only where one is meant: its state is told or named in the article, or it dwarfs all others."""
    name = printed(view.quote(found.first, found.last))
    key = town_key(name)
    for thing in things.all:
        if thing.kind is EntityKind.PLACE and thing.name and town_key(thing.name) == key:
            return thing
    told = _told(view, found)
    country = told or country
    town = _one(view.tables.cities.get(name), key, things, country, told=told is not None)
    return things.add(
        Thing(
            kind=EntityKind.PLACE,
            identity=f"place:geonames:{town.geonames}" if town else None,
            country=town.country if town else country,
            name=name,
        )
    )


def _told(view: View, found: Found) -> str | None:
    """The state right behind a town: «Tripoli, au Liban», «Tripoli (Liban)», «Tripoli au Liban»."""
    at = found.last + 1
    if at >= len(view.words) or view.print_gap(found.last) not in (", ", " (", " "):
        return None
    if view.flat(at) in ("au", "en", "aux") and at + 1 < len(view.words):
        at += 1
    elif view.print_gap(found.last) == " ":
        return None
    named = [e for _, entries in view.hits.get(at, ()) for e in entries if e.sense is Sense.NAME]
    states = (e.country for e in named if e.kind is EntityKind.COUNTRY)
    # «Vienne, en Isère»: a department tells the state too
    areas = (e.country for e in named if e.kind is EntityKind.PLACE and e.country)
    return next(states, None) or next(areas, None)


def _one(rows: tuple[City, ...], key: str, things: Things, country: str | None, *, told: bool) -> City | None:
    if country:
        rows = tuple(row for row in rows if row.country == country)
    own = tuple(row for row in rows if town_key(row.name) == key) or rows
    named = {thing.country for thing in things.all if thing.kind is EntityKind.COUNTRY}
    if len(own) <= 1:
        return own[0] if own and (told or _certain(own[0], named)) else None
    near = [row for row in own if row.country in named]
    if len(near) == 1:
        return near[0]
    first, second = own[:2]
    if first.country != "FR" and any(row.country == "FR" for row in own):
        return None  # «Valence» is in Spain or in France, and French readers think of either
    return first if first.population >= _DOMINANT * second.population and _certain(first, named) else None


def _certain(row: City, named: set[str | None]) -> bool:
    """Tell whether the press would mean this town without a word on where it lies; towns too small for the table have the same names."""
    return row.country in named or row.country == "FR" or row.population >= LARGE
