"""Bylines: the people who wrote it; neither the outlet nor the agency, nor who edits the site.

In: `Document`. Out: names as printed, in their order. Not: agencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from greffier.lang.metadata import MetadataTables
from greffier.records import Document, SegmentKind
from greffier.text.keys import Word, key, words
from greffier.text.typography import fold

__all__ = ["find_bylines", "persons_in"]

# Between names: «Jeanne Lavigne et Paul Ortis», «Jeanne Lavigne, Paul Ortis», «Prisma Média; Jeanne Lavigne»
_BETWEEN = re.compile(r"\s*(?:[;|•·&/\n+]|,|\s(?:et|and|avec|with)\s|\s[-–—]+\s)\s*", re.IGNORECASE)
# «(avec Paul Ortis et Luc Arnal)» holds names, «(à Dakar)», «(AFP)» do not
_BRACKETS = re.compile(r"\(([^()]*)\)")
_WITH = re.compile(r"^\s*(?:avec|with)\s", re.IGNORECASE)
# An organisation with its site: «Ondes d'Allemagne (www.od.example)»
_SITED = re.compile(r"[^,;|()]*\((?:www\.|https?:)[^()]*\)")
# Addresses, handles, times: «jlavigne@journal.example», «@jlavigne», «à 10h20»
_CLUTTER = re.compile(
    r"\S+@\S+|@\w+|https?://\S+|\b(?:publi\w+|mise?s?\s[àa]\sjour|posté|modifié|créé)\b.*|\ble\s(?:lun|mar|mer|jeu|ven|sam|dim)\w*\b.*|\bl[eu]s?\s\d.*|\d.*",
    re.IGNORECASE,
)
# «Jeanne Lavigne», «J.-P. Ortis», «Anne de la Tour», «McAllister», «N'Diaye»: capitals and particles only
_NAME = re.compile(
    r"""(?:[A-ZÀ-ÖØ-Ý][\w'.-]*|d'[A-ZÀ-ÖØ-Ý][\w'-]+)
        (?:\s(?:(?:de|du|des|da|dos|di|van|von|der|den|ben|bin|ibn|al|el|le|la|ould|y|e|bint)\s){0,2}(?:[A-ZÀ-ÖØ-Ý][\w'.-]*|d'[A-ZÀ-ÖØ-Ý][\w'-]+|al-[A-ZÀ-ÖØ-Ý][\w'-]+)){1,4}\Z""",
    re.VERBOSE,
)
# A signature that names writers begins so, or is a name; «Photos Paul Ortis» names who took the picture.
_PICTURES = re.compile(r"^\W*(?:photos?|cr[ée]dits?|©|illustrations?|dessins?)\b", re.IGNORECASE)
# A handle under an embedded message: «— Jeanne Lavigne (@jlavigne) 14 février 2016»
_EMBEDDED = re.compile(r"^[-–—].*\(@\w+\)")


def find_bylines(document: Document, tables: MetadataTables) -> tuple[str, ...]:
    """Find the people who signed: told, marked up, printed; the first of these that names anybody."""
    known = _organisations(document)
    page = document.page
    for values in (document.given.bylines, page.bylines if page else (), tuple(_signatures(document))):
        found = [name for value in values for name in persons_in(value, tables, known)]
        if found:
            return _without_initials(tuple(dict.fromkeys(found)))
    return ()


def persons_in(value: str, tables: MetadataTables, organisations: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the persons that a byline names: «Par Jeanne Lavigne, envoyée spéciale à Kiev (avec Paul Ortis)» names two."""
    line = _SITED.sub("", " ".join(fold(value).split()))
    if len(line) > 300 or re.match(r"https?://", line):  # a biography, an address of a profile
        return
    inside = [match[1] for match in _BRACKETS.finditer(line) if _WITH.match(match[1])]
    for part in (_BRACKETS.sub(" , ", line), *(_WITH.sub("", part) for part in inside)):
        for piece in _BETWEEN.split(part):
            name = _person(piece, tables, organisations)
            if name:
                yield name


def _without_initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out «M. Karoui» beside «Mehdi Karoui»: the same person, once short and once in full."""

    def short(name: str) -> bool:
        initial, _, rest = key(name).partition(" ")
        return len(initial) == 1 and any(key(n)[:1] == initial and key(n).partition(" ")[2] == rest for n in names if n != name)

    return tuple(name for name in names if not short(name))


def _person(piece: str, tables: MetadataTables, organisations: frozenset[str]) -> str | None:
    name = _CLUTTER.sub("", _without_prefix(piece, tables)).strip(" .:,-–—|*_\"'«»")
    name = _without_role(name, tables).strip(" .:,-–—")
    said = key(name)
    if not said or said in organisations or said in tables.outlets or said in tables.agencies:
        return None
    parts = said.split()
    if not 2 <= len(parts) <= 6 or any(part in tables.nobody for part in parts):
        return None
    # «Le Matin de Dakar» is no person, whatever the table of outlets lacks.
    if parts[0] in {"le", "la", "les", "l"} or not _NAME.match(name):
        return None
    return name


def _without_prefix(name: str, tables: MetadataTables) -> str:
    """Take «Par», «Auteur :», «De notre correspondante à Rome» from the beginning."""
    for _ in range(3):
        spelled = words(name)
        cut = next((n for prefix in tables.prefixes if (n := _leads(spelled, prefix.split()))), 0)
        if not cut or cut >= len(spelled):
            break
        name = name[spelled[cut].start :]
    return name


def _leads(spelled: list[Word], prefix: list[str]) -> int:
    return len(prefix) if [word.bare for word in spelled[: len(prefix)]] == prefix else 0


def _without_role(name: str, tables: MetadataTables) -> str:
    """Take «correspondante à Rome», «à Dakar» from the end; a piece that begins so names nobody."""
    spelled = words(name)
    for at in range(len(spelled)):
        for role in tables.roles:
            if _leads(spelled[at:], role.split()):
                return name[: spelled[at].start]
    return name


def _signatures(document: Document) -> Iterable[str]:
    for segment in document.segments:
        words_ = document.text[segment.start : segment.end]
        if segment.kind is SegmentKind.SIGNATURE and not _PICTURES.match(words_) and not _EMBEDDED.match(words_):
            yield words_


def _organisations(document: Document) -> frozenset[str]:
    page = document.page
    names = [document.given.publisher or "", *(page.site_names if page else ()), *(page.organisations if page else ())]
    return frozenset(key(name) for name in names if name)
