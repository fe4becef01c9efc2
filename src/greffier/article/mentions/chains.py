"""Rows of capital words: where one begins, what may stand between its words, where it ends.

In: `View`. Out: `Chain`, `chain_at`, `title_before`, `opens`, `common`, `in_capitals`, `initialled`,
`NO_WORD`. Not: what a row names; that is `shapes`.
"""

from __future__ import annotations

import re

import msgspec

from greffier.article.mentions.passages import Stretch, View
from greffier.lang.lexicon import Entry, Sense
from greffier.records import EntityKind

__all__ = ["NO_WORD", "Chain", "chain_at", "common", "in_capitals", "initialled", "opens", "title_before"]


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Words in a row that begin with capitals, particles between them: words `first` to `last`."""

    first: int
    last: int


# «Jean-Paul II», «Louis XVI»
_NUMERAL = re.compile(r"[IVX]{2,}")

# «XIXe», «A36», «CE1», «B»: ordinals, roads, school years, single letters are no words.
NO_WORD = re.compile(r"[IVXLC]+(?:e|er|ème|ère)?|\w|\w*\d\w*")

_INITIAL = frozenset('.!?:…«»"“”•*|–—;([')


def opens(view: View, stretch: Stretch, word: int) -> bool:
    """Tell whether a capital says nothing at a word, because a sentence, a quotation or a line begins there."""
    if word == stretch.first:
        return True
    gap = view.print_gap(word - 1)
    # «BOGOTA (Agences) - L'accord …», and two spaces that were a line or a caption once
    return not _INITIAL.isdisjoint(gap) or " - " in gap or "  " in gap


def initialled(view: View, word: int, stop: int) -> bool:
    """Tell whether an initial with its point stands before a name: «S. Somanath»."""
    if word + 1 >= stop or view.words.ends[word] - view.words.starts[word] != 1 or not view.capital(word):
        return False
    return view.print_gap(word) in (". ", ".", ".-") and view.capital(word + 1)


def in_capitals(view: View, stretch: Stretch) -> bool:
    """Tell whether a whole line is in capitals; three words are the least that show it."""
    return stretch.stop - stretch.first >= 3 and view.quote(stretch.first, stretch.stop - 1).isupper()


def common(view: View, stretch: Stretch, word: int) -> bool:
    """Tell whether a capital word is no name: a listed word, or one that only the beginning of a sentence makes a capital."""
    if view.listed(word, "never_name"):
        return True
    if not opens(view, stretch, word) or initialled(view, word, stretch.stop):
        return False
    if view.print_gap(word) == "-" and view.flat(word) == "notre" and word + 1 < stretch.stop and view.capital(word + 1):
        return False  # «Notre-Dame»
    if view.listed(word, "function") or view.flat(word) in view.lower:
        return True
    token, printed = view.token(word), view.quote(word, word)
    if token is None or printed in view.tables.first_names or (printed.isupper() and len(printed) > 1):
        return False
    return token.upos not in ("PROPN", "X")


def _joined(view: View, word: int) -> bool:
    """Tell whether the next word may belong to the same name: a space, a hyphen, an apostrophe, or the point of an initial."""
    gap = view.print_gap(word)
    if gap in (" ", "-", "'"):
        return True
    # «George W. Bush», «J.-P. Raffarin»
    return gap in (". ", ".", ".-") and view.words.ends[word] - view.words.starts[word] == 1 and view.capital(word)


def chain_at(view: View, first: int, stop: int) -> Chain:
    """The longest row of capital words from `first` on, strong particles («el», «ben», «von») between them."""
    last = first
    while last + 1 < stop and _joined(view, last):
        tied = _tied(view, last, stop)
        if tied is not None:
            last = tied
        elif _begins_person(view, first, last) or _field_before(view, first, last):
            break
        elif (view.capital(last + 1) and not view.listed(last + 1, "never_name")) or (last > first and _syllable(view, last)):
            last += 1
        elif view.print_gap(last) == " " and _NUMERAL.fullmatch(view.quote(last + 1, last + 1)):
            last += 1  # «Louis XV»
        elif (
            last + 2 < stop
            and (view.listed(last + 1, "particle") or view.listed(last + 1, "english_joiner"))
            and view.print_gap(last + 1) in (" ", "-", "'")
            and view.capital(last + 2)
        ):
            last += 2
        elif last + 3 < stop and _two_particles(view, last + 1):
            last += 3  # «Agnès von der Mühll»
        elif last == first and _called_so(view, first) and (end := _noble(view, last + 1, stop)):
            last = end
        else:
            break
    return Chain(first=first, last=last)


def _two_particles(view: View, word: int) -> bool:
    small = view.listed(word, "particle") and view.listed(word + 1, "particle")
    return small and view.print_gap(word) == view.print_gap(word + 1) == " " and view.capital(word + 2)


def _syllable(view: View, word: int) -> bool:
    # «Kim Jong-| un»: a short second half in small letters
    half = view.quote(word + 1, word + 1)
    return view.print_gap(word) == "-" and half.isalpha() and 2 <= len(half) <= 5 and not view.listed(word + 1, "hyphen_after")


def _called_so(view: View, first: int) -> bool:
    """Tell whether a word is a first name, or stands behind a title («Mgr Velasio | de Paolis»)."""
    return view.quote(first, first) in view.tables.first_names or title_before(view, first) is not None


def _field_before(view: View, first: int, last: int) -> bool:
    # «le ministre de la Défense | Sergueï Choïgou», «la procureure de la République | Dominique Laurens»
    if first != last or not first or view.print_gap(last) != " " or view.quote(last + 1, last + 1) not in view.tables.first_names:
        return False
    if view.quote(first, first).isupper():
        return False  # «l'AS Nancy»: letters have no complement
    before = first - 1
    while before and view.flat(before) in ("la", "l", "les"):
        before -= 1
    return view.listed(before, "of") and view.quote(first, first) not in view.tables.first_names


def _begins_person(view: View, first: int, last: int) -> bool:
    # «l'ancien président de Serbie | Milan Milutinovic»: a whole name of the lexicon, and a first name behind it.
    if view.print_gap(last) != " " or view.quote(last + 1, last + 1) not in view.tables.first_names:
        return False
    return any(
        end == last and any(e.sense in (Sense.NAME, Sense.SEAT) and e.kind is not EntityKind.PERSON for e in entries)
        for end, entries in view.hits.get(first, ())
    )


def _tied(view: View, word: int, stop: int) -> int | None:
    # «Pont|-à-|Mousson», «Meurthe-et-|Moselle», «Villeneuve-d'|Ascq»: what hyphens tie is one word up to the next capital.
    at = word
    while at + 1 < stop and view.print_gap(at) in ("-", "'"):
        at += 1
        if view.capital(at):
            return at if at > word + 1 else None
    return None


def _noble(view: View, word: int, stop: int) -> int | None:
    # «Dominique | de Villepin», «Charles d'Orléans», «Inès de La Fressange»: only behind a first name, and never before a state.
    if view.flat(word) not in ("de", "d", "du", "des") or word + 1 >= stop:
        return None
    after = word + 1
    while after + 1 < stop and view.flat(after) in ("la", "l"):
        after += 1
    state = any(e.kind is not EntityKind.PERSON and e.sense is Sense.NAME for _, entries in view.hits.get(after, ()) for e in entries)
    return after if view.capital(after) and not state else None


def title_before(view: View, word: int) -> tuple[int, Entry] | None:
    """The title that ends right before a word, and its first word."""
    if word - 1 not in view.title_ends:
        return None
    for first in range(max(0, word - 3), word):
        if first and view.print_gap(first - 1) == "-":
            continue  # «Notre-|Dame de Lourdes»
        for last, entries in view.hits.get(first, ()):
            if last == word - 1:
                gap = view.print_gap(last)
                for entry in entries:
                    point = entry.form.endswith(".")
                    if entry.sense is Sense.TITLE and gap in ((". ", ".") if point else (" ",)):
                        return first, entry
    return None
