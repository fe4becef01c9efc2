"""How a name sounds however it was romanised: «Choïgou», «Shoigu» and «Schoigu» have one reading.

In: one word of a name. Out: `plain`, `readings`, `closeness`, `skeleton`. Not: names of several words, those are `person_names`.

A reading is written in Latin letters of one value each: S is the sound of «chou», Z that of «jour» and «djinn», h that of «khan», w that
of «oui». A word has several readings where a letter has several values («Jelzin»: j as in «Jean» or as in «yeux»); two words are as
close as their closest readings. The distance is Levenshtein's with costs: vowels, which romanisations confuse most, are cheap.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, product
from math import inf
from typing import Final

__all__ = ["closeness", "plain", "readings", "skeleton"]

Rules = tuple[tuple[re.Pattern[str], str], ...]

# Letters that have no decomposition into a letter and an accent.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "e", "œ": "e", "þ": "th", "ð": "d", "ə": "e"})
# Letters of Turkish and of the south Slavs, whose plain letter does not tell their sound («Çavuşoğlu», «Dačić», «Tuđman»).
_SOUNDS = str.maketrans({"ç": "ch", "č": "ch", "ć": "ch", "ş": "sh", "š": "sh", "ș": "sh", "ž": "zh", "đ": "dj", "ğ": "", "ı": "i"})


def _rules(*rules: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), to) for pattern, to in rules)


# Letters of every romanisation that mean one sound; earlier rules go first.
_COMMON = _rules(
    (r"schtsch|shtch|chtch|shch", "S"),  # Chtcherbakov, Khrouchtchev, Khrushchev, Chruschtschow
    (r"tsch|tch|tsh|sch|ch|sh|cz|sz", "S"),  # Tchourkine, Churkin, Choïgou, Shoigu
    (r"dzh|dsch|dj|zh", "Z"),  # Doudjaïev, Dzhokhar, Joukov, Zhukov
    (r"dg(?=[ei])", "Z"),
    (r"kh", "h"),  # Akhmad, Ahmad
    (r"gh", "g"),  # Ghannouchi
    (r"ph", "f"),
    (r"([tdb])h", r"\1"),  # Kadhafi, Othman, Bhutto
    (r"ck|cq|qu(?=[aeio])|q", "k"),  # Qassem, Kassem
    (r"gu(?=[eiy])", "g"),  # Guerassimov, Gerasimov
    (r"ge(?=[aou])", "Z"),  # Geagea, Georges
    (r"x", "ks"),  # Alexandre, Aleksandr
    (r"tz", "ts"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"ou(?=[aeiouy])", "w"),  # Zarqaoui, Zarqawi; Sinouar, Sinwar
    (r"ou|oo", "u"),  # Poutine, Putin
    (r"ee", "i"),
    (r"(?<=[oe])(?:ff|f|w)$", "v"),  # Eltsineff, Gorbatschow
    (r"y", "i"),
    (r"^ie(?=.)", "e"),  # Ievgueni, Yevgeny, Evgueni
    (r"[ae]i", "ei"),  # Sergueï, Sergai
    (r"h(?![aeiouwSZ])", ""),  # Rouhani keeps its h, Abdullah does not
    (r"(.)\1+", r"\1"),  # Massoud, Masoud
    (r"(?<=i)n[e]?$", "n"),  # Poutine, Putin
)
_ALONE: Final = _rules((r"(?<!d)j", "Z"))
_GLIDE: Final = _rules((r"(?<!d)j", "i"))  # Jelzin, Benjamin, Medvedjev
_GERMAN: Final = _rules((r"(?<!s)ch", "kh"), (r"w", "v"), (r"^s(?=[aeiou])", "z"), (r"z", "ts"), (r"j", "i"))
_GERMAN_S: Final = _rules((r"(?<!s)ch", "kh"), (r"w", "v"), (r"^s(?=[aeiou])", "z"), (r"j", "i"))
_GERMAN_ZH: Final = _rules((r"(?<!t)sch(?!tsch)", "zh"), (r"(?<!s)ch", "kh"), (r"w", "v"), (r"z(?!h)", "ts"), (r"j", "i"))  # Solschenizyn
_SLAVIC_C: Final = _rules((r"c", "ch"), (r"j", "i"))  # Milosevic, Vucic
_SLAVIC_TS: Final = _rules((r"c(?=[ae]$)", "ts"), (r"j", "i"))  # Ivica
# What a French, English or Turkish word does not have and a German romanisation has: Gorbatschow, Wladimir, Selenskyj, Chodorkowski,
# Jelzin.
_GERMAN_SIGNS: Final = re.compile(r"tsch|schtsch|[oe]w$|^w[lo]|[yi]j$|owski$|^ch[^aeiou]?o|^mich[ae]i?l$|^j.*z")


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Give a word in small letters without accents and apostrophes: «Çavuşoğlu» is `cavusoglu`."""
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(c for c in decomposed if c.isalpha() and not unicodedata.combining(c) and c not in "ʼʿʾʻ")


def _read(word: str, first: Rules) -> str:
    for pattern, to in (*first, *_COMMON):
        word = pattern.sub(to, word)
    return word


_READ: Final = re.compile(r"[a-zSZ]+")


def readings(word: str) -> tuple[str, ...]:
    """Give the readings of a word as printed, the commonest first; none for a word without Latin letters."""
    return (*_readings(word)[0], *_readings(word)[1])


@lru_cache(maxsize=65536)
def _readings(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The readings in which j sounds as in «Jean», and those of German and Slavic spellings, in which it sounds as in «yeux»."""
    letters = plain(word)
    if not letters:
        return (), ()
    hard, soft = [_read(letters, _ALONE)], []
    sounds = plain(word.lower().translate(_SOUNDS))
    if sounds != letters:
        hard.append(_read(sounds, _ALONE))
        soft.append(_read(sounds, _GLIDE))
    if "ç" in word.lower():
        hard.append(_read(plain(word.lower().replace("ç", "ss")), _ALONE))  # Fayçal, Faisal
    if "j" in letters:
        soft.append(_read(letters, _GLIDE))
    if _GERMAN_SIGNS.search(letters):
        soft += [_read(letters, _GERMAN), _read(letters, _GERMAN_S)]
    if "sch" in letters:
        soft.append(_read(letters, _GERMAN_ZH))
    if letters.endswith("ic") and len(letters) > 4:
        soft.append(_read(letters, _SLAVIC_C))
    if letters.endswith(("ica", "ice")):
        soft.append(_read(letters, _SLAVIC_TS))
    hard, soft = ([reading for reading in dict.fromkeys(found) if _READ.fullmatch(reading)] for found in (hard, soft))
    return tuple(hard), tuple(reading for reading in soft if reading not in hard)


_VOWELS: Final = frozenset("aeiou")
# Costs below come from pairs of names in tests/dictionary/pairs_tuned.tsv; one is a letter that has nothing to do with the other.
_VOWEL_FOR_VOWEL: Final = {"ae": 0.2, "ei": 0.2, "ou": 0.2, "ai": 0.35, "ao": 0.35, "eo": 0.4, "au": 0.4, "eu": 0.5, "io": 0.7, "iu": 0.6}
_CONSONANTS: Final = {
    "gk": 0.4,  # Kadhafi, Gaddafi
    "gh": 0.5,
    "hk": 0.5,
    "Zg": 0.4,  # Jamal, Gamal
    "SZ": 0.6,
    "sz": 0.6,  # Rosa, Roza
    "Ss": 0.5,
    "Zz": 0.6,
    "dt": 0.5,
    "bp": 0.6,
    "fv": 0.4,
    "vw": 0.1,
    "uw": 0.05,
    "uv": 0.5,  # Tikhanovskaïa, Tsikhanouskaïa
    "ow": 0.15,
    "dz": 0.4,  # Kadhimi, Kazimi
    "Zi": 0.5,
    "iw": 0.6,
}
_OTHER: Final = 1.4
_DROPPED: Final = {"h": 0.3, "i": 0.25, "w": 0.4}
_DROPPED_VOWEL: Final = 0.3
_DROPPED_AT_END: Final = 0.2
_DROPPED_FIRST: Final = 0.6  # a first vowel or h: «Hassina» is not «Yassine»
_DROPPED_CONSONANT: Final = 1.3
# A name that begins otherwise is another name more often («Sakharov», «Zakharov»): only letters that one sound has may change there.
_FIRST: Final = 1.6
_FIRST_MAY: Final = frozenset(("gk", "Zg", "vw", "uw", "ow", "Zi"))


def _change(a: str, b: str, *, first: bool) -> float:
    if a == b:
        return 0.0
    pair = "".join(sorted((a, b)))
    if a in _VOWELS and b in _VOWELS:
        return _VOWEL_FOR_VOWEL[pair]
    cost = _CONSONANTS.get(pair, _OTHER)
    if first and pair not in _FIRST_MAY:
        return max(cost * _FIRST, _OTHER)
    return cost


def _drop(char: str, *, first: bool, last: bool) -> float:
    if char in _VOWELS:
        if first:
            return _DROPPED_FIRST
        return _DROPPED_AT_END if last else _DROPPED.get(char, _DROPPED_VOWEL)
    if first:
        return _DROPPED_FIRST if char == "h" else _DROPPED_CONSONANT * _FIRST
    return _DROPPED.get(char, _DROPPED_CONSONANT)


_LETTERS_OF_READINGS: Final = "abcdefghijklmnopqrstuvwxyzSZ"
# Both functions as tables by letter: the distance asks them some fifty times for two words.
_CHANGES: Final = {a: {b: _change(a, b, first=False) for b in _LETTERS_OF_READINGS} for a in _LETTERS_OF_READINGS}
_DROPS: Final = {a: _drop(a, first=False, last=False) for a in _LETTERS_OF_READINGS}


@lru_cache(maxsize=65536)
def _drops(word: str) -> tuple[float, ...]:
    costs = [_DROPS[char] for char in word]
    costs[-1] = _drop(word[-1], first=False, last=True)
    costs[0] = _drop(word[0], first=True, last=len(word) == 1)
    return tuple(costs)


def _distance(a: str, b: str, most: float) -> float:
    """The distance of two readings, infinite where it is more than `most`."""
    left, right = _drops(a), _drops(b)
    row = [0.0, *accumulate(right)]
    for i, x in enumerate(a):
        gone, changes, before = left[i], _CHANGES[x], row[0]
        here = before + gone
        new = [here]
        for j, y in enumerate(b):
            change = changes[y] if i or j else _change(x, y, first=True)
            above = row[j + 1]
            here = min(before + change, above + gone, here + right[j])
            new.append(here)
            before = above
        if min(new) > most:  # no cost is negative: what follows only adds
            return inf
        row = new
    return row[-1]


# Short words: «Li» and «Lu» differ in all that matters although only a vowel changes, so that each change counts twice.
_SHORT = 3
# More than sums of a few costs are off in binary.
_ROUNDING = 1e-9


@lru_cache(maxsize=65536)
def closeness(a: str, b: str, least: float = 0.0) -> float:
    """Tell how close two words of names are, from 0 to 1 (one word in two romanisations); symmetric.

    What is less than `least` may be told as 0: most words are far from each other, which their first letters show.
    """
    best = 0.0
    left, right = _readings(a), _readings(b)
    # Where both words have a j it means the same in both: «Jong» is not «Yo-jong».
    both = "j" in plain(a) and "j" in plain(b)
    pairs = product(left[0], right[0]) if both else product(left[0] + left[1], right[0] + right[1])
    for x, y in pairs:
        if x == y:
            return 1.0
        longest = max(len(x), len(y))
        scale = longest if longest > _SHORT else _SHORT / 2
        best = max(best, 1 - _distance(x, y, (1 - least) * scale + _ROUNDING) / scale)
    return max(best, 0.0)


_CLASSES = str.maketrans({"S": "s", "Z": "s", "z": "s", "g": "k", "d": "t", "b": "p", "v": "p", "f": "p"})
_LOUD = re.compile(r"[aeiouhw]+")


def skeleton(word: str) -> frozenset[str]:
    """Give keys under which to look a word up: its consonants by class. Close words share one, nearly always; many others do too."""
    # A g of Russian is an h of Ukrainian, and an h is no consonant here: «Tyagnibok», «Tiahnybok».
    heard = {found for reading in readings(word) for found in (reading, reading.replace("g", ""))}
    keys = (_LOUD.sub("", found).translate(_CLASSES) for found in heard)
    return frozenset(re.sub(r"(.)\1+", r"\1", key).replace("ts", "s") or "-" for key in keys)
