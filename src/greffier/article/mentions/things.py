"""The things of an article while they are gathered: what each mention adds to what is known of a thing.

In: `Found`. Out: `Thing`, `Link`, `Things`. Not: which mention belongs to which thing; that is `persons`, `states`, `roles` …
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from greffier.article.mentions.passages import Found
from greffier.lang.lexicon import Entry
from greffier.records import EntityKind

__all__ = ["Link", "Office", "Thing", "Things"]


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as the article words it: the role's key, the flattened words, the state it is of, its sector."""

    role: str | None
    words: str
    country: str | None
    sector: str | None
    body: str | None = None


@dataclass(eq=False)
class Thing:
    """Something that the article names, with all that its mentions say of it.

    `forms` are names as printed, without titles, each once, in text order; `offices` are the roles that appositions give a person;
    `aged` tells that the article gives an age, as it does of people without office.
    """

    kind: EntityKind
    identity: str | None = None
    entry: Entry | None = None
    forms: list[str] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    country: str | None = None
    sector: str | None = None
    offices: list[Office] = field(default_factory=list)
    name: str | None = None
    aged: bool = False


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A find, the thing it names (null where two fit or none), and the rule that says so."""

    found: Found
    thing: Thing | None
    rule: str


class Things:
    """The things of one article, in order of their first mention."""

    def __init__(self) -> None:
        self.all: list[Thing] = []
        self._by_identity: dict[str, Thing] = {}

    def of_identity(self, identity: str) -> Thing | None:
        """The thing with that identity, if the article has named it."""
        return self._by_identity.get(identity)

    def add(self, thing: Thing) -> Thing:
        """Take a new thing in."""
        self.all.append(thing)
        if thing.identity:
            self._by_identity[thing.identity] = thing
        return thing

    def known(self, entry: Entry) -> Thing:
        """The thing of a lexicon entry, new if the article has not named it."""
        assert entry.identity is not None  # noqa: S101  # only entries with an identity name things
        return self.of_identity(entry.identity) or self.add(
            Thing(
                kind=entry.kind,
                identity=entry.identity,
                entry=entry,
                gender=entry.gender,
                country=entry.country,
                sector=entry.sector,
            )
        )

    def recognise(self, thing: Thing, entry: Entry) -> None:
        """Give a thing the identity of an entry."""
        thing.identity, thing.entry = entry.identity, entry
        thing.gender = thing.gender or entry.gender
        if entry.identity:
            self._by_identity[entry.identity] = thing

    def forget(self, thing: Thing) -> None:
        """Take an identity back that cannot be, with the state that came from it."""
        if thing.identity:
            self._by_identity.pop(thing.identity, None)
        if thing.entry is not None and thing.country == thing.entry.country:
            thing.country = next((office.country for office in thing.offices if office.country), None)
        thing.identity, thing.entry = None, None

    def persons(self) -> list[Thing]:
        """The persons among them."""
        return [thing for thing in self.all if thing.kind is EntityKind.PERSON]
