"""Events in the forty columns of POLECAT, with a sidecar for what these have no room for.

In: `Article`s. Out: rows under `POLECAT_COLUMNS`; one JSON line an event with offsets, status and the statement that claims it.
Not: events that the article negates or only imagines; PLOVER drops them, the flat table keeps them.

Cells hold no quotation mark, tab or line end; several values are joined by `; `, a missing value is `None`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from greffier.exports.countries import alpha3, cow
from greffier.exports.events import primary_date
from greffier.records import Article, Entity, EntityKind, Event, EventStatus

__all__ = ["POLECAT_COLUMNS", "polecat_rows", "sidecar_lines"]

POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

_DROPPED = frozenset({EventStatus.NEGATED, EventStatus.HYPOTHETICAL})
_ORGANISED = frozenset({EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.MEDIUM})
_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})


def polecat_rows(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the events of an article that POLECAT would hold, in text order."""
    entities = {entity.id: entity for entity in article.entities}
    published = article.metadata.published
    story = (
        _join(e.name for e in article.entities if e.kind is EntityKind.PERSON),
        _join(e.name for e in article.entities if e.kind in _ORGANISED),
        _join(e.name for e in article.entities if e.kind in _PLACES),
    )
    for event in _kept(article):
        place = entities.get(event.where or "")
        cells = (
            _id(article, event),
            primary_date(event, article),
            event.type.value,
            event.mode,
            event.plover_score,
            event.quad,
            _join(event.contexts),
            *_party(event.actors, article, entities),
            *_party(event.recipients, article, entities),
            *_place(place),
            article.metadata.publisher,
            published.earliest if published.earliest == published.latest else None,
            *story,
            article.metadata.language,
            f"greffier {article.generated_by.greffier}",
        )
        yield tuple(_cell(cell) for cell in cells)


def sidecar_lines(article: Article) -> Iterator[bytes]:
    """Yield one JSON object an event, keyed by `event_id`, in the order of the rows."""
    statements = {statement.id: statement for statement in article.statements}
    for event in _kept(article):
        claim = statements.get(event.within or "")
        yield msgspec.json.encode(
            {
                "event_id": _id(article, event),
                "article_id": article.id,
                "uri": article.origin.uri,
                "text_sha256": article.text_sha256,
                "trigger": event.trigger,
                "status": event.status,
                "actors": event.actors,
                "recipients": event.recipients,
                "mentions": [m for m in article.mentions if m.entity in {*event.actors, *event.recipients}],
                "statement": claim,
                "goldstein": event.goldstein,
                "cameo": event.cameo,
                "rule": event.rule,
                "score": event.score,
            }
        )


def _kept(article: Article) -> list[Event]:
    return [event for event in article.events if event.status not in _DROPPED]


def _id(article: Article, event: Event) -> str:
    return f"{article.id}:{event.id}"


def _party(ids: tuple[str, ...], article: Article, entities: dict[str, Entity]) -> tuple[str | None, ...]:
    named = [entities[i] for i in ids if i in entities]
    sectors = [e.sector for e in named if e.sector]
    raw = [next((m.quote for m in article.mentions if m.entity == e.id), e.name) for e in named]
    return (
        _join(e.name for e in named),
        _join(filter(None, (alpha3(e.country) for e in named))),
        _join(filter(None, (cow(e.country) for e in named))),
        sectors[0] if sectors else None,
        _join(dict.fromkeys(sectors)),
        None,
        _join(raw),
        None,
    )


def _place(place: Entity | None) -> tuple[str | None, ...]:
    if place is None:
        return (None,) * 10
    geonames = (place.identity or "").removeprefix("place:geonames:") if (place.identity or "").startswith("place:geonames:") else None
    city = place.name if geonames else None
    return (place.name, city, None, None, alpha3(place.country), None, None, geonames, place.name, None)


def _join(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def _cell(value: object) -> str:
    if value is None:
        return "None"
    return " ".join(str(value).replace('"', "'").split())
