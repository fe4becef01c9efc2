"""Fixtures that cost: the packs and the parser are loaded once a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.lang import Pack
    from greffier.pipeline import Analyzer
    from greffier.records import Article


@pytest.fixture(scope="session")
def pack() -> Pack:
    from greffier.lang import load_packs

    return load_packs()["fr"]


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    from greffier.article.syntax import load_parser
    from greffier.lang import load_packs
    from greffier.pipeline import Analyzer

    return Analyzer(load_packs(), load_parser())


@pytest.fixture(scope="session")
def read_text(analyzer: Analyzer) -> Callable[..., Article]:
    """Analyse a string; keyword arguments are told metadata (`published="2015-12-24"`)."""
    from greffier.records import Given, Origin, RawDocument

    def read(text: str, **given: str) -> Article:
        raw = RawDocument(origin=Origin(uri="test:", format="text"), content=text, given=Given(**given))
        return analyzer.analyze([raw])[0]

    return read
