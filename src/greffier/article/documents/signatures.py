"""Signatures: who wrote it, which agencies it draws on, when it was put on line.

In: one `Stretch`, the tables. Out: `Piece`s, or nothing. Not: whom a signature names; that is the room of metadata.
"""

from __future__ import annotations

import re

from greffier.article.documents.stretches import Piece, Stretch
from greffier.lang.documents import DocumentTables, numbered
from greffier.records import SegmentKind

__all__ = ["RULES", "bare_stamp", "name_alone", "owner_alone", "place_alone"]

_PARTICLE = r"(?:de|du|des|d'|da|di|van|von|der|den|ben|bin|ibn|al|el|le|la|ould|y)"
# «Jeanne Lavigne», «Marc-Antoine de la Tour», «J. D. Ortis», «ANNE MARTIN»
PERSON = rf"[A-ZÀ-Ý](?:[\w'-]+|\.)(?:-[A-ZÀ-Ý]\.)?(?:\s(?:{_PARTICLE}\s?){{0,2}}[A-ZÀ-Ý](?:[\w'-]+|\.)){{1,3}}"
_PERSONS = rf"{PERSON}(?:(?:\s?,\s|\s(?:et|&|and|avec)\s|\s?/\s?){PERSON}){{0,5}}"

# «Par Jeanne Lavigne et Paul Ortis», «Par Jeanne Lavigne, envoyée spéciale à Kiev», «Texte : Paul Ortis»
_BYLINE = re.compile(
    rf"""^\W{{0,2}}(?:[Pp]ar|PAR|[Ss]igné|(?:[Tt]extes?|[Rr]eportage|[Ee]nquête|[Rr]édaction|[Aa]uteure?)(?:\s?:|\sde|\spar)|[Pp]ublié\spar|[Pp]osté\spar|
        (?:[Aa]rticle\s)?[Rr]édigé\spar|[Ss]oumis\spar|[Éé]crit\spar|[Ee]crit\spar)\s?:?\s(?:{_PERSONS})(?:\s*[,(–—|-][^.]{{0,70}}|\s(?:avec|à|pour|@)\s?[^.]{{0,50}})?$""",
    re.VERBOSE,
)
# «Jeanne Lavigne avec AFP», «Paul Ortis, à Dakar», «Jeanne Lavigne (correspondante à Rome)», «Paul Ortis Envoyé spécial à Calais»
_SIGNED = re.compile(
    rf"""^{_PERSONS}\s?(?:\(?\s?avec\s[^.]{{2,50}}
        |,?\s?\(?(?:[Ee]nvoyée?s?\sspécia(?:l|le|ux|les)|(?:[Nn]otre\s)?[Cc]orrespondante?s?)\b[^.]{{0,60}}
        |,\s(?:à|au|aux|en)\s[A-ZÀ-Ý][\w'-]+(?:\s[A-ZÀ-Ý][\w'-]+)?)\)?$""",
    re.VERBOSE,
)
# «Jeanne Lavigne (Antofagasta [Chili], envoyée spéciale)», «Paul Ortis (Berlin, correspondant)»
_POSTED = re.compile(
    rf"^(?:[Pp]ar\s)?{_PERSONS}\s\([A-ZÀ-Ý][^()]{{1,60}},\s(?:notre\s)?(?:envoyée?s?\sspécia\w+|correspondante?s?)[^()]{{0,40}}\)$"
)
# «Par L.P.», «Par J. L. et P. O.»: initials that sign
_INITIALED = re.compile(r"^[Pp]ar\s(?:[A-ZÀ-Ý]\.[\s-]?){2,3}(?:(?:et|,)\s(?:[A-ZÀ-Ý]\.[\s-]?){2,3})?$")
# «vendredi 21 mars 2008, par Jeanne Lavigne»: sites made with SPIP sign so
_DATED = re.compile(rf"^(?P<date>[^,()]{{8,40}}?),?\spar\s{_PERSONS}$")
# «(Jeanne Lavigne, avec Paul Ortis à Paris)», «(Paul Ortis, édité par Jeanne Lavigne)»: Reuters closes its dispatches so
_BRACKETED = re.compile(rf"^\((?:[Aa]vec\s|[Pp]ar\s)?{PERSON}(?:[,;]\s|\s(?:à|avec|et|pour)\s)[^()]{{3,150}}\)\.?$")
# Under a byline: «à Ottawa»
_PLACE = re.compile(r"^(?:à|au|aux|en)\s[A-ZÀ-Ý][\w'-]+(?:\s[A-ZÀ-Ý][\w'-]+)?$")
# A name alone, to be believed only at the edges of an article: «Jeanne Lavigne et Paul Ortis», «J. L.»
_NAME_ALONE = re.compile(rf"^(?:{_PERSONS}|(?:[A-ZÀ-Ý]\.[\s-]?){{1,3}}(?:[A-ZÀ-Ý][\w-]+)?)\W*$")
# The agencies behind the last sentence: «… à Genève. (AFP)», «… à Genève.Avec Reuters et AFP», «… a-t-il dit. (avec agences)»
_TAIL = re.compile(r"(?<=[.!?…»\"])\s*(?P<tail>[(\[][^()\[\]]{2,60}[)\]]|(?:Avec|avec|Source ?:|Sources ?:)\s[^.!?:;«\"]{2,60})\s*\.?$")
# A handle under an embedded message: «— Jeanne Lavigne (@jlavigne) 14 février 2016»
_EMBEDDED = re.compile(r"^[-–—]\s?.{2,60}\(@\w+\).{0,30}$")

# «… des blessés. AFP», «… en Bavière. DPA»: capitals only, a sentence may end and another begin with a common word
_BARE_TAIL = re.compile(r"(?<=[.!?…»\"])\s(?P<tail>[A-Z]{2,8}(?:\s?[/,-]\s?[A-Z]{2,8}){0,2})\.?$")

# Words that join agencies in a signature, beside the owners of the table.
_JOINING = frozenset(
    [
        "avec",
        "et",
        "source",
        "sources",
        "agence",
        "agences",
        "par",
        "la",
        "le",
        "les",
        "presse",
        "des",
        "services",
        "depeche",
        "via",
        "d",
        "apres",
        "c",
    ]
)
# What a medium's name and its desk hold in small letters: «Le Quotidien de Tunis», «Par la rédaction», «le service international»
_DESK = frozenset({"la", "le", "de", "du", "des", "rédaction", "service", "international", "web", "nos", "par"})
# A signature of agencies has at most the longest of them and a medium: «Le Quotidien avec AFP, Reuters et AP».
_LONGEST_SIGNATURE = 14
# Characters of agencies behind a sentence, blanks and brackets included: the patterns allow sixty of their names.
_LONGEST_TAIL = 100
# Three names with their particles.
_LONGEST_NAMES = 90
# A stamp before a sentence: what follows it has at least a short sentence's words.
_SHORTEST_SENTENCE = 5


def stamp(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """«Publié le 14/02/2016 à 10h20 - Mis à jour à 11h05», alone, behind a byline, or glued before the first sentence."""
    count = _stamp_words(stretch, tables)
    many = len(stretch.words)
    if count == 0 or (count < many and stretch.words[count].start > 90):  # the longest stamp, published and updated
        return None
    if count == many:
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    end = stretch.words[count - 1].end
    between, behind = stretch.text[end : stretch.words[count].start], stretch.text[stretch.words[count].start :]
    if re.match(r"^\s*(?:\(?\s?|[|•·–—/-]\s*)[Pp]ar\s", stretch.text[end:]) and _byline(behind):
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    if re.match(r"\s*[|•·–—-]\s*$", between) and name_alone(Stretch(0, len(behind), behind)):
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    if re.search(r"[|•·]", between) and many - count < _SHORTEST_SENTENCE:
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    if (behind[0].isupper() or between.strip()[-1:] in {'"', "«"}) and "," not in between and many - count >= _SHORTEST_SENTENCE:
        return Piece(0, end, SegmentKind.NAVIGATION), Piece(end, len(stretch.text), None)
    return None


def byline(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """«Par Jeanne Lavigne, envoyée spéciale à Kiev», a stamp behind it or not; «Jeanne Lavigne avec AFP»."""
    if len(stretch.words) > 30 or stretch.sentences:  # names, a place, a stamp with its update
        return None
    dated = _DATED.match(stretch.text)
    if _byline(stretch.text) or (dated and _dates(Stretch(0, 0, dated["date"]), tables)):
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    first = next((w for w in stretch.words[1:] if tables.stamps.get(w.bare) == "verb" or w.bare.isdigit()), None)
    if first is None:
        return None
    # «Par Jeanne Lavigne, le 14 février 2016», «Par Jeanne Lavigne | Publié le 14/02/2016 à 10h20»
    head = re.sub(r"[\s,|–-]+(?:le|à|du)$", "", stretch.text[: first.start].rstrip(" -–—|•·,/("))
    tail = Stretch(0, 0, stretch.text[first.start :])
    if (_byline(head) or _signer(head, tables)) and (_stamp_words(tail, tables) == len(tail.words) or _dates(tail, tables)):
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    return None


def agencies(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """«Avec Reuters et AFP», «Le Quotidien avec AFP», «Source : AFP», «(AFP)»: agencies and nothing else."""
    if len(stretch.words) > _LONGEST_SIGNATURE or stretch.item:
        return None
    said = [word.bare for word in stretch.words]
    if _only_agencies(said, tables) or _initials(said, stretch.text, tables):
        return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    if "avec" in said and stretch.words[0].bare != "avec" and not stretch.closed:
        at = said.index("avec")
        before = stretch.text[: stretch.words[at].start]
        titled = all(w[0].isupper() or w in _DESK for w in re.findall(r"[\w-]+", before))
        if titled and at <= 5 and _only_agencies(said[at:], tables):  # «La Presse de Tunis avec …»
            return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),)
    return None


def agencies_behind(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The agencies behind the last sentence of a paragraph are a stretch of their own."""
    behind = max(0, len(stretch.text) - _LONGEST_TAIL)
    tail = _TAIL.search(stretch.text, behind) or _BARE_TAIL.search(stretch.text, behind)
    if tail is None:
        return None
    said = [word.bare for word in Stretch(0, 0, tail["tail"]).words]
    if not _only_agencies(said, tables):
        return None
    return Piece(0, tail.start("tail"), None), Piece(tail.start("tail"), len(stretch.text), SegmentKind.SIGNATURE)


def embedded_author(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The author's line under an embedded message of a network."""
    del tables
    return (Piece(0, len(stretch.text), SegmentKind.SIGNATURE),) if _EMBEDDED.match(stretch.text) else None


def name_alone(stretch: Stretch) -> bool:
    """Tell whether the line is a person's name or initials and nothing else."""
    return len(stretch.text) <= _LONGEST_NAMES and _NAME_ALONE.match(stretch.text) is not None


def place_alone(stretch: Stretch) -> bool:
    """Tell whether the line is a place as it stands under a byline: «à Ottawa»."""
    return len(stretch.words) <= 4 and _PLACE.match(stretch.text) is not None


def owner_alone(stretch: Stretch, tables: DocumentTables) -> bool:
    """Tell whether the line is a medium or an agency and nothing else: «Ouest-France»."""
    return stretch.words_key in tables.owners


def bare_stamp(stretch: Stretch, tables: DocumentTables) -> bool:
    """Tell whether the line is a date and nothing else: «Vendredi 16 octobre 2015», «16/10/2015 à 10h20»."""
    return _dates(stretch, tables)


def _byline(words: str) -> bool:
    return any(form.match(words) for form in (_BYLINE, _SIGNED, _BRACKETED, _POSTED, _INITIALED))


def _signer(head: str, tables: DocumentTables) -> bool:
    """Tell whether the words before a stamp are a name or an agency alone: «AFP, publié le …»."""
    stretch = Stretch(0, len(head), head)
    return bool(head) and (owner_alone(stretch, tables) or name_alone(stretch))


def _stamp_words(stretch: Stretch, tables: DocumentTables) -> int:
    """Count the words of the stamp that a line begins with; 0 where they are none: a stamp has a word of publishing and a number."""
    verb = number = False
    count = 0
    for word in stretch.words:
        kind = tables.stamps.get(word.bare)
        if kind is None and not word.bare.isdigit():
            break
        if kind == "filler" and verb and number and stretch.text[word.start].isupper():
            break  # «Publié le 14/02/2016 Le ministre …»
        if count == 0 and kind != "verb" and len(stretch.words) >= 25:
            break
        verb |= kind == "verb"
        number |= word.bare.isdigit() or word.bare in {"hier", "aujourd"}
        count += 1
    # A verb further behind belongs to an update, and such a line is a stamp from end to end.
    early = any(tables.stamps.get(w.bare) == "verb" for w in stretch.words[:3])
    return count if verb and number and (early or count == len(stretch.words)) else 0


def _dates(stretch: Stretch, tables: DocumentTables) -> bool:
    said = [word.bare for word in stretch.words]
    # «jeudi 14 février 2008, par», the name behind it lost
    said = said[:-1] if said[-1:] == ["par"] else said
    return (
        1 < len(said) <= 12  # «vendredi 16 octobre 2015 à 10h20 gmt»
        and all(w.isdigit() or w in tables.stamps for w in said)
        and any(w.isdigit() and len(w) == 4 for w in said)  # a year
    )


def _initials(said: list[str], words: str, tables: DocumentTables) -> bool:
    """Tell whether agencies and initials of desks stand between slashes: «ATS/NXP», «(nxp/ats)»."""
    owned = [numbered([word]) in tables.owners for word in said]
    slashed = "/" in words and "©" not in words and len(said) <= 4
    return slashed and any(owned) and all(known or len(word) <= 4 for known, word in zip(owned, said, strict=True))


def _only_agencies(said: list[str], tables: DocumentTables) -> bool:
    found, at = False, 0
    while at < len(said):
        for length in (5, 4, 3, 2, 1):
            if numbered(said[at : at + length]) in tables.owners and tables.owners[numbered(said[at : at + length])]:
                at += length
                found = True
                break
        else:
            if said[at] not in _JOINING and not (said[at].isdigit() and len(said[at]) == 4):  # «© 2016 AFP»
                return False
            at += 1
    return found


RULES = (agencies, stamp, byline, agencies_behind, embedded_author)
