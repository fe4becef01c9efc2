"""What an article says about itself: title, language, publisher, bylines, agencies, day of publication.

In: `Document`. Out: `Metadata`, problems. Not: the day inferred from what the article tells; that is the room of times.
"""

from __future__ import annotations

from greffier.article.metadata.agencies import find_agencies
from greffier.article.metadata.bylines import find_bylines
from greffier.article.metadata.language import find_language
from greffier.article.metadata.published import find_published
from greffier.article.metadata.titles import find_publisher, find_title
from greffier.lang.metadata import MetadataTables
from greffier.records import Document, Metadata, Problem

__all__ = ["read_metadata"]


def read_metadata(document: Document, tables: MetadataTables) -> tuple[Metadata, tuple[Problem, ...]]:
    """Read the metadata of a document, with what went wrong on the way."""
    language, unsure = find_language(document, tables)
    published, unreadable = find_published(document, tables)
    metadata = Metadata(
        title=find_title(document, tables),
        language=language,
        publisher=find_publisher(document, tables),
        url=document.given.url or (document.page.url if document.page else None),
        bylines=find_bylines(document, tables),
        agencies=find_agencies(document, tables),
        published=published,
    )
    return metadata, unsure + unreadable
