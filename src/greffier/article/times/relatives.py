"""Weeks, months, years and days told by how far away they are: «la semaine dernière», «il y a trois jours», «deux ans plus tard».

In: a match and its scene. Out: readings. Not: lengths of time, those are durations.
"""

from __future__ import annotations

import re
from datetime import date

from greffier.article.times.days import Lean
from greffier.article.times.grammar import Match, Scene, Verdict, rule
from greffier.article.times.readings import Base, Reading, fixed, month_of, shifted, vague, weekend_near
from greffier.article.times.tails import mod_of
from greffier.records import TimeModifier, TimeType

__all__ = ["COUNT", "RULES", "duration_value", "modifier_of"]

# «trois», «quelques», «une dizaine de»
COUNT = r"(?P<count>@number|quelques|plusieurs|(?:une~)?@collective~(?:de~|d'))"
_MODIFIER = r"(?:(?P<modifier>@modifier)~?)?"


def modifier_of(m: Match, scene: Scene) -> TimeModifier | None:
    """Read «environ», «plus de», and the roundness of «une dizaine»."""
    for row in scene.words.tables.modifiers:
        if m["modifier"] in row.forms:
            return row.mod
    return TimeModifier.APPROX if re.search("aine", m["count"]) else None


def duration_value(count: float | None, unit: str) -> str:
    """Write a length of time; an unknown number is X: «quelques jours» `PXD`."""
    scale, code = {"E": (10, "Y"), "C": (100, "Y"), "HY": (6, "M")}.get(unit, (1, unit))
    total = None if count is None else count * scale
    number = "X" if total is None else f"{int(total)}" if total == int(total) else f"{total:g}"
    if code in {"H", "MIN", "S"}:
        return f"PT{number}{code[0]}"
    return f"P{number}{code}"


def _shift_of(word: str, scene: Scene) -> tuple[int, Base]:
    row = next(row for row in scene.words.tables.relatives if word in row.forms)
    return row.shift, Base(row.base)


def _unit_reading(unit: str, count: int, base: Base, scene: Scene, mod: TimeModifier | None = None) -> Reading:
    if unit == "WE" and base is Base.PUBLISHED:
        return weekend_near(scene.lean()[0], count, mod)
    return shifted(unit, count, base, mod)


# «la semaine dernière», «l'an passé», «le mois prochain», «l'année suivante», «le week-end dernier», «l'année en cours»
@rule("unit_relative", "la le l cette ce cet @unit", r"(?:le~|la~|l'|cette~|ce~|cet~)?(?P<unit>@unit)(?:~|(?=-))(?P<relative>@relative)")
def unit_relative(m: Match, scene: Scene) -> Verdict:
    if m["unit"].endswith("s") and m["unit"] != "mois":
        return None
    if not re.match(r"(?:l[ea'] ?|cett?e? ?|cet )", m.group()) and not re.search(
        r"\b(?:du|au|de la|de l'|en|d'une|d'un|un|une) $", scene.before()
    ):
        return None
    unit = scene.words.units[m["unit"]]
    count, base = _shift_of(m["relative"], scene)
    if unit in {"H", "MIN", "S"} or m["unit"] == "journée":
        return None
    if unit == "D" and m["relative"] in {"dernier", "dernière", "passé", "passée", "actuel", "actuelle"}:
        return None
    return _unit_reading(unit, count, base, scene)


# «le dernier trimestre», «la prochaine décennie», «ce dernier week-end»; «la dernière minute», «la prochaine journée» are no times
@rule("relative_unit", "la le ce cette", r"(?:la|le|ce|cette)~(?P<relative>derni(?:er|ère)|prochaine?)~(?P<unit>@unit)")
def relative_unit(m: Match, scene: Scene) -> Verdict:
    unit = scene.words.units[m["unit"]]
    if unit in {"D", "H", "MIN", "S", "NI"}:
        return None
    count, base = _shift_of(m["relative"], scene)
    return _unit_reading(unit, count, base, scene)


# «cette semaine», «la même année», «ce mois-ci», «ce week-end», «cette année-là», «ce jour»
@rule(
    "this_unit",
    "ce cet cette la le",
    r"(?:(?:ce|cet|cette)~(?:nouvelle~|nouvel~|(?P<again>même~))?|(?P<same>(?:la|le)~même~))(?P<unit>@unit)(?P<there>-là|-ci|~là)?",
)
def this_unit(m: Match, scene: Scene) -> Verdict:
    unit = scene.words.units[m["unit"]]
    if (m["unit"].endswith("s") and m["unit"] != "mois") or unit in {"H", "MIN", "S", "NI"} or m["unit"] == "journée":
        return None
    base = Base.NARRATIVE if m["same"] or m["again"] or (m["there"] and "là" in m["there"]) else Base.PUBLISHED
    return _unit_reading(unit, 0, base, scene)


# «la fin de l'année», «début de semaine», «le milieu de la semaine prochaine», «fin d'année», «la fin du mois»
@rule(
    "part_of_unit",
    "la le ce tout toute @part",
    r"""
    (?:(?:la|le|ce|cette)~)?(?:toute?~)?(?P<edge>début|fin|milieu)~
    (?P<of>de~la~|de~l'|de~cette~|de~ce~|du~|de~|d')(?P<unit>@unit)(?:~(?P<relative>@relative))?
    """,
)
def part_of_unit(m: Match, scene: Scene) -> Verdict:
    unit = scene.words.units[m["unit"]]
    if (m["unit"].endswith("s") and m["unit"] != "mois") or unit in {"H", "MIN", "S", "NI"}:
        return None
    count, base = _shift_of(m["relative"], scene) if m["relative"] else (0, Base.PUBLISHED)
    mod = mod_of(m["edge"])
    if unit == "D":
        return None if m["relative"] else Reading(TimeType.TIME, "XXXX-XX-XXTDT", Base.NARRATIVE, lambda day: f"{day.isoformat()}TDT", mod)
    return _unit_reading(unit, count, base, scene, mod)


# «il y a trois jours», «il y a environ deux ans», «il y a quelques mois», «voici dix ans», «il y a un an et demi»
@rule(
    "ago",
    "il voici voilà",
    rf"(?:il~y~a|voici|voilà)~(?:déjà~|tout~juste~|exactement~|maintenant~)?{_MODIFIER}{COUNT}[ ]?(?P<unit>@unit)(?P<half>~et~demie?)?",
)
def ago(m: Match, scene: Scene) -> Verdict:
    unit, count = scene.words.units[m["unit"]], scene.words.number(m["count"])
    if m.group().startswith("voi") and re.match(r" qu['e]", scene.after()):
        return fixed(duration_value(count, unit), modifier_of(m, scene), TimeType.DURATION)
    if count is None:
        return vague(unit, -1)
    if m["half"] and unit == "Y":
        unit, count = "M", 12 * count + 6
    # A week ago is a day; more are weeks.
    if unit == "W" and count == 1:
        unit, count = "D", 7
    return _away(unit, -count, modifier_of(m, scene))


def _away(unit: str, count: float, mod: TimeModifier | None) -> Reading | None:
    if unit in {"E", "C"}:
        unit, count = "Y", count * (10 if unit == "E" else 100)
    if unit in {"WE", "HY", "Q", "NI"} or count != int(count):
        return None
    return shifted(unit, int(count), mod=mod)


# «dans dix jours», «d'ici deux ans», «d'ici à trois semaines», «dans quelques mois», «sous huit jours»
@rule("in_units", "dans d sous", rf"(?:dans|d'ici(?:~à)?|sous)~{_MODIFIER}{COUNT}[ ]?(?P<unit>@unit)(?P<half>~et~demie?)?")
def in_units(m: Match, scene: Scene) -> Verdict:
    unit, count = scene.words.units[m["unit"]], scene.words.number(m["count"])
    if count is None:
        return vague(unit, 1)
    if unit in {"H", "MIN", "S"}:
        return fixed(duration_value(count, unit), modifier_of(m, scene), TimeType.DURATION)
    if m["half"] and unit == "Y":
        unit, count = "M", 12 * count + 6
    return _away(unit, count, modifier_of(m, scene))


# «trois jours plus tard», «deux ans auparavant», «une semaine après»; «deux ans après la guerre» is a length before a thing
@rule(
    "later",
    "@modifier @number quelques plusieurs une",
    rf"{_MODIFIER}{COUNT}[ ]?(?P<unit>@unit)~(?P<side>plus~tard|après|plus~tôt|auparavant|avant)",
)
def later(m: Match, scene: Scene) -> Verdict:
    if m["side"] in {"après", "avant"} and re.match(
        r" (?:(?:que|le|la|les|un|une|son|sa|ses|leurs?|ce|cette|des?|du|notre|votre|mon|ma|avoir|être|[\d])\b|[ldqs]')", scene.after()
    ):
        return None
    unit, count = scene.words.units[m["unit"]], scene.words.number(m["count"])
    sign = 1 if m["side"].replace(" ", "") in {"plustard", "après"} else -1
    length = fixed(duration_value(count, unit), type_=TimeType.DURATION)
    if count is None:
        return fixed("FUTURE_REF" if scene.lean()[0] is Lean.FUTURE else "PAST_REF")
    if count != int(count) or unit in {"WE", "Q", "HY", "NI"}:
        return length
    step = int(count) * {"E": 10, "C": 100}.get(unit, 1) * sign
    away = shifted({"E": "Y", "C": "Y"}.get(unit, unit), step, Base.NARRATIVE)
    return Reading(away.type, away.template, Base.NARRATIVE, away.at, otherwise=length)


# «les mois à venir», «les années passées», «les semaines suivantes»
@rule(
    "units_relative",
    "les des aux ces",
    r"(?:les|ces)~(?P<unit>@unit)~(?P<relative>à~venir|qui~viennent|passée?s|écoulée?s|prochaine?s|dernière?s|derniers|suivante?s|précédente?s)",
)
def units_relative(m: Match, scene: Scene) -> Verdict:
    return fixed(duration_value(None, scene.words.units[m["unit"]]), type_=TimeType.DURATION)


# «toute l'année», «tout le week-end», «toute cette semaine»
@rule("whole_unit", "tout toute", r"toute?~(?:la~|le~|l'|cette~|ce~)(?P<unit>@unit)")
def whole_unit(m: Match, scene: Scene) -> Verdict:
    unit = scene.words.units[m["unit"]]
    return None if unit == "NI" else fixed(duration_value(1, unit), type_=TimeType.DURATION)


# «au cours de la semaine», «durant l'année», «le week-end»: the one we are in
@rule("unit_alone", "la le l", r"(?:la~|le~|l')(?P<unit>semaine|mois|année|week-end|weekend)")
def unit_alone(m: Match, scene: Scene) -> Verdict:
    unit = scene.words.units[m["unit"]]
    if re.match(r" (?:de|du|des|où|qui|suivant|commercial|sainte)\b| d'|-", scene.after()):
        return None
    if unit != "WE" and not re.search(r"\b(?:au cours de|dans le courant de|courant|durant|tout au long de|dans) $", scene.before()):
        return None
    return _unit_reading(unit, 0, Base.PUBLISHED, scene)


# «la saison dernière», «cette saison»: from summer to summer, as sport and theatre count
@rule(
    "season_of_play",
    "la cette",
    r"(?:la~saison~(?P<relative>dernière|passée|écoulée|prochaine|en~cours|actuelle|précédente|suivante)|cette~saison)",
)
def season_of_play(m: Match, scene: Scene) -> Verdict:
    count, base = _shift_of(m["relative"], scene) if m["relative"] else (0, Base.PUBLISHED)

    def at(day: date) -> str:
        year = day.year - (day.month < 7) + count
        return f"{year:04d}/{year + 1:04d}"

    return Reading(TimeType.DATE, "XXXX/XXXX", base, at)


# «la première semaine de mai», «la dernière quinzaine de juillet»
@rule(
    "week_of_month",
    "la",
    r"la~(?P<rank>première|seconde|deuxième|troisième|dernière)~(?:semaine|quinzaine|décade)~(?:de~|d'|du~mois~de~|du~mois~d')(?P<month>@month)(?:~(?P<year>@year))?",
)
def week_of_month(m: Match, scene: Scene) -> Verdict:
    mod = {"première": TimeModifier.START, "dernière": TimeModifier.END}.get(m["rank"], TimeModifier.MID)
    month = scene.words.months[m["month"]]
    if m["year"]:
        return fixed(f"{m['year']}-{month:02d}", mod)
    return month_of(month, *scene.lean(), mod)


RULES = (
    unit_relative,
    relative_unit,
    this_unit,
    part_of_unit,
    ago,
    in_units,
    later,
    units_relative,
    whole_unit,
    unit_alone,
    season_of_play,
    week_of_month,
)
