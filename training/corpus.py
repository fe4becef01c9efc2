"""Treebanks as spaCy documents on our tokenizer's words.

In: CoNLL-U files, phrases. Out: pairs of an unanalysed and an analysed document. Not: words of the test files, which are never read here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from greffier.article.syntax.conllu import read_conllu
from greffier.article.syntax.spelling import even
from greffier.records import Token

__all__ = ["digest", "labelled", "project", "read"]

# Features that rules ask for; the treebanks agree on no others.
_FEATURES = frozenset({"Definite", "Gender", "Mood", "Number", "Person", "Polarity", "Poss", "PronType", "Reflex", "Tense", "VerbForm"})

# Subtypes that single treebanks have, or that few examples show.
_RELATIONS = {
    "parataxis:insert": "parataxis",
    "parataxis:parenth": "parataxis",
    "nsubj:caus": "nsubj",
    "nsubj:outer": "nsubj",
    "csubj:pass": "csubj",
    "obj:agent": "obj",
    "obj:lvc": "obj",
    "iobj:agent": "iobj",
    "dep:comp": "dep",
    "nmod:appos": "appos",
    "advcl:cleft": "advcl",
    "compound": "fixed",
    "goeswith": "fixed",
    "obl": "obl:mod",
    "flat": "flat:name",
    "aux": "aux:tense",
}


def read(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Read the sentences of several treebanks, labels made one."""
    for name in names:
        for text, tokens in read_conllu(folder / f"{name}.conllu.gz"):
            yield text, labelled(tokens)


def labelled(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give the tokens the labels that we train on."""
    return tuple(
        Token(t.index, t.start, t.end, t.form, t.lemma, t.upos, _morph(t.morph), t.head, _RELATIONS.get(t.deprel, t.deprel)) for t in tokens
    )


def _morph(morph: str) -> str:
    return "|".join(f for f in morph.split("|") if f.partition("=")[0] in _FEATURES)


def digest(folder: Path, names: Iterable[str]) -> str:
    """Tell the treebanks apart from any others: SHA-256 of the files, in order."""
    total = hashlib.sha256()
    for name in names:
        total.update((folder / f"{name}.conllu.gz").read_bytes())
    return total.hexdigest()


def project(nlp: Any, text: str, tokens: Sequence[Token]) -> tuple[Any, Any] | None:
    """Put a tree on the tokenizer's words; give the unanalysed document and the analysed one, or None where they do not fit.

    Of a word that the tokenizer cuts («-t-il»), one piece stands for all; of words that it joins, the one that hangs outside.
    """
    from spacy.tokens import Doc

    plain = nlp.tokenizer(even(text))
    owner = {place: t.index for t in tokens for place in range(t.start, t.end)}
    groups = [sorted({owner[p] for p in range(w.idx, w.idx + len(w.text)) if p in owner}) for w in plain]
    if not all(groups):
        return None
    chosen = [next((g for g in group if tokens[g].head not in group or tokens[g].head == g), group[0]) for group in groups]
    pieces: dict[int, list[int]] = {}
    for i, group in enumerate(groups):
        for g in group:
            pieces.setdefault(g, []).append(i)
    stands = {g: places[-1] if plain[places[0]].text == "-t" else places[0] for g, places in pieces.items()}
    heads, relations, parts, morphs = [], [], [], []
    for i, g in enumerate(chosen):
        token, lead = tokens[g], stands[g]
        if lead != i and g in groups[lead]:
            link = plain[i].text == "-t"
            heads.append(lead)
            relations.append("dep" if link else "fixed")
            parts.append("PART" if link else token.upos)
            morphs.append("")
        else:
            is_root = token.head == g
            heads.append(i if is_root else stands[token.head])
            relations.append("ROOT" if is_root else token.deprel)
            parts.append(token.upos)
            morphs.append(token.morph)
    if sum(head == i for i, head in enumerate(heads)) != 1:
        return None
    words, spaces = [w.text for w in plain], [bool(w.whitespace_) for w in plain]
    gold = Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, deps=relations, pos=parts, morphs=morphs)
    _one_sentence(plain)
    return plain, gold


def _one_sentence(doc: Any) -> None:
    """Tell the parser that the document is one sentence, as it will be when articles are read."""
    from spacy.attrs import SENT_START

    marks = np.full(len(doc), -1, dtype="int64")
    marks[0] = 1
    doc.from_array([SENT_START], marks.astype("uint64"))
