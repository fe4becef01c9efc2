"""The printed mention that speaks: the subject of a cue, before it, after it, or that of the clause that it hangs on.

In: a `Scene` and a group. Out: places of mentions. Not: who that is in the article; that is `sources`.

A parse proposes, the surface disposes: a subject inside marks that the cue stands outside of is nobody's subject.
"""

from __future__ import annotations

import re

from greffier.article.statements.draft import Place
from greffier.article.statements.inverted import office_of_on, subject_after
from greffier.article.statements.phrases import noun_phrase, phrase_before, place_of
from greffier.article.statements.reading import Unit, Word
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.verbs import Group, Shape
from greffier.article.statements.walk import NO_SPEAKER, scanned_subject
from greffier.text.inflection import Number
from greffier.text.quote_marks import Quotation

__all__ = ["main_subject", "subject_before", "subject_of"]

# «une lettre indiquant que», «une attitude montrant que»: things show, and somebody explains.
_SHOWING = frozenset(
    {"indiquer", "montrer", "démontrer", "prouver", "suggérer", "signifier", "attester", "révéler", "confirmer", "établir"}
)
_PLURAL = frozenset({"les", "des", "ces", "ses", "leurs", "mes", "nos", "vos", "plusieurs", "deux", "trois"})
# «, de Deutsche Bank,»: where somebody works
_OF_BODY = re.compile(r",\s(?:de|d'|du|des|chez)\s?[^,;.]{2,60},?")


def subject_of(scene: Scene, group: Group) -> Place | None:
    """Give the mention that speaks with a cue outside an incise; None where none is printed or it cannot speak."""
    if group.inverted >= 0:
        word = scene.words[group.inverted]
        return word.start + scene.unit.text[word.start : word.end].rindex("-") + 1, word.end
    if group.shape is Shape.FINITE:
        return subject_before(scene, _bearer_left(scene, group), group)
    return _subject_of_clause(scene, group)


def _bearer_left(scene: Scene, group: Group) -> int:
    """«X a salué P et promis que Q»: the auxiliary of a coordinated participle stands further left, with the clitics before it."""
    left = group.left
    if 0 <= group.bearer < left:
        left = scene.unit.before_clitics(group.bearer)
    return left


def subject_before(scene: Scene, left: int, group: Group) -> Place | None:
    """Find the subject that ends before word `left`."""
    unit = scene.unit
    words = unit.words
    if left == 0:
        return None
    if left > 3 and words[left - 1].form == words[left - 3].form == "," and words[left - 2].form in {"lui", "elle", "eux", "elles"}:
        left -= 3  # «L'association, elle, accuse l'État»
    before = words[left - 1]
    grammar = unit.reading.grammar
    if before.form == "qui":
        return _antecedent(scene, left - 1, group)
    if before.form in {"que", "qu'"}:
        phrase = subject_after(scene, group, scene.limit(before.start))
        return (
            place_of(unit, phrase) if phrase is not None and can_speak(unit, phrase) else None
        )  # «une version que conteste le préfet : P»
    if (before.form in grammar.subjects and not before.capital) or before.form in {"il", "elle", "ils", "elles", "on", "je", "j'"}:
        if before.form in NO_SPEAKER or before.form in {"ce", "c'"}:
            return None
        if before.form == "on" and (office := office_of_on(scene, group)) is not None:
            return office
        if before.form == "on" and left > 1 and words[left - 2].form == "l'":
            return words[left - 2].start, before.end
        return before.start, before.end
    if before.upos == "CCONJ" or before.form in {"et", "mais", "puis"}:
        return _shared_subject(scene, left)
    return _with_partner(scene, _preverbal_subject(scene, left, group), group) or _shared_subject(scene, left)


def _preverbal_subject(scene: Scene, left: int, group: Group) -> Place | None:
    """The subject by the parse or by the surface, whichever stands nearer to reason."""
    parsed = _parsed_subject(scene, group, left)
    scanned = scanned_subject(scene, left)
    if scanned is not None and scanned[1] == scene.words[left - 1].end and parsed is not None and parsed[1] < scanned[0]:
        return scanned  # «Ancien directeur, Alain Roux a assuré»: no comma before the verb
    if parsed is not None and (scanned is None or _sane(scene, parsed, group)):
        return parsed
    return scanned


def _with_partner(scene: Scene, place: Place | None, group: Group) -> Place | None:
    """«Le maire, Paul Roux, et son adjointe ont annoncé»: a verb in the plural has both as its subject."""
    if place is None or group.number is not Number.PLURAL:
        return place
    first = scene.unit.word_at(place[0])
    if first < 2 or scene.words[first - 1].form != "et" or scene.words[first].form in _PLURAL:
        return place
    last = first - 2 if scene.words[first - 2].form == "," else first - 1
    phrase = phrase_before(scene.unit, last)
    if phrase is None or not can_speak(scene.unit, phrase):
        return place
    before = phrase_before(scene.unit, phrase.first - 1) if phrase.first > 1 and scene.words[phrase.first - 1].form == "," else None
    opening = before if before is not None and can_speak(scene.unit, before) else phrase
    return scene.words[opening.first].start, place[1]


def _sane(scene: Scene, place: Place, group: Group) -> bool:
    around = scene.unit.quotation_around(place[0])
    cue = scene.unit.quotation_around(scene.words[group.first].start)
    return around is cue


def _parsed_subject(scene: Scene, group: Group, left: int) -> Place | None:
    words = scene.words
    for word in words[:left]:
        if (
            word.deprel.startswith("nsubj")
            and word.upos != "PUNCT"
            and word.head in {group.main, group.bearer}
            and word.form not in NO_SPEAKER
        ):
            if word.form in scene.unit.reading.grammar.relatives:
                return _antecedent(scene, word.index, group) if word.form in {"qui", "lequel", "laquelle"} else None
            place = _around_head(scene.unit, word, words[left].start)
            if place is not None and _sane(scene, place, group):
                return place
    return None


def _around_head(unit: Unit, word: Word, end: int) -> Place | None:
    """Read the phrase whose head the parser names: from its determiner on."""
    first = word.index
    words = unit.words
    while first > 0 and (
        words[first - 1].upos in {"DET", "ADJ", "NUM"}
        or words[first - 1].form in unit.reading.grammar.titles
        or (words[first - 1].upos == "PROPN" and word.upos == "PROPN")
    ):
        first -= 1
        if (
            words[first].upos == "DET"
            and words[first].form not in {"tous", "toutes"}
            and (first == 0 or words[first - 1].form not in {"tous", "toutes"})
        ):
            break
    compounds = unit.reading.grammar.compounds
    if first == word.index and first > 0 and (word.form,) in compounds.get(words[first - 1].form, ()):
        first -= 2 if first > 1 and words[first - 2].upos == "DET" else 1  # «le Premier ministre»
    phrase = noun_phrase(unit, first, end)
    if phrase is None or phrase.last < word.index:
        return word.start, word.end
    return place_of(unit, phrase)


def _shared_subject(scene: Scene, left: int) -> Place | None:
    """«X est venu et a déclaré»: a coordinated verb has the subject of the one before."""
    words = scene.words
    if words[left - 1].form not in {"et", "mais", "puis", ",", "ou"} and words[left - 1].upos not in {"ADV", "CCONJ"}:
        return None
    around = scene.unit.quotation_around(words[left].start)
    relative = _relative_before(scene, left)
    if relative is not None:
        return relative
    for draft in reversed(scene.drafts):
        if (
            draft.source is not None
            and draft.group is not None
            and draft.source[1] <= words[left].start
            and scene.unit.quotation_around(draft.source[0]) is around
        ):
            return draft.source
    for i in range(left - 1, 0, -1):
        if words[i].finite and scene.unit.quotation_around(words[i].start) is around:
            first = i
            while first > 0 and words[first - 1].form in scene.unit.reading.grammar.clitics | scene.unit.reading.grammar.negations:
                first -= 1
            if first == 0:
                return None
            if words[first - 1].form in {"il", "elle", "ils", "elles", "on", "je", "j'", "nous"}:
                return words[first - 1].start, words[first - 1].end
            found = scanned_subject(scene, first)
            if found is not None:
                return found
    return None


def _relative_before(scene: Scene, left: int) -> Place | None:
    """«le président, qui a visité la ville et a accusé ses rivaux»: the verb before is that of qui, and so is this one."""
    words = scene.words
    for i in range(left - 1, 0, -1):
        if words[i].form in {";", ":", "."} or (words[i].form in {"que", "qu'"} and words[i].upos != "PRON"):
            return None
        if words[i].finite and not (words[i - 1].finite):
            i = scene.unit.before_clitics(i)  # noqa: PLW2901
            if i < 2 or words[i - 1].form != "qui" or any(word.form == "," for word in words[i:left]):
                return None
            phrase = phrase_before(scene.unit, i - 2 if words[i - 2].form == "," else i - 1)
            return place_of(scene.unit, phrase) if phrase is not None and can_speak(scene.unit, phrase) else None
    return None


def _antecedent(scene: Scene, relative: int, group: Group) -> Place | None:
    """Give the phrase that «qui» stands for: the one that the parser names, else the one right before."""
    unit = scene.unit
    words = unit.words
    end = words[relative].start
    last = relative - 1
    if last >= 0 and words[last].form == ",":
        last -= 1
    if last < 0:
        return None
    if words[last].form in {"celui", "celle", "ceux", "celles"}:
        return words[last].start, words[last].end
    for draft in scene.drafts:
        if draft.zone is not None and draft.source is not None and draft.source[1] < end:
            between = unit.text[draft.source[1] : end].strip()
            if _OF_BODY.fullmatch(between):
                return draft.source  # «juge Anne Roux, de la Banque du Nord, qui n'exclut pas que»
    head = words[group.main].head
    same_side = 0 <= head <= last and unit.quotation_around(words[head].start) is unit.quotation_around(words[relative].start)
    if same_side and words[head].upos in {"NOUN", "PROPN", "PRON"}:
        place = _around_head(unit, words[head], end)
        if place is not None:
            return _in_number(scene, place, group)
    phrase = phrase_before(unit, last + 1)
    return _in_number(scene, place_of(unit, phrase), group) if phrase is not None else None


def _in_number(scene: Scene, place: Place, group: Group) -> Place:
    """«les instructions du parquet, qui avait demandé»: a verb in the singular is not that of a plural, but of what completes it."""
    words = scene.words
    first, last = scene.unit.word_at(place[0]), scene.unit.last_word_before(place[1])
    if group.number is not Number.SINGULAR or words[first].form not in _PLURAL:
        return place
    for i in range(last - 1, first, -1):
        if words[i].form in {"de", "d'", "du"}:
            phrase = noun_phrase(scene.unit, i + 1, place[1], appositions=False)
            return place_of(scene.unit, phrase) if phrase is not None and can_speak(scene.unit, phrase) else place
    return place


def _subject_of_clause(scene: Scene, group: Group) -> Place | None:
    """Give the source of a gerund or an infinitive: who speaks before it, the noun it qualifies, or the subject of the main clause."""
    unit = scene.unit
    words = unit.words
    first = group.left
    around = unit.quotation_around(words[group.main].start)
    if group.shape is Shape.GERUND and group.first >= group.left and first > 0 and words[first - 1].upos in {"NOUN", "PROPN", "ADJ", "NUM"}:
        phrase = phrase_before(unit, first)
        shows = group.verb.lemma in _SHOWING
        if phrase is not None and (can_speak(unit, phrase) or words[phrase.head].form in unit.reading.tables.nouns):
            return place_of(unit, phrase)
        if phrase is not None and shows and phrase.first <= words[group.main].head <= phrase.last:
            return None  # «une attitude indiquant que P»
    found = _source_before(scene, words[group.main].start) or _climbed_subject(scene, group) or _first_subject(scene, first, around)
    return found or (_subject_later(scene, group) if first <= 2 else None)


def _source_before(scene: Scene, position: int) -> Place | None:
    """Give the source of the last statement announced before a position, on the same side of the marks, that does not hold it."""
    around = scene.unit.quotation_around(position)
    for draft in reversed(scene.drafts):
        if draft.source is None or draft.cue is None or scene.unit.quotation_around(draft.cue[0]) is not around:
            continue
        if draft.cue[0] < position and not draft.content[0][0] <= position < draft.content[-1][1]:
            return draft.source
    return None


def _first_subject(scene: Scene, end: int, around: Quotation | None) -> Place | None:
    """Find the subject of the first finite verb before word `end` that stands on the same side of the marks."""
    low = around.inner_start if around else scene.unit.start - 1
    for word in scene.words[:end]:
        if word.finite and scene.unit.quotation_around(word.start) is around and word.start > low:
            found = main_subject(scene, word.index)
            if found is not None:
                return found
    return None


def main_subject(scene: Scene, left: int) -> Place | None:
    """Find the subject of a finite verb that is no cue, clitics and «ne» aside."""
    words, grammar = scene.words, scene.unit.reading.grammar
    left = scene.unit.before_clitics(left)
    if left == 0 or words[left - 1].form in grammar.relatives:
        return None
    if words[left - 1].form in {"il", "elle", "ils", "elles", "on", "je"}:
        return None if _is_impersonal(scene, left - 1) else (words[left - 1].start, words[left - 1].end)
    return scanned_subject(scene, left)


_IMPERSONAL = frozenset(
    {
        "a",
        "avait",
        "aura",
        "aurait",
        "faut",
        "fallait",
        "faudra",
        "agit",
        "agissait",
        "reste",
        "existe",
        "appartient",
        "appartiendra",
        "semble",
        "suffit",
        "arrive",
        "convient",
    }
)


def _is_impersonal(scene: Scene, pronoun: int) -> bool:
    """«il n'y a pas», «il faut», «il s'agit»: il stands for nobody."""
    if scene.words[pronoun].form != "il":
        return False
    following = scene.words[pronoun + 1 : pronoun + 5]
    verb = next((word for word in following if word.form in _IMPERSONAL), None)
    return verb is not None and (verb.form not in {"a", "avait", "aura", "aurait"} or any(word.form == "y" for word in following))


def _climbed_subject(scene: Scene, group: Group) -> Place | None:
    words = scene.words
    i = group.main
    for _ in range(6):
        head = words[i].head
        if head < 0 or head == i:
            return None
        i = head
        relative = next((w for w in words if w.head == i and w.form == "qui" and w.deprel.startswith("nsubj")), None)
        if relative is not None and words[i].head >= 0 and words[words[i].head].upos in {"NOUN", "PROPN"}:
            place = _around_head(scene.unit, words[words[i].head], relative.start)
            if place is not None and _sane(scene, place, group):
                return place  # «M. Roux, qui se défendait en expliquant»
        for word in words:
            if (
                word.head == i
                and word.deprel.startswith("nsubj")
                and word.form not in NO_SPEAKER
                and word.form not in scene.unit.reading.grammar.relatives
            ):
                if _is_impersonal(scene, word.index):
                    return None
                place = _around_head(scene.unit, word, scene.words[i].start if word.index < i else scene.unit.end)
                if place is not None and _sane(scene, place, group) and not place[0] <= words[group.main].start < place[1]:
                    return place
    return None


def _subject_later(scene: Scene, group: Group) -> Place | None:
    """«En annonçant que P, le ministre a surpris»: the subject of the main clause that follows."""
    unit = scene.unit
    for word in unit.words[group.last + 1 :]:
        if word.form == ",":
            phrase = noun_phrase(unit, word.index + 1, unit.end)
            if phrase is not None and can_speak(unit, phrase):
                return place_of(unit, phrase)
    return None
