"""An article whose day of publication is learned later: every value that depends on it is computed again.

In: an article, its day. Out: the article with `metadata.published` and the values of `times` renewed. Not: anything else; passages, ids and
all that refers to them stay, because what a passage means is found without the day.
"""

from __future__ import annotations

from msgspec import structs

from greffier.article.times import find_times
from greffier.article.times.published import from_edtf, published_of
from greffier.errors import InputError
from greffier.lang import Packs
from greffier.records import Article, DateBasis, Document, Given, Mentions

__all__ = ["redate"]


def redate(article: Article, published: str, packs: Packs) -> Article:
    """Set the day of publication (ISO 8601 or EDTF: a day, a month, a year, a stretch of days) and compute what depends on it.

    Raises:
        InputError: `published` is none of these.
    """
    days = from_edtf(published)
    if days is None:
        raise InputError(f"published: {published!r} is no day, month or year (2016-10-26, 2017-01, 2017)")
    told = published_of((days,), DateBasis.GIVEN, ())
    pack = packs.get((article.metadata.language or "").split("-")[0])
    metadata = structs.replace(article.metadata, published=told)
    if pack is None:
        return structs.replace(article, metadata=metadata)
    document = Document(origin=article.origin, given=Given(published=published), text=article.text, segments=article.segments)
    mentions = Mentions(mentions=article.mentions, entities=article.entities)
    times = find_times(document, (), mentions, pack, told)
    return structs.replace(article, metadata=metadata, times=times.expressions)
