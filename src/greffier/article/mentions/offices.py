"""Who holds an office in the article: appositions give it to a person, and the words for it then mean that person.

In: `View`, `RoleFound`s, the links of names. Out: `link_roles`. Not: pronouns.
"""

from __future__ import annotations

from bisect import bisect_left

from greffier.article.mentions.passages import Found, Stretch, View
from greffier.article.mentions.roles import RoleFound
from greffier.article.mentions.things import Link, Office, Thing
from greffier.records import EntityKind, MentionKind
from greffier.text.phrases import flatten

__all__ = ["link_roles"]

# «Le ministre» names again whom the text has just named: nobody farther back than eight sentences (two paragraphs of news).
_REACH = 8


def link_roles(view: View, roles: list[tuple[Stretch, RoleFound]], links: dict[Found, Link]) -> list[Link]:
    """Give the links of all role phrases that mean somebody; appositions first, so that a role may be named before its holder."""
    named = sorted((link for link in links.values() if link.found.how is MentionKind.NAME), key=lambda link: link.found.first)
    persons = [link for link in named if link.thing is not None and link.thing.kind is EntityKind.PERSON]
    starts = [link.found.first for link in persons]
    out: list[Link] = []
    alone: list[tuple[Stretch, RoleFound]] = []
    for stretch, role in roles:
        holder, rule = _apposed(view, role, persons, starts)
        if holder is None:
            alone.append((stretch, role))
        elif not role.plural and _fits_person(role, holder):
            _give(view, role, holder)
            out.append(Link(found=_found(role, rule), thing=holder, rule=rule))
    for stretch, role in alone:
        if not role.plural and role.definite:
            holder, rule = _holder(view, stretch, role, persons)
            if holder is not None:
                out.append(Link(found=_found(role, rule), thing=holder, rule=rule))
    return out


def _apposed(view: View, role: RoleFound, persons: list[Link], starts: list[int]) -> tuple[Thing | None, str]:
    """The person named right behind the role («le président russe | Vladimir Poutine») or before it («Zamir Kabulov, | chef de …»)."""
    after = bisect_left(starts, role.last + 1)
    if after < len(persons) and starts[after] == role.last + 1:
        gap = view.print_gap(role.last)
        if gap in (" ", "\u00a0", ", ", ",\u00a0"):
            return persons[after].thing, "role_before_name"
    before = bisect_left(starts, role.first) - 1
    if before >= 0 and persons[before].found.last == role.first - 1 and view.print_gap(role.first - 1) in (", ", ",\u00a0", " ("):
        return persons[before].thing, "role_behind_name"
    return None, ""


def _fits_person(role: RoleFound, person: Thing) -> bool:
    """Tell whether an apposition may hold: gender agrees, and a state of the role is not another than the person's."""
    # Women hold offices with masculine names («Madame le ministre»), not the other way round.
    return not (role.gender == "f" and person.gender == "m")


def _give(view: View, role: RoleFound, person: Thing) -> None:
    within = role.within
    body = flatten(view.quote(within.first, within.last)) if within else None
    keys = tuple(row.key for row in role.roles) if not role.short else ()
    for key in keys or (None,):
        office = Office(role=key, words=role.words, country=role.country, sector=role.sector, body=body)
        if office not in person.offices:
            person.offices.append(office)
    person.gender = person.gender or role.gender
    person.sector = person.sector or role.sector


def _holder(view: View, stretch: Stretch, role: RoleFound, persons: list[Link]) -> tuple[Thing | None, str]:
    """The person whose office the words name: the only one of the article with that office, or the only one near for looser words."""
    candidates: list[Thing] = []
    for link in persons:
        if link.thing is not None and link.thing not in candidates:
            candidates.append(link.thing)
    exact = [p for p in candidates if any(_same_office(role, office) for office in p.offices)]
    if len(exact) == 1:
        return exact[0], "same_office"
    if exact:
        return None, "office_of_two"
    near = _near(view, stretch, persons)
    loose = [p for p in near if any(_called(role, office) for office in p.offices)]
    if len(loose) == 1:
        return loose[0], "office_in_short"
    return None, "office_of_nobody"


def _same_office(role: RoleFound, office: Office) -> bool:
    if role.country and office.country and role.country != office.country:
        return False
    if role.short:
        return False
    same = office.role is not None and any(row.key == office.role for row in role.roles)
    if not same and role.words != office.words:
        return False
    if role.within is None or role.within.kind is EntityKind.COUNTRY:
        return True
    return office.body is not None


def _called(role: RoleFound, office: Office) -> bool:
    """Tell whether looser words fit an office: the first word of both («le ministre»), or a word that the table gives for it."""
    if role.country and role.country != office.country:
        return False
    if role.words.split()[0] == office.words.split()[0]:
        return True
    return any(row.key == office.role for row in role.roles)


def _near(view: View, stretch: Stretch, persons: list[Link]) -> list[Thing]:
    out: list[Thing] = []
    numbers = {s.first: s.number for s in view.stretches}
    firsts = sorted(numbers)
    for link in persons:
        at = numbers[firsts[max(0, bisect_left(firsts, link.found.first + 1) - 1)]]
        if 0 <= stretch.number - at <= _REACH and link.found.first < stretch.stop and link.thing is not None and link.thing not in out:
            out.append(link.thing)
    return out


def _found(role: RoleFound, rule: str) -> Found:
    return Found(
        first=role.first, last=role.last, inner=role.core_first, kind=EntityKind.ROLE, rule=rule, how=MentionKind.ROLE, gender=role.gender
    )
