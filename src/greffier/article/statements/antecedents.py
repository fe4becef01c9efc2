"""Whom a pronoun, «ce dernier», an office or «l'organisation» means: who spoke, who leads a sentence, who is named, nobody where two fit.

In: the `Cast` of an article, its drafts with their nesting, and who spoke so far. Out: `Source`s. Not: names printed in the mention itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from greffier.article.statements.cast import Cast
from greffier.article.statements.draft import Draft, Place
from greffier.article.statements.profiles import Profile, profile_of
from greffier.article.statements.reading import Unit
from greffier.records import Entity, EntityKind, MentionKind, Source, SourceKind

__all__ = ["BODIES", "KINDS", "LAST", "REACH", "Antecedents", "Known"]

KINDS = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ROLE: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.COUNTRY: SourceKind.COUNTRY,
    EntityKind.PLACE: SourceKind.ORGANISATION,
    EntityKind.GROUP: SourceKind.GROUP,
    EntityKind.MEDIUM: SourceKind.MEDIUM,
}
BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.COUNTRY, SourceKind.GROUP, SourceKind.MEDIUM})
LAST = frozenset({"dernier", "dernière"})
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
REACH = 6
# So many of those who spoke last are thought of.
_REMEMBERED = 40


class Known(msgspec.Struct, frozen=True):
    """Somebody who may be meant by a pronoun: where printed, in which unit, and what is known of them."""

    position: int
    unit: int
    source: Source
    gender: str | None
    plural: bool


class Antecedents:
    """Who may be meant, statement by statement; `spoken` grows as sources are resolved."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft], within: Sequence[int | None]) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.mentions = cast.mentions
        self.entities = cast.entities
        self.drafts = drafts
        self.within = within
        self.spoken: list[Known] = []
        self._draft_starts = [draft.start for draft in drafts]
        grammar = self.reading.grammar
        self._closed = grammar.determiners | grammar.contractions | grammar.prepositions

    def meant(self, place: Place, profile: Profile, index: int) -> Source | None:
        """Whoever a pronoun means: somebody named before it in its own sentence, a newer subject, the last one who spoke."""
        candidates = list(self.before(place, index))
        fitting = [
            known
            for known in candidates
            if _agrees(known, profile) and (not profile.plural or known.plural or known.source.kind is SourceKind.GROUP)
        ]
        return fitting[0].source if fitting else None

    def last_named(self, place: Place, profile: Profile, index: int) -> Source | None:
        """«ce dernier»: the person named last before it, and not the one who spoke last; nobody where that cannot be told."""
        before = self.reading.units[max(0, self.drafts[index].unit - 1)].start
        for mention in sorted(self.cast.mentions_in((before, place[0])), key=lambda mention: (-mention.start, mention.end)):
            entity = self.entities[mention.entity or ""]
            gender = self.cast.genders.get(entity.id)
            if mention.end > place[0] or entity.kind is not EntityKind.PERSON:
                continue
            if gender is not None and profile.gender is not None and gender != profile.gender:
                continue
            return _as_source(entity, mention.id)
        return None

    def before(self, place: Place, index: int) -> Iterator[Known]:
        """Give who may be meant, the likeliest first: the latest of those who spoke and those who began a sentence since, outside marks."""
        draft = self.drafts[index]
        outer = self.within[index]
        inside = self.reading.units[draft.unit].outer_around(place[0]) if outer is not None else None
        spoken = [known for known in self.spoken[-_REMEMBERED:] if known.position < place[0] and draft.unit - known.unit <= REACH]
        subjects = self._subjects(place, draft.unit, spoken[-1].position if spoken else -1, inside=inside is not None)
        yield from sorted((*spoken, *subjects, *self._taken_up(place, draft.unit, index)), key=lambda known: -known.position)

    def _taken_up(self, place: Place, unit: int, index: int) -> Iterator[Known]:
        """«Ce dernier n'a pas caché sa joie. « … », a-t-il dit»: sentences that begin with «ce dernier»."""
        for home in self.reading.units[max(0, unit - 1) : unit + 1]:
            opening = _CE_DERNIER.match(self.reading.folded, home.start, home.end)
            if opening is None or opening.end() > place[0]:
                continue
            profile = profile_of(self.reading, opening.span())
            source = self.last_named(opening.span(), profile, index) if profile is not None else None
            if source is not None and profile is not None:
                yield Known(opening.start(), unit, source, profile.gender, plural=False)

    def _subjects(self, place: Place, unit: int, after: int, *, inside: bool) -> list[Known]:
        """Names that begin a sentence, or stand in the sentence of the pronoun, after the last one who spoke."""
        found = []
        for mention in self.cast.mentions_in((max(0, self.reading.units[max(0, unit - 2)].start), place[0])):
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
            source = _as_source(entity, mention.id)
            found.append(Known(mention.start, unit, source, self.cast.genders.get(entity.id), plural=entity.kind is EntityKind.GROUP))
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

    def role_holder(self, place: Place, profile: Profile, index: int) -> Source | None:
        """«le diplomate», «le ministre»: the last person who spoke, if the noun may stand for anybody or is that person's own."""
        complemented = any(word.start > profile.head.end and word.upos in {"ADP", "NOUN", "PROPN"} for word in profile.words)
        for known in self.before(place, index):
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
            spoke = any(known is other for other in self.spoken)
            anybody = profile.head.form in self.reading.grammar.hypernyms and self._may_be(profile)
            if own or (not complemented and spoke and anybody):
                return known.source
            if not complemented:
                return None
        return self._holder_of(profile) if complemented else None

    def _holder_of(self, profile: Profile) -> Source | None:
        """«le président de la transition», named somewhere in the article only: its one holder."""
        ours = self._words_of(profile)
        roles = (mention for mention in self.mentions if mention.kind is MentionKind.ROLE)
        holders = {mention.entity for mention in roles if ours <= self._words_of_role(mention.quote.lower())}
        if len(holders) != 1:
            return None
        entity = self.entities[holders.pop() or ""]
        return _as_source(entity) if entity.kind is EntityKind.PERSON else None

    def body(self, place: Place, profile: Profile, index: int) -> Source | None:
        """«Le tribunal» is the one named in full before it; «l'organisation» the body that spoke last; nobody where two fit."""
        head = profile.head.form
        if any(word.index > profile.head.index and word.upos != "PUNCT" for word in profile.words):
            return None
        fuller = {
            mention.entity
            for mention in self.mentions[: bisect_left(self.cast.starts, place[0])]
            if mention.kind is MentionKind.NAME and " " in mention.quote and head in mention.quote.lower().replace("'", "' ").split()
        }
        if len(fuller) == 1:
            return _as_source(self.entities[fuller.pop() or ""])
        if fuller or head not in _ANY_BODY:
            return None
        near = [known.source for known in self.before(place, index) if known.source.kind in BODIES and known.source.entity is not None]
        kinds = (
            {SourceKind.ORGANISATION, SourceKind.MEDIUM}
            if head in {"agence", "quotidien", "journal", "chaîne"}
            else {SourceKind.ORGANISATION}
        )
        near = [source for source in near if source.kind in kinds]
        return near[0] if len({source.entity for source in near}) == 1 else None

    def _has_role(self, source: Source, profile: Profile) -> bool:
        if source.entity is None:
            return bool(source.name) and self._is_same_office((source.name or "").lower(), profile)
        return any(self._is_same_office(role, profile) for role in self.cast.roles(source.entity))

    def _is_same_office(self, role: str, profile: Profile) -> bool:
        """«Le chef d'état-major gambien» is not «le chef de l'Etat gambien»: what completes one office is part of the other."""
        ours, theirs = self._words_of(profile), self._words_of_role(role)
        return profile.head.form in theirs and (ours <= theirs or theirs <= ours)

    def _words_of(self, profile: Profile) -> set[str]:
        return {word.form for word in profile.words if word.form not in self._closed and word.upos != "PUNCT"}

    def _words_of_role(self, role: str) -> set[str]:
        return {word for word in role.replace("'", "' ").replace("’", "' ").split() if word not in self._closed}

    def _only_holder(self, source: Source, profile: Profile) -> bool:
        """«La ministre française Anne Roux», then «la ministre de l'Économie»: hers, if nobody else of the article has such an office."""
        head = profile.head.form
        holders = {m.entity for m in self.mentions if m.kind is MentionKind.ROLE and head in m.quote.lower().split()}
        holders = {
            e
            for e in holders
            if e is not None
            and self.entities[e].kind is EntityKind.PERSON
            and (profile.gender is None or self.cast.genders.get(e, profile.gender) == profile.gender)
        }
        ours = [role for role in self.cast.roles(source.entity) if head in role.split()]
        return holders == {source.entity} and bool(ours) and not any(_COMPLETED.search(role) for role in ours)

    @staticmethod
    def _may_be(profile: Profile) -> bool:
        """An office-holder is called by his own office only: «le ministre» is nobody's whose office is not told."""
        return profile.head.form not in {"ministre", "président", "présidente", "candidat", "candidate"}


def _as_source(entity: Entity, mention: str | None = None) -> Source:
    return Source(mention=mention, entity=entity.id, name=entity.name, kind=KINDS[entity.kind])


def _agrees(known: Known, profile: Profile) -> bool:
    """Tell whether gender and number may be the same; who has no name can be meant by nobody's pronoun but stays unnamed."""
    if known.gender is not None and profile.gender is not None and known.gender != profile.gender:
        return False
    return not (known.plural and not profile.plural)
