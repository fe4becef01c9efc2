"""Whether two printed names of persons can name one person, across romanisations: «Mouammar Kadhafi», «Moammar Qaddafi».

In: two names. Out: `compare`, `agree`, `Match`, `keys`, `SAME`. Not: who it is; a match says that the names agree, never that the
persons do (there are two George Bush), so that no caller may merge on it alone.

A name becomes words: particles are joined to what follows («ben Laden», «el-Assad»), titles of filiation count («Mohammed ben Salmane»
is not «Mohammed ben Zayed»), hyphens make one word that may also be printed in two («Jong-un», «Jong Un»). Each word of the shorter
name must be a word of the longer; the weakest word decides. What the longer has besides may stand in the middle (patronymics, second
names) or at the end (second surnames), not in front: «Mahamat Idriss Déby» is not «Idriss Déby».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations, product
from typing import Final

from greffier.records import Record
from greffier.text.chinese_names import compare_syllables
from greffier.text.given_names import GIVEN_NAMES, LEFT_OUT
from greffier.text.romanisation import closeness, plain, readings, skeleton

__all__ = ["SAME", "Match", "agree", "compare", "keys"]

# Best on tests/dictionary/pairs_tuned.tsv: F1 .995 at .80, .998 at .81 and .82, .993 at .83 and .84.
SAME: Final = 0.82


class Match(Record, frozen=True, kw_only=True):
    """How well two names agree, from 0 to 1, and the rule or word that decided; `SAME` and above is one name."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether the names can name one person."""
        return self.score >= SAME


class _Word(Record, frozen=True, kw_only=True):
    """A word of a name: its plain letters, and as printed; `part` tells that it is half of a hyphenated word taken apart."""

    text: str
    printed: str
    initial: bool = False
    part: bool = False


_ARTICLES: Final = frozenset(("al", "el", "ul", "ol", "ash", "ach", "as", "ad", "ar", "an", "at", "az", "es", "ed", "er", "et", "ez", "en"))
_FILIATION: Final = {"ben": "bin", "bin": "bin", "ibn": "bin", "bint": "bint", "ould": "uld", "oglu": "oglu"}
_KUNYA: Final = {"abou": "abu", "abu": "abu", "abi": "abu", "bou": "abu"}
# «Ahmad Chah» is a first name of its own: the son of Ahmad Chah Massoud is Ahmad Massoud.
_BOUND: Final = frozenset(("chah", "shah", "zia"))
_ROMAN: Final = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{0,3}))(?:er|ère)?")
_SPLIT: Final = re.compile(r"[\s\u00a0\u202f]+")
_PIECES: Final = re.compile(r"[-‐‑–]+")
# «Abdel Fattah», «Abd al-Fattah», «Abdul-Fattah», «Abderrahmane»: servant of one of the names of God, in one word.
_SERVANT: Final = re.compile(r"^abd(?:[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)|d(?=d)))?$")
_SERVANT_JOINED: Final = re.compile(r"^abd[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z))(?=...)(?!aye$)")
_ARTICLE_JOINED: Final = re.compile(r"^(?:al|el)['’-]", re.IGNORECASE)


def compare(a: str, b: str) -> Match:
    """Compare two names of persons; symmetric, and any text at all may be compared.

    «Sergueï Choïgou», «Sergei Shoigu» → 1.0 · «Vladimir Poutine», «Vladimir Potanine» → 0.76 · «Poutine», «Vladimir Poutine» → 0.7 at most.
    """
    left, right = _take_apart(a), _take_apart(b)
    if not left.words or not right.words:
        return Match(score=0.0, reason="no word")
    if left.numeral != right.numeral:
        return Match(score=0.3, reason="numeral")
    best = Match(score=0.0, reason="other words")
    for short, long in _pairs(left, right):
        found = _align(short, long)
        if found.score > best.score:
            best = found
    if best.score < SAME and compare_syllables(a, b):
        return Match(score=0.9, reason="chinese syllables")
    return best


def agree(a: str, b: str) -> bool:
    """Tell whether two names are the `same` to `compare`; quicker by far, as most names differ in their last words."""
    left, right = _take_apart(a), _take_apart(b)
    if not left.words or not right.words or left.numeral != right.numeral:
        return False
    if any(_found(short, long) and _align(short, long).same for short, long in _pairs(left, right)):
        return True
    return compare_syllables(a, b)


def keys(name: str) -> frozenset[str]:
    """Give keys for a look-up: two names that are `same` share one, nearly always; each is the consonants of a word by class."""
    taken = _take_apart(name)
    words = [word for shape in (*taken.shapes, *taken.joined) for word in shape if not word.initial]
    return frozenset(key for word in words for key in skeleton(word.printed))


class _Name(Record, frozen=True, kw_only=True):
    """A name taken apart: double words whole and in two, neighbours in one, and the number of a sovereign."""

    words: tuple[_Word, ...]
    shapes: tuple[tuple[_Word, ...], ...]
    joined: tuple[tuple[_Word, ...], ...]
    numeral: int | None = None


@lru_cache(maxsize=16384)
def _take_apart(name: str) -> _Name:
    printed = [word for word in _SPLIT.split(name.replace("’", "'").replace(",", " ")) if plain(word)]
    numeral = None
    if len(printed) > 1 and (number := _numeral(printed[-1])):
        numeral = number
        printed = printed[:-1]
    whole = tuple(_join([(piece, False) for word in printed for piece in _compound(word)]))
    apart = tuple(_join([piece for word in printed for piece in _parts(word)]))
    shapes = tuple(dict.fromkeys(shape for shape in (whole, apart) if shape))
    return _Name(words=whole, shapes=shapes, joined=tuple(_joined(whole)), numeral=numeral)


def _numeral(word: str) -> int | None:
    """The number of «XVI» or «Ier»; null for other words («Di» is no number)."""
    match = _ROMAN.fullmatch(word.rstrip("."))
    if match is None or not word[0].isupper():
        return None
    values = {"I": 1, "V": 5, "X": 10}
    total, last = 0, 0
    for char in reversed([c for c in word if c in values]):
        total += values[char] if values[char] >= last else -values[char]
        last = max(last, values[char])
    return total or None


def _pieces(word: str) -> list[str]:
    return [piece for piece in _PIECES.split(word) if plain(piece)]


def _compound(word: str) -> list[str]:
    """«Jean-Marie» is one word; the article and particles of «el-Assad», «ben-Ali» are words of their own."""
    pieces = _pieces(word)
    head: list[str] = []
    while len(pieces) > 1 and (plain(pieces[0]) in _ARTICLES or plain(pieces[0]) in _FILIATION or plain(pieces[0]) in _KUNYA):
        head.append(pieces.pop(0))
    return [*head, "".join(pieces)]


def _parts(word: str) -> list[tuple[str, bool]]:
    pieces = _pieces(word)
    lone = len(_compound(word)) > 1 or len(pieces) == 1
    return [(piece, not lone) for piece in pieces]


def _join(printed: list[tuple[str, bool]]) -> list[_Word]:
    """Join articles and particles to the word behind them; a word that is only these keeps them."""
    out: list[_Word] = []
    prefix = ""
    for at, (word, part) in enumerate(printed):
        letters = plain(_ARTICLE_JOINED.sub("", word))
        more = at + 1 < len(printed)
        if more and letters in _ARTICLES and not (at == 0 and len(letters) < 2):
            continue
        if more and letters in _FILIATION and (at > 0 or len(printed) == 2):
            prefix += _FILIATION[letters]
        elif more and letters in _KUNYA:
            prefix += _KUNYA[letters]
        elif more and _SERVANT.match(letters):
            prefix += "abd"
        else:
            initial = len(letters) == 1 or (word.endswith(".") and len(letters) <= 3)
            printed_word = prefix + _servant(_ARTICLE_JOINED.sub("", word).lower())
            out.append(_Word(text=prefix + _servant(letters), printed=printed_word, initial=initial and not prefix, part=part))
            prefix = ""
    return out


def _servant(letters: str) -> str:
    """«abdelmalek» and «abd malek» are one: the article between goes; «abdallah» stays."""
    return _SERVANT_JOINED.sub("abd", letters)


def _joined(words: tuple[_Word, ...]) -> list[tuple[_Word, ...]]:
    """Other ways to cut: two neighbours as one word («Hailé Mariam», «Hailemariam»; «Ben Flis», «Benflis»)."""
    out = []
    for at in range(len(words) - 1 if len(words) > 2 else 0):
        one, two = words[at : at + 2]
        if not (one.initial or two.initial or one.text.startswith("bin") or two.text.startswith("bin")):
            out.append((*words[:at], _Word(text=one.text + two.text, printed=one.printed + two.printed), *words[at + 2 :]))
    return out


def _pairs(left: _Name, right: _Name) -> Iterator[tuple[tuple[_Word, ...], tuple[_Word, ...]]]:
    """The ways to lay two names beside each other, the shorter first."""
    # Two names cut in unusual ways would be compared as one long word, in which a letter hardly counts.
    for x, y in (*product(left.shapes, right.shapes), *product(left.joined, right.shapes), *product(left.shapes, right.joined)):
        yield (x, y) if len(x) <= len(y) else (y, x)


def _found(short: tuple[_Word, ...], long: tuple[_Word, ...]) -> bool:
    """Tell whether the longer name has all words of the shorter, without which `_align` finds them too far apart; surnames first."""
    if len(short) == 1 < len(long):
        return False
    return all(any(_alike(word, other) for other in long) for word in reversed(short))


def _align(short: tuple[_Word, ...], long: tuple[_Word, ...]) -> Match:
    """Find each word of the shorter name in the longer."""
    if len(short) == 1 and len(long) > 1:
        found = _word(short[0], long[-1])
        # Never as good as two names: a surname alone may be anybody's of that family.
        return Match(score=round(0.7 * found.score, 4), reason="surname only")
    table = [[_word(word, other) for other in long] for word in short]
    # Words of names of one length must be found both ways.
    lines = [*table, *zip(*table, strict=True)] if len(short) == len(long) else table
    weakest = min((max(line, key=_score) for line in lines), key=_score)
    if weakest.score < SAME:
        return weakest
    best = Match(score=0.0, reason="other words")
    for places in _orders(len(short), len(long)):
        weakest = min((row[at] for row, at in zip(table, places, strict=True)), key=_score)
        if weakest.score > best.score:
            best = max(best, _judge(short, long, places, weakest), key=_score)
    return best


def _score(match: Match) -> float:
    return match.score


# Names of more words than this are compared in their printed order: six words have 720 orders.
_MOST_WORDS = 5


def _orders(short: int, long: int) -> list[tuple[int, ...]]:
    if long > _MOST_WORDS:
        return [tuple(range(i, i + short)) for i in range(long - short + 1)]
    return list(permutations(range(long), short))


# What only one name has is borne by words that agree well: «Eli Cohen» is not «Lee Kuan Yew».
_SURE = 0.9


def _judge(short: tuple[_Word, ...], long: tuple[_Word, ...], places: tuple[int, ...], weakest: Match) -> Match:
    """Judge the order of the words found and the words left over."""
    score, reason = weakest.score, weakest.reason
    matched = [long[at] for at in places]
    # «George W. Bush» is not «George Weah»: an initial stands for a first name.
    if any(_for_surname(a, b, short[-1], long[-1]) for a, b in zip(short, matched, strict=True)):
        return Match(score=min(score, 0.5), reason="initial of a surname")
    if list(places) != sorted(places):
        # «Orban Viktor» is «Viktor Orbán», but «Ali Hassan» is not «Hassan Ali»: first names alone keep their order.
        rotated = [*sorted(places)[1:], min(places)], [max(places), *sorted(places)[:-1]]
        only_given = any(all(_given(word) for word in words) for words in (short, matched))
        if list(places) not in rotated or only_given or len(short) < len(long):
            return Match(score=min(score, 0.5), reason="order")
        score, reason = score - 0.02, "order"
    left_over = [at for at in range(len(long)) if at not in places]
    if left_over and score < _SURE:
        return Match(score=min(score, 0.5), reason="other words")
    for at in left_over:
        found = _left_over(short, long, places, at)
        if found.score == _REFUSED:
            return Match(score=min(score, 0.5), reason=found.reason)
        score, reason = score - (1 - found.score), found.reason
    return Match(score=round(max(score, 0.0), 4), reason=reason)


def _for_surname(a: _Word, b: _Word, last_of_a: _Word, last_of_b: _Word) -> bool:
    return a.initial != b.initial and ((a.initial and b is last_of_b) or (b.initial and a is last_of_a))


def _given(word: _Word) -> bool:
    return word.text in GIVEN_NAMES or word.text.startswith("bin")


_REFUSED = 0.0


def _left_over(short: tuple[_Word, ...], long: tuple[_Word, ...], places: tuple[int, ...], at: int) -> Match:
    """Judge a word that only the longer name has; the score is 0 where it makes another name."""
    word = long[at]
    if word.part:
        return Match(score=_REFUSED, reason="half of a double name")
    if word.text in _BOUND:
        return Match(score=_REFUSED, reason="another first name")
    if at < min(places):
        # «Mohammad Javad Zarif», «Javad Zarif»: a first name that so many bear is left out; «Mahamat Idriss Déby» is the son.
        if word.text in LEFT_OUT and not word.initial:
            return Match(score=0.97, reason="first name left out")
        return Match(score=_REFUSED, reason="another first name")
    if at > max(places):
        if all(_given(w) for w in short):
            # «Petr Pavel» is not «Pedro Pablo Kuczynski»: two first names are no whole name.
            return Match(score=_REFUSED, reason="first names only")
        if short[0].text in LEFT_OUT and not short[-1].text.startswith("bin"):
            # «Mohammad Bagheri» is not «Mohammad Bagher Ghalibaf»: behind a first name that so many bear nothing may be missing.
            return Match(score=_REFUSED, reason="another surname")
        return Match(score=0.97, reason="second surname")
    first = long[min(places)]
    if word.initial and any(w.initial for w in short):
        return Match(score=_REFUSED, reason="another initial")
    if first.text in LEFT_OUT:
        # «Ahmad Wali Karzaï»: behind a first name that so many bear, the second is the one that counts.
        return Match(score=_REFUSED, reason="another first name")
    return Match(score=0.98, reason="middle name")


@lru_cache(maxsize=65536)
def _word(a: _Word, b: _Word) -> Match:
    """Compare two words of names."""
    if a.text == b.text:
        return Match(score=1.0, reason="same letters")
    if a.initial or b.initial:
        short, long = sorted((a, b), key=lambda word: len(word.text))
        fits = long.text.startswith(short.text) or any(
            y.startswith(x) for x in readings(short.text) for y in readings(long.text) if short.initial
        )
        return Match(score=0.9 if fits else 0.2, reason="initial" if fits else "another initial")
    groups = GIVEN_NAMES.get(a.text), GIVEN_NAMES.get(b.text)
    if groups[0] is not None and groups[1] is not None:
        same = bool(groups[0] & groups[1])
        return Match(score=1.0 if same else 0.3, reason="first name" if same else "another first name")
    if _feminine(a.text, b.text) or _feminine(b.text, a.text):
        return Match(score=0.4, reason="feminine form")
    return Match(score=round(closeness(a.printed, b.printed), 4), reason="romanisation")


# Scores are rounded to four places before they are compared with `SAME`.
_NEARLY: Final = SAME - 0.0001


@lru_cache(maxsize=65536)
def _alike(a: _Word, b: _Word) -> bool:
    """Tell whether two words of names are as close as `SAME`."""
    read = not (a.initial or b.initial or (a.text in GIVEN_NAMES and b.text in GIVEN_NAMES))
    if read and a.text != b.text and closeness(a.printed, b.printed, _NEARLY) < _NEARLY:
        return False
    return _word(a, b).score >= SAME


def _feminine(a: str, b: str) -> bool:
    """«Zakharova» is a woman, «Zakharov» a man."""
    return any(y.endswith(("ov", "ev", "in", "ski")) and x in (y + "a", y + "ia", y[:-1] + "aia") for x in readings(a) for y in readings(b))
