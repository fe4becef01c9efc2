"""Expressions of time on their own: `greffier.times.find(text, published="2016-10-26")`.

In: a text, its day of publication if known. Out: `TimeExpression`s. Not: articles; `greffier.read` finds these and all the rest.

    >>> [(t.quote, t.value) for t in find("Il a démissionné mardi soir.", published="2016-10-26")]
    [('mardi soir', '2016-10-25TEV')]
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from greffier.article.times.published import from_edtf
from greffier.article.times.resolve import resolve
from greffier.article.times.scan import ends_of, scan
from greffier.errors import InputError
from greffier.lang import Pack, load_packs
from greffier.records import TimeExpression

__all__ = ["find"]


def find(
    text: str, published: str | None = None, *, intervals: Literal["whole", "ends"] = "whole", language: str = "fr"
) -> tuple[TimeExpression, ...]:
    """Find the expressions of time of a text and give them their values.

    Args:
        text: Any text; positions are code points of it.
        published: The day, month or year it was published (`2016-10-26`, `2017-01`, `2017`), or a stretch of days
            (`2016-10-01/2016-10-15`). Without it, values keep their unknown parts (`XXXX-WXX-5`).
        intervals: `whole` gives «du 3 au 5 mai» as one expression, `ends` its two ends, as TimeML corpora have it.
        language: The language of the text.

    Raises:
        InputError: `published` is no day, month, year or stretch of days; or no tables for the language.
    """
    stretch = from_edtf(published) if published else None
    if published and stretch is None:
        raise InputError(f"published: {published!r} is no day, month or year (2016-10-26, 2017-01, 2017)")
    findings = scan(text, _pack(language).times)
    return resolve(text, ends_of(findings) if intervals == "ends" else findings, (stretch,) if stretch else ())


@lru_cache(maxsize=4)
def _pack(language: str) -> Pack:
    packs = load_packs()
    if language not in packs:
        raise InputError(f"language: no tables for {language!r}; there are {', '.join(packs)}")
    return packs[language]
