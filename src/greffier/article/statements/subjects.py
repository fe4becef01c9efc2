"""The printed mention that speaks: the subject of a cue, before it, after it, or that of the clause that it hangs on.

In: a `Scene` and a group. Out: places of mentions. Not: who that is in the article; that is `sources`.

A parse proposes, the surface disposes: a subject inside marks that the cue stands outside of is nobody's subject.
"""

from __future__ import annotations

import re

from greffier.article.statements.draft import Place
from greffier.article.statements.phrases import Phrase, noun_phrase, phrase_before, skip_adjuncts, skip_adverbs
from greffier.article.statements.reading import Reading, Unit, Word
from greffier.article.statements.scene import Scene
from greffier.article.statements.verbs import Group, Shape
from greffier.lang.statements import SpeakerSort
from greffier.records import SourceKind
from greffier.text.quote_marks import Quotation

__all__ = ["can_speak", "is_person", "main_subject", "office_of_on", "place_of", "subject_after", "subject_before", "subject_of"]

_NO_SPEAKER = frozenset({"ce", "c'", "cela", "ça", "ceci", "y", "tout", "rien", "celui", "dont", "où"})
# «une lettre indiquant que», «une attitude montrant que»: things show, and somebody explains.
_SHOWING = frozenset(
    {"indiquer", "montrer", "démontrer", "prouver", "suggérer", "signifier", "attester", "révéler", "confirmer", "établir"}
)
# «, de Deutsche Bank,»: where somebody works
_OF_BODY = re.compile(r",\s(?:de|d'|du|des|chez)\s?[^,;.]{2,60},?")
_BEFORE_DE = frozenset({"auprès", "lors", "près", "hors", "loin", "faute", "afin", "autour", "vis-à-vis", "à", "au", "partir"})
# Nouns of persons beyond the table: «la laborantine» is none of them, «l'apiculteur», «une urbaniste» are.
_PERSON_ENDING = re.compile(
    r"""\w{3,} (?: eurs? | euses? | teurs? | trices? | iens? | iennes? | istes? | logues? | aires? | iers? | ières? | ants?
      | crates? | philes? )$""",
    re.VERBOSE,
)


def place_of(unit: Unit, phrase: Phrase) -> Place:
    """Give the characters of a phrase."""
    return unit.words[phrase.first].start, unit.words[phrase.last].end


def can_speak(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether the head of a phrase is known as something that speaks: a name, a title, a pronoun, a speaker noun."""
    speakers = unit.reading.tables.speakers
    words = unit.words[phrase.first : phrase.last + 1]
    head = unit.words[phrase.head]
    if head.upos == "PRON" or head.capital or any(word.form in unit.reading.grammar.titles for word in words):
        return True
    if head.form in speakers or any(word.form in speakers for word in unit.words[phrase.first : phrase.head]):
        return True
    return is_person(unit.reading, head)


def is_person(reading: Reading, word: Word) -> bool:
    """Tell whether a noun ends like one of persons: «apiculteur», «vigneronne»."""
    return word.upos == "NOUN" and word.form not in reading.grammar.not_persons and _PERSON_ENDING.match(word.form) is not None


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
        words, grammar = scene.words, scene.unit.reading.grammar
        left = group.bearer
        while left > 0 and (words[left - 1].form in grammar.clitics or words[left - 1].form in grammar.negations):
            left -= 1
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
        if before.form in _NO_SPEAKER or before.form in {"ce", "c'"}:
            return None
        if before.form == "on" and (office := office_of_on(scene, group)) is not None:
            return office
        if before.form == "on" and left > 1 and words[left - 2].form == "l'":
            return words[left - 2].start, before.end
        return before.start, before.end
    if before.upos == "CCONJ" or before.form in {"et", "mais", "puis"}:
        return _shared_subject(scene, left)
    parsed = _parsed_subject(scene, group, left)
    scanned = _scanned_subject(scene, left)
    if scanned is not None and scanned[1] == before.end and parsed is not None and parsed[1] < scanned[0]:
        return scanned  # «Ancien directeur, Alain Roux a assuré»: no comma before the verb
    if parsed is not None and (scanned is None or _sane(scene, parsed, group)):
        return parsed
    return scanned or _shared_subject(scene, left)


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
            and word.form not in _NO_SPEAKER
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


def _scanned_subject(scene: Scene, left: int) -> Place | None:
    """Walk through the clause up to the verb and keep the noun phrase that no preposition and no other verb governs."""
    return _Walk(scene, left).subject()


class _Walk:
    """A walk over the words of a clause, up to its verb at word `left`.

    `relative` holds inside a relative clause, `inner` in one that has a subject of its own (then `outer` is that of the clause around it),
    `governed` after a verb of its own, whose objects are no subjects of the verb to come.
    """

    def __init__(self, scene: Scene, left: int) -> None:
        self.scene, self.unit, self.words, self.left = scene, scene.unit, scene.words, left
        self.end = self.words[left].start
        self.found: Place | None = None
        self.outer: Place | None = None
        self.relative = self.governed = self.inner = False

    def subject(self) -> Place | None:
        """Walk, and give the subject."""
        i = _clause_start(self.scene, self.left)
        while i < self.left:
            after = skip_adverbs(self.unit, i, self.end)
            i = after if after > i else self._step(i)
        return self.found

    def _step(self, i: int) -> int:
        word = self.words[i]
        if word.form in {"dont", "où"}:
            self.outer, self.found, self.inner = self.found, None, True  # «Paris, dont l'ambassadeur a dénoncé»: its own subject
        elif word.form in self.unit.reading.grammar.relatives and (word.form not in {"que", "qu'"} or self.found is not None):
            closing = next((w.index for w in self.words[i + 1 : self.left] if w.form == ","), -1) if self.words[i - 1].form == "," else -1
            if closing > 0:
                return closing  # «Paris, qui a soutenu le communiqué, dément»
            self.relative = True
        elif word.form in {",", "–", "—"} or word.upos in {"CCONJ", "SCONJ"}:
            self.relative = self.governed = False
        elif word.infinitive or (
            word.upos == "VERB" and word.form.endswith("ant") and word.form not in self.unit.reading.grammar.not_gerunds
        ):
            self.governed = True
        elif word.finite and self.inner:
            self.found, self.inner = self.outer, False
            return _past_object(self.unit, i + 1, self.left)
        elif word.finite:
            if self.relative:
                self.relative = False
                return _past_object(self.unit, i + 1, self.left)
            self.found, self.governed = None, True
        elif _governs(self.words, i):
            phrase = noun_phrase(self.unit, i + 1, self.end, appositions=False)
            return phrase.last + 1 if phrase is not None else i + 1
        elif not self.relative:
            return self._take(i)
        return i + 1

    def _take(self, i: int) -> int:
        """Take the noun phrase that begins here as subject, unless it is an object or an aside."""
        phrase = noun_phrase(self.unit, i, self.end, appositions=not self.governed)
        if phrase is None or self.words[phrase.head].form in _NO_SPEAKER:
            return i + 1
        adjacent = phrase.last + 1 == self.left
        if (adjacent or not self.governed) and (self.found is None or adjacent or not _is_aside(self.scene, phrase)):
            self.found = place_of(self.unit, phrase)
        return phrase.last + 1


def _governs(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a preposition stands here, so that the phrase after it is no subject («lors de son point de presse»)."""
    lors = i > 0 and (words[i - 1].form in _BEFORE_DE or (words[i - 1].upos in {"VERB", "ADJ"} and not words[i - 1].finite))
    return (words[i].upos == "ADP" and (lors or words[i].form not in {"de", "d'"})) or (
        words[i].form in {"du", "des"} and i > 0 and words[i - 1].upos == "NOUN"
    )


def _is_aside(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase stands between commas after the subject: «le ministre, l'air grave, a dit»."""
    words = scene.words
    return words[phrase.first - 1].form == "," and phrase.last + 1 < len(words) and words[phrase.last + 1].form == ","


def _past_object(unit: Unit, i: int, left: int) -> int:
    """Skip what a relative clause has after its verb: «qui dirige le parti depuis mars»."""
    after = skip_adverbs(unit, i, unit.words[left].start)
    phrase = noun_phrase(unit, after, unit.words[left].start, appositions=False)
    return phrase.last + 1 if phrase is not None else after


def _clause_start(scene: Scene, left: int) -> int:
    """Where the clause of a verb begins: after a mark, a que that introduces it, or the beginning of its sentence."""
    words = scene.words
    around = scene.unit.quotation_around(words[left].start)
    i = left - 1
    while i >= 0:
        word = words[i]
        if around is not None and word.start < around.inner_start:
            break
        if word.form in {";", ":"} or (word.form in {".", "!", "?"} and words[i + 1].capital):
            break
        if around is None and word.form in {'"', "»", "«", "“", "”"}:
            quotation = next((q for q in scene.unit.outer if q.end == word.end), None)
            if quotation is None or words[i + 1].form in {",", "."}:
                break
            i = scene.unit.word_at(quotation.start)
        if word.form in {"que", "qu'"} and i + 1 < left and not (i > 0 and words[i - 1].upos in {"NOUN", "PROPN"} and word.upos == "PRON"):
            break
        if word.form in {"si", "lorsque", "lorsqu'", "quand", "puisque"} and i + 1 < left:
            break
        i -= 1
    return i + 1


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
            found = _scanned_subject(scene, first)
            if found is not None:
                return found
    return None


def _relative_before(scene: Scene, left: int) -> Place | None:
    """«le président, qui a visité la ville et a accusé ses rivaux»: the verb before is that of qui, and so is this one."""
    words, grammar = scene.words, scene.unit.reading.grammar
    for i in range(left - 1, 0, -1):
        if words[i].form in {";", ":", "."} or (words[i].form in {"que", "qu'"} and words[i].upos != "PRON"):
            return None
        if words[i].finite and not (words[i - 1].finite):
            while i > 0 and (words[i - 1].form in grammar.clitics or words[i - 1].form in grammar.negations):
                i -= 1  # noqa: PLW2901
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
            return place
    phrase = phrase_before(unit, last + 1)
    return place_of(unit, phrase) if phrase is not None else None


def _subject_of_clause(scene: Scene, group: Group) -> Place | None:
    """Give the source of a gerund or an infinitive: who speaks before it, the noun it qualifies, or the subject of the main clause."""
    unit = scene.unit
    words = unit.words
    first = group.left
    around = unit.quotation_around(words[group.main].start)
    if group.shape is Shape.GERUND and group.first >= group.left and first > 0 and words[first - 1].upos in {"NOUN", "PROPN", "ADJ"}:
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
    while left > 0 and (words[left - 1].form in grammar.clitics or words[left - 1].form in grammar.negations):
        left -= 1
    if left == 0 or words[left - 1].form in grammar.relatives:
        return None
    if words[left - 1].form in {"il", "elle", "ils", "elles", "on", "je"}:
        return None if _is_impersonal(scene, left - 1) else (words[left - 1].start, words[left - 1].end)
    return _scanned_subject(scene, left)


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
                and word.form not in _NO_SPEAKER
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


# «a-t-on expliqué à l'AFP | de source proche de l'enquête», «relève-t-on au ministère», «dit-on dans l'entourage du maire»
_SOURCES = frozenset({"source", "sources"})
_MOST_BEFORE_SOURCE = 8
_AT = frozenset({"à", "au", "aux", "dans", "chez", "auprès"})
_HEARERS = frozenset({"agence", "agences", "agence de presse"})


def office_of_on(scene: Scene, group: Group) -> Place | None:
    """«apprend-on de source judiciaire», «Dans l'entourage du maire, on raconte»: the source that on stands for."""
    words = scene.words
    if words[0].form in _AT:
        phrase = noun_phrase(scene.unit, 1, words[group.left].start)
        on = group.left - 1
        if phrase is not None and _is_office(scene, phrase) and words[on].form == "on" and words[phrase.last + 1].form in {",", "on"}:
            return place_of(scene.unit, phrase)
    behind = skip_adverbs(scene.unit, group.last + 1, scene.unit.end)
    near = range(behind, min(behind + _MOST_BEFORE_SOURCE, len(words) - 1))
    for i in dict.fromkeys((*(i for i in near if words[i + 1].form in _SOURCES), behind)):
        phrase = noun_phrase(scene.unit, i + 1, scene.limit(words[i].start)) if i + 1 < len(words) else None
        if phrase is None:
            continue
        head = words[phrase.head].form
        if words[i].form in {"de", "d'"} and head in _SOURCES and phrase.last > phrase.head:
            return place_of(scene.unit, phrase)
        if words[i].form in _AT and _is_office(scene, phrase):
            return place_of(scene.unit, phrase)
    return None


def _is_office(scene: Scene, phrase: Phrase) -> bool:
    """«le ministère», «l'entourage du maire», «Bercy»: a body whose people on may be, and no agency that is told something."""
    head = scene.words[phrase.head].form
    noun = scene.unit.reading.tables.speakers.get(head)
    return noun is not None and noun.sort is SpeakerSort.COLLECTIVE and noun.kind is not SourceKind.MEDIUM and head not in _HEARERS


def subject_after(scene: Scene, group: Group, end: int) -> Phrase | None:
    """Find the subject that follows an inverted verb: «a déclaré, mercredi, Zamir Kabulov», «a indiqué à l'AFP le ministre»."""
    unit = scene.unit
    words = unit.words
    i = skip_adverbs(unit, group.last + 1, end)
    if i < len(words) and words[i].form == "," and i > group.last + 1:
        i += 1
    if i < len(words) and words[i].start < end:
        phrase = noun_phrase(unit, i, end)
        if phrase is not None and words[i].upos != "ADP":
            return phrase
    if i < len(words) and words[i].form == ",":
        return _after_aside(unit, i, end)
    j = skip_adjuncts(unit, group.last + 1, end)
    if j > i and j < len(words) and words[j].start < end:
        return noun_phrase(unit, j, end) if words[j].form != "," else _closing_subject(unit, j + 1, end)
    return None


def _closing_subject(unit: Unit, index: int, end: int) -> Phrase | None:
    """«a déclaré hier à la radio, Marc Durand, directeur du port»: a comma too many, and a subject that ends its sentence."""
    phrase = noun_phrase(unit, index, end)
    if phrase is None or not can_speak(unit, phrase) or unit.words[index].upos == "ADP":
        return None
    after = unit.words[phrase.last + 1] if phrase.last + 1 < len(unit.words) else None
    return phrase if after is None or after.upos == "PUNCT" else None


# «a jugé, lors d'un déplacement à Lille consacré aux ports, le chef de file»: so many words may stand in an aside.
_LONGEST_ASIDE = 25


def _after_aside(unit: Unit, comma: int, end: int) -> Phrase | None:
    """Find the subject after an aside between commas that has no finite verb."""
    words = unit.words
    for word in words[comma + 1 : comma + 1 + _LONGEST_ASIDE]:
        if word.start >= end or word.finite or word.form in {".", ";", ":", '"', "«", "»", "“", "”"}:
            return None
        if word.form == ",":
            phrase = noun_phrase(unit, word.index + 1, end)
            if phrase is not None and words[word.index + 1].upos != "ADP" and can_speak(unit, phrase):
                return phrase
    return None
