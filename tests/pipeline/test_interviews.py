"""Interviews in pages: bold questions, answers without labels, from the markup to the record."""

from __future__ import annotations

import pytest

from greffier.records import Given, Origin, RawDocument

TURNS = (
    (
        "Pourquoi avez-vous quitté la ville pour la vallée ?",
        "Je voulais voir mes enfants grandir loin des tours. Nous avons trouvé une ferme à vendre au-dessus de Morteau.",
    ),
    ("Que produisez-vous ?", "Nous avons quarante brebis et un potager. Le fromage part chaque samedi au marché de Villers."),
    ("Et dans dix ans ?", "Mes brebis seront vieilles et moi aussi. Ma fille reprendra la ferme, elle me l'a promis cent fois."),
)
PRINTS = {
    "paragraphs": "<p><strong>{}</strong></p><p>{}</p>",
    "headings": "<h3>{}</h3><p>{}</p>",
    "line breaks": "<p><b>{}</b><br>{}</p>",
    "one paragraph": "<p><strong>{}</strong> {}</p>",
    "no paragraphs": "<strong>{}</strong><br><br>{}<br><br>",
}


def page(lead: str, print_: str) -> str:
    body = "".join(print_.format(*turn) for turn in TURNS)
    return (
        '<!doctype html><html lang="fr"><head><title>Une bergère dans la vallée</title></head><body><main><article>'
        f"<h1>Une bergère dans la vallée</h1><p>{lead}</p>{body}</article></main></body></html>"
    )


def told(analyzer, markup: str) -> list[tuple[str, str | None]]:
    raw = RawDocument(origin=Origin(uri="test:", format="html"), content=markup, markup=True, given=Given())
    return [(s.content[0].quote, s.source.name) for s in analyzer.analyze([raw])[0].statements if s.rule == "interview_answer"]


@pytest.mark.parametrize("print_", PRINTS)
def test_the_answers_behind_bold_questions_are_told(analyzer, print_):
    lead = "Entretien avec Lucie Ferrand, bergère, qui s'oppose au lotissement voulu par la mairie de Morteau."
    assert told(analyzer, page(lead, PRINTS[print_])) == [(answer, "Lucie Ferrand") for _, answer in TURNS]


@pytest.mark.parametrize("print_", PRINTS)
def test_bold_questions_alone_make_no_interview(analyzer, print_):
    lead = "Lucie Ferrand, bergère, s'oppose au lotissement voulu par la mairie de Morteau depuis trois ans déjà."
    assert told(analyzer, page(lead, PRINTS[print_])) == []
