"""Names of keys and columns that tell the same thing: ours, trafilatura's, minet's, and what French tables are headed with.

In: a row of names and values. Out: a `RawDocument`. Not: JSON and CSV themselves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from greffier.article.readers.encodings import repair
from greffier.article.readers.limits import MAX_DOCUMENT, MAX_TEXT
from greffier.article.readers.plain import shortened
from greffier.records import Failure, Given, Origin, ProblemCode, RawDocument

__all__ = ["TEXT_KEYS", "document_from"]

# What is told -> the keys that tell it, the first one that holds something wins. Ours stand first; trafilatura writes `source`, `hostname`,
# `author` and `date`, minet `canonical_url`, `content`, `sitename`.
_TEXT: Final = ("text", "texte", "content", "contenu", "maintext", "body")
_HTML: Final = ("html", "raw_html", "raw_contents", "raw_content")
# The text once more without its lines (trafilatura), the page a text was taken from: not kept, they would double every record.
_COPIES: Final = frozenset({"raw_text", *_HTML})
_GIVEN: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id",),
    "title": ("title", "titre", "headline"),
    "url": ("url", "source", "canonical_url", "resolved_url", "link"),
    "publisher": ("publisher", "sitename", "source-hostname", "hostname", "journal"),
    "published": ("published", "date", "date_publish", "publish_date"),
    "bylines": ("bylines", "author", "authors", "auteur", "auteurs"),
    "language": ("language", "lang", "langue"),
}
# <!DOCTYPE html>, <html lang="fr">: minet writes whole pages under `body`, too.
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
TEXT_KEYS: Final = frozenset(_TEXT + _HTML)


def document_from(row: Mapping[str, Any], uri: str, place: str, *, format: str) -> RawDocument | Failure:  # noqa: A002
    """Make a raw document of a row; `uri` is that of the file, `place` is `line 3`.

    The document's address is the file's with the row's id, or its place where it has none, behind a `#`.
    """
    if str(row.get("schema")).startswith("greffier."):
        detail = "a record of greffier, read already; `greffier show` and `greffier check` take it"
        return Failure(uri=uri, place=place, code=ProblemCode.INPUT_UNREADABLE, detail=detail)
    names = {name.strip().lower(): name for name in row}
    used: set[str] = set()

    def told(keys: tuple[str, ...]) -> Any:
        for key in keys:
            value = row.get(names.get(key, ""))
            if value is not None and value not in ("", []):
                used.add(names[key])
                return value
        return None

    given = {key: told(keys) for key, keys in _GIVEN.items()}
    content, markup = told(_TEXT), False
    page = told(_HTML)
    if content is None:
        content, markup = page, True
    address = f"{uri}#{given['id'] if given['id'] is not None else place.replace(' ', '-')}"
    if not isinstance(content, str) or not content.strip():
        known = "it is empty" if any(key in names for key in TEXT_KEYS) else f"its keys are: {', '.join(sorted(names))[:200] or 'none'}"
        kind = known if content is None or isinstance(content, str) else f"it is a {type(content).__name__}"
        return Failure(uri=uri, place=place, code=ProblemCode.INPUT_UNREADABLE, detail=f"no text under `text` or `html`: {kind}")
    content, problems = repair(content)
    content, cut = shortened(content, MAX_DOCUMENT if markup else MAX_TEXT)
    markup = markup or _PAGE.match(content) is not None
    fields = {
        _clean(name): _clean(_string(value))
        for name, value in row.items()
        if name not in used and name.strip().lower() not in _COPIES and value not in (None, "", [])
    }
    return RawDocument(
        origin=Origin(uri=_clean(address), format=format, fields=fields) if fields else Origin(uri=_clean(address), format=format),
        content=content,
        markup=markup,
        given=_given(given),
        problems=problems + cut,
    )


def _given(told: Mapping[str, Any]) -> Given:
    names = (_clean(name).strip() for name in _names(told["bylines"]))
    strings = {key: _clean(_string(value)) for key, value in told.items() if key != "bylines" and value is not None}
    return Given(bylines=tuple(name for name in names if name), **strings)


def _names(value: Any) -> Iterator[str]:
    """Find names in `Anne Martin; Luc Petit` (trafilatura), `Anne Martin|Luc Petit` (minet), a list of names, or a list of {"name": …}."""
    if isinstance(value, str):
        yield from re.split(r"[;|]", value)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, list):
        for item in value:
            yield from [item] if isinstance(item, str) else _names(item)


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _clean(value: str) -> str:
    """Repair a short string in silence; what was wrong with the text itself is told by its own problems."""
    return repair(value)[0]
