from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.documents import clean
from greffier.article.metadata import read_metadata
from greffier.article.metadata.bylines import persons_in
from greffier.article.metadata.dates import read_day
from greffier.article.metadata.titles import trim_site
from greffier.lang import load_packs
from greffier.records import DateBasis, Given, Metadata, Origin, Problem, ProblemCode, RawDocument
from greffier.text.keys import key
from tests.support.marked import Case, read_cases
from tests.support.shared import SHARED, needs_gold

PACK = load_packs()["fr"]


def read(text: str, **given: object) -> tuple[Metadata, tuple[Problem, ...]]:
    raw = RawDocument(origin=Origin(uri="test:", format="text"), content=text, given=Given(**given))
    return read_metadata(clean(raw, PACK.documents), PACK.metadata)


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases"))
def test_cases(case: Case):
    """Marks: `title`, `byline`, `agency=NAME`, `published=EDTF` with its evidence, `publisher`; what is not marked is not found."""
    metadata, _ = read(case.text)
    titles = [(m.start, m.end) for m in case.of("title")]
    title = metadata.title
    assert ([(title.start, title.end)] if title else []) == titles
    assert metadata.bylines == tuple(dict.fromkeys(m.quote for m in case.of("byline")))
    assert metadata.agencies == tuple(dict.fromkeys(m.value or m.quote for m in case.of("agency")))
    assert metadata.publisher == next((m.quote for m in case.of("publisher")), None)
    days = case.of("published")
    assert metadata.published.edtf == (days[0].value if days else None)
    assert [(s.start, s.end) for s in metadata.published.evidence] == [(m.start, m.end) for m in (*days[:1], *case.of("update"))]
    assert metadata.published.basis is (DateBasis.TEXT if days or case.of("update") else DateBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2016-02-14", "2016-02-14"),
        ("2016-02-14T10:20:00+01:00", "2016-02-14"),
        ("2016-02-14 10:20:00", "2016-02-14"),
        ("20160214", "2016-02-14"),
        ("20160214T102000Z", "2016-02-14"),
        ("1455441600", "2016-02-14"),
        ("1455441600000", "2016-02-14"),
        ("14/02/2016", "2016-02-14"),
        ("14/02/2016 à 10h20", "2016-02-14"),
        ("14.2.2016", "2016-02-14"),
        ("02/14/2016", "2016-02-14"),
        ("14/02/16", "2016-02-14"),
        ("Sun, 14 Feb 2016 10:20:00 +0100", "2016-02-14"),
        ("Dimanche 14 février 2016", "2016-02-14"),
        ("le 14 février 2016 à 10:20", "2016-02-14"),
        ("1er août 2014", "2014-08-01"),
        ("14 févr. 2016", "2016-02-14"),
        ("février 2016", "2016-02"),
        ("2016-02", "2016-02"),
        ("2016", "2016"),
        ("2016-02~", "2016-02~"),
        ("2016-02/2016-03", "2016-02/2016-03"),
    ],
)
def test_days_are_read_however_they_are_written(words, edtf):
    day = read_day(words, PACK.metadata)
    assert day
    assert day.edtf == edtf
    assert day.earliest <= day.latest


@pytest.mark.parametrize(
    "words", ["", "hier", "2016-02-31", "31/02/2016", "0000-00-00", "99/99/9999", "un jour", "2016-03/2016-02", "14 brumaire 2016"]
)
def test_what_is_no_day_is_not_read(words):
    assert read_day(words, PACK.metadata) is None


def test_a_told_day_goes_before_a_printed_one():
    metadata, problems = read("Publié le 14/02/2016\nLa crue menace la ville de Saintes depuis lundi.", published="2016-02-15")
    assert (metadata.published.edtf, metadata.published.basis) == ("2016-02-15", DateBasis.GIVEN)
    assert not problems


def test_a_told_month_has_its_days():
    published = read("La crue menace la ville de Saintes depuis lundi.", published="2016-02")[0].published
    assert (published.earliest, published.latest) == ("2016-02-01", "2016-02-29")


def test_an_unreadable_told_day_is_a_problem_and_the_text_is_asked():
    metadata, problems = read("Publié le 14/02/2016\nLa crue menace la ville de Saintes depuis lundi.", published="31/31/2016")
    assert (metadata.published.edtf, metadata.published.basis) == ("2016-02-14", DateBasis.TEXT)
    assert [p.code for p in problems] == [ProblemCode.DATE_UNREADABLE]


def test_an_update_alone_is_only_an_upper_bound():
    published = read("Mis à jour le 14/02/2016 à 10h20\nLa crue menace la ville de Saintes depuis lundi.")[0].published
    assert (published.edtf, published.earliest, published.latest) == (None, None, "2016-02-14")


def test_a_told_title_is_found_at_its_place():
    text = "La crue menace la ville de Saintes\n\nLe fleuve a débordé lundi soir sur les quais."
    title = read(text, title="La crue menace la ville de Saintes | Le Phare")[0].title
    assert (title.start, title.end) == (0, 34)


def test_a_told_title_that_the_text_lacks_is_given():
    title = read("Le fleuve a débordé lundi soir sur les quais de la ville.", title="La crue menace Saintes")[0].title
    assert title.given == "La crue menace Saintes"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Par Jeanne Lavigne", ["Jeanne Lavigne"]),
        ("PAR JEANNE LAVIGNE", ["JEANNE LAVIGNE"]),
        ("Auteur Anna Kubík", ["Anna Kubík"]),
        ("Auteur : Jeanne Lavigne", ["Jeanne Lavigne"]),
        ("Jeanne Lavigne et Paul Ortis", ["Jeanne Lavigne", "Paul Ortis"]),
        ("Jeanne Lavigne, Paul Ortis et Luc Arnal", ["Jeanne Lavigne", "Paul Ortis", "Luc Arnal"]),
        ("Jeanne Lavigne (avec Paul Ortis et Luc Arnal)", ["Jeanne Lavigne", "Paul Ortis", "Luc Arnal"]),
        ("Jeanne Lavigne (à Dakar)", ["Jeanne Lavigne"]),
        ("Par Jeanne Lavigne, envoyée spéciale à Kiev", ["Jeanne Lavigne"]),
        ("De notre correspondant à Moscou, Paul Ortis", ["Paul Ortis"]),
        ("De notre correspondante à Rome Jeanne Lavigne", []),
        ("Propos recueillis par Jeanne Lavigne", ["Jeanne Lavigne"]),
        ("Jeanne Lavigne avec AFP", ["Jeanne Lavigne"]),
        ("Le Phare avec AFP", []),
        ("Par Jeanne Lavigne Publié le 14/02/2016 à 10h20", ["Jeanne Lavigne"]),
        ("Prisma Média; Marie Lavigne", ["Marie Lavigne"]),
        ("L'Opinion", []),
        ("Deutsche Welle", []),
        ("AFP", []),
        ("Agence France-Presse", []),
        ("La rédaction", []),
        ("Rédaction web", []),
        ("https://www.facebook.com/jeanne.lavigne", []),
        ("jlavigne@phare.example", []),
        ("Jeanne de la Tour", ["Jeanne de la Tour"]),
        ("Jean-Marc N'Diaye", ["Jean-Marc N'Diaye"]),
        ("Samy Ben Amor - correspondant à Tunis", ["Samy Ben Amor"]),
        ("admin", []),
        ("Par Jeanne Lavigne @jlavigne", ["Jeanne Lavigne"]),
    ],
)
def test_bylines_name_people_only(byline, names):
    assert list(persons_in(byline, PACK.metadata)) == names
    assert list(persons_in(byline.replace("'", "’").replace(" ", "\u00a0"), PACK.metadata)) == names


@pytest.mark.parametrize(
    ("title", "trimmed"),
    [
        ("La crue menace la ville | La Presse de Tunisie", "La crue menace la ville"),
        ("La crue menace la ville - Gala", "La crue menace la ville"),
        ("La crue menace la ville | DW | 23.05.2011", "La crue menace la ville"),
        ("La crue menace la ville - Le Phare", "La crue menace la ville"),
        ("La crue menace la ville – Politique - Le Monde", "La crue menace la ville – Politique"),
        ("Russie - Ukraine : le gaz coule", "Russie - Ukraine : le gaz coule"),
        ("Le fleuve monte - Une nuit de veille", "Le fleuve monte - Une nuit de veille"),
        ("Élections : ce que disent les sondages", "Élections : ce que disent les sondages"),
        ("Crue", "Crue"),
    ],
)
def test_the_site_goes_from_the_end_of_a_title(title, trimmed):
    assert trim_site(title, frozenset({"le phare"}), PACK.metadata) == trimmed


def test_every_row_of_the_tables_works():
    tables = PACK.metadata
    for name in dict.fromkeys(tables.agencies.values()):
        assert read(f"Le fleuve a débordé lundi soir sur les quais.\nAvec {name}")[0].agencies in {(name,), ()}, name
    for form, name in tables.outlets.items():
        assert trim_site(f"La crue menace la ville - {name}", frozenset(), tables) == "La crue menace la ville"
        assert not list(persons_in(name, tables)), form
    for month, number in tables.months.items():
        assert read_day(f"14 {month} 2016", tables).latest.month == number
    for prefix in tables.prefixes:
        assert list(persons_in(f"{prefix.capitalize()} : Jeanne Lavigne", tables)) == ["Jeanne Lavigne"], prefix
    for role in tables.roles:
        assert list(persons_in(f"Jeanne Lavigne, {role} Dakar", tables)) == ["Jeanne Lavigne"], role
    for word in tables.nobody:
        assert not list(persons_in(f"Jeanne {word.capitalize()}", tables)), word


@pytest.mark.parametrize(
    ("text", "given", "language", "codes"),
    [
        ("Le fleuve a débordé lundi soir sur les quais de la ville.", {}, "fr", []),
        ("The river burst its banks on Monday evening, the mayor said in a statement.", {}, "en", [ProblemCode.FOREIGN_LANGUAGE]),
        ("El río se desbordó el lunes por la noche, según ha declarado el alcalde de la ciudad.", {}, "es", [ProblemCode.FOREIGN_LANGUAGE]),
        ("Il a plu.", {}, "fr", [ProblemCode.LANGUAGE_UNKNOWN]),
        ("Ouagadougou", {"language": "fr-BF"}, "fr", [ProblemCode.LANGUAGE_UNKNOWN]),
        ("Moscou dément.", {}, "fr", [ProblemCode.LANGUAGE_UNKNOWN]),
        ("2016", {}, None, [ProblemCode.LANGUAGE_UNKNOWN]),
        ("", {}, None, [ProblemCode.LANGUAGE_UNKNOWN]),
    ],
)
def test_language(text, given, language, codes):
    metadata, problems = read(text, **given)
    assert metadata.language == language
    assert [p.code for p in problems] == codes


@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_metadata(text, told, name):
    metadata, _ = read(text, published=told, title=name, bylines=(name,))
    assert metadata.title is None or key(metadata.title.words) or metadata.title.words


@given(st.from_regex(r"[0-9]{1,4}[-/. ]?[0-9]{0,2}[-/. ]?[0-9]{0,4}(T[0-9:]*)?", fullmatch=True))
def test_any_digits_are_a_day_or_none(words):
    day = read_day(words, PACK.metadata)
    assert day is None or day.earliest <= day.latest


@needs_gold
def test_metadata_of_the_development_articles():
    for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        found, wanted = read(gold["text"])[0], gold["metadata"]
        assert (found.title.words if found.title else None) == (wanted["title"] and wanted["title"]["quote"])
        assert (list(found.agencies), list(found.bylines), found.publisher) == (wanted["agencies"], wanted["bylines"], wanted["publisher"])
        assert found.published.edtf == wanted["published"]["edtf"]
        assert found.language == wanted["language"]
