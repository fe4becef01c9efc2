"""Where a content begins and ends: que, de and à belong to it; marks, incises, their commas and the full stop do not.

In: a `Scene` and the place of a cue. Out: places. Not: who says it.
"""

from __future__ import annotations

from greffier.article.statements.adjuncts import skip_adverbs
from greffier.article.statements.draft import Place
from greffier.article.statements.phrases import noun_phrase
from greffier.article.statements.reading import Unit, Word
from greffier.article.statements.scene import Scene
from greffier.article.statements.verbs import Group, Shape
from greffier.lang.statements import Complement

__all__ = ["before_main_verb", "clause_end", "clause_pieces", "goes_alone", "has_finite_verb", "trim"]

_LEFT = " \n\t,;:–—-•.…)"
_RIGHT = " \n\t,;:–—-(•"
_WHILE = ("alors que ", "alors qu'", "tandis que ", "tandis qu'")
_PRONOUNS = frozenset({"il", "elle", "ils", "elles", "on", "je", "nous", "vous", "ce", "c'", "cela", "ceci", "ça"})


def trim(unit: Unit, start: int, end: int) -> Place:
    """Strip spaces, commas and dashes from both sides of a stretch, and its final full stop."""
    text = unit.text
    while start < end and text[start] in _LEFT and not text.startswith("...", start):
        start += 1
    while end > start and (text[end - 1] in _RIGHT or (text[end - 1] == "." and not text.startswith("...", max(start, end - 3)))):
        end -= 1
    return start, end


def has_finite_verb(unit: Unit, start: int, end: int) -> bool:
    """Tell whether a stretch has a finite verb of its own, those of relative and subordinate clauses aside."""
    grammar = unit.reading.grammar
    finite = subordinate = 0
    i = unit.word_at(start)
    while i < len(unit.words) and unit.words[i].start < end:
        word = unit.words[i]
        if word.finite and not (i > 0 and unit.words[i - 1].finite):
            finite += 1
        elif word.form in {"que", "qu'"} and _is_restrictive(unit, i):
            pass
        elif word.form in grammar.relatives or word.form in {"si", "s'il", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'"}:
            subordinate += 1
        i += 1
    return finite > subordinate


def _is_restrictive(unit: Unit, que: int) -> bool:
    """«ne concerne que deux usines»: que opens no clause."""
    before = [word.form for word in unit.words[max(0, que - 4) : que]]
    return ("ne" in before or "n'" in before) and not unit.reading.grammar.negators.intersection(before)


def clause_end(scene: Scene, group: Group | None, start: int, end: int) -> int:
    """Give where a clause that begins at a position ends, at most at `end`.

    It goes on over quotations, relative clauses and coordinated que-clauses, and stops before «;», «:», the end of a sentence, a gerund
    or a coordinated verb that goes with the cue rather than with the clause, and another cue that shares the subject.
    """
    unit = scene.unit
    words = unit.words
    first = unit.word_at(start)
    zones = [zone for zone in scene.zones() if zone[0] > start]
    infinitive = any(word.infinitive for word in words[first : first + 4]) and words[first].form not in {"que", "qu'", "si", "s'"}
    i = first
    while i < len(words) and words[i].start < end:
        word = words[i]
        quotation = next((q for q in unit.quotations if q.start == word.start and q.end <= end + 1), None) if word.upos == "PUNCT" else None
        if quotation is not None:
            i = max(i + 1, unit.word_at(quotation.end))
            continue
        if word.form in {";", ":"} or (word.form in {".", "!", "?", "…", "..."} and _ends_sentence(words, i, end)):
            break
        zone = next((z for z in zones if z[0] <= word.start < z[1]), None)
        if zone is not None and zone[1] < end:
            i = max(i + 1, unit.word_at(zone[1]))
            continue
        if i > first and (
            (word.form == "," and _breaks_at_comma(scene, group, first, i, infinitive=infinitive))
            or (i > first + 2 and _breaks_within(scene, group, i, end))
            or (word.form in {"et", "mais"} and i > first + 1 and infinitive and _starts_clause(scene, i + 1))
        ):
            break
        i += 1
    stop = words[i].start if i < len(words) and words[i].start < end else end
    return trim(unit, start, stop)[1]


def _breaks_at_comma(scene: Scene, group: Group | None, first: int, comma: int, *, infinitive: bool) -> bool:
    """Tell whether what a comma begins is no part of the clause."""
    words = scene.words
    finite = any(word.finite for word in words[first:comma])
    begun = finite or words[first].form not in {"que", "qu'"}  # «que, pendant deux jours, dix navires ont attendu»
    if begun and _leaves_clause(scene, group, comma + 1, after_comma=True):
        return True
    if group is not None and (infinitive or finite) and goes_alone(scene, comma + 1):
        return True
    if group is not None and finite and scene.unit.text.startswith(_WHILE, words[comma].end + 1):
        return True  # «prévient que P, tandis que Paris appelle au calme»
    bare = infinitive or (group is not None and words[first].upos == "PUNCT")
    return bare and comma > first + 1 and _starts_clause(scene, comma + 1)


def _breaks_within(scene: Scene, group: Group | None, i: int, end: int) -> bool:
    """Tell whether a word that no comma precedes goes with the cue and not with the clause."""
    word = scene.words[i]
    if word.form in {"et", "mais", "puis"}:
        return (word.form == "et" and _opens_again(scene, group, i + 1)) or _coordinates_with_cue(scene, group, i + 1)
    if word.form in {"en", "avant", "tout"} and scene.words[i - 1].form != "," and _leaves_clause(scene, group, i, after_comma=False):
        return True
    if word.form.endswith("ant") and _another_cue(scene, i, i):
        return True
    return word.form in {"–", "—"} and _dash_closes(scene.unit, i, end)


def _opens_again(scene: Scene, group: Group | None, i: int) -> bool:
    """«quand elle a reconnu que P | et quand elle est partie»: the conjunction of the cue's own clause again."""
    words = scene.words
    if group is None or i >= len(words) or words[i].form not in {"quand", "lorsque", "lorsqu'", "si", "puisque", "puisqu'"}:
        return False
    return any(word.form == words[i].form for word in words[max(0, group.left - 6) : group.left])


def _starts_clause(scene: Scene, i: int) -> bool:
    """«reconnaît avoir signé, | mais il n'a rien payé»: an infinitive is not coordinated with a clause that has its own subject."""
    words = scene.words
    if i < len(words) and scene.unit.text.startswith(_WHILE, words[i].start):
        return words[i - 1].form == ","
    if i < len(words) and words[i].form in {"mais", "et", "puis"}:
        i += 1
    if i + 1 >= len(words):
        return False
    if words[i].form in {"il", "elle", "ils", "elles", "on", "je", "nous", "ceci", "cela"}:
        i += 1
    elif words[i - 1].form not in {"et", "mais", "puis"}:
        return any(other.left == i and other.shape is Shape.FINITE and other.inverted < 0 for other in scene.groups)
    i = scene.unit.past_clitics(i)
    return words[i].finite


def goes_alone(scene: Scene, i: int) -> bool:
    """«avoue que la tâche est rude, | mais elle avance»: behind a comma, a clause with its own subject and no que is the article's."""
    words, unit = scene.words, scene.unit
    if i + 2 >= len(words) or words[i].form not in {"mais", "et", "or"}:
        return False
    i = skip_adverbs(unit, i + 1, unit.end)
    if i >= len(words):
        return False
    if words[i].form in _PRONOUNS:
        i += 1
    else:
        phrase = noun_phrase(unit, i, unit.end, appositions=False)
        if phrase is None or words[phrase.first].upos == "ADP":
            return False
        i = _past_asides(scene, phrase.last + 1)
    i = scene.unit.past_clitics(i)
    return i < len(words) and words[i].finite


def _past_asides(scene: Scene, i: int) -> int:
    """«et les riverains, qui disent attendre, ont prévenu», «et le port, avec ses grues, ferme»: go over what commas set off."""
    words, grammar = scene.words, scene.unit.reading.grammar
    if i + 1 >= len(words) or words[i].form != ",":
        return i
    relative = words[i + 1].form in grammar.relatives or words[i + 1].form == "comme"
    for word in words[i + 2 :]:
        if word.form == ",":
            after = scene.unit.past_clitics(word.index + 1)
            if after < len(words) and words[after].finite:
                return word.index + 1
        elif word.finite and not relative:
            return i
    return i


def _ends_sentence(words: tuple[Word, ...], i: int, end: int) -> bool:
    return i + 1 >= len(words) or words[i + 1].start >= end or words[i + 1].capital or words[i + 1].upos == "PUNCT"


def _dash_closes(unit: Unit, i: int, end: int) -> bool:
    """A dash ends the clause unless another one closes the aside that it opens."""
    return not any(word.form in {"–", "—"} for word in unit.words[i + 1 : i + 25] if word.start < end)


def _is_gerund(unit: Unit, word: Word) -> bool:
    return (
        word.form.endswith("ant")
        and len(word.form) > 4
        and word.form not in unit.reading.grammar.not_gerunds
        and word.upos in {"VERB", "NOUN", "ADJ", "PROPN", "ADV"}
    )


def _leaves_clause(scene: Scene, group: Group | None, i: int, *, after_comma: bool) -> bool:
    """Tell whether what begins at word `i` goes with the cue and not with the clause: «, ajoutant que», «, a-t-il dit»."""
    words = scene.words
    if i >= len(words):
        return False
    word = words[i]
    j = i
    if words[j].form == "tout" and j + 1 < len(words):
        j += 1
    if words[j].form == "en" and j + 1 < len(words):
        j += 1
    if _another_cue(scene, i, j):
        return True
    if group is None:
        return False
    if after_comma and group.left > 0 and words[group.left - 1].form == "qui" and _resumes(scene, group, i):
        return True
    verb = j
    if _is_gerund(scene.unit, words[verb]) and (after_comma or j > i):
        return words[verb].head in {group.main, group.bearer} or (words[verb].head < 0 and after_comma)
    if word.form == "alors" and i + 1 < len(words) and words[i + 1].form not in {"que", "qu'"}:
        return False
    if word.form in {"alors", "tandis", "avant", "après", "lors", "quelques", "au", "dans", "à", "en"} and after_comma:
        head = _subordinate_head(scene, i)
        return head in {group.main, group.bearer}
    return False


def _resumes(scene: Scene, group: Group, i: int) -> bool:
    """«L'agence, qui affirmait que P, | demande»: after a relative clause the main clause goes on with its verb."""
    grammar = scene.unit.reading.grammar
    told = scene.words[group.last + 1 : i]
    openers = sum(
        word.form in grammar.relatives or word.form in {"si", "s'il", "que", "qu'", "quand", "lorsque", "lorsqu'"} for word in told
    )
    if sum(word.finite for word in told) < openers:
        return False
    i = scene.unit.past_clitics(i)
    return scene.words[i].finite


def _another_cue(scene: Scene, i: int, j: int) -> bool:
    """Tell whether a cue that shares the subject begins at word `i`, or at `j` after «tout en»."""
    for other in scene.groups:
        if other.left == j or other.first in {i, j}:
            if other.shape is Shape.FINITE and other.inverted >= 0:
                return True
            shares = other.shape is Shape.GERUND or (other.shape is Shape.INFINITIVE and other.linker in {"avant", "pour"})
            if shares and _announces(scene, other):
                return True
    return False


def _subordinate_head(scene: Scene, i: int) -> int:
    """Give the word that governs the phrase or clause that begins at word `i`, by the parse; -1 where it is silent."""
    words = scene.words
    seen = 0
    while 0 <= i < len(words) and seen < 12:
        head = words[i].head
        if head < 0 or head == i:
            return -1
        if head < i:
            return head
        i, seen = head, seen + 1
    return -1


def _announces(scene: Scene, group: Group) -> bool:
    """Tell whether a clause, a colon or a quotation follows a cue."""
    following = scene.words[group.last + 1 : group.last + 8]
    if following and Complement.OBJECT in group.verb.complements and following[0].upos == "DET":
        return True
    return any(word.form in {"que", "qu'", ":", '"', "«", "“", "si", "comment", "pourquoi"} or word.infinitive for word in following)


def _in_tense_of_content(scene: Scene, group: Group | None, other: Group) -> bool:
    """«raconte qu'il avait fui et avait prévenu sa sœur que P»: the auxiliary is that of the content, not that of the cue."""
    words = scene.words
    if group is None or group.bearer < 0 or other.bearer < 0:
        return False
    told = next((word.form for word in words[group.last + 1 : other.bearer] if word.finite), None)
    return words[other.bearer].form == told != words[group.bearer].form and other.bearer != other.main


def _coordinates_with_cue(scene: Scene, group: Group | None, i: int) -> bool:
    """«a dit que P et a ajouté que Q», «a dit que P et qu'il»: only the first leaves the clause."""
    words = scene.words
    while i < len(words) and words[i].upos == "ADV" and words[i].form not in scene.unit.reading.grammar.negations:
        i += 1
    if i >= len(words):
        return False
    own = words[i].form in {"il", "elle", "ils", "elles"}  # «que P et il a promis de»: another que would make it content
    for other in scene.groups:
        if own and other.left == i + 1 and other.shape is Shape.FINITE and _announces(scene, other):
            return True
        if other.left == i and other.shape is Shape.FINITE and other.inverted < 0 and _announces(scene, other):
            return not _in_tense_of_content(scene, group, other)
        if other.first == i and other.shape is Shape.GERUND and _announces(scene, other):
            return True
    i = scene.unit.past_clitics(i)
    word = words[i]
    if group is None or not word.finite:
        return False
    main = i
    if word.head > i and words[word.head].upos in {"VERB", "ADJ", "NOUN"}:
        main = word.head
    return words[main].head in {group.main, group.bearer} and words[main].deprel == "conj"


def before_main_verb(scene: Scene, start: int, limit: int) -> int:
    """«la promesse du maire de baisser la taxe | a été tenue»: the first finite verb that no word of the content introduces ends it."""
    words, grammar = scene.words, scene.unit.reading.grammar
    introduced = 0
    for word in words[scene.unit.word_at(start) :]:
        if word.start >= limit:
            return limit
        if word.form in grammar.relatives or word.form in {"que", "qu'", "si", "quand", "lorsque", "puisque"}:
            introduced += 1
        elif word.finite:
            if introduced == 0:
                first = word.index
                while words[first - 1].form in grammar.clitics | grammar.negations and words[first - 1].upos != "DET":
                    first -= 1
                return words[first].start
            introduced -= 1
    return limit


def clause_pieces(scene: Scene, start: int, end: int) -> tuple[Place, ...]:
    """Cut the zones of incises that lie inside a clause out of it."""
    unit = scene.unit
    pieces = []
    left = start
    for zone_start, zone_end in scene.zones():
        if left < zone_start and zone_end <= end:
            pieces.append(trim(unit, left, zone_start))
            left = zone_end
    if left < end:
        pieces.append((left, end) if left == start else trim(unit, left, end))
    if len(pieces) > 1 and unit.text[pieces[0][0] : pieces[0][1]].lower() in {"que", "qu'"}:
        return ((start, end),)  # «que, selon lui, rien ne pressait»
    return tuple((a, b) for a, b in pieces if b - a > 1)
