"""Towns of the big table, where the context allows a place.

In: `View`. Out: `find_towns`. Not: capitals that stand for a government, those are `metonyms`.
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.article.mentions.chains import NO_WORD, common, opens
from greffier.article.mentions.lexical import touches
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.lang.lexicon import Entry, Sense, town_key
from greffier.lang.names import City
from greffier.records import EntityKind

__all__ = ["AT_HOME", "LARGE", "find_towns", "in_place", "printed"]

_ARTICLES = frozenset(("le", "la", "l", "les", "un", "une", "du", "au", "aux", "des", "ce", "cette", "son", "sa"))

# Five capitals and more are a word in capitals, fewer may be letters.
_LETTERS = 4

# The longest names of towns in French news have five words («Saint-Maur-des-Fossés» four).
_LONGEST = 5
# Without a preposition of place a town must be large to go before a surname or a brand; smaller ones are mostly homonyms of them, but for
# towns of countries where the French press is at home.
LARGE = 300_000
AT_HOME = frozenset(("FR", "BE", "CH", "LU", "MC", "CA"))


def in_place(view: View, first: int, *, articled: bool = False) -> bool:
    """Tell whether a preposition of place stands before a word («à», «vers», «près de»; `articled`: «sur la», «à l'»)."""
    if not first:
        return False
    before = first - 1
    if view.flat(before) in ("la", "l", "le", "les") and before and articled:
        before -= 1
    # «près de», «la commune d'»
    if view.flat(before) in ("de", "d") and before:
        return view.listed(before - 1, "place_noun") and view.print_gap(before) in (" ", "'")
    if view.quote(before, before) == "a" and not view.bare:
        return False  # «il y a Bob» is not «à»
    return view.listed(before, "place_preposition") and view.print_gap(before) == " "


def printed(words: str) -> str:
    """«GENEVE» as it is printed in a sentence; letters for short forms («ROC») stay."""
    return words.title() if words.isupper() and len(words) > _LETTERS else words


def _of(view: View, first: int) -> bool:
    return first > 0 and view.flat(first - 1) in ("de", "d") and view.print_gap(first - 1) in (" ", "'")


def find_towns(view: View, stretch: Stretch) -> Iterator[Found]:
    """Give the longest town at each capital word, if its context is one of places."""
    cities = view.tables.cities
    if not len(cities):
        return
    for first in range(stretch.first, stretch.stop):
        if not view.capitals[first] or view.listed(first, "never_name") or NO_WORD.fullmatch(view.quote(first, first)):
            continue
        if view.flats[first] not in view.inner_capitals and _only_opens(view, stretch, first):
            continue
        for last in range(min(first + _LONGEST, stretch.stop) - 1, first - 1, -1):
            rows = cities.get(printed(view.quote(first, last))) if view.capital(last) else ()
            if rows and _allowed(view, stretch, first, last, rows[0]):
                yield Found(first=first, last=last, inner=first, kind=EntityKind.PLACE, rule="town", entries=tuple(map(_entry, rows)))
                break


def _only_opens(view: View, stretch: Stretch, first: int) -> bool:
    """Tell whether a capital opens a sentence and is neither its subject nor behind a preposition of place: most are, and no town then."""
    if not opens(view, stretch, first) or in_place(view, first):
        return False
    token = view.token(first)
    return token is None or not token.deprel.startswith("nsubj")


def _allowed(view: View, stretch: Stretch, first: int, last: int, best: City) -> bool:
    if touches(view, first, last):
        return False
    if in_place(view, first):
        return True
    words = printed(view.quote(first, last))
    if first > stretch.first and _no_town_behind(view, first - 1):
        return False
    if first > stretch.first and view.flat(first - 1) in _ARTICLES and not _articled(view, first, words):
        return False
    if opens(view, stretch, first) and view.flat(first) not in view.inner_capitals:
        # «Nice matinée pour marcher» opens a sentence; «Marseille s'est réveillée» is a subject.
        token = view.token(first)
        near = best.country in AT_HOME or best.country in view.states
        return near and token is not None and token.deprel.startswith("nsubj") and best.population >= LARGE
    if first == last and (words in view.tables.first_names or words in view.tables.surnames or common(view, stretch, first)):
        return False
    if first > stretch.first and view.flat(first - 1) == "du" and best.name.startswith("Le ") and _articled(view, first, words):
        return best.country in AT_HOME or best.country in view.states or best.population >= LARGE  # «le port du | Havre»
    if town_key(best.name) != town_key(words):
        return False  # a foreign name of the town («Bono» for Bonn) needs the preposition
    near = best.country in AT_HOME or best.country in view.states
    if near and (_of(view, first) or best.population >= LARGE // 3):
        return True
    return best.population >= LARGE


def _no_town_behind(view: View, word: int) -> bool:
    """Tell whether the word before a name makes it somebody («selon Parker», «par Taito») or a patron («l'église Saint-Étienne»)."""
    if view.print_gap(word) != " ":
        return False
    return view.flat(word) == "par" or view.listed(word, "saying_form") or view.listed(word, "patron_noun")


def _articled(view: View, first: int, words: str) -> bool:
    """Tell whether the article belongs to the name of the town («au Caire», «la Haye»), not to a noun («à la Gare»)."""
    article = {"du": "Le", "au": "Le", "aux": "Les", "des": "Les"}.get(view.flat(first - 1), view.flat(first - 1).capitalize())
    return bool(view.tables.cities.get(f"{article} {words}"))


def _entry(row: City) -> Entry:
    return Entry(
        form=row.name,
        sense=Sense.NAME,
        kind=EntityKind.PLACE,
        name=row.name,
        identity=f"place:geonames:{row.geonames}",
        country=row.country,
        row=row,
    )
