"""The order of the house: the only floor that knows which room comes after which.

In: raw documents. Out: articles. Not: rules, files, people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from greffier.pipeline.analyze import Analyzer
    from greffier.pipeline.run import read_corpus

__all__ = ["Analyzer", "read_corpus"]


def __getattr__(name: str) -> Any:
    """Load either when first asked for: who hands out work to other processes need not load all rooms."""
    if name == "Analyzer":
        from greffier.pipeline.analyze import Analyzer  # noqa: PLC0415

        return Analyzer
    if name == "read_corpus":
        from greffier.pipeline.run import read_corpus  # noqa: PLC0415

        return read_corpus
    raise AttributeError(f"module 'greffier.pipeline' has no attribute {name!r}")
