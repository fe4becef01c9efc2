"""Who in the world a person of the article is: only those with a public office or listed by the user, and only beyond doubt.

In: `Things` after names are linked, the tables, the day of publication. Out: `identify`, `Registry`. Not: identities of towns and
organisations, which the lexicon gives; nor anybody who is not in the tables: everybody else stays a person of this article.
"""

from __future__ import annotations

from functools import partial

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.roles import RoleFound
from greffier.article.mentions.things import Link, Thing, Things
from greffier.article.mentions.things import Office as Told
from greffier.lang.lexicon import Entry
from greffier.lang.names import NameTables, Office
from greffier.records import Answer, EntityKind, Published
from greffier.text.phrases import flatten_name

__all__ = ["Registry", "identify"]

# Later than every day on which an office ended.
_OPEN = "9999"

# Surnames of three letters and fewer («Li», «Kim», «Roy») are shared by millions.
_SHORT = 3


class Registry:
    """The tables of persons and offices, asked as at the day of publication."""

    def __init__(self, tables: NameTables, published: Published) -> None:
        self.tables = tables
        self.earliest = published.earliest
        self.latest = published.latest or published.earliest

    @property
    def dated(self) -> bool:
        """Tell whether the day of publication is known at all."""
        return self.earliest is not None and self.latest is not None

    def held(self, office: Office) -> bool:
        """Tell whether an office may have been held when the article was published; coarse days count from their first to their last."""
        if self.earliest is None or self.latest is None:
            return True
        begun = office.since is None or office.since <= self.latest
        return begun and (office.until is None or office.until > self.earliest[: len(office.until)])

    def offices(self, identity: str | None) -> list[Office]:
        """The offices of an identity that may have been held then."""
        return [office for office in self.tables.offices(identity or "") if self.held(office)]

    def holder(self, role: RoleFound) -> str | None:
        """The identity of the only one who held an office then («le président russe»); null where the day is unknown or two fit."""
        if not self.dated or role.country is None or role.within is not None or not any(row.single for row in role.roles):
            return None
        keys = {row.key for row in role.roles}
        held = {
            office.person
            for key in keys
            for office in self.tables.holders(key, role.country)
            if self.held(office) and office.organisation is None
        }
        return f"actor:{held.pop()}" if len(held) == 1 else None


def identify(view: View, things: Things, links: dict[Found, Link], registry: Registry) -> None:
    """Give persons their identity, country and sector where the tables know them."""
    countries = {thing.country for thing in things.all if thing.kind is EntityKind.COUNTRY and thing.country}
    for person in things.persons():
        if person.identity is not None and (_another(view, person) or _unwitnessed(view, person, countries, registry)):
            things.forget(person)
        if person.identity is None:
            entry = _entry(view, person, countries, registry)
            if entry is not None and things.of_identity(str(entry.identity)) is None:
                things.recognise(person, entry)
        _describe(person, registry)
    if view.trace.on:
        for link in links.values():
            if link.thing is not None and link.thing.kind is EntityKind.PERSON and link.thing.identity:
                place = (view.words.starts[link.found.first], view.words.ends[link.found.last])
                view.trace.note("mentions", "identity", place, Answer.FOUND, link.thing.identity)


def _another(view: View, person: Thing) -> bool:
    """Tell whether the article says of a namesake what cannot be said of the listed person: another state, the other gender, an age."""
    entry = person.entry
    if entry is None:
        return False
    told = _told(view, person)
    if entry.country and told and entry.country not in told:
        return True
    return person.aged or (entry.gender is not None and person.gender is not None and entry.gender != person.gender)


def _unwitnessed(view: View, person: Thing, countries: set[str], registry: Registry) -> bool:
    # «Jean et Paul Martin jouent au club»: thousands have the name, so that its full form needs the state or the office as well
    entry = person.entry
    if entry is None or entry.own or flatten_name(entry.name).split()[-1] not in view.tables.words.get("common_surname", ()):
        return False
    return not _supported(view, person, countries, registry, entry, dated=False)


def _entry(view: View, person: Thing, countries: set[str], registry: Registry) -> Entry | None:
    """The listed person that an unlisted form means: the same name romanised otherwise, or a surname with its office or state."""
    full = [form for form in person.forms if " " in form.strip()]
    if full:
        supported = partial(_supported, view, person, countries, registry, dated=False)
        fitting = {entry.identity: entry for form in full for entry in view.tables.persons_like(form, supported)}
        kept = list(fitting.values())
    else:
        forms = {form for form in person.forms if len(form) > _SHORT and form not in view.tables.first_names}
        named = {entry.identity: entry for form in forms for entry in view.tables.persons_named(form)}
        kept = [entry for entry in named.values() if _supported(view, person, countries, registry, entry, dated=True)]
    kept = [entry for entry in kept if not (entry.gender and person.gender and entry.gender != person.gender)]
    return kept[0] if len(kept) == 1 and not person.aged else None


def _told(view: View, person: Thing) -> set[str]:
    """The codes of the states that appositions give a person's offices."""
    return {code for office in person.offices if (code := view.code(office.country))}


def _supported(view: View, person: Thing, countries: set[str], registry: Registry, entry: Entry, *, dated: bool) -> bool:
    """Tell whether the article has a witness: the office with its state, or the state of somebody in office then."""
    told = _told(view, person)
    if told and entry.country not in told:
        return False
    offices = registry.offices(entry.identity)
    keys = {office.role for office in person.offices if office.role}
    if keys & {office.role for office in offices}:
        return True
    near = entry.country in told or entry.country in countries
    # A bare surname needs more than its state: somebody in office on a known day.
    return near and (not dated or (registry.dated and bool(offices)))


def _describe(person: Thing, registry: Registry) -> None:
    """Country and sector of a listed person as at the day of publication; the last sector where all offices agree or none was held."""
    if person.identity is None:
        return
    entry = person.entry
    person.country = person.country or (entry.country if entry else None)
    held = registry.offices(person.identity) if registry.dated else list(registry.tables.offices(person.identity))
    sectors = {sector for office in held if (sector := registry.tables.sector_of(office))}
    if len(sectors) == 1:
        person.sector = sectors.pop()
    held = held if registry.dated else _last(person, held)
    if held:
        # «Le ministre russe» is Sergueï Lavrov also where the article gives him no office.
        for office in held:
            person.offices.append(Told(role=office.role, words="", country=office.country, sector=person.sector, body=office.organisation))


def _last(person: Thing, offices: list[Office]) -> list[Office]:
    """Without a day: the offices that the person left last, unless the article gives another one."""
    ends = [office.until or _OPEN for office in offices]
    last = [office for office in offices if (office.until or _OPEN) == max(ends)]
    told = {office.role for office in person.offices if office.role}
    return last if not told or told & {office.role for office in last} else []
