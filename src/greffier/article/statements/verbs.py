"""Verb groups that may announce words: «a déclaré», «a-t-il notamment ajouté», «tient à préciser», «fait valoir», «en soulignant».

In: a `Unit`. Out: `Group`s in text order. Not: whether the group announces anything here; that is for the rules.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from greffier.article.statements.adjuncts import skip_adverbs
from greffier.article.statements.reading import Unit, Word
from greffier.lang.statements import Carrier, CueForm, CueLocution, CueVerb, Reflexive
from greffier.text.inflection import Number, Tense

__all__ = ["Group", "Shape", "find_groups"]


class Shape(StrEnum):
    """The form in which a cue stands."""

    FINITE = "finite"
    GERUND = "gerund"
    INFINITIVE = "infinitive"


class Group(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A cue in its words: `first` to `last` (both included) is the cue, `left` the first of the clitics before it.

    `tense`, `person` and `number` are those of the finite word; `inverted` is the index of the pronoun after the verb, `bearer` that of the
    finite word that has the subject, -1 where there is none. `object` is a clitic that stands for the content («il l'a dit»).
    `alone` is the carrier as a cue of its own («a refusé | de s'excuser»). `sure` tells that the words can be no noun.
    """

    first: int
    last: int
    left: int
    main: int
    bearer: int
    verb: CueVerb | CueLocution
    shape: Shape
    tense: Tense
    person: int = 3
    number: Number | None = None
    inverted: int = -1
    reflexive: bool = False
    passive: bool = False
    object: int = -1
    carrier: Carrier | None = None
    negated: bool = False
    sure: bool = True
    linker: str = ""
    alone: Group | None = None


class _Frame(msgspec.Struct, frozen=True, gc=False):
    """The finite part of a group."""

    first: int
    reading: CueForm
    inverted: int = -1
    passive: bool = False
    auxiliary: str = ""


_FINITE = (Tense.PRESENT, Tense.PAST, Tense.FUTURE, Tense.CONDITIONAL, Tense.SUBJUNCTIVE)
_REFLEXIVE = frozenset({"se", "s'"})
_OBJECT = frozenset({"le", "l'", "la", "les", "en"})
_ARTICLE_OR_CLITIC = frozenset({"le", "la", "les", "l'", "leur"})
_LINKS = {"de": "de", "d'": "de", "à": "à", "par": "par", "jusqu'à": "à", "beau": "beau"}
# «en mesure de confirmer»: words before a link that belong to it
_BEFORE_LINK = {"mesure": ("en", "en mesure de"), "droit": ("en", "en droit de"), "soin": ("", "soin de")}
_MOST_BETWEEN = 7
_DEGREES = frozenset({"très", "trop", "plus", "moins", "aussi", "si", "peu", "fort", "assez"})
_TONIC = frozenset({"lui", "elle", "eux", "elles"})
# Verbs that make their past with être without being passive.
_ETRE_VERBS = frozenset({"convenir", "revenir", "intervenir", "venir", "aller"})


def find_groups(unit: Unit) -> tuple[Group, ...]:
    """Find the verb groups of a unit that may announce words, in text order."""
    tables, heads = unit.reading.tables, unit.reading.grammar.locution_heads
    found: list[Group] = []
    for word in unit.words:
        if (word.form in heads or word.form in tables.forms) and not _is_name(unit, word):
            last = found[-1] if found else None
            group = (_locution_at(unit, word) if word.form in heads else None) or _verb_at(unit, word, last)
            if group is not None and not (found and found[-1].last >= group.last):
                if found and group.first <= found[-1].first and group.carrier is not None:
                    group = msgspec.structs.replace(group, alone=found.pop())  # «a refusé de dire»: the carrier is a cue in other places
                found.append(group)
    return tuple(found)


def _is_name(unit: Unit, word: Word) -> bool:
    """«sur Twitter», «à Annonce»: a capital where no sentence begins; lines all in capitals say nothing of it."""
    printed = unit.reading.text[word.start : word.end]
    return word.capital and not printed.isupper() and word.index > 0 and unit.words[word.index - 1].upos != "PUNCT"


def _locution_at(unit: Unit, word: Word) -> Group | None:
    tables = unit.reading.tables
    readings = tables.heads.get(word.form, ())
    for lemma in dict.fromkeys(reading.lemma for reading in readings):
        for locution in tables.locutions.get(lemma, ()):
            last = _rest_after(unit, word.index, locution.rest) if locution.rest in unit.small else None
            if last is None:
                continue
            group = _group(unit, word, tuple(r for r in readings if r.lemma == lemma), locution)
            if group is not None:
                return msgspec.structs.replace(group, last=last, sure=True)
    return None


def _rest_after(unit: Unit, index: int, rest: str) -> int | None:
    """Find the fixed words of a locution after its head, adverbs and an inverted pronoun aside; give the last one's index."""
    words = unit.words
    i = index + 1
    if i < len(words) and words[i].inverted:
        i += 1
    for _ in range(5):
        if i >= len(words):
            return None
        start = words[i].start
        end = start + len(rest)
        if unit.text[start:end].lower() == rest and (end >= unit.end or not unit.text[end].isalnum()):
            return unit.last_word_before(end)
        if words[i].upos != "ADV" and words[i].form not in unit.reading.grammar.negators and words[i].form not in {"lui", "leur"}:
            after = skip_adverbs(unit, i, unit.end)
            if after == i:
                return None
            i = after
        else:
            i += 1
    return None


def _verb_at(unit: Unit, word: Word, last: Group | None) -> Group | None:
    tables = unit.reading.tables
    readings = tables.forms.get(word.form, ())
    for lemma in dict.fromkeys(reading.lemma for reading in readings):
        group = _group(unit, word, tuple(r for r in readings if r.lemma == lemma), tables.verbs[lemma], last)
        if group is not None:
            return group
    return None


def _group(unit: Unit, word: Word, readings: tuple[CueForm, ...], verb: CueVerb | CueLocution, last: Group | None = None) -> Group | None:
    """Read the group around a form, by the reading that its neighbours bear out."""
    by_tense = {reading.tense: reading for reading in reversed(readings)}
    if Tense.PARTICIPLE in by_tense:
        frame = _auxiliary_before(unit, word.index)
        if frame is not None:
            return _made(unit, word, verb, frame)
        frame = _shared_auxiliary(unit, word, last)
        if frame is not None:
            return _coordinated(unit, word, verb, frame)
    if Tense.INFINITIVE in by_tense:
        return _infinitive(unit, word, verb)
    if Tense.GERUND in by_tense and len(by_tense) == 1:
        return _gerund(unit, word, verb)
    for tense in _FINITE:
        if tense in by_tense:
            sure = _is_verb(unit, word)
            if sure is None:
                return None
            return _made(unit, word, verb, _Frame(word.index, by_tense[tense]), sure=sure)
    return None


def _auxiliary_before(unit: Unit, index: int) -> _Frame | None:
    """Find avoir or être before a participle; adverbs, «été», an inverted pronoun and an aside between commas may stand between."""
    words, grammar = unit.words, unit.reading.grammar
    inverted, been = -1, False
    i = index - 1
    for _ in range(_MOST_BETWEEN):
        if i < 0:
            return None
        word = words[i]
        fixed_end = word.form in _TONIC or (word.upos == "ADV" and i > 0 and words[i - 1].form == "et")
        if fixed_end and (fixed := _fixed_before(unit, i)) is not None:
            i = fixed  # «a quant à lui promis», «a d'ores et déjà promis»
        elif word.inverted:
            inverted = i
        elif word.form == "été":
            been = True
        elif (auxiliary := _auxiliary(unit, word)) is not None:
            return _Frame(i, auxiliary, inverted, been, auxiliary.lemma)
        elif word.form == ",":
            opening = _aside_before(unit, i)
            if opening is None:
                return None
            i = opening
        elif not (
            word.upos == "ADV"
            or word.form in grammar.adverbs
            or word.form in grammar.negators
            or word.form in grammar.days
            or word.form in {"lui-même", "elle-même", "eux-mêmes", "elles-mêmes", "lui", "elle", "eux", "ce", "tous", "toutes"}
            or word.form.isdigit()
            or unit.reading.times.get(word.start)
        ):
            fixed = _fixed_before(unit, i)
            if fixed is None:
                return None
            i = fixed
        i -= 1
    return None


def _shared_auxiliary(unit: Unit, word: Word, last: Group | None) -> _Frame | None:
    """«a salué la décision et promis que»: the auxiliary of the participle that the parse joins this one to.

    Where it joins it to none, a clause that follows tells the participle from an adjective, and the cue before it lends its auxiliary.
    """
    words = unit.words
    i = word.index - 1
    while i >= 0 and words[i].upos == "ADV":
        i -= 1
    if i < 1 or words[i].form not in {"et", "puis", "mais", "ou", ","}:
        return None
    if word.deprel == "conj" and 0 <= word.head < i and words[word.head].upos == "VERB" and not words[word.head].finite:
        return _auxiliary_before(unit, word.head)
    announces = word.index + 1 < len(words) and words[word.index + 1].form in {"que", "qu'"}
    if announces and words[i].form != "," and last is not None and last.shape is Shape.FINITE and 0 <= last.bearer < last.main:
        return _auxiliary_before(unit, last.bearer + 1)
    return None


def _coordinated(unit: Unit, word: Word, verb: CueVerb | CueLocution, frame: _Frame) -> Group | None:
    """Put the group of a participle together whose auxiliary stands with another one, and is no pronominal or passive one."""
    if frame.auxiliary != "avoir" or frame.passive or verb.reflexive is Reflexive.ALWAYS:
        return None
    shared = _made(unit, word, verb, frame)
    if shared is None or shared.negated or shared.inverted >= 0:
        return None
    return msgspec.structs.replace(shared, first=word.index, left=word.index, object=-1)


def _fixed_before(unit: Unit, i: int) -> int | None:
    """«a pour sa part déclaré»: the first word of a fixed adjunct that ends at word `i`."""
    for first in range(i - 1, max(-1, i - 5), -1):
        if skip_adverbs(unit, first, unit.words[i].end) == i + 1:
            return first
    return None


def _aside_before(unit: Unit, comma: int) -> int | None:
    """Give the comma that opens an aside («avait, pour sa part, reconnu») if an auxiliary stands right before it."""
    for i in range(comma - 1, max(0, comma - 14), -1):
        word = unit.words[i]
        if word.form == ",":
            before = unit.words[i - 1]
            return i if _auxiliary(unit, before) is not None or before.inverted else None
        if word.finite or word.form in {".", ";", ":", '"', "«", "»"}:
            return None
    return None


def _auxiliary(unit: Unit, word: Word) -> CueForm | None:
    for reading in unit.reading.tables.heads.get(word.form, ()):
        if reading.lemma in {"avoir", "être"} and reading.tense is not Tense.PARTICIPLE:
            return reading
    return None


def _made(unit: Unit, word: Word, verb: CueVerb | CueLocution, frame: _Frame, *, sure: bool = True) -> Group | None:
    """Put a group together: the clitics before it, the pronoun after it, whether it is reflexive, passive, negated."""
    words = unit.words
    inverted = frame.inverted
    last = word.index
    if inverted < 0 and last + 1 < len(words) and words[last + 1].inverted:
        inverted = last = last + 1
    left, reflexive, object_, negated = _clitics_before(unit, frame.first)
    passive = frame.passive or (frame.auxiliary == "être" and not reflexive and verb.lemma not in _ETRE_VERBS)
    if (verb.reflexive is Reflexive.ALWAYS and not reflexive) or (verb.reflexive is Reflexive.NEVER and reflexive and not passive):
        return None
    tense = frame.reading.tense
    shape = Shape.INFINITIVE if tense is Tense.INFINITIVE else Shape.GERUND if tense is Tense.GERUND else Shape.FINITE
    if shape is Shape.GERUND and words[left].form == "en" and left < frame.first:  # «en soulignant»: en is no pronoun
        object_, left = (-1 if object_ == left else object_), left + 1
    return Group(
        first=frame.first if shape is not Shape.GERUND or left == 0 or words[left - 1].form != "en" else left - 1,
        last=last,
        left=left,
        main=word.index,
        bearer=frame.first,
        verb=verb,
        shape=shape,
        tense=tense,
        person=frame.reading.person or 3,
        number=frame.reading.number,
        inverted=inverted,
        reflexive=reflexive,
        passive=passive,
        object=object_,
        negated=negated,
        sure=sure,
    )


def _clitics_before(unit: Unit, index: int) -> tuple[int, bool, int, bool]:
    """Walk over the clitics and «ne» before a word: where they begin, whether one is reflexive, which one is an object, negation."""
    words, grammar = unit.words, unit.reading.grammar
    left, reflexive, object_, negated = index, False, -1, False
    while left > 0:
        before = words[left - 1]
        if before.inverted or not (before.form in grammar.clitics or before.form in grammar.negations):
            break
        if (
            before.form in {"nous", "vous", "elle", "lui"}
            and left - 1 > 0
            and words[left - 2].upos == "ADP"
            and not words[index].infinitive
        ):
            break  # «dit avec vous», but «de vous dire»
        if before.form in {"nous", "vous"} and _is_subject(unit, left - 1, index):
            break
        reflexive = reflexive or before.form in _REFLEXIVE or (before.form in {"me", "m'"} and left > 1 and words[left - 2].form == "je")
        negated = negated or before.form in grammar.negations
        if before.form in _OBJECT:
            object_ = left - 1
        left -= 1
    return left, reflexive, object_, negated


def _is_subject(unit: Unit, pronoun: int, verb: int) -> bool:
    """«nous disons», «nous le répétons», against «il nous dit», «votre médecin vous informera»."""
    if unit.words[verb].form.endswith("ons" if unit.words[pronoun].form == "nous" else "ez"):
        return pronoun == 0 or unit.words[pronoun - 1].form != unit.words[pronoun].form
    return unit.words[verb].form in {"sommes", "êtes", "dites", "faites"}


def _is_verb(unit: Unit, word: Word) -> bool | None:  # noqa: C901, PLR0912
    """Tell whether a form that may be a noun is a verb here: True, False for "perhaps", None for no."""
    words, grammar = unit.words, unit.reading.grammar
    before = words[word.index - 1] if word.index else None
    after = words[word.index + 1] if word.index + 1 < len(words) else None
    if after is not None and after.inverted:
        return True
    announces = after is not None and after.form in {"que", "qu'", ":", "«", '"', "“"}
    if before is not None and before.form == "en" and after is not None and after.form in {"de", "d'", "du", "des"}:
        return None  # «en charge de», «en demande de»
    if before is None:
        return False if word.upos == "VERB" or announces else None
    if before.form in grammar.subjects or before.form in {"qui", "ne", "n'", "se", "s'"}:
        return True
    if before.form in _ARTICLE_OR_CLITIC:
        prior = words[word.index - 2] if word.index > 1 else None
        if prior is not None and (prior.form in grammar.subjects or prior.form in {"qui", "comme", "ne", "n'"}):
            return True
        if word.upos != "VERB" or before.upos == "DET":
            return None if before.form != "l'" or prior is None or prior.form not in {",", "comme"} else False
        return False if before.upos == "PRON" else None
    if before.form in grammar.clitics and before.form not in {"nous", "vous"}:
        return word.upos == "VERB" or announces
    if before.form in grammar.determiners or before.form in grammar.contractions or before.upos in {"DET", "ADP"}:
        return None
    if (word.upos == "VERB" and word.finite) or (word.form not in unit.reading.tables.homographs and not word.capital):
        return True
    if announces and before.upos != "ADJ":
        return True
    if word.upos == "VERB":
        return False
    if before.upos in {"ADJ", "NUM"} and word.upos == "NOUN":
        return None
    return False


def _gerund(unit: Unit, word: Word, verb: CueVerb | CueLocution) -> Group | None:
    reading = CueForm(verb.lemma, Tense.GERUND, 0, None, False)
    if word.upos in {"ADV", "ADP", "DET"} and word.form in unit.reading.grammar.guesses:
        return None
    before = unit.words[word.index - 1] if word.index else None
    if before is not None and (_is_copula(unit, before) or before.form in _DEGREES):
        return None  # «Son éditeur était exigeant», «trop exigeant»
    return _made(unit, word, verb, _Frame(word.index, reading))


def _is_copula(unit: Unit, word: Word) -> bool:
    reading = _auxiliary(unit, word)
    return reading is not None and reading.lemma == "être"


def _infinitive(unit: Unit, word: Word, verb: CueVerb | CueLocution) -> Group | None:
    """An infinitive with what carries it: «tient à préciser», «se borne-t-on à reconnaître», «Et de rappeler»."""
    words, _tables = unit.words, unit.reading.tables
    left, reflexive, object_, negated = _clitics_before(unit, word.index)
    i = left - 1
    while i >= 0 and words[i].form in {"ne", "pas", "plus", "n'"}:
        negated, i = True, i - 1
    restricted = i > 1 and words[i].form in {"que", "qu'"} and words[i - 2].form in {"ne", "n'"}
    if restricted:
        i -= 1  # «ne peut que constater que»
    linker = ""
    if i >= 0 and words[i].form in _LINKS:
        linker, i = _LINKS[words[i].form], i - 1
        if i >= 0 and words[i].form in {"jusqu'", "afin", "avant", "lors"}:
            linker, i = words[i].form, i - 1
        elif i > 0 and words[i].form in _BEFORE_LINK:
            opening, longer = _BEFORE_LINK[words[i].form]
            if words[i - 1].form == opening or not opening:
                linker, i = longer, i - (2 if opening else 1)
    elif i >= 0 and words[i].form in {"pour", "sans", "après"}:
        linker, i = words[i].form, i - 1
    carried = _carried(unit, word, verb, i, linker)
    if carried is not None:
        return msgspec.structs.replace(
            carried,
            object=object_ if object_ >= 0 else carried.object,
            negated=(carried.negated and not restricted) or negated,
            passive=False,
            linker=linker,
        )
    if (verb.reflexive is Reflexive.ALWAYS and not reflexive) or (verb.reflexive is Reflexive.NEVER and reflexive):
        return None
    return Group(
        first=i + 1 if linker else left,
        last=word.index,
        left=left,
        main=word.index,
        bearer=-1,
        verb=verb,
        shape=Shape.INFINITIVE,
        tense=Tense.INFINITIVE,
        reflexive=reflexive,
        object=object_,
        negated=negated,
        linker=linker,
    )


def _carried(unit: Unit, word: Word, verb: CueVerb | CueLocution, i: int, linker: str) -> Group | None:
    """Read the carrier of an infinitive, whose link ends after word `i`; None where it has none."""
    words, tables = unit.words, unit.reading.tables
    inverted = -1
    j = i
    while j >= 0 and i - j < 4 and (words[j].upos == "ADV" or words[j].inverted or words[j].form in unit.reading.grammar.negators):
        if words[j].inverted:
            inverted = j
        j -= 1
    if j < 0:
        return None
    first_person = words[j].form == "puis" and "je" in {word.form for word in words[max(0, j - 2) : j]}  # «Je puis confirmer que»
    for reading in tables.heads.get("peux" if first_person else words[j].form, ()):
        for carrier in tables.carriers.get(reading.lemma, ()):
            if carrier.link != ("à" if linker == "jusqu'" else linker):
                continue
            past = reading.tense is Tense.PARTICIPLE
            frame = _auxiliary_before(unit, j) if past else _Frame(j, reading, inverted)
            made = _made(unit, words[j], _with_any_pronoun(verb), frame) if frame is not None else None
            if made is None or (carrier.reflexive is Reflexive.ALWAYS and not made.reflexive):
                continue
            inverted = made.inverted if made.inverted >= 0 else inverted
            return msgspec.structs.replace(made, last=word.index, main=word.index, verb=verb, carrier=carrier, inverted=inverted)
    return None


def _with_any_pronoun(verb: CueVerb | CueLocution) -> CueVerb | CueLocution:
    return msgspec.structs.replace(verb, reflexive=Reflexive.MAY)
