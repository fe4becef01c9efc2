"""Names that the lexicon knows, and what makes one refuse them.

In: `View`. Out: `find_lexical`. Not: names composed of several hits, those are `composed`; nor towns, those are `towns`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.mentions.passages import Found, Stretch, View
from greffier.lang.lexicon import Entry, Sense
from greffier.records import Answer, EntityKind

__all__ = ["find_lexical", "touches"]

Guard = Callable[[View, Stretch, int, int, Entry], bool]


def touches(view: View, first: int, last: int) -> bool:
    """Tell whether a hyphen ties the words to a neighbour that is no name or prefix of its own («Saint-|Denis|», «|Bourg|-la-Reine»)."""
    if first and view.print_gap(first - 1) == "-" and not (_names(view, first - 1, ending=True) or view.listed(first - 1, "hyphen_before")):
        return True
    if last + 1 < len(view.words) and view.print_gap(last) == "-":
        return not (_names(view, last + 1, ending=False) or view.listed(last + 1, "hyphen_after"))
    return False


def _names(view: View, word: int, *, ending: bool) -> bool:
    """Tell whether a name of the lexicon ends with (or begins at) the word."""
    rows = range(max(0, word - 4), word + 1) if ending else (word,)
    return any(
        (last == word or not ending) and any(e.sense in (Sense.NAME, Sense.SEAT) for e in entries)
        for i in rows
        for last, entries in view.hits.get(i, ())
    )


def _tied_by_hyphen(view: View, _: Stretch, first: int, last: int, __: Entry) -> bool:
    # «Bourg-la-Reine» is not «Bourg»; «ex-URSS», «anti-EI», «Russie-Iran-Turquie» are what they say.
    return touches(view, first, last)


def _numbered_road(view: View, _: Stretch, __: int, last: int, entry: Entry) -> bool:
    # «la RN 7», «l'AP-2»: letters with a number behind them name a road, a model, a vitamin.
    following = view.flat(last + 1) if last + 1 < len(view.words) else ""
    return entry.exact and len(entry.form) <= 3 and view.print_gap(last) in ("", " ", "-") and following.isdigit()


def _all_capitals(view: View, stretch: Stretch, _: int, __: int, entry: Entry) -> bool:
    # «L'EI ET LA FIN»: where all is in capitals, a short form of capitals says nothing. Three words are the least that show it.
    if not entry.exact or len(entry.form) > 3:
        return False
    line = view.quote(stretch.first, stretch.stop - 1)
    return line.isupper() and stretch.stop - stretch.first >= 3  # as in `shapes.in_capitals`


def _noun_without_article(view: View, stretch: Stretch, first: int, _: int, entry: Entry) -> bool:
    # «Russe d'origine, il …» opens a sentence with an adjective; «les Russes», «un Russe», «(Russes, Turcs)» are nouns.
    if entry.sense is not Sense.DEMONYM:
        return False
    if first == stretch.first:
        return True
    return not entry.form.endswith(("s", "x")) and not view.listed(first - 1, "determiner")


def _before_person(view: View, stretch: Stretch, _: int, last: int, entry: Entry) -> bool:
    # «l'Américain John Kerry», «le Russe Daniil Medvedev»: an apposition, the person is the name.
    return entry.sense is Sense.DEMONYM and last + 1 < stretch.stop and view.print_gap(last) == " " and view.capital(last + 1)


def _named_after(view: View, stretch: Stretch, first: int, _: int, entry: Entry) -> bool:
    # «l'aéroport Hamid-Karzaï», «la rue Vladimir Poutine»: a place that bears the name of a person
    if entry.kind is not EntityKind.PERSON or first == stretch.first or view.print_gap(first - 1) != " ":
        return False
    return any(view.listed(first - 1, name) for name in ("facility_noun", "street_noun"))


GUARDS: tuple[Guard, ...] = (_named_after, _tied_by_hyphen, _numbered_road, _all_capitals, _noun_without_article, _before_person)

_NAMING = (Sense.NAME, Sense.SEAT, Sense.DEMONYM)


def find_lexical(view: View, stretch: Stretch) -> Iterator[Found]:
    """Give the longest name that the lexicon knows at each word, with all its meanings."""
    for first in range(stretch.first, stretch.stop):
        for last, entries in view.hits.get(first, ()):
            naming = tuple(entry for entry in entries if entry.sense in _NAMING)
            kept = tuple(entry for entry in naming if not any(guard(view, stretch, first, last, entry) for guard in GUARDS))
            if kept:
                kept = tuple(sorted(kept, key=_rank))
                yield Found(first=first, last=last, inner=first, kind=kept[0].kind, rule=f"lexicon_{kept[0].sense.value}", entries=kept)
                break
            if naming and view.trace.on:
                place = (view.words.starts[first], view.words.ends[last])
                view.trace.note("mentions", "lexicon", place, Answer.REFUSED, naming[0].form)


def _rank(entry: Entry) -> int:
    """The user's own first; then states by name before metonyms («Luxembourg»), metonyms before other names, all before demonyms."""
    if entry.own:
        return -1
    if entry.sense is Sense.NAME:
        return 0 if entry.kind is EntityKind.COUNTRY else 2
    return 1 if entry.sense is Sense.SEAT else 3
