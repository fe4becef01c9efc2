"""Which words of a sentence tell an event: rows of the trigger table whose needs the tree meets.

In: a `Tree`, `EventTables`. Out: `Found` triggers. Not: who did it to whom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from greffier.article.events.clauses import (
    beneath,
    counted,
    denials,
    is_gerund,
    is_passive,
    misread_objects,
    of_adverb,
    on_the_verb,
    reflexive,
    subjects,
)
from greffier.lang.events import NAMED, EventTables, Need, Trigger
from greffier.records import Entity, Token
from greffier.text.trees import Tree, feature, spelled

__all__ = ["Found", "find_triggers", "objects"]

# «mener des frappes», «procéder à un échange»: the verb lends its subject to the noun.
_NOUN_SLOTS = ("obj", "obl", "nsubj")

# The parts of speech that a verb or noun may be taken for; half of all words are none of them.
_TELLING = frozenset({"VERB", "NOUN", "ADJ", "AUX", "ADV"})


class Found(NamedTuple):
    """A trigger at its head token, with the tokens of its verb group."""

    head: int
    group: tuple[int, ...]
    row: Trigger


def find_triggers(tree: Tree, at: Mapping[int, Entity], tables: EventTables) -> list[Found]:
    """Find the triggers of a sentence in text order; of several rows for a word the most demanding that fits speaks."""
    out = []
    for token in tree.tokens:
        found = _reading(tree, token, at, tables) if token.upos in _TELLING else None
        if found is not None and found.type != "OTHER":
            out.append(Found(token.index, _group(tree, token.index) if found.pos == "V" else (token.index,), found))
    return out


def _reading(tree: Tree, token: Token, at: Mapping[int, Entity], tables: EventTables) -> Trigger | None:
    """The row of a word: as a verb by its form, as a noun by its lemma; the most demanding row that fits."""
    form, lemma = token.form.lower(), token.lemma.lower()
    if form not in tables.verb_forms and form not in tables.by_lemma and lemma not in tables.by_lemma:
        return None
    if _is_verb(tree, token):
        pos, lemmas = "V", sorted(tables.verb_forms.get(form, ()))
    elif token.upos == "NOUN" and not _is_kind(tree, token):
        pos, lemmas = "N", list(dict.fromkeys((lemma, form)))
    else:
        return None
    slots = Slots(tree, token.index, pos, tables)
    fitting = (
        (row, needs)
        for lemma in lemmas
        for row, needs in tables.by_lemma.get(lemma, ())
        if row.pos == pos and all(_met(slots, need, at) for need in needs)
    )
    return max(fitting, key=lambda pair: _demand(pair[1]), default=(None, ()))[0]


def _demand(needs: tuple[Need, ...]) -> tuple[int, int, int]:
    """How much a row asks for: what must be there, what is named, all conditions; «attaque chimique» before «attaque, but not …»."""
    there = [need for need in needs if not need.absent]
    return len(there), sum(bool(need.words) for need in there), len(needs)


def _is_kind(tree: Tree, token: Token) -> bool:
    """«des avions de combat», «la table de négociation»: the noun only says of what kind another is."""
    if not tree.is_a(token.index, "nmod") or feature(token, "Number") == "Plur" or tree.case(token.index) not in {"de", "d'"}:
        return False
    return all(tree.is_a(i, "case", "punct") for i in tree.children(token.index))


def _is_verb(tree: Tree, token: Token) -> bool:
    """Tell whether a word is a full verb; where the tagger says noun or adjective, the words around it may know better.

    «Ankara dialogue avec», «ce que Kiev dément»: no determiner or preposition before it, but a name; «a été attaqué par»: an auxiliary.
    """
    if token.upos == "VERB":
        return True
    if token.upos in {"ADJ", "AUX"} and tree.children(token.index, "aux", "obl:agent"):
        return True
    if token.upos not in {"NOUN", "ADJ", "ADV"} or token.index == 0:
        return False
    before = tree.tokens[token.index - 1]
    if is_gerund(tree, token.index):
        return True
    return before.upos == "PROPN" and token.form.islower() and not tree.children(token.index, "det", "case")


class Slots:
    """What stands in the slots of one trigger, each filled once: the rows of a word mostly ask about the same."""

    def __init__(self, tree: Tree, head: int, pos: str, tables: EventTables) -> None:
        self.tree, self.tables = tree, tables
        self._head, self._pos = head, pos
        self._filled: dict[tuple[str, bool], list[int]] = {}

    def of(self, need: Need) -> list[int]:
        """The tokens in the slot of a need, and what is counted by them."""
        key = need.slot, bool(need.words)
        if key not in self._filled:
            fillers = _fillers(self.tree, self._head, self._pos, need, self.tables)
            inner = (counted(self.tree, f, self.tables.words["quantity"]) for f in fillers)
            self._filled[key] = fillers + [i for i in inner if i is not None]
        return self._filled[key]


def _met(slots: Slots, need: Need, at: Mapping[int, Entity]) -> bool:
    tree, fillers = slots.tree, slots.of(need)
    if need.slot == "case":
        met = any(slots.tables.plain.get(tree.tokens[i].form.lower()) in need.words for i in fillers)
    else:
        met = bool(fillers) if not need.words else any(_fits(tree, i, need.words, at) for i in fillers)
    return met is not need.absent


def _fits(tree: Tree, index: int, words: frozenset[str], at: Mapping[int, Entity]) -> bool:
    token = tree.tokens[index]
    form = token.form.lower()
    if token.lemma.lower() in words or form in words or form.removesuffix("s") in words:
        return True
    entity = at.get(index)
    return entity is not None and any(NAMED[word] is entity.kind for word in words if word in NAMED)


def _fillers(tree: Tree, head: int, pos: str, need: Need, tables: EventTables) -> list[int]:
    """The tokens that stand in a slot of the trigger; a slot without a rule of its own is a preposition."""
    slot, words = need.slot, need.words
    if slot == "obj":
        return objects(tree, head, pos)
    if slot.endswith("inf"):
        return _infinitives(tree, head, slot, tables.plain)
    if slot in _SLOTS:
        return _SLOTS[slot](tree, head)
    found = tree.children(head, "obl", "nmod", "iobj", "xcomp", "advmod")
    if slot != "de" or words:  # «a tiré des roquettes sur»: the parser hangs the phrase on the object beside
        found = found + [i for o in objects(tree, head, pos) for i in beneath(tree, o)]
    if pos == "N" and slot in {"entre", "avec", "contre"}:  # «des combats ont éclaté entre»: the phrase hangs on the verb
        found = found + on_the_verb(tree, head)
    there = [i for i in tree.children(head) if slot == "à" and tree.tokens[i].form.lower() == "y"]  # «s'y oppose»
    return [i for i in found if tables.plain.get(tree.case(i) or "") == slot] + of_adverb(tree, head, slot) + there


def objects(tree: Tree, head: int, pos: str) -> list[int]:
    """The objects of a verb or phrases of a noun that stand for them, coordinated ones each."""
    direct = [*tree.children(head, "obj"), *misread_objects(tree, head)]
    if pos == "V":  # «a tiré plus de cent missiles», the first word read as an adverb
        direct += [i for i in tree.children(head, "advmod") if i > head and tree.tokens[i].form.lower() in {"plus", "moins", "près"}]
    if pos == "V" and is_passive(tree, head):
        direct = direct + tree.children(head, "nsubj:pass", "nsubj")
    if denials(tree, head):  # «n'a pas livré de chars»
        direct += [i for i in tree.children(head, "obl", "nmod", "dep") if tree.case(i) in {"de", "d'"}]
    participle = feature(tree.tokens[head], "VerbForm") == "Part"
    if pos == "V" and participle and tree.is_a(head, "acl") and not tree.is_a(head, "acl:relcl"):
        direct = [*direct, tree.heads[head]]
    return [i for d in direct for i in tree.conjuncts(d)]


def _light(tree: Tree, head: int) -> list[int]:
    governor = tree.head(head)
    return [governor] if governor is not None and tree.is_a(head, *_NOUN_SLOTS) and tree.tokens[governor].upos in {"VERB", "AUX"} else []


def _names(tree: Tree, head: int) -> list[int]:
    return [i for i in tree.children(head, "nmod", "appos", "compound", "flat", "amod") if tree.tokens[i].upos == "PROPN"]


_SLOTS: dict[str, Callable[[Tree, int], list[int]]] = {
    "subj": subjects,
    "se": reflexive,
    "que": lambda tree, head: tree.children(head, "ccomp"),
    "passive": lambda tree, head: [head] if is_passive(tree, head) else [],
    "attr": lambda tree, head: tree.children(head, "xcomp", "amod", "obj", "advmod", "acl", "obl"),
    "adj": lambda tree, head: tree.children(head, "amod"),
    "case": lambda tree, head: tree.children(head, "case"),
    "name": _names,
    "light": _light,
}


def _infinitives(tree: Tree, head: int, slot: str, plain: Mapping[str, str]) -> list[int]:
    wanted = slot.removesuffix("inf").removesuffix("+")
    out = []
    for i in tree.children(head, "xcomp", "ccomp", "advcl", "acl", "obl"):
        if feature(tree.tokens[i], "VerbForm") != "Inf":
            continue
        marks = [plain.get(spelled(tree.tokens[m])) for m in tree.children(i, "mark", "case")]
        if wanted in marks or (not wanted and not marks):
            out.append(i)
    return out


def _group(tree: Tree, head: int) -> tuple[int, ...]:
    """The verb with its auxiliaries and reflexive pronoun, as far as they touch: «a été soulevée», «s'est emparé»."""
    parts = {head, *tree.children(head, "aux"), *reflexive(tree, head)}
    start = head
    inside = {i for i in tree.children(head, "advmod") if i < head}
    parts |= inside & set(denials(tree, head))
    while start - 1 in parts or start - 1 in inside:
        start -= 1
    while start not in parts:
        start += 1
    return tuple(range(start, head + 1))
