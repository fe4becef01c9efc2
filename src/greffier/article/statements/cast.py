"""Who is named in an article, where, by which offices, and of which gender.

In: a `Reading` and its `Mentions`. Out: `Cast`. Not: who is meant by a pronoun; that is for the antecedents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from greffier.article.statements.draft import Place
from greffier.article.statements.profiles import Profile
from greffier.article.statements.reading import Reading
from greffier.records import Entity, EntityKind, Mention, MentionKind, Mentions, Source

__all__ = ["Cast"]


class Cast:
    """The mentions of one article that have an entity, in text order."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self.reading = reading
        self.mentions = sorted((m for m in mentions.mentions if m.entity is not None), key=lambda m: (m.start, -m.end))
        self.entities = {entity.id: entity for entity in mentions.entities}
        self.starts = [mention.start for mention in self.mentions]
        self.genders = self._known_genders()

    def mentions_in(self, place: Place) -> Iterator[Mention]:
        """Give the mentions that share a character with a place."""
        for mention in islice(self.mentions, bisect_left(self.starts, place[0] - 200), None):
            if mention.start >= place[1]:
                return
            if mention.end > place[0]:
                yield mention

    def named(self, place: Place) -> Entity | None:
        """Give the entity of the first mention in a place."""
        for mention in self.mentions_in(place):
            return self.entities[mention.entity or ""]
        return None

    def roles(self, entity: str | None) -> Iterator[str]:
        """Give the offices that the article prints of somebody."""
        for mention in self.mentions:
            if mention.entity == entity and mention.kind is MentionKind.ROLE:
                yield mention.quote.lower()

    def _known_genders(self) -> dict[str, str]:
        """What titles, determiners and first names tell of the gender of persons."""
        genders: dict[str, str] = {}
        names = self.reading.pack.names.first_names
        folded = self.reading.folded.lower()
        for mention in self.mentions:
            entity = self.entities[mention.entity or ""]
            if entity.kind is not EntityKind.PERSON:
                if entity.kind is EntityKind.COUNTRY:
                    genders.setdefault(entity.id, "f" if entity.name.endswith("e") else "m")
                continue
            before = folded[max(0, mention.start - 6) : mention.start]
            if before.endswith(("mme ", "mlle ")) or mention.quote.lower().startswith(("la ", "mme ")):
                genders[entity.id] = "f"
            elif before.endswith((" m. ", "(m. ", "\nm. ", '"m. ')) or before == "m. " or mention.quote.lower().startswith(("le ", "m. ")):
                genders.setdefault(entity.id, "m")
            elif mention.kind is MentionKind.NAME and " " in mention.quote:
                gender = names.gender(mention.quote.split()[0])
                if gender:
                    genders.setdefault(entity.id, gender[0].lower())
        return genders

    def gender_of(self, source: Source, profile: Profile | None) -> str | None:
        """Give `f`, `m` or nothing: what is known of the entity, else what the mention itself tells."""
        if source.entity is not None and source.entity in self.genders:
            return self.genders[source.entity]
        return profile.gender if profile is not None else None
