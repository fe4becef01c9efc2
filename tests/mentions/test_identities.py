"""Who in the world is meant: only what the tables know, and only beyond doubt."""

from __future__ import annotations

import pytest


def identities(article):
    return {e.name: e.identity for e in article.entities}


def test_a_full_name_of_the_tables_has_its_identity_state_and_sector_of_the_day(read_text):
    article = read_text("Sergueï Choïgou a présidé la réunion.", language="fr", published="2016-05-04")
    (entity,) = article.entities
    assert (entity.identity, entity.country, entity.sector) == ("actor:serguei-choigou", "RU", "MIL")


def test_another_romanisation_is_the_same_person(read_text):
    article = read_text("La Russie attend. Sergueï Choïgou a parlé. Plus tard, Sergei Shoigu s'est tu.", language="fr")
    assert identities(article) == {"Russie": "country:RU", "Sergueï Choïgou": "actor:serguei-choigou"}


@pytest.mark.parametrize(
    "text",
    [
        "Sergueï Lavrov, 34 ans, a été blessé dans un accident.",
        "Le ministre chilien Sergueï Lavrov a parlé.",
        "M. Lavrov a gagné la course.",
    ],
    ids=["an age", "another state", "a surname without a witness"],
)
def test_a_namesake_stays_a_person_of_the_article(read_text, text):
    article = read_text(text, language="fr", published="2016-05-04")
    assert [e.identity for e in article.entities if e.kind == "person"] == [None]


def test_a_surname_needs_a_state_and_a_day(read_text):
    text = "La Russie attend. M. Lavrov a parlé."
    assert identities(read_text(text, language="fr", published="2016-05-04"))["Lavrov"] == "actor:serguei-lavrov"
    assert identities(read_text(text, language="fr"))["Lavrov"] is None


@pytest.mark.parametrize(
    ("published", "identity"), [("2010-03-01", "actor:dmitri-medvedev"), ("2016-03-01", "actor:vladimir-poutine"), (None, None)]
)
def test_an_office_means_its_holder_on_the_day(read_text, published, identity):
    given = {"published": published} if published else {}
    article = read_text("Le président russe est arrivé hier.", language="fr", **given)
    assert identities(article) == {"président russe": identity}


def test_a_former_holder_is_not_the_holder(read_text):
    article = read_text("L'ancien président russe est arrivé hier.", language="fr", published="2016-03-01")
    assert set(identities(article).values()) == {None}


def test_a_town_lies_where_the_words_behind_it_say(read_text):
    assert identities(read_text("Il est né à Tripoli.", language="fr"))["Tripoli"] == "place:geonames:2210247"
    assert identities(read_text("Il est né à Tripoli, au Liban.", language="fr"))["Tripoli"] == "place:geonames:266826"


def test_an_office_of_the_tables_is_known_without_an_apposition(read_text):
    article = read_text("Sergueï Lavrov est à Rome. Le ministre russe a refusé.", language="fr", published="2019-03-14")
    (role,) = [m for m in article.mentions if m.kind == "role"]
    assert {e.id: e.identity for e in article.entities}[role.entity] == "actor:serguei-lavrov"


def test_rows_of_the_user_go_before_the_shipped_ones(pack):
    from greffier.lang.lexicon import Lexicon
    from greffier.lang.names import NameRows, Organisation, Person

    own = NameRows(organisations=(Organisation(key="mine", name="Russie"),), persons=(Person(key="me", name="Vladimir Poutine"),))
    first = [Lexicon((own, pack.names.shipped)).phrases.get(words)[0] for words in ("Russie", "Vladimir Poutine")]
    assert [(entry.identity, entry.own) for entry in first] == [("org:mine", True), ("actor:me", True)]


def test_a_common_surname_needs_a_witness(read_text):
    article = read_text("Jean Martin et Paul Martin jouent au club de Commercy.", language="fr")
    assert not [entity.identity for entity in article.entities if entity.kind.value == "person" and entity.identity]


def test_a_department_tells_which_town_is_meant(read_text):
    article = read_text("Il a gagné à Vienne, en Isère.", language="fr")
    assert "place:geonames:2761369" not in {entity.identity for entity in article.entities}
