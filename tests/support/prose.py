"""A page of press prose of our own, a sentence a line: for tests that compare two analyses of the same words."""

from __future__ import annotations

__all__ = ["PROSE"]

PROSE = [
    "Le préfet de la Drôme, Hervé Vasseur, a annoncé mardi la fermeture de deux gares de la vallée.",
    "« Nous n'avions pas le choix », a-t-il expliqué devant une centaine d'habitants réunis à la salle des fêtes.",
    "Selon la maire de Crest, Odile Marchandeau, « l'État se moque du monde ».",
    "La compagnie ferroviaire assure pourtant que les trains circuleront jusqu'au 30 juin.",
    "Interrogé par l’AFP, le ministère n’a pas souhaité commenter ces informations.",
    "Les deux lignes transportent 1.200 voyageurs par jour, dont 350 lycéens, d'après les chiffres de la région.",
    "“C'est une décision absurde”, tempête Paul Kergoat, président de l'association des usagers.",
    "Qu'adviendra-t-il des saisonniers ?",
    "Mme Marchandeau, élue en 2014, avait promis de défendre « coûte que coûte » la ligne.",
    "Le conseil départemental doit se prononcer le 12 mars, a fait savoir son porte-parole, Lucas Ferrand.",
    "Des élus y voient la main de Bruxelles ; d'autres accusent la SNCF.",
    "A l'étranger, l'affaire fait sourire : le quotidien suisse La Dépêche du Léman y consacre sa Une.",
    "Ont-ils été consultés ? Personne ne le dit.",
    "Un accord pourrait être signé à Genève entre la France et l'Italie d'ici à la fin de l'année.",
    "Le général Amadou Sissoko a démenti que ses hommes aient franchi la frontière malienne.",
    "Quant au syndicat, il se dit « prêt à en découdre », mais n'exclut pas de négocier.",
    "Vingt-trois personnes ont été blessées, dont six grièvement, lors de l'effondrement d'un pont près de Gênes.",
    "L'Union européenne et les Etats-Unis ont imposé de nouvelles sanctions à Minsk.",
]
