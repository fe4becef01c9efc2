"""From the printed mention to who it is in the article: names, roles, pronouns, «ce dernier», the issuer of a document, nobody.

In: drafts in text order with their nesting, `Mentions`. Out: `Source`s and `Relay`s. Not: identities in the world.

Where two readings fit, the source stays unknown. An indefinite mention («un responsable») is anonymous and is never resolved to a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from greffier.article.statements.antecedents import BODIES, KINDS, LAST, REACH, Antecedents, Known
from greffier.article.statements.cast import Cast
from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.profiles import Profile, profile_of
from greffier.article.statements.reading import Reading
from greffier.article.statements.speakers import is_person
from greffier.lang.statements import SpeakerSort
from greffier.records import Entity, EntityKind, Mention, MentionKind, Mentions, Relay, Source, SourceKind

__all__ = ["Sources"]


# Nouns that take up whoever was spoken of last, and name no office of their own.
_PASSING = frozenset(
    {"magistrat", "magistrate", "responsable", "dirigeant", "dirigeante", "diplomate", "élu", "élue", "officier", "militaire"}
)


class Sources:
    """The sources of the drafts of one article, resolved in text order."""

    def __init__(self, reading: Reading, mentions: Mentions, drafts: Sequence[Draft], within: Sequence[int | None]) -> None:
        self.reading = reading
        self.drafts = drafts
        self.within = within
        self.cast = Cast(reading, mentions)
        self.entities = self.cast.entities
        self.antecedents = Antecedents(self.cast, drafts, within)
        self._resolved: dict[int, Source] = {}
        self._indices = {id(draft): index for index, draft in enumerate(drafts)}
        for index in sorted(self._order(), key=lambda i: drafts[i].like is not None):
            if index not in self._resolved:
                self._resolved[index] = self._resolve(index)

    def _order(self) -> list[int]:
        """Outer statements before those inside them, otherwise in the order in which the announcing words stand."""

        def depth(index: int) -> int:
            steps, outer = 0, self.within[index]
            while outer is not None and steps < 10:
                steps, outer = steps + 1, self.within[outer]
            return steps

        return sorted(
            range(len(self.drafts)), key=lambda i: (self.drafts[i].unit, depth(i), (self.drafts[i].cue or self.drafts[i].content[0])[0])
        )

    def source_of(self, index: int) -> Source:
        """Give the source of a draft."""
        return self._resolved[index]

    def relays_of(self, index: int) -> tuple[Relay, ...]:
        """Name who passed a statement on."""
        relays = []
        for place in self.drafts[index].relays:
            entity = self.cast.named(place)
            profile = profile_of(self.reading, place) if entity is None else None
            printed = profile.description if profile is not None else self.reading.text[place[0] : place[1]]
            relays.append(Relay(entity=entity.id if entity else None, name=entity.name if entity else printed))
        return tuple(relays)

    def _resolve(self, index: int) -> Source:
        draft = self.drafts[index]
        if draft.source is None:
            if draft.way is not Way.PREVIOUS:
                return Source()
            previous = self._shared(draft.like) if draft.like is not None else self._previous(draft)
            if previous is not None and previous.kind is SourceKind.DOCUMENT and previous.entity is not None:
                previous = msgspec.structs.replace(previous, kind=KINDS[self.entities[previous.entity].kind])
            return msgspec.structs.replace(previous, start=None, end=None, quote=None, mention=None) if previous is not None else Source()
        source, profile = self._printed(draft.source, index)
        if self.within[index] is None and draft.preposition != "selon lequel":
            gender, plural = self.cast.gender_of(source, profile), profile is not None and profile.plural
            self.antecedents.spoken.append(Known(draft.source[0], draft.unit, source, gender, plural))
        return source

    def _shared(self, like: Draft) -> Source | None:
        """The source of the draft that a quotation goes on from; of one that stands later, too."""
        index = self._indices.get(id(like))
        if index is None:
            return None
        if index not in self._resolved:
            self._resolved[index] = self._resolve(index)
        return self._resolved[index]

    def _previous(self, draft: Draft) -> Source | None:
        """The source of the statement before, if it is near."""
        for known in reversed(self.antecedents.spoken):
            if known.unit <= draft.unit:
                return known.source if draft.unit - known.unit <= REACH else None
        return None

    def _printed(self, place: Place, index: int) -> tuple[Source, Profile | None]:
        profile = profile_of(self.reading, place)
        start, end = place
        blank = Source(start=start, end=end, quote=self.reading.text[start:end])
        if profile is None:
            return blank, None
        return self._identify(blank, place, profile, index), profile

    def _identify(self, blank: Source, place: Place, profile: Profile, index: int) -> Source:
        """Try, in this order: names in the mention, nobody named, pronouns, documents, roles, bodies."""
        if self.drafts[index].preposition == "selon lequel":
            return self._hearsay(blank, place, profile)
        named = self._named_in(place, profile)
        if named and not self._is_any_person(named, profile):
            return self._as_entities(blank, named, profile)
        if profile.self:
            outer = self.within[index]
            if outer is not None and outer not in self._resolved:  # a turn that goes on with an earlier one
                self._resolved[outer] = self._resolve(outer)
            if outer is None:
                return msgspec.structs.replace(blank, kind=SourceKind.GROUP if profile.head.form == "nous" else SourceKind.PERSON)
            return _like(blank, self._resolved[outer])
        if profile.indefinite:
            return self._unnamed(blank, profile)
        if profile.pronoun:
            known = (
                self.antecedents.last_named(place, profile, index)
                if profile.head.form in LAST
                else self.antecedents.meant(place, profile, index)
            )
            return _like(blank, known) if known is not None else blank
        return self._by_noun(blank, place, profile, index)

    def _by_noun(self, blank: Source, place: Place, profile: Profile, index: int) -> Source:
        """Try documents, then office-holders, then bodies."""
        noun = profile.noun
        if noun is not None and noun.sort is SpeakerSort.DOCUMENT:
            return self._document(blank, place, profile)
        if noun is not None and noun.kind is SourceKind.PERSON and not profile.plural:
            known = self.antecedents.role_holder(place, profile, index)
            if known is not None:
                return _like(blank, known)
            return msgspec.structs.replace(blank, name=profile.description, kind=SourceKind.PERSON)
        if noun is not None:
            body = self.antecedents.body(place, profile, index) if noun.sort is SpeakerSort.COLLECTIVE and not profile.plural else None
            if body is not None:
                return _like(blank, body)
            kind = SourceKind.GROUP if noun.kind is SourceKind.PERSON else noun.kind
            return msgspec.structs.replace(blank, name=profile.description if kind is not SourceKind.ANONYMOUS else None, kind=kind)
        if is_person(self.reading, profile.head):
            return msgspec.structs.replace(blank, name=profile.description, kind=SourceKind.GROUP if profile.plural else SourceKind.PERSON)
        return blank

    def _is_any_person(self, named: Sequence[tuple[Mention, Entity]], profile: Profile) -> bool:
        """«le magistrat», «l'élu»: a noun that may stand for many is resolved by who spoke, not by an office told elsewhere."""
        if any(mention.kind is not MentionKind.ROLE or entity.kind is not EntityKind.PERSON for mention, entity in named):
            return False
        if profile.plural or any(word.index > profile.head.index for word in profile.words):
            return False
        gender = self.cast.genders.get(named[0][1].id)
        if profile.head.form in _PASSING or (gender is not None and profile.gender is not None and gender != profile.gender):
            return True
        last = next((known.source for known in reversed(self.antecedents.spoken) if known.source.kind is SourceKind.PERSON), None)
        return last is not None and last.entity is None and profile.head.form in (last.name or "").lower().split()

    def _unnamed(self, blank: Source, profile: Profile) -> Source:
        noun = profile.noun
        if noun is not None and noun.sort is SpeakerSort.DOCUMENT:
            return self._document(blank, (blank.start or 0, blank.end or 0), profile)
        return msgspec.structs.replace(blank, kind=SourceKind.ANONYMOUS)

    def _hearsay(self, blank: Source, place: Place, profile: Profile) -> Source:
        """«les accusations de la presse selon lesquelles»: whoever is printed with the noun, else nobody."""
        for mention in self.cast.mentions_in(place):
            if mention.start > profile.head.end:
                entity = self.entities[mention.entity or ""]
                return msgspec.structs.replace(blank, entity=entity.id, name=entity.name, kind=KINDS[entity.kind])
        return msgspec.structs.replace(blank, kind=SourceKind.ANONYMOUS)

    # Names in the mention

    def _named_in(self, place: Place, profile: Profile) -> list[tuple[Mention, Entity]]:
        """The names and roles that the mention itself is, not those that complete it («le porte-parole du | ministère»)."""
        found: list[tuple[Mention, Entity]] = []
        for mention in self.cast.mentions_in(place):
            entity = self.entities[mention.entity or ""]
            if mention.start < place[0] - 3 or (mention.kind is MentionKind.PRONOUN):
                continue
            if self.reading.folded[mention.end : mention.end + 1] == "-":
                continue  # «le chef d'état | -major»
            if self._is_governed(mention, profile) or self._is_where(entity, profile):
                continue
            if (
                mention.kind is MentionKind.ROLE
                and entity.kind is not EntityKind.PERSON
                and profile.noun is not None
                and profile.noun.sort is SpeakerSort.ROLE
            ):
                continue
            found.append((mention, entity))
        persons = [pair for pair in found if pair[1].kind is EntityKind.PERSON]
        if persons and (profile.noun is None or profile.noun.kind in {SourceKind.PERSON, SourceKind.ANONYMOUS} or found[0] in persons):
            return persons
        return found[:1] if not self._coordinated(found) else found

    def _is_where(self, entity: Entity, profile: Profile) -> bool:
        """«une riveraine croisée place Verte»: a person is no place."""
        person = (profile.noun is not None and profile.noun.kind is SourceKind.PERSON) or is_person(self.reading, profile.head)
        return person and entity.kind is EntityKind.PLACE

    def _is_governed(self, mention: Mention, profile: Profile) -> bool:
        words = [word for word in profile.words if word.start < mention.start]
        if mention.start <= profile.head.start < mention.end or not words:
            return False
        last = words[-1]
        if last.upos == "DET" and len(words) > 1:
            last = words[-2] if words[-1].form not in {"du", "des", "au", "aux"} else last
        return last.upos == "ADP" or last.form in {"de", "d'", "du", "des", "à", "au", "aux", "en"}

    def _coordinated(self, found: Sequence[tuple[Mention, Entity]]) -> bool:
        if len(found) < 2:
            return False
        return all(" et " in f" {self.reading.folded[a.end : b.start]} " for (a, _), (b, _) in pairwise(found))

    def _as_entities(self, blank: Source, named: Sequence[tuple[Mention, Entity]], profile: Profile) -> Source:
        entities = list({entity.id: (mention, entity) for mention, entity in named}.values())
        mention, entity = entities[0]
        kind = KINDS[entity.kind]
        names = [entity.name]
        if len(entities) > 1 and self._coordinated(entities):
            names = [e.name for _, e in entities]
            kind = SourceKind.GROUP if kind is SourceKind.PERSON else kind
        if profile.noun is not None and profile.noun.sort is SpeakerSort.DOCUMENT:
            kind = SourceKind.DOCUMENT
        end = max(blank.end or 0, mention.end)
        return msgspec.structs.replace(
            blank,
            end=end,
            quote=self.reading.text[blank.start : end],
            mention=mention.id,
            entity=entity.id,
            name=" et ".join(names),
            kind=kind,
        )

    # Documents

    def _document(self, blank: Source, place: Place, profile: Profile) -> Source:
        """A communiqué speaks for whoever issued it: the body printed with it, else the last body that spoke."""
        for mention in self.cast.mentions_in(place):
            if mention.start > profile.head.end:
                entity = self.entities[mention.entity or ""]
                return msgspec.structs.replace(blank, entity=entity.id, name=entity.name, kind=SourceKind.DOCUMENT)
        if not profile.indefinite:
            for known in reversed(self.antecedents.spoken):
                if known.source.kind in BODIES and known.source.name:
                    return msgspec.structs.replace(blank, entity=known.source.entity, name=known.source.name, kind=SourceKind.DOCUMENT)
        return msgspec.structs.replace(blank, kind=SourceKind.DOCUMENT)


def _like(blank: Source, known: Source) -> Source:
    """The mention printed here, standing for somebody known."""
    return msgspec.structs.replace(blank, entity=known.entity, name=known.name, kind=known.kind)
