"""Days with a name: «Noël», «le lundi de Pâques», «la Toussaint».

In: a match and its scene. Out: readings. Not: seasons of trade and politics («la rentrée», «le premier tour»): they have no one day.
"""

from __future__ import annotations

import re
from datetime import timedelta

from greffier.article.times.days import easter
from greffier.article.times.grammar import Match, Scene, Verdict, rule
from greffier.article.times.readings import fixed, from_easter, month_day
from greffier.article.times.tails import lean_of

__all__ = ["RULES"]


# «à Noël», «Noël dernier», «la Toussaint», «le jour de l'An 2004»
@rule("holiday", "@holiday", r"(?P<name>@holiday)(?:~(?P<year>@year)|~(?P<relative>dernier|dernière|prochain|prochaine))?")
def holiday(m: Match, scene: Scene) -> Verdict:
    if re.match(r" (?:chinois|lunaire|berbère|juif|vietnamien|orthodoxe|russe|iranien|kurde|perse)", scene.after()):
        return None
    row = next(row for row in scene.words.tables.holidays if m["name"] in row.forms)
    if re.search(rf"\b(?:{scene.words.patterns['feastthing']}|{scene.words.patterns['church']}) de $", scene.before(40)):
        return None
    if row.bare and not _stands_for_the_day(m, scene):
        return None
    lean, pull = lean_of(m["relative"], scene)
    reading = from_easter(row.easter, lean, pull) if row.easter is not None else None
    if row.month_day:
        month, day = row.month_day.split("-")
        reading = month_day(int(month), int(day), lean, pull)
    if reading is None or not m["year"]:
        return reading
    year = int(m["year"])
    return fixed(f"{year}-{row.month_day}" if row.month_day else (easter(year) + timedelta(row.easter or 0)).isoformat())


def _stands_for_the_day(m: Match, scene: Scene) -> bool:
    """«à Noël», «avant Pâques», «Noël 2004»; «marché de Noël», «Noël Mamère» and «l'île de Pâques» are no days."""
    named = re.match(r" [^\W\d_]", scene.printed[m.end() :]) and scene.printed[m.end() + 1].isupper()
    if named or not scene.printed[m.start()].isupper():
        return False
    return bool(m["relative"] or m["year"] or scene.preceded("before_feast"))


RULES = (holiday,)
