"""Events as a flat table: one row an event, every field of the record in a column of its own.

In: `Article`s. Out: rows of strings under `EVENT_COLUMNS`, several values joined by `|`, empty for null. Not: nested types.
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.records import Article, Entity, Event

__all__ = ["EVENT_COLUMNS", "event_rows"]

EVENT_COLUMNS = (
    "event_id", "article_id", "uri", "publisher", "published", "type", "mode", "quad", "cameo", "goldstein", "plover_score", "contexts",
    "status", "actors", "actor_identities", "actor_countries", "actor_sectors", "recipients", "recipient_identities", "recipient_countries",
    "recipient_sectors", "date", "date_earliest", "date_latest", "date_text", "place", "place_identity", "trigger_start", "trigger_end",
    "trigger", "claimed_by", "claim_cue", "statement", "rule", "score",
)  # fmt: skip


def event_rows(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the events of an article in text order."""
    entities = {entity.id: entity for entity in article.entities}
    times = {time.id: time for time in article.times}
    statements = {statement.id: statement for statement in article.statements}
    for event in article.events:
        time = times.get(event.when or "")
        place = entities.get(event.where or "")
        claim = statements.get(event.within or "")
        cells = (
            f"{article.id}:{event.id}", article.id, article.origin.uri, article.metadata.publisher, article.metadata.published.edtf,
            event.type.value, event.mode, event.quad, event.cameo, event.goldstein, event.plover_score, "|".join(event.contexts),
            event.status.value, *_parties(event.actors, entities), *_parties(event.recipients, entities),
            time and (time.edtf or time.value), time and time.earliest, time and time.latest, time and time.quote,
            place and place.name, place and place.identity, event.trigger.start, event.trigger.end, event.trigger.quote,
            claim and (claim.source.name or claim.source.quote or "unknown"), claim and claim.cue and claim.cue.quote, event.within,
            event.rule, event.score,
        )  # fmt: skip
        yield tuple(_cell(cell) for cell in cells)


def _parties(ids: tuple[str, ...], entities: dict[str, Entity]) -> tuple[str, str, str, str]:
    named = [entities[i] for i in ids if i in entities]
    return (
        "|".join(e.name for e in named),
        "|".join(e.identity or "" for e in named),
        "|".join(e.country or "" for e in named),
        "|".join(e.sector or "" for e in named),
    )


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def primary_date(event: Event, article: Article) -> str | None:
    """The day of an event: its own first day, else the day of publication where that is one day."""
    time = next((t for t in article.times if t.id == event.when), None)
    if time is not None:
        return time.earliest
    published = article.metadata.published
    return published.earliest if published.earliest and published.earliest == published.latest else None
