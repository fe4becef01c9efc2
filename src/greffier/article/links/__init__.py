"""What one statement of an article does to another: denies, corrects, confirms, repeats, qualifies.

In: `Statement`s. Out: `Link`s. Not: links across articles; that is the storey of the corpus.
"""

from __future__ import annotations

from greffier.lang import Pack
from greffier.records import SILENT, Document, Link, Mentions, Statement, Trace

__all__ = ["link_statements"]


def link_statements(
    document: Document, statements: tuple[Statement, ...], mentions: Mentions, pack: Pack, trace: Trace = SILENT
) -> tuple[Link, ...]:
    """Link the statements of an article."""
    del document, statements, mentions, pack, trace
    return ()
