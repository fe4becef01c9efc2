"""Picture credits, with the captions and headlines that dumps glue to them.

In: one `Stretch`, the tables. Out: `Piece`s, or nothing. Not: captions without a credit; those need the lines around them.
"""

from __future__ import annotations

import re

from greffier.article.documents.stretches import Piece, Stretch
from greffier.lang.documents import DocumentTables, numbered
from greffier.records import SegmentKind
from greffier.text.keys import bare

__all__ = ["RULES"]

# «© AFP / Jean Martin», «(c) Reuters», «Crédit photo : DR», «Photo : Jean Martin», «AFP PHOTO / …», «Photo AFP»
_OPENING = re.compile(
    r"""^\W{0,3}(?:
        ©\s* | \(c\)\s* | copyright\s+(?=\W*[A-Z©]) |
        cr[ée]dits?(?:\s?-?\s?photos?)?\s*[:©]\s* | cr[ée]dits?\s+photos?\s+(?=[A-Z©]) |
        (?:photos?|clich[ée]|infographie)\s*[:©(]\s*(?:©\s*)? |
        photos?\s+(?=(?:AFP|AP|Reuters|REUTERS|EPA|Belga|BELGA|DR|D\.R\.|Sipa|SIPA|Getty)\b) |
        (?:afp|ap|reuters|un|epa)\s?photos?\s*[/:-]?\s*
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# «PHOTO JEAN MARTIN, ARCHIVES LA PRESSE»: Canadian papers print the whole credit in capitals
_CAPITALS = re.compile(r"^PHOTOS?\s[A-ZÀ-Ý'’-]{2,}(?:\s[A-ZÀ-Ý'’.-]+)*,\s[A-ZÀ-Ý]{2}[A-ZÀ-Ý'’ .,/-]*$")
# «… au Kremlin, le 3 mars 2016. © AFP/Jean Martin», «… à Dakar (Photo Jean Martin)», «… Crédits : DR»
_CLOSING = re.compile(
    r"""(?: [\s.(|–—-] © \s* [^©]{2,80} |
            [.(|] \s? \(? (?:cr[ée]dits?(?:\s?-?\s?photos?)?|photos?|clich[ée])\s?(?:[:©]|(?=AFP|AP\b|Reuters|REUTERS|DR\b))\s*[^.«"]{2,80}
        ) \)? \s* \.? $""",
    re.VERBOSE | re.IGNORECASE,
)
# «… leur succès. Photo Paul ORTIS», «(Photo DDM, J. Martin)», «… sur le littoral. | THIERRY MARTIN»
_NAMED_AT_END = re.compile(
    r"""(?: \((?:Photos?|PHOTO|Ph\.)\s[A-ZÀ-Ý][^()]{2,60}\)
          | (?<=[.!?|)])\sP(?:hotos?|HOTOS?)\s(?:[A-ZÀ-Ý]{2,6}\s?/\s?)?[A-ZÀ-Ý][\w.-]+(?:\s[A-ZÀ-Ý][\w'.-]+){1,3}
          | \s\|\s[A-ZÀ-Ý][A-ZÀ-Ý'.-]+(?:\s[A-ZÀ-Ý][A-ZÀ-Ý'.-]+){1,3} )\W*$""",
    re.VERBOSE,
)
# «… le 3 mai 2023. JEANNE LAVIGNE POUR « LE QUOTIDIEN »»: a name in capitals behind the caption
_COMMISSIONED = re.compile(r"(?<=[.!?|)])\s(?:[A-ZÀ-Ý][A-ZÀ-Ý'.-]+\s){2,4}(?:POUR|VIA)\s(?:«\s?)?[A-ZÀ-Ý][A-ZÀ-Ý' .-]+(?:\s?»)?$")
# «Des manifestants à Athènes, le 4 mai 2016 (Paul ORTIS)»: portals print the photographer of an agency so
_PHOTOGRAPHER = re.compile(r"(?<=\d{4})\s\([A-ZÀ-Ý][\w'-]+\s[A-ZÀ-Ý][A-ZÀ-Ý' -]{2,30}\)$")
# «(Photo d'illustration)», «Image d'archives», «photo prise le 3 mars 2016» says of a line that it describes a picture
_PICTURED = re.compile(
    r"""^\W*(?:photos?|images?|vue|cliché|illustration)\s(?:d'illustration|d'archives?|prise\s(?:le|à|en|par)|fournie|publiée|diffusée|non\sdatée)\b(?!.*[.!?]\s+[A-ZÀ-Ý])
      | \((?:photo|image)s?(?:\s(?:d')?illustration|\s(?:d')?archives?|\sprétexte|\sprise[^()]{2,40})?\)\W*$
      | [.(–-]\s?(?:photos?|images?)\sd'(?:illustration|archives?)\W*$
      | \(illustration\)\W*$ | \sillustration\.\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
# Between the names of a credit: «AFP / Jean Martin», «Jean Martin pour Jeune Afrique»
_BETWEEN = re.compile(
    r"\s+(?:19|20)\d\d\b\s*[/.]?\s*|\s+\.\s+|\s*(?:[/|\\,&+–-]|\bvia\b|\bpour\b|\bpar\b|\bet\b|:)+\s*|\s*\(\s*", re.IGNORECASE
)
# «Ministère de la Défense Moscou annonce …»: an institution that lent a picture, with a headline behind it
_INSTITUTION = re.compile(
    r"""^(?:Ministère|Service\sde\spresse|Bureau\sde\spresse|Présidence|Gouvernement|État-major|Page\sFacebook|Compte\sTwitter)
        (?: (?:\s[a-zà-ÿ-]+)*? \s(?:de\sla\s|de\sl'|de\s|des\s|du\s|d') [A-ZÀ-Ý][\w-]+ (?:\s[a-zà-ÿ]{4,})?
          | (?:\s[a-zà-ÿ-]+)* )
        (?=\s[A-ZÀ-Ý])""",
    re.VERBOSE,
)

# A small word and behind it, without a mark, an article with a capital: «… de la mer Les dons …»
_SEAM = re.compile(r"\b([a-zà-ÿ]{4,})\s+(?=(?:Le|La|Les|Un|Une|Des)\s[A-Za-zÀ-ÿ]|L'[A-Za-zÀ-ÿ])")
# Between owners: «Hans Lucas via AFP»
_JOINING = frozenset({"via", "pour", "et"})
# A caption runs over one or two sentences; what is longer or quotes somebody is prose that a dump glued to the credit.
_LONGEST_CAPTION = 60
_SHORTEST_PROSE = 30
# Characters of the names of a credit: «AFP / Getty Images / Jean Martin».
_LONGEST_CREDIT = 150
# Of the same behind a caption, with its opening word and marks; the rest of a paragraph is not searched.
_LONGEST_CLOSING = 2 * _LONGEST_CREDIT
# Fewer words than this behind a credit are a caption; a headline has more.
_SHORTEST_HEADLINE = 6


def credit_opening(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line begins with a credit: «© AFP / Jean Martin Un bateau de pêche à Dakar»."""
    if _CAPITALS.match(stretch.text):
        return (Piece(0, len(stretch.text), SegmentKind.CAPTION),)
    opening = _OPENING.match(stretch.text)
    if not opening:
        return None
    return _behind(stretch, _credit_end(stretch.text, opening.end(), tables))


def credit_owner(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line begins with an owner and a slash: «AFP/Jean Martin», «REUTERS / Paul Ortis»."""
    slash = stretch.text.find("/", 0, 40)
    if slash < 0 or numbered(w.bare for w in stretch.words if w.end <= slash) not in tables.owners:
        return None
    end = _credit_end(stretch.text, 0, tables)
    return _behind(stretch, end) if end > slash else None


def credit_closing(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line ends with a credit: «Un bateau de pêche à Dakar. © AFP», «… le 3 mars 2016. REUTERS/Paul Ortis»."""
    closings = (_CLOSING, _NAMED_AT_END, _COMMISSIONED, _PHOTOGRAPHER)
    tail = max(0, len(stretch.text) - _LONGEST_CLOSING)
    closing = next((found for form in closings if (found := form.search(stretch.text, tail))), None)
    place = closing.start() if closing else _owner_at_end(stretch, tables)
    if place is None:
        return None
    before = stretch.text[: place + 1].rstrip(" (|–—-")
    if _is_prose(before):
        return Piece(0, len(before), None), Piece(len(before), len(stretch.text), SegmentKind.CAPTION)
    return (Piece(0, len(stretch.text), SegmentKind.CAPTION),)


def pictured(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """The line says that it describes a picture: «Le port de Dakar (photo d'archives).»."""
    del tables
    if len(stretch.words) > _LONGEST_CAPTION or not _PICTURED.search(stretch.text):
        return None
    return (Piece(0, len(stretch.text), SegmentKind.CAPTION),)


def institution(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """An institution's credit with a headline glued to it, no full stop: «Ministère de la Défense Le port de Tartous agrandi»."""
    del tables
    credit = _INSTITUTION.match(stretch.text)
    if not credit or stretch.closed or stretch.continues or len(stretch.words) > 30:  # no headline has more
        return None
    return Piece(0, credit.end(), SegmentKind.CAPTION), Piece(credit.end(), len(stretch.text), SegmentKind.RELATED)


def glued(stretch: Stretch, tables: DocumentTables) -> tuple[Piece, ...] | None:
    """A picture's owner with a headline glued to it, no mark between, no full stop: «Secours populaire Les dons affluent à Bamako»."""
    if stretch.closed or stretch.continues or stretch.sentences or stretch.item or not 6 <= len(stretch.words) <= 30:
        return None
    seam = _SEAM.search(stretch.text)
    # «Le quotidien Le Monde condamné» begins with an article; «à La Haye», «de La Rochelle» have a preposition before the seam.
    if not seam or stretch.words[0].bare in tables.openers or bare(seam[1]) in tables.openers or not stretch.text[0].isupper():
        return None
    before = sum(word.end <= seam.end(1) for word in stretch.words)
    if not 2 <= before <= 6 or len(stretch.words) - before < 4:
        return None
    return Piece(0, seam.end(1), SegmentKind.CAPTION), Piece(seam.end(1), len(stretch.text), SegmentKind.RELATED)


def _behind(stretch: Stretch, end: int) -> tuple[Piece, ...]:
    """Label what stands behind a credit that ends at `end`."""
    rest = stretch.text[end:]
    if not rest.strip(" .)|:-"):
        return (Piece(0, len(stretch.text), SegmentKind.CAPTION),)
    behind = Stretch(0, len(rest), rest)
    if _is_prose(rest.strip()):
        return Piece(0, end, SegmentKind.CAPTION), Piece(end, len(stretch.text), None)
    if len(behind.words) >= _SHORTEST_HEADLINE and not behind.closed and rest.startswith(" "):
        return Piece(0, end, SegmentKind.CAPTION), Piece(end, len(stretch.text), SegmentKind.RELATED)
    return (Piece(0, len(stretch.text), SegmentKind.CAPTION),)


def _is_prose(words: str) -> bool:
    part = Stretch(0, len(words), words)
    many = len(part.words)
    return many > _LONGEST_CAPTION or (part.closed and many >= _SHORTEST_PROSE and (part.sentences or '"' in words or "»" in words))


def _credit_end(text: str, start: int, tables: DocumentTables) -> int:
    """Find the end of the names of a credit that begins at `start`: owners and up to two words of a person's name, bars between."""
    at, may_name = start, True
    tokens = re.compile(r"[\w.'-]*\w")
    while at < start + _LONGEST_CREDIT:
        end = _owner_end(text, at, tables)
        if end is None and may_name:
            end = _name_end(text, at, tables, tokens)
        if end is None:
            return max(start, at)
        between = _BETWEEN.match(text, end)
        may_name = between is not None
        step = between.end() if between else end
        if not between:
            space = re.compile(r"\s+").match(text, end)
            step = space.end() if space and _owner_end(text, space.end(), tables) is not None else -1
        if step < 0 or (_owner_end(text, step, tables) is None and (not may_name or _name_end(text, step, tables, tokens) is None)):
            return end
        at = step
    return at


def _owner_end(text: str, at: int, tables: DocumentTables) -> int | None:
    window = Stretch(0, 0, text[at : at + 60])
    if not window.words or window.words[0].start > 0:
        return None
    for length in (5, 4, 3, 2, 1):
        if len(window.words) >= length and numbered(w.bare for w in window.words[:length]) in tables.owners:
            return at + window.words[length - 1].end
    return None


def _name_end(text: str, at: int, tables: DocumentTables, tokens: re.Pattern[str]) -> int | None:
    """Take a person's name: two words, three where the third stands before an opening word («Jean Paul Martin Le port …»)."""
    slashed = "/" in text[max(0, at - 3) : at]
    taken: list[tuple[int, int]] = []
    for token in tokens.finditer(text, at, at + 60):
        between = text[taken[-1][1] if taken else at : token.start()]
        word = token.group()
        fits = word[0].isupper() or (slashed and not taken) or (slashed and len(taken) == 1 and text[taken[0][0]].islower())
        if between.strip() or not fits or (Stretch(0, 0, word).words[:1] and Stretch(0, 0, word).words[0].bare in tables.openers):
            break
        taken.append((token.start(), token.end()))
        if len(taken) == 3:
            break
    if not taken or taken[0][0] != at:
        return None
    if len(taken) == 3:
        following = Stretch(0, 0, text[taken[2][1] : taken[2][1] + 30]).words
        if following and following[0].bare not in tables.openers:
            taken.pop()
    return taken[-1][1]


def _owner_at_end(stretch: Stretch, tables: DocumentTables) -> int | None:
    """Find «. REUTERS/Paul Ortis», «– Paul Ortis / AFP» at the end of a line."""
    slash = stretch.text.rfind("/")
    if slash < len(stretch.text) - 50 or slash < 0:
        return None
    before = [w for w in stretch.words if w.end <= slash]
    after = [w.bare for w in stretch.words if w.start > slash]
    for length in (4, 3, 2, 1):
        if len(before) >= length and tables.owners.get(numbered(w.bare for w in before[-length:])) and 1 <= len(after) <= 4:
            return max(before[-length].start - 1, 0)
    if _owners_only(after, tables):
        name = re.search(r"(?:^|(?<=[\s.(|–—-]))[A-ZÀ-Ý][\w'.-]*(?:\s[A-ZÀ-Ý][\w'.-]+){1,2}\s?$", stretch.text[:slash])
        return max(name.start() - 1, 0) if name else None
    return None


def _owners_only(said: list[str], tables: DocumentTables) -> bool:
    """Tell whether words are owners and what joins them: «Hans Lucas via AFP»."""
    at = 0
    while at < len(said):
        length = next((n for n in (5, 4, 3, 2, 1) if numbered(said[at : at + n]) in tables.owners and at + n <= len(said)), 0)
        if not length and not (at and said[at] in _JOINING):
            return False
        at += length or 1
    return bool(said)


RULES = (credit_opening, credit_owner, credit_closing, institution, glued, pictured)
