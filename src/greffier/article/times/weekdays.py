"""Days told from the day of publication or of the story: weekdays, «hier», «la veille», «ce soir».

In: a match and its scene. Out: readings. Not: weekdays with a month beside them, those are dates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from greffier.article.times.days import Lean, Pull, nearest_weekday
from greffier.article.times.grammar import Match, Scene, Verdict, rule
from greffier.article.times.readings import Base, Reading, fixed, on_day, shifted, this_weekday, weekday_near
from greffier.article.times.tails import CLOCK, PART, day_number, lean_of, part_reading
from greffier.article.times.values import Moment
from greffier.records import TimeType

__all__ = ["RULES"]

# What may follow «samedi 11» where 11 is a day of the month and not a number of things.
_AFTER_DAY = re.compile(
    r"[ ]?(?:[,.;:!?)»\"]|$|\n|\(|(?:à|de|dès|et|au|en|dans|pour|puis|ou|a|ont|est|sera|il|elle|matin|soir|après-midi)\b)"
)


# «mercredi», «mardi soir», «lundi dernier», «ce vendredi», «samedi prochain à l'aube», «dimanche 15 h», «mardi suivant»
@rule(
    "weekday",
    "le ce même @weekday",
    rf"""
    (?:(?P<det>le|ce)~)? (?:même~)? (?P<weekday>@weekday)
    (?:~(?P<relative>@relative)|~en~(?P<eight>huit|quinze))? (?:{PART}|{CLOCK})? (?:~(?P<late>dernier|prochain))?
    """,
)
def weekday(m: Match, scene: Scene) -> Verdict:
    number = scene.words.weekdays[m["weekday"]]
    if m["weekday"].endswith("s"):
        # «les lundis, mercredis et vendredis»
        return part_reading(fixed(f"XXXX-WXX-{number}", type_=TimeType.SET), m, scene)
    word = m["relative"] or m["late"]
    if word and (moved := _from_story(number, word, scene)):
        return part_reading(moved, m, scene)
    if m["eight"]:
        weeks = 1 if m["eight"] == "huit" else 2
        return part_reading(_weeks_on(number, weeks), m, scene)
    lean, pull = lean_of(word, scene)
    if not word and m["det"] == "ce":
        return part_reading(this_weekday(number, lean), m, scene)
    if not word and m["det"] == "le":
        return part_reading(_each_or_one(number, lean), m, scene)
    return part_reading(weekday_near(number, lean, pull), m, scene)


def _from_story(number: int, word: str, scene: Scene) -> Reading | None:
    """«le mardi suivant», «le mardi précédent»: strictly from the last date of the story."""
    row = next((row for row in scene.words.tables.relatives if word in row.forms), None)
    if row is None or row.base != "narrative":
        return None
    lean = Lean.FUTURE if row.shift > 0 else Lean.PAST

    def at(day: date) -> str:
        return nearest_weekday(day, number, lean, Pull.STRICT).isoformat()

    return Reading(TimeType.DATE, f"XXXX-WXX-{number}", Base.NARRATIVE, at)


def _weeks_on(number: int, weeks: int) -> Reading:
    """«mardi en huit»: a week after the next one."""

    def at(day: date) -> str:
        return (nearest_weekday(day, number, Lean.FUTURE) + timedelta(weeks=weeks)).isoformat()

    return Reading(TimeType.DATE, f"XXXX-WXX-{number}", Base.PUBLISHED, at)


def _each_or_one(number: int, lean: Lean) -> Reading:
    """«le mardi» is a habit («ouvert le mardi») unless the past tense tells of one."""
    return weekday_near(number, lean) if lean is Lean.PAST else fixed(f"XXXX-WXX-{number}", type_=TimeType.SET)


# «samedi 11», «mercredi 15 au soir»: the day of the month without the month
@rule(
    "weekday_number",
    "le ce @weekday",
    rf"(?:(?:le|ce)~)?(?P<weekday>@weekday)~(?P<day>@day)(?!~@month|[ ]?[h%€:/.]\S|[ ]?h|~heures){PART}?",
)
def weekday_number(m: Match, scene: Scene) -> Verdict:
    if m["weekday"].endswith("s") or not _AFTER_DAY.match(scene.after()):
        return None
    number, day_of_month = scene.words.weekdays[m["weekday"]], day_number(m["day"])
    lean, _ = scene.lean()

    def at(day: date) -> str | None:
        # Both fall together once in some months: the nearest within four months, the tense breaking ties.
        near = [d for n in range(-120, 121) if (d := day + timedelta(n)).day == day_of_month and d.isoweekday() == number]
        sign = 1 if lean is Lean.FUTURE else -1
        chosen = min(near, key=lambda d: abs((d - day).days) * (1 if (d - day).days * sign >= 0 else 2), default=None)
        return chosen.isoformat() if chosen else None

    return part_reading(Reading(TimeType.DATE, f"XXXX-XX-{day_of_month:02d}", Base.PUBLISHED, at), m, scene)


# «hier», «avant-hier», «demain matin», «hier en fin d'après-midi», «aujourd'hui»
@rule("deictic", "@deictic", rf"(?P<word>@deictic)(?:{PART}|{CLOCK})?")
def deictic(m: Match, scene: Scene) -> Verdict:
    days = next(row.days for row in scene.words.tables.deictics if m["word"] in row.forms)
    return part_reading(shifted("D", days), m, scene)


# «ce matin», «cet après-midi», «cette nuit», «ce soir-là»
@rule("this_part", "ce cet cette", r"(?:ce|cet|cette)~(?P<part>@daypart)(?P<there>-là)?")
def this_part(m: Match, scene: Scene) -> Verdict:
    code = scene.words.dayparts[m["part"]]
    if code == "DT" and not m["there"]:
        return None
    reading = on_day(shifted("D", 0, Base.NARRATIVE if m["there"] else Base.PUBLISHED), code)
    if code != "NI" or m["there"] or scene.lean()[0] is not Lean.PAST:
        return reading

    def at(day: date) -> Moment:
        # A night that was ended this morning.
        return Moment(f"{day.isoformat()}TNI", day - timedelta(1), day)

    return replace(reading, at=at)


# «la nuit dernière», «la nuit prochaine», «la soirée précédente»
@rule("part_relative", "la l", r"(?:la~|l')(?P<part>@daypart)~(?P<relative>@relative)")
def part_relative(m: Match, scene: Scene) -> Verdict:
    row = next(row for row in scene.words.tables.relatives if m["relative"] in row.forms)
    days = 0 if row.shift > 0 and scene.words.dayparts[m["part"]] == "NI" else row.shift
    return on_day(shifted("D", days, Base(row.base)), scene.words.dayparts[m["part"]])


# «la veille», «le lendemain matin», «le même jour», «ce jour-là»
@rule("narrative", "le la l ce @narrative", rf"(?P<word>@narrative){PART}?")
def narrative(m: Match, scene: Scene) -> Verdict:
    row = next(row for row in scene.words.tables.narratives if m["word"] in row.forms)
    # «la veille de son départ»: the day hangs on something that no rule here can date.
    if row.days and not m["part"] and re.match(r" (?:de|du|des) | d'", scene.after()):
        return fixed("XXXX-XX-XX")
    return part_reading(shifted("D", row.days, Base.NARRATIVE), m, scene)


RULES = (weekday, weekday_number, deictic, this_part, part_relative, narrative)
