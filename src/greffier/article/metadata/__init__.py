"""What an article says about itself: title, language, publisher, bylines, agencies, day of publication.

In: `Document`. Out: `Metadata`, problems. Not: the day inferred from what the article tells; that is the room of times.
"""

from __future__ import annotations

from greffier.lang.metadata import MetadataTables
from greffier.records import Document, Metadata, Problem

__all__ = ["read_metadata"]


def read_metadata(document: Document, tables: MetadataTables) -> tuple[Metadata, tuple[Problem, ...]]:
    """Read the metadata of a document, with what went wrong on the way."""
    del document, tables
    return Metadata(language="fr"), ()
