"""What several rules read alike: the part of the day behind a day, the direction of «dernier» and «prochain», years of two digits.

In: a match and its scene. Out: numbers, codes, leans. Not: a rule.
"""

from __future__ import annotations

from greffier.article.times.days import Lean, Pull
from greffier.article.times.grammar import Match, Scene
from greffier.article.times.readings import Reading, on_day
from greffier.records import TimeModifier

__all__ = ["CLOCK", "PART", "day_number", "lean_of", "mod_of", "part_reading", "year_number"]

# «mardi soir», «hier en début d'après-midi», «le 5 mai dans la soirée»
PART = r"(?:~(?:au~(?:petit~)?|en~|dans~(?:la~|l'))?(?:(?P<edge>début|fin|milieu)~(?:de~|d'))?(?P<part>@daypart))"
# «samedi 20 h 30», «samedi 20h»
CLOCK = r"(?:~(?P<hour>[01]?\d|2[0-4])[ ]?h(?:eures)?(?:[ ]?(?P<minute>[0-5]\d))?)"
_EDGES = {"début": TimeModifier.START, "fin": TimeModifier.END, "milieu": TimeModifier.MID, "mi": TimeModifier.MID}


def day_number(words: str) -> int:
    """Read «1er», «23»."""
    return 1 if words == "premier" else int(words.replace("er", "").strip())


def year_number(words: str) -> int:
    """Read a year; two digits are those of the years 1940 to 2039."""
    year = int(words.strip("'"))
    return year if year >= 100 else year + (1900 if year >= 40 else 2000)


def mod_of(edge: str | None) -> TimeModifier | None:
    """Read «début», «fin», «milieu», with whatever stands around them."""
    return next((mod for word, mod in _EDGES.items() if word in (edge or "")), None)


def lean_of(word: str | None, scene: Scene) -> tuple[Lean, Pull]:
    """Read «dernier» and «prochain», else the passage."""
    if word and word.strip().startswith(("derni", "pass", "écoul", "précéd")):
        return Lean.PAST, Pull.STRICT
    if word and word.strip().startswith(("proch", "à venir", "qui vient", "suiv")):
        return Lean.FUTURE, Pull.STRICT
    return scene.lean()


def part_reading(day: Reading, m: Match, scene: Scene) -> Reading:
    """Put the part of the day or the clock time that a match holds on its day."""
    groups = m.groupdict()
    if groups.get("hour"):
        return on_day(day, f"{int(groups['hour']):02d}:{int(groups.get('minute') or 0):02d}")
    if not groups.get("part"):
        return day
    reading = on_day(day, scene.words.dayparts[groups["part"]])
    mod = mod_of(groups.get("edge"))
    return Reading(reading.type, reading.template, reading.base, reading.at, mod) if mod else reading
