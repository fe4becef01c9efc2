"""Which person a name means: full names open a person, surnames join the only one that fits.

In: `View`, `Found`s, `Things`. Out: `name_parts`, `link_full`, `link_surname`, `surnames`. Not: roles and pronouns.
"""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.article.mentions.passages import Found, View
from greffier.article.mentions.things import Thing, Things
from greffier.lang.lexicon import Sense
from greffier.records import EntityKind
from greffier.text.person_names import agree
from greffier.text.phrases import flatten

__all__ = ["fits_surname", "is_full", "link_full", "link_surname", "name_parts", "surname_of"]


@lru_cache(maxsize=4096)  # every surname is compared with every person of its article
def name_parts(name: str, particles: frozenset[str]) -> tuple[str, ...]:
    """The words of a name, flattened, without particles and articles («Bachar el-Assad»: bachar, assad)."""
    words = flatten(name).replace("'", " ").replace(".", " ").split()
    kept = tuple(word for word in words if word not in particles)
    return kept or tuple(words)


def is_full(view: View, found: Found) -> bool:
    """Tell whether a person's name has a first name or another word beside the surname."""
    if any(entry.sense is Sense.NAME and entry.identity for entry in found.entries):
        return True
    first = found.inner
    gaps = [view.print_gap(word) for word in range(first, found.last)]
    parts = name_parts(view.quote(first, found.last), view.tables.words.get("particle", frozenset()))
    if len(parts) < 2 or view.flat(first) in ("le", "la", "les", "de", "du", "des"):
        return False
    return any(gap != "-" for gap in gaps)


def surname_of(view: View, found: Found) -> tuple[str, ...]:
    """The parts of a name that stands alone as a surname."""
    return name_parts(view.quote(found.inner, found.last), view.tables.words.get("particle", frozenset()))


def link_full(view: View, found: Found, things: Things) -> tuple[Thing, str]:
    """The person of a full name: the same identity, the same words, or a name that has all words of the shorter with the same surname."""
    form = view.quote(found.inner, found.last)
    entry = next((e for e in found.entries if e.identity and e.kind is EntityKind.PERSON), None)
    parts = surname_of(view, found)
    if entry is not None:
        thing = things.of_identity(str(entry.identity))
        if thing is None:
            same = [p for p in things.persons() if p.identity is None and _same(view, p, parts)]
            if len(same) == 1:
                thing = same[0]
                thing.identity, thing.entry = entry.identity, entry
                thing.gender = thing.gender or entry.gender
                thing.country = thing.country or entry.country
            else:
                thing = things.known(entry)
        return thing, "same_identity"
    fitting = [p for p in things.persons() if _same(view, p, parts)]
    if len(fitting) == 1:
        return fitting[0], "full_name"
    if not fitting:
        sounding = [p for p in things.persons() if any(" " in other and agree(other, form) for other in p.forms)]
        if len(sounding) == 1:
            return sounding[0], "romanised_name"
    thing = things.add(Thing(kind=EntityKind.PERSON, forms=[form]))
    return thing, "full_name"


def _same(view: View, person: Thing, parts: tuple[str, ...]) -> bool:
    particles = view.tables.words.get("particle", frozenset())
    for form in person.forms:
        have = name_parts(form, particles)
        if have == parts:
            return True
        short, long = sorted((have, parts), key=len)
        if len(short) >= 2 and short[-1] == long[-1] and set(short) <= set(long):
            return True
    return False


def fits_surname(view: View, person: Thing, parts: tuple[str, ...]) -> bool:
    """Tell whether a surname may mean a person: it ends one of the names, or it is all of the name but the first."""
    particles = view.tables.words.get("particle", frozenset())
    if len(parts) == 1 and any(name_parts(form, particles)[0] == parts[0] and _family_first(person, form) for form in person.forms):
        return True
    return any(len(have := name_parts(form, particles)) >= len(parts) and have[-len(parts) :] == parts for form in person.forms)


# «Kim Jong-un»
_SYLLABLES = re.compile(r"\w+ \w+-[a-zà-ÿ]\w*")

# Where the family name goes first: China, Taiwan, the Koreas, Vietnam, Cambodia.
_FAMILY_FIRST = frozenset(("CN", "TW", "KR", "KP", "VN", "KH"))


def _family_first(person: Thing, form: str) -> bool:
    # «M. Xi» is Xi Jinping; «Kim Jong-un» shows it by its second part
    return " " in form and (person.country in _FAMILY_FIRST or _SYLLABLES.fullmatch(form) is not None)


def link_surname(view: View, found: Found, things: Things) -> tuple[Thing | None, str]:
    """The person of a surname; null where two fit."""
    parts = surname_of(view, found)
    fitting = [p for p in things.persons() if fits_surname(view, p, parts) and not (p.gender and found.gender and p.gender != found.gender)]
    if len(fitting) == 1:
        return fitting[0], "surname"
    # «Guy» is Guy Hosneld; «M. Tedros» is Tedros Adhanom Ghebreyesus, but «M. Laurent» is not Laurent Fabius.
    bare = found.inner == found.first or view.quote(found.inner, found.last) not in view.tables.first_names
    if not fitting and len(parts) == 1 and bare:
        particles = view.tables.words.get("particle", frozenset())
        called = [
            p for p in things.persons() if any(len(have := name_parts(form, particles)) > 1 and have[0] == parts[0] for form in p.forms)
        ]
        if len(called) == 1:
            return called[0], "first_name"
        fitting = called
    if len(fitting) > 1:
        return None, "surname_of_two"
    form = view.quote(found.inner, found.last)
    return things.add(Thing(kind=EntityKind.PERSON, forms=[form], gender=found.gender)), "surname_alone"
