"""Clashes of dictionaries: one form for two actors, two holders of one office at once, a shipped actor made anew.

In: the user's files as read, the shipped rows. Out: `Clash`, `find_clashes`. Not: malformed rows, those are told when a file is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from greffier.lang.actors import ActorFile
from greffier.lang.name_rows import NameRows, Office
from greffier.lang.person_index import PersonIndex
from greffier.records import Record
from greffier.text.phrases import flatten

__all__ = ["Clash", "find_clashes"]

_TABLES = {"persons": "actor", "organisations": "org", "groups": "group", "media": "medium", "regions": "place", "territories": "country"}
_TABLE_OF_KIND = {"person": "persons", "organisation": "organisations", "group": "groups", "medium": "media", "place": "regions"}


class Clash(Record, frozen=True, kw_only=True):
    """Two rows that get in each other's way; not an error, the earlier source goes before."""

    path: str
    line: int
    message: str


def find_clashes(files: Sequence[ActorFile], shipped: NameRows, single: Iterable[str]) -> tuple[Clash, ...]:
    """Find the clashes of the files with one another and with the shipped rows; `single` are the roles with one holder at a time."""
    found = [*_forms(files, shipped), *_keys(files, shipped), *_sounds(files, shipped), *_holders(files, shipped, frozenset(single))]
    return tuple(sorted(found, key=lambda clash: (clash.path, clash.line, clash.message)))


def _forms(files: Sequence[ActorFile], shipped: NameRows) -> Iterator[Clash]:
    """The same words for two actors; letters count as in matching: accents and capitals do not."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for table, prefix in _TABLES.items():
        for row in getattr(shipped, table):
            for form in (row.name, *row.aliases, *getattr(row, "acronyms", ())):
                owners[flatten(form)].setdefault(f"{prefix}:{row.key}", "shipped")
    for file in files:
        for actor in file.actors:
            own = f"{_TABLES[_TABLE_OF_KIND[actor.kind]]}:{actor.key}"
            for form in dict.fromkeys((actor.name, *actor.aliases, *actor.acronyms)):
                for other, where in owners[flatten(form)].items():
                    if other != own:
                        yield Clash(path=file.path, line=actor.line, message=f"«{form}» means {own} and {other} ({where})")
                owners[flatten(form)].setdefault(own, f"{file.path}:{actor.line}")


def _keys(files: Sequence[ActorFile], shipped: NameRows) -> Iterator[Clash]:
    known = {f"{prefix}:{row.key}": "the shipped row" for table, prefix in _TABLES.items() for row in getattr(shipped, table)}
    for file in files:
        for actor in file.actors:
            own = f"{_TABLES[_TABLE_OF_KIND[actor.kind]]}:{actor.key}"
            if own in known:
                yield Clash(path=file.path, line=actor.line, message=f"{own} stands in for {known[own]}, offices included")
            known[own] = f"{file.path}:{actor.line}"


def _sounds(files: Sequence[ActorFile], shipped: NameRows) -> Iterator[Clash]:
    """A person whose name is a shipped person's in another romanisation."""
    index = PersonIndex(shipped.persons)
    for file in files:
        for actor in file.actors:
            if actor.kind != "person":
                continue
            for other, match in index.find(actor.name):
                if other.key != actor.key and flatten(other.name) != flatten(actor.name):
                    message = f"«{actor.name}» may be the shipped actor:{other.key}, «{other.name}» ({match.reason})"
                    yield Clash(path=file.path, line=actor.line, message=message)


def _holders(files: Sequence[ActorFile], shipped: NameRows, single: frozenset[str]) -> Iterator[Clash]:
    """Two holders at once of an office that has one."""
    redefined = {actor.key for file in files for actor in file.actors if actor.kind == "person"}
    held: dict[tuple[str, str | None, str | None], list[tuple[Office, str]]] = defaultdict(list)
    for office in shipped.offices:
        if office.person not in redefined:
            held[office.role, office.country, office.organisation].append((office, "shipped"))
    for file in files:
        for actor in file.actors:
            for office in actor.offices:
                if office.role not in single or not (office.country or office.organisation):
                    continue
                place = held[office.role, office.country, office.organisation]
                for other, where in place:
                    if other.person != actor.key and _overlap(office, other):
                        message = (
                            f"{office.role} of {office.country or office.organisation}: {actor.key} and {other.person} ({where}) at once"
                        )
                        yield Clash(path=file.path, line=actor.line, message=message)
                place.append((office, f"{file.path}:{actor.line}"))


def _overlap(one: Office, two: Office) -> bool:
    """Tell whether two spells surely overlap: days given as a year or a month may lie anywhere in it."""
    return _surely_before(one.since, two.until) and _surely_before(two.since, one.until)


def _surely_before(since: str | None, until: str | None) -> bool:
    if until is None or since is None:
        return True
    length = min(len(since), len(until))
    return since[:length] < until[:length]
