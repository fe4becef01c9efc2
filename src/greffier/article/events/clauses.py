"""The subject and objects of a verb as they are meant, where the parser's labels need a second look.

In: a `Tree`, the index of a verb. Out: indices of its dependents. Not: which of them are parties.
"""

from __future__ import annotations

from greffier.text.trees import Tree

__all__ = ["is_passive", "misread_objects", "reflexive", "subjects"]


def reflexive(tree: Tree, head: int) -> list[int]:
    """The reflexive pronoun of a verb: «s'empare»."""
    return [i for i in tree.children(head) if tree.tokens[i].form.lower() in {"se", "s'", "s’"}]


def is_passive(tree: Tree, head: int) -> bool:
    """«a été reçu», «est accusé par»."""
    return bool(tree.children(head, "aux:pass", "nsubj:pass", "obl:agent")) and not reflexive(tree, head)


def subjects(tree: Tree, head: int) -> list[int]:
    """The subjects of a verb; where one stands before it, one behind it is an object that the parser mistook."""
    found = tree.children(head, "nsubj", "expl:subj")
    before = [i for i in found if i < head]
    return before or found


def misread_objects(tree: Tree, head: int) -> list[int]:
    """The objects that the parser took for a second subject."""
    kept = subjects(tree, head)
    return [i for i in tree.children(head, "nsubj") if i not in kept]
