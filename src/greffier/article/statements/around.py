"""What an incise or a preposition announces: the clause around it, both sides of it in marks, the half that goes on.

In: a `Scene` and the place of the announcing words. Out: places. Not: clauses that a cue opens; those are in `edges`.
"""

from __future__ import annotations

from greffier.article.statements.draft import Place
from greffier.article.statements.edges import goes_alone, has_finite_verb, trim
from greffier.article.statements.reading import Unit
from greffier.article.statements.scene import Scene
from greffier.article.statements.verbs import Shape

__all__ = ["around_incise", "host_clause"]

# «Et "nous partirons", a dit X»: words before a quotation that do not make the content more than the quotation
_OPENERS = frozenset({"", "et", "mais", "or", "puis", "enfin", "ou", "bref", "q", "r", "-", "–", "—", "•", "“", "ainsi"})
# «…, ajoute le communiqué, sans en dire plus»
_OF_THE_SAYING = ("sans ", "tout en ", "avant d", "après avoir ")
# «…, a dit Léa Roux, qui dirige le port»: what begins so tells who the source is.
_RELATIVES = ("qui ", "dont ", "où ")
# What begins so is a clause of its own, whatever a parser made of the one before.
_CONTRASTS = ("mais ", "alors que ", "alors qu'", "tandis que ", "tandis qu'", "car ")


def host_clause(scene: Scene, pieces: tuple[Place, ...], zone: Place) -> tuple[Place, ...]:
    """«La mer monte, et le port, comme l'a dit le maire, fermera, mais la ville vit»: only the clause that an incise stands in."""
    low, high = scene.unit.start, scene.unit.end
    for word in scene.words:
        if word.form in {"que", "qu'"} and word.end <= zone[0] and any(0 < word.index - group.last <= 2 for group in scene.groups):
            low = word.end  # «Il expliqua qu'une guerre viendrait, comme il l'avait prédit»
        if word.form == "," and goes_alone(scene, word.index + 1):
            if word.end <= zone[0]:
                low = scene.words[word.index + 2].start
            elif word.start >= zone[1]:
                high = min(high, word.start)
    inside = ((max(start, low), min(end, high)) for start, end in pieces)
    return tuple(trim(scene.unit, start, end) for start, end in inside if end - start > 1)


def around_incise(scene: Scene, zone_start: int, zone_end: int, *, preposition: bool = False) -> tuple[tuple[Place, ...], bool] | None:
    """Give the content around an incise and whether it is all in marks; `zone_end` is where its source ends.

    None where no content stands before or after it.
    """
    unit = scene.unit
    around = unit.outer_around(zone_start)
    if around is not None and around.inner_start < zone_start and zone_end <= around.end:
        return _inside_marks(unit, around.inner_start, around.inner_end, zone_start, zone_end), True
    left = _left_edge(scene, zone_start)
    quotation = scene.quotation_before(zone_start)
    if quotation is None:
        return _unquoted(scene, left, zone_start, zone_end, preposition=preposition)
    head = unit.text[left : quotation.start]
    if quotation.start <= left or head.strip(' ,;–—-•"«').lower() in _OPENERS or head.rstrip().endswith(":"):
        pieces: tuple[Place, ...] = ((quotation.inner_start, quotation.inner_end),)
        return _with_second_half(scene, pieces, zone_end), True
    if not has_finite_verb(unit, left, zone_start) and unit.text[zone_end : zone_end + 1] == ",":
        return _unquoted(scene, left, zone_start, zone_end)
    first = next((q for q in unit.outer if q.start >= left), quotation)
    if not head.strip(' ,;–—-•"«') or unit.text[left : first.start].strip(" ,;–—-•").lower() in _OPENERS:
        left = first.start
    return _with_second_half(scene, ((trim(unit, left, quotation.start)[0], quotation.end),), zone_end), False


def _inside_marks(unit: Unit, start: int, end: int, zone_start: int, zone_end: int) -> tuple[Place, ...]:
    """« A, a dit X. B »: both sides of an incise inside the marks, the adjuncts of the incise left out."""
    before = trim(unit, start, zone_start)
    i = zone_end
    while i < end and unit.text[i] not in ",.;:!?…»":
        i += 1
    after = trim(unit, i, end)
    after = (after[0], end) if after[1] > after[0] else after
    return tuple(piece for piece in (before, after) if piece[1] - piece[0] > 1)


def _left_edge(scene: Scene, zone_start: int) -> int:
    """Where the sentence of an incise begins: the unit, or what follows an earlier incise and its full stop."""
    unit = scene.unit
    left = unit.start
    for _, end in scene.zones():
        if end <= zone_start:
            left = max(left, end)
    # a sentence that ended outside marks: «"A." Il sourit. "B", dit-il»
    for i in range(unit.word_at(left), unit.word_at(zone_start) - 1):
        word = unit.words[i]
        if word.form in {".", "!", "?"} and unit.outer_around(word.start) is None and unit.words[i + 1].capital:
            left = unit.words[i + 1].start
    return left


def _with_second_half(scene: Scene, pieces: tuple[Place, ...], zone_end: int) -> tuple[Place, ...]:
    """«"A", a dit X, "B"»: take in the quotation after the incise if only a short adjunct and a comma stand between."""
    unit = scene.unit
    for quotation in unit.outer:
        if quotation.start < zone_end:
            continue
        gap = unit.text[zone_end : quotation.start]
        if gap.rstrip().endswith((",", ":")) or not gap.strip():
            opening = unit.text[quotation.inner_start]
            starts_sentence = opening.isupper() and gap.rstrip().endswith(":")
            if (
                len(gap) <= 90
                and not any(c in gap for c in ".!?;")
                and not has_finite_verb(unit, zone_end, quotation.start)
                and not starts_sentence
            ):
                return (*pieces, (quotation.inner_start, quotation.inner_end))
        break
    return pieces


def _unquoted(
    scene: Scene, left: int, zone_start: int, zone_end: int, *, preposition: bool = False
) -> tuple[tuple[Place, ...], bool] | None:
    """Clause before an incise, and the one after it where the first is not complete or goes on."""
    unit = scene.unit
    before = trim(unit, left, zone_start)
    tail_start = _past_adjuncts(unit, zone_end, unit.end)
    tail = trim(unit, tail_start, unit.end)
    complete = has_finite_verb(unit, *before)
    adjunct = unit.reading.grammar.after_preposition if preposition else unit.reading.grammar.after_source
    after = unit.text[tail[0] : tail[1]]
    if (
        tail[1] - tail[0] < 3
        or (complete and adjunct.match(after))
        or after.lower().startswith((*_CONTRASTS, *_RELATIVES, *_OF_THE_SAYING))
        or (complete and _has_cue(scene, *tail))
        or (complete and not preposition and _is_of_saying(unit, zone_end, tail))
    ):
        pieces: tuple[Place, ...] = (before,)
    elif before[1] - before[0] < 2 or after.startswith(("que ", "qu'")) or _ends_with_link(unit, before):
        pieces = (tail,)
    elif complete and not unit.text[tail_start - 1 : tail_start].strip(" ").startswith(","):
        pieces = (before,)
    else:
        pieces = (before, tail)
    pieces = tuple(piece for piece in pieces if piece[1] > piece[0])
    return (pieces, False) if pieces else None


def _is_of_saying(unit: Unit, zone_end: int, tail: Place) -> bool:
    """«…, a dit Léa Roux, cliente, le mois dernier», «…, a dit X depuis le siège à Denver, au Colorado»: a tail without a verb tells when
    and where it was said if it is a time, or goes on with an adjunct of the incise.
    """
    if has_finite_verb(unit, *tail):
        return False
    time = unit.reading.times.get(tail[0])
    goes_on = unit.text[zone_end : tail[0]].strip(' ,"»”') != ""
    return goes_on or (time is not None and time >= tail[1])


def _ends_with_link(unit: Unit, place: Place) -> bool:
    """«A et, comme je l'ai dit, B»: only what follows is told."""
    last = unit.last_word_before(place[1])
    return unit.words[last].form in {"et", "mais", "car", "or", "donc", "que", "qu'", "qui", "dont", "où"} and last > unit.word_at(place[0])


def _has_cue(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a stretch is the next incise rather than content: «, rapporte l'agence»."""
    i = scene.unit.word_at(start)
    return any(group.left == i and group.shape is Shape.FINITE for group in scene.groups) and end - start < 60


def _past_adjuncts(unit: Unit, start: int, end: int) -> int:
    """Go on from the end of a source to the comma that closes the incise."""
    depth = 0
    i = start
    while i < end:
        char = unit.text[i]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif depth <= 0 and (char in ";:!?…–—" or (char == "," and not unit.text[i + 1 : i + 2].isdigit())):
            return i + 1
        i += 1
    return end
