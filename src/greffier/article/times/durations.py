"""Lengths of time: «trois ans», «une demi-heure», «ces derniers jours»; ages are none.

In: a match and its scene. Out: readings. Not: lengths that lead to a point in time («il y a trois ans»).
"""

from __future__ import annotations

import re

from greffier.article.times.ages import is_age
from greffier.article.times.grammar import REFUSED, Match, Scene, Verdict, rule
from greffier.article.times.readings import fixed
from greffier.article.times.relatives import COUNT, duration_value, modifier_of
from greffier.records import TimeType

__all__ = ["RULES"]


# «trois ans», «environ dix minutes», «les deux derniers mois», «une dizaine d'années», «deux ans et demi», «2 ou 3 jours»
@rule(
    "duration",
    "les ces ses leurs la des @modifier @number quelques plusieurs une",
    rf"""
    (?:(?:les|ces|ses)~)? (?:(?P<modifier>@modifier)~?)? (?:@number~(?:à|ou)~)? {COUNT}[ ]?
    (?:(?P<rank>dernières?|derniers|prochaine?s|premi[eè]re?s|longues?|longs|bonnes?|petites?|grosses?|autres)~)?
    (?P<unit>@unit)(?P<half>~et~demie?)?(?:~et~(?P<more>@number)~(?P<moreunit>@unit)|~(?P<seconds>[0-5]\d)(?![\d.,]))?(?:~(?:durant|consécuti(?:fs|ves)|d'affilée))?
    """,
)
def duration(m: Match, scene: Scene) -> Verdict:
    unit, count = scene.words.units[m["unit"]], scene.words.number(m["count"])
    # «la guerre de Cent Ans»: a capital makes a name of it.
    unit_printed = scene.printed[m.start("unit") : m.end("unit")]
    if unit_printed[0].isupper() and not unit_printed.isupper():
        return REFUSED
    if m["count"].strip() in {"un", "une"} and not _one_is_a_length(m, unit, scene):
        return None
    if unit == "Y" and m["unit"] in {"an", "ans"} and count is not None and not m["rank"] and is_age(m, scene):
        return REFUSED
    if unit == "NI" and re.match(r" d'hôtel\b", scene.after()):
        return None
    if re.match(r" (?:plus )?(?:tardive?|avancée?)s?\b", scene.after()):
        return None
    value = duration_value((count or 0) + 0.5 if m["half"] and count is not None else count, unit)
    if m["half"] and unit == "Y" and count is not None:
        value = duration_value(12 * count + 6, "M")
    if m["half"] and unit == "H" and count is not None:
        value = f"PT{count:g}H30M"
    if m["more"] and (more := scene.words.number(m["more"])) is not None:
        tail = duration_value(more, scene.words.units[m["moreunit"]]).removeprefix("P")
        value += tail.removeprefix("T") if "T" in value else tail
    if m["seconds"]:
        if unit not in {"H", "MIN"}:
            return None
        value += f"{int(m['seconds'])}{'M' if unit == 'H' else 'S'}"
    return fixed(value, modifier_of(m, scene), TimeType.DURATION)


def _one_is_a_length(m: Match, unit: str, scene: Scene) -> bool:
    """«un jour» is someday, «une journée» an occasion, unless something before it measures."""
    if m["modifier"] or m["half"] or m["more"] or m["rank"]:
        return True
    if unit in {"D", "NI", "WE", "S"} or m["unit"] == "année":
        return bool(re.search(r"\b(?:pendant|durant|en|sur|dans|pour|après|depuis|à|que|d'|moins|bout d'|faut)[ ]?$", scene.before()))
    return True


# «les dernières 24 heures», «ces derniers dix jours»
@rule(
    "last_units",
    "les ces dernières derniers prochaines prochains premières premiers",
    rf"(?:(?:les|ces)~)?(?:dernières|derniers|prochaines|prochains|premières|premiers)~{COUNT}~(?P<unit>@unit)",
)
def last_units(m: Match, scene: Scene) -> Verdict:
    return fixed(duration_value(scene.words.number(m["count"]), scene.words.units[m["unit"]]), type_=TimeType.DURATION)


# «ces derniers jours», «les prochaines heures», «ces jours-ci», «ces dernières années»
@rule(
    "recent_units",
    "les ces des dans au",
    r"(?:les|ces|des)~(?:toutes~)?(?:(?P<rank>dernières?|derniers|prochaine?s|premi[eè]re?s|quelques~dernières|quelques~derniers)~)(?P<unit>@unit)",
)
def recent_units(m: Match, scene: Scene) -> Verdict:
    return fixed(duration_value(None, scene.words.units[m["unit"]]), type_=TimeType.DURATION)


# «depuis de nombreuses années», «pendant de longs mois», «des dizaines d'années»
@rule(
    "many_units",
    "de des",
    r"(?:de~(?:très~)?(?:nombreu(?:x|ses)|longs|longues)~|des~(?:dizaines|centaines|milliers|millions)~(?:de~|d'))(?P<unit>@unit)",
)
def many_units(m: Match, scene: Scene) -> Verdict:
    return fixed(duration_value(None, scene.words.units[m["unit"]]), type_=TimeType.DURATION)


# «depuis des années», «pendant des mois»
@rule("units_without_number", "des", r"des~(?P<unit>années|mois|semaines|jours|heures|décennies|siècles|minutes)")
def units_without_number(m: Match, scene: Scene) -> Verdict:
    if not re.search(r"\b(?:depuis|pendant|durant|il y a|après|voilà|voici|dure|prendre|prendra) $", scene.before()):
        return None
    return fixed(duration_value(None, scene.words.units[m["unit"]]), type_=TimeType.DURATION)


# «une demi-heure», «un quart d'heure», «trois quarts d'heure», «un demi-siècle», «une demi-journée», «une demi-douzaine d'années»
@rule(
    "fraction",
    "un une trois la le l demi",
    r"(?P<what>un~quart~de~siècle|trois(?:~|-)quarts~de~siècle|un~quart~d'heure|trois~quarts~d'heure|(?:une~|la~|l')?demi-heure|(?:un~|le~)?demi-siècle|(?:une~|la~)?demi-journée|une~demi-douzaine~d'années)",
)
def fraction(m: Match, scene: Scene) -> Verdict:
    del scene
    if "quart" in m["what"] and "siècle" in m["what"]:
        return fixed("P25Y" if m["what"].startswith("un") else "P75Y", type_=TimeType.DURATION)
    values = (
        ("trois", "PT45M"),
        ("quart", "PT15M"),
        ("demi-heure", "PT30M"),
        ("siècle", "P50Y"),
        ("journée", "PT12H"),
        ("douzaine", "P6Y"),
    )
    return fixed(next(value for word, value in values if word in m["what"]), type_=TimeType.DURATION)


# «depuis longtemps», «pendant longtemps», «de longue date»
@rule("long", "longtemps longue très bien trop plus", r"(?:(?:très|bien|trop|plus|si|aussi)~)?longtemps|longue~date")
def long(m: Match, scene: Scene) -> Verdict:
    if "date" in m.group() and not re.search(r"\bde $", scene.before()):
        return None
    return fixed("PXX", type_=TimeType.DURATION)


# «24 heures sur 24», «7 jours sur 7»
@rule("around_the_clock", "0", r"(?:24~?h(?:eures)?(?:~sur~|/)24(?:~?h(?:eures)?)?|7~?j(?:ours)?(?:~sur~|/)7)")
def around_the_clock(m: Match, scene: Scene) -> Verdict:
    del m, scene
    return fixed("P1D", type_=TimeType.SET)


RULES = (last_units, many_units, duration, recent_units, units_without_number, fraction, long, around_the_clock)
