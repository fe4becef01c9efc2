"""Days of the calendar: day and month, with or without weekday and year, in words and in digits.

In: a match and its scene. Out: readings. Not: days told from another day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from greffier.article.times.days import add_months, day_of, last_of_month, nearest_day
from greffier.article.times.grammar import REFUSED, Match, Scene, Verdict, rule
from greffier.article.times.readings import Base, Reading, fixed, month_day, month_of
from greffier.article.times.tails import CLOCK, PART, day_number, lean_of, part_reading, year_number
from greffier.records import TimeType

__all__ = ["RULES"]


# «le 30 septembre 2015», «mercredi 23 décembre», «ce 3 mai au soir», «le 15 août dernier», «le samedi 4 mai 20 h 30»
@rule(
    "day_month",
    "le ce cet @weekday @day",
    rf"""
    (?:(?:le|ce)~)? (?:(?P<weekday>@weekday),?~(?:le~)?)? (?P<day>@day)~(?P<month>@month)
    (?:~(?P<year>@year | (?:'?[4-9]\d|0\d)(?![\d,]|[ ]?[h%€]|~@counted\b)))?
    (?:~(?P<relative>derniers?|prochains?))? (?:{PART}|{CLOCK})?
    """,
)
def day_month(m: Match, scene: Scene) -> Verdict:
    day, month = day_number(m["day"]), scene.words.months[m["month"]]
    weekday = scene.words.weekdays[m["weekday"]] if m["weekday"] else None
    if m["year"]:
        told = day_of(year_number(m["year"]), month, day)
        return part_reading(fixed(told.isoformat()), m, scene) if told else None
    if re.search(r"\battentats du (?:mardi )?$", scene.before()) and (day, month) == (11, 9):
        return fixed("2001-09-11")
    lean, pull = lean_of(m["relative"], scene)
    reading = month_day(month, day, lean, pull, weekday)
    return part_reading(reading, m, scene) if reading else None


# «les 3 et 5 mai», «jeudi 5 et vendredi 6 mars», «le 3, le 4 et le 5 mai 2016»: each day but the last
@rule(
    "day_in_list",
    "le les ces @weekday @day",
    r"""
    (?:(?:le|les|ces)~)? (?:(?P<weekday>@weekday)~)? (?P<day>@day)
    (?=(?:(?:,|,?~et|~ou|~puis|,~puis)~(?:(?:le|les|du|au)~)?(?:@weekday~)?@day){1,6}~(?P<month>@month)(?:~(?P<year>@year))?)
    """,
)
def day_in_list(m: Match, scene: Scene) -> Verdict:
    day, month = day_number(m["day"]), scene.words.months[m["month"]]
    if m["year"]:
        told = day_of(int(m["year"]), month, day)
        return fixed(told.isoformat()) if told else None
    return month_day(month, day, *scene.lean(), scene.words.weekdays[m["weekday"]] if m["weekday"] else None)


# «le 14/02/2016», «14.02.16»
@rule("day_digits", "le 0", r"(?:le~)?(?P<day>@day)(?P<mark>[/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![/.]\d)")
def day_digits(m: Match, scene: Scene) -> Verdict:
    del scene
    told = day_of(year_number(m["year"]), int(m["month"]), day_number(m["day"]))
    return fixed(told.isoformat()) if told else None


# «le 14/02»
@rule("day_slash_month", "le", r"le~(?P<day>@day)/(?P<month>1[0-2]|0?[1-9])(?!/)")
def day_slash_month(m: Match, scene: Scene) -> Verdict:
    return month_day(int(m["month"]), day_number(m["day"]), *scene.lean())


# «2016-02-14», «2016-02-14T10:20»
@rule("iso_day", "0", r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:t(?P<clock>\d\d:\d\d)(?::\d\d)?z?)?")
def iso_day(m: Match, scene: Scene) -> Verdict:
    told = day_of(int(m["year"]), int(m["month"]), int(m["day"]))
    if not told:
        return None
    if m["clock"]:
        return part_reading(fixed(told.isoformat()), m, scene)
    return fixed(told.isoformat())


# «2017-01»; «la saison 2002-03» is no month
@rule("iso_month", "0", r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?!-)")
def iso_month(m: Match, scene: Scene) -> Verdict:
    return None if re.search(r"\b(?:saison|exercice|année|campagne) $", scene.before()) else fixed(m.group())


# «le premier dimanche de juin», «le dernier samedi du mois de mai 2003», «le 2e mardi de chaque mois»
@rule(
    "nth_weekday",
    "le la les tous chaque @ordinal dernier derniers",
    r"""
    (?:(?:le|chaque|tous~les|les)~)?(?P<rank>@ordinal|derniers?)s?~(?P<weekday>@weekday)~
    (?:(?:de~|d'|du~mois~de~|du~mois~d')(?P<month>@month)(?:~(?P<year>@year))?|(?P<every>de~chaque~mois|du~mois))
    """,
)
def nth_weekday(m: Match, scene: Scene) -> Verdict:
    weekday, rank = scene.words.weekdays[m["weekday"]], scene.words.ordinals.get(m["rank"], 0)
    if m["every"]:
        return fixed(f"XXXX-XX-WXX-{weekday}", type_=TimeType.SET)
    month = scene.words.months[m["month"]]
    if m["year"]:
        return fixed(_nth(int(m["year"]), month, weekday, rank).isoformat())
    near = month_of(month, *scene.lean())

    def at(day: date) -> str | None:
        first = near.on(day).earliest
        return _nth(first.year, month, weekday, rank).isoformat() if first else None

    return Reading(TimeType.DATE, f"XXXX-{month:02d}-XX", Base.PUBLISHED, at)


def _nth(year: int, month: int, weekday: int, rank: int) -> date:
    """Give the day of a rank, 0 for the last."""
    if not rank:
        last = last_of_month(year, month)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (rank - 1))


# «le 25 à 20 h», «le 13 prochain»: a day of the month that shows itself by what follows
@rule(
    "bare_day",
    "le",
    r"le~(?P<day>@day)(?=~(?:à|vers|dès)~\d\d?~?h|~(?:au~)?(?:matin|soir)\b|~(?:prochain|dernier|courant))(?:~(?P<relative>prochain|dernier|courant))?",
)
def bare_day(m: Match, scene: Scene) -> Verdict:
    number = day_number(m["day"])
    lean, pull = lean_of(m["relative"], scene)

    def at(day: date) -> str | None:
        months = (add_months(day.year, day.month, count) for count in (-1, 0, 1))
        chosen = nearest_day(day, [d for year, month in months if (d := day_of(year, month, number))], lean, pull)
        return chosen.isoformat() if chosen else None

    return Reading(TimeType.DATE, f"XXXX-XX-{number:02d}", Base.PUBLISHED, at)


# «rue du 8 mai 1945», «la coalition du 14 mars»
@rule("street", "@street", r"@street~(?:(?:de|du|des|d'|la|le)[ ]?){0,3}(?:@weekday~)?@day[ -]@month(?:[ -]@year)?")
def street(m: Match, scene: Scene) -> Verdict:
    del m, scene
    return REFUSED


# «la résolution 1973», «le vol 2015», «Peugeot 2008»
@rule("numbered", "@numbered n", r"(?:@numbered|n°)~?(?:n°~?)?[a-z]?\d[\d.]*")
def numbered(m: Match, scene: Scene) -> Verdict:
    del m, scene
    return REFUSED


RULES = (nth_weekday, bare_day, day_month, day_in_list, day_digits, day_slash_month, iso_day, iso_month, street, numbered)
