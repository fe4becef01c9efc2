"""Who does it to whom: the slots of a trigger filled over the dependency tree, through control, passives, participles and coordination.

In: a `Tree`, a found trigger, the entities at each token. Out: entity ids for actors and recipients. Not: guesses by nearness alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from greffier.article.events.clauses import (
    beneath,
    counted,
    has_it_done,
    is_bare_participle,
    is_gerund,
    is_passive,
    misread_objects,
    of_adverb,
    on_the_verb,
    subjects,
)
from greffier.article.events.triggers import Found, objects
from greffier.records import Entity, EntityKind, Mode
from greffier.text.trees import Tree, feature, spelled

__all__ = ["Parties", "Scene", "carries", "fill", "is_political", "subject"]

# Determiners that tell a noun as known, and those that tell whose it is.
_DEFINITE = frozenset({"le", "la", "l'", "les", "ce", "cet", "cette", "ces"})
_THEIRS = frozenset({"son", "sa", "ses", "leur", "leurs"})
_TWO = 2
# Branches that say something else about a thing than what it is: a relative clause, an aside.
_ASIDES = ("acl", "advcl", "parataxis", "acl:relcl")


class Parties(NamedTuple):
    """Entity ids, in text order."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Scene(NamedTuple):
    """What the roles of a sentence are read from.

    `at` maps token indices to the entity that a mention at that token names. `words` are the word classes of the language, `plain`
    gives the preposition that a printed form holds. `speaker` is the source and `mode` the mode of the statement that holds the place;
    `sources` gives the source of the statement that a verb of the sentence announces. `kinds` are those of all entities, `previous` are
    the subjects of the sentence before, for «il», «ils» and «les deux pays». `bodies` are the entities that a bare noun stands for:
    «l'armée» after «l'armée soudanaise». `seats` are the states that the text may mean by a capital, by the capital.
    `visiting` tells that a town behind «à» is the goal of the trigger, a visit or aid. `lists` give those enumerated with an entity.
    """

    tree: Tree
    at: Mapping[int, Entity]
    words: Mapping[str, frozenset[str]]
    plain: Mapping[str, str]
    speaker: str | None = None
    mode: Mode | None = None
    sources: Mapping[int, str] = MappingProxyType({})
    kinds: Mapping[str, EntityKind] = MappingProxyType({})
    previous: tuple[str, ...] = ()
    bodies: Mapping[str, str] = MappingProxyType({})
    seats: Mapping[str, str] = MappingProxyType({})
    visiting: bool = False
    lists: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def fill(found: Found, scene: Scene) -> Parties:
    """Fill both roles; the first slot of each that yields an entity speaks."""
    scene = scene._replace(visiting=found.row.mode == "visit" or found.row.type == "AID")
    actors = _first(found.row.actor, found.head, scene)
    if found.row.pos == "N" and {"de", "par"} <= {*found.row.actor}:
        # «l'invasion de X par Y»: with «par» told, «de» is whom it is done to.
        by, of = _slot("par", found.head, scene), _slot("de", found.head, scene)
        if by:
            return Parties(by, tuple(e for e in of if e not in by))
    recipients = tuple(e for e in _first(found.row.recipient, found.head, scene) if e not in actors)
    return Parties(actors, recipients)


def _first(slots: tuple[str, ...], head: int, scene: Scene) -> tuple[str, ...]:
    for slot in slots:
        # A place is no party: «ont adopté à Bruxelles des sanctions contre» looks on to the next slot.
        meant = set(scene.seats.values())
        entities = tuple(e for e in _slot(slot, head, scene) if e in meant or scene.kinds.get(e) is not EntityKind.PLACE)
        if entities:
            return entities
    return ()


def _slot(slot: str, head: int, scene: Scene) -> tuple[str, ...]:
    if slot == "speaker":
        return (scene.speaker,) if scene.speaker else ()
    if slot == "subj":
        return subject(head, scene, set())
    if slot == "obj":
        return _object(head, scene)
    if slot == "poss":
        return _possessive(head, scene)
    if slot == "demonym":
        beside = scene.tree.children(head, "amod", "nmod", "appos", "compound", "flat")
        return _all([i for i in beside if i in scene.at and scene.tree.case(i) is None], scene)
    if slot == "clause":
        return _clause(head, scene)
    if slot == "light":
        governor = scene.tree.head(head)
        lends = governor is not None and scene.tree.tokens[governor].lemma.lower() in scene.words["light"]
        return subject(governor, scene, set()) if governor is not None and lends and not scene.tree.is_a(head, "nsubj") else ()
    return _prepositional(slot, head, scene)


def _clause(head: int, scene: Scene) -> tuple[str, ...]:
    """The subject of the clause in which a noun only tells the occasion: «a déclaré X lors d'une rencontre avec Y»."""
    verb = next((a for a in scene.tree.ancestors(head) if scene.tree.tokens[a].upos == "VERB"), None)
    return subject(verb, scene, set()) if verb is not None else ()


def entities_of(index: int, scene: Scene, standing: frozenset[str]) -> tuple[str, ...]:
    """The entities that a noun phrase names: at its head, else beside it; coordinated phrases each their own.

    `standing` are the nouns that stand for the one they are followed by («le gouvernement de»).
    """
    out: list[str] = []
    for part in scene.tree.conjuncts(index):
        named = _named(part, scene, standing)
        named = tuple(e for one in named for e in scene.lists.get(one, (one,)))
        out += [e for e in named if e not in out]
    return tuple(out)


def _named(index: int, scene: Scene, standing: frozenset[str]) -> tuple[str, ...]:
    tree = scene.tree
    entity = scene.at.get(index)
    if entity is not None:
        return (entity.id,)
    if tree.tokens[index].upos == "PRON":
        return _pronoun(index, scene)
    inner = counted(tree, index, scene.words["quantity"])
    if inner is not None:
        return _named(inner, scene, standing)
    beside = [
        i
        for i in tree.subtree(index, *_ASIDES, "conj", "obl")
        if i != index and i in scene.at and tree.head(i) in {index, *_flat(tree, index)}
    ]
    # «le président Macron», «les forces irakiennes»: a name or nationality beside the noun.
    for group in ([i for i in beside if tree.is_a(i, "appos", "flat")], [i for i in beside if tree.case(i) is None]):
        if group:
            return (scene.at[group[0]].id,)
    # «le porte-parole du Kremlin», «les positions de l'EI»: only behind nouns that stand for their holder.
    if tree.tokens[index].lemma.lower() in standing:
        held = [i for i in beside if _case(scene, i) == "de"] or _deeper(index, scene)
        if held:
            return (scene.at[held[0]].id,)
        if any(tree.tokens[i].form.lower() in _THEIRS for i in tree.children(index, "det")):
            return _possessive(index, scene)
    return _known(index, scene)


def _deeper(index: int, scene: Scene) -> list[int]:
    """«les ministres des Affaires étrangères de l'Union», «le chargé d'affaires russe»: the holder hangs on a noun between."""
    between = [i for i in scene.tree.children(index, "nmod") if _case(scene, i) == "de" and i not in scene.at]
    inner = [i for b in between for i in scene.tree.children(b, "nmod", "amod") if i in scene.at]
    return [i for i in inner if scene.tree.is_a(i, "amod") or _case(scene, i) == "de"]


def _known(index: int, scene: Scene) -> tuple[str, ...]:
    """A noun with nothing but its article that stands for what was named before: «l'armée», «les deux pays», «ce dernier»."""
    tree = scene.tree
    lemma = tree.tokens[index].lemma.lower()
    beside = [spelled(tree.tokens[i]) for i in tree.children(index, "det", "nummod", "amod")]
    if lemma in scene.words["pair"] and "deux" in beside and {"les", "ces"} & set(beside):
        return scene.previous if len(scene.previous) == _TWO else ()
    if tree.children(index, "nmod", "acl", "appos") or not beside or not set(beside) <= _DEFINITE:
        return ()
    body = scene.bodies.get(lemma)
    return (body,) if body else ()


def _flat(tree: Tree, index: int) -> list[int]:
    return tree.children(index, "flat", "appos", "fixed")


def _pronoun(index: int, scene: Scene) -> tuple[str, ...]:
    form = scene.tree.tokens[index].form.lower().lstrip("-t")
    tree = scene.tree
    if form in {"qui", "que", "qu'", "qu’", "lequel", "laquelle", "lesquels", "lesquelles", "dont"}:
        for ancestor in tree.ancestors(index):
            if tree.is_a(ancestor, "acl:relcl", "acl"):
                antecedent = tree.head(ancestor)
                return _named(antecedent, scene, scene.words["agent"]) if antecedent is not None and antecedent != index else ()
        # «contre le président X, qu'ils accusent», the clause hung elsewhere: the name just before it.
        at = index - 2 if index >= _TWO and tree.tokens[index - 1].form == "," else index - 1
        return (scene.at[at].id,) if at in scene.at and form in {"qui", "que", "qu'", "qu’"} else ()
    if form in {"nous", "je", "j'", "j’", "me", "m'", "on"}:
        return (scene.speaker,) if scene.speaker else ()
    if form in {"il", "elle", "ils", "elles"} and scene.mode is not Mode.DIRECT:
        # In reported words the pronoun is most often the one who speaks; otherwise the subject of its own or of the sentence before.
        spoken: tuple[str, ...] = (scene.speaker,) if scene.speaker else ()
        whom = spoken if scene.mode is not None else _main_subject(index, scene)
        several = len(whom) > 1 or any(scene.kinds.get(e) is not EntityKind.PERSON for e in whom)
        return whom if (several if form.endswith("s") else len(whom) == 1) else ()
    return ()


def _main_subject(index: int, scene: Scene) -> tuple[str, ...]:
    """The subject that a pronoun takes up: that of its own sentence where it stands before it, else of the sentence before."""
    tree = scene.tree
    root = next((t.index for t in tree.tokens if t.head == t.index), None)
    mine = [i for i in subjects(tree, root) if i < index and tree.tokens[i].upos != "PRON"] if root is not None else []
    before = [i for i in mine if index not in tree.conjuncts(i)]  # «La ligue, elle, a fermé»: the pronoun is part of the subject
    return _all(before, scene) if before else scene.previous


def subject(head: int, scene: Scene, seen: set[int]) -> tuple[str, ...]:
    """The entities that do what the verb says, through passives, control, coordination, participles and relatives."""
    if head in seen:
        return ()
    seen.add(head)
    tree = scene.tree
    if head in scene.sources and not _is_antecedent(scene.sources[head], head, scene):
        return (scene.sources[head],)
    if is_passive(tree, head) or has_it_done(tree, head):
        return _all(tree.children(head, "obl:agent") or _by(head, scene), scene)
    own = subjects(tree, head)
    if own:
        return _all(own, scene)
    governor = tree.head(head)
    if governor is None:
        return ()
    if is_gerund(tree, head):
        return subject(governor, scene, seen)
    if is_bare_participle(tree, head):
        return _all(_by(head, scene), scene)
    if tree.is_a(head, "acl"):
        return _of_noun(head, governor, scene, seen)
    if tree.is_a(head, "conj"):
        return subject(governor, scene, seen)
    if tree.is_a(head, "xcomp", "ccomp", "advcl", "obl") and feature(tree.tokens[head], "VerbForm") in {"Inf", "Part"}:
        return _controller(head, governor, scene, seen)
    return ()


def _is_antecedent(entity: str, head: int, scene: Scene) -> bool:
    """«l'Iran, qu'il accuse»: whom the relative clause is about is not who speaks in it."""
    tree = scene.tree
    noun = tree.head(head) if tree.is_a(head, "acl:relcl") else None
    named = scene.at.get(noun) if noun is not None else None
    return named is not None and named.id == entity and any(tree.tokens[i].form.lower() in {"il", "elle"} for i in subjects(tree, head))


def _of_noun(head: int, noun: int, scene: Scene, seen: set[int]) -> tuple[str, ...]:
    """The subject of a relative clause, participle or infinitive that hangs on a noun."""
    token = scene.tree.tokens[head]
    if scene.tree.is_a(head, "acl:relcl"):
        return _named(noun, scene, scene.words["agent"])
    if feature(token, "VerbForm") == "Inf":  # «la volonté de Paris de négocier»
        return _noun_holder(noun, scene, seen)
    if feature(token, "Tense") == "Past" or feature(token, "Voice") == "Pass":
        return _all(_by(head, scene), scene)
    return _named(noun, scene, scene.words["agent"])


def _controller(head: int, governor: int, scene: Scene, seen: set[int]) -> tuple[str, ...]:
    """The subject of an infinitive or gerund: the object of the verb above («exhorte X à signer»), else its subject."""
    tree = scene.tree
    if tree.is_a(head, "xcomp", "ccomp") and tree.tokens[governor].lemma.lower() in scene.words["object_control"]:
        objects = tree.children(governor, "obj", "iobj") or [i for i in tree.children(governor, "obl") if _case(scene, i) == "à"]
        if objects:
            return _all(objects, scene)
    return subject(governor, scene, seen)


def _noun_holder(noun: int, scene: Scene, seen: set[int]) -> tuple[str, ...]:
    """Who holds an intention: «la décision de Paris de …», «a exprimé son intention de …»."""
    own = _prepositional("de", noun, scene) or _possessive(noun, scene)
    if own:
        return own
    governor = scene.tree.head(noun)
    if governor is not None and scene.tree.is_a(noun, "obj", "obl") and scene.tree.tokens[governor].upos == "VERB":
        return subject(governor, scene, seen)
    return ()


def _object(head: int, scene: Scene) -> tuple[str, ...]:
    tree = scene.tree
    objects = [*tree.children(head, "obj"), *misread_objects(tree, head)]
    if is_passive(tree, head):
        objects = tree.children(head, "nsubj") + objects
    elif has_it_done(tree, head):
        return _all(subjects(tree, head) or subjects(tree, tree.heads[head]), scene, _both(scene))
    named = _all(objects, scene, _both(scene))
    if named:
        return named
    governor = tree.head(head)
    if governor is not None and tree.is_a(head, "advcl") and is_bare_participle(tree, head):
        return _beside_participle(head, governor, scene)
    if governor is None or not tree.is_a(head, "acl") or tree.is_a(head, "acl:relcl"):
        return ()
    past = feature(tree.tokens[head], "Tense") == "Past" or is_passive(tree, head)
    return _named(governor, scene, _both(scene)) if past else ()


def _beside_participle(head: int, governor: int, scene: Scene) -> tuple[str, ...]:
    """«Accusé de fraude, le ministre …»: the subject behind it; «le ministre X, accusé de fraude»: the name before the comma."""
    if head < governor:
        return _all([i for i in subjects(scene.tree, governor) if i > head], scene)
    before = scene.at.get(head - 2) if head >= _TWO and scene.tree.tokens[head - 1].form == "," else None
    return (before.id,) if before is not None else ()


def _both(scene: Scene) -> frozenset[str]:
    return scene.words["agent"] | scene.words["target"]


def _prepositional(slot: str, head: int, scene: Scene) -> tuple[str, ...]:
    """A prepositional phrase of the trigger, also where the parser hung it on the trigger's object or a noun beside it."""
    tree = scene.tree
    if slot == "entre":
        between = [*tree.children(head, "nmod", "obl"), *on_the_verb(tree, head)]
        return _all([i for i in between if _case(scene, i) == "entre"], scene)
    places = [i for i in tree.children(head, "obl", "nmod", "iobj") if _case(scene, i) == slot]
    if not places:  # «souhaite coopérer avec»: the phrase hangs on the infinitive
        inner = tree.children(head, "xcomp")
        inner += [o for x in inner for o in tree.children(x, "obj")]  # «accepté de reprendre le dialogue avec»
        places = [i for x in inner for i in tree.children(x, "obl", "iobj", "nmod") if _case(scene, i) == slot and slot != "de"]
    if not places:
        of_verb = objects(tree, head, "V") if tree.tokens[head].upos == "VERB" else []
        things = [c for o in of_verb if (c := counted(tree, o, scene.words["quantity"])) is not None]
        places = [
            i
            for o in (*tree.children(head, "obj", "obl", "acl"), *things)
            for i in beneath(tree, o)
            if slot != "de" and _case(scene, i) == slot
        ]
    if not places and slot in {"avec", "contre"}:
        places = [i for i in on_the_verb(tree, head) if _case(scene, i) == slot]
    places = places or of_adverb(tree, head, slot)
    # «ont adopté à Bruxelles»: a town that only tells where is nobody's part.
    places = [
        i for i in places if scene.visiting or not (tree.is_a(i, "obl:mod") and i in scene.at and scene.at[i].kind is EntityKind.PLACE)
    ]
    named = _all(places, scene, _both(scene))
    # «leur soutien à Londres», «des missiles à Kiev»: a capital that something is given or said to is the state.
    return tuple(dict.fromkeys(scene.seats.get(e, e) for e in named)) if slot in {"à", "avec", "contre", "envers"} else named


def _possessive(head: int, scene: Scene) -> tuple[str, ...]:
    """«son aviation», «leur offensive»: the subject of the clause, else that of the sentence before."""
    tree = scene.tree
    forms = {tree.tokens[i].form.lower() for i in tree.children(head, "det")}
    if not forms & _THEIRS:
        return ()
    verb = next((a for a in tree.ancestors(head) if tree.tokens[a].upos == "VERB"), None)
    if verb is not None and head in subjects(tree, verb):  # «Ses combattants ont enlevé»: whose they are was told before
        return scene.previous
    found = subject(verb, scene, set()) if verb is not None else ()
    found = found or scene.previous
    if forms & {"leur", "leurs"}:  # several hold it, or a body of many; never one person
        return tuple(e for e in found if len(found) > 1 or scene.kinds.get(e) is not EntityKind.PERSON)
    return found


def _by(head: int, scene: Scene) -> list[int]:
    return [i for i in scene.tree.children(head, "obl") if _case(scene, i) == "par"]


def _case(scene: Scene, index: int) -> str | None:
    case = scene.tree.case(index)
    return scene.plain.get(case, case) if case else None


def _all(indices: list[int], scene: Scene, standing: frozenset[str] | None = None) -> tuple[str, ...]:
    out: list[str] = []
    for index in indices:
        out += [e for e in entities_of(index, scene, scene.words["agent"] if standing is None else standing) if e not in out]
    return tuple(out)


def is_political(entity: Entity) -> bool:
    """Whether an entity can be a party: a state, an organisation, an armed group, or a person or office known to act for one."""
    if entity.kind in {EntityKind.PERSON, EntityKind.ROLE}:
        return entity.sector is not None or entity.country is not None or entity.identity is not None
    return entity.kind in {EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP}


def carries(entity: Entity) -> bool:
    """Whether a party makes a happening political by itself: a firm or a body of which nothing is known does so only beside another."""
    if entity.kind is EntityKind.ORGANISATION:
        return entity.sector != "BUS" and (entity.sector is not None or entity.identity is not None)
    return True
