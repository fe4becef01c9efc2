"""Every row of the shipped tables of names stands for itself: its example holds it, its key is its own, its clashes are known."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from greffier.lang.loader import read_lines, read_table
from greffier.lang.name_rows import Agent, Role, TitleWord
from greffier.lang.names import load_names

FOLDER = files("greffier.lang").joinpath("fr", "names")
HERE = Path(__file__).parent
TABLES = ("territories", "regions", "organisations", "media", "groups", "bodies", "persons")


def fold(words: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return re.sub(r"[-\s]+", " ", plain.replace("’", "'")).casefold()


@pytest.fixture(scope="module")
def rows():
    return load_names(FOLDER).rows


def rows_of_test(name: str) -> list[list[str]]:
    lines = [line.split("\t") for _, line in read_lines(HERE / name)]
    return lines[1:]


@pytest.mark.parametrize("table", TABLES)
def test_every_example_holds_the_name_of_its_row(rows, table):
    wrong = [(row.key, row.example) for row in getattr(rows, table) if fold(row.name) not in fold(row.example)]
    assert not wrong


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_where_it_comes_from(rows, table):
    assert not [row.key for row in getattr(rows, table) if not row.origin]


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_unique_and_plain(rows, table):
    keys = [row.key for row in getattr(rows, table)]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if not re.fullmatch(r"[A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*", key)]


def test_no_cell_is_padded_or_printed_twice(rows):
    for table in TABLES:
        for row in getattr(rows, table):
            forms = [row.name, *row.aliases, *getattr(row, "acronyms", ())]
            assert all(form == form.strip() and "  " not in form for form in forms), row.key
            assert len(set(forms[: 1 + len(row.aliases)])) == 1 + len(row.aliases), row.key


def test_a_form_of_two_things_is_a_known_clash(rows):
    owners = defaultdict(set)
    for table in TABLES:
        for row in getattr(rows, table):
            for form in (row.name, *row.aliases):
                owners[fold(form)].add(f"{table}:{row.key}")
            for form in getattr(row, "acronyms", ()):
                owners["=" + form].add(f"{table}:{row.key}")
    clashes = {form: "|".join(sorted(found)) for form, found in owners.items() if len(found) > 1}
    known = {form: owner for form, owner, _ in rows_of_test("known_clashes.tsv")}
    assert clashes == known


def test_wikidata_ids_are_ids_and_not_shared(rows):
    seen = {}
    for table in TABLES:
        for row in getattr(rows, table):
            if row.wikidata:
                assert re.fullmatch(r"Q[1-9]\d*", row.wikidata), row.key
                assert row.wikidata not in seen, (row.key, seen[row.wikidata])
                seen[row.wikidata] = row.key


def test_countries_are_those_of_the_table_of_territories(rows):
    codes = {row.code for row in rows.territories} | {None}
    for table in ("organisations", "media", "groups", "bodies", "persons"):
        assert not [row for row in getattr(rows, table) if row.country not in codes]
    # An office of a territory that is no state of its own has the territory's key.
    assert {row.country for row in rows.offices} <= codes | {row.key for row in rows.territories}
    assert not [row.key for row in rows.regions if not set(row.countries) <= codes]


def test_branches_name_their_whole(rows):
    keys = {row.key for row in rows.groups}
    assert not [row.key for row in rows.groups if row.part_of and row.part_of not in keys]


@pytest.mark.parametrize(("form", "codes"), rows_of_test("demonyms.tsv"))
def test_demonyms(rows, form, codes):
    assert {row.key for row in rows.territories if form in row.adjectives} == set(codes.split("|"))


def test_the_tables_are_as_full_as_promised(rows):
    assert len(rows.territories) >= 260
    assert len(rows.regions) >= 150
    assert len(rows.media) >= 120
    assert len(rows.groups) >= 100


def test_roles_titles_and_agents_have_examples_that_hold_them():
    for role in read_table(FOLDER.joinpath("roles.tsv"), Role):
        assert any(fold(form) in fold(role.example) for form in (*role.masculine, *role.feminine)), role.key
    for title in read_table(FOLDER.joinpath("titles.tsv"), TitleWord):
        assert fold(title.form) in fold(title.example), title.form
    for agent in read_table(FOLDER.joinpath("agents.tsv"), Agent):
        assert any(fold(form) in fold(agent.example) for form in agent.forms), agent.forms


def test_all_tables_load():
    tables = load_names(FOLDER)
    assert tables.rows
    assert tables.lexicon
    assert len(tables.cities)
    assert tables.first_names
