"""The order of the house: the only floor that knows which room comes after which.

In: raw documents. Out: articles. Not: rules, files, people.
"""

from __future__ import annotations

from greffier.pipeline.analyze import Analyzer
from greffier.pipeline.run import read_corpus

__all__ = ["Analyzer", "read_corpus"]
