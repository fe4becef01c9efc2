"""Which town a name means, where several have it.

In: `View`, `Found`, `Things`. Out: `town_of`. Not: whether a word is a town; that is `towns`.
"""

from __future__ import annotations

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.things import Thing, Things
from greffier.article.mentions.towns import AT_HOME, LARGE
from greffier.lang.lexicon import town_key
from greffier.lang.names import City
from greffier.records import EntityKind

__all__ = ["town_of"]

# «Paris» is not Paris in Texas: a town that is ten times larger than every other of its name needs no witness.
_DOMINANT = 10


def town_of(view: View, found: Found, things: Things, country: str | None = None) -> Thing:
    """The town of a name; its identity only where one is meant: its state is told or named in the article, or it dwarfs all others."""
    name = view.quote(found.first, found.last)
    key = town_key(name)
    for thing in things.all:
        if thing.kind is EntityKind.PLACE and thing.name and town_key(thing.name) == key:
            return thing
    town = _one(view.tables.cities.get(name), key, things, country)
    return things.add(
        Thing(
            kind=EntityKind.PLACE,
            identity=f"place:geonames:{town.geonames}" if town else None,
            country=town.country if town else country,
            name=name,
        )
    )


def _one(rows: tuple[City, ...], key: str, things: Things, country: str | None) -> City | None:
    if country:
        rows = tuple(row for row in rows if row.country == country)
    own = tuple(row for row in rows if town_key(row.name) == key) or rows
    named = {thing.country for thing in things.all if thing.kind is EntityKind.COUNTRY}
    if len(own) <= 1:
        return own[0] if own and (country or _certain(own[0], named)) else None
    told = [row for row in own if row.country in named]
    if len(told) == 1:
        return told[0]
    first, second = own[:2]
    return first if first.population >= _DOMINANT * second.population and _certain(first, named) else None


def _certain(row: City, named: set[str | None]) -> bool:
    """Tell whether the press would mean this town without a word on where it lies; towns too small for the table have the same names."""
    return row.country in named or row.country in AT_HOME or row.population >= LARGE
