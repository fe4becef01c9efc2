"""Times that come again: «tous les vendredis», «chaque année», «deux fois par semaine», «quotidien».

In: a match and its scene. Out: readings. Not: intervals of habit («du lundi au vendredi»), those are intervals.
"""

from __future__ import annotations

import re

from greffier.article.times.grammar import Match, Scene, Verdict, rule
from greffier.article.times.readings import fixed
from greffier.article.times.relatives import duration_value
from greffier.records import TimeType

__all__ = ["RULES"]


# «tous les vendredis», «chaque mardi soir», «tous les 3 mai»
@rule(
    "every_weekday",
    "tous toutes chaque les",
    r"(?:tous~les|toutes~les|chaque|les)~(?P<weekday>@weekday)(?:~et~(?:les~)?(?P<second>@weekday))?(?:~(?P<part>@daypart)s?)?",
)
def every_weekday(m: Match, scene: Scene) -> Verdict:
    words = m.group()
    if words.startswith("les") and not m["weekday"].endswith("s"):
        return None
    part = f"T{scene.words.dayparts[m['part']]}" if m["part"] else ""
    return fixed(f"XXXX-WXX-{scene.words.weekdays[m['weekday']]}{part}", type_=TimeType.SET)


# «tous les ans», «toutes les deux heures», «chaque mois», «chaque soir», «chaque week-end», «chaque été»
@rule(
    "every_unit",
    "tous toutes chaque",
    r"(?:tous~les|toutes~les|chaque)~(?:(?P<count>@number)~)?(?:(?P<unit>@unit)|(?P<part>@daypart)s?|(?P<season>@season)s?)(?:~(?P<tail>matin|soir))?",
)
def every_unit(m: Match, scene: Scene) -> Verdict:
    if m["part"]:
        return fixed(f"XXXX-XX-XXT{scene.words.dayparts[m['part']]}", type_=TimeType.SET)
    if m["season"]:
        return fixed(f"XXXX-{next(row.code for row in scene.words.tables.seasons if m['season'] in row.forms)}", type_=TimeType.SET)
    count = scene.words.number(m["count"]) if m["count"] else 1
    return fixed(duration_value(count, scene.words.units[m["unit"]]), type_=TimeType.SET)


# «par an», «deux fois par semaine», «une fois tous les deux ans»
@rule(
    "per_unit",
    "par @number plusieurs",
    r"(?:(?P<times>@number|plusieurs)~fois~)?par~(?P<unit>an|mois|semaine|jour|heure|minute|seconde|trimestre|semestre|nuit|journée)",
)
def per_unit(m: Match, scene: Scene) -> Verdict:
    if m["unit"] in {"nuit", "journée"} and not m["times"] and re.search(r"\b(?:de|passée?s?) $", scene.before()):
        return None
    return fixed(duration_value(1, scene.words.units[m["unit"]]), type_=TimeType.SET)


# «un dimanche sur deux», «une semaine sur deux», «un an sur trois»
@rule("one_in_two", "un une", r"une?~(?:(?P<weekday>@weekday)|(?P<unit>@unit))~sur~(?P<count>deux|trois|quatre|cinq|dix)")
def one_in_two(m: Match, scene: Scene) -> Verdict:
    if m["weekday"]:
        return fixed(f"XXXX-WXX-{scene.words.weekdays[m['weekday']]}", type_=TimeType.SET)
    return fixed(duration_value(scene.words.number(m["count"]), scene.words.units[m["unit"]]), type_=TimeType.SET)


# «le week-end» as a habit, «les week-ends», «la semaine» as the days of work
@rule("weekends", "les le", r"(?:les~week-ends|les~weekends)")
def weekends(m: Match, scene: Scene) -> Verdict:
    del m, scene
    return fixed("P1WE", type_=TimeType.SET)


# «quotidiennement», «les vols quotidiens», «la réunion annuelle»; «le quotidien régional» is a newspaper
@rule("set_word", "@set", r"(?P<word>@set)")
def set_word(m: Match, scene: Scene) -> Verdict:
    row = next(row for row in scene.words.tables.sets if m["word"] in row.forms)
    # Behind a determiner it is a noun: «un quotidien», «au quotidien», «l'hebdomadaire».
    if row.kind == "adjective" and (
        scene.printed[m.start()].isupper() or scene.preceded("determiner") or not re.search(r"[^\W\d_] $", scene.before())
    ):
        return None
    return fixed(row.value, type_=TimeType.SET)


RULES = (every_weekday, every_unit, per_unit, one_in_two, weekends, set_word)
