"""What the source that a preposition names tells: «Selon X, | P», «P, selon X», «que si P, selon lui, Q».

In: a `Scene`, a `Match` and the place of its source. Out: places. Not: whether the source is one.
"""

from __future__ import annotations

import re

from greffier.article.statements.around import around_incise
from greffier.article.statements.draft import Place
from greffier.article.statements.edges import clause_end, has_finite_verb, trim
from greffier.article.statements.reading import openings_of
from greffier.article.statements.scene import Match, Scene
from greffier.lang.once import once_for_each
from greffier.lang.statements import StatementTables

__all__ = ["clause_before", "content_of", "matches_of"]


def _after_colon(scene: Scene, low: int, position: int) -> int:
    """«Le président tonnait encore : les jeunes, à l'entendre, partent»: a subject whose verb comes later begins the content."""
    colon = scene.unit.text.rfind(":", low, position)
    if colon < 0 or scene.unit.outer_around(colon) is not None or has_finite_verb(scene.unit, colon, position):
        return low
    return colon + 1


def _opening_condition(scene: Scene, start: int, end: int) -> tuple[Place, ...] | None:
    """«a jugé que si le quai appartenait, selon lui, à la ville, cela n'autorisait rien»: only the clause after si."""
    words = scene.words
    for i in range(scene.unit.word_at(start) - 1, 0, -1):
        if words[i].form == "si" and words[i - 1].form in {"que", "qu'"}:
            break
        if words[i].form == "," and words[i].index != scene.unit.word_at(start) - 1:
            return None
    else:
        return None
    after = [word for word in words[scene.unit.word_at(end) + 1 :] if word.form == ","]
    closing = next((comma for comma in after if _main_clause_at(scene, comma.index + 1)), None)
    if closing is None:
        return None
    return trim(scene.unit, words[i + 1].start, start), trim(scene.unit, end, closing.start)


def _main_clause_at(scene: Scene, i: int) -> bool:
    """Tell whether a subject pronoun and its verb stand here."""
    words, grammar = scene.words, scene.unit.reading.grammar
    if i >= len(words) or words[i].form not in grammar.subjects | {"cela", "ceci"}:
        return False
    i = scene.unit.past_clitics(i + 1)
    return i < len(words) and words[i].finite


# «alors que», «ainsi que»: clauses that no cue announces
_BEFORE_QUE = frozenset({"alors", "ainsi", "tandis", "bien", "pour", "afin", "avant", "après", "dès", "lors", "parce", "sans", "tant"})


def _after_que(scene: Scene, low: int, position: int) -> int:
    """«Le tribunal a jugé que l'État était, selon lui, propriétaire»: within a clause that a cue announces, only that clause."""
    first, last = scene.unit.word_at(low), scene.unit.word_at(position)
    cues = [group.last for group in scene.groups if first <= group.last < last]
    for i in range(last - 1, first, -1):
        if scene.words[i].form in {"que", "qu'"} and scene.words[i - 1].form not in _BEFORE_QUE and any(cue < i for cue in cues):
            return scene.words[i].end
    return low


def _in_relative(scene: Scene, low: int, start: int, end: int) -> int:
    """«des compromis qui sont, selon moi, utiles»: within a relative clause that has its verb and goes on, only that clause."""
    if scene.unit.text[end : end + 1] != ",":
        return low
    last = scene.unit.word_at(start)
    for i in range(last - 1, scene.unit.word_at(low), -1):
        word = scene.words[i]
        if word.form in {"qui", "dont"}:
            between = scene.words[i + 1 : last]
            alone = sum(w.finite and not scene.words[w.index - 1].finite for w in between) == 1
            return word.start if alone and not any(w.form == "," for w in between[:-1]) else low
        if word.form in {";", ":", ".", "et", "mais"}:
            return low
    return low


def _is_medial(scene: Scene, start: int, end: int) -> bool:
    """«aurait selon plusieurs sources payé»: no comma on either side, and the clause goes on with its participle or its verb."""
    text = scene.unit.text
    if text[scene.unit.start : start].rstrip().endswith(","):
        return False
    i = scene.unit.word_at(end)
    if i < len(scene.words) and scene.words[i].form == "[":  # «plusieurs sources [4]»
        i += 3
    if i >= len(scene.words) or scene.words[i].upos in {"PUNCT", "CCONJ"} or scene.words[i].infinitive:
        return False
    before = scene.words[scene.unit.word_at(start) - 1]
    if before.finite or scene.words[i].upos in {"VERB", "ADJ"}:
        return True
    return scene.words[i].upos == "ADV" and i + 1 < len(scene.words) and scene.words[i + 1].upos in {"VERB", "ADJ"}


def _before_another(scene: Scene, start: int, high: int) -> int:
    """«D'après A, P ; selon B, Q»: the first content ends where the sentence of the second begins."""
    for match in matches_of(scene):
        cut = scene.unit.text.rfind(";", start, match.start)
        if match.start > start and cut >= 0:
            return cut
    return high


def _in_brackets(text: str, position: int, low: int, high: int) -> tuple[int, int]:
    """«(selon M. Roux, P)»: brackets around a preposition close its sentence off."""
    opening, closing = text.rfind("(", low, position), text.find(")", position, high)
    if opening < 0 or closing < 0 or ")" in text[opening:position] or text[opening + 1 : position].strip():
        return low, high
    rest = text[position:closing]
    return (opening + 1, closing) if "," in rest else (low, high)


# «a dit que, selon lui, P», «ce qui, d'après lui, P», «A ; selon lui, P»: a clause begins right before the preposition
_OPENS_CLAUSE = re.compile(r"(?:[;:«\"“]|(?<![\w'])(?:que|qu'|qui|dont|où|si|car|et|mais|or|puis))[\s,]*$", re.IGNORECASE)


def clause_before(scene: Scene, position: int) -> bool:
    """Tell whether a clause begins right before a preposition."""
    return _OPENS_CLAUSE.search(scene.unit.text, max(scene.unit.start, position - 12), position) is not None


# «D'après Le Soir, qui cite un diplomate, P»: what still belongs to the source
_ASIDE = re.compile(r"\s*(?:qui|dont|cité|citée|cités|citant|interrog|joint|contact|repris|relay|publi)", re.IGNORECASE)


def _after_source(scene: Scene, position: int, high: int) -> int | None:
    """Where the clause begins after «Selon X»: past the comma that closes what belongs to X."""
    unit = scene.unit
    i = unit.word_at(position)
    depth = 0
    aside = False
    while i < len(unit.words) and unit.words[i].start < high:
        word = unit.words[i]
        if word.form in {"(", "["}:
            depth += 1
        elif word.form in {")", "]"}:
            depth -= 1
        elif depth == 0 and word.form in {",", ":"}:
            if word.form == "," and not aside and _ASIDE.match(unit.text, word.end, high):
                aside = True
                i += 1
                continue
            return word.end
        elif depth == 0 and not aside and (word.form in {'"', "«", "“"} or word.finite) and i > unit.word_at(position):
            return unit.words[unit.word_at(position)].start if word.finite else word.start
        i += 1
    start = unit.word_at(position)
    return unit.words[start].start if start < len(unit.words) and unit.words[start].start < high else None


def _sentence_before(scene: Scene, low: int, position: int) -> Place:
    text = scene.unit.text
    cut = max(text.rfind(". ", low, position), text.rfind("! ", low, position), text.rfind("? ", low, position))
    return trim(scene.unit, cut + 1 if cut >= 0 else low, position)


def _sentence_after(scene: Scene, position: int, high: int) -> Place:
    end = clause_end(scene, None, position + 1, high) if position + 1 < high else high
    return trim(scene.unit, position, end)


def content_of(scene: Scene, match: Match, source: Place) -> tuple[Place, ...] | None:
    """Give what the source of a preposition tells; None where nothing stands beside it."""
    unit = scene.unit
    around = unit.quotation_around(match.start)
    low, high = (around.inner_start, around.inner_end) if around is not None else (unit.start, unit.end)
    low, high = _in_brackets(unit.text, match.start, low, high)
    lead = unit.text[low : match.start].strip(' ,–—-•"«“').lower()
    opened = clause_before(scene, match.start)
    if (
        lead
        in {
            "",
            "toujours",
            "et",
            "mais",
            "or",
            "ainsi",
            "en effet",
            "car",
            "aussi",
            "pourtant",
            "car,",
            "enfin",
            "en outre",
            "par ailleurs",
            "cependant",
            "toutefois",
            "de plus",
        }
        or opened
    ):
        start = _after_source(scene, source[1], high)
        if start is None:
            return None
        end = (
            clause_end(scene, None, start, high)
            if opened or around is not None
            else trim(unit, start, _before_another(scene, start, high))[1]
        )
        quotation = scene.quotation_at(trim(unit, start, end)[0])
        if quotation is not None and quotation.end >= end - 1:
            return ((quotation.inner_start, quotation.inner_end),)
        return (trim(unit, start, end),)
    if around is not None:
        pieces = (_sentence_before(scene, low, match.start), _sentence_after(scene, source[1], high))
        return tuple(piece for piece in pieces if piece[1] - piece[0] > 2)
    following = unit.word_at(source[1])
    if following < len(unit.words) and unit.words[following].form in {"que", "qu'"}:  # «on apprend de source judiciaire que P»
        begin = unit.words[following].start
        return ((begin, clause_end(scene, None, begin, high)),)
    low = _after_colon(scene, low, match.start)
    if opening := _opening_condition(scene, match.start, source[1]):
        return opening
    low = _in_relative(scene, _after_que(scene, low, match.start), match.start, source[1])
    if low > unit.start or _is_medial(scene, match.start, source[1]):
        pieces = (trim(unit, low, match.start), trim(unit, source[1], high))
        return tuple(piece for piece in pieces if piece[1] - piece[0] > 1)
    found = around_incise(scene, match.start, source[1], preposition=True)
    return found[0] if found is not None else None


class _Patterns:
    """The prepositions of a pack as one pattern."""

    def __init__(self, tables: StatementTables) -> None:
        by_words = sorted(tables.prepositions, key=lambda preposition: -len(preposition.words))
        self.by_words = {preposition.words: preposition for preposition in by_words}
        # Newspapers leave the accent off a capital: «A en croire».
        self.by_words |= {f"a{words[1:]}": row for words, row in self.by_words.items() if words.startswith("à ")}
        forms = "|".join(re.escape(words) for words in self.by_words)
        self.pattern = re.compile(rf"(?<![\w'-])(?:{forms})(?![\w])", re.IGNORECASE)
        self.openings = openings_of(self.by_words)


_patterns = once_for_each(_Patterns)


def matches_of(scene: Scene) -> tuple[Match, ...]:
    """Find the prepositions of a unit; asked for by several rules, read once."""
    if scene.prepositions is None:
        patterns, unit = _patterns(scene.unit.reading.tables), scene.unit
        found: list[Match] = []
        reached = unit.start
        for word in scene.words:
            # «selon-moi» is one word
            if word.start < reached or (word.form not in patterns.openings and word.form.partition("-")[0] not in patterns.openings):
                continue
            match = patterns.pattern.match(unit.text, word.start, unit.end)
            if match is not None:
                found.append(Match(patterns.by_words[match.group().lower()], match.start(), match.end()))
                reached = match.end()
        scene.prepositions = tuple(found)
    return scene.prepositions
