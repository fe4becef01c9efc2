"""Contents of `lang/<code>/names/`: the tables of names, the user's own rows before them, and all their forms as one lexicon.

In: the tables of that folder, the user's own dictionaries. Out: `NameTables`, `load_names`, the types of the rows. Not: rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import structs

from greffier.lang.actors import load_actors
from greffier.lang.lexicon import Cities, Entry, FirstNames, Lexicon, entries_of, load_cities
from greffier.lang.loader import Row, read_table
from greffier.lang.name_rows import (
    Agent,
    Body,
    City,
    FirstName,
    Group,
    Medium,
    NameRows,
    NameWord,
    Office,
    Organisation,
    Person,
    Region,
    Role,
    Territory,
    TitleWord,
)
from greffier.text.person_names import agree
from greffier.text.phrases import flatten
from greffier.text.romanisation import skeleton

__all__ = [
    "Agent",
    "Body",
    "City",
    "FirstName",
    "Group",
    "Medium",
    "NameRows",
    "NameTables",
    "NameWord",
    "Office",
    "Organisation",
    "Person",
    "Region",
    "Role",
    "Territory",
    "TitleWord",
    "load_names",
]


class NameTables:
    """What the language knows about names; every table is read when first asked for."""

    def __init__(self, folder: Traversable, actors: Sequence[Path] = ()) -> None:
        self.folder = folder
        self._actors = tuple(actors)

    @cached_property
    def own(self) -> tuple[NameRows, ...]:
        """The rows of the user's own dictionaries, one `NameRows` a file in the order given."""
        return load_actors(self._actors, self.roles) if self._actors else ()

    @cached_property
    def sources(self) -> tuple[NameRows, ...]:
        """The user's rows, then the shipped ones; a row stands in for those of later sources with its key, offices included."""
        found: list[NameRows] = []
        taken: dict[str, set[str]] = {}
        for source in (*self.own, self.shipped):
            gone = {table: frozenset(keys) for table, keys in taken.items()}
            found.append(_without(source, gone) if gone else source)
            for table in _KEYED:
                taken.setdefault(table, set()).update(row.key for row in getattr(source, table))
        return tuple(found)

    @cached_property
    def shipped(self) -> NameRows:
        """The rows of the pack."""
        return NameRows(
            territories=self._read("territories", Territory),
            regions=(*self._read("regions", Region), *self._read("areas", Region)),
            organisations=self._read("organisations", Organisation),
            media=self._read("media", Medium),
            groups=self._read("groups", Group),
            bodies=self._read("bodies", Body),
            persons=self._read("persons", Person),
            offices=self._read("offices", Office),
        )

    @cached_property
    def rows(self) -> NameRows:
        """All rows, the user's before the shipped ones."""
        return NameRows(**{f: tuple(row for source in self.sources for row in getattr(source, f)) for f in structs.asdict(self.shipped)})

    @cached_property
    def lexicon(self) -> Lexicon:
        """All forms of all rows, and the words for roles, agents and titles."""
        return Lexicon(self.sources, self.roles, self._read("agents", Agent), self._read("titles", TitleWord))

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Words for the holders of offices."""
        return self._read("roles", Role)

    @cached_property
    def cities(self) -> Cities:
        """The towns by any of their names."""
        return load_cities(self.folder.joinpath("cities.tsv.gz"))

    @cached_property
    def first_names(self) -> FirstNames:
        """First names and their gender."""
        return FirstNames(self._read("first_names", FirstName))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the names of listed persons, as printed."""
        return frozenset(name.rsplit(" ", 1)[-1] for person in self.rows.persons for name in (person.name, *person.aliases) if " " in name)

    @cached_property
    def nationalities(self) -> dict[str, str]:
        """Identities of countries by their adjectives in small letters («ukrainien»: `country:UA`), those of one country only."""
        found: dict[str, str] = {}
        shared: set[str] = set()
        for row in self.rows.territories:
            for form in row.adjectives:
                if found.setdefault(form, f"country:{row.key}") != f"country:{row.key}":
                    shared.add(form)
        return {form: identity for form, identity in found.items() if form not in shared}

    @cached_property
    def capitals(self) -> dict[str, str]:
        """Identities of countries by their capitals («Kiev»: `country:ukraine`)."""
        return {seat: f"country:{row.key}" for row in self.rows.territories for seat in row.seats[:1]}

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """The words of each list of `words.tsv`, flattened."""
        lists: dict[str, set[str]] = {}
        for row in self._read("words", NameWord):
            lists.setdefault(row.list, set()).update(flatten(word) for word in row.words)
        return {name: frozenset(words) for name, words in lists.items()}

    def persons_like(self, name: str, wanted: Callable[[Entry], bool]) -> tuple[Entry, ...]:
        """Listed persons whose name in another romanisation is `name` («Sergei Shoigu»); `wanted` costs less than to compare names."""
        found = {
            entry.identity: entry
            for key in skeleton(_surname(name))
            for entry in self._sounding.get(key, ())
            if wanted(entry) and agree(entry.form, name)
        }
        return tuple(found.values())

    def persons_named(self, surname: str) -> tuple[Entry, ...]:
        """Listed persons whose name ends with `surname`, letter by letter but for accents and capitals."""
        return self._surnamed.get(flatten(surname), ())

    @cached_property
    def _person_entries(self) -> tuple[Entry, ...]:
        return tuple(e for source in self.sources for e in entries_of(NameRows(persons=source.persons)) if " " in e.form)

    @cached_property
    def _sounding(self) -> dict[str, list[Entry]]:
        keyed: dict[str, list[Entry]] = {}
        for entry in self._person_entries:
            for key in skeleton(_surname(entry.form)):
                keyed.setdefault(key, []).append(entry)
        return keyed

    @cached_property
    def _surnamed(self) -> dict[str, tuple[Entry, ...]]:
        named: dict[str, dict[str | None, Entry]] = {}
        for entry in self._person_entries:
            words = entry.form.split(" ")
            for i in range(1, len(words)):
                named.setdefault(flatten(" ".join(words[i:])), {}).setdefault(entry.identity, entry)
        return {surname: tuple(entries.values()) for surname, entries in named.items()}

    def holders(self, role: str, country: str) -> tuple[Office, ...]:
        """All spells of an office in a state, in table order."""
        return self._holders.get((role, country), ())

    @cached_property
    def _holders(self) -> dict[tuple[str, str | None], tuple[Office, ...]]:
        spells: dict[tuple[str, str | None], list[Office]] = {}
        for office in self.rows.offices:
            spells.setdefault((office.role, office.country), []).append(office)
        return {key: tuple(offices) for key, offices in spells.items()}

    def sector_of(self, office: Office) -> str | None:
        """The sector of an office: its own, else that of its role."""
        role = self._roles.get(office.role)
        return office.sector or (role.sector if role else None)

    @cached_property
    def _roles(self) -> dict[str, Role]:
        return {role.key: role for role in self._read("roles", Role)}

    def offices(self, identity: str) -> tuple[Office, ...]:
        """The dated offices of an identity `actor:KEY`, in table order; empty for every other identity."""
        return self._offices.get(identity, ())

    @cached_property
    def _offices(self) -> dict[str, tuple[Office, ...]]:
        held: dict[str, list[Office]] = {}
        for office in self.rows.offices:
            held.setdefault(f"actor:{office.person}", []).append(office)
        return {identity: tuple(offices) for identity, offices in held.items()}

    def _read(self, table: str, row: type[Row]) -> tuple[Row, ...]:
        file = self.folder.joinpath(f"{table}.tsv")
        return read_table(file, row) if file.is_file() else ()


_KEYED = ("territories", "regions", "organisations", "media", "groups", "bodies", "persons")


def _without(rows: NameRows, keys: Mapping[str, frozenset[str]]) -> NameRows:
    """Leave out the rows with these keys by table, and the offices of these persons."""
    kept = {table: tuple(row for row in getattr(rows, table) if row.key not in keys[table]) for table in _KEYED}
    return NameRows(**kept, offices=tuple(office for office in rows.offices if office.person not in keys["persons"]))


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def load_names(folder: Traversable, actors: Sequence[Path] = ()) -> NameTables:
    """Give the tables of `folder`, the dictionaries `actors` going before them.

    A malformed row raises `TableError` when its table is first asked for.
    """
    return NameTables(folder, actors)
