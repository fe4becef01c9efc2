"""Clock times and parts of the day that stand alone: «à 20 h 30», «vers minuit», «en fin d'après-midi».

In: a match and its scene. Out: readings, of the last day that the story told. Not: parts of a day printed behind it («mardi soir»).
"""

from __future__ import annotations

import re
from datetime import date

from greffier.article.times.grammar import REFUSED, Match, Scene, Verdict, rule
from greffier.article.times.readings import Base, Reading, fixed, on_day, shifted
from greffier.article.times.relatives import duration_value
from greffier.article.times.tails import mod_of
from greffier.records import TimeModifier, TimeType

__all__ = ["RULES", "at_clock"]

# Where no word stands before it: punctuation, the beginning of a line («Samedi, 20 heures : loto»).
_OPEN = re.compile(r"(?:[,(:;—–-][ ]?|[»\"][ ]|\n|^)$")
# «pour 20 h 30»: minutes make a point of it again.
_LOOSE = re.compile(r"\b(?:pour|sur|de|des|les) $")


def at_clock(hour: int, minute: int) -> Reading:
    """Make the reading of a clock time; 24 h is the end of the day."""
    return on_day(shifted("D", 0, Base.NARRATIVE), f"{hour:02d}:{minute:02d}")


# «à 20 h 30», «vers 8 heures du matin», «20:15», «15h GMT»; «en 2 h 30» is a length
@rule(
    "clock",
    "0",
    r"""
    (?P<hour>[01]?\d|2[0-4])(?P<mark>[ ]?h(?:eures?)?|:(?=[0-5]\d))(?:[ ]?(?P<minute>[0-5]\d)(?!\d))?
    (?:~(?:du~|de~l')?(?P<part>matin|soir|après-midi))?(?:~(?:gmt|tu|locales?|heures?~locales?|heure~de~paris|précises|pile))?
    """,
)
def clock(m: Match, scene: Scene) -> Verdict:
    before, after = scene.before(), scene.after()
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if ":" in m["mark"] and not re.search(r"(?:\b(?:à|vers|dès|de|et|entre)[ ]|^|[(,-][ ]?)$", before):
        return None
    opens = (before.endswith("de ") and re.match(r" ?à ", after)) or before.endswith(("à partir de ", "à compter de "))
    of_length = re.match(r" (?:de|d'|par|sur|consécutives|supplémentaires|durant|plus tard|après|avant)\b", after) and not m["part"]
    spelled = "heure" in m["mark"]
    # «pour 20 h», «le train de 18 h», «vers les 17 h» are points, «des trajets de 3 h», «pour 2 h» lengths: nobody travels for seven hours.
    loose = _LOOSE.search(before) and (m["minute"] or (hour >= 7 and not spelled) or scene.preceded("clock_noun"))
    lasts = scene.preceded("length") and not opens and not loose
    if of_length and hour < 7 and before.endswith("à ") and not m["minute"]:
        return None
    if lasts or (of_length and not re.search(r"\b(?:à|vers|dès) $", before)):
        return None if spelled and not m["minute"] else fixed(_hours(hour, minute), type_=TimeType.DURATION)
    if spelled and not m["part"] and not m["minute"] and not scene.preceded("clock") and not _OPEN.search(before):
        return None
    if m["part"] in {"soir", "après-midi"} and hour < 12:
        hour += 12
    approximate = re.search(r"\b(?:vers|vers les|environ|environs de|alentours de|autour de|sur les|sur le coup de) $", before)
    reading = at_clock(hour, minute)
    return Reading(reading.type, reading.template, reading.base, reading.at, TimeModifier.APPROX) if approximate else reading


def _hours(hour: int, minute: int) -> str:
    return f"PT{hour}H{minute}M" if minute else duration_value(hour, "H")


# «à huit heures», «vers vingt heures trente», «à dix heures et demie»
@rule(
    "clock_words",
    "@numberword",
    r"(?P<hour>@numberword)~heures?(?:~(?P<minute>@numberword)|~et~(?P<half>demie|quart))?(?:~du~(?P<part>matin|soir))?(?!~(?:plus|après|avant|par))",
)
def clock_words(m: Match, scene: Scene) -> Verdict:
    hour = scene.words.numbers[m["hour"]]
    if hour > 24 or not (m["part"] or re.search(r"\b(?:à|vers|dès|jusqu'à|à partir de|à compter de) $", scene.before())):
        return None
    # «à deux heures de Paris» is a way.
    if hour < 7 and not m["part"] and re.match(r" d(?:e|u) | d'", scene.after()):
        return None
    minute = scene.words.numbers[m["minute"]] if m["minute"] else {"demie": 30, "quart": 15}.get(m["half"] or "", 0)
    if m["part"] == "soir" and hour < 12:
        hour += 12
    return at_clock(hour, minute) if minute < 60 else None


# «à midi», «vers minuit», «entre midi et 14 h», «minuit et demi»; «le Midi» is a region
@rule("noon", "midi minuit", r"(?P<hour>midi|minuit)(?:~et~(?P<half>demie?))?")
def noon(m: Match, scene: Scene) -> Verdict:
    if not scene.printed[m.start()].islower() or not re.search(
        r"\b(?:à|vers|dès|jusqu'à|avant|après|entre|et|de|ce|pour) $", scene.before()
    ):
        return None
    hour = 12 if m["hour"] == "midi" else 24
    return at_clock(0 if hour == 24 and m["half"] else hour, 30 if m["half"] else 0)


# «dans la soirée», «en fin d'après-midi», «au petit matin», «le soir», «tôt le matin», «à l'aube»; «une soirée dansante» is none
@rule(
    "part_of_day",
    "début fin milieu mi la le l petit toute tout @daypart",
    r"""
    (?:(?:la~|le~)?(?P<edge>début|fin|milieu|mi)(?:~de~(?:la~|l')?|~du~|~d'|-))?
    (?P<det>(?:(?P<all>toute?~)?(?:la~|l'|le~)(?P<same>même~)?|petit~))?(?P<part>@daypart)(?:[ -](?P<self>même))?
    """,
)
def part_of_day(m: Match, scene: Scene) -> Verdict:
    code = scene.words.dayparts[m["part"]]
    if m["part"] == "midi" or not scene.printed[m.start("part")].islower():
        return None
    if not _stands_alone(m, scene):
        return None
    mod = mod_of(m["edge"])
    if m["edge"] == "mi" and code == "DT":
        code, mod = "MI", None

    def at(day: date) -> str:
        return f"{day.isoformat()}T{code}"

    return Reading(TimeType.TIME, f"XXXX-XX-XXT{code}", Base.NARRATIVE, at, mod)


def _stands_alone(m: Match, scene: Scene) -> bool:
    before = scene.before()
    if scene.followed("occasion"):
        return False
    if m["edge"] or m["all"] or m["same"] or m["self"]:
        return True
    if re.search(r"\b(?:dans|en|pendant|durant|au cours de|tôt|tard|cours de) $", before):
        return m["det"] is not None or re.search(r"\ben $", before) is not None
    if re.search(r"\b(?:à|dès|jusqu'à|au|du) $", before):
        return m["part"] in {"aube", "aurore", "mi-journée", "matin", "soir"} and (m["det"] is not None or m["part"] in {"matin", "soir"})
    return (
        m["det"] in {"le ", "l'"}
        and m["part"] in {"matin", "soir", "après-midi"}
        and not re.match(r" (?:de|du|des|d'|où)\b", scene.after())
    )


# «les 24 Heures du Mans», «les 35 heures», «le 20 heures de TF1»: names, laws, programmes
@rule(
    "named_hours",
    "les le du au 0",
    r"""
    (?:les~35~?h(?:eures)?|(?:le|du|au)~(?:13|20)~?h(?:eures)?(?=~de~|[ ]?[.,])
    |(?:les~)?24~?h(?:eures)?~du~mans|(?:les~)?12~?h(?:eures)?~de~sebring)
    """,
)
def named_hours(m: Match, scene: Scene) -> Verdict:
    del m, scene
    return REFUSED


RULES = (clock, clock_words, noon, part_of_day, named_hours)
