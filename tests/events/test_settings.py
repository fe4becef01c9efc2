"""Where and when an event is, and in what office an actor was on the day."""

from __future__ import annotations

import pytest


def only(article, kind: str):
    return next(e for e in article.events if e.type.value == kind)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("La Norvège et la Suède ont signé un accord à Vienne.", "SUPPORT", "Vienne"),
        ("L'armée soudanaise a repris la ville de Wad Madani.", "COERCE", "Wad Madani"),
        ("L'Ukraine a frappé un dépôt dans la région de Briansk.", "ASSAULT", "Briansk"),
        ("La Suède a livré des obus à l'Ukraine.", "AID", None),
        ("Le Canada et l'Italie ont condamné Moscou.", "ACCUSE", None),
    ],
)
def test_place(text, kind, place, read_text):
    article = read_text(text)
    names = {e.id: e.name for e in article.entities}
    assert names.get(only(article, kind).where) == place


@pytest.mark.parametrize(
    ("text", "kind", "time"),
    [
        ("Le Kenya a expulsé mardi trois diplomates somaliens.", "SANCTION", "mardi"),
        ("Le Kenya a rompu ses relations avec la Somalie, a annoncé vendredi la présidence.", "SANCTION", None),
        ("Le 3 mars, le Kenya a attaqué la Somalie.", "ASSAULT", "3 mars"),
    ],
)
def test_time(text, kind, time, read_text):
    article = read_text(text, published="2024-03-05")
    times = {t.id: t.quote for t in article.times}
    found = times.get(only(article, kind).when)
    assert (found is None) is (time is None)
    assert time is None or time in found


@pytest.mark.parametrize(("published", "governs"), [("2013-06-01", True), ("2024-03-05", False)])
def test_dated_office(published, governs, read_text):
    """An actor's sector is that of the day: a minister of 2013 governs no more in 2024."""
    article = read_text("John Kerry a critiqué la Hongrie.", published=published)
    entities = {e.id: e for e in article.entities}
    actor = entities[only(article, "ACCUSE").actors[0]]
    assert (actor.name, actor.country) == ("John Kerry", "US")
    assert (actor.sector == "GOV") is governs
