"""Country codes of the formats that others read.

In: `countries.tsv`. Out: `alpha3`, `cow`. Not: names; they stand in the tables of a language.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from greffier.lang.loader import read_table
from greffier.records import Record

__all__ = ["alpha3", "cow"]


class _Country(Record, frozen=True, kw_only=True):
    code: str
    alpha3: str
    cow: str | None = None


@cache
def _table() -> dict[str, _Country]:
    return {row.code: row for row in read_table(files("greffier.exports").joinpath("countries.tsv"), _Country)}


def alpha3(code: str | None) -> str | None:
    """The alpha-3 code of an alpha-2 code, null where it has none."""
    row = _table().get(code or "")
    return row.alpha3 if row else None


def cow(code: str | None) -> str | None:
    """The Correlates of War number of an alpha-2 code, null where it has none."""
    row = _table().get(code or "")
    return row.cow if row else None
