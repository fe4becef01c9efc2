"""The subject and objects of a verb as they are meant, where the parser's labels need a second look.

In: a `Tree`, the index of a verb. Out: indices of its dependents. Not: which of them are parties.
"""

from __future__ import annotations

from greffier.text.trees import Tree, feature, spelled

__all__ = [
    "beneath",
    "counted",
    "denials",
    "has_it_done",
    "is_bare_participle",
    "is_gerund",
    "is_passive",
    "misread_objects",
    "of_adverb",
    "on_the_verb",
    "reflexive",
    "subjects",
]


def reflexive(tree: Tree, head: int) -> list[int]:
    """The reflexive pronoun of a verb: «s'empare»."""
    return [i for i in tree.children(head) if spelled(tree.tokens[i]) in {"se", "s'"}]


def denials(tree: Tree, head: int) -> list[int]:
    """The first half of a negation: «ne», «n'»."""
    return [i for i in tree.children(head, "advmod") if spelled(tree.tokens[i]) in {"ne", "n'"}]


def is_passive(tree: Tree, head: int) -> bool:
    """«a été reçu», «est accusé par»."""
    return bool(tree.children(head, "aux:pass", "nsubj:pass", "obl:agent")) and not reflexive(tree, head)


def has_it_done(tree: Tree, head: int) -> bool:
    """«se voient interdire l'entrée»: what the infinitive says is done to the subject of the verb above, or its own beside «vu»."""
    if reflexive(tree, head) and any(
        tree.tokens[i].form.lower() in {"vu", "vue", "vus", "vues"} for i in tree.children(head, "mark", "aux")
    ):
        return True
    governor = tree.head(head)
    if governor is None or not tree.is_a(head, "xcomp", "ccomp"):
        return False
    return tree.tokens[governor].lemma.lower() == "voir" and bool(reflexive(tree, governor))


def beneath(tree: Tree, index: int) -> list[int]:
    """The phrases on a noun, its participles and what is coordinated with it, on which the parser hangs those of the verb."""
    parts = [index, *tree.children(index, "acl", "obl", "nmod"), *tree.children(index, "conj")]
    inner = [p for p in parts if not tree.is_a(p, "acl:relcl")]
    return [
        i for p in dict.fromkeys([*inner, *(c for p in inner for c in tree.children(p, "conj"))]) for i in tree.children(p, "nmod", "obl")
    ]


def on_the_verb(tree: Tree, noun: int) -> list[int]:
    """The phrases on the verb whose subject or object a noun is: «des combats ont éclaté entre», «a eu un entretien avec»."""
    verb = tree.head(noun)
    if verb is None or not tree.is_a(noun, "obj", "nsubj") or tree.tokens[verb].upos != "VERB":
        return []
    return tree.children(verb, "obl")


def of_adverb(tree: Tree, head: int, adverb: str) -> list[int]:
    """What stands behind a preposition that is read as an adverb: «a protesté auprès de la Turquie»."""
    words = [i for i in tree.children(head, "advmod") if tree.tokens[i].form.lower() == adverb]
    return [i for w in words for i in tree.children(w, "obl", "nmod")]


def counted(tree: Tree, index: int, quantity: frozenset[str]) -> int | None:
    """The thing counted behind a word of quantity: «une vingtaine de soldats», «plus de cent missiles»; null where none is."""
    token = tree.tokens[index]
    if token.upos == "DET" or token.form.lower() in {"un", "une"}:  # «a ouvert une enquête», the noun read as an adjective
        return next((i for i in tree.children(index, "amod", "nmod") if i == index + 1), None)
    if token.lemma.lower() not in quantity and token.form.lower() not in quantity:
        return None
    inner = [
        i for i in tree.children(index, "nmod", "obl", "advcl", "xcomp", "dep") if i > index and tree.case(i) in {"de", "des", "d'", "du"}
    ]
    return inner[0] if inner else None


def subjects(tree: Tree, head: int) -> list[int]:
    """The subjects of a verb; where one stands before it, one behind it is an object that the parser mistook."""
    found = tree.children(head, "nsubj", "expl:subj")
    if not found and tree.tokens[head].upos in {"ADV", "NOUN", "ADJ"} and head and tree.tokens[head - 1].upos == "PROPN":
        return [head - 1]  # «ce que la Turquie dément», read as an adverb
    before = [i for i in found if i < head]
    return before or ([] if _shares_subject(tree, head) else found)


def _shares_subject(tree: Tree, head: int) -> bool:
    """«a dénoncé … et a menacé la Roumanie»: the second verb has the subject of the first; what stands behind it is its object."""
    governor = tree.head(head)
    if governor is None or not tree.is_a(head, "conj") or not any(tree.is_a(i, "cc") for i in tree.children(head)):
        return False
    return any(i < governor for i in tree.children(governor, "nsubj"))


def is_gerund(tree: Tree, head: int) -> bool:
    """«ont répliqué en bombardant»: who does it is the subject of the verb above, also where the form is read as a noun."""
    return head > 0 and tree.tokens[head].form.lower().endswith("ant") and tree.tokens[head - 1].form.lower() == "en"


def is_bare_participle(tree: Tree, head: int) -> bool:
    """«le président, accusé de fraude»: a past participle without its auxiliary tells what is done to the noun beside it."""
    token = tree.tokens[head]
    past = feature(token, "VerbForm") == "Part" and feature(token, "Tense") == "Past"
    return past and tree.is_a(head, "advcl", "acl") and not tree.is_a(head, "acl:relcl") and not tree.children(head, "aux", "nsubj")


def misread_objects(tree: Tree, head: int) -> list[int]:
    """The objects that the parser took for a second subject, or, behind «des», for a phrase: «détient des journalistes»."""
    kept = subjects(tree, head)
    second = [i for i in tree.children(head, "nsubj") if i not in kept]
    if second or reflexive(tree, head) or tree.children(head, "obj", "aux:pass", "nsubj:pass"):
        return second
    phrases = [i for i in tree.children(head, "obl:arg") if tree.children(i, "case", "det")]
    return [i for i in phrases if (first := min(tree.children(i, "case", "det"))) == head + 1 and tree.tokens[first].form.lower() == "des"]
