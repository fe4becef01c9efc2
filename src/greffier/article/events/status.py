"""In what way the article presents a happening: negated, planned, hypothetical, hearsay, claimed, disputed or asserted.

In: a `Tree`, a trigger's head, the statement that holds it. Out: `EventStatus`. Not: whether it happened.

Follows the auxiliary modes of PLOVER (negation, future, hypothetical) and its reductions: cooperation that lies ahead is AGREE, a retreat
that lies ahead is CONCEDE, cooperation that is refused or suspended is REJECT or SANCTION (their own triggers).
"""

from __future__ import annotations

from greffier.lang.events import EventTables
from greffier.records import Attestation, EventStatus, EventType, Statement
from greffier.text.inflection import Tense
from greffier.text.trees import Tree, feature, spelled

__all__ = ["is_refusal", "reduce", "status_of"]


# Infinitives that hang on one another, looked at upwards: more than three are never printed.
_DEEP = 3
_COOPERATION = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})


def status_of(tree: Tree, head: int, statement: Statement | None, tables: EventTables, *, own_act: bool, disputed: bool) -> EventStatus:
    """Judge one trigger; `own_act` tells that the event is the statement's own act of speech, which its saying makes happen.

    `tables` give the classes `not`, `aim`, `ahead`, `open` and `prospect`, and the tense of a form, which taggers often mistake.
    """
    if _negated(tree, head, tables):
        return EventStatus.NEGATED
    if _hypothetical(tree, head, tables):
        return EventStatus.HYPOTHETICAL
    if _planned(tree, head, tables):
        return EventStatus.PLANNED
    if disputed:
        return EventStatus.DISPUTED
    if statement is not None and not own_act:
        hearsay = statement.attestation is Attestation.HEARSAY
        return EventStatus.HEARSAY if hearsay else EventStatus.CLAIMED
    return EventStatus.HEARSAY if _conditional(tree, head, tables) else EventStatus.ASSERTED


def reduce(kind: EventType, mode: str | None, status: EventStatus) -> tuple[EventType, str | None]:
    """Apply PLOVER's reductions to what lies ahead."""
    if status is EventStatus.PLANNED:
        if kind in _COOPERATION:
            return EventType.AGREE, None
        if kind is EventType.RETREAT:
            return EventType.CONCEDE, None
    return kind, mode


def _verb(tree: Tree, head: int, tables: EventTables) -> int:
    """The verb that carries tense and negation: a light verb for its noun («mène des frappes»), not one that only speaks of it."""
    if tree.tokens[head].upos != "VERB":
        governor = tree.head(head)
        if governor is not None and tree.is_a(head, "obj", "nsubj") and tree.tokens[governor].upos == "VERB":
            light = tree.tokens[governor].lemma.lower() in tables.words["light"]
            return governor if light or tree.is_a(head, "nsubj") else head
    return head


def _negated(tree: Tree, head: int, tables: EventTables) -> bool:
    verb = _verb(tree, head, tables)
    around = {tree.tokens[i].form.lower() for i in tree.children(verb, "advmod", "det")}
    finite = {spelled(tree.tokens[i]) for i in tree.children(verb)}
    if around & tables.words["not"] and finite & {"ne", "n'"}:
        return True
    if "ni" in finite:  # «n'a ni confirmé ni démenti»
        return True
    return "sans" in {tree.tokens[m].lemma.lower() for m in tree.children(verb, "mark", "case")}


def _finite(tree: Tree, verb: int) -> list[int]:
    return [verb, *tree.children(verb, "aux", "cop")]


def is_refusal(tree: Tree, head: int, tables: EventTables) -> bool:
    """«ne reconnaît pas», «n'a pas accepté»: support that is refused."""
    return (
        tree.tokens[head].upos in {"VERB", "ADJ"}
        and tree.tokens[head].lemma.lower() in tables.words["refused"]
        and _negated(tree, head, tables)
    )


def _planned(tree: Tree, head: int, tables: EventTables) -> bool:
    verb = _verb(tree, head, tables)
    if _in_tense(tree, verb, Tense.FUTURE, tables):
        return True
    governor = tree.head(verb)
    if tree.tokens[head].upos == "NOUN" and governor is not None and tree.tokens[governor].upos == "NOUN":
        return tree.tokens[governor].lemma.lower() in tables.words["ahead"]
    if governor is not None and tree.is_a(verb, "xcomp", "ccomp", "obl", "advcl") and feature(tree.tokens[verb], "VerbForm") == "Inf":
        return tree.tokens[governor].lemma.lower() in tables.words["ahead"]
    return False


def _hypothetical(tree: Tree, head: int, tables: EventTables) -> bool:
    verb = _verb(tree, head, tables)
    if {tree.tokens[m].lemma.lower() for m in tree.children(verb, "mark", "case")} & tables.words["aim"] and verb_form(tree, verb) == "Inf":
        return True
    if any(spelled(tree.tokens[m]) in {"si", "s'"} for m in tree.children(verb, "mark")):
        return True
    if tree.tokens[head].upos == "NOUN":
        governor = tree.head(head)
        if governor is not None and tree.tokens[governor].lemma.lower() in tables.words["prospect"]:
            return True
    for _ in range(_DEEP):  # «il faut reculer et détruire», «pour contraindre X à juger ou extrader»
        above = tree.head(verb)
        if above is None or verb_form(tree, verb) != "Inf" or not tree.is_a(verb, "conj", "xcomp") or verb_form(tree, above) != "Inf":
            break
        verb = above
    if {tree.tokens[m].lemma.lower() for m in tree.children(verb, "mark", "case")} & tables.words["aim"] and verb_form(tree, verb) == "Inf":
        return True
    governor = tree.head(verb)
    if governor is not None and tree.is_a(verb, "xcomp", "ccomp", "obl", "advcl", "acl"):
        mood = verb_form(tree, verb) == "Inf" or any(feature(tree.tokens[i], "Mood") == "Sub" for i in _finite(tree, verb))
        return mood and tree.tokens[governor].lemma.lower() in tables.words["open"] | tables.words["prospect"]
    return False


def _conditional(tree: Tree, head: int, tables: EventTables) -> bool:
    return _in_tense(tree, _verb(tree, head, tables), Tense.CONDITIONAL, tables)


def _in_tense(tree: Tree, verb: int, tense: Tense, tables: EventTables) -> bool:
    """Whether the verb or its auxiliary is in a tense, by its form alone: future and conditional are hardly ever anything else."""
    return any(tense in tables.tenses.get(tree.tokens[i].form.lower(), ()) for i in _finite(tree, verb))


def verb_form(tree: Tree, index: int) -> str | None:
    """Fin, Inf or Part."""
    return feature(tree.tokens[index], "VerbForm")
