"""When a capital is a government: «Moscou a déclaré» is Russia, «à Moscou» is a town.

In: `View`, `Found`. Out: `as_government`. Not: which statement or event it speaks or acts in.
"""

from __future__ import annotations

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.towns import LARGE, in_place, printed
from greffier.lang.lexicon import Sense
from greffier.records import EntityKind, Token
from greffier.text.phrases import flatten

__all__ = ["as_government"]


def as_government(view: View, found: Found) -> bool:
    """Tell whether the seat of a government stands for it here."""
    first, last = found.first, found.last
    if not _is_town(view, found):
        return True
    if in_place(view, first):
        return False
    before = view.flat(first - 1) if first else ""
    after = view.print_gap(last)
    if first and view.listed(first - 1, "capital_word"):
        return False
    # «MOSCOU, 16 octobre (AFP)», «Astana, la capitale», «la capitale kazakhe, Astana»
    if last + 2 < len(view.words) and after.startswith(",") and any(view.listed(w, "capital_word") for w in (last + 1, last + 2)):
        return False
    if first > 2 and view.print_gap(first - 1).startswith(",") and any(view.listed(w, "capital_word") for w in range(first - 4, first)):
        return False
    if view.quote(first, last).isupper() and after.startswith((",", " (")):
        return False
    if _beside_town(view, first, last) or _beside_place(view, first) or _one_of_towns(view, first):
        return False
    token = view.token(first)
    if token is not None and token.deprel == "obj" and _governor(view, token) in view.tables.words.get("place_verb", frozenset()):
        return False
    if found.entries[0].kind is not EntityKind.COUNTRY and not (token is not None and token.deprel == "nsubj"):
        return False  # «entre Metz et Strasbourg»: only who does something is the organisation
    if before in ("de", "d"):
        # «la position de Moscou», «l'intervention de Pékin»; «la Bourse de Paris», «les rues de Kaboul»
        return first > 1 and view.listed(first - 2, "act_noun") and not view.capital(first - 2)  # «l'Accord de Paris» is no act of France
    return True


def _governor(view: View, token: Token) -> str:
    """The flattened lemma of the word that a token depends on."""
    return flatten(view.sentence_of(token).tokens[token.head].lemma)


def _beside_town(view: View, first: int, last: int) -> bool:
    """Tell whether a town that is no seat stands beside («entre Metz et | Paris», «de Paris à Lyon», «Paris-Lyon»)."""
    if first > 1 and view.flat(first - 1) in ("et", "ou", "a") and _plain_town(view, first - 2):
        return True
    if last + 2 < len(view.words) and view.flat(last + 1) in ("et", "ou", "a") and _plain_town(view, last + 2):
        return True
    return view.print_gap(last) == "-" and _plain_town(view, last + 1)


def _beside_place(view: View, first: int) -> bool:
    # «depuis La Havane et | Le Caire»: the preposition of place is that of both
    if first < 2 or view.flat(first - 1) not in ("et", "ou"):
        return False
    for start in range(max(0, first - 4), first - 1):
        ends = any(last == first - 2 and any(e.sense is Sense.SEAT for e in entries) for last, entries in view.hits.get(start, ()))
        if ends and in_place(view, start):
            return True
    return False


def _one_of_towns(view: View, first: int) -> bool:
    # «des villes telles que Pékin», «de grandes villes comme Paris»
    if first < 2 or not (view.flat(first - 1) == "comme" or (view.flat(first - 1) == "que" and view.flat(first - 2).startswith("tel"))):
        return False
    return any(view.flat(word) in ("villes", "capitales", "metropoles") for word in range(max(0, first - 4), first - 1))


def _plain_town(view: View, word: int) -> bool:
    if not view.capital(word) or view.has(word, Sense.SEAT) or view.has(word, Sense.NAME):
        return False
    rows = view.tables.cities.get(view.quote(word, word))
    return bool(rows) and rows[0].population >= LARGE // 10


def _is_town(view: View, found: Found) -> bool:
    """Tell whether the seat is also a town («Moscou», not «Kremlin»): the capital of its state, or in the table of towns."""
    words = printed(view.quote(found.first, found.last))
    capital = getattr(found.entries[0].row, "capital", None)
    if capital and capital == words:
        return True
    return any(row.name == words and row.country == found.entries[0].country for row in view.tables.cities.get(words)) or (
        found.entries[0].kind is not EntityKind.COUNTRY
    )
