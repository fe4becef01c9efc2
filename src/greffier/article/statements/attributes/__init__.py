"""What a found statement does and where it stands: act, attestation, negation, addressee, day, place, topics, sameness.

In: an `Announcement`, mentions, times, tokens. Out: `Attributes`. Not: finding statements; every
function here is pure and looks at one of them, but for `same_as`, which compares all of an article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from greffier.article.statements.attributes.act import act_of
from greffier.article.statements.attributes.announcement import Announcement, Place
from greffier.article.statements.attributes.attestation import attestation_of
from greffier.article.statements.attributes.negation import is_negated
from greffier.article.statements.attributes.sameness import same_as
from greffier.article.statements.attributes.setting import addressee_of, place_of, said_of
from greffier.article.statements.attributes.topics import about_of
from greffier.lang.statements import StatementTables
from greffier.records import Act, Attestation, Entity, Mention, TimeExpression, Token

__all__ = ["Announcement", "Attributes", "Scene", "attributes_of", "same_as"]


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What else of the article the attributes look at: mentions and times in text order, entities by id."""

    mentions: Sequence[Mention] = ()
    entities: Mapping[str, Entity] = {}
    times: Sequence[TimeExpression] = ()


class Attributes(msgspec.Struct, frozen=True, kw_only=True):
    """What the record tells of a statement beside its pieces; ids of entities and times."""

    act: Act
    attestation: Attestation
    negated: bool
    addressee: str | None
    said: str | None
    place: str | None
    about: tuple[str, ...]


def attributes_of(
    announcement: Announcement, tables: StatementTables, scene: Scene, tokens: Sequence[Token] = (), nested: Sequence[Place] = ()
) -> Attributes:
    """Tell the attributes of a statement.

    Args:
        announcement: The statement as found.
        tables: The language's tables.
        scene: Mentions, entities and times of the article; only those near the statement are needed.
        tokens: Tokens of the sentences that the content touches, empty where nothing was parsed.
        nested: Contents of the statements inside this one.
    """
    return Attributes(
        act=act_of(announcement, tables, tokens),
        attestation=attestation_of(announcement, tables, tokens),
        negated=is_negated(announcement),
        addressee=addressee_of(announcement, scene.mentions, scene.entities),
        said=said_of(announcement, scene.times),
        place=place_of(announcement, scene.mentions, scene.entities),
        about=about_of(announcement, scene.mentions, tokens, nested),
    )
