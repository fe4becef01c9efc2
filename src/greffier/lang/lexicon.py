"""The lexicon of names: all forms of all rows as phrases, with what each form says.

In: the rows of `lang/name_rows`. Out: `Sense`, `Entry`, `Lexicon`. Not: whether a form means that here; the rules of the room decide.
"""

from __future__ import annotations

import gzip
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from importlib.resources.abc import Traversable

import msgspec

from greffier.lang.name_rows import Agent, Body, City, FirstName, NameRows, Person, Role, Territory, TitleWord
from greffier.records import EntityKind, Record
from greffier.text.phrases import Phrases, flatten, flatten_name
from greffier.text.typography import fold

__all__ = ["Cities", "Entry", "FirstNames", "Lexicon", "Sense", "entries_of", "load_cities", "town_key"]


class Sense(StrEnum):
    """What a form says of its row."""

    NAME = "name"
    DEMONYM = "demonym"
    ADJECTIVE = "adjective"
    SEAT = "seat"
    BODY = "body"
    ROLE = "role"
    SHORT = "short"
    AGENT = "agent"
    TITLE = "title"


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One form of one row. `exact` forms are compared letter by letter; `identity` is null for patterns and words; `own` are the user's."""

    form: str
    sense: Sense
    kind: EntityKind
    name: str
    exact: bool = False
    identity: str | None = None
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    plural: bool = False
    own: bool = False
    row: Record | None = None

    def fits(self, words: str) -> bool:
        """Tell whether the words, flattened alike, also have the capitals of the form."""
        if self.exact:
            return fold(words) == fold(self.form.rstrip("."))
        if self.sense is Sense.ADJECTIVE:
            return words[0].islower()
        form = self.form.rstrip(".!")
        # «Tigré» is no «Tigre»: a place of one word must have its accents, but for the first letter, which capitals lose.
        if (
            self.kind is EntityKind.PLACE
            and " " not in form
            and fold(words)[1:].casefold() != fold(form)[1:].casefold()
            and words.isalpha()
        ):
            return False
        if len(words) != len(form):  # two spaces for one; the first letter is then all there is to compare
            return words[0].isupper() or form[0].islower()
        if form.startswith(("La ", "Le ", "Les ")) and self.kind is not EntityKind.MEDIUM:
            form = form[0].lower() + form[1:]  # «à la Haye»
        return all(not a.isupper() or b.isupper() for a, b in zip(form, words, strict=True))


def entries_of(rows: NameRows) -> Iterator[Entry]:
    """Give the entries of one source of rows, in the order in which its tables go before one another."""
    for territory in rows.territories:
        yield from _of_territory(territory)
    for body in rows.bodies:
        yield from _of_body(body)
    for kind, prefix, table in (
        (EntityKind.ORGANISATION, "org", rows.organisations),
        (EntityKind.ORGANISATION, "group", rows.groups),
        (EntityKind.MEDIUM, "medium", rows.media),
    ):
        for row in table:
            known = Entry(
                form=row.name,
                sense=Sense.NAME,
                kind=getattr(row, "kind", kind),
                name=row.name,
                identity=f"{prefix}:{row.key}",
                wikidata=row.wikidata,
                country=row.country,
                sector=getattr(row, "sector", "MED"),
                row=row,
            )
            dated = (form.split("=")[0] for form in getattr(row, "dated", ()))
            yield from _forms(known, (row.name, *row.aliases, *dated), row.acronyms)
            yield from _forms(known, getattr(row, "seats", ()), sense=Sense.SEAT)
    for region in rows.regions:
        known = Entry(
            form=region.name,
            sense=Sense.NAME,
            kind=EntityKind.PLACE,
            name=region.name,
            identity=f"place:{region.key}",
            wikidata=region.wikidata,
            country=region.countries[0] if len(region.countries) == 1 else None,
            row=region,
        )
        yield from _forms(known, (region.name, *region.aliases))
        yield from _forms(known, region.adjectives, sense=Sense.ADJECTIVE)
    for person in rows.persons:
        yield from _forms(_of_person(person), (person.name, *person.aliases))


def _of_territory(row: Territory) -> Iterator[Entry]:
    known = Entry(
        form=row.name,
        sense=Sense.NAME,
        kind=EntityKind.COUNTRY,
        name=row.name,
        identity=f"country:{row.key}",
        wikidata=row.wikidata,
        country=row.code,
        sector="GOV",
        row=row,
    )
    yield from _forms(known, (row.name, *row.aliases), row.acronyms)
    yield from _forms(known, row.seats, sense=Sense.SEAT)
    yield from _forms(known, row.adjectives, sense=Sense.ADJECTIVE)
    yield from _forms(known, (*(form[0].upper() + form[1:] for form in row.adjectives), *row.nouns), sense=Sense.DEMONYM)


def _of_body(row: Body) -> Iterator[Entry]:
    known = Entry(
        form=row.name,
        sense=Sense.NAME if row.country else Sense.BODY,
        kind=EntityKind.ORGANISATION,
        name=row.name,
        identity=f"org:{row.key}" if row.country else None,
        wikidata=row.wikidata,
        country=row.country,
        sector=row.sector,
        row=row,
    )
    yield from _forms(known, (row.name, *row.aliases))


def _of_person(row: Person) -> Entry:
    return Entry(
        form=row.name,
        sense=Sense.NAME,
        kind=EntityKind.PERSON,
        name=row.name,
        identity=f"actor:{row.key}",
        wikidata=row.wikidata,
        country=row.country,
        gender=row.gender,
        row=row,
    )


def _forms(known: Entry, forms: Iterable[str], acronyms: Iterable[str] = (), sense: Sense | None = None) -> Iterator[Entry]:
    sense = sense or known.sense
    for form in forms:
        yield msgspec.structs.replace(known, form=form, sense=sense)
    for form in acronyms:
        yield msgspec.structs.replace(known, form=form, sense=sense, exact=True)


def _of_role(row: Role) -> Iterator[Entry]:
    known = Entry(form="", sense=Sense.ROLE, kind=EntityKind.ROLE, name=row.masculine[0], sector=row.sector, row=row)
    for forms, gender, plural in ((row.masculine, "m", False), (row.feminine, "f", False), (row.plural, None, True)):
        yield from _forms(msgspec.structs.replace(known, gender=gender, plural=plural), forms)
    yield from _forms(known, row.short, sense=Sense.SHORT)


def _of_agent(row: Agent) -> Iterator[Entry]:
    known = Entry(form="", sense=Sense.AGENT, kind=EntityKind.ORGANISATION, name=row.forms[0], sector=row.sector, row=row)
    yield from _forms(known, row.forms)


def _of_title(row: TitleWord) -> Entry:
    return Entry(form=row.form, sense=Sense.TITLE, kind=EntityKind.PERSON, name=row.form, gender=row.gender, sector=row.sector, row=row)


class Lexicon:
    """All forms of the sources, the earlier source going before the later, and all words for roles, agents and titles."""

    def __init__(
        self, sources: Iterable[NameRows], roles: Iterable[Role] = (), agents: Iterable[Agent] = (), titles: Iterable[TitleWord] = ()
    ) -> None:
        *own, shipped = [list(entries_of(rows)) for rows in sources]
        entries = [msgspec.structs.replace(entry, own=True) for rows in own for entry in rows] + shipped
        self.by_identity: dict[str, Entry] = {}
        for entry in entries:
            if entry.identity:
                self.by_identity.setdefault(entry.identity, entry)
        for role in roles:
            entries += _of_role(role)
        for agent in agents:
            entries += _of_agent(agent)
        entries += [_of_title(title) for title in titles]
        # The first words of patterns, so that most words of a text are passed over at one look.
        self.body_words = _first_words(entries, Sense.BODY)
        self.role_words = _first_words(entries, Sense.ROLE, Sense.SHORT)
        self.phrases: Phrases[Entry] = Phrases((entry.form, entry) for entry in entries)


def _first_words(entries: Iterable[Entry], *senses: Sense) -> frozenset[str]:
    return frozenset(flatten(entry.form).replace("'", " ").split()[0] for entry in entries if entry.sense in senses)


class FirstNames:
    """First names and their gender; «Jean-Marie» is looked up whole, then by its first part."""

    def __init__(self, rows: Iterable[FirstName]) -> None:
        self._genders = {flatten(row.name): row.gender for row in rows}

    def __contains__(self, name: str) -> bool:
        """Tell whether the word is a first name."""
        flat = flatten_name(name)
        return flat in self._genders or flat.split(" ")[0] in self._genders

    def gender(self, name: str) -> str | None:
        """The gender of a first name, null where it has both or none is known."""
        flat = flatten_name(name)
        return self._genders.get(flat, self._genders.get(flat.split(" ")[0]))


class Cities:
    """The towns by any of their names, which lie sorted: nothing is made of a row or a name before it is asked for.

    A dictionary of the 120,000 names took 0.9 s to fill, two lists of lines take 0.06 s.
    """

    def __init__(self, towns: Sequence[str], names: Sequence[str]) -> None:
        self._towns = towns
        self._names = names
        # Every capital word is asked about, most more than once in an article.
        self.get: Callable[[str], tuple[City, ...]] = lru_cache(maxsize=16384)(self._find)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._names)

    def _find(self, name: str) -> tuple[City, ...]:
        """The towns of that name (accents, apostrophes and hyphens folded), towns whose first name it is before others, then by size."""
        key = town_key(name) + "\t"
        at = bisect_left(self._names, key)
        if at == len(self._names) or not self._names[at].startswith(key):
            return ()
        rows = [_city(self._towns[int(number)]) for number in self._names[at][len(key) :].split("|")]
        return tuple(sorted(rows, key=lambda row: (town_key(row.name) != key[:-1], -row.population)))


def town_key(name: str) -> str:
    """Give the name of a town as it is looked up: without accents, apostrophes and hyphens folded, capitals kept."""
    plain = unicodedata.normalize("NFKD", fold(name).replace("-", " "))
    if plain.isascii():
        return plain
    return "".join(char for char in plain if not unicodedata.combining(char))


def _city(line: str) -> City:
    geonames, name, country, population = line.split("\t")
    return City(geonames=geonames, name=name, country=country, population=int(population))


def load_cities(file: Traversable) -> Cities:
    """Read `cities.tsv.gz`: a table of towns, an empty line, a table of names sorted by key with the numbers of their towns from 0."""
    if not file.is_file():
        return Cities((), ())
    towns, names = gzip.decompress(file.read_bytes()).decode("utf-8").rstrip("\n").split("\n\n")
    return Cities(towns.split("\n")[1:], names.split("\n")[1:])
