"""Analyses that misbehave where the text tells them to; they run in the pool's workers."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from typing import TYPE_CHECKING

from greffier.pipeline.run import load_analysis
from greffier.records import Article, GeneratedBy, Metadata, RawDocument

if TYPE_CHECKING:
    from collections.abc import Sequence


def misbehaving():
    """Hang at `HANG`, abort at `ABORT`, raise at `RAISE`, be slow at `SLOW`; else give the text back."""

    def analyze(raws: Sequence[RawDocument]) -> list[Article]:
        for raw in raws:
            if raw.content == "HANG":
                time.sleep(60)
            elif raw.content == "ABORT":
                os.abort()
            elif raw.content == "KILL":
                os.kill(os.getpid(), signal.SIGKILL)
            elif raw.content == "RAISE":
                raise KeyError("no such thing")
            elif raw.content == "SLOW":
                time.sleep(0.15)
        return [article_of(raw) for raw in raws]

    return analyze


def plain(parser):
    """Stand in for `load_analysis`: give the text back, after a time in which a run can be interrupted."""
    del parser

    def analyze(raws: Sequence[RawDocument]) -> list[Article]:
        time.sleep(0.005 * len(raws))
        return [article_of(raw) for raw in raws]

    return analyze


def without_events(parser):
    """Stand in for `load_analysis`: the real one, with a room that raises at one word."""
    import greffier.pipeline.analyze as module

    def find_events(document, *_):
        if "FAUTE" in document.text:
            raise KeyError("no such table")
        return ()

    module.find_events = find_events
    return REAL(parser)


REAL = load_analysis


def with_process_ids():
    return lambda raws: [article_of(raw, f"{os.getpid()} {os.environ['OPENBLAS_NUM_THREADS']}") for raw in raws]


def with_told_days():
    return lambda raws: [article_of(raw, raw.given.published) for raw in raws]


def unloadable():
    from greffier.errors import ModelError

    raise ModelError("no parser 'x'")


def broken():
    raise RuntimeError("something in a library")


def article_of(raw: RawDocument, text: str | None = None) -> Article:
    text = text or raw.content
    digest = hashlib.sha256(text.encode()).hexdigest()
    made = GeneratedBy(greffier="0", language_pack=None, parser=None)
    return Article(id=digest[:16], origin=raw.origin, text=text, text_sha256=digest, metadata=Metadata(), generated_by=made)
