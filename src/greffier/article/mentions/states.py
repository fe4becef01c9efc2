"""When a capital is a government: «Moscou a déclaré» is Russia, «à Moscou» is a town.

In: `View`, `Found`. Out: `as_government`. Not: which statement or event it speaks or acts in.
"""

from __future__ import annotations

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.towns import in_place
from greffier.records import EntityKind

__all__ = ["as_government"]


def as_government(view: View, found: Found) -> bool | None:
    """Tell whether the seat of a government stands for it here; null where the words alone do not say."""
    first, last = found.first, found.last
    word = view.flat(first)
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
    if before in ("de", "d"):
        return None if first < 2 or not view.listed(first - 2, "town_noun") else False
    del word
    return True


def _is_town(view: View, found: Found) -> bool:
    """Tell whether the seat is also a town («Moscou», not «Kremlin»): the capital of its state, or in the table of towns."""
    words = view.quote(found.first, found.last)
    capital = getattr(found.entries[0].row, "capital", None)
    if capital and capital == words:
        return True
    return any(row.name == words and row.country == found.entries[0].country for row in view.tables.cities.get(words)) or (
        found.entries[0].kind is not EntityKind.COUNTRY
    )
