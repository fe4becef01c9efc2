"""Months, seasons, quarters, years, decades, centuries, and their beginnings and ends.

In: a match and its scene. Out: readings. Not: days; nor periods told by how far away they are.
"""

from __future__ import annotations

import re
from itertools import pairwise

from greffier.article.times.days import Lean, Pull
from greffier.article.times.grammar import REFUSED, Match, Scene, Verdict, rule
from greffier.article.times.readings import Reading, decade_of, fixed, month_of, quarter_of, season_of, shifted
from greffier.article.times.tails import lean_of, mod_of, year_number

__all__ = ["RULES"]

# «de l'an dernier», «de l'année prochaine», «de cette année»: the year behind a month
_OF_YEAR = r"(?:~(?:de~l'(?:an|année)~(?P<ofyear>derni(?:er|ère)|passée?|prochaine?|précédente?)|(?P<thisyear>de~cette~année)))"


# «juin 2014», «mai 68», «le mois de mai 2003», «mars de l'an dernier»
@rule(
    "month_year",
    "le ce mois @month",
    rf"""
    (?:(?:(?:le|ce)~)?mois~(?:de~|d'))?(?P<month>@month)
    (?:~(?:de~)?(?P<year>@year|'\d\d|[4-9]\d(?![\d,]|[ ]?[h%€]|~@counted\b))|{_OF_YEAR})
    """,
)
def month_year(m: Match, scene: Scene) -> Verdict:
    month = scene.words.months[m["month"]]
    if m["year"]:
        return fixed(f"{year_number(m['year'])}-{month:02d}")
    return month_of(month, Lean.NONE, years=_years_away(m))


def _years_away(m: Match) -> int:
    word = m["ofyear"]
    return 0 if not word else 1 if word.startswith("proch") else -1


# «mars dernier», «juin prochain»
@rule("month_relative", "le mois @month", r"(?:(?:le~)?mois~(?:de~|d'))?(?P<month>@month)~(?P<relative>dernier|prochain|passé)")
def month_relative(m: Match, scene: Scene) -> Verdict:
    return month_of(scene.words.months[m["month"]], *lean_of(m["relative"], scene))


# «en octobre», «depuis mai», «le mois de juin», «mars, avril et mai»; «la planète Mars» is none
@rule("month", "le ce mois @month", r"(?:(?P<noun>(?:(?:le|ce)~)?mois~(?:de~|d'))|)(?P<month>@month)")
def month(m: Match, scene: Scene) -> Verdict:
    if not m["noun"] and not _is_month(m, scene):
        return None
    return month_of(scene.words.months[m["month"]], *scene.lean())


def _is_month(m: Match, scene: Scene) -> bool:
    printed, before = scene.printed[m.start("month") : m.end("month")], scene.before()
    # «Jean-Marc Avril», «Mars»: a capital makes a name of it unless all letters are capitals.
    if printed[0].isupper() and not printed.isupper():
        return False
    if re.search(r"\b(?:à|le|ce|que|sur) $", before) and printed.isupper():
        return False
    # A word before it makes it a month, or another month: «en mai», «mars, avril et mai».
    return scene.preceded("before_month") or bool(re.search(rf"{scene.words.patterns['month']}, $|\($", before))


# «début août», «fin juillet 2014», «mi-septembre», «la fin du mois de mai», «courant mars», «à la fin mars dernier»
@rule(
    "part_of_month",
    "la le tout toute mi courant @part",
    rf"""
    (?:(?:la|le)~(?!mi\b))?(?:toute?~)?(?P<edge>début|fin|milieu|mi|courant)(?:~de~|~d'|~du~|-|~)(?:mois~(?:de~|d'))?(?P<month>@month)
    (?:~(?:de~)?(?P<year>@year)|~(?P<relative>dernier|prochain)|{_OF_YEAR})?
    """,
)
def part_of_month(m: Match, scene: Scene) -> Verdict:
    mod, number = mod_of(m["edge"]), scene.words.months[m["month"]]
    if m["year"]:
        return fixed(f"{m['year']}-{number:02d}", mod)
    if m["ofyear"] or m["thisyear"]:
        return month_of(number, Lean.NONE, mod=mod, years=_years_away(m))
    return month_of(number, *lean_of(m["relative"], scene), mod)


# «fin 2015», «mi-2013», «début de l'année 2004», «courant 2010», «la fin 2016»
@rule(
    "part_of_year",
    "la le tout toute mi courant @part",
    r"(?:(?:la|le)~(?!mi\b))?(?:toute?~)?(?P<edge>début|fin|milieu|mi|courant)(?:~de~(?:l'an(?:née)?~)?|-|~)(?P<year>@year)(?!~@counted\b)",
)
def part_of_year(m: Match, scene: Scene) -> Verdict:
    del scene
    return fixed(m["year"], mod_of(m["edge"]))


# «les années 80», «la fin des années 1990», «le début des années 2000»
@rule(
    "decade",
    "la le les années @part",
    r"""
    (?:(?:(?:la|le)~)?(?:toute?~)?(?P<edge>début|fin|milieu)~des~|les~)?années~
    (?:(?P<digits>(?:1[0-9]|20)?[0-9]0)(?!\d)|(?P<tens>trente|quarante|cinquante|soixante-dix|soixante|quatre-vingt-dix|quatre-vingts?))
    """,
)
def decade(m: Match, scene: Scene) -> Verdict:
    digits, mod = m["digits"] or str(scene.words.number(m["tens"].removesuffix("s")) or scene.words.number(m["tens"])), mod_of(m["edge"])
    if not m.group().startswith(("les", "l")) and not m["edge"] and not re.search(r"\b(?:des|aux|d'|ces) ?$", scene.before()):
        return None
    if len(digits) == 4:
        return fixed(digits[:3], mod)
    told = decade_of(int(digits))
    return Reading(told.type, told.template, told.base, told.at, mod)


# «les années 60 et 70»: the second one
@rule("next_decade", "0", r"(?P<digits>(?:19)?[1-9]0)(?![ ]?[%€])")
def next_decade(m: Match, scene: Scene) -> Verdict:
    if not re.search(r"\bannées (?:19)?[1-9]0(?:,| et| ou| à) $", scene.before()):
        return None
    return fixed(m["digits"][:3]) if len(m["digits"]) == 4 else decade_of(int(m["digits"]))


_ROMAN = {"i": 1, "v": 5, "x": 10}
# Ordinals of centuries in words: «le quinzième siècle»
_WORDS = {"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7}
_WORDS |= {"huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14}
_WORDS |= {"quinzième": 15, "seizième": 16, "dix-septième": 17, "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20}
_CENTURIES = [tens + ones for tens in ("", "x", "xx") for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")][1:22]


# «le XIXe siècle», «la fin du XXe siècle», «19e siècle»
@rule(
    "century",
    f"la le début fin milieu 0 dix vingt {' '.join(_WORDS)} "
    + " ".join(r + end for r in _CENTURIES for end in ("", "e", "er", "è", "ème", "ième")),
    rf"""
    (?:(?:(?:la|le)~)?(?P<edge>début|fin|milieu)~du~|le~)?
    (?:(?P<number>[ivx]+|\d\d?)[ ]?(?:er|e|è|ème|ième)|(?P<word>{"|".join(_WORDS)}|vingt~et~unième))~siècle(?!~av)
    """,
)
def century(m: Match, scene: Scene) -> Verdict:
    if m["word"]:
        # «le premier siècle» of something is not the first of our era.
        number = 0 if m["word"] in {"premier", "deuxième", "second"} else _WORDS.get(m["word"], 21)
    else:
        number = int(m["number"]) if m["number"].isdigit() else _roman(m["number"])
    if re.match(r" avant (?:j|notre)", scene.after()):
        return None
    return fixed(f"{number - 1:02d}", mod_of(m["edge"])) if 0 < number <= 30 else None


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters] + [0]
    return sum(-value if value < after else value for value, after in pairwise(values))


# «au premier trimestre 2016», «le second semestre», «le dernier trimestre de l'année 2002»
@rule(
    "quarter",
    "le @ordinal dernier",
    r"(?:le~)?(?P<rank>@ordinal|dernier)~(?P<unit>trimestre|semestre)(?:~(?:de~(?:l'(?:année|exercice)~)?)?(?P<year>@year)|(?P<sameyear>~de~(?:l'|cette~)année))?",
)
def quarter(m: Match, scene: Scene) -> Verdict:
    kind = "Q" if m["unit"] == "trimestre" else "H"
    rank = scene.words.ordinals.get(m["rank"]) or (4 if kind == "Q" else 2)
    if rank > (4 if kind == "Q" else 2):
        return None
    if m["year"]:
        return fixed(f"{m['year']}-{kind}{rank}")
    if m["rank"] == "dernier" and not m["sameyear"]:
        return shifted("Q" if kind == "Q" else "HY", -1)
    return quarter_of(kind, rank, Lean.NONE if m["sameyear"] else scene.lean()[0])


# «l'été 2015», «cet hiver», «au printemps», «l'automne dernier», «la fin de l'été»; «a été», «jeux d'été» are none
@rule(
    "season",
    "la le l ce cet début fin milieu mi @season",
    rf"""
    (?:(?:(?:la|le)~)?(?P<edge>début|fin|milieu|mi)(?:~de~|~du~|~d'|-))?(?P<det>l'|le~|cet~|ce~)?(?P<season>@season)
    (?:~(?:de~)?(?P<year>@year(?:[-/]\d\d(?:\d\d)?)?)|~(?P<relative>dernier|prochain|passé|suivant|précédent)|{_OF_YEAR})?
    """,
)
def season(m: Match, scene: Scene) -> Verdict:
    row = next(row for row in scene.words.tables.seasons if m["season"] in row.forms)
    before = scene.before()
    told = m["year"] or m["relative"] or m["ofyear"] or m["thisyear"]
    if not (m["det"] or m["edge"] or told) and not re.search(r"\b(?:au|en|du|dès|cet|depuis) $", before):
        return None
    if re.search(r"\b(?:a|ont|avait|avaient|aurait|auraient|ayant|pas|jamais|déjà|ai|as|avons|avez) $", before) and not m["det"]:
        return None
    mod = mod_of(m["edge"])
    if m["year"]:
        return fixed(f"{m['year'][:4]}-{row.code}", mod)
    if m["ofyear"] or m["thisyear"]:
        return season_of(row.code, row.first_month, Lean.NONE, mod=mod, years=_years_away(m))
    lean, pull = lean_of(m["relative"], scene)
    if m["det"] in {"cet ", "ce "}:
        pull = Pull.WEIGHED
    return season_of(row.code, row.first_month, lean, pull, mod)


# «en 2011», «l'année 2003», «depuis 1998», «l'an 2000», «(1998)», «le budget 2003 de la ville»; «2000 exemplaires» is none
@rule("year", "l le année an 0", r"(?:(?:l')?(?P<noun>an|année)~)?(?P<year>@year)")
def year(m: Match, scene: Scene) -> Verdict:
    if m["noun"] or _is_year(int(m["year"]), scene):
        return fixed(m["year"])
    return None


def _is_year(number: int, scene: Scene) -> bool:
    before, after = scene.before(), scene.after()
    if scene.followed("counted") or re.match(r"[ ]?[%€$°]", after) or re.search(r"(?:n°|\bno|\bn) ?$", before):
        return False
    if re.match(r" (?:avant|av\.) (?:j\.|notre)", after):
        return False
    ends = _ends_there(scene)
    if scene.preceded("before_year"):
        return ends or not re.match(r" [a-zà-ÿ]{3,}[sx]\b", after)
    # Elsewhere only years of living memory, with something after them that does not count («2.000», «1500 m»), or one in brackets.
    if not 1930 <= number <= 2049:
        # «l'église date de 1850.», «(1850)»
        told = before.endswith("(") and after.startswith(")")
        second = re.search(r"\b1[6-9]\d\d(?: et| ou|,| à) $", before) is not None
        return (
            told
            or second
            or (1600 <= number < 1930 and before.endswith(" de ") and re.match(r" ?[,.;:)]| (?:et|à) |$|\n", after) is not None)
        )
    if scene.preceded("before_count"):
        return False
    # «la version 2010 intègre», «les élections de 2008 opposant»; things that are counted stand in the plural.
    singular = re.match(r" [^\W\d_]{2,}(?<![sxz])(?![\w-])", after)
    return bool((ends or singular) and re.search(r"(?:[^\W\d]|[,(]|[^\W\d]'|\d{4},?)[ ]?$", before))


# «en 98», «depuis 92,»: two digits with nothing behind them
@rule("short_year", "0", r"(?P<year>'?[4-9]\d|'0\d)(?=[ ]?[,.;:)](?!\d)|~(?:et|à|puis)\b|$|\n)")
def short_year(m: Match, scene: Scene) -> Verdict:
    if not re.search(r"\b(?:en|depuis|fin|début|mi-|saison|dès)[ ]?$", scene.before()):
        return None
    return fixed(str(year_number(m["year"])))


def _ends_there(scene: Scene) -> bool:
    """Nothing that a number could count comes behind it: punctuation, a preposition, a verb."""
    after = scene.after()
    return scene.followed("after_year") or bool(re.match(r"$|\n|[ ]?[,.;:!?)»\"\]]|-| (?:\(|-|–|—|«)| [dlnsc]'", after))


# «jeux d'été», «université d'été», «heure d'hiver»: what a season lends its name to
@rule("named_after_season", "@seasonname", r"@seasonname~(?:d'|de~)@season")
def named_after_season(m: Match, scene: Scene) -> Verdict:
    del m, scene
    return REFUSED


RULES = (
    month_year,
    month_relative,
    month,
    part_of_month,
    part_of_year,
    decade,
    next_decade,
    century,
    quarter,
    season,
    year,
    short_year,
    named_after_season,
)
