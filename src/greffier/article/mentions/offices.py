"""Who holds an office in the article: appositions give it to a person, and the words for it then mean that person.

In: `View`, `RoleFound`s, links of names, the `Registry`. Out: `Bench`, `give_offices`, `link_roles`. Not: pronouns, which the room of
statements resolves by who spoke.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from greffier.article.mentions.identities import Registry
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.article.mentions.roles import RoleFound
from greffier.article.mentions.things import Link, Office, Thing, Things
from greffier.records import EntityKind, MentionKind, SegmentKind
from greffier.text.phrases import flatten

__all__ = ["Bench", "give_offices", "link_roles"]

# «Le ministre» names again whom the text has just named: nobody farther back than eight sentences (two paragraphs of news).
_REACH = 8

# «un haut responsable du ministère … | Zamir Kabulov, chef de département au ministère»: the name comes within the next few sentences.
_AHEAD = 4

# «l'ancien président», «le futur ministre»: not the one in office.
_FORMER = frozenset(("ancien", "ancienne", "ex", "futur", "future", "nouveau", "nouvelle", "defunt", "feu"))

_COMMAS = (", ",)

Phrase = tuple[Stretch, RoleFound]
Rule = Callable[["Bench", Stretch, RoleFound], tuple[Thing | None, str] | None]


class Bench:
    """The persons of an article in text order, and the offices that appositions have given them so far."""

    def __init__(self, view: View, things: Things, links: dict[Found, Link], registry: Registry) -> None:
        self.view = view
        self.registry = registry
        self.things = things
        named = sorted((link for link in links.values() if link.found.how is MentionKind.NAME), key=lambda link: link.found.first)
        self.persons = [(link.found, link.thing) for link in named if link.thing is not None and link.thing.kind is EntityKind.PERSON]
        self.starts = [found.first for found, _ in self.persons]
        self._firsts = [stretch.first for stretch in view.stretches]
        self.roles: dict[tuple[str, str | None, str | None], Thing] = {}

    def sentence(self, word: int) -> int:
        """The number of the sentence of a word."""
        return self.view.stretches[max(0, bisect_right(self._firsts, word) - 1)].number

    def all(self) -> list[Thing]:
        """Every person once."""
        return list(dict.fromkeys(person for _, person in self.persons))

    def near(self, stretch: Stretch, word: int, reach: int = _REACH) -> list[Thing]:
        """Persons named in the sentences before a word, the latest first."""
        before = self.persons[: bisect_left(self.starts, word)]
        return list(dict.fromkeys(p for found, p in reversed(before) if 0 <= stretch.number - self.sentence(found.first) <= reach))


def give_offices(bench: Bench, roles: list[Phrase]) -> tuple[list[Link], list[Phrase]]:
    """Give the roles in apposition to a person, which tell their office, and the role phrases that stand alone."""
    out: list[Link] = []
    alone: list[Phrase] = []
    for stretch, role in roles:
        holder, rule = _apposed(bench, role)
        if holder is None:
            alone.append((stretch, role))
        elif not role.plural and not (role.gender == "f" and holder.gender == "m"):
            _give(bench, stretch, role, holder)
            out.append(Link(found=_found(role, rule), thing=holder, rule=rule))
    return out, alone


def link_roles(bench: Bench, alone: list[Phrase]) -> list[Link]:
    """Give the links of the role phrases that stand alone and mean somebody."""
    out: list[Link] = []
    for stretch, role in alone:
        answer = next((a for rule in RULES if (a := rule(bench, stretch, role)) is not None), None)
        if answer is not None and answer[0] is not None:
            out.append(Link(found=_found(role, answer[1]), thing=answer[0], rule=answer[1]))
    return out


def _apposed(bench: Bench, role: RoleFound) -> tuple[Thing | None, str]:
    """The person named right behind the role («le président russe | Vladimir Poutine») or before it («Zamir Kabulov, | chef de …»)."""
    view = bench.view
    last = role.last
    if view.print_gap(last) == " (" and view.print_gap(last + 1).startswith("),"):
        last += 1  # «le chef des Forces révolutionnaires (FR), | Rodrigo …»
    after = bisect_left(bench.starts, last + 1)
    if after < len(bench.starts) and bench.starts[after] == last + 1:
        gap = view.print_gap(last).lstrip(")")
        named = bench.persons[after][0]
        if gap == " " or (gap in _COMMAS and role.definite is not False and not _adjunct(view, role, named)):
            return bench.persons[after][1], "role_before_name"
    before = bisect_left(bench.starts, role.first) - 1
    if before >= 0 and bench.persons[before][0].last == role.first - 1 and view.print_gap(role.first - 1) in (*_COMMAS, " ("):
        person = bench.persons[before][1]
        # «Macron, le président russe et …»: an enumeration, where the states are two.
        if not (role.country and person.country and view.code(role.country) != person.country):
            return person, "role_behind_name"
    return None, ""


def _adjunct(view: View, role: RoleFound, named: Found) -> bool:
    # «Selon le ministre, Paul Dupont a pris la fuite»: no comma closes an apposition behind the name
    before = view.flat(role.first - 1) if role.first else ""
    return before in ("selon", "apres", "pour", "avec", "contre", "devant", "comme") and view.print_gap(named.last) == " "


def _give(bench: Bench, stretch: Stretch, role: RoleFound, person: Thing) -> None:
    view, within = bench.view, role.within
    body = flatten(view.quote(within.first, within.last)) if within else None
    keys: list[str | None] = [row.key for row in role.roles]
    if role.words.startswith("homologue"):
        # «Sergueï Lavrov et son homologue américain John Kerry»: the office is the other's, of another state.
        others = [p for p in bench.near(stretch, role.first, 1) if p is not person and p.offices]
        keys = [office.role for office in others[0].offices] if others else keys
    for key in keys or [None]:
        office = Office(role=key, words=role.words, country=role.country, sector=role.sector, body=body)
        if office not in person.offices:
            person.offices.append(office)
    person.gender = person.gender or role.gender
    person.sector = person.sector or role.sector
    person.country = person.country or view.code(role.country)


def same_office(bench: Bench, stretch: Stretch, role: RoleFound) -> tuple[Thing | None, str] | None:
    """«Le chef de la diplomatie russe» where one person of the article is Russia's foreign minister."""
    del stretch
    if role.plural or role.definite is False:
        return None
    body = flatten(bench.view.quote(role.within.first, role.within.last)) if role.within else None
    exact = [p for p in bench.all() if any(_same(role, office, body) for office in p.offices)]
    if len(exact) > 1 and role.country is None:
        return None
    if exact:
        return (exact[0], "same_office") if len(exact) == 1 else (None, "office_of_two")
    return None


def office_at_date(bench: Bench, stretch: Stretch, role: RoleFound) -> tuple[Thing | None, str] | None:
    """«Le président russe» where the article does not say who: the only one who held the office on the day of publication."""
    del stretch
    if role.plural or not role.definite or _former(bench.view, role):
        return None
    identity = bench.registry.holder(role)
    entry = bench.view.tables.lexicon.by_identity.get(identity or "")
    if entry is None:
        return None
    named = bench.things.of_identity(str(identity))
    if named is not None:
        return named, "office_at_date"
    name = " ".join(bench.view.quote(role.core_first, role.last).split())
    thing = Thing(kind=EntityKind.ROLE, entry=entry, identity=identity, name=name, country=entry.country, sector=role.sector)
    return bench.things.add(thing), "office_at_date"


def _former(view: View, role: RoleFound) -> bool:
    words = (view.flat(word) for word in range(role.first, role.last + 1))
    return any(word in _FORMER for word in words)


def office_in_short(bench: Bench, stretch: Stretch, role: RoleFound) -> tuple[Thing | None, str] | None:
    """«Le ministre», «le diplomate»: the only one near whose office these words fit."""
    if role.plural or not role.definite:
        return None
    for reach in (1, _REACH):
        loose = [p for p in bench.near(stretch, role.first, reach) if any(_called(role, office) for office in p.offices)]
        loose = [p for p in loose if not (role.gender == "f" and p.gender == "m")]
        if len(loose) == 1:
            return loose[0], "office_in_short"
        if loose:
            return None, "office_of_two"
    return None


def named_later(bench: Bench, stretch: Stretch, role: RoleFound) -> tuple[Thing | None, str] | None:
    """«un haut responsable du ministère russe …» in a title or lead, whose name with that ministry comes in the text below."""
    if role.plural or role.definite is not False or role.within is None or bench.persons[: bisect_left(bench.starts, role.first)]:
        return None
    body = flatten(bench.view.quote(role.within.first, role.within.last))
    ahead = [
        person
        for found, person in bench.persons
        if found.first > role.last
        and bench.sentence(found.first) - stretch.number <= _AHEAD
        and any(o.body == body for o in person.offices)
    ]
    fitting = list(dict.fromkeys(ahead))
    return (fitting[0], "named_later") if len(fitting) == 1 else None


def unnamed_holder(bench: Bench, stretch: Stretch, role: RoleFound) -> tuple[Thing | None, str] | None:
    """«le chef du Pentagone» whom the article never names: an entity of its own, under the words for the office."""
    if role.plural or not role.definite or stretch.segment is SegmentKind.SIGNATURE or (role.country is None and role.within is None):
        return None
    if role.words.startswith("homologue"):
        return None
    body = flatten(bench.view.quote(role.within.first, role.within.last)) if role.within else None
    key = (role.words, role.country, body)
    if key not in bench.roles:
        name = bench.view.quote(role.core_first, role.last)
        bench.roles[key] = bench.things.add(
            Thing(kind=EntityKind.ROLE, name=" ".join(name.split()), country=bench.view.code(role.country), sector=role.sector)
        )
    return bench.roles[key], "unnamed_holder"


RULES: tuple[Rule, ...] = (same_office, office_at_date, office_in_short, named_later, unnamed_holder)


def _same(role: RoleFound, office: Office, body: str | None) -> bool:
    if role.country and office.country and role.country != office.country:
        return False
    same = office.role is not None and any(row.key == office.role for row in role.roles)
    if not same and (not office.words or role.words != office.words):
        return False
    if role.within is None or role.within.kind is EntityKind.COUNTRY:
        return True
    if office.body is None or body is None or role.within.entries:
        return office.body is not None
    # «le président du conseil régional» is not that of the tribunal: all words of one body are in the other, where only words tell
    own, other = set(body.split()), set(office.body.split())
    return own <= other or other <= own


def _called(role: RoleFound, office: Office) -> bool:
    """Tell whether looser words fit an office: words that the table gives for it, or its first word alone («le ministre»)."""
    if (role.country and role.country != office.country) or role.within is not None:
        return False
    keys = {row.key for row in (*role.loose, *role.roles)}
    if office.role in keys and (role.loose or role.words == office.words):
        return True
    if office.words and role.words == office.words.split()[0]:
        return True
    if office.words.startswith("homologue") and role.words == "ministre":
        return True
    # «le diplomate»: whoever serves in a ministry of foreign affairs or an embassy; «le responsable»: whoever serves in one at all.
    if "diplomat" in keys and ("etrangeres" in f"{office.words} {office.body or ''}" or "ambassad" in office.words):
        return True
    return "official" in keys and office.sector in ("GOV", "MIL")


def _found(role: RoleFound, rule: str) -> Found:
    return Found(
        first=role.first, last=role.last, inner=role.core_first, kind=EntityKind.ROLE, rule=rule, how=MentionKind.ROLE, gender=role.gender
    )
