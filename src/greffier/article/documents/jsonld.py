"""What a page's JSON-LD says of the article, however it is written.

In: the words of `application/ld+json` scripts. Out: `Claims`. Not: a choice between several claims.

Follows schema.org NewsArticle and its kin. Broken scripts are read as far as they go: titles with raw line feeds, comments, CDATA.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

__all__ = ["Claims", "read_claims"]

_ARTICLES = frozenset(
    {
        "newsarticle",
        "article",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "blogposting",
        "liveblogposting",
        "socialmediaposting",
        "report",
        "techarticle",
        "scholarlyarticle",
        "reportage",
        "interview",
    }
)
# Where no node is an article, the page itself or its video still tells title and date.
_PAGES = frozenset({"webpage", "videoobject", "audioobject", "itempage", "radioepisode", "podcastepisode"})
_PERSONS, _ORGANISATIONS = frozenset({"person"}), frozenset({"organization", "newsmediaorganization", "corporation", "ngo", "website"})
_WRAPPERS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
# Nodes of one page; a page that nests deeper or lists more wants to do harm.
_MOST_NODES, _DEEPEST = 5_000, 40


class Claims(NamedTuple):
    """What the nodes say, in their order."""

    titles: tuple[str, ...]
    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    publishers: tuple[str, ...]
    urls: tuple[str, ...]
    languages: tuple[str, ...]


def read_claims(scripts: Iterable[str]) -> Claims:
    """Read the claims of the article nodes, of page nodes where there are none."""
    nodes = [node for script in scripts for node in _nodes(_loaded(script))]
    chosen = [n for n in nodes if _types(n) & _ARTICLES] or [n for n in nodes if _types(n) & _PAGES]
    persons: list[str] = []
    organisations: list[str] = []
    named = {str(n["@id"]): n for n in nodes if "@id" in n and "name" in n}
    for node in chosen:
        for author in _many(node.get("author")) + _many(node.get("creator")):
            _credit(author, named, persons, organisations)
    publishers = [name for n in chosen for p in _many(n.get("publisher")) for name in _names(_resolved(p, named))]
    publishers += [name for n in nodes if "website" in _types(n) or _types(n) & {"newsmediaorganization"} for name in _names(n)]
    return Claims(
        titles=_strings(n.get(name) for name in ("headline", "name") for n in chosen),
        persons=_strings(persons),
        organisations=_strings([*organisations, *publishers]),
        published=_strings(n.get("datePublished") or n.get("dateCreated") or n.get("uploadDate") for n in chosen),
        modified=_strings(n.get("dateModified") for n in chosen),
        publishers=_strings(publishers),
        urls=_strings(u for n in chosen for u in (n.get("url"), _address(n.get("mainEntityOfPage")))),
        languages=_strings(n.get("inLanguage") for n in chosen),
    )


def _loaded(script: str) -> Any:
    words = _WRAPPERS.sub("", _WRAPPERS.sub("", script)).strip().rstrip(";")
    for attempt in (words, _TRAILING_COMMA.sub(r"\1", words)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Walk over all objects, those of the main line first."""
    queue: list[tuple[Any, int]] = [(value, 0)]
    seen = 0
    while queue and seen < _MOST_NODES:
        item, depth = queue.pop(0)
        seen += 1
        if depth > _DEEPEST:
            continue
        if isinstance(item, list):
            queue += [(part, depth + 1) for part in item]
        elif isinstance(item, dict):
            yield item
            queue += [(part, depth + 1) for part in item.values() if isinstance(part, (dict, list))]


def _types(node: dict[str, Any]) -> frozenset[str]:
    return frozenset(str(kind).rsplit("/", 1)[-1].lower() for kind in _many(node.get("@type")))


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        return named.get(str(value["@id"]), value)
    return value


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [name for name in _many(value.get("name")) if isinstance(name, str)] if isinstance(value, dict) else []


def _credit(author: Any, named: dict[str, dict[str, Any]], persons: list[str], organisations: list[str]) -> None:
    author = _resolved(author, named)
    kinds = _types(author) if isinstance(author, dict) else frozenset()
    # Many sites declare persons without a type, or outlets as persons; the latter is for the room of metadata to see through.
    (organisations if kinds & _ORGANISATIONS and not kinds & _PERSONS else persons).extend(_names(author))


def _address(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else value


def _strings(values: Iterable[Any]) -> tuple[str, ...]:
    stripped = (" ".join(v.split()) for value in values for v in _many(value) if isinstance(v, str))
    return tuple(dict.fromkeys(v for v in stripped if v))
