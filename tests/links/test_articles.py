"""Links of whole short articles, statements and names as the other rooms find them."""

from __future__ import annotations

import pytest

SOLD = "Le Courrier affirme que la société Sotrab a vendu le barrage de Morteau à un fonds étranger."
ARTICLES = {
    "claim inside and elsewhere": (
        SOLD
        + "\n\nLe ministère de l'Énergie a qualifié mardi de fausses les informations du journal selon lesquelles la Sotrab aurait vendu "
        "le barrage de Morteau.",
        {("denies", "claim_of_another_source"), ("denies", "claim_inside_denial")},
    ),
    "headline quotation": (
        (
            "« Nous ne fermerons jamais l'école du village »\n\nLa maire de Morteau, Anna Muri, a défendu son budget devant les élus. "
            "« Nous ne fermerons jamais l'école du village », a-t-elle assuré mardi."
        ),
        {("repeats", "same_words")},
    ),
    "accusation": (
        (
            "L'opposition accuse la maire de Morteau, Anna Muri, d'avoir truqué un marché. « Cette accusation est absurde », a démenti "
            "Anna Muri."
        ),
        {("denies", "accusation_answered")},
    ),
    "confirmation": (
        (
            "Un berger a raconté que deux coups de feu avaient retenti près du moulin. Le procureur Luc Odier a confirmé mercredi "
            "que deux coups de feu avaient été tirés près du moulin."
        ),
        {("confirms", "confirmed_by_another")},
    ),
    "qualification": (
        (
            "« Le nouveau vaccin protège tous les nourrissons », a annoncé la ministre de la Santé. « Il ne protège les nourrissons que "
            "pendant six mois », nuance le professeur Paul Vardin."
        ),
        {("qualifies", "qualified_by_another")},
    ),
    "correction": (
        (
            "Le ministre Luc Odier a annoncé que la centrale de Gex fermerait en 2030. Son cabinet a ensuite rectifié : la centrale de Gex "
            "fermera en 2035."
        ),
        {("corrects", "claim_of_another_source")},
    ),
    "own words": (
        (
            "Le maire de Gex, Luc Odier, avait nié avoir rencontré Paul Vardin. Devant les juges, Luc Odier a reconnu lundi avoir "
            "rencontré Paul Vardin."
        ),
        {("contradicts_own", "denied_and_affirmed")},
    ),
    "own words in marks": (
        (
            "« Je n'ai jamais vendu la ferme de Morteau », assurait en mai le ministre Luc Odier. Vendredi, Luc Odier a avoué avoir vendu "
            "la ferme de Morteau."
        ),
        {("contradicts_own", "denied_and_affirmed")},
    ),
    "own words, the denial told after": (
        ("Luc Odier a reconnu lundi avoir rencontré Paul Vardin à Genève. En mars, il avait démenti avoir rencontré Paul Vardin."),
        {("contradicts_own", "denied_and_affirmed")},
    ),
    "denied twice": (
        "Luc Odier a nié avoir rencontré Paul Vardin. « Je n'ai jamais rencontré Paul Vardin », a-t-il répété devant les juges.",
        set(),
    ),
    "two who differ": (
        "Luc Odier a nié avoir rencontré Paul Vardin. Son adjointe Anna Muri a reconnu qu'elle avait rencontré Paul Vardin.",
        set(),
    ),
    "a medium reports": (
        (
            "La mine de Gex compte ses jours.\n\nReuters rapporte que le ministre Luc Odier a annoncé que la mine de Gex fermerait "
            "ses puits en avril. Devant les mineurs, Luc Odier a dit que la mine de Gex fermerait ses puits en avril."
        ),
        {("reports", "told_by_medium"), ("repeats", "same_words")},
    ),
    "a medium reports somebody else": (
        (
            "La mine de Gex compte ses jours.\n\nReuters rapporte que le ministre Luc Odier a annoncé que la mine de Gex fermerait "
            "ses puits en avril. Anna Muri a dit que la mine de Gex fermerait ses puits en avril."
        ),
        set(),
    ),
    "denial that was not made": (SOLD + " Le ministère n'a pas démenti que la Sotrab ait vendu le barrage de Morteau.", set()),
    "denial of something else": (SOLD + " Le ministère dément que les écoles de la vallée doivent fermer en juin.", set()),
    "two claims": (
        SOLD + " La Dépêche affirme que la société Sotrab a vendu le barrage de Morteau à un fonds étranger de Genève. Le ministère dément "
        "que la Sotrab ait vendu le barrage de Morteau à un fonds étranger.",
        set(),
    ),
    "one subject": (
        "La maire Anna Muri a annoncé que le pont de Morteau fermerait lundi. Elle a ajouté que des bus iraient à Villers.",
        set(),
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_links_of_an_article(name, read_text):
    text, expected = ARTICLES[name]
    links = {(link.kind.value, link.rule) for link in read_text(text, language="fr").links}
    assert links == expected
