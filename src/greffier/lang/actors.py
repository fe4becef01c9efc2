"""The user's own dictionaries of actors: CSV with one row an office, or YAML with offices nested.

In: a `.csv`, `.yaml` or `.yml` file, the words for roles. Out: `Actor`, `ActorFile`, `read_actors`, `load_actors`, `project_actors`.
Not: clashes between files, those are `actor_checks`; nor files of others, those are `actor_imports`.

Columns are those of `COLUMNS`; `actor_id`, `kind` and `label_fr` are required, `|` separates the values of a list, `;` may separate
columns (Excel). Several rows with one `actor_id` are several offices of one actor; the cells that tell who it is need not be repeated.
A person has `public_office` yes, or a written `reason` to be followed across articles: nobody else is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from greffier.errors import TableError
from greffier.lang.name_rows import Group, Medium, NameRows, Office, Organisation, Person, Region, Role
from greffier.records import Record

__all__ = ["COLUMNS", "PROJECT_FILES", "Actor", "ActorFile", "Malformed", "load_actors", "project_actors", "read_actors", "role_words"]

COLUMNS = (
    *("actor_id", "kind", "label_fr", "label_en", "aliases", "acronyms", "wikidata", "country", "role", "organisation"),
    *("from", "to", "gender", "sector", "public_office", "reason", "notes"),
)
# The dictionary of a project, in the folder where the command is called; `--actors` goes before it.
PROJECT_FILES = ("greffier.actors.csv", "greffier.actors.yaml", "greffier.actors.yml")

_KINDS = ("person", "organisation", "group", "medium", "place")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ITEM = re.compile(r"Q[1-9]\d*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_TRUTH = {"yes": True, "oui": True, "true": True, "1": True, "no": False, "non": False, "false": False, "0": False}
# The same things under the names that our own tables have for them.
_SYNONYMS = {"since": "from", "until": "to", "key": "actor_id", "name": "label_fr"}


class Malformed(Record, frozen=True, kw_only=True):
    """What is wrong with a row: `message` says how to put it right."""

    line: int
    message: str


class Actor(Record, frozen=True, kw_only=True):
    """One actor of a file with all his offices; `line` is where he first stands."""

    key: str
    kind: str
    name: str
    line: int
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None
    gender: str | None = None
    sector: str | None = None
    public_office: bool = False
    reason: str | None = None
    offices: tuple[Office, ...] = ()


class ActorFile(Record, frozen=True, kw_only=True):
    """What a file holds, its malformed rows left out."""

    path: str
    actors: tuple[Actor, ...] = ()
    malformed: tuple[Malformed, ...] = ()


class _RowError(Exception):
    """A row that cannot be taken."""


def read_actors(path: Path, roles: Mapping[str, str]) -> ActorFile:
    """Read a dictionary; `roles` gives the key of a role by its words in small letters («ministre des Affaires étrangères»).

    Raises:
        TableError: The file cannot be read at all; malformed rows are told in `malformed`.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}:1: {error}") from error
    if path.suffix.lower() not in (".csv", ".yaml", ".yml"):
        raise TableError(f"{path}:1: a dictionary of actors is a .csv, .yaml or .yml file")
    cells = _yaml_rows(path, text) if path.suffix.lower() in (".yaml", ".yml") else _csv_rows(path, text)
    actors: dict[str, Actor] = {}
    malformed: list[Malformed] = []
    try:
        rows = list(cells)
    except csv.Error as error:
        raise TableError(f"{path}:1: {error}") from error
    for line, row in rows:
        try:
            found = _actor(row, line, roles, actors)
            actors[found.key] = found
        except _RowError as error:
            malformed.append(Malformed(line=line, message=str(error)))
    kept = []
    for actor in actors.values():
        if actor.kind == "person" and not actor.public_office and not actor.reason:
            malformed.append(
                Malformed(
                    line=actor.line, message=f"{actor.key}: a person has public_office yes, or a reason why he is followed across articles"
                )
            )
        else:
            kept.append(actor)
    return ActorFile(path=str(path), actors=tuple(kept), malformed=tuple(sorted(malformed, key=lambda m: m.line)))


def role_words(roles: Iterable[Role]) -> dict[str, str]:
    """Give the key of each role by its words in small letters, masculine and feminine."""
    return {form.lower(): role.key for role in roles for form in (*role.masculine, *role.feminine)}


def project_actors(folder: Path) -> tuple[Path, ...]:
    """Give the dictionaries of the project that lie in a folder."""
    return tuple(folder / name for name in PROJECT_FILES if (folder / name).is_file())


def load_actors(paths: Iterable[Path], roles: Iterable[Role]) -> tuple[NameRows, ...]:
    """Read dictionaries as rows of our own tables, one `NameRows` a file in the order given.

    Raises:
        TableError: A malformed row; the message begins with `file:line`.
    """
    words = role_words(roles)
    files = [read_actors(path, words) for path in paths]
    for file in files:
        for wrong in file.malformed:
            raise TableError(f"{file.path}:{wrong.line}: {wrong.message}")
    return tuple(_rows(file) for file in files)


def _rows(file: ActorFile) -> NameRows:
    """The actors of a file as rows; `origin` says file, line and reason."""
    tables: dict[str, list[Any]] = {"person": [], "organisation": [], "group": [], "medium": [], "place": []}
    offices: list[Office] = []
    for actor in file.actors:
        origin = f"{file.path}:{actor.line}" + (f" ({actor.reason})" if actor.reason else "")
        tables[actor.kind].append(_row(actor, origin))
        offices.extend(actor.offices)
    return NameRows(
        persons=tuple(tables["person"]),
        organisations=tuple(tables["organisation"]),
        groups=tuple(tables["group"]),
        media=tuple(tables["medium"]),
        regions=tuple(tables["place"]),
        offices=tuple(offices),
    )


def _row(actor: Actor, origin: str) -> Person | Organisation | Group | Medium | Region:
    key, name, aliases, item, country = actor.key, actor.name, actor.aliases, actor.wikidata, actor.country
    match actor.kind:
        case "person":
            return Person(key=key, name=name, aliases=aliases, gender=actor.gender, country=country, wikidata=item, origin=origin)
        case "group":
            acronyms, sector = actor.acronyms, actor.sector or "REB"
            return Group(
                key=key, name=name, aliases=aliases, acronyms=acronyms, sector=sector, country=country, wikidata=item, origin=origin
            )
        case "medium":
            return Medium(key=key, name=name, aliases=aliases, acronyms=actor.acronyms, country=country, wikidata=item, origin=origin)
        case "place":
            return Region(key=key, name=name, aliases=aliases, wikidata=item, countries=(country,) if country else (), origin=origin)
        case _:
            return Organisation(
                key=key,
                name=name,
                aliases=aliases,
                acronyms=actor.acronyms,
                sector=actor.sector,
                country=country,
                wikidata=item,
                origin=origin,
            )


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    header = [_SYNONYMS.get(cell.strip(), cell.strip()) for cell in next(reader, [])]
    _know(path, 1, header)
    for cells in reader:
        line = reader.line_num
        if len(cells) > len(header):
            yield line, {"": f"{len(cells)} cells under {len(header)} columns"}
        elif any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
            yield line, {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}


def _yaml_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """One row an office: `roles` is a list of mappings with role, country, organisation, from, to."""
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        items = [(item.start_mark.line + 1, loader.construct_object(item, deep=True)) for item in node.value] if node else []
    except (yaml.YAMLError, AttributeError, TypeError, ValueError, RecursionError) as error:
        raise TableError(f"{path}:1: not a list of actors: {error}") from error
    for line, item in items:
        if not isinstance(item, dict):
            yield line, {"": "an actor is a mapping with actor_id, kind, label_fr"}
            continue
        plain = {_SYNONYMS.get(str(name), str(name)): value for name, value in item.items() if name != "roles"}
        _know(path, line, list(plain))
        who = {name: _cell(value) for name, value in plain.items() if value is not None}
        roles = item.get("roles") or [{}]
        for role in roles if isinstance(roles, list) else [roles]:
            if isinstance(role, dict):
                yield line, who | {_SYNONYMS.get(str(n), str(n)): _cell(v) for n, v in role.items() if v is not None}
            else:
                yield line, who | {"role": str(role)}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "|".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _know(path: Path, line: int, names: list[str]) -> None:
    for name in names:
        if name not in COLUMNS:
            raise TableError(f"{path}:{line}: unknown column {name!r}; known are {', '.join(COLUMNS)}")
    if len(names) != len(set(names)):
        raise TableError(f"{path}:{line}: a column stands twice")


def _actor(row: dict[str, str], line: int, roles: Mapping[str, str], known: Mapping[str, Actor]) -> Actor:
    """Make an actor of a row, or add its office to the one that is there."""
    if "" in row:
        raise _RowError(row[""])
    key = row.get("actor_id", "").removeprefix("actor:")
    if not _KEY.fullmatch(key):
        raise _RowError(f"actor_id {key!r}: small letters, digits and hyphens, as in ada-lovelace")
    before = known.get(key)
    office = _office(row, key, roles, before.country if before else None)
    if before is not None:
        _same(row, before)
        return _with_office(before, office)
    kind = row.get("kind", "")
    if kind not in _KINDS:
        raise _RowError(f"{key}: kind {kind!r} is none of {', '.join(_KINDS)}")
    if not row.get("label_fr"):
        raise _RowError(f"{key}: label_fr is empty")
    aliases = [*_many(row, "aliases"), *([row["label_en"]] if row.get("label_en") else [])]
    return Actor(
        key=key,
        kind=kind,
        name=row["label_fr"],
        line=line,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != row["label_fr"])),
        acronyms=_many(row, "acronyms"),
        wikidata=_shaped(row, "wikidata", _ITEM, "an item id, as Q42"),
        country=_shaped(row, "country", _COUNTRY, "two capitals, as FR"),
        gender=_one_of(row, "gender", ("m", "f")),
        sector=row.get("sector"),
        public_office=_truth(row, "public_office"),
        reason=row.get("reason"),
        offices=(office,) if office else (),
    )


def _same(row: dict[str, str], before: Actor) -> None:
    for column, value in (("kind", before.kind), ("label_fr", before.name), ("wikidata", before.wikidata)):
        if row.get(column, value) != value:
            raise _RowError(f"{before.key}: {column} is {row[column]!r} here and {value!r} on line {before.line}")


def _with_office(actor: Actor, office: Office | None) -> Actor:
    from msgspec import structs  # noqa: PLC0415  # the only use here

    return structs.replace(actor, offices=(*actor.offices, office)) if office else actor


def _office(row: dict[str, str], key: str, roles: Mapping[str, str], country: str | None) -> Office | None:
    words = row.get("role")
    since, until = (_shaped(row, column, _DAY, "a day, a month or a year, as 2012-11-06") for column in ("from", "to"))
    if not words:
        if since or until:
            raise _RowError(f"{key}: from and to without a role")
        return None
    if since and until and since[: len(until)] > until[: len(since)]:
        raise _RowError(f"{key}: from {since} is later than to {until}")
    known = words if words in roles.values() else roles.get(words.lower())
    return Office(
        person=key,
        # A role that no table knows keeps its words: it is found with its holder, and never without.
        role=known or re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-"),
        country=_shaped(row, "country", _COUNTRY, "two capitals, as FR") or country,
        organisation=row.get("organisation"),
        since=since,
        until=until,
        printed=None if words in roles.values() else words,
        sector=row.get("sector"),
        origin="user",
    )


def _many(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.get(column, "").split("|") if part.strip())


def _shaped(row: dict[str, str], column: str, shape: re.Pattern[str], like: str) -> str | None:
    value = row.get(column)
    if value is not None and not shape.fullmatch(value):
        raise _RowError(f"{column} {value!r}: {like}")
    return value


def _one_of(row: dict[str, str], column: str, values: tuple[str, ...]) -> str | None:
    value = row.get(column)
    if value is not None and value not in values:
        raise _RowError(f"{column} {value!r} is none of {', '.join(values)}")
    return value


def _truth(row: dict[str, str], column: str) -> bool:
    value = row.get(column, "no").lower()
    if value not in _TRUTH:
        raise _RowError(f"{column} {value!r}: yes or no")
    return _TRUTH[value]
