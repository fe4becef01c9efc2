"""What may stand between a cue and its subject or its content: adverbs, times, fixed adjuncts, prepositional phrases.

In: a `Unit` and a word. Out: the index of the next word. Not: what is told.
"""

from __future__ import annotations

from greffier.article.statements.phrases import Phrase, closing_bracket, noun_phrase
from greffier.article.statements.reading import Unit
from greffier.lang.statements import SpeakerSort

__all__ = ["past_aside", "skip_adjuncts", "skip_adverbs"]

# «dans une vidéo diffusée samedi soir sur une chaîne proche du pouvoir»
_LONGEST_ASIDE = 16
_ADJUNCT_HEADS = frozenset(
    {
        "à",
        "au",
        "aux",
        "auprès",
        "devant",
        "dans",
        "lors",
        "sur",
        "depuis",
        "en",
        "par",
        "pour",
        "avec",
        "sans",
        "chez",
        "vers",
        "après",
        "avant",
        "pendant",
        "face",
        "via",
        "dès",
        "sous",
        "entre",
        "contre",
        "durant",
    }
)


def skip_adverbs(unit: Unit, index: int, end: int) -> int:
    """Skip adverbs, days and fixed adjuncts, with the commas around them; give the index of the next word."""
    words, grammar = unit.words, unit.reading.grammar
    i = index
    while i < len(words) and words[i].start < end:
        word = words[i]
        time = unit.reading.times.get(word.start)
        if time is not None and time <= end:
            i = unit.word_at(time)
            continue
        fixed = grammar.aside.match(unit.text, word.start, end) if word.form in grammar.aside_openings else None
        if fixed:
            i = unit.word_at(fixed.end())
            continue
        if word.form in grammar.days:
            i = _past_date(unit, i, end)
            continue
        if (
            word.form in {"ce", "cette", "le", "dès", "hier", "en"}
            and i + 1 < len(words)
            and (words[i + 1].form in grammar.days or words[i + 1].form.isdigit() or words[i + 1].form == "1er")
        ):
            i = _past_date(unit, i + 1, end)
            continue
        if word.upos == "ADV" and word.form not in {"ne", "n'"} and not word.capital:
            i += 1
            continue
        if word.form == ",":
            j = skip_adverbs(unit, i + 1, end)
            if j > i + 1 and j < len(words) and words[j].form == "," and words[j].start < end:
                i = j + 1
                continue
            if j > i + 1 and words[j - 1].form == ",":
                i = j
                continue
        if word.form == "(":
            closing = closing_bracket(unit, i, end)
            if closing is not None:
                i = closing + 1
                continue
        break
    return i


def _past_date(unit: Unit, i: int, end: int) -> int:
    """Skip the rest of a date: «mercredi 23 décembre 2015 au soir»."""
    words, grammar = unit.words, unit.reading.grammar
    i += 1
    while (
        i < len(words)
        and words[i].start < end
        and (
            words[i].form in grammar.days
            or words[i].form.rstrip("erh").isdigit()
            or (words[i].form in {"dernier", "prochain", "au"} and _day_follows(unit, i))
        )
    ):
        i += 1
    return i


def _day_follows(unit: Unit, i: int) -> bool:
    return unit.words[i].form != "au" or (i + 1 < len(unit.words) and unit.words[i + 1].form in unit.reading.grammar.days)


def skip_adjuncts(unit: Unit, index: int, end: int, *, most: int = 4) -> int:
    """Skip adverbs and prepositional phrases («à l'AFP», «, dans un communiqué,»); give the index of the next word."""
    words = unit.words
    i = skip_adverbs(unit, index, end)
    for _ in range(most):
        j = i + 1 if i < len(words) and words[i].form == "," else i
        if j >= len(words) or words[j].start >= end or words[j].form not in _ADJUNCT_HEADS:
            return i
        k = j + 1
        if k < len(words) and words[k].form in {"de", "d'", "du", "des", "à", "au"}:
            k += 1
        phrase = noun_phrase(unit, k, end, appositions=False)
        if phrase is None:
            return i
        after = _past_acronym(unit, phrase) + 1
        if j > i and after < len(words) and words[after].form == "," and words[after].start < end:
            after += 1
        elif j > i:
            return i
        i = skip_adverbs(unit, after, end)
    return i


def past_aside(unit: Unit, index: int) -> int:
    """«a reconnu, dans une vidéo diffusée samedi, | avoir tiré»: go over what two commas set off, if no verb stands in it."""
    words = unit.words
    if index >= len(words) or words[index].form != ",":
        return index
    for word in words[index + 1 : index + 1 + _LONGEST_ASIDE]:
        if word.form == ",":
            return word.index + 1
        if word.finite or word.infinitive or word.upos == "PUNCT" or word.form in {"que", "qu'", "qui"}:
            return index
    return index


def _past_acronym(unit: Unit, phrase: Phrase) -> int:
    """«à l'agence Associated Press (AP) | Jean Roux»: the last word of an organisation's name, which its acronym closes."""
    noun = unit.reading.tables.speakers.get(unit.words[phrase.head].form)
    if noun is None or noun.sort is SpeakerSort.ROLE:
        return phrase.last
    for i in range(phrase.head + 1, phrase.last):
        if unit.words[i].form == ")" and unit.words[i + 1].capital:
            return i
    return phrase.last
