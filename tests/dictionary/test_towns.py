"""The shipped towns: by French, English and local names, the one that the press means first."""

from __future__ import annotations

from importlib.resources import files

import pytest

from greffier.lang.lexicon import load_cities, town_key

FILE = files("greffier.lang").joinpath("fr", "names", "cities.tsv.gz")


@pytest.fixture(scope="module")
def towns():
    return load_cities(FILE)


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("Alep", "Alep", "SY"),
        ("Aleppo", "Alep", "SY"),
        ("Mossoul", "Mossoul", "IQ"),
        ("Deir Ezzor", "Deir Ezzor", "SY"),
        ("Deir ez-Zor", "Deir Ezzor", "SY"),
        ("Koundouz", "Koundouz", "AF"),
        ("Gao", "Gao", "ML"),
        ("Islamabad", "Islamabad", "PK"),
        ("Saint-Petersbourg", "Saint-Pétersbourg", "RU"),
        ("Washington", "Washington", "US"),
        ("Tripoli", "Tripoli", "LY"),
        ("N’Djamena", "N'Djamena", "TD"),
        ("Lille", "Lille", "FR"),
    ],
)
def test_a_town_by_its_names(towns, printed, name, country):
    assert (towns.get(printed)[0].name, towns.get(printed)[0].country) == (name, country)


@pytest.mark.parametrize("printed", ["", "Xyzzy", "alep", "Alepp", "Alep\t", "|"])
def test_no_town_of_that_name(towns, printed):
    assert towns.get(printed) == ()


def test_every_name_leads_to_its_towns_and_lies_in_order(towns):
    names = list(towns._names)
    assert names == sorted(names)
    assert all(name.split("\t")[0] == town_key(name.split("\t")[0]) for name in names)
    assert len(FILE.read_bytes()) < 1_500_000
