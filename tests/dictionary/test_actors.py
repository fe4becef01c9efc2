"""The user's own dictionaries: what a row says, what is malformed, what clashes, who goes before whom."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.errors import TableError
from greffier.lang import load_packs
from greffier.lang.actor_checks import find_clashes
from greffier.lang.actor_imports import from_follow_the_money, from_wikidata
from greffier.lang.actors import load_actors, project_actors, read_actors, role_words

CSV = """actor_id,kind,label_fr,label_en,aliases,wikidata,country,role,from,to,gender,public_office,reason
ana-ruiz,person,Ana Ruiz,Anna Ruiz,A. Ruiz|Ana Ruiz Gómez,Q42,ES,ministre des Affaires étrangères,2031-05-02,2033-01,f,yes,
ana-ruiz,,,,,,,head-of-government,2033-01,,,,
# a note of the newsroom
luc-petit,person,Luc Petit,,,,FR,,,,m,no,porte-parole du collectif depuis 2030
collectif-du-pont,organisation,Collectif du pont,,,,FR,,,,,,
"""
YAML = """
- actor_id: ana-ruiz
  kind: person
  label_fr: Ana Ruiz
  aliases: [A. Ruiz, Ana Ruiz Gómez]
  public_office: yes
  roles:
    - {role: ministre des Affaires étrangères, country: ES, from: 2031-05-02, to: 2033-01}
    - {role: head-of-government, country: ES, from: 2033-01}
"""


@pytest.fixture(scope="module")
def names():
    return load_packs()["fr"].names


@pytest.fixture(scope="module")
def words(names):
    return role_words(names.roles)


@pytest.fixture
def write(tmp_path):
    def make(text, name="actors.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


def run(*arguments, cwd=None, stdin=None):
    return subprocess.run(
        [sys.executable, "-m", "greffier", *map(str, arguments)], capture_output=True, text=True, cwd=cwd, input=stdin, check=False
    )


def test_rows_of_one_actor_are_his_offices(write, words):
    file = read_actors(write(CSV), words)
    assert not file.malformed
    ana, luc, pont = file.actors
    assert (ana.name, ana.aliases, ana.line) == ("Ana Ruiz", ("A. Ruiz", "Ana Ruiz Gómez", "Anna Ruiz"), 2)
    assert [(o.role, o.country, o.since, o.until) for o in ana.offices] == [
        ("foreign-minister", "ES", "2031-05-02", "2033-01"),
        ("head-of-government", "ES", "2033-01", None),
    ]
    assert luc.reason == "porte-parole du collectif depuis 2030"
    assert pont.kind == "organisation"


def test_yaml_says_the_same(write, words):
    ana = read_actors(write(CSV), words).actors[0]
    twin = read_actors(write(YAML, "actors.yaml"), words).actors[0]
    assert [o.role for o in twin.offices] == [o.role for o in ana.offices]
    assert [(o.since, o.until) for o in twin.offices] == [(o.since, o.until) for o in ana.offices]
    assert set(twin.aliases) <= set(ana.aliases)
    assert twin.public_office


def test_the_examples_of_the_docs(write, words):
    page = (Path(__file__).parents[2] / "docs" / "dictionaries.md").read_text(encoding="utf-8")
    table = page.split("```csv\n")[1].split("```")[0]
    nested = textwrap.dedent(page.split("  ```yaml\n")[1].split("  ```")[0])
    assert not read_actors(write(table), words).malformed
    assert not read_actors(write(nested, "actors.yaml"), words).malformed
    assert (
        doctest.testfile(str(Path(__file__).parents[2] / "docs" / "dictionaries.md"), module_relative=False, encoding="utf-8").failed == 0
    )


def test_semicolons_and_a_byte_order_mark_as_excel_writes_them(write, words):
    text = "\ufeff" + CSV.replace(",", ";")
    assert [actor.key for actor in read_actors(write(text), words).actors] == ["ana-ruiz", "luc-petit", "collectif-du-pont"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Ana,person,Ana Ruiz,yes,,,,", "actor_id 'Ana'"),
        ("ana,hero,Ana Ruiz,yes,,,,", "kind 'hero'"),
        ("ana,person,,yes,,,,", "label_fr is empty"),
        ("ana,person,Ana Ruiz,no,,,,", "or a reason"),
        ("ana,person,Ana Ruiz,perhaps,,,,", "public_office 'perhaps'"),
        ("ana,person,Ana Ruiz,yes,president,2031-13,,", "from '2031-13'"),
        ("ana,person,Ana Ruiz,yes,president,2032,2031-05,", "later than"),
        ("ana,person,Ana Ruiz,yes,,2031,,", "without a role"),
        ("ana,person,Ana Ruiz,yes,,,,42", "wikidata '42'"),
        ("ana,person,Ana Ruiz,yes,,,,Q42,spare", "9 cells under 8 columns"),
    ],
)
def test_a_malformed_row_is_named_by_its_line_and_the_others_are_read(write, words, row, message):
    text = f"actor_id,kind,label_fr,public_office,role,from,to,wikidata\nbo-li,person,Bo Li,yes,,,,\n{row}\n"
    file = read_actors(write(text), words)
    assert [actor.key for actor in file.actors] == ["bo-li"]
    assert [wrong.line for wrong in file.malformed] == [3]
    assert message in file.malformed[0].message
    with pytest.raises(TableError, match=r"actors\.csv:3: "):
        load_actors([write(text)], [])


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("actor_id,colour\n", "actors.csv", r"actors\.csv:1: unknown column 'colour'"),
        ("actor_id,actor_id\n", "actors.csv", "stands twice"),
        ("a: [", "actors.yaml", "not a list of actors"),
        ("hello", "actors.yaml", "not a list of actors"),
        ("x", "actors.txt", r"\.csv, \.yaml or \.yml"),
    ],
)
def test_a_file_that_is_no_dictionary(write, words, text, name, message):
    with pytest.raises(TableError, match=message):
        read_actors(write(text, name), words)


_CELLS = st.text(alphabet="ab-,;|\"\n #:[]{}&*!%@`'yes2031éΩ\x00\t\r", max_size=80)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_CELLS, st.sampled_from(["actors.csv", "actors.yaml"]), st.booleans())
def test_any_text_is_a_dictionary_or_an_error_of_ours(tmp_path, words, text, name, headed):
    path = tmp_path / name
    path.write_bytes((("actor_id,kind,label_fr,role\n" if headed else "") + text).encode())
    with suppress(TableError):
        assert all(actor.key and actor.name for actor in read_actors(path, words).actors)


def test_a_row_stands_in_for_the_shipped_one_offices_included(write):
    text = "actor_id,kind,label_fr,country,role,from,public_office\nangela-merkel,person,Angela Merkel,DE,chancelière,2005-11,yes\n"
    names = load_packs(actors=[write(text)])["fr"].names
    assert [person.born for person in names.rows.persons if person.key == "angela-merkel"] == [None]
    assert [(office.role, office.since) for office in names.offices("actor:angela-merkel")] == [("chancellor", "2005-11")]
    assert names.rows.persons[0].origin.endswith("actors.csv:2")


def test_the_first_file_goes_before_the_second(write):
    one = write("actor_id,kind,label_fr\npont,organisation,Collectif du pont\n", "one.csv")
    two = write("actor_id,kind,label_fr\npont,organisation,Association du pont\n", "two.csv")
    rows = load_packs(actors=[one, two])["fr"].names.rows
    assert [row.name for row in rows.organisations if row.key == "pont"] == ["Collectif du pont"]


def test_the_dictionary_of_the_project(tmp_path):
    assert project_actors(tmp_path) == ()
    (tmp_path / "greffier.actors.csv").write_text("actor_id,kind,label_fr\n")
    assert [path.name for path in project_actors(tmp_path)] == ["greffier.actors.csv"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("onu-bis,organisation,Nations Unies,,,,", "«Nations Unies» means org:onu-bis and org:onu (shipped)"),
        ("onu,organisation,Nations unies,,,,", "org:onu stands in for the shipped row"),
        ("sergei,person,Sergei Shoigu,,,,yes", "may be the shipped actor:serguei-choigou"),
        ("ana-ruiz,person,Ana Ruiz,DE,chancellor,2010-01,yes", "chancellor of DE: ana-ruiz and angela-merkel (shipped) at once"),
    ],
)
def test_clashes(write, words, names, row, message):
    file = read_actors(write(f"actor_id,kind,label_fr,country,role,from,public_office\n{row}\n"), words)
    found = find_clashes([file], names.shipped, (role.key for role in names.roles if role.single))
    assert any(message in clash.message for clash in found), found
    assert {clash.line for clash in found} == {2}


def test_who_follows_in_an_office_does_not_clash(write, words, names):
    rows = "a,person,Ana Ruiz,DE,chancellor,2031,2033-05,yes\nb,person,Bo Li,DE,chancellor,2033-05,2034,yes\n"
    file = read_actors(write("actor_id,kind,label_fr,country,role,from,to,public_office\n" + rows), words)
    found = find_clashes([file], names.shipped, ["chancellor"])
    assert not [clash for clash in found if "a and b" in clash.message or "b and a" in clash.message]


FTM = [
    {
        "id": "p1",
        "schema": "Person",
        "properties": {
            "name": ["Ana Ruiz"],
            "alias": ["Ана Руис", "A. Ruiz"],
            "nationality": ["li"],
            "gender": ["female"],
            "wikidataId": ["Q42"],
        },
    },
    {"id": "p2", "schema": "Person", "properties": {"name": ["Luc Petit"]}},
    {"id": "o1", "schema": "Position", "properties": {"name": ["Ministre des Affaires étrangères"], "country": ["li"]}},
    {
        "id": "h1",
        "schema": "Occupancy",
        "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2031-05-02"], "endDate": ["2033-01"]},
    },
]


def test_follow_the_money():
    rows = list(from_follow_the_money(json.dumps(entity) for entity in FTM))
    assert rows == [
        {
            "actor_id": "ana-ruiz",
            "kind": "person",
            "label_fr": "Ana Ruiz",
            "aliases": "A. Ruiz",
            "wikidata": "Q42",
            "country": "LI",
            "gender": "f",
            "public_office": "yes",
            "role": "Ministre des Affaires étrangères",
            "from": "2031-05-02",
            "to": "2033-01",
        }
    ]


def claim(item, since=None, until=None):
    qualifiers = {
        of: [{"datavalue": {"value": {"time": f"+{time}T00:00:00Z", "precision": precision}}}]
        for of, (time, precision) in (("P580", since or (None, 0)), ("P582", until or (None, 0)))
        if time
    }
    return {"mainsnak": {"datavalue": {"value": {"id": item}}}, "qualifiers": qualifiers, "rank": "normal"}


def test_wikidata():
    person = {
        "id": "Q42",
        "labels": {"fr": {"value": "Ana Ruiz"}, "en": {"value": "Anna Ruiz"}},
        "aliases": {"en": [{"value": "Ana Ruiz Gómez"}]},
        "claims": {
            "P21": [claim("Q6581072")],
            "P39": [claim("Q7", ("2031-05-02", 11), ("2033-01-00", 10)), claim("Q8", ("2033-00-00", 9))],
        },
    }
    position = {"id": "Q7", "labels": {"fr": {"value": "ministre des Affaires étrangères"}}}
    lines = ["[", json.dumps(person) + ",", json.dumps(position) + ",", json.dumps({"id": "Q9", "labels": {"fr": {"value": "Luc"}}}), "]"]
    rows = list(from_wikidata(lines))
    assert [(row["role"], row.get("from"), row.get("to")) for row in rows] == [
        ("ministre des Affaires étrangères", "2031-05-02", "2033-01"),
        ("Q8", "2033", None),
    ]
    assert rows[0]["aliases"] == "Anna Ruiz|Ana Ruiz Gómez"
    assert (rows[0]["wikidata"], rows[0]["gender"]) == ("Q42", "f")


@pytest.mark.parametrize("read", [from_follow_the_money, from_wikidata])
def test_a_line_that_is_no_json_is_named(read):
    with pytest.raises(TableError, match=r"dump\.json:2: "):
        list(read(["{}", "{"], "dump.json"))


def test_the_commands(write, tmp_path):
    source = write("\n".join(json.dumps(entity) for entity in FTM), "people.json")
    made = run("dict", "import", "--from", "ftm", source, "-o", tmp_path / "made.csv")
    assert (made.returncode, made.stderr.strip()) == (0, "1 offices")
    sound = run("dict", "check", tmp_path / "made.csv")
    assert (sound.returncode, sound.stdout, sound.stderr.strip()) == (0, "", "1 actors, 0 malformed rows, 0 clashes")
    wrong = write("actor_id,kind,label_fr\nAna,person,Ana\n", "wrong.csv")
    checked = run("dict", "check", wrong)
    assert checked.returncode == 2
    assert checked.stdout.startswith(f"{wrong}:2: malformed: ")
    read = run("read", "--actors", wrong, "-", stdin="Rien.", cwd=tmp_path)
    assert (read.returncode, f"{wrong}:2" in read.stderr) == (2, True)


@pytest.mark.slow
def test_read_knows_the_actors_of_the_user_and_of_the_project(write, tmp_path):
    own = write("actor_id,kind,label_fr,acronyms\npont,organisation,Collectif du pont,CDPX\n")
    write("actor_id,kind,label_fr\nquai,organisation,Amicale du quai vert\n", "greffier.actors.csv")
    text = "Le Collectif du pont a saisi le tribunal jeudi. L'Amicale du quai vert a refusé de répondre."
    done = run("read", "--parser", "none", "--actors", own, "-", stdin=text, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "actors of this project: greffier.actors.csv" in done.stderr
    identities = {entity["identity"] for entity in json.loads(done.stdout)["entities"]}
    assert {"org:pont", "org:quai"} <= identities
