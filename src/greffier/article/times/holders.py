"""What the named actors of an article say about its day: an office has its years, a group exists since a day.

In: mentions with identities, the dictionary of names. Out: constraints. Not: offices nobody prints («M. Kerry» says nothing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from greffier.article.times.constraints import FIRST, LAST, Constraint
from greffier.article.times.days import last_of_month
from greffier.article.times.resolve import Stretch
from greffier.lang.names import NameTables, Office, Role
from greffier.records import Entity, Mention, MentionKind, Mentions
from greffier.text.typography import fold

__all__ = ["days_of_actors"]

# How much text around a name may hold its role: «le ministre des Affaires étrangères de la Fédération de Russie, Sergueï Lavrov».
_REACH = 90
# «l'ancien président X», «ex-ministre», «le futur chef de l'État»: the office is over or not begun.
_NOT_NOW = re.compile(r"(?:\b(?:ancien|ancienne|anciens|futur|future|défunt|feu|premier|alors)[ ]|\bex-)$")


def days_of_actors(text: str, mentions: Mentions, names: NameTables) -> Iterator[Constraint]:
    """Give a constraint for every office printed with its holder's name, and for every group that has a first day."""
    entities = {one.id: one for one in mentions.entities if one.identity}
    folded = fold(text).lower()
    if len(folded) != len(text):
        return
    seen: set[tuple[str, ...]] = set()
    for mention in mentions.mentions:
        entity = entities.get(mention.entity or "")
        if entity is None or mention.kind is not MentionKind.NAME:
            continue
        for constraint in (_office(folded, mention, entity, names), _since(mention, entity, names)):
            if constraint and (key := (constraint.rule, constraint.reason)) not in seen:
                seen.add(key)
                yield constraint


def _office(text: str, mention: Mention, entity: Entity, names: NameTables) -> Constraint | None:
    offices = names.offices(entity.identity or "")
    if not offices:
        return None
    printed = _printed_role(text, mention, {office.role for office in offices}, names)
    if printed is None:
        return None
    role, start, end = printed
    days = tuple(sorted(_days(office) for office in offices if office.role == role))
    reason = f"{entity.name} is {text[start:end]} {', '.join(f'{d.first} to {d.last}' for d in days)}"
    return Constraint("office", days, reason, (min(start, mention.start), max(end, mention.end)))


def _printed_role(text: str, mention: Mention, held: set[str], names: NameTables) -> tuple[str, int, int] | None:
    """Find the role right before the name, or behind it after a comma; of several the longest words."""
    behind, ahead, keys = _role_patterns(names.roles)
    found: list[tuple[int, int, str]] = []
    before = text[max(0, mention.start - _REACH) : mention.start]
    shift = mention.start - len(before)
    found += [
        (shift + m.start(), shift + m.end(), m.group())
        for m in behind.finditer(before)
        if _CLOSE.fullmatch(before, m.end()) and not _NOT_NOW.search(text[: shift + m.start()][-12:])
    ]
    if apposed := ahead.match(text, mention.end):
        found.append((apposed.start(1), apposed.end(1), apposed[1]))
    if not found:
        return None
    # The nearest words count: «le président de la région, le ministre X».
    start, end, words = min(found, key=lambda one: (min(abs(mention.start - one[1]), abs(one[0] - mention.end)), one[0]))
    role = next((key for key in keys[words] if key in held), None)
    return (role, start, end) if role else None


# Between a role and a name: at most five words, no full stop: «ministre de la Défense | russe, | Sergueï Choïgou»
_CLOSE = re.compile(r"(?:,?[ ][\w'-]+){0,5}?(?:,?[ ]|[ ]\(|\)[ ])")


@lru_cache(maxsize=4)
def _role_patterns(roles: tuple[Role, ...]) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Compile all words for all roles, longest first: as they stand before a name, behind one, and the roles they mean."""
    keys: dict[str, tuple[str, ...]] = {}
    for role in roles:
        for form in (*role.masculine, *role.feminine):
            words = fold(form).lower()
            keys[words] = (*keys.get(words, ()), role.key)
    forms = "|".join(re.escape(form) for form in sorted(keys, key=lambda f: (-len(f), f))) or "(?!)"
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
    return Stretch(_first(office.since) or FIRST, _last(office.until) or LAST)


def _first(words: str | None) -> date | None:
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", words or "")
    return date(int(m[1]), int(m[2] or 1), int(m[3] or 1)) if m else None


def _last(words: str | None) -> date | None:
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", words or "")
    if m is None:
        return None
    return date(int(m[1]), int(m[2]), int(m[3])) if m[3] else last_of_month(int(m[1]), int(m[2] or 12))
