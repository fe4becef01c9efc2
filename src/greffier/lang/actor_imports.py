"""Persons and their offices from files of others: FollowTheMoney (EveryPolitician, OpenSanctions), Wikidata.

In: lines of JSON. Out: `from_follow_the_money`, `from_wikidata`, `to_csv`. Not: downloads; nor a decision who is followed: every person
here has an office in the file, and who has none is left out.

FollowTheMoney: Person, Position and Occupancy entities, one a line (followthemoney.tech). Wikidata: items as in its dumps, one a line
(a trailing comma and the brackets of the dump are borne); offices are statements of P39 with P580 and P582.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from greffier.errors import TableError
from greffier.lang.actors import COLUMNS
from greffier.text.romanisation import plain

__all__ = ["from_follow_the_money", "from_wikidata", "to_csv"]

Row = dict[str, str]
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ .\-]+")
# Wikidata: sex or gender, position held, start, end, item ids of male and female.
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "male": "m", "female": "f"}


def _lines(file: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(file, 1):
        text = line.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        try:
            found = json.loads(text)
        except ValueError as error:
            raise TableError(f"{name}:{number}: not a line of JSON: {error}") from error
        if not isinstance(found, dict):
            raise TableError(f"{name}:{number}: a line is one JSON object")
        yield number, found


def from_follow_the_money(file: Iterable[str], name: str = "-") -> Iterator[Row]:
    """Give the rows of persons that hold a position, in the order of the file.

    Raises:
        TableError: A line that is no JSON object; the message begins with `name:line`.
    """
    persons: dict[str, dict[str, Any]] = {}
    positions: dict[str, dict[str, Any]] = {}
    held: dict[str, list[dict[str, Any]]] = {}
    for _, entity in _lines(file, name):
        key, schema, properties = str(entity.get("id", "")), entity.get("schema"), entity.get("properties") or {}
        if schema == "Person":
            persons[key] = properties
        elif schema == "Position":
            positions[key] = properties
        elif schema == "Occupancy":
            for holder in properties.get("holder", ()):
                held.setdefault(_id(holder), []).append(properties)
    keys: set[str] = set()
    for key, properties in persons.items():
        offices = [office for occupancy in held.get(key, ()) for office in _ftm_offices(occupancy, positions)]
        names = [n for n in (*properties.get("name", ()), *properties.get("alias", ())) if _LATIN.fullmatch(n)]
        if offices and names:
            item = next((i for i in (key, *properties.get("wikidataId", ())) if re.fullmatch(r"Q[1-9]\d*", i)), "")
            country = _country(properties.get("nationality", ()) or properties.get("country", ()))
            gender = _GENDERS.get(next(iter(properties.get("gender", ())), ""), "")
            yield from _rows(_key(names[0], keys), names, item, country, gender, offices)


def _id(value: Any) -> str:
    return str(value.get("id", "")) if isinstance(value, dict) else str(value)


def _ftm_offices(occupancy: dict[str, Any], positions: dict[str, dict[str, Any]]) -> Iterator[Row]:
    for post in occupancy.get("post", ()):
        position = post.get("properties", {}) if isinstance(post, dict) else positions.get(str(post), {})
        title = next(iter(position.get("name", ())), "")
        if title:
            yield {
                "role": title,
                "country": _country(position.get("country", ())),
                "from": _day(next(iter(occupancy.get("startDate", ())), "")),
                "to": _day(next(iter(occupancy.get("endDate", ())), "")),
            }


def from_wikidata(file: Iterable[str], name: str = "-") -> Iterator[Row]:
    """Give the rows of items that held a position; labels of positions come from the same file, else their item ids stay.

    Raises:
        TableError: A line that is no JSON object; the message begins with `name:line`.
    """
    items = {str(item.get("id", number)): item for number, item in _lines(file, name)}
    keys: set[str] = set()
    for number, item in items.items():
        offices = [office for claim in _claims(item, "P39") if (office := _wikidata_office(claim, items))]
        names = _labels(item)
        if offices and names:
            gender = next((_GENDERS.get(_value(claim), "") for claim in _claims(item, "P21")), "")
            yield from _rows(_key(names[0], keys), names, number, "", gender, offices)


def _labels(item: dict[str, Any]) -> list[str]:
    """The French label, then the English one, then the aliases of both, in Latin letters."""
    labels = [item.get("labels", {}).get(code, {}).get("value", "") for code in ("fr", "en")]
    aliases = [alias.get("value", "") for code in ("fr", "en") for alias in item.get("aliases", {}).get(code, ())]
    return list(dict.fromkeys(n for n in (*labels, *aliases) if n and _LATIN.fullmatch(n)))


def _claims(item: dict[str, Any], of: str) -> list[dict[str, Any]]:
    claims = item.get("claims", {}).get(of, ())
    return [claim for claim in claims if claim.get("rank") != "deprecated"]


def _value(claim: dict[str, Any]) -> str:
    value = claim.get("mainsnak", claim).get("datavalue", {}).get("value", {})
    return str(value.get("id", value.get("time", ""))) if isinstance(value, dict) else str(value)


def _wikidata_office(claim: dict[str, Any], items: dict[str, dict[str, Any]]) -> Row | None:
    position = _value(claim)
    if not position:
        return None
    title = next(iter(_labels(items.get(position, {}))), position)
    qualifiers = claim.get("qualifiers", {})
    since, until = (next((_time(q) for q in qualifiers.get(of, ())), "") for of in ("P580", "P582"))
    return {"role": title, "from": since, "to": until}


def _time(qualifier: dict[str, Any]) -> str:
    """«+2012-11-06T00:00:00Z» with its precision: 11 is a day, 10 a month, 9 a year; coarser ones say nothing."""
    value = qualifier.get("datavalue", {}).get("value", {})
    length = {11: 10, 10: 7, 9: 4}.get(value.get("precision", 0), 0)
    return _day(str(value.get("time", "")).lstrip("+")[:length])


def _day(text: str) -> str:
    return text[:10] if _DAY.fullmatch(text[:10]) else ""


def _country(codes: Iterable[str]) -> str:
    return next((code.upper() for code in codes if re.fullmatch(r"[A-Za-z]{2}", code)), "")


def _key(name: str, taken: set[str]) -> str:
    base = "-".join(filter(None, (plain(word) for word in re.split(r"[\s\-]+", name))))
    base = re.sub(r"[^a-z0-9-]", "", base) or "actor"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    taken.add(key)
    return key


def _rows(key: str, names: list[str], item: str, country: str, gender: str, offices: list[Row]) -> Iterator[Row]:
    """The first row says who it is, the others only add an office."""
    who = {
        "kind": "person",
        "label_fr": names[0],
        "aliases": "|".join(dict.fromkeys(n for n in names[1:] if n != names[0])),
        "wikidata": item,
        "country": country or next((office["country"] for office in offices if office.get("country")), ""),
        "gender": gender,
        "public_office": "yes",
    }
    for at, office in enumerate(offices):
        cells = {"actor_id": key} | (who if at == 0 else {}) | {name: value for name, value in office.items() if value}
        yield {name: value for name, value in cells.items() if value}


def to_csv(rows: Iterable[Row], file: TextIO) -> int:
    """Write rows under our columns; gives how many there were."""
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow(row)
        count += 1
    return count
