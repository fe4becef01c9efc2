"""From raw documents to articles, rooms in their order.

In: `RawDocument`s. Out: `Article`s, as many, in the same order. Not: workers, time limits and files; that is `run`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from greffier.article.documents import clean
from greffier.article.events import find_events
from greffier.article.events import needs_parse as event_needs_parse
from greffier.article.links import link_statements
from greffier.article.mentions import Naming, needs_names
from greffier.article.metadata import read_metadata
from greffier.article.statements import find_statements
from greffier.article.statements import needs_parse as statement_needs_parse
from greffier.article.syntax import Parser, parse, split
from greffier.article.times import find_times
from greffier.lang import Pack, Packs
from greffier.pipeline.layers import Layers
from greffier.records import (
    SILENT,
    Article,
    Document,
    GeneratedBy,
    Mentions,
    Metadata,
    Problem,
    Published,
    RawDocument,
    Sentence,
    Times,
    Trace,
    article_id,
)
from greffier.version import __version__

__all__ = ["Analyzer"]


class Analyzer:
    """The main job, with its tables and its parser loaded."""

    def __init__(self, packs: Packs, parser: Parser) -> None:
        self.packs = packs
        self.parser = parser

    def analyze(self, raws: Sequence[RawDocument], trace: Trace = SILENT) -> list[Article]:
        """Analyse several articles; their sentences share the parser's batches."""
        return self._analyze(raws, trace, Layers())

    def analyze_forgiving(self, raw: RawDocument) -> Article:
        """Analyse one article of which a layer is known to fail: that layer stays empty and the record says why."""
        return self._analyze([raw], SILENT, Layers(forgiving=True))[0]

    def _analyze(self, raws: Sequence[RawDocument], trace: Trace, layers: Layers) -> list[Article]:
        read = [self._read(raw, trace) for raw in raws]
        batch = [(document, self._split(document, metadata)) for document, metadata, _ in read]
        unparsed = [sentences for _, sentences in batch]
        parsed = layers.run("syntax", unparsed, lambda: parse(batch, self.parser, self._wanted, self._named))
        return [
            self._article(document, metadata, problems, sentences, trace, layers)
            for (document, metadata, problems), sentences in zip(read, parsed, strict=True)
        ]

    def _read(self, raw: RawDocument, trace: Trace) -> tuple[Document, Metadata, tuple[Problem, ...]]:
        document = clean(raw, self.packs["fr"].documents, trace)
        metadata, problems = read_metadata(document, self.packs["fr"].metadata)
        return document, metadata, problems

    def _pack(self, metadata: Metadata) -> Pack | None:
        return self.packs.get((metadata.language or "").split("-")[0])

    def _split(self, document: Document, metadata: Metadata) -> tuple[Sentence, ...]:
        pack = self._pack(metadata)
        return split(document, pack.syntax) if pack else ()

    def _wanted(self, document: Document, sentence: Sentence) -> bool:
        pack = self.packs["fr"]
        return statement_needs_parse(document, sentence, pack) or event_needs_parse(document, sentence, pack)

    def _named(self, document: Document, sentence: Sentence) -> bool:
        return needs_names(document, sentence, self.packs["fr"])

    def _article(
        self,
        document: Document,
        metadata: Metadata,
        problems: tuple[Problem, ...],
        sentences: tuple[Sentence, ...],
        trace: Trace,
        layers: Layers,
    ) -> Article:
        digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        pack = self._pack(metadata)
        article = Article(
            id=article_id(document.origin.uri, digest),
            origin=document.origin,
            text=document.text,
            text_sha256=digest,
            metadata=metadata,
            segments=document.segments,
            problems=document.problems + problems,
            generated_by=GeneratedBy(
                greffier=__version__,
                language_pack=f"{pack.language} {pack.version}" if pack else None,
                parser=f"{self.parser.name} {self.parser.version}" if pack else None,
            ),
        )
        if pack is None:
            return article
        run = layers.run
        mentions, times = _names_and_times(document, sentences, pack, metadata.published, trace, layers)
        statements = run("statements", (), lambda: find_statements(document, sentences, mentions, times, pack, trace))
        links = run("links", (), lambda: link_statements(document, statements, mentions, pack, trace))
        events = run("events", (), lambda: find_events(document, sentences, mentions, times, statements, links, pack, trace))
        return msgspec.structs.replace(
            article,
            metadata=msgspec.structs.replace(metadata, published=times.published),
            entities=mentions.entities,
            mentions=mentions.mentions,
            times=times.expressions,
            statements=statements,
            events=events,
            links=links,
            problems=article.problems + layers.problems,
        )


def _names_and_times(
    document: Document, sentences: tuple[Sentence, ...], pack: Pack, day: Published, trace: Trace, layers: Layers
) -> tuple[Mentions, Times]:
    """Names and times, which the day of publication is inferred from where nobody told it."""
    run = layers.run
    dated = day.earliest is not None and day.latest is not None
    naming = run("mentions", None, lambda: Naming(document, sentences, pack, trace if dated else SILENT))
    mentions = run("mentions", Mentions(), lambda: naming.on(day)) if naming else Mentions()
    times = run("times", Times(published=day), lambda: find_times(document, sentences, mentions, pack, day, trace))
    if dated or naming is None:
        return mentions, times
    # «le président russe» has a holder only at a date: where the day had to be inferred, the names are asked again whom they mean.
    if trace.on:
        return run("mentions", mentions, lambda: Naming(document, sentences, pack, trace).on(times.published)), times
    return (run("mentions", mentions, lambda: naming.on(times.published)) if times.published != day else mentions), times
