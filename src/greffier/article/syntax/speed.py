"""Four ways to run a spaCy pipeline faster on a CPU, none of which changes what it says.

In: a loaded pipeline. Out: the same pipeline, faster. Not: any choice of components, that is `spacy_backend`.

Matrix products: the BLIS of the wheels falls back to a generic kernel on most processors (34 GFLOP/s where numpy's OpenBLAS has 100).
Lemmas: the French lemmatiser asks `form in list` of lists of up to 100,000 forms. Embeddings: the layers before the first convolution see
one word at a time, so that a word's vector is computed once. spaCy and thinc are imported inside functions: they take most of a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np

__all__ = ["EmbeddingCache", "cache_embeddings", "choose_products", "index_lemmas"]

# Attributes that a word has in any context; an embedding of these alone may be remembered.
_LEXICAL = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE", "IS_ALPHA", "IS_PUNCT", "LIKE_NUM"})

# 400,000 words of 96 floats are 150 MB, three times the vocabulary of a year of a daily paper; then the table starts anew.
_MOST_WORDS = 400_000


@cache
def choose_products() -> str:
    """Make numpy or BLIS multiply matrices for the whole process, whichever a trial of 20 ms finds faster; tell which."""
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    stock = NumpyOps()
    left = np.ones((400, 288), dtype="float32")  # the shapes of a batch in the convolutions of a 96-wide encoder
    right = np.ones((288, 288), dtype="float32")
    if _seconds(lambda: np.matmul(left, right)) >= _seconds(lambda: stock.gemm(left, right)):
        set_current_ops(stock)
        return "blis"

    class MatmulOps(NumpyOps):  # type: ignore[misc]  # thinc has no types
        """thinc's operations with numpy's matrix product."""

        name = "numpy"

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: FBT001, FBT002  # thinc's signature
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    set_current_ops(MatmulOps())
    return "numpy"


def _seconds(product: Callable[[], object]) -> float:
    """Give the fastest of several runs, within 10 ms."""
    product()
    best, stop = float("inf"), time.perf_counter() + 0.01
    while time.perf_counter() < stop:
        start = time.perf_counter()
        product()
        best = min(best, time.perf_counter() - start)
    return best


def index_lemmas(nlp: Any) -> None:
    """Turn the lists of forms of a rule lemmatiser into sets."""
    if "lemmatizer" not in nlp.pipe_names:
        return
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return
    table = lookups.get_table("lemma_index")
    for key in list(table.keys()):
        if isinstance(table[key], list):
            table[key] = frozenset(table[key])


def cache_embeddings(nlp: Any) -> None:
    """Remember the context-free part of every embedding of the pipeline whose features allow it."""
    models = [pipe.model for _, pipe in nlp.pipeline if getattr(pipe, "model", None) is not None]
    for model in models:
        for node in model.walk():
            if node.has_ref("embed") and _is_lexical(node.get_ref("embed")):
                embed = node.get_ref("embed")
                embed._func = EmbeddingCache(nlp.vocab, embed._func).forward  # noqa: SLF001  # a layer's forward has no public setter


def _is_lexical(embed: Any) -> bool:
    from spacy.attrs import NAMES  # noqa: PLC0415

    columns = {NAMES[c] if isinstance(c, int) else str(c).upper() for n in embed.walk() for c in n.attrs.get("columns", ())}
    return bool(columns) and columns <= _LEXICAL


class EmbeddingCache:
    """The output of an embedding layer by (ORTH, NORM, SPACY) of the word."""

    def __init__(self, vocab: Any, forward: Callable[..., Any]) -> None:
        self._vocab = vocab
        self._compute = forward
        self._rows: dict[int, int] = {}
        self._table = np.zeros((0, 0), dtype="float32")

    def forward(self, model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Callable[..., Any]]:  # noqa: FBT001  # thinc's signature
        """Give each document's matrix; computes what it has not seen. Training goes to the layer itself."""
        from spacy.attrs import NORM, ORTH, SPACY  # noqa: PLC0415

        lengths = [len(doc) for doc in docs]
        if is_train or not sum(lengths):
            out: tuple[list[Any], Callable[..., Any]] = self._compute(model, docs, is_train)
            return out
        words = np.concatenate([doc.to_array([ORTH, NORM, SPACY]) for doc in docs])
        # Two odd 64-bit constants mix the hashes of form and norm; the space is one bit more.
        keys = (words[:, 0] * np.uint64(0x9E3779B97F4A7C15)) ^ (words[:, 1] * np.uint64(0xC2B2AE3D27D4EB4F)) ^ words[:, 2]
        unique, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        vectors = self._table_of(model, unique.tolist(), words[first])[inverse.ravel()]
        cuts = np.cumsum(lengths)[:-1]
        return np.split(vectors, cuts), _no_gradient

    def _table_of(self, model: Any, keys: list[int], words: Any) -> Any:
        if len(self._rows) + len(keys) > _MOST_WORDS:
            self._rows.clear()
        rows = self._rows
        missing = [i for i, key in enumerate(keys) if key not in rows]
        if missing:
            computed = self._compute_words(model, words[missing])
            need = len(rows) + len(missing)
            if need > len(self._table) or self._table.shape[1] != computed.shape[1]:
                larger = np.zeros((max(4096, 2 * need), computed.shape[1]), dtype="float32")
                if rows:
                    larger[: len(rows)] = self._table[: len(rows)]
                self._table = larger
            self._table[len(rows) : need] = computed
            for i in missing:
                rows[keys[i]] = len(rows)
        return self._table[[rows[key] for key in keys]]

    def _compute_words(self, model: Any, words: Any) -> Any:
        from spacy.attrs import NORM  # noqa: PLC0415
        from spacy.tokens import Doc  # noqa: PLC0415

        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[int(orth)] for orth in words[:, 0]], spaces=[bool(space) for space in words[:, 2]])
        for place in np.flatnonzero(doc.to_array(NORM) != words[:, 1]).tolist():
            doc[place].norm_ = strings[int(words[place, 1])]
        computed, _ = self._compute(model, [doc], False)
        return computed[0]


def _no_gradient(_: object) -> list[Any]:
    return []
