"""Intervals: «du 3 au 5 mai», «de 2011 à 2013», «de 9 h à 12 h», «la nuit de lundi à mardi».

In: a match and its scene. Out: readings with their ends. Not: lists, whose days are times of their own.
"""

from __future__ import annotations

import re
from datetime import date

from greffier.article.times.clocks import at_clock
from greffier.article.times.days import Lean, Pull, day_of
from greffier.article.times.grammar import Match, Scene, Verdict, rule
from greffier.article.times.readings import Base, Reading, both_ends, fixed, month_day, month_of, on_day, shifted, weekday_near
from greffier.article.times.tails import day_number, lean_of
from greffier.records import TimeType

__all__ = ["RULES"]


def _joined(m: Match) -> bool:
    """«entre» goes with «et», «de» with «à»; «de 2012 et 2014» is a list."""
    return m.group().startswith("entre") == m["join"].startswith("et")


# «du 3 au 5 mai», «entre le 10 et le 15 juin 2016», «du samedi 28 décembre au dimanche 5 janvier», «de 3 mai à 5 juin»
@rule(
    "day_interval",
    "du de des entre",
    r"""
    (?:du|de|des|entre~le|entre~les)~(?P<from>(?:(?P<weekday>@weekday)~)?(?P<day>@day)(?:~(?P<month>@month))?(?:~(?P<year>@year))?)~
    (?P<join>au|et~le|et|à)~(?P<to>(?:(?P<toweekday>@weekday)~)?(?P<today>@day)~(?P<tomonth>@month)(?:~(?P<toyear>@year))?)(?:~(?P<relative>prochain|dernier))?
    """,
)
def day_interval(m: Match, scene: Scene) -> Verdict:
    if not _joined(m):
        return None
    months = scene.words.months
    last_month = months[m["tomonth"]]
    first_month = months[m["month"]] if m["month"] else last_month
    first, last = day_number(m["day"]), day_number(m["today"])
    back = (first_month, first) > (last_month, last)
    if back and first_month == last_month:
        return None
    if m["toyear"]:
        year = int(m["toyear"])
        start = day_of(int(m["year"]) if m["year"] else year - back, first_month, first)
        end = day_of(year, last_month, last)
        if not start or not end or start > end:
            return None
        return both_ends((*m.span("from"), fixed(start.isoformat())), (*m.span("to"), fixed(end.isoformat())))
    lean, pull = lean_of(m["relative"], scene)
    weekday = scene.words.weekdays[m["toweekday"]] if m["toweekday"] else None
    closing = month_day(last_month, last, lean, pull, weekday)
    if closing is None:
        return None

    def at(day: date) -> str | None:
        end = closing.on(day).earliest
        start = day_of(end.year - back, first_month, first) if end else None
        return start.isoformat() if start else None

    opening = Reading(TimeType.DATE, f"XXXX-{first_month:02d}-{first:02d}", Base.PUBLISHED, at)
    return both_ends((*m.span("from"), opening), (*m.span("to"), closing))


# «de mars à mai 2014», «d'avril à juin», «entre septembre et décembre»
@rule(
    "month_interval",
    "de d entre",
    r"(?:de~|d'|entre~)(?P<from>(?P<month>@month)(?:~(?P<year>@year))?)~(?P<join>à|et)~(?P<to>(?P<tomonth>@month)(?:~(?P<toyear>@year))?)",
)
def month_interval(m: Match, scene: Scene) -> Verdict:
    if not _joined(m):
        return None
    first, last = scene.words.months[m["month"]], scene.words.months[m["tomonth"]]
    return _months(m, scene, first, last, (m["year"], m["toyear"]))


# «septembre-octobre 2003», «mai-juin»
@rule("month_pair", "@month", r"(?P<from>(?P<month>@month))-(?P<to>(?P<tomonth>@month)(?:~(?P<toyear>@year))?)")
def month_pair(m: Match, scene: Scene) -> Verdict:
    first, last = scene.words.months[m["month"]], scene.words.months[m["tomonth"]]
    return _months(m, scene, first, last, (None, m["toyear"]))


def _months(m: Match, scene: Scene, first: int, last: int, years: tuple[str | None, str | None]) -> Verdict:
    back = first > last
    if years[1]:
        start = int(years[0]) if years[0] else int(years[1]) - back
        return both_ends((*m.span("from"), fixed(f"{start}-{first:02d}")), (*m.span("to"), fixed(f"{years[1]}-{last:02d}")))
    closing = month_of(last, *scene.lean())

    def at(day: date) -> str | None:
        end = closing.on(day).earliest
        return f"{end.year - back:04d}-{first:02d}" if end else None

    opening = Reading(TimeType.DATE, f"XXXX-{first:02d}", Base.PUBLISHED, at)
    return both_ends((*m.span("from"), opening), (*m.span("to"), closing))


# «de 2011 à 2013», «entre 1998 et 2002»
@rule("year_interval", "de entre", r"(?:de|entre)~(?P<from>@year)~(?P<join>à|et)~(?P<to>@year)(?!~@counted\b)")
def year_interval(m: Match, scene: Scene) -> Verdict:
    del scene
    return None if not _joined(m) else _years(m, int(m["from"]), int(m["to"]))


# «1914-1918», «la saison 2002/2003», «2002-03»
@rule("year_pair", "0", r"(?P<from>1[5-9]\d\d|20\d\d)[-/](?P<to>1[5-9]\d\d|20\d\d|\d\d)(?![-/])")
def year_pair(m: Match, scene: Scene) -> Verdict:
    first = int(m["from"])
    last = int(m["to"]) if len(m["to"]) == 4 else first // 100 * 100 + int(m["to"])
    # «2017-01» alone is a month; two digits make a year in a season or after a war's first year.
    if len(m["to"]) == 2 and int(m["to"]) <= 12 and not re.search(r"\b(?:saison|exercice|campagne|année|années) $", scene.before()):
        return None
    return _years(m, first, last if last > first else last + 100)


def _years(m: Match, first: int, last: int) -> Verdict:
    # Longer than two lifetimes is no interval of a newspaper but two numbers.
    if not first < last <= first + 150:
        return None
    return both_ends((*m.span("from"), fixed(f"{first}")), (*m.span("to"), fixed(f"{last}")))


# «de lundi à mercredi», «entre jeudi et samedi»; «du lundi au vendredi» is a habit
@rule(
    "weekday_interval",
    "de du entre",
    r"(?:de~|du~|entre~(?:le~)?)(?P<from>(?P<weekday>@weekday)(?:~(?P<part>@daypart))?)~(?P<join>à|au|et(?:~le)?)~(?P<to>(?P<toweekday>@weekday)(?:~(?P<topart>@daypart))?)(?P<relative>~prochain|~dernier)?(?!~@day~@month)",
)
def weekday_interval(m: Match, scene: Scene) -> Verdict:
    if not _joined(m):
        return None
    first, last = scene.words.weekdays[m["weekday"]], scene.words.weekdays[m["toweekday"]]
    lean, _ = scene.lean()
    if m.group().startswith("du") and not m["relative"] and lean is not Lean.PAST:
        habit = fixed(f"XXXX-WXX-{first}", type_=TimeType.SET), fixed(f"XXXX-WXX-{last}", type_=TimeType.SET)
        return both_ends((*m.span("from"), habit[0]), (*m.span("to"), habit[1]))
    pull = Pull.STRICT if m["relative"] else Pull.WEIGHED
    codes = scene.words.dayparts
    opening = on_day(weekday_near(first, lean, pull), codes.get(m["part"] or ""))
    closing = on_day(weekday_near(last, lean, pull), codes.get(m["topart"] or ""))
    return both_ends((*m.span("from"), opening), (*m.span("to"), closing))


# «de 9 h à 12 h», «entre 20 h 30 et minuit», «de 14 à 18 heures», «de 9h30 à 17h»
@rule(
    "clock_interval",
    "de entre",
    r"""
    (?:de|entre)~(?P<from>(?:(?P<hour>[01]?\d|2[0-4])(?P<mark>[ ]?h(?:eures)?)?(?:[ ]?(?P<minute>[0-5]\d))?|midi))~(?P<join>à|et)~
    (?P<to>(?P<tohour>[01]?\d|2[0-4])[ ]?h(?:eures)?(?:[ ]?(?P<tominute>[0-5]\d))?(?:~du~matin)?|midi|minuit)
    """,
)
def clock_interval(m: Match, scene: Scene) -> Verdict:
    del scene
    if not _joined(m) or (m["minute"] and not m["mark"]):
        return None
    named = {"midi": 12, "minuit": 24}
    opening = at_clock(named.get(m["from"]) or int(m["hour"]), int(m["minute"] or 0))
    closing = at_clock(named.get(m["to"]) or int(m["tohour"]), int(m["tominute"] or 0))
    return both_ends((*m.span("from"), opening), (*m.span("to"), closing))


# «9h-12h», «14 h - 18 h 30»
@rule(
    "clock_dash",
    "0",
    r"""
    (?P<from>(?P<hour>[01]?\d|2[0-4])[ ]?h(?:[ ]?(?P<minute>[0-5]\d))?)[ ]?[-–/][ ]?
    (?P<to>(?P<tohour>[01]?\d|2[0-4])[ ]?h(?:[ ]?(?P<tominute>[0-5]\d))?)
    """,
)
def clock_dash(m: Match, scene: Scene) -> Verdict:
    del scene
    opening, closing = at_clock(int(m["hour"]), int(m["minute"] or 0)), at_clock(int(m["tohour"]), int(m["tominute"] or 0))
    return both_ends((*m.span("from"), opening), (*m.span("to"), closing))


# «la soirée de samedi», «la journée d'hier», «la journée du 15 mai 2003», «le matin du 3 mars»
@rule(
    "part_of_date",
    "la le l @daypart",
    r"""
    (?:la~|le~|l')?(?P<part>@daypart)~(?:de~ce~|de~|du~|d')(?:(?P<deictic>@deictic)|(?P<weekday>@weekday)(?:~(?P<relative>dernier|prochain))?
    |(?:@weekday~)?(?P<day>@day)~(?P<month>@month)(?:~(?P<year>@year))?)(?!~(?:à|au)~(?:@weekday|@day))
    """,
)
def part_of_date(m: Match, scene: Scene) -> Verdict:
    code = scene.words.dayparts[m["part"]]
    lean, pull = lean_of(m["relative"], scene)
    day: Reading | None
    if m["deictic"]:
        day = shifted("D", next(row.days for row in scene.words.tables.deictics if m["deictic"] in row.forms))
    elif m["weekday"]:
        day = weekday_near(scene.words.weekdays[m["weekday"]], lean, pull)
    elif m["year"]:
        told = day_of(int(m["year"]), scene.words.months[m["month"]], day_number(m["day"]))
        day = fixed(told.isoformat()) if told else None
    else:
        day = month_day(scene.words.months[m["month"]], day_number(m["day"]), lean, pull)
    if day is None:
        return None
    # «la journée de mardi» is the day itself.
    return day if code == "DT" else on_day(day, code)


# «la nuit de lundi à mardi», «la nuit du 3 au 4 mai», «la nuit de samedi 3 à dimanche 4»
@rule(
    "night_between",
    "la nuit",
    r"""
    (?:la~)?nuit~(?:de~|du~)(?:(?P<weekday>@weekday)(?:~(?P<number>@day))?|(?P<day>@day)(?:~(?P<month>@month))?)~(?:à|au)~
    (?:@weekday(?:~@day)?(?:~(?P<anymonth>@month))?|@day~(?P<tomonth>@month)(?:~(?P<year>@year))?)
    """,
)
def night_between(m: Match, scene: Scene) -> Verdict:
    if m["day"] and m["tomonth"]:
        month = scene.words.months[m["month"] or m["tomonth"]]
        if m["year"]:
            told = day_of(int(m["year"]), month, day_number(m["day"]))
            return on_day(fixed(told.isoformat()), "NI") if told else None
        evening = month_day(month, day_number(m["day"]), *scene.lean())
        return on_day(evening, "NI") if evening else None
    if not m["weekday"]:
        return None
    weekday = scene.words.weekdays[m["weekday"]]
    if m["number"] and m["anymonth"]:
        dated = month_day(scene.words.months[m["anymonth"]], day_number(m["number"]), *scene.lean(), weekday)
        return on_day(dated, "NI") if dated else None
    lean, pull = scene.lean()
    # A night that is over was ended by the second day: «la nuit de lundi à mardi», told on Monday, is last week's.
    near = weekday_near(weekday, lean, pull)
    return on_day(near, "NI")


RULES = (
    clock_dash,
    part_of_date,
    day_interval,
    month_interval,
    month_pair,
    year_interval,
    year_pair,
    weekday_interval,
    clock_interval,
    night_between,
)
