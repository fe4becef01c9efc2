"""What a content says, and whether it says it or denies it: the words of one clause in their order, its tense, its polarity.

In: statements, mentions. Out: `Proposition`s. Not: whether it is true; nor contents of several clauses.

Two contents of the same words may contradict each other or not («pas», «pas encore», «sans»), so that whatever is not a plain clause,
affirmed or denied as a whole, has no proposition.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from greffier.article.links.stems import stem
from greffier.lang import Pack
from greffier.lang.grammar import WordClass
from greffier.lang.links import NegatorSort
from greffier.lang.once import once_for_each
from greffier.lang.statements import AUXILIARIES
from greffier.records import Act, Attestation, Mention, Mode, Statement

__all__ = ["Proposition", "Propositions", "When"]

# «États-Unis», «2015», «l'», «n'»
_WORD = re.compile(r"[^\W_]+'?(?:-[^\W_]+)*")
# «Je n'ai rien signé. Lui si.», «J'ai vendu ; il a gardé», «ai-je vendu ?»
_SEVERAL = re.compile(r"[.!;:…]\s*\w|[?…]")
# «l'avoir rencontré», «lui a versé», «y avait habité»: whom or what it means is told elsewhere.
_OBJECT_PRONOUN = re.compile(
    r"""(?<![\w'])(?: l' | (?:les|lui|leur|y|en)\s )
        (?: a | ai | as | ont | avons | avez | avais | avait | avaient | avoir | aura\w* | est | sont | était | étaient | être ) (?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# «fermera», «fermeraient», «aurait»
_FUTURE = re.compile(r"\w*(?:[eidtuvo]r|aur|ser|fer|pourr|verr|enverr|courr|mourr)(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$")
# «connaissait», «vendaient»
_IMPERFECT = re.compile(r"\w+(?:ait|aient|ais)$")
# «rencontré», «vendue», «finis», «fait», «ouvert», «peint»
_PARTICIPLE = re.compile(r"\w+(?:ée?s?|ie?s?|ue?s?|its?|ites?|fait\w*|ert\w*|eint\w*|aint\w*)$")
# «a affirmé que»: an imperfect behind it may be a present when it was said.
_PAST_CUE = re.compile(r"(?<![\w-])(?:a|ai|ont|avais?|avait|avaient|est|sont|était|étaient|eut)(?![\w])")
# What opens a clause inside the clause: «qui n'a pas …» denies something else.
_CLAUSES = frozenset(
    {"qui", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'"}
)
_OPENERS = frozenset({"que", "qu'", "de", "d'", "à"})
# Acts that claim something to hold or not to hold; who promises, asks or urges does neither.
_CLAIMS = frozenset({Act.STATE, Act.ANNOUNCE, Act.CONFIRM, Act.ADMIT, Act.REPLY, Act.DENY})
# Acts that say of a thing, too, that it is so or is not: «a confirmé la vente».
_HOLDING = frozenset({Act.ANNOUNCE, Act.CONFIRM, Act.ADMIT, Act.DENY})
_ANY = frozenset({"tout", "toute", "tous", "toutes"})
# The auxiliary, «pas», and an adverb may stand before the participle.
_PARTICIPLE_WITHIN = 3


class When(StrEnum):
    """The time of a clause, as far as its verb tells."""

    PRESENT = "present"
    IMPERFECT = "imperfect"
    PAST = "past"
    FUTURE = "future"


class Proposition(msgspec.Struct, frozen=True):
    """A clause: its words in their order, names as `@` and their entity; whether it is said to hold, None where a part of it is.

    `telling` counts the words that are no prepositions; `negative` clauses have a «ne», `never` ones are denied at all times.
    """

    words: tuple[str, ...]
    telling: int
    when: When
    holds: bool | None
    negative: bool
    never: bool


class _Closed:
    """The closed classes as sets, made once for a pack."""

    def __init__(self, pack: Pack) -> None:
        grammar = pack.grammar
        self.ne = grammar.of(WordClass.NEGATION)
        self.prepositions = grammar.of(WordClass.PREPOSITION)
        heads = pack.statements.heads
        self.auxiliaries = frozenset(form for form, found in heads.items() if any(reading.lemma in AUXILIARIES for reading in found))
        silent = grammar.of(WordClass.ARTICLE, WordClass.DETERMINER, WordClass.CONTRACTION, WordClass.SUBJECT)
        self.silent = silent | self.auxiliaries | self.ne | _OPENERS


_closed_of = once_for_each(_Closed)


class Propositions:
    """The propositions of an article's statements, by their index; each is read once."""

    def __init__(self, text: str, statements: Sequence[Statement], mentions: Sequence[Mention], pack: Pack) -> None:
        self._text = text
        self._statements = statements
        self._mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._mentions]
        self._negators = pack.links.negators
        self._suffixes = pack.links.suffixes
        closed = _closed_of(pack)
        self._ne, self._prepositions = closed.ne, closed.prepositions
        self._auxiliaries, self._silent = closed.auxiliaries, closed.silent
        self._read: dict[int, Proposition | None] = {}

    def of(self, index: int) -> Proposition | None:
        """Give what a statement says; None where it is no plain clause."""
        if index not in self._read:
            self._read[index] = self._proposition(self._statements[index])
        return self._read[index]

    def opposed(self, left: int, right: int) -> bool:
        """Tell whether one statement affirms and the other denies, whatever it be."""
        mine, yours = self.of(left), self.of(right)
        return mine is not None and yours is not None and {mine.holds, yours.holds} == {True, False}

    def agreed(self, left: int, right: int) -> bool:
        """Tell whether both statements affirm or both deny, whatever it be."""
        mine, yours = self.of(left), self.of(right)
        return mine is not None and yours is not None and mine.holds is yours.holds and mine.holds is not None

    def turned(self, left: int, right: int) -> bool:
        """Tell whether of two statements one only has a «ne», be it of «pas» or of «pas encore»."""
        mine, yours = self.of(left), self.of(right)
        return mine is not None and yours is not None and mine.negative is not yours.negative

    def _proposition(self, statement: Statement) -> Proposition | None:
        if statement.act not in _CLAIMS or statement.negated or statement.attestation is not Attestation.ASSERTED:
            return None
        if len(statement.content) != 1:
            return None
        start, end = statement.content[0].start, statement.content[0].end
        named = list(self._named(start, end))
        masked = self._masked(start, end, named)
        if _SEVERAL.search(masked) or _OBJECT_PRONOUN.search(masked):
            return None
        tokens = [(match.start(), match.group().lower()) for match in _WORD.finditer(masked)]
        forms = [form for _, form in tokens]
        if not forms or (statement.act not in _HOLDING and self._is_thing(statement, forms)):
            return None
        whole = statement.act is Act.DENY and forms[0] in _ANY
        if whole:  # «dément toute vente»: none at any time
            forms, tokens = forms[1:], tokens[1:]
        if not forms:
            return None
        denied = self._denied(forms)
        holds = None if denied is None else _holds(statement, denied=denied, clause=forms[0] in {"que", "qu'"} | self._ne)
        places = [(at, self._word(form)) for at, form in tokens if form not in self._silent and form not in self._negators]
        places += [(mention.start - start, f"@{mention.entity}") for mention in named if mention.entity != statement.source.entity]
        words = tuple(word for _, word in sorted(places))
        telling = sum(word not in self._prepositions for word in words)
        return Proposition(
            words,
            telling,
            self._when(forms, statement),
            holds,
            negative=not self._ne.isdisjoint(forms),
            never=whole or any(self._negators.get(form) is NegatorSort.NEVER for form in forms),
        )

    def _is_thing(self, statement: Statement, forms: Sequence[str]) -> bool:
        """«a évoqué une vente»: tell whether a cue has a noun for its content, which it need not say to hold."""
        if statement.cue is None or statement.cue.end > statement.content[0].start or statement.mode is Mode.DIRECT:
            return False
        return forms[0] not in _OPENERS | self._ne | self._auxiliaries and not forms[0].endswith(("er", "ir", "re", "oir"))

    def _named(self, start: int, end: int) -> Iterator[Mention]:
        """Give the outermost mentions in a stretch; «le chef de la diplomatie russe» hides «russe»."""
        last = start
        for mention in self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if mention.start >= last and mention.end <= end:
                yield mention
                last = mention.end

    def _masked(self, start: int, end: int, named: Sequence[Mention]) -> str:
        """Blank the names: «M. Petit» ends no sentence."""
        pieces, at = [], start
        for mention in named:
            pieces += [self._text[at : mention.start], " " * (mention.end - mention.start)]
            at = mention.end
        return "".join((*pieces, self._text[at:end]))

    def _word(self, form: str) -> str:
        return form if form in self._prepositions else stem(form, self._suffixes)

    def _denied(self, forms: Sequence[str]) -> bool | None:
        """Tell whether a clause is denied as a whole; None where a part of it is, or a clause inside it."""
        sorts = [self._negators[form] for form in forms if form in self._negators]
        opened = [at for at, form in enumerate(forms) if form in self._ne]
        if len(opened) > 1 or NegatorSort.PARTIAL in sorts or bool(opened) != bool(sorts):
            return None
        if not opened:
            return False
        before = forms[1 : opened[0]]
        behind = next((at for at, form in enumerate(forms) if at > opened[0] and form in self._negators), None)
        if behind is None or forms[0] in _CLAUSES or any(form in _CLAUSES or form in {"que", "qu'"} for form in before):
            return None
        return None if forms[behind + 1 : behind + 2] in (["que"], ["qu'"]) else True  # «ne vend pas que du lait»

    def _when(self, forms: Sequence[str], statement: Statement) -> When:
        verbs = [form for form in forms if form not in self._negators]
        if any(_FUTURE.match(form) for form in verbs):
            return When.FUTURE
        for at, form in enumerate(verbs):
            if form in self._auxiliaries and any(
                _PARTICIPLE.match(word) and word not in self._auxiliaries for word in verbs[at + 1 : at + _PARTICIPLE_WITHIN]
            ):
                return When.PAST
        if any(_IMPERFECT.match(form) for form in verbs):
            # «a affirmé qu'il connaissait»: then he knows
            return When.PRESENT if statement.cue is not None and _PAST_CUE.search(statement.cue.quote) else When.IMPERFECT
        return When.PRESENT


def _holds(statement: Statement, *, denied: bool, clause: bool) -> bool | None:
    """«nie avoir vendu» denies; «« Je n'ai jamais vendu », dément-il» does, too; «nie ne pas avoir payé» is left to readers."""
    if statement.act is not Act.DENY:
        return not denied
    if denied:
        return None if clause and statement.mode is not Mode.DIRECT else False
    return None if statement.mode is Mode.DIRECT else False
