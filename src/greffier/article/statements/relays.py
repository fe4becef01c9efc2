"""Who passed the words of a source on: «le ministère, cité par l'agence Tass», «un diplomate cité par Le Soir».

In: a `Scene` and a draft with its source. Out: places. Not: relays with a verb of their own («rapporte Ria Novosti»), known to the incises.
"""

from __future__ import annotations

import re

from greffier.article.statements.draft import Draft, Place
from greffier.article.statements.phrases import noun_phrase, place_of
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak

__all__ = ["relay_beside"]

# «cité par», «, citée jeudi par», «repris par»: right behind the source
_CITED = re.compile(r"\s?,?\s(?:cité|repris|relayé|rapporté)e?s?(?:\s\w+)?\s(?:par|dans)\s", re.IGNORECASE)


def relay_beside(scene: Scene, draft: Draft) -> tuple[Place, ...]:
    """Give the medium that is printed right behind a source as what cites it."""
    if draft.source is None or draft.relays:
        return ()
    match = _CITED.match(scene.unit.text, draft.source[1], scene.unit.end)
    if match is None:
        return ()
    phrase = noun_phrase(scene.unit, scene.unit.word_at(match.end()), scene.unit.end, appositions=False)
    return (place_of(scene.unit, phrase),) if phrase is not None and can_speak(scene.unit, phrase) else ()
