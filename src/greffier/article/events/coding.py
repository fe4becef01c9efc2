"""The coder: sentence by sentence from triggers to events.

In: everything that the other rooms found. Out: `Event`s. Not: rules of language; these are in `triggers`, `roles`, `status`, `setting`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from greffier.article.events.clauses import counted, is_passive, subjects
from greffier.article.events.lists import enumerations
from greffier.article.events.merging import Candidate, merge
from greffier.article.events.roles import Parties, Scene, carries, entities_of, fill, is_political
from greffier.article.events.setting import place_of, time_of
from greffier.article.events.status import is_refusal, reduce, status_of
from greffier.article.events.triggers import Found, find_triggers
from greffier.lang import Pack
from greffier.records import (
    Act,
    Answer,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    EventType,
    Link,
    LinkKind,
    Mention,
    Mentions,
    Sentence,
    Span,
    Statement,
    Times,
    Trace,
)
from greffier.text.trees import Tree, feature

__all__ = ["Coder"]

# «annonce l'expulsion de l'ambassadeur», «condamne l'invasion»: a bare noun phrase is told in the cue's own sentence and mood.
_OBJECT = "_object"
# What a speech act is in PLOVER, where the trigger table has no row for its cue. `state`, `announce` and their kin are statements only.
_VERBAL = {
    Act.DENY: (EventType.REJECT, "deny", "016"),
    Act.ACCUSE: (EventType.ACCUSE, "allege", "112"),
    Act.CRITICISE: (EventType.ACCUSE, "disapprove", "111"),
    Act.PRAISE: (EventType.SUPPORT, None, "051"),
    Act.URGE: (EventType.REQUEST, None, "100"),
    Act.AGREE: (EventType.AGREE, None, "030"),
    Act.THREATEN: (EventType.THREATEN, None, "130"),
    Act.REFUSE: (EventType.REJECT, None, "120"),
    Act.APOLOGISE: (EventType.CONCEDE, None, "055"),
}
# Types whose complement is what is wanted, not what happened.
_OVER_CONTENT = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
# Types that matches are told in.
_PLAYED = frozenset({"ASSAULT", "SUPPORT", "CONSULT", "RETREAT"})
_WHICH = re.compile(r",\s+ce\s+qu(?:e\s|['’])")  # «, ce que Kiev a démenti»
# Types of which an act is political although neither party has a name.
_WITHOUT_NAMES = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "SANCTION"})
# Uncalibrated strengths: both parties named by the tree, one of them, a speech act without a row of its own.
_BOTH, _ONE, _SPOKEN = 0.8, 0.6, 0.5


class Coder:
    """Codes one article; holds what the rules of a sentence need to know of the whole."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        times: Times,
        statements: tuple[Statement, ...],
        links: tuple[Link, ...],
        pack: Pack,
        trace: Trace,
    ) -> None:
        self.document = document
        self.text = document.text
        self.mentions = mentions.mentions
        self._mentioned = [mention.start for mention in mentions.mentions]
        self.entities = {entity.id: entity for entity in mentions.entities}
        self.kinds = {entity.id: entity.kind for entity in mentions.entities}
        self.times = times.expressions
        self.statements = statements
        self.denied = {link.target for link in links if link.kind is LinkKind.DENIES}
        self.tables = pack.events
        self.nationalities = pack.names.nationalities
        self.by_identity = {entity.identity: entity for entity in mentions.entities if entity.identity}
        self.seats = self._seats(pack)
        self.bodies: dict[str, str] = {}
        self.trace = trace

    def code(self, sentences: tuple[Sentence, ...]) -> tuple[Event, ...]:
        """Code the parsed sentences of the prose, in text order."""
        candidates: list[Candidate] = []
        previous: tuple[str, ...] = ()
        for sentence in sentences:
            if not sentence.tokens or not self.document.is_prose_at(sentence.start):
                continue
            tree = Tree(sentence.tokens)
            at = self._entities_at(sentence)
            found = self._outermost(tree, find_triggers(tree, at, self.tables))
            announced = self._announced(tree) if found else {}
            told = [
                c for t in found if not self._is_sport(tree, t) and (c := self._candidate(tree, t, at, previous, announced)) is not None
            ]
            candidates += self._disputed(told, sentence)
            candidates += self._speech(sentence, {self._span(tree, t) for t in found})
            previous = self._topic(tree, at, previous)
            self._remember_bodies(sentence)
        return tuple(self._event(number, candidate) for number, candidate in enumerate(merge(candidates), 1))

    def _seats(self, pack: Pack) -> dict[str, str]:
        """By the id of each capital that stands as a place the state, or the capital itself where the article names no state."""
        capitals = pack.names.capitals
        seats = [e for e in self.entities.values() if e.kind is EntityKind.PLACE and e.name in capitals]
        return {e.id: self.by_identity.get(capitals[e.name], e).id for e in seats}

    def _is_sport(self, tree: Tree, found: Found) -> bool:
        """«la France affronte la Belgique en finale»: words of war that tell a match."""
        return found.row.type in _PLAYED and any(t.lemma.lower() in self.tables.words["sport"] for t in tree.tokens)

    def _disputed(self, told: list[Candidate], sentence: Sentence) -> list[Candidate]:
        """«X a affirmé avoir pris la ville, ce que Y a démenti»: what stands before is disputed, the denial is the article's own."""
        for denial in (c for c in told if c.mode == "deny"):
            clause = _WHICH.search(self.text, sentence.start, denial.start)
            if clause is None:
                continue
            told = [
                c._replace(status=EventStatus.DISPUTED)
                if c.end <= clause.start() and c.status in {EventStatus.CLAIMED, EventStatus.HEARSAY}
                else c._replace(status=EventStatus.ASSERTED, within=None)
                if c is denial and c.status is EventStatus.CLAIMED
                else c
                for c in told
            ]
        return told

    def _mentions_in(self, sentence: Sentence) -> tuple[Mention, ...]:
        return self.mentions[bisect_left(self._mentioned, sentence.start) : bisect_left(self._mentioned, sentence.end)]

    def _remember_bodies(self, sentence: Sentence) -> None:
        """Keep the bodies of the sentence under their bare noun; two bodies of one name leave it to neither."""
        for mention in self._mentions_in(sentence):
            entity = self.entities.get(mention.entity or "")
            if entity is None or entity.kind is not EntityKind.ORGANISATION:
                continue
            noun = mention.quote.split()[0]  # in small letters: «l'Armée de libération nationale» is no «armée»
            if noun in self.tables.words["body"] and len(mention.quote) > len(noun):
                self.bodies[noun] = entity.id if self.bodies.get(noun, entity.id) == entity.id else ""

    def _entities_at(self, sentence: Sentence) -> Mapping[int, Entity]:
        """Map each token under a mention to the entity it names; inner mentions give way to the longer ones around them."""
        at: dict[int, Entity] = {}
        inside = [m for m in self._mentions_in(sentence) if m.entity in self.entities]
        for mention in sorted(inside, key=lambda m: m.end - m.start):
            entity = self.entities[mention.entity or ""]
            for token in sentence.tokens:
                if mention.start <= token.start < mention.end:
                    at[token.index] = entity
        for token in sentence.tokens:  # «des opposants biélorusses»: the country, where the article names it elsewhere
            if token.upos == "ADJ" and token.index not in at:
                country = self.by_identity.get(self.nationalities.get(token.form.lower(), ""))
                if country is not None:
                    at[token.index] = country
        return at

    def _outermost(self, tree: Tree, found: list[Found]) -> list[Found]:
        """Leave out what is only promised, demanded or refused: «convenu de renforcer les échanges» is one event, the agreement."""
        governed: set[int] = set()
        for trigger in found:
            if trigger.row.type in _OVER_CONTENT:
                for child in tree.children(trigger.head, "xcomp", "ccomp", "obj", "obl", "acl", "advcl"):
                    if child > trigger.head and not tree.is_a(child, "obl:agent", "obl:mod"):
                        governed |= set(tree.subtree(child))
        told = {(t.head, t.row.type) for t in found if t.row.pos == "V"}
        asked = {t.head: "|".join(t.row.needs).replace("=", "|").replace(",", "|").split("|") for t in found if t.row.pos == "V"}
        return [t for t in found if t.head not in governed and not self._twice(tree, t, told, asked)]

    def _twice(self, tree: Tree, found: Found, told: set[tuple[int, str]], asked: Mapping[int, list[str]]) -> bool:
        """«ont apporté leur soutien», «a annoncé le retrait»: verb and noun tell one event; `asked` are the words the verb's row needs."""
        governor = tree.head(found.head)
        if found.row.pos != "N" or governor is None or not tree.is_a(found.head, "obj", "obl", "nsubj"):
            return False
        return (governor, found.row.type) in told or tree.tokens[found.head].lemma.lower() in asked.get(governor, ())

    def _candidate(
        self, tree: Tree, found: Found, at: Mapping[int, Entity], previous: tuple[str, ...], announced: Mapping[int, Statement]
    ) -> Candidate | None:
        start, end = self._span(tree, found)
        statement = self._holder(start, end)
        if statement is not None and self._is_beside_cue(tree, found.head, statement):
            statement = None
        cue = self._spoken_by_cue(start, end)
        voice = cue or statement
        if statement is not None:  # who speaks stands outside of the words; a party of theirs is named in them
            inside = {i: e for i, e in at.items() if any(p.start <= tree.tokens[i].start < p.end for p in statement.content)}
        else:
            inside = dict(at)
        speaker = voice.source.entity if voice else None
        spoken = statement.mode if statement else None
        scene = Scene(
            tree,
            inside,
            self.tables.words,
            self.tables.plain,
            speaker,
            spoken,
            {i: s.source.entity for i, s in announced.items() if tree.tokens[i].upos == "VERB" and s.source.entity},
            self.kinds,
            previous,
            self.bodies,
            self.seats,
            lists=enumerations(tree, inside),
        )
        parties = fill(found, scene)
        if not parties.actors and statement is not None and self._is_infinitive_of_cue(tree, found.head, statement) and speaker:
            parties = Parties((speaker,), tuple(r for r in parties.recipients if r != speaker))
        if found.row.type == EventType.ASSAULT and not parties.actors and self._no_assailant(tree, found):
            return None
        if cue is not None and cue.source.entity and not parties.actors:
            parties = Parties((cue.source.entity,), tuple(r for r in parties.recipients if r != cue.source.entity))
        parties = self._foreign(self._political(parties))
        row = found.row
        named = [self.entities[e] for e in (*parties.actors, *parties.recipients)]
        if not any(carries(e) for e in named) and not self._is_unnamed_party(tree, found):
            if self.trace.on:
                self.trace.note("events", f"trigger:{row.lemma}", (start, end), Answer.ABSTAINED, "no political party named")
            return None
        if row.pos == "N" and row.type == EventType.SANCTION and not parties.actors and row.mode != "expel":
            return None  # «les sanctions contre X»: that they stand is no happening
        disputed = statement is not None and statement.id in self.denied
        status = status_of(tree, found.head, statement, self.tables, own_act=cue is not None and statement is None, disputed=disputed)
        kind, mode = reduce(EventType(row.type), row.mode, status)
        if is_refusal(tree, found.head, self.tables):
            kind, mode, status = EventType.REJECT, None, EventStatus.ASSERTED if statement is None else EventStatus.CLAIMED
        if status is EventStatus.HYPOTHETICAL and not (parties.actors and parties.recipients):
            return None
        if self.tables.type_rows[kind].reciprocal and row.recipient[:1] in {("avec",), ("entre",)}:
            parties = Parties(tuple(dict.fromkeys((*parties.actors, *parties.recipients))), ())
        cues = frozenset(announced) if cue is None else frozenset[int]()
        return Candidate(
            start=start,
            end=end,
            kind=kind,
            mode=mode,
            actors=parties.actors,
            recipients=parties.recipients,
            when=time_of(tree, found.head, [t for t in self.times if tree.tokens[0].start <= t.start < tree.tokens[-1].end], cues),
            where=self._place(tree, found, at, (*parties.actors, *parties.recipients)),
            status=status,
            within=statement.id if statement else None,
            cameo=row.cameo if kind == row.type else None,
            contexts=row.contexts,
            lemma=row.lemma,
            rule=f"trigger:{row.lemma}",
            score=_BOTH if parties.actors and parties.recipients else _ONE,
        )

    def _place(self, tree: Tree, found: Found, at: Mapping[int, Entity], parties: tuple[str, ...]) -> str | None:
        """Where it happened; a capital that stands for a party is no place, but for a visit it is."""
        visit = found.row.mode == "visit"
        meant = () if visit else tuple(city for city, state in self.seats.items() if state in parties)
        if visit:  # «a effectué une visite à Kiev»: whom one visits and where one is are the same
            parties = tuple(p for p in parties if p not in self.seats)
        # «livre des chars à l'Ukraine»: «à» is whom it is given to, where the trigger has such a slot.
        given = frozenset({"à", "au", "aux"}) if "à" in found.row.recipient and found.row.mode != "visit" else frozenset()
        return place_of(tree, found.head, at, (*parties, *meant), given, self.tables.words["site"])

    def _is_beside_cue(self, tree: Tree, head: int, statement: Statement) -> bool:
        """«a dénoncé une provocation et menacé de riposter»: the second verb says something of its own."""
        governor = tree.head(head)
        if governor is None or statement.cue is None or not tree.is_a(head, "conj"):
            return False
        return statement.cue.start <= tree.tokens[governor].start < statement.cue.end

    def _is_unnamed_party(self, tree: Tree, found: Found) -> bool:
        """«les rebelles ont pris la ville», «des étudiants ont manifesté»: what they are is political, though nobody is named."""
        if (
            found.row.pos != "V"
            or found.row.type not in _WITHOUT_NAMES
            or not any(e.kind is EntityKind.COUNTRY for e in self.entities.values())
        ):
            return False
        words = self.tables.words["party"]
        if found.row.type == EventType.PROTEST:
            words = words | self.tables.words["crowd"]
        around = [*subjects(tree, found.head), *tree.children(found.head, "obl:agent", "obj")]
        quantity = self.tables.words["quantity"]
        heads = [i if (inner := counted(tree, i, quantity)) is None else inner for i in around]
        return any(tree.tokens[i].lemma.lower() in words for i in heads)

    def _is_infinitive_of_cue(self, tree: Tree, head: int, statement: Statement) -> bool:
        """«Moscou a déclaré échanger des informations»: the source does what the infinitive says."""
        governor = tree.head(head)
        if governor is None or statement.cue is None or feature(tree.tokens[head], "VerbForm") != "Inf":
            return False
        if tree.tokens[governor].lemma.lower() in self.tables.words["object_control"]:
            return False
        return statement.cue.start <= tree.tokens[governor].start < statement.cue.end

    def _no_assailant(self, tree: Tree, found: Found) -> bool:
        """«le virus a tué»: a subject that is printed and can attack nobody."""
        subjects = tree.children(found.head, "nsubj")
        words = self.tables.words["assailant"] | self.tables.words["agent"]
        return any(tree.tokens[i].upos == "NOUN" and tree.tokens[i].lemma.lower() not in words for i in subjects) and not is_passive(
            tree, found.head
        )

    def _political(self, parties: Parties) -> Parties:
        def keep(ids: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(e for e in ids if e in self.entities and (e in self.seats or is_political(self.entities[e])))

        actors = keep(parties.actors)
        if not any(carries(self.entities[e]) for e in actors):
            recipients = keep(parties.recipients)
            known = any(carries(self.entities[e]) for e in recipients)  # «X a accusé le ministre»: whoever acts upon it is a party too
            return Parties(
                tuple(e for e in parties.actors if e in actors or (known and self.kinds.get(e) is EntityKind.PERSON)), recipients
            )
        # «Minsk a arrêté X»: where a state or body acts, whoever it is done to is a party.
        persons = {e for e in parties.recipients if self.kinds.get(e) is EntityKind.PERSON}
        return Parties(actors, tuple(e for e in parties.recipients if e in persons or e in keep((e,))))

    def _foreign(self, parties: Parties) -> Parties:
        """«l'armée iranienne a bombardé des groupes kurdes iraniens»: a state does nothing to itself."""
        own = {self.entities[e].country for e in parties.actors} - {None}
        kept = (e for e in parties.recipients if self.kinds[e] is not EntityKind.COUNTRY or self.entities[e].country not in own)
        return Parties(parties.actors, tuple(kept))

    def _speech(self, sentence: Sentence, taken: set[tuple[int, int]]) -> list[Candidate]:
        """Speech acts of sources whose cue has no row of its own."""
        out = []
        for statement in self.statements:
            verbal = _VERBAL.get(statement.act)
            cue = statement.cue
            if verbal is None or cue is None or statement.negated or statement.same_as or not sentence.start <= cue.start < sentence.end:
                continue
            if not statement.source.entity or any(start < cue.end and cue.start < end for start, end in taken):
                continue
            kind, mode, cameo = verbal
            recipients = tuple(e for e in (statement.addressee,) if e)
            parties = self._political(Parties((statement.source.entity,), recipients))
            holder = self._holder(cue.start, cue.end)
            if not parties.actors:
                continue
            out.append(
                Candidate(
                    start=cue.start,
                    end=cue.end,
                    kind=kind,
                    mode=mode,
                    actors=parties.actors,
                    recipients=parties.recipients,
                    when=statement.said,
                    where=statement.place,
                    status=EventStatus.ASSERTED if holder is None else EventStatus.CLAIMED,
                    within=holder.id if holder else None,
                    cameo=cameo,
                    contexts=(),
                    lemma="",
                    rule=f"act:{statement.act.value}",
                    score=_SPOKEN,
                )
            )
        return out

    def _holder(self, start: int, end: int) -> Statement | None:
        """The smallest statement in whose content the place lies."""
        holders = [s for s in self.statements if not s.rule.endswith(_OBJECT) and any(p.start <= start and end <= p.end for p in s.content)]
        return min(holders, key=lambda s: (sum(p.end - p.start for p in s.content), s.id), default=None)

    def _spoken_by_cue(self, start: int, end: int) -> Statement | None:
        return next((s for s in self.statements if s.cue is not None and s.cue.start < end and start < s.cue.end), None)

    def _announced(self, tree: Tree) -> dict[int, Statement]:
        """The statement that each word of saying of the sentence announces, by the index of the word."""
        told: dict[int, Statement] = {}
        for statement in self.statements:
            cue = statement.cue
            if cue is None or not (cue.start < tree.tokens[-1].end and tree.tokens[0].start < cue.end):
                continue
            for token in tree.tokens:
                if cue.start < token.end and token.start < cue.end:
                    told.setdefault(token.index, statement)
        return told

    def _span(self, tree: Tree, found: Found) -> tuple[int, int]:
        return tree.tokens[found.group[0]].start, tree.tokens[found.group[-1]].end

    def _topic(self, tree: Tree, at: Mapping[int, Entity], previous: tuple[str, ...]) -> tuple[str, ...]:
        """The grammatical subjects of the sentence, for the pronouns of the next one; a pronoun hands on those before it."""
        if not (at or previous or self.bodies):
            return ()
        root = next((t.index for t in tree.tokens if t.head == t.index), None)
        own = subjects(tree, root) if root is not None else []
        scene = Scene(tree, at, self.tables.words, self.tables.plain, kinds=self.kinds, previous=previous, bodies=self.bodies)
        return tuple(dict.fromkeys(e for i in own for e in entities_of(i, scene, self.tables.words["agent"])))

    def _event(self, number: int, c: Candidate) -> Event:
        scores = self.tables.mode_scores
        plover = scores.get((c.kind, c.mode)) if c.mode else self.tables.type_rows[c.kind].score
        if self.trace.on:
            self.trace.note("events", c.rule, (c.start, c.end), Answer.FOUND, f"{c.kind.value} {c.mode or ''}".strip())
        return Event(
            id=f"v{number}",
            trigger=Span.of(self.text, c.start, c.end),
            type=c.kind,
            mode=c.mode,
            contexts=c.contexts,
            quad=self.tables.type_rows[c.kind].quad,
            cameo=c.cameo,
            goldstein=self.tables.goldstein.get(c.cameo) if c.cameo else None,
            plover_score=plover,
            actors=c.actors,
            recipients=c.recipients,
            when=c.when,
            where=c.where,
            status=c.status,
            within=c.within,
            rule=c.rule,
            score=c.score,
        )
