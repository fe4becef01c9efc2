"""The day of publication where nobody told it: an interval or a set, with its evidence, never a silent day."""

from __future__ import annotations

import msgspec
import pytest

from greffier.article.times import find_times
from greffier.article.times.address import days_in_address
from greffier.article.times.published import from_edtf, stretches_of
from greffier.lang import load_packs
from greffier.lang.name_rows import Group, NameRows, Office, Person
from greffier.lang.names import NameTables
from greffier.records import (
    DateBasis,
    Document,
    Entity,
    EntityKind,
    Given,
    Mention,
    MentionKind,
    Mentions,
    Origin,
    Published,
    Trace,
)

DEFENCE = next(role.key for role in load_packs()["fr"].names.roles if "ministre de la Défense" in role.masculine)


class Pack:
    """The French pack with a dictionary of our own: invented people, invented offices."""

    def __init__(self):
        self.times = load_packs()["fr"].times
        rows = NameRows(
            persons=(
                Person(key="anna-varela", name="Anna Varela"),
                Person(key="jon-harun", name="Jon Harun"),
                Person(key="bel-harun", name="Bel Harun"),
            ),
            offices=(
                Office(person="anna-varela", role="president", since="2009-03-01", until="2013-03-01"),
                Office(person="anna-varela", role="president", since="2018-05-01", until="2022-05-01"),
                Office(person="jon-harun", role="group-leader", organisation="front-bleu", since="2010", until="2014"),
                Office(person="bel-harun", role="group-leader", organisation="front-bleu", since="2014", until="2019-10"),
                Office(person="ivan-orlov", role=DEFENCE, country="RU", since="2012-11-06", until="2018-05"),
            ),
            groups=(Group(key="front-bleu", name="Front bleu", since="2011-06"),),
        )
        shipped = load_packs()["fr"].names
        self.names = NameTables(shipped.folder)
        self.names.own = (rows,)


PACK = Pack()


def mentions_of(text, *named):
    """`named`: (words, identity); each naming passage of the words becomes a mention."""
    entities, mentions = [], []
    for number, (words, identity) in enumerate(named, 1):
        entities.append(Entity(id=f"e{number}", name=words, kind=EntityKind.PERSON, identity=identity))
        start = text.index(words)
        mentions.append(
            Mention(
                id=f"m{number}", start=start, end=start + len(words), quote=words, kind=MentionKind.NAME, entity=f"e{number}", rule="test"
            )
        )
    return Mentions(mentions=tuple(mentions), entities=tuple(entities))


def read(text, *named, uri="test:", published=None, retrieved=None, trace=None):
    document = Document(origin=Origin(uri=uri, format="text", retrieved=retrieved), given=Given(), text=text, segments=())
    told = published or Published()
    return find_times(document, (), mentions_of(text, *named), PACK, told, *([trace] if trace else []))


VARELA = ("Anna Varela", "actor:anna-varela")
DATED = "Le barrage a cédé mercredi 23 décembre, a annoncé la préfecture. Personne n'a été blessé mercredi."


def test_a_weekday_with_its_date_leaves_some_years():
    published = read(DATED).published
    assert published.basis is DateBasis.INFERRED
    assert published.edtf == (
        "[1992-12-23..1992-12-29,1998-12-23..1998-12-29,2009-12-23..2009-12-29,2015-12-23..2015-12-29,2020-12-23..2020-12-29,"
        "2026-12-23..2026-12-29]"
    )
    assert [span.quote for span in published.evidence] == ["mercredi 23 décembre"]


def test_an_office_and_a_date_meet_in_one_week():
    text = DATED + " La présidente Anna Varela s'est rendue sur place."
    times = read(text, VARELA)
    assert times.published.edtf == "[2009-12-23..2009-12-29,2020-12-23..2020-12-29]"
    later = read(text + " Le Front bleu avait soutenu les habitants.", VARELA, ("Front bleu", "group:front-bleu"))
    assert (later.published.edtf, later.published.earliest, later.published.latest) == ("2020-12-23/2020-12-29", "2020-12-23", "2020-12-29")
    assert [t.value for t in later.expressions] == ["2020-12-23", "2020-12-23"]
    assert all(text.isascii() or span.quote for span in later.published.evidence)


@pytest.mark.parametrize(
    "words",
    [
        "L'ancienne présidente Anna Varela a parlé.",
        "Anna Varela a parlé.",
        "Le maire Anna Varela a parlé.",
        "Anna Varela, présidente de la région, a parlé.",
        "Un président a vu Paul.",
        "Le président de la région Anna Varela a parlé.",
    ],
)
def test_no_office_no_bound(words):
    named = (VARELA,) if "Varela" in words else ()
    assert read(words, *named).published == Published()


@pytest.mark.parametrize(
    "words",
    [
        "Le ministre russe de la Défense, Ivan Orlov, a parlé.",
        "Le ministre de la Défense russe Ivan Orlov a parlé.",
        "Le ministre de la Défense de la Russie, Ivan Orlov, a parlé.",
        "Ivan Orlov, ministre de la Défense de la Fédération de Russie, a parlé.",
        "Le ministre de la Défense Ivan Orlov a parlé.",
    ],
)
def test_a_role_may_name_its_country(words):
    assert read(words, ("Ivan Orlov", "actor:ivan-orlov")).published.edtf == "2012-11-06/2018-07-01"


@pytest.mark.parametrize(
    "words", ["Le ministre turc de la Défense, Ivan Orlov, a parlé.", "Le ministre de la Défense du Mali Ivan Orlov a parlé."]
)
def test_another_country_is_another_office(words):
    assert read(words, ("Ivan Orlov", "actor:ivan-orlov")).published == Published()


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Ils suivent le chef du Front bleu, Harun.", "2010-01-01/2019-12-01"),
        ("Ils suivent (le chef du Front bleu) Harun.", "2010-01-01/2019-12-01"),
        ("Ils suivent le chef Harun.", None),
        ("Ils suivent le chef du parti, Harun.", None),
    ],
)
def test_a_surname_needs_the_organisation_beside_the_role(words, edtf):
    assert read(words, ("Harun", None)).published.edtf == edtf


def test_a_role_behind_the_name_counts():
    published = read("Anna Varela, présidente, a parlé.", VARELA).published
    assert (published.earliest, published.latest) == ("2009-03-01", "2022-06-01")
    assert stretches_of(published)[1] == from_edtf("2018-05-01..2022-06-01")


def test_what_is_past_bounds_from_below():
    published = read("La ville est assiégée depuis le 30 septembre 2015. Elle avait été prise en juin 2014.").published
    assert (published.edtf, published.earliest, published.latest) == ("2015-09-30/..", "2015-09-30", None)
    assert [span.quote for span in published.evidence] == ["le 30 septembre 2015"]


@pytest.mark.parametrize(
    "words",
    [
        "Il a promis la fin du charbon en 2025.",
        "Le sommet aura lieu en 2025.",
        "Il a signé un contrat pour 2025.",
        "Les Jeux de 2028 sont attendus.",
        "Il a parlé jeudi.",
    ],
)
def test_what_lies_ahead_bounds_nothing(words):
    assert read(words).published == Published()


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("https://journal.example/2016/10/28/titre.html", "2016-10-28"),
        ("fonds/2016-10-28_depeche.txt", "2016-10-28"),
        ("fonds/20161028.txt", "2016-10-28"),
        ("https://journal.example/2016/10/titre-17.html", "2016-10"),
        ("https://journal.example/article-123456789.html", None),
        ("fonds/2016-10-28_2017-01-03.txt", None),
        ("fonds/2016-13-45.txt", None),
    ],
)
def test_days_in_an_address(address, days):
    assert days_in_address(address) == (from_edtf(days) if days else None)


def test_an_address_is_inferred_and_what_the_page_tells_goes_before():
    times = read("Il a parlé vendredi.", uri="fonds/2016-10-28_depeche.txt")
    assert (times.published.edtf, times.published.basis, times.published.evidence) == ("2016-10-28", DateBasis.INFERRED, ())
    assert times.expressions[0].value == "2016-10-28"
    told = Published(edtf="2016-11-02", earliest="2016-11-02", latest="2016-11-02", basis=DateBasis.HTML)
    assert read("Il a parlé vendredi.", uri="fonds/2016-10-28_depeche.txt", published=told).published == told


def test_a_day_and_month_without_year_meets_the_rest():
    told = Published(edtf="XXXX-10-28", basis=DateBasis.TEXT)
    published = read("La présidente Anna Varela a visité vendredi 28 octobre un collège.", VARELA, published=told).published
    assert (published.edtf, published.basis) == ("2011-10-28", DateBasis.INFERRED)


def test_a_dateline_without_year_meets_the_rest():
    text = "BRUXELLES, 28 octobre (AFP) - La présidente Anna Varela a parlé. La ville est assiégée depuis le 3 mai 2020."
    published = read(text, VARELA).published
    assert published.edtf == "[2020-10-28,2021-10-28]"
    assert [span.quote for span in published.evidence] == ["28 octobre", "présidente Anna Varela", "le 3 mai 2020"]
    bounded = read("BRUXELLES, 28 octobre (AFP) - La ville est assiégée depuis le 3 mai 2020.").published
    assert (bounded.edtf, bounded.latest) == ("2020-05-03/..", None)
    alone = read("BRUXELLES, 28 octobre (AFP) - Le maire a parlé vendredi.")
    assert (alone.published.edtf, alone.published.earliest, alone.published.basis) == ("XXXX-10-28", None, DateBasis.INFERRED)
    assert [t.value for t in alone.expressions] == ["XXXX-10-28", "XXXX-WXX-5"]


def test_an_update_bounds_from_above():
    told = Published(latest="2016-05-02", basis=DateBasis.TEXT)
    published = read("La ville est assiégée depuis le 30 septembre 2015.", published=told).published
    assert (published.edtf, published.basis) == ("2015-09-30/2016-05-02", DateBasis.INFERRED)
    assert read("Le maire a parlé.", published=told).published == told


def test_the_day_of_retrieval_bounds_from_above():
    published = read("La ville est assiégée depuis le 30 septembre 2015.", retrieved="2016-03-01T10:00:00Z").published
    assert (published.earliest, published.latest) == ("2015-09-30", "2016-03-01")


def test_a_month_gives_what_it_can():
    told = Published(edtf="2017-01", earliest="2017-01-01", latest="2017-01-31", basis=DateBasis.TEXT)
    times = read("La ville avait été reprise en mars dernier. Il a parlé vendredi. Cette année, on votera.", published=told)
    assert [(t.value, t.earliest, t.latest) for t in times.expressions] == [
        ("2016-03", "2016-03-01", "2016-03-31"),
        ("XXXX-WXX-5", "2016-12-30", "2017-01-27"),
        ("2017", "2017-01-01", "2017-12-31"),
    ]


def test_a_day_learned_later_changes_values_alone():
    text = "Il a parlé vendredi. La veille, deux soldats avaient été tués. Il reviendra le 3 mars."
    unknown = read(text).expressions
    known = read(
        text, published=Published(edtf="2016-10-28", earliest="2016-10-28", latest="2016-10-28", basis=DateBasis.GIVEN)
    ).expressions
    assert [msgspec.structs.replace(t, value="", edtf=None, earliest=None, latest=None, anchor=None) for t in unknown] == [
        msgspec.structs.replace(t, value="", edtf=None, earliest=None, latest=None, anchor=None) for t in known
    ]
    assert [t.value for t in known] == ["2016-10-28", "2016-10-27", "2017-03-03"]
    assert [t.anchor for t in known] == ["published", "t1", "published"]
    assert [t.value for t in unknown] == ["XXXX-WXX-5", "XXXX-XX-XX", "XXXX-03-03"]


def test_the_reasons_are_in_the_trace():
    trace = Trace()
    read(DATED + " La présidente Anna Varela a parlé.", VARELA, trace=trace)
    told = {(v.noun, v.rule) for v in trace.verdicts}
    assert {("published", "weekday_date"), ("published", "office"), ("published", "inferred"), ("times", "day_month")} <= told
    reason = next(v.detail for v in trace.verdicts if v.rule == "inferred")
    assert "Anna Varela is présidente 2009-03-01 to 2013-04-01, 2018-05-01 to 2022-06-01" in reason
