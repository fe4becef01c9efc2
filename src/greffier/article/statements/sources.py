"""From the printed mention to who it is in the article: names, roles, pronouns, «ce dernier», the issuer of a document, nobody.

In: drafts in text order with their nesting, `Mentions`. Out: `Source`s and `Relay`s. Not: identities in the world.

Where two readings fit, the source stays unknown. An indefinite mention («un responsable») is anonymous and is never resolved to a person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.profiles import Profile, profile_of
from greffier.article.statements.reading import Reading, Unit
from greffier.article.statements.subjects import is_person
from greffier.lang.statements import SpeakerSort
from greffier.records import Entity, EntityKind, Mention, MentionKind, Mentions, Relay, Source, SourceKind

__all__ = ["Sources"]

_KINDS = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ROLE: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.COUNTRY: SourceKind.COUNTRY,
    EntityKind.PLACE: SourceKind.ORGANISATION,
    EntityKind.GROUP: SourceKind.GROUP,
    EntityKind.MEDIUM: SourceKind.MEDIUM,
}
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.COUNTRY, SourceKind.GROUP, SourceKind.MEDIUM})
_LAST = frozenset({"dernier", "dernière"})
# Nouns that take up whatever body was named
_ANY_BODY = frozenset(
    {
        "agence",
        "association",
        "banque",
        "compagnie",
        "constructeur",
        "entreprise",
        "firme",
        "fondation",
        "groupe",
        "institution",
        "ong",
        "organisation",
        "organisme",
        "société",
        "syndicat",
        "parti",
        "formation",
        "club",
        "fédération",
        "quotidien",
        "journal",
        "chaîne",
        "géant",
        "opérateur",
    }
)
# A body that leads its sentence stands among so many first words, or something else may lead it.
_FIRST_WORDS = 3
_CE_DERNIER = re.compile(r"(?:ce dernier|cette dernière)\b", re.IGNORECASE)
# «ministre de l'Économie», against «ministre française»
_COMPLETED = re.compile(r"\s(?:de|du|des|d')\b|\sd'")
# How many units back a pronoun or «le diplomate» may reach.
_REACH = 6
# So many of those who spoke last are thought of.
_REMEMBERED = 40


# Nouns that take up whoever was spoken of last, and name no office of their own.
_PASSING = frozenset(
    {"magistrat", "magistrate", "responsable", "dirigeant", "dirigeante", "diplomate", "élu", "élue", "officier", "militaire"}
)


class _Known(msgspec.Struct, frozen=True):
    """Somebody who may be meant by a pronoun: where printed, in which unit, and what is known of them."""

    position: int
    unit: int
    source: Source
    gender: str | None
    plural: bool


class Sources:
    """The sources of the drafts of one article, resolved in text order."""

    def __init__(self, reading: Reading, mentions: Mentions, drafts: Sequence[Draft], within: Sequence[int | None]) -> None:
        self.reading = reading
        self.drafts = drafts
        self.within = within
        self.mentions = sorted((m for m in mentions.mentions if m.entity is not None), key=lambda m: (m.start, -m.end))
        self.entities = {entity.id: entity for entity in mentions.entities}
        self._starts = [mention.start for mention in self.mentions]
        self._draft_starts = [draft.start for draft in drafts]
        self._genders = self._known_genders()
        self._spoken: list[_Known] = []
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
            entity = self._named(place)
            relays.append(
                Relay(entity=entity.id if entity else None, name=entity.name if entity else self.reading.text[place[0] : place[1]])
            )
        return tuple(relays)

    def _resolve(self, index: int) -> Source:
        draft = self.drafts[index]
        if draft.source is None:
            if draft.way is not Way.PREVIOUS:
                return Source()
            previous = self._shared(draft.like) if draft.like is not None else self._previous(draft)
            if previous is not None and previous.kind is SourceKind.DOCUMENT and previous.entity is not None:
                previous = msgspec.structs.replace(previous, kind=_KINDS[self.entities[previous.entity].kind])
            return msgspec.structs.replace(previous, start=None, end=None, quote=None, mention=None) if previous is not None else Source()
        source, profile = self._printed(draft.source, index)
        if self.within[index] is None and draft.preposition != "selon lequel":
            self._spoken.append(
                _Known(
                    draft.source[0], draft.unit, source, self._gender_of(source, profile), profile.plural if profile is not None else False
                )
            )
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
        for known in reversed(self._spoken):
            if known.unit <= draft.unit:
                return known.source if draft.unit - known.unit <= _REACH else None
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
            known = self._last_named(place, profile, index) if profile.head.form in _LAST else self._meant(place, profile, index)
            return _like(blank, known) if known is not None else blank
        return self._by_noun(blank, place, profile, index)

    def _by_noun(self, blank: Source, place: Place, profile: Profile, index: int) -> Source:
        """Try documents, then office-holders, then bodies."""
        noun = profile.noun
        if noun is not None and noun.sort is SpeakerSort.DOCUMENT:
            return self._document(blank, place, profile)
        if noun is not None and noun.kind is SourceKind.PERSON and not profile.plural:
            known = self._role_holder(place, profile, index)
            if known is not None:
                return _like(blank, known)
            return msgspec.structs.replace(blank, name=profile.description, kind=SourceKind.PERSON)
        if noun is not None:
            body = self._body(place, profile, index) if noun.sort is SpeakerSort.COLLECTIVE and not profile.plural else None
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
        gender = self._genders.get(named[0][1].id)
        if profile.head.form in _PASSING or (gender is not None and profile.gender is not None and gender != profile.gender):
            return True
        last = next((known.source for known in reversed(self._spoken) if known.source.kind is SourceKind.PERSON), None)
        return last is not None and last.entity is None and profile.head.form in (last.name or "").lower().split()

    def _unnamed(self, blank: Source, profile: Profile) -> Source:
        noun = profile.noun
        if noun is not None and noun.sort is SpeakerSort.DOCUMENT:
            return self._document(blank, (blank.start or 0, blank.end or 0), profile)
        return msgspec.structs.replace(blank, kind=SourceKind.ANONYMOUS)

    def _hearsay(self, blank: Source, place: Place, profile: Profile) -> Source:
        """«les accusations de la presse selon lesquelles»: whoever is printed with the noun, else nobody."""
        for mention in self._mentions_in(place):
            if mention.start > profile.head.end:
                entity = self.entities[mention.entity or ""]
                return msgspec.structs.replace(blank, entity=entity.id, name=entity.name, kind=_KINDS[entity.kind])
        return msgspec.structs.replace(blank, kind=SourceKind.ANONYMOUS)

    # Names in the mention

    def _mentions_in(self, place: Place) -> Iterator[Mention]:
        for mention in self.mentions[bisect_left(self._starts, place[0] - 200) :]:
            if mention.start >= place[1]:
                return
            if mention.end > place[0]:
                yield mention

    def _named_in(self, place: Place, profile: Profile) -> list[tuple[Mention, Entity]]:
        """The names and roles that the mention itself is, not those that complete it («le porte-parole du | ministère»)."""
        found: list[tuple[Mention, Entity]] = []
        for mention in self._mentions_in(place):
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
        kind = _KINDS[entity.kind]
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

    def _named(self, place: Place) -> Entity | None:
        for mention in self._mentions_in(place):
            return self.entities[mention.entity or ""]
        return None

    # Documents

    def _document(self, blank: Source, place: Place, profile: Profile) -> Source:
        """A communiqué speaks for whoever issued it: the body printed with it, else the last body that spoke."""
        for mention in self._mentions_in(place):
            if mention.start > profile.head.end:
                entity = self.entities[mention.entity or ""]
                return msgspec.structs.replace(blank, entity=entity.id, name=entity.name, kind=SourceKind.DOCUMENT)
        if not profile.indefinite:
            for known in reversed(self._spoken):
                if known.source.kind in _BODIES and known.source.name:
                    return msgspec.structs.replace(blank, entity=known.source.entity, name=known.source.name, kind=SourceKind.DOCUMENT)
        return msgspec.structs.replace(blank, kind=SourceKind.DOCUMENT)

    # Pronouns and roles

    def _meant(self, place: Place, profile: Profile, index: int) -> Source | None:
        """Whoever a pronoun means: somebody named before it in its own sentence, a newer subject, the last one who spoke."""
        candidates = list(self._before(place, index))
        fitting = [
            known
            for known in candidates
            if _agrees(known, profile) and (not profile.plural or known.plural or known.source.kind is SourceKind.GROUP)
        ]
        return fitting[0].source if fitting else None

    def _last_named(self, place: Place, profile: Profile, index: int) -> Source | None:
        """«ce dernier»: the person named last before it, and not the one who spoke last; nobody where that cannot be told."""
        before = self.reading.units[max(0, self.drafts[index].unit - 1)].start
        for mention in sorted(self._mentions_in((before, place[0])), key=lambda mention: (-mention.start, mention.end)):
            entity = self.entities[mention.entity or ""]
            gender = self._genders.get(entity.id)
            if mention.end > place[0] or entity.kind is not EntityKind.PERSON:
                continue
            if gender is not None and profile.gender is not None and gender != profile.gender:
                continue
            return Source(mention=mention.id, entity=entity.id, name=entity.name, kind=_KINDS[entity.kind])
        return None

    def _before(self, place: Place, index: int) -> Iterator[_Known]:
        """Give who may be meant, the likeliest first: the latest of those who spoke and those who began a sentence since, outside marks."""
        draft = self.drafts[index]
        outer = self.within[index]
        inside = self.reading.units[draft.unit].outer_around(place[0]) if outer is not None else None
        spoken = [known for known in self._spoken[-_REMEMBERED:] if known.position < place[0] and draft.unit - known.unit <= _REACH]
        subjects = self._subjects(place, draft.unit, spoken[-1].position if spoken else -1, inside=inside is not None)
        yield from sorted((*spoken, *subjects, *self._taken_up(place, draft.unit, index)), key=lambda known: -known.position)

    def _taken_up(self, place: Place, unit: int, index: int) -> Iterator[_Known]:
        """«Ce dernier n'a pas caché sa joie. « … », a-t-il dit»: sentences that begin with «ce dernier»."""
        for home in self.reading.units[max(0, unit - 1) : unit + 1]:
            opening = _CE_DERNIER.match(self.reading.folded, home.start, home.end)
            if opening is None or opening.end() > place[0]:
                continue
            profile = profile_of(self.reading, opening.span())
            source = self._last_named(opening.span(), profile, index) if profile is not None else None
            if source is not None and profile is not None:
                yield _Known(opening.start(), unit, source, profile.gender, plural=False)

    def _subjects(self, place: Place, unit: int, after: int, *, inside: bool) -> list[_Known]:
        """Names that begin a sentence, or stand in the sentence of the pronoun, after the last one who spoke."""
        found = []
        for mention in self._mentions_in((max(0, self.reading.units[max(0, unit - 2)].start), place[0])):
            entity = self.entities[mention.entity or ""]
            if mention.start < after or mention.end > place[0]:
                continue
            home = self.reading.unit_of(mention.start)
            if not inside and home.outer_around(mention.start) is not None:
                continue
            own = home.start <= place[0] < home.end
            first = home.word_at(mention.start)
            leads = not any(word.finite for word in home.words[:first]) and not (first and home.words[first - 1].upos == "ADP")
            if first > 1 and home.words[first - 1].upos == "DET" and home.words[first - 2].upos == "ADP":
                leads = own
            if self._is_told(mention.start) if not own else self._is_content_of(place, mention.start):
                continue
            if own and not leads and self._completes(home, first):
                continue  # «Candidat à la succession de Jean Roux, il souligne»: not Jean Roux
            if not (leads or (own and entity.kind is EntityKind.PERSON)):
                continue
            if entity.kind not in {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.GROUP} or (
                entity.kind is not EntityKind.PERSON and (not leads or own or first > _FIRST_WORDS)
            ):
                continue
            source = Source(mention=mention.id, entity=entity.id, name=entity.name, kind=_KINDS[entity.kind])
            found.append(_Known(mention.start, unit, source, self._genders.get(entity.id), plural=entity.kind is EntityKind.GROUP))
        return found

    @staticmethod
    def _completes(home: Unit, first: int) -> bool:
        """Tell whether the mention at word `first` completes a noun: «la succession de Jean Roux»."""
        before = first - 1
        while before > 0 and (home.words[before].upos == "DET" or home.words[before].form.endswith(".")):
            before -= 1
        return before > 0 and home.words[before].form in {"de", "d'", "du", "des"}

    def _is_told(self, position: int) -> bool:
        """Tell whether a position stands in somebody's words."""
        near = self.drafts[max(0, bisect_left(self._draft_starts, position) - _REMEMBERED) : bisect_left(self._draft_starts, position + 1)]
        return any(start <= position < end for draft in near for start, end in draft.content)

    def _is_content_of(self, place: Place, position: int) -> bool:
        """Tell whether a position stands in the words that the mention at `place` says: «L'Inde, a-t-elle dit, s'oppose …»."""
        return any(draft.source == place and any(start <= position < end for start, end in draft.content) for draft in self.drafts)

    def _role_holder(self, place: Place, profile: Profile, index: int) -> Source | None:
        """«le diplomate», «le ministre»: the last person who spoke, if the noun may stand for anybody or is that person's own."""
        complemented = any(word.start > profile.head.end and word.upos in {"ADP", "NOUN", "PROPN"} for word in profile.words)
        for known in self._before(place, index):
            if known.source.kind is not SourceKind.PERSON or not _agrees(known, profile) or known.plural:
                continue
            if known.source.entity is None and known.source.name is None:
                continue
            if known.source.entity is None:
                if self._has_role(known.source, profile):
                    return known.source
                if not complemented and profile.head.form in self.reading.grammar.hypernyms:
                    return None  # «Le procureur a requis … », a lancé le magistrat: not the one named before him
                continue
            own = self._has_role(known.source, profile) or self._only_holder(known.source, profile)
            if own or (not complemented and profile.head.form in self.reading.grammar.hypernyms and self._may_be(profile)):
                return known.source
            if not complemented:
                return None
        return self._holder_of(profile) if complemented else None

    def _holder_of(self, profile: Profile) -> Source | None:
        """«le président de la transition», named somewhere in the article only: its one holder."""
        holders = {
            mention.entity
            for mention in self.mentions
            if mention.kind is MentionKind.ROLE and self._words_of(profile) <= self._words_of_role(mention.quote.lower())
        }
        if len(holders) != 1:
            return None
        entity = self.entities[holders.pop() or ""]
        return Source(entity=entity.id, name=entity.name, kind=_KINDS[entity.kind]) if entity.kind is EntityKind.PERSON else None

    def _body(self, place: Place, profile: Profile, index: int) -> Source | None:
        """«Le tribunal» is the one named in full before it; «l'organisation» the body that spoke last; nobody where two fit."""
        head = profile.head.form
        if any(word.index > profile.head.index and word.upos != "PUNCT" for word in profile.words):
            return None
        fuller = {
            mention.entity
            for mention in self.mentions[: bisect_left(self._starts, place[0])]
            if mention.kind is MentionKind.NAME and " " in mention.quote and head in mention.quote.lower().replace("'", "' ").split()
        }
        if len(fuller) == 1:
            entity = self.entities[fuller.pop() or ""]
            return Source(entity=entity.id, name=entity.name, kind=_KINDS[entity.kind])
        if fuller or head not in _ANY_BODY:
            return None
        near = [known.source for known in self._before(place, index) if known.source.kind in _BODIES and known.source.entity is not None]
        kinds = (
            {SourceKind.ORGANISATION, SourceKind.MEDIUM}
            if head in {"agence", "quotidien", "journal", "chaîne"}
            else {SourceKind.ORGANISATION}
        )
        near = [source for source in near if source.kind in kinds]
        return near[0] if len({source.entity for source in near}) == 1 else None

    def _roles(self, entity: str | None) -> Iterator[str]:
        for mention in self.mentions:
            if mention.entity == entity and mention.kind is MentionKind.ROLE:
                yield mention.quote.lower()

    def _has_role(self, source: Source, profile: Profile) -> bool:
        if source.entity is None:
            return bool(source.name) and self._is_same_office((source.name or "").lower(), profile)
        return any(self._is_same_office(role, profile) for role in self._roles(source.entity))

    def _is_same_office(self, role: str, profile: Profile) -> bool:
        """«Le chef d'état-major gambien» is not «le chef de l'Etat gambien»: what completes one office is part of the other."""
        ours, theirs = self._words_of(profile), self._words_of_role(role)
        return profile.head.form in theirs and (ours <= theirs or theirs <= ours)

    def _words_of(self, profile: Profile) -> set[str]:
        closed = self.reading.grammar.determiners | self.reading.grammar.contractions | self.reading.grammar.prepositions
        return {word.form for word in profile.words if word.form not in closed and word.upos != "PUNCT"}

    def _words_of_role(self, role: str) -> set[str]:
        closed = self.reading.grammar.determiners | self.reading.grammar.contractions | self.reading.grammar.prepositions
        return {word for word in role.replace("'", "' ").replace("’", "' ").split() if word not in closed}

    def _only_holder(self, source: Source, profile: Profile) -> bool:
        """«La ministre française Anne Roux», then «la ministre de l'Économie»: hers, if nobody else of the article has such an office."""
        head = profile.head.form
        holders = {m.entity for m in self.mentions if m.kind is MentionKind.ROLE and head in m.quote.lower().split()}
        holders = {
            e
            for e in holders
            if e is not None
            and self.entities[e].kind is EntityKind.PERSON
            and (profile.gender is None or self._genders.get(e, profile.gender) == profile.gender)
        }
        ours = [role for role in self._roles(source.entity) if head in role.split()]
        return holders == {source.entity} and bool(ours) and not any(_COMPLETED.search(role) for role in ours)

    @staticmethod
    def _may_be(profile: Profile) -> bool:
        """An office-holder is called by his own office only: «le ministre» is nobody's whose office is not told."""
        return profile.head.form not in {"ministre", "président", "présidente", "candidat", "candidate"}

    # Gender

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

    def _gender_of(self, source: Source, profile: Profile | None) -> str | None:
        if source.entity is not None and source.entity in self._genders:
            return self._genders[source.entity]
        return profile.gender if profile is not None else None


def _agrees(known: _Known, profile: Profile) -> bool:
    """Tell whether gender and number may be the same; who has no name can be meant by nobody's pronoun but stays unnamed."""
    if known.gender is not None and profile.gender is not None and known.gender != profile.gender:
        return False
    return not (known.plural and not profile.plural)


def _like(blank: Source, known: Source) -> Source:
    """The mention printed here, standing for somebody known."""
    return msgspec.structs.replace(blank, entity=known.entity, name=known.name, kind=known.kind)
