"""Every row of the tables of cues works on its own example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from greffier.lang import load_packs
from greffier.text.inflection import Number, Tense

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from greffier.lang.statements import CueForm

TABLES = load_packs()["fr"].statements
LOCUTIONS = [row for rows in TABLES.locutions.values() for row in rows]
CARRIERS = [row for rows in TABLES.carriers.values() for row in rows]
NOUNS = list({row.noun: row for row in TABLES.nouns.values()}.values())


def words(sentence: str) -> list[str]:
    """Cut a sentence into words; «lit-on» gives both «lit-on» and «lit»."""
    found = re.findall(r"[\w-]+", sentence.lower().replace("s'", "s' "))
    return [part for word in found for part in {word, word.split("-")[0]}]


def readings(sentence: str, index: Mapping[str, tuple[CueForm, ...]]) -> Iterator[CueForm]:
    for word in words(sentence):
        yield from index.get(word, ())


@pytest.mark.parametrize("verb", TABLES.verbs.values(), ids=lambda verb: verb.lemma)
def test_the_form_of_a_verb_is_found_in_its_example(verb):
    assert any(reading.lemma == verb.lemma for reading in readings(verb.example, TABLES.forms))


@pytest.mark.parametrize("row", LOCUTIONS, ids=lambda row: row.lemma)
def test_a_locution_is_found_in_its_example(row):
    rest = re.sub(r"\bde$", "d(?:e|')", re.escape(row.rest).replace(r"\ ", " "))
    assert any(reading.lemma == row.head for reading in readings(row.example, TABLES.heads))
    assert re.search(rest, row.example)


@pytest.mark.parametrize("row", CARRIERS, ids=lambda row: f"{row.lemma} {row.link}")
def test_a_carrier_is_found_before_a_cue(row):
    assert any(reading.lemma == row.lemma for reading in readings(row.example, TABLES.heads))
    assert any(reading.tense is Tense.INFINITIVE for reading in readings(row.example, TABLES.forms))


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row.noun)
def test_a_noun_of_saying_is_found_in_its_example(row):
    assert re.search(rf"\b(?:{row.noun}|{row.plural})\b", row.example.lower())


@pytest.mark.parametrize("row", TABLES.prepositions, ids=lambda row: row.words)
def test_a_preposition_is_found_in_its_example(row):
    assert row.words in row.example.lower()
    assert row.takes in {"np", "de", "adjective", "none"}


def test_there_are_enough_verbs_and_locutions():
    assert len(TABLES.verbs) + len(LOCUTIONS) >= 350


def test_homographs_are_finite_forms_of_cues():
    finite = {form for form, found in TABLES.forms.items() if any(reading.person for reading in found)}
    assert finite >= TABLES.homographs


def test_no_speaker_stands_twice():
    from collections import Counter

    from greffier.lang.loader import read_table
    from greffier.lang.statements import SpeakerNoun

    rows = read_table(load_packs()["fr"].folder / "statements" / "speakers.tsv", SpeakerNoun)
    assert [noun for noun, times in Counter(row.noun for row in rows).items() if times > 1] == []


def test_stops_name_prepositions_of_the_table():
    assert {after for found in TABLES.stops.values() for after in found} <= {row.words for row in TABLES.prepositions}


def test_forms_of_speakers_are_lower_case_and_known_in_both_numbers():
    assert TABLES.speakers["porte-parole"].noun == "porte-parole"
    assert TABLES.speakers["sénatrices"].noun == "sénateur"
    assert TABLES.speakers["hauts responsables"].anonymous
    assert all(form == form.lower() for form in TABLES.speakers)


def test_the_act_of_a_verb_depends_on_its_complement():
    asking = TABLES.verbs["demander"]
    assert {complement: asking.act_with(complement).value for complement in asking.complements} == {
        "si": "ask", "que": "urge", "de_inf": "urge", "quote": "ask", "colon": "ask", "np": "urge", "a_inf": "urge", "object": "urge",
    }  # fmt: skip


# Known-good forms across the models, from a grammar's tables: lemma, tense, person, number, form.
KNOWN = """
annoncer past 3 singular annonça|annonçait
annoncer past 3 plural annoncèrent|annonçaient
annoncer present 1 plural annonçons
juger past 3 singular jugea|jugeait
juger past 3 plural jugèrent|jugeaient
juger gerund 0 - jugeant
rappeler present 3 singular rappelle
rappeler present 3 plural rappellent
rappeler present 1 plural rappelons
rappeler past 3 singular rappela|rappelait
rappeler future 3 singular rappellera
rejeter present 3 singular rejette
rejeter past 3 singular rejeta|rejetait
interpeller present 3 singular interpelle
marteler present 3 singular martèle
marteler future 3 plural martèleront
relever present 3 singular relève
relever past 3 singular releva|relevait
révéler present 3 singular révèle
révéler past 3 singular révéla|révélait
révéler gerund 0 - révélant
concéder present 3 plural concèdent
alléguer present 3 singular allègue
alléguer past 3 singular allégua|alléguait
répéter present 3 singular répète
suggérer present 3 singular suggère
considérer present 3 plural considèrent
s'inquiéter present 3 singular inquiète
célébrer present 3 singular célèbre
balayer present 3 singular balaie|balaye
maugréer present 3 singular maugrée
s'écrier past 3 plural écrièrent|écriaient
avertir present 3 singular avertit
avertir present 3 plural avertissent
avertir past 3 singular avertit|avertissait
avertir past 3 plural avertirent|avertissaient
avertir gerund 0 - avertissant
réagir future 3 singular réagira
démentir present 3 singular dément
démentir present 3 plural démentent
démentir past 3 singular démentit|démentait
démentir gerund 0 - démentant
soutenir present 3 singular soutient
soutenir present 3 plural soutiennent
soutenir past 3 singular soutint|soutenait
soutenir past 3 plural soutinrent|soutenaient
soutenir future 3 singular soutiendra
soutenir conditional 3 singular soutiendrait
soutenir subjunctive 3 singular soutienne
prévenir present 3 singular prévient
convenir present 3 plural conviennent
dire present 3 plural disent
dire past 3 singular dit|disait
dire past 3 plural dirent|disaient
dire future 3 plural diront
dire conditional 3 plural diraient
dire subjunctive 3 singular dise
dire gerund 0 - disant
prédire past 3 singular prédit|prédisait
interdire present 3 plural interdisent
écrire present 3 plural écrivent
écrire past 3 singular écrivit|écrivait
décrire present 3 singular décrit
prescrire gerund 0 - prescrivant
lire past 3 singular lut|lisait
sourire past 3 plural sourirent|souriaient
répondre present 3 singular répond
répondre past 3 singular répondit|répondait
répondre future 3 singular répondra
prétendre present 3 plural prétendent
défendre gerund 0 - défendant
reprendre present 3 plural reprennent
reprendre past 3 singular reprit|reprenait
apprendre subjunctive 3 singular apprenne
admettre present 3 singular admet
admettre past 3 plural admirent|admettaient
promettre conditional 3 singular promettrait
reconnaître present 3 singular reconnaît|reconnait
reconnaître present 3 plural reconnaissent
reconnaître past 3 singular reconnut|reconnaissait
reconnaître future 3 singular reconnaîtra|reconnaitra
craindre present 3 plural craignent
craindre past 3 singular craignit|craignait
se plaindre gerund 0 - plaignant
enjoindre present 3 singular enjoint
enjoindre past 3 singular enjoignit|enjoignait
conclure present 3 singular conclut
conclure past 3 plural conclurent|concluaient
exclure future 3 singular exclura
poursuivre present 3 singular poursuit
poursuivre past 3 singular poursuivit|poursuivait
croire present 3 plural croient
croire past 3 singular crut|croyait
croire gerund 0 - croyant
prévoir present 3 plural prévoient
prévoir future 3 singular prévoira
vouloir present 3 singular veut
vouloir past 3 singular voulut|voulait
vouloir conditional 3 singular voudrait
requérir present 3 singular requiert
requérir past 3 singular requit|requérait
s'émouvoir present 3 plural émeuvent
bénir present 3 singular bénit
se souvenir past 3 singular souvint|souvenait
exiger past 3 singular exigea|exigeait
protester past 3 plural protestèrent|protestaient
nier present 3 plural nient
nier past 3 singular nia|niait
saluer present 3 singular salue
"""


@pytest.mark.parametrize("line", KNOWN.strip().splitlines())
def test_known_forms_are_made_and_no_others_beside_them(line):
    lemma, rest = re.match(r"((?:se )?\S+) (.*)", line).groups()
    tense, person, number, expected = rest.split()
    made = {
        form
        for form, found in [*TABLES.forms.items(), *TABLES.heads.items()]
        for reading in found
        if (reading.lemma, reading.tense, str(reading.person), reading.number or "-") == (lemma, tense, person, number)
    }
    assert made == set(expected.split("|"))


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("dire", "dit dite dits dites"),
        ("admettre", "admis admise admis admises"),
        ("nier", "nié niée niés niées"),
        ("reconnaître", "reconnu reconnue reconnus reconnues"),
        ("craindre", "craint crainte craints craintes"),
        ("conclure", "conclu conclue conclus conclues"),
        ("soutenir", "soutenu soutenue soutenus soutenues"),
        ("requérir", "requis requise requis requises"),
    ],
)
def test_participles_agree(lemma, expected):
    order = [(Number.SINGULAR, False), (Number.SINGULAR, True), (Number.PLURAL, False), (Number.PLURAL, True)]
    made = {
        (reading.number, reading.feminine): form
        for form, found in TABLES.forms.items()
        for reading in found
        if reading.lemma == lemma and reading.tense is Tense.PARTICIPLE
    }
    assert [made[place] for place in order] == expected.split()
