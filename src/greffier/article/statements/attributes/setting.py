"""When, where and to whom it was said, as the announcing words tell.

In: `Announcement`, mentions, entities, times. Out: a time's id, entities' ids. Not: times, places and names inside the content, they
are what is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from greffier.article.statements.attributes.announcement import Announcement, Place
from greffier.lang.statements import Addressing, Complement, CueLocution, CuePreposition, CueVerb
from greffier.records import Entity, EntityKind, Mention, TimeExpression, TimeType
from greffier.text.inflection import Tense

__all__ = ["addressee_of", "place_of", "said_of"]

# «pour mardi», «d'ici à lundi», «jusqu'au 3 mai», «avant vendredi»: not the day of the words
_OTHER_DAY = re.compile(
    r"(?:pour|d'ici(?: à)?|jusqu'(?:à|au|en)|avant|après|à partir d[eu']|dès|depuis|entre|du|de|d'|au|contre)\s*(?:le |la |l')?$"
)
# «l'accord signé | mardi», «la loi votée | hier»: the day of what is told by the participle
_PARTICIPLE = re.compile(r"(?<![\w'])[^\W\d_]{2,}(?:ée?s?|ie?s?|ue?s?|ise?s?|ite?s?)\s+(?:le |ce |dans |en )?$")
# «interrogée | mardi», «joint hier»: asked, the source spoke.
_ASKED = re.compile(
    r"(?:interrogé|interviewé|questionné|contacté|sollicité|joint|rencontré|cité|invité|auditionné|entendu)e?s?\s+(?:le |ce )?$"
)
# A new clause or somebody's words begin.
_BOUNDARY = re.compile(r"[;:.!?«»\"“”]|(?<![\w'])(?:qui|que|qu'|dont|où|lorsqu[e']|quand|alors que|tandis que)(?!\w)")
# «à la chancelière», «au Monde», «aux députés», «devant la presse», «auprès de l'AFP»
_TO_ANYONE = re.compile(
    r"""
    (?<![\w']) (?: devant | auprès \s (?: de | du | des | d' ) | face \s à | à \s l'intention \s (?: de | du | des | d' ) )
    \s* (?: l' | la\s | le\s | les\s | son\s | sa\s | ses\s | leurs?\s )? $
    """,
    re.VERBOSE,
)
_TO = re.compile(r"(?<![\w'])(?:à|aux?)\s*(?:l'|la |le |les |son |sa |ses |leurs? )?$")
_BARE = re.compile(r"^\s*(?:l'|la |le |les |son |sa |ses |leurs? |ce |cette |ces )?$")
_AT = re.compile(r"(?<![\w'])(?:à|depuis|en|au|aux)\s+$")
# What stands further off than a source with title, name and one adjunct is no setting of the words.
_REACH = 90
# «Dans la nuit de | mardi», «Réuni à | Genève»: words before a time or place at the very beginning.
_MOST_BEFORE = 2
_CAN_LISTEN = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.MEDIUM, EntityKind.ROLE})


def zone_of(announcement: Announcement) -> Place | None:
    """Give the stretch around the cue that holds no content: between the pieces before and after it, inside the unit."""
    if announcement.cue is None:
        return None
    start, end = announcement.cue
    left = max((piece[1] for piece in announcement.content if piece[1] <= start), default=announcement.unit[0])
    right = min((piece[0] for piece in announcement.content if piece[0] >= end), default=announcement.unit[1])
    anchors = list(_anchors(announcement))
    first, last = min(place[0] for place in anchors), max(place[1] for place in anchors)
    return max(left, first - _REACH, announcement.unit[0]), min(right, last + _REACH, announcement.unit[1])


def _anchors(announcement: Announcement) -> Iterator[Place]:
    """The pieces of the announcing words: cue, source."""
    for place in (announcement.cue, announcement.source):
        if place is not None:
            yield place


def _between(announcement: Announcement, start: int, end: int) -> str:
    """The words between a place and the nearest of the announcing words; empty where they touch or overlap."""
    gaps = []
    for left, right in _anchors(announcement):
        if end <= left:
            gaps.append((end, left))
        elif start >= right:
            gaps.append((right, start))
        else:
            return ""
    left, right = min(gaps, key=lambda gap: gap[1] - gap[0])
    return announcement.text[left:right].lower()


def _belongs(announcement: Announcement, zone: Place, start: int, end: int) -> bool:
    """Tell whether a time or place before the cue belongs to the saying.

    It does at the very beginning («En janvier, la ville a annoncé»), and beside the source («le maire, mardi, a annoncé»), but not in
    what is told of the source («le juge chargé de l'affaire depuis 2004 a annoncé»). A gerund shares the setting of its main clause.
    """
    text, cue, source = announcement.text, announcement.cue, announcement.source
    if cue is None or start >= cue[0] or announcement.tense is Tense.GERUND:
        return True
    if source is not None and source[1] <= start:
        between = text[source[1] : start].lower()
        return len(between.split()) <= 1 or _ASKED.search(between) is not None
    first = min(place[0] for place in _anchors(announcement))
    return len(text[zone[0] : start].split()) <= _MOST_BEFORE or not text[end:first].strip(" ,")


def said_of(announcement: Announcement, times: Sequence[TimeExpression]) -> str | None:
    """Tell the time that dates the saying: in the clause of the cue, outside the content; the nearest, where there are several."""
    zone = zone_of(announcement)
    if zone is None or announcement.cue is None:
        return None
    found: list[tuple[int, str]] = []
    text, cue = announcement.text, announcement.cue
    for time in times:
        if time.type not in {TimeType.DATE, TimeType.TIME} or time.start < zone[0] or time.end > zone[1]:
            continue
        before = text[max(zone[0], time.start - 30) : time.start].lower()
        in_cue = cue[0] <= time.start < cue[1] or before.strip() == "" or time.start - cue[1] in range(3)
        of_another = _PARTICIPLE.search(before) and not _ASKED.search(before) and not in_cue
        if _OTHER_DAY.search(before) or of_another:
            continue
        if _BOUNDARY.search(_between(announcement, time.start, time.end)) or not _belongs(announcement, zone, time.start, time.end):
            continue
        found.append((min(abs(time.start - cue[1]), abs(cue[0] - time.end)), time.id))
    return min(found)[1] if found else None


def _mentions_in(announcement: Announcement, zone: Place, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """The mentions among the announcing words that are not the source, each with the words before it."""
    for mention in mentions:
        if mention.start < zone[0] or mention.end > zone[1] or mention.entity is None:
            continue
        if any(mention.start < piece[1] and piece[0] < mention.end for piece in announcement.content):
            continue
        if announcement.source and mention.start < announcement.source[1] and announcement.source[0] < mention.end:
            continue
        yield mention, announcement.text[max(zone[0], mention.start - 40) : mention.start].lower()


def _is_told(announcement: Announcement, kind: EntityKind, before: str) -> bool:
    """«à la chancelière», «à l'Allemagne»; «à Moscou», «au Japon» are places, unless they are asked to do something."""
    to = _TO.search(before)
    if to is None or kind in _CAN_LISTEN:
        return to is not None
    asked = announcement.complement is Complement.DE_INF
    return kind is EntityKind.COUNTRY and (asked or to.group().strip() in {"à la", "à l'"})


def addressee_of(announcement: Announcement, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> str | None:
    """Tell the entity spoken to: «a exhorté Kiev à», «a dit à la chancelière», «devant les députés»; null where two fit."""
    zone, word = zone_of(announcement), announcement.word
    if zone is None or announcement.cue is None or word is None or isinstance(word, CuePreposition):
        return None
    addressing = word.addressee if isinstance(word, (CueVerb, CueLocution)) else Addressing.NONE
    end = announcement.cue[1]
    source_before = announcement.source is not None and announcement.source[1] <= announcement.cue[0]
    found: dict[str, None] = {}
    for mention, before in _mentions_in(announcement, zone, mentions):
        entity = entities.get(mention.entity or "")
        if mention.start < announcement.cue[0] or entity is None or _BOUNDARY.search(_between(announcement, mention.start, mention.end)):
            continue
        object_ = addressing is Addressing.OBJECT and source_before and _BARE.match(announcement.text[end : mention.start].lower())
        if object_:
            return entity.id
        if _TO_ANYONE.search(before) or (addressing is Addressing.A and _is_told(announcement, entity.kind, before)):
            found[entity.id] = None
    return next(iter(found)) if len(found) == 1 else None


def place_of(announcement: Announcement, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> str | None:
    """Tell the place where it was said: «a déclaré à Astana»; null where two fit."""
    zone = zone_of(announcement)
    if zone is None:
        return None
    found: dict[str, None] = {}
    for mention, before in _mentions_in(announcement, zone, mentions):
        entity = entities.get(mention.entity or "")
        if entity is None or entity.kind is not EntityKind.PLACE or not _AT.search(before):
            continue
        if _BOUNDARY.search(_between(announcement, mention.start, mention.end)):
            continue
        if _belongs(announcement, zone, mention.start, mention.end):
            found[entity.id] = None
    return next(iter(found)) if len(found) == 1 else None
