"""What the named actors of an article say about its day: an office has its years, a group exists since a day.

In: mentions with identities, the dictionary of names. Out: constraints. Not: offices nobody prints («M. Kerry» says nothing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from greffier.article.times.constraints import FIRST, LAST, Constraint
from greffier.article.times.days import last_of_month
from greffier.article.times.resolve import Stretch
from greffier.lang.names import NameTables, Office, Role
from greffier.records import Entity, EntityKind, Mention, MentionKind, Mentions
from greffier.text.phrases import flatten, words_of

__all__ = ["days_of_actors"]

# How much text around a name may hold its role: «le ministre des Affaires étrangères de la Fédération de Russie, Sergueï Lavrov».
_REACH = 90
# The press goes on with the title of who was overthrown, dismissed or killed; in our sample articles for a day. A month is safe.
_AFTERWARDS = timedelta(31)
# «l'ancien président X», «ex-ministre», «le futur chef de l'État»: the office is over or not begun.
_NOT_NOW = re.compile(r"(?:\b(?:ancien|ancienne|anciens|futur|future|defunt|feu|premier|alors|ex|vice|sous)[ ])$")


def days_of_actors(text: str, mentions: Mentions, names: NameTables) -> Iterator[Constraint]:
    """Give a constraint for every office printed with its holder's name, and for every group that has a first day."""
    entities = {one.id: one for one in mentions.entities if one.identity or one.kind is EntityKind.PERSON}
    folded = words_of(text).flat
    seen: set[tuple[str, ...]] = set()
    for mention in mentions.mentions:
        entity = entities.get(mention.entity or "")
        if entity is None or mention.kind is not MentionKind.NAME:
            continue
        for constraint in (_office(text, folded, mention, entity, names), _since(mention, entity, names)):
            if constraint and (key := (constraint.rule, constraint.reason)) not in seen:
                seen.add(key)
                yield constraint


def _office(text: str, folded: str, mention: Mention, entity: Entity, names: NameTables) -> Constraint | None:
    offices = names.offices(entity.identity) if entity.identity else _of_namesakes(mention, names)
    if not offices:
        return None
    printed = _printed_role(folded, mention, names)
    if printed is None:
        return None
    keys, between, start, end = printed
    # A surname that the dictionary has several times needs the country or the organisation beside its role; so does a role in short.
    held = [one for one in offices if one.role in keys and (bool(entity.identity) or bool(between)) and _fits(between, one, names)]
    held += [one for one in offices if f"{one.role}/short" in keys and one.organisation and between and _fits(between, one, names)]
    if not held:
        return None
    days = tuple(sorted({_days(office) for office in held}))
    reason = f"{entity.name} is {text[start:end]} {', '.join(f'{d.first} to {d.last}' for d in days)}"
    return Constraint("office", days, reason, (min(start, mention.start), max(end, mention.end)))


def _of_namesakes(mention: Mention, names: NameTables) -> tuple[Office, ...]:
    return tuple(office for identity in _by_surname(names).get(flatten(mention.quote), ()) for office in names.offices(identity))


@lru_cache(maxsize=4)
def _by_surname(names: NameTables) -> dict[str, tuple[str, ...]]:
    """Identities by every ending of their names: «Al-Baghdadi»."""
    known: dict[str, dict[str, None]] = {}
    for person in names.rows.persons:
        for form in (person.name, *person.aliases):
            words = flatten(form).split()
            for first in range(1, len(words)):
                known.setdefault(" ".join(words[first:]), {})[f"actor:{person.key}"] = None
    return {surname: tuple(identities) for surname, identities in known.items()}


def _printed_role(text: str, mention: Mention, names: NameTables) -> tuple[tuple[str, ...], str, int, int] | None:
    """Find the role right before the name, or behind it after a comma, with the words that say whose it is; the nearest counts."""
    behind, ahead, keys = _role_patterns(names.roles)
    before = text[max(0, mention.start - _REACH) : mention.start]
    shift = mention.start - len(before)
    found = [
        (shift + m.start(), shift + m.end(), m.group(), before[m.end() :])
        for m in behind.finditer(before)
        if _CLOSE.fullmatch(before, m.end()) and not _NOT_NOW.search(text[: shift + m.start()][-12:])
    ]
    if apposed := ahead.match(text, mention.end):
        of = _OF.match(text, apposed.end(1))
        found.append((apposed.start(1), apposed.end(1), apposed[1], of.group() if of else ""))
    if not found:
        return None
    # The nearest words count: «le président de la région, le ministre X».
    start, end, words, between = min(found, key=lambda one: (min(abs(mention.start - one[1]), abs(one[0] - mention.end)), one[0]))
    inner = ""
    if words not in keys:
        # «ministre | russe | de la Défense»
        first, inner, rest = words.split(" ", 2)
        words = f"{first} {rest}"
    beside = " ".join(word for word in re.findall(r"\w+", f"{inner} {between}") if word not in _LINKING)
    return keys[words], beside, start, end


# Between a role and a name: at most five words, no full stop: «ministre de la Défense | russe, | Sergueï Choïgou»
_CLOSE = re.compile(r"(?:,?[ ][\w'-]+){0,5}?(?:,?[ ]|[ ]\(|\)[ ])")
# Behind a role, what says whose it is: «président | de la région», «ministre | turc»
_OF = re.compile(r"(?:[ ][\w'-]+){0,5}")
_LINKING = frozenset(["de", "du", "des", "d", "la", "le", "l", "les", "m", "mme", "republique", "federation", "royaume", "etats"])


def _fits(beside: str, office: Office, names: NameTables) -> bool:
    """«le président de la région» is not the state's: what stands beside the role must name the office's own country or organisation."""
    words = set(beside.split())
    return not words or words <= _own_words(office, names)


def _own_words(office: Office, names: NameTables) -> set[str]:
    rows = names.rows
    forms: list[str] = []
    for state in rows.territories:
        if office.country and state.key == office.country:
            forms += (state.name, *state.aliases, *state.adjectives, *state.nouns)
    for group in rows.groups:
        if office.organisation and group.key == office.organisation:
            forms += (group.name, *group.aliases, *group.acronyms)
    for body in rows.organisations:
        if office.organisation and body.key == office.organisation:
            forms += (body.name, *body.aliases, *body.acronyms)
    return {word for form in forms for word in re.findall(r"\w+", flatten(form))}


@lru_cache(maxsize=4)
def _role_patterns(roles: tuple[Role, ...]) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Compile all words for all roles, longest first: as they stand before a name, behind one, and the roles they mean."""
    keys: dict[str, tuple[str, ...]] = {}
    for role in roles:
        for listed, key in (((*role.masculine, *role.feminine), role.key), (role.short, f"{role.key}/short")):
            for form in listed:
                words = flatten(form)
                keys[words] = (*keys.get(words, ()), key)
    spelled = [re.escape(form).replace("\\ ", "(?:[ ][\\w-]+)?[ ]", 1) for form in sorted(keys, key=lambda f: (-len(f), f))]
    forms = "|".join(spelled) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])"), re.compile(rf",[ ](?:le[ ]|la[ ]|l')?({forms})(?![\w-])"), keys


def _since(mention: Mention, entity: Entity, names: NameTables) -> Constraint | None:
    kind, _, key = (entity.identity or "").partition(":")
    if kind != "group":
        return None
    group = next((one for one in names.rows.groups if one.key == key), None)
    since = group.since if group else None
    for dated in group.dated if group else ():
        form, _, years = dated.partition("=")
        # A name that came late bounds from below; that it is out of use bounds nothing: «appelé autrefois».
        if form == mention.quote:
            since = max(since or "", years.split("/")[0])
    first = _first(since)
    if first is None or first <= FIRST:
        return None
    return Constraint("named_since", (Stretch(first, LAST),), f"«{mention.quote}» exists since {since}", (mention.start, mention.end))


def _days(office: Office) -> Stretch:
    until = _last(office.until)
    return Stretch(_first(office.since) or FIRST, min(until + _AFTERWARDS, LAST) if until else LAST)


def _first(words: str | None) -> date | None:
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", words or "")
    return date(int(m[1]), int(m[2] or 1), int(m[3] or 1)) if m else None


def _last(words: str | None) -> date | None:
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", words or "")
    if m is None:
        return None
    return date(int(m[1]), int(m[2]), int(m[3])) if m[3] else last_of_month(int(m[1]), int(m[2] or 12))
