"""Lines that belong to the page: menus, buttons, counters, share rows, further reading, found in the tables.

In: one `Stretch`, the tables. Out: `Piece`s, or nothing. Not: what needs the lines around it; that is `layout`.
"""

from __future__ import annotations

import re

from greffier.article.documents.stretches import Piece, Stretch
from greffier.lang.documents import DocumentTables, Phrase
from greffier.records import SegmentKind

__all__ = ["RULES", "is_menu_word"]

# A mark that follows a label: «Lire aussi : », «Mots-clés | », «Dossier > »
_LABEL_MARK = re.compile(r"\s*[:|>►▶→»•]|\s[-–—]\s")
# Bars that divide a row: «Accueil > Monde > Russie», «3 min de lecture | 12 commentaires»
_BARS = re.compile(r"\s*[|>›•·–—/\t]+\s*|\s{3,}|\s-\s")
# An address or a handle and nothing else: «https://t.co/abc», «pic.twitter.com/abc», «@lequotidien», «contact@journal.example»
_ADDRESS = re.compile(
    r"^\W*(?:(?:https?://|www\.|pic\.twitter\.com/)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+)(?:[\s,]+(?:https?://\S+|@\w+|#\w+))*\W*$"
)

# «← Une écluse à vendre», «Le printemps des péniches →»; «Météo Dakar 29°», «Paris 12°C»
_PAGING = re.compile(r"^[←⟵]\s.{2,120}$|^.{2,120}\s[→⟶]$|^(?:[A-ZÀ-Ý][\w'-]+\s){1,3}-?\d{1,2}\s?°\s?C?$")
# «© 2016 Le Phare», «Copyright 2016 – Tous droits réservés»; «© AFP 2016» is a picture's
_COPYRIGHT = re.compile(r"^\W*(?:©|\(c\)|copyright)(?:\s*(?:copyright|©))?\s*(?:19|20)\d\d\b", re.IGNORECASE)

# «Avez-vous apprécié cet article ?», «Vous aimez notre site ?»
_READER = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_THIS_PAGE = re.compile(
    r"\b(?:cet\sarticle(?!\sd[eu'])|cette\spage|ce\scontenu|cette\svidéo|ce\sformulaire|(?:notre|nos)\s(?:site|page|application|newsletters?|chaîne|abonnés|lecteurs|offres?))\b",
    re.IGNORECASE,
)
# A box for letters: «Le meilleur de la semaine, chaque samedi dans votre boîte mail.»
_MAILED = re.compile(
    r"\b(?:chaque|tous\sles|toutes\sles|du\slundi\sau)\b.{0,40}\b(?:dans|sur)\svotre\s(?:boîte|messagerie|e-?mail|mail)\b", re.IGNORECASE
)
# The path of a page: «Accueil > Aveyron > Rodez»
_PATH = re.compile(r"^\W*(?:accueil|home)\s*[>›»/|]\s*\S", re.IGNORECASE)
# What is a page's own: «sur notre site», «votre adresse», «cliquez ici»; «Regardez la carte : le delta se vide.» is prose
_OURS = re.compile(r"\b(?:notre|nos|nous|votre|vos|ici|gratuite?ment|ci-dessous|ci-dessus|ci-contre)\b", re.IGNORECASE)
# Words of a button, of an invitation.
_LONGEST_BUTTON, _LONGEST_INVITATION = 12, 40
# The longest line that a phrase at its beginning can claim: a notice on cookies has 40 words, a paragraph of an article may have more.
_LONGEST_NOTICE = 60
# Characters of a row: the menus of large sites have forty entries.
_LONGEST_ROW = 800
# The longest line without a full stop that a label of several words can claim without a colon: headlines have up to 25 words.
_LONGEST_HEADLINE = 25


def no_letters(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """Counters, separators, emoji: «0», «* * *», «[…]»."""
    del tables
    return _all(stretch, SegmentKind.NAVIGATION) if not any(c.isalpha() for c in stretch.text) else None


def address(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """Addresses, handles and keywords with a hash: «#Syrie #Genève»."""
    del tables
    return _all(stretch, SegmentKind.NAVIGATION) if _ADDRESS.match(stretch.text) else None


def paging(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """An arrow to another page («← Une écluse à vendre»), or the weather of a head («Météo Dakar 29°»)."""
    del tables
    return _all(stretch, SegmentKind.NAVIGATION) if not stretch.closed and _PAGING.match(stretch.text) else None


def copyright_line(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """Whose the page is, and since when."""
    del tables
    return _all(stretch, SegmentKind.NAVIGATION) if _COPYRIGHT.match(stretch.text) and len(stretch.words) <= _LONGEST_HEADLINE else None


def furniture_whole(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line is a phrase of the table and nothing else: «Partager», «12 commentaires»."""
    kind = _whole(stretch.words_key, tables)
    return _all(stretch, kind) if kind else None


def furniture_start(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line begins with a phrase that no sentence of an article begins with: «Abonnez-vous à notre lettre»."""
    if not stretch.words or len(stretch.words) > _LONGEST_NOTICE:
        return None
    said = stretch.words_key
    for phrase, kind in tables.starts.get(said[0], ()):
        if said[: len(phrase)] == phrase:
            return _all(stretch, kind)
    return None


def furniture_label(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line begins with a label and its mark («À lire : …»), or with a label of several words and has no full stop."""
    if not stretch.words or len(stretch.words) > _LONGEST_NOTICE:
        return None
    said = stretch.words_key
    for phrase, kind in tables.labels.get(said[0], ()):
        if said[: len(phrase)] != phrase:
            continue
        marked = _LABEL_MARK.match(stretch.text, stretch.words[len(phrase) - 1].end)
        headline = len(phrase) > 1 and (not stretch.closed or stretch.text.endswith("?")) and len(stretch.words) <= _LONGEST_HEADLINE
        if marked or headline or len(said) == len(phrase):
            return _all(stretch, kind)
    return None


def furniture_end(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The last words are a phrase of the table, after the end of a sentence: «… lundi à Genève... Lire la suite»."""
    said = stretch.words_key
    for phrase, kind in tables.ends.items():
        if len(said) > len(phrase) and said[-len(phrase) :] == phrase:
            place = stretch.words[len(stretch.words) - len(phrase)].start
            before = stretch.text[:place].rstrip(" [(>→")
            if before.endswith((".", "…", "!", "?", "»", '"')):
                return Piece(0, len(before), None), Piece(len(before), len(stretch.text), kind)
    return None


def row(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """A row of menu words, buttons and counters: «Accueil > Monde > Russie», «Facebook Twitter E-mail»."""
    if len(stretch.text) > _LONGEST_ROW:
        return None
    said = stretch.words_key
    if _PATH.match(stretch.text) and not stretch.closed and len(said) <= _LONGEST_HEADLINE:
        return _all(stretch, SegmentKind.NAVIGATION)
    # «Paris Nice» may be a heading; two words of menus are a row only with a bar between them.
    chained = _chain(said, tables)
    if len(chained) >= 3 or (len(chained) == 2 and (_BARS.search(stretch.text) or set(chained) == {"share"})):
        return _all(stretch, SegmentKind.NAVIGATION)
    parts = [part for part in _BARS.split(stretch.text) if part.strip()]
    if len(parts) > 1 and all(_furnishes(part, tables) for part in parts):
        return _all(stretch, SegmentKind.NAVIGATION)
    return None


def button(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """An infinitive and a thing of pages, short, without a full stop: «Réduire le texte», «Passer la publicité»."""
    said = stretch.words_key
    if not 2 <= len(said) <= _LONGEST_BUTTON or stretch.closed or stretch.continues:
        return None
    first = said[1] if said[0] == "s" else said[0]
    return _all(stretch, SegmentKind.NAVIGATION) if first in tables.buttons and not tables.things.isdisjoint(said[1:]) else None


def invitation(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """An imperative to the reader: «Retrouvez-nous aussi sur Instagram»; with a full stop only if it speaks of a thing of pages."""
    said = stretch.words_key
    if len(said) < 2 or said[0] not in tables.orders or len(said) > _LONGEST_INVITATION:
        return None
    things = not tables.things.isdisjoint(said[1:])
    if stretch.closed:
        return _all(stretch, SegmentKind.NAVIGATION) if things and _OURS.search(stretch.text) else None
    short = not stretch.continues and len(said) <= _LONGEST_BUTTON
    return _all(stretch, SegmentKind.NAVIGATION) if things or short else None


def address_to_reader(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """A short line that speaks to the reader of the page: «Avez-vous apprécié cet article ?»."""
    del tables
    spoken = len(stretch.words) <= _LONGEST_INVITATION // 2 and (
        _MAILED.search(stretch.text) or (_READER.search(stretch.text) and _THIS_PAGE.search(stretch.text))
    )
    return _all(stretch, SegmentKind.NAVIGATION) if spoken and not any(mark in stretch.text for mark in '"«“') else None


def is_menu_word(stretch: Stretch, tables: DocumentTables) -> bool:
    """Tell whether the line is one word of menus: «International»."""
    return stretch.words_key in tables.menu


def _all(stretch: Stretch, kind: SegmentKind) -> tuple[Piece, ...]:
    return (Piece(0, len(stretch.text), kind),)


def _whole(said: Phrase, tables: DocumentTables) -> SegmentKind | None:
    kind = tables.whole.get(said)
    if kind:
        return kind
    for before, after, gapped in tables.gapped:
        if len(said) > len(before) + len(after) and said[: len(before)] == before and said[len(said) - len(after) :] == after:
            return gapped
    return None


def _chain(said: Phrase, tables: DocumentTables) -> list[str]:
    """List the kinds of the menu words that make up a line from end to end, none where they do not; numbers go along."""
    kinds: list[str] = []
    at = 0
    while at < len(said):
        if said[at] == "#" and kinds:
            at += 1
            continue
        length = next((n for n in (4, 3, 2, 1) if at + n <= len(said) and said[at : at + n] in tables.menu), 0)
        if not length:
            return []
        kinds.append(tables.menu[said[at : at + length]])
        at += length
    return kinds


def _furnishes(part: str, tables: DocumentTables) -> bool:
    piece = Stretch(0, len(part), part)
    return bool(_whole(piece.words_key, tables) or piece.words_key in tables.menu or not piece.words)


RULES = (
    no_letters,
    address,
    paging,
    copyright_line,
    furniture_whole,
    row,
    furniture_start,
    furniture_label,
    button,
    invitation,
    address_to_reader,
    furniture_end,
)
