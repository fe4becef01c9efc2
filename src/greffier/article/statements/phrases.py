"""Noun phrases and adjuncts on the surface: where a mention begins and ends, what may stand between a cue and its source.

In: a `Unit`. Out: `Phrase`s as word indices. Not: who is meant.

Surface first: a parser trained on news misses half of the subjects that stand after their verb.
"""

from __future__ import annotations

import msgspec

from greffier.article.statements.reading import Unit, Word
from greffier.lang.statements import SpeakerSort
from greffier.records import SourceKind

__all__ = ["Phrase", "closing_bracket", "infinitive_at", "noun_phrase", "phrase_before", "place_of"]


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Words `first` to `last` (both included) of a unit, with the word that the phrase is about."""

    first: int
    last: int
    head: int


_NOMINAL = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN"})
_OF = frozenset({"de", "d'", "du", "des"})
# «chargé de», «proche du dossier»: participles and adjectives that go on with de
_PARTICLES = frozenset(
    {"de", "du", "des", "d'", "von", "van", "der", "den", "el", "al", "ben", "bin", "ibn", "abou", "di", "da", "la", "le", "dos", "y"}
)
# «ce dernier», «l'intéressée»
_DEICTIC = frozenset({"ce", "cette", "ces", "l'"})
_MAX_APPOSITIONS = 3
# «ne jamais se le répéter»: so many words may stand before an infinitive, of these
_MOST_BEFORE = 4
_BEFORE_INFINITIVE = frozenset(
    {
        "ne",
        "n'",
        "pas",
        "plus",
        "jamais",
        "se",
        "s'",
        "me",
        "m'",
        "nous",
        "vous",
        "le",
        "la",
        "les",
        "l'",
        "lui",
        "leur",
        "y",
        "en",
        "rien",
        "toujours",
        "également",
        "bien",
        "même",
        "tout",
        "mieux",
        "aussi",
    }
)


def noun_phrase(unit: Unit, index: int, end: int, *, appositions: bool = True) -> Phrase | None:  # noqa: C901, PLR0912, PLR0915
    """Read the noun phrase that begins at a word, up to the position `end`; None where none begins there."""
    words = unit.words
    head = last = -1
    commas = 0
    coordinated = False
    i = index
    if index + 1 < len(words) and words[index].form == "l'" and words[index + 1].form in {"un", "une"} and words[index].start < end:
        return _one_of(unit, index, end)
    while i < len(words) and words[i].start < end:
        word = words[i]
        if word.upos == "PUNCT":
            if head < 0:
                return None
            if word.form == "," and appositions and commas < _MAX_APPOSITIONS:
                apposition = _apposition(unit, i + 1, end)
                if apposition is None or (words[head].upos == "PROPN" and _names_another(unit, i + 1, apposition)):
                    break
                commas += 1
                last = apposition
                i = apposition + 1
                continue
            if word.form == "(":
                closing = closing_bracket(unit, i, end)
                if closing is None or closing - i > 8:
                    break
                last = closing
                i = closing + 1
                continue
            if word.form in {'"', "«", "“"}:
                quoted = _quoted_name(unit, i, end)
                if quoted is None:
                    break
                last = quoted
                i = quoted + 1
                continue
            if word.form == "&" or (word.form in {"-", "/", "."} and _glued(words, i)):
                i += 1
                continue
            break
        if word.inverted:
            break
        if word.form in unit.reading.grammar.titles and head < 0:
            i += 1
            continue
        if (head >= 0 and unit.reading.times.get(word.start)) or word.form in unit.reading.grammar.weekdays:
            break
        if word.upos == "DET":
            if head < 0 and i > index and words[i - 1].upos == "ADJ" and words[i - 1].form not in {"tous", "toutes", "tout", "toute"}:
                return None
            if head >= 0 and word.capital and _is_medium(unit, head):
                i += 1  # «le quotidien Le Clairon»
                continue
            if head >= 0 and word.form in {"la", "le", "les", "l'"} and _goes_on_capital(words, i):
                i += 1  # «Debout la France»
                continue
            if head >= 0 and not (
                words[i - 1].upos in {"ADP", "CCONJ"}
                or words[i - 1].form in _OF
                or word.form in {"du", "des"}
                or words[i - 1].form == "tous"
            ):
                break
            i += 1
            continue
        if (
            word.form in {"dernier", "dernière", "derniers", "dernières", "intéressé", "intéressée"}
            and head < 0
            and words[i - 1].form in _DEICTIC
        ):
            head = last = i
            i += 1
            continue
        if word.upos in {"NUM", "ADJ"}:
            if word.upos == "ADJ" and head >= 0:
                last = i
            elif word.upos == "NUM" and head >= 0 and words[head].upos == "PROPN":
                last = i  # France 2, Daech 1
            i += 1
            continue
        if word.upos in {"NOUN", "PROPN"} or (word.capital and word.upos not in {"PRON", "ADP", "CCONJ", "SCONJ"} and i > 0):
            if head < 0:
                head = i
            elif word.upos == "NOUN" and words[i - 1].upos == "PROPN" and not word.capital and word.form not in _PARTICLES:
                break
            last = i = _compound(unit, i)
            i += 1
            continue
        if word.upos == "PRON":
            if head < 0 and (word.form in unit.reading.grammar.tonics or word.form in {"lui", "elle", "elles"}):
                head = last = i
                i += 1
                if word.form in {"lui", "elle", "eux", "elles", "moi", "nous", "vous", "soi"}:
                    break
                continue
            if head < 0 and word.form == "l'" and i + 1 < len(words) and words[i + 1].form in {"un", "une"}:
                i += 1
                continue
            if head < 0 and word.form in {"un", "une", "celui", "tout"}:
                head = last = i
                i += 1
                continue
            break
        if word.form in _OF or (word.upos == "ADP" and word.form in _PARTICLES):
            if head < 0 or not _nominal_at(unit, i + 1, end):
                break
            i += 1
            continue
        if word.form == "ni" and head < 0:
            i += 1
            continue
        if word.upos == "CCONJ" and word.form in {"et", "ou", "ni"} and head >= 0:
            if (
                coordinated
                or not (_nominal_at(unit, i + 1, end) or _of_nominal_at(unit, i + 1, end))
                or _verb_before_boundary(unit, i + 1, end)
            ):
                break
            coordinated = True
            i += 1
            continue
        if word.upos == "ADV" and head < 0 and word.form not in unit.reading.grammar.negators:
            i += 1
            continue
        if head < 0 and word.form in {"tout", "tous", "toute", "toutes"}:
            i += 1
            continue
        break
    if head < 0:
        return None
    return Phrase(index, max(last, head), head)


def _one_of(unit: Unit, index: int, end: int) -> Phrase:
    """«l'un d'eux», «l'une des riveraines»: one of many, with the many."""
    words, head = unit.words, index + 1
    of = words[head + 1] if head + 1 < len(words) and words[head + 1].start < end else None
    if of is None or of.form not in _OF:
        return Phrase(index, head, head)
    if of.index + 1 < len(words) and words[of.index + 1].form in {"eux", "elles", "nous", "vous"}:
        return Phrase(index, of.index + 1, head)
    many = noun_phrase(unit, of.index if of.form in {"du", "des"} else of.index + 1, end, appositions=False)
    return Phrase(index, many.last if many is not None else head, head)


def _goes_on_capital(words: tuple[Word, ...], i: int) -> bool:
    return words[i - 1].capital and not words[i].capital and i + 1 < len(words) and words[i + 1].capital


def _is_medium(unit: Unit, head: int) -> bool:
    noun = unit.reading.tables.speakers.get(unit.words[head].form)
    return noun is not None and noun.kind is SourceKind.MEDIUM


def _compound(unit: Unit, i: int) -> int:
    """Give the last word of a noun of several words that begins here: «metteur en scène», «garde des Sceaux»."""
    words = unit.words
    for rest in unit.reading.grammar.compounds.get(words[i].form, ()):
        if tuple(word.form for word in words[i + 1 : i + 1 + len(rest)]) == rest:
            return i + len(rest)
    return i


def _glued(words: tuple[Word, ...], i: int) -> bool:
    return 0 < i < len(words) - 1 and words[i - 1].end == words[i].start and words[i].end == words[i + 1].start


def _nominal_at(unit: Unit, i: int, end: int) -> bool:
    words = unit.words
    while i < len(words) and words[i].start < end and words[i].upos == "ADV" and words[i].form not in unit.reading.grammar.negators:
        i += 1
    if i >= len(words) or words[i].start >= end:
        return False
    word = words[i]
    if unit.reading.times.get(word.start):
        return False
    return (
        word.upos in _NOMINAL or word.form in unit.reading.grammar.titles or word.form in unit.reading.grammar.determiners or word.capital
    )


def _of_nominal_at(unit: Unit, i: int, end: int) -> bool:
    """Tell whether de and a noun stand here: «chambre de commerce et | d'industrie»."""
    return i < len(unit.words) and unit.words[i].form in _OF and _nominal_at(unit, i + 1, end)


def closing_bracket(unit: Unit, i: int, end: int) -> int | None:
    """Find the bracket that closes the one at word `i`, at most a dozen words on."""
    for j in range(i + 1, min(i + 12, len(unit.words))):
        if unit.words[j].start >= end:
            return None
        if unit.words[j].form == ")":
            return j
    return None


def _quoted_name(unit: Unit, i: int, end: int) -> int | None:
    """«l'association "Vivre"»: a short quotation that goes on with the phrase, up to its closing mark."""
    for quotation in unit.quotations:
        if quotation.start == unit.words[i].start:
            last = unit.last_word_before(quotation.end)
            if quotation.closed and quotation.end <= end and last - i <= 6 and unit.words[i - 1].upos in {"NOUN", "DET", "ADJ"}:
                return last
    return None


def _verb_before_boundary(unit: Unit, i: int, end: int) -> bool:
    for word in unit.words[i:]:
        if word.start >= end or word.form in {",", ".", ";", ":", "!", "?"}:
            return False
        if word.finite or word.form in unit.reading.grammar.relatives:
            return word.finite
    return False


def _apposition(unit: Unit, i: int, end: int) -> int | None:
    """Give the last word of an apposition that begins after a comma: «, chef de département au ministère», «, Sergueï Lavrov»."""
    words = unit.words
    if i >= len(words) or words[i].start >= end:
        return None
    first = words[i]
    if first.form in unit.reading.grammar.days or unit.reading.times.get(first.start) or first.upos == "PRON":
        return None
    if not (first.upos in {"NOUN", "PROPN", "DET", "ADJ"} or first.capital or first.form in unit.reading.grammar.titles):
        return None
    if _verb_before_boundary(unit, i, end):
        return None
    phrase = noun_phrase(unit, i, end, appositions=False)
    if phrase is None:
        return None
    speakers = unit.reading.tables.speakers
    named = words[phrase.head].capital or any(word.form in speakers for word in words[i : phrase.head + 1])
    if first.upos == "DET" and not named:
        return None
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) and words[phrase.last + 1].start < end else None
    if following is not None and first.upos == "DET" and following.upos not in {"PUNCT", "ADP"}:
        return None
    return phrase.last if following is None or not following.finite else None


def _names_another(unit: Unit, first: int, last: int) -> bool:
    """«Anne Roux, l'empereur Bao Dai»: after a name, a phrase with a name of its own is no apposition."""
    words = unit.words
    if words[first].upos == "PROPN":
        return True
    if words[first].upos != "DET":
        return False
    speakers = unit.reading.tables.speakers
    for word in words[first + 1 : last + 1]:
        role = speakers.get(words[word.index - 1].form)
        if word.upos == "PROPN" and role is not None and role.sort is SpeakerSort.ROLE:
            return True
    return False


def phrase_before(unit: Unit, index: int) -> Phrase | None:
    """Read the noun phrase that ends right before a word."""
    for first in range(max(0, index - 12), index):
        phrase = noun_phrase(unit, first, unit.words[index - 1].end, appositions=False)
        if phrase is not None and phrase.last == index - 1 and (first == 0 or not _continues(unit, first)):
            return phrase
    return None


def _continues(unit: Unit, first: int) -> bool:
    """Tell whether a phrase that would begin here goes on with one that began before: «le | chef de la diplomatie»."""
    before, word = unit.words[first - 1], unit.words[first]
    return (
        (before.upos in {"DET", "NUM", "ADJ"} and word.upos != "DET")
        or before.form in unit.reading.grammar.titles
        or (before.upos in {"NOUN", "PROPN"} and word.upos in {"ADJ", "PROPN"})
    )


def infinitive_at(unit: Unit, index: int) -> bool:
    """Tell whether an infinitive begins at a word, with the clitics and adverbs that stand before it."""
    words = unit.words
    for word in words[index : index + _MOST_BEFORE]:
        if word.infinitive:
            return True
        opening = word.index > index and word.form in {'"', "«", "“"}  # «de ne pas « fuir »»
        if word.form not in _BEFORE_INFINITIVE and not opening:
            return False
    return False


def place_of(unit: Unit, phrase: Phrase) -> tuple[int, int]:
    """Give the characters of a phrase."""
    return unit.words[phrase.first].start, unit.words[phrase.last].end
