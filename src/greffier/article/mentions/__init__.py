"""Who and what is named: mentions, the entities of the article, their identities.

In: `Document`, `Sentence`s, `NameTables`. Out: `Naming`, which gives `Mentions`; `needs_names` says which sentences a recogniser is worth
asking about. Not: who speaks or acts.

What is named is found without the day of publication (`Naming`); whom it means is asked as at that day, again where it is learned later.
Names of the lexicon go first, then names by their shape, then what the parser's recogniser proposes; the rooms after this one see only
what is left. A name never crosses a line or a sentence; nothing is taken from navigation.
"""

from __future__ import annotations

from greffier.article.mentions.choose import find_names
from greffier.article.mentions.entities import link_names
from greffier.article.mentions.identities import Registry, identify
from greffier.article.mentions.need import needs_names
from greffier.article.mentions.offices import Bench, give_offices, link_roles
from greffier.article.mentions.passages import View
from greffier.article.mentions.things import Link, Thing
from greffier.lang import Pack
from greffier.records import SILENT, Answer, Document, Entity, EntityKind, Mention, Mentions, Published, Sentence, Trace

__all__ = ["Naming", "needs_names"]


class Naming:
    """What an article names, read once; whom that means depends on the day."""

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], pack: Pack, trace: Trace = SILENT) -> None:
        self._view = View(document, sentences, pack.names, trace)
        self._found, self._roles = find_names(self._view)

    def on(self, published: Published) -> Mentions:
        """Give the mentions as at the day of publication, which dates the offices."""
        view = self._view
        things, links = link_names(view, self._found)
        registry = Registry(view.tables, published)
        bench = Bench(view, things, links, registry)
        appositions, alone = give_offices(bench, self._roles)
        identify(view, things, links, registry)
        ordered = sorted([*links.values(), *appositions, *link_roles(bench, alone)], key=lambda link: (link.found.first, -link.found.last))
        return _mentions(view, ordered)


def _mentions(view: View, links: list[Link]) -> Mentions:
    """Number the mentions in text order and the things by their first mention."""
    entities: dict[int, Entity] = {}
    mentions: list[Mention] = []
    for link in links:
        thing = link.thing
        if thing is not None and id(thing) not in entities:
            entities[id(thing)] = _entity(f"e{len(entities) + 1}", thing)
        start, end = view.words.starts[link.found.first], view.words.ends[link.found.last]
        mentions.append(
            Mention(
                id=f"m{len(mentions) + 1}",
                start=start,
                end=end,
                quote=view.text[start:end],
                kind=link.found.how,
                entity=entities[id(thing)].id if thing is not None else None,
                rule=link.rule,
            )
        )
        if view.trace.on:
            detail = thing.identity if thing is not None else None
            answer = Answer.FOUND if thing is not None else Answer.ABSTAINED
            view.trace.note("mentions", f"{link.found.rule}/{link.rule}", (start, end), answer, detail)
    return Mentions(mentions=tuple(mentions), entities=tuple(entities.values()))


def _entity(number: str, thing: Thing) -> Entity:
    entry = thing.entry
    return Entity(
        id=number,
        name=_name(thing),
        kind=thing.kind,
        identity=thing.identity,
        wikidata=entry.wikidata if entry else None,
        country=thing.country,
        sector=thing.sector,
    )


def _name(thing: Thing) -> str:
    """The fullest form printed in the article: most words, then most letters; a state that is never named has the name of the table."""
    if thing.name:
        return thing.name
    if not thing.forms:
        return thing.entry.name if thing.entry else "?"
    best = max(thing.forms, key=lambda form: (len(form.split()), len(form))) if thing.kind is not EntityKind.COUNTRY else thing.forms[0]
    return " ".join(best.split())
