"""Names: a passage that names something, the thing in the article, and its identity in the world.

In: nothing. Out: `Mention`, `Entity`, `Mentions` and their kinds. Not: how they are found, that is `article/mentions`. Follows ACE.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.records.base import Record

__all__ = ["Entity", "EntityKind", "Mention", "MentionKind", "Mentions"]


class EntityKind(StrEnum):
    """What a named thing is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"
    MEDIUM = "medium"
    ROLE = "role"


class MentionKind(StrEnum):
    """How a passage names its thing."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class Entity(Record, frozen=True, kw_only=True):
    """A thing of the article; `name` is the fullest form printed in it, `identity` its key in a dictionary or null.

    `country` is ISO 3166-1 alpha-2, `sector` a PLOVER sector code (GOV, MIL, REB …), `wikidata` an item id; all null where unknown.
    """

    id: str
    name: str
    kind: EntityKind
    identity: str | None = None
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None


class Mention(Record, frozen=True, kw_only=True):
    """A passage that names an entity of the article, with the rule that found or linked it."""

    id: str
    start: int
    end: int
    quote: str
    kind: MentionKind
    entity: str | None
    rule: str


class Mentions(Record, frozen=True, kw_only=True):
    """The result of the room: mentions in text order, entities in order of their first mention."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
