"""Attributes of statements whose pieces are given: act, attestation, negation."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.article.statements.attributes import Scene, attributes_of, same_as
from tests.support.announcements import announce
from tests.support.marked import read_cases, read_marked

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", read_cases(CASES, "attributes_*.txt"))
def test_act_attestation_negation(case, pack):
    told = attributes_of(announce(case, pack.statements), pack.statements, Scene())
    expected = set(case.of("cue")[0].value.split("+")) - {"under_past"}
    found = {told.act.value} | ({"hearsay"} if told.attestation == "hearsay" else set()) | ({"negated"} if told.negated else set())
    assert found == expected


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


SAID = [
    "{source:La maire} {cue:a déclaré} {said:mardi} {content:que le pont rouvrirait jeudi}.",
    "« {content:Le pont rouvrira jeudi} », {cue:a déclaré}, {said:mardi 3 mai}, {source:la maire}.",
    "{said:Mardi}, {source:la maire} {cue:a déclaré} {content:que le pont rouvrirait}.",
    "« {content:Le pont rouvrira} », {cue:a déclaré} {source:la maire} {said:mardi} lors d'une visite.",
    "{cue:Selon} {source:la maire}, interrogée {said:mardi}, {content:le pont rouvrira}.",
    "{content:Le pont ferme mardi}, {cue:a déclaré} {source:la maire}.",
    "« {content:Le pont ferme} », {cue:a déclaré} {source:la maire}, qui avait inauguré l'ouvrage lundi.",
    "« {content:Le pont ferme} », {cue:a déclaré} {source:la maire}. Mardi, il pleuvait.",
    "{source:La maire} {cue:a demandé} pour mardi {content:que le pont soit fermé}.",
    "{source:La maire} {cue:a commenté} {content:l'accord}, conclu « mardi ».",
    "{source:La maire}, élue mardi, {cue:a déclaré} {content:que le pont rouvrirait}.",
    "{source:La maire}, {said:mardi}, {cue:a déclaré} {content:que le pont rouvrirait}.",
    "{source:L'association} des riverains fondée en mars mardi {cue:a déclaré} {content:que le pont rouvrirait}.",
    "Quand la route fut coupée mardi, {source:la maire} {cue:a déclaré} {content:que le pont rouvrirait}.",
    "« {content:Il ferme} », {cue:a dit} {source:la maire, cheffe de file d'une liste de la vallée du haut Doubs}, {said:mardi 3 mai}.",
]


@pytest.mark.parametrize("line", SAID)
def test_the_time_that_dates_the_saying(line, pack):
    import re

    from greffier.records import TimeExpression, TimeType

    case = read_marked(line)
    times = [
        TimeExpression(id=f"t{n}", start=m.start(), end=m.end(), quote=m.group(), type=TimeType.DATE, value="XXXX-WXX-2", rule="test")
        for n, m in enumerate(re.finditer(r"mardi 3 mai|mardi|jeudi|lundi", case.text, re.IGNORECASE), 1)
    ]
    said = attributes_of(announce(case, pack.statements), pack.statements, Scene(times=times)).said
    found = [time.quote for time in times if time.id == said]
    assert found == [mark.quote for mark in case.of("said")]


SETTING = [
    "{source:La maire} {cue:a exhorté} {to=person:Anna Muri} {content:à rouvrir le pont}.",
    "{source:La maire} {cue:a dit} à {to=person:Anna Muri} {content:que le pont rouvrirait}.",
    "{source:La maire} {cue:accuse} {to=organisation:la Sotrab} {content:d'avoir menti}.",
    "« {content:Le pont rouvrira} », {cue:a déclaré} {source:la maire} devant le {to=organisation:Sénat}.",
    "« {content:Le pont rouvrira} », {cue:a confié} {source:la maire} au {to=medium:Clairon}.",
    "« {content:Le pont rouvrira} », {cue:a déclaré} {source:la maire} à {at=place:Morteau}.",
    "{cue:Selon} {source:la maire}, {content:le pont de {about=place:Morteau} rouvrira}.",
    "« {content:Le pont rouvrira} », {cue:a averti} {source=person:Anna Muri}.",
    "{source:La maire} {cue:a dit} à {x=person:Anna Muri} et à {x=person:Luc Odier} {content:que le pont rouvrirait}.",
    "{source:La maire} {cue:a reproché} à l'{to=country:Allemagne} {content:d'avoir menti}.",
    "{source:La maire} {cue:demande} à {to=country:Berlin} {content:de rouvrir le pont}.",
    "{source:La maire} {cue:accuse} {to=place:Bruxelles} {content:de mentir}.",
    "{source:La maire} {cue:a déclaré} à {x=country:Berlin} {content:que le pont rouvrirait}.",
    "{source:L'association} des riverains de {x=place:Morteau} {cue:déclare} {content:que le pont rouvrira}.",
    "{source:La maire} {cue:a dit} {content:que {about=person:Anna Muri} avait écrit à {x=person:Luc Odier}}.",
]


@pytest.mark.parametrize("line", SETTING)
def test_addressee_place_and_topic(line, pack):
    from greffier.records import Entity, EntityKind, Mention, MentionKind

    case = read_marked(line)
    marks = [mark for mark in case.marks if mark.label in {"to", "at", "about", "x"}]
    mentions = [
        Mention(id=f"m{n}", start=m.start, end=m.end, quote=m.quote, kind=MentionKind.NAME, entity=f"e{n}", rule="test")
        for n, m in enumerate(marks)
    ]
    entities = {f"e{n}": Entity(id=f"e{n}", name=m.quote, kind=EntityKind(m.value)) for n, m in enumerate(marks)}
    told = attributes_of(announce(case, pack.statements), pack.statements, Scene(mentions=mentions, entities=entities))
    assert (
        [entities[told.addressee].name] * (told.addressee is not None) == [m.quote for m in case.of("to")]
        if told.addressee
        else not case.of("to")
    )
    assert (told.place and entities[told.place].name) == next((m.quote for m in case.of("at")), None)
    if case.text.count("que Anna"):
        assert [entities[e].name for e in told.about] == [m.quote for m in case.of("about")]


def test_the_same_words_told_twice_are_seen_whatever_their_marks():
    text = '"Le pont rouvrira en juin"\n« Le pont\u202frouvrira en juin », dit la maire. « Oui », dit-il. « Oui », dit-elle.'
    text += " Le pont rouvrira en juin"
    places = [place(text, '"Le pont rouvrira en juin"'), (text.index("« Le") + 2, text.index(" », dit la")), place(text, "Oui")]
    places += [(text.rindex("Oui"), text.rindex("Oui") + 3), (text.rindex("Le pont"), len(text))]
    assert same_as(text, [(p,) for p in places]) == (None, 0, None, None, 0)


def test_a_teaser_that_breaks_off_is_the_statement_that_it_begins():
    text = "Le pont de la vieille ville rouvrira au printemps après deux ans.\nLe pont de la vieille ville rouvrira au printemps..."
    first, second = text.split("\n")
    assert same_as(text, [((0, len(first)),), ((len(first) + 1, len(text)),)]) == (None, 0)
    assert len(second) < len(first)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Le conseiller suggère que la séance soit reportée.", "urge"),
        ("Le médecin suggère que le roi est malade.", "state"),
        ("La Suisse propose que les deux camps forment un comité.", "urge"),
    ],
)
def test_the_mood_of_the_clause_tells_urging_from_stating(text, act, read_text):
    (statement,) = read_text(text, language="fr").statements
    assert statement.act == act
