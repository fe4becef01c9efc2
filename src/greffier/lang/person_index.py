"""Persons of the dictionaries by a name in any romanisation: «Sergei Shoigu» leads to «Sergueï Choïgou».

In: the rows of persons, a printed name. Out: `PersonIndex`. Not: who is meant in an article; a name that fits two persons gives none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from greffier.lang.name_rows import Person
from greffier.text.person_names import Match, compare, keys

__all__ = ["PersonIndex"]


class PersonIndex:
    """Looks persons up by keys of their words, then compares the names; nothing is made before the first look-up."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._persons = tuple(persons)
        self._names: list[tuple[Person, str, int]] = []
        self._by_key: dict[str, list[int]] = {}

    def find(self, name: str) -> tuple[tuple[Person, Match], ...]:
        """Give the persons with that name, best first; names that are the same in letters go before those that only sound so."""
        if not self._names:
            self._fill()
        wanted = keys(name)
        shared = Counter(at for key in wanted for at in self._by_key.get(key, ()))
        found: dict[str, tuple[Person, Match]] = {}
        for at, count in sorted(shared.items()):
            person, printed, all_keys = self._names[at]
            # One word in common is a surname or a first name; two are worth the comparison, which costs a hundred times as much.
            if count < min(2, len(wanted), all_keys):
                continue
            match = compare(name, printed)
            if match.same and (person.key not in found or match.score > found[person.key][1].score):
                found[person.key] = (person, match)
        return tuple(sorted(found.values(), key=lambda pair: (-pair[1].score, pair[0].key)))

    def one(self, name: str) -> Person | None:
        """Give the person whom that name means alone; null where none or two fit alike."""
        found = self.find(name)
        if not found or (len(found) > 1 and found[0][1].score == found[1][1].score):
            return None
        return found[0][0]

    def _fill(self) -> None:
        for person in self._persons:
            for printed in (person.name, *person.aliases):
                own = keys(printed)
                for key in own:
                    self._by_key.setdefault(key, []).append(len(self._names))
                self._names.append((person, printed, len(own)))
