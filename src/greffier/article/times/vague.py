"""References without a date: «récemment», «actuellement», «à l'avenir».

In: a match and its scene. Out: readings. Not: lengths without a number.
"""

from __future__ import annotations

import re

from greffier.article.times.grammar import Match, Scene, Verdict, rule
from greffier.article.times.readings import fixed

__all__ = ["RULES"]


# «actuellement», «il y a peu», «ces derniers temps», «prochainement»
@rule("reference", "@reference", r"(?P<words>@reference)")
def reference(m: Match, scene: Scene) -> Verdict:
    row = next(row for row in scene.words.tables.references if m["words"] in row.forms)
    if row.behind and not scene.before().endswith(tuple(f"{word} " for word in row.behind)):
        return None
    # «à l'époque de la guerre», «à l'époque romaine»: a time that something else tells.
    if "époque" in m["words"] and re.match(r" (?:de|du|des|où|[^\W\d_]+(?:aine|ale|ienne|ine|erne|ique))\b| d'", scene.after()):
        return None
    return fixed(row.value, type_=row.type)


RULES = (reference,)
