"""What every rule of the room sees of an article: folded text, quotations, and units cut into words.

In: `Document`, `Sentence`s, the tables. Out: `Reading`, `Unit`, `Word`. Not: rules.

Words are our own, so that rules work where nothing was parsed; a parser's part of speech and head are laid over them where there are some.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import msgspec
from msgspec import structs

from greffier.lang import Pack
from greffier.lang.grammar import AdjunctPlace, WordClass
from greffier.lang.once import once_for_each
from greffier.lang.statements import StatementTables
from greffier.records import SILENT, Document, Segment, SegmentKind, Sentence, Times, Token, Trace
from greffier.text.inflection import Tense
from greffier.text.quote_marks import Quotation, pair_quote_marks
from greffier.text.typography import fold, unwrap

__all__ = ["Grammar", "Reading", "Unit", "Word", "may_announce", "openings_of", "readable"]


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word or a mark at its place (code points); `form` is folded and in lower case, an elided form keeps its apostrophe.

    `head` is the index in the unit of the word that governs it, -1 where nobody told; `inverted` holds for «-t-il», whose form is `il`.
    """

    index: int
    start: int
    end: int
    form: str
    upos: str
    finite: bool = False
    infinitive: bool = False
    capital: bool = False
    inverted: bool = False
    head: int = -1
    deprel: str = ""


# «avec», which no mark ties to anything, and marks that are always alone: nearly all, so that they go first
# «aujourd'hui» | «l'», «qu'» | «M.», «J.-P.» | «-t-il», «-elle» | «1.200», «3,5» | «porte-parole» | any other mark
_WORD = re.compile(
    r"""
    [^\W\d_]+ (?! [\w'.-] ) | [,:;!?«»"()]
    | (?: aujourd'hui | quelqu'une?s? | quelques-une?s | rendez-vous | c'est-à-dire | d'après | d'abord | d'ailleurs | d'autres
      | jusqu'ici | jusque-là | prud'hom\w+ | entr'\w+ | presqu'îles? ) (?!\w)
    | (?: [cdjlmnst] | qu | jusqu | lorsqu | puisqu | quoiqu | quelqu ) '
    | (?: MM? | Mgr | Dr | Pr | St | Ste ) \. (?=\s) | (?: [A-ZÉ]\.-? ){1,4} (?=\s?[A-ZÉ]) | (?: [A-Z]\. ){2,6}
    | (?: -t )? - (?: il | elle | on | ils | elles | je | tu | nous | vous | ce ) (?![\w'-])
    | \d+ (?: [.,\ ] \d{3} (?!\d) )* (?: ,\d+ )? %?
    | [^\W\d_]+ (?: - (?! (?: t- )? (?: il | elle | on | ils | elles | je | tu | nous | vous | ce ) (?![\w'-]) ) [^\W_]+ )*
    | \.\.\. | [^\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INVERTED = re.compile(r"(?:-t)?-(\w+)$")
_HYPHENED_PRONOUN = re.compile(r"(?:-t)?-(?:il|elle|on|ils|elles|je|tu|nous|vous|ce)$")
# Endings that only finite verbs have: «annonçait», «décidèrent», «viendront».
_FINITE_ENDING = re.compile(r"\w{2,}(?:aient|èrent|irent|urent|[eidt]ront|[eidt]rait|[eidt]raient|[eidt]ra)$|\w{3,}[^f]ait$")
_INFINITIVE_ENDING = re.compile(
    r"\w{2,}(?:er|ir|oir|dre|ttre|ître|ivre|crire|uire|clure)$|(?:re|dé|inter|pré)?(?:dire|lire|rire|faire|taire|plaire|croire|boire|être)$"
)
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_CERTAIN_ARTICLES = frozenset({"un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leurs"})
# A capital behind one of these says nothing.
_OPENING = frozenset('.!?…:"«“')
_UNIT_PUNCTUATION = frozenset('.,;:!?…»«“”„"()[]–—-') | {"...", "''"}


# A quotation mark, or a dash that opens a line: «– Nous partons».
_MARKS = re.compile(r"[«»“”„\"‘]|''|<<|^\s*[-–—]")
_PLAIN_WORD = re.compile(r"[^\W_]+")
# «pour», «chez», «mots»: prepositions end on these, and so does half of the language; «selon» stands with most of them.
_TOO_COMMON = frozenset({"pour", "côté", "même", "mêmes", "mots", "termes", "sûre", "confirmées", "informations"})


def openings_of(phrases: Iterable[str]) -> frozenset[str]:
    """Give the first words of phrases as a unit has them: `d'` of «d'un ton», `d'après` of «d'après»."""
    return frozenset(match[0].lower() for phrase in phrases if (match := _WORD.match(phrase)))


class Grammar:
    """The closed classes as sets, made once for a pack."""

    def __init__(self, pack: Pack) -> None:
        grammar = pack.grammar
        c = WordClass
        self.articles = grammar.of(c.ARTICLE)
        self.determiners = grammar.of(c.ARTICLE, c.DETERMINER)
        self.contractions = grammar.of(c.CONTRACTION)
        self.prepositions = grammar.of(c.PREPOSITION)
        self.coordinators = grammar.of(c.COORDINATOR)
        self.subordinators = grammar.of(c.SUBORDINATOR)
        self.relatives = grammar.of(c.RELATIVE)
        self.subjects = grammar.of(c.SUBJECT)
        self.clitics = grammar.of(c.CLITIC)
        self.negations = grammar.of(c.NEGATION)
        self.negators = grammar.of(c.NEGATOR)
        self.tonics = grammar.of(c.TONIC)
        self.adverbs = grammar.of(c.ADVERB)
        self.weekdays = grammar.of(c.WEEKDAY)
        self.months = grammar.of(c.MONTH)
        self.days = grammar.of(c.WEEKDAY, c.MONTH, c.DAYTIME)
        self.numerals = grammar.of(c.NUMERAL)
        self.finite = grammar.of(c.FINITE)
        self.not_gerunds = grammar.of(c.NOT_GERUND)
        self.not_persons = grammar.of(c.NOT_PERSON)
        self.indefinites = grammar.of(c.INDEFINITE)
        self.hypernyms = grammar.of(c.HYPERNYM)
        self.titles = grammar.of(c.TITLE)
        self.aside = grammar.adjuncts[AdjunctPlace.ASIDE]
        self.aside_openings = openings_of(grammar.adjunct_words[AdjunctPlace.ASIDE])
        self.after_source = grammar.adjuncts[AdjunctPlace.AFTER_SOURCE]
        self.after_preposition = grammar.adjuncts[AdjunctPlace.AFTER_PREPOSITION]
        self.guesses = {
            **dict.fromkeys(self.finite, "VERB"),
            **dict.fromkeys(self.tonics | self.subjects | self.relatives, "PRON"),
            **dict.fromkeys(self.adverbs | self.negators | self.negations, "ADV"),
            **dict.fromkeys(self.subordinators, "SCONJ"),
            **dict.fromkeys(self.determiners | self.contractions, "DET"),
            **dict.fromkeys(self.prepositions | frozenset({"du", "au", "aux"}), "ADP"),
            **dict.fromkeys(self.coordinators, "CCONJ"),
            **dict.fromkeys(self.numerals, "NUM"),
            **dict.fromkeys(self.days, "NOUN"),
        }
        tables = pack.statements
        self.speakers = frozenset(tables.speakers)
        self.compounds: dict[str, tuple[tuple[str, ...], ...]] = {}
        for noun in tables.speakers:
            first, *rest = noun.split()
            if rest:
                self.compounds[first] = tuple(sorted((*self.compounds.get(first, ()), tuple(rest)), key=lambda words: (-len(words), words)))
        self.announcing = (
            frozenset(
                {form for form, readings in tables.forms.items() if any(r.tense is not Tense.SUBJUNCTIVE for r in readings)}
                | {noun.split()[0] for noun in tables.nouns}
                | {_PLAIN_WORD.findall(preposition.words)[-1] for preposition in tables.prepositions}
            )
            - _TOO_COMMON
        )
        # A head of a locution announces only beside the rest: «met» beside «garde».
        self.locution_heads: dict[str, frozenset[str]] = {}
        for form, readings in tables.heads.items():
            rests = {_PLAIN_WORD.findall(row.rest)[-1] for r in readings for row in tables.locutions.get(r.lemma, ())}
            if rests:
                self.locution_heads[form] = frozenset(rests)
        self.longest_rest = max((len(row.rest) for rows in tables.locutions.values() for row in rows), default=0)
        # Where a parser is wrong about a word, its class is known all the same.
        self.sure = {
            form: upos for form, upos in self.guesses.items() if upos in {"DET", "ADP", "CCONJ"} or form in {"il", "ils", "on", "qui"}
        }
        for ambiguous in (
            "le",
            "la",
            "les",
            "l'",
            "leur",
            "en",
            "tout",
            "tous",
            "toutes",
            "certains",
            "certaines",
            "plusieurs",
            "soit",
            "suite",
            "face",
            "car",
            "or",
        ):
            self.sure.pop(ambiguous, None)


# The parser's token at a place, and where its head begins.
_Told = dict[int, tuple[Token | None, int]]
_UNTOLD = (None, -1)


class Unit:
    """A stretch of sentences that belong together, as words; quotations that stand in it, in text order."""

    def __init__(self, reading: Reading, sentences: Sequence[Sentence], segment: Segment | None) -> None:
        self.reading = reading
        self.sentences = sentences
        self.segment = segment
        self.start = sentences[0].start
        self.end = sentences[-1].end
        self.parsed = any(sentence.tokens for sentence in sentences)

    @property
    def text(self) -> str:
        """The folded text of the whole article: positions of the unit are positions in it."""
        return self.reading.folded

    @cached_property
    def small(self) -> str:
        """Its words in small letters, and some behind it; a fixed phrase that they do not hold need not be looked for."""
        return self.text[self.start : self.end + self.reading.grammar.longest_rest].lower()

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that share a character with the unit."""
        return self.reading.quotations_in(self.start, self.end)

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations of the unit that stand in no other."""
        return tuple(quotation for quotation in self.quotations if quotation.depth == 0)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words and marks of the unit."""
        return tuple(_without_contradictions(self._words()))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_at(self, position: int) -> int:
        """Give the index of the first word that begins at or after a position; the number of words where there is none."""
        return bisect_left(self._starts, position)

    def last_word_before(self, position: int) -> int:
        """Give the index of the last word that begins before a position; -1 where there is none."""
        return bisect_left(self._starts, position) - 1

    def past_clitics(self, index: int) -> int:
        """Go over the clitics and «ne» that stand before a verb; the last word of the unit is none."""
        words, grammar = self.words, self.reading.grammar
        while index + 1 < len(words) and (words[index].form in grammar.clitics or words[index].form in grammar.negations):
            index += 1
        return index

    def before_clitics(self, index: int) -> int:
        """Go back from a verb over its clitics and «ne»."""
        words, grammar = self.words, self.reading.grammar
        while index > 0 and (words[index - 1].form in grammar.clitics or words[index - 1].form in grammar.negations):
            index -= 1
        return index

    def quotation_around(self, position: int) -> Quotation | None:
        """Give the innermost quotation whose words hold a position."""
        found = None
        for quotation in self.quotations:
            if quotation.inner_start <= position < quotation.inner_end:
                found = quotation
        return found

    def outer_around(self, position: int) -> Quotation | None:
        """Give the outermost quotation whose words hold a position."""
        for quotation in self.outer:
            if quotation.start <= position < quotation.end:
                return quotation
        return None

    def _words(self) -> list[Word]:
        text, grammar = self.reading.folded, self.reading.grammar
        speakers, class_of = self.reading.tables.speakers, self._class_of
        tokens = self._tokens()
        matches = list(_WORD.finditer(text, self.start, self.end))
        index_of = {match.start(): index for index, match in enumerate(matches)}
        words: list[Word] = []
        first = True
        for index, match in enumerate(matches):
            printed, start = match[0], match.start()
            form = printed.lower()
            token, governor = tokens.get(start, _UNTOLD)
            capital = printed[0].isupper()
            inverted = form[0] == "-" and self._is_inverted(form, start)
            if inverted:
                form = _INVERTED.sub(r"\1", form)
                upos, finite, infinitive = "PRON", False, False
            else:
                upos, finite, infinitive = class_of(form, token, capital=capital and not first, grammar=grammar)
                if upos in {"ADJ", "VERB"} and index and form in speakers and self._is_speaker(matches, index, tokens):
                    upos, finite, infinitive = "NOUN", False, False
            head, relation = (index_of.get(governor, -1), token.deprel) if token is not None else (-1, "")
            words.append(Word(index, start, match.end(), form, upos, finite, infinitive, capital, inverted, head, relation))
            if form[0].isalnum():
                first = False
            elif form in _OPENING:
                first = True
        return words

    def _is_inverted(self, form: str, start: int) -> bool:
        """«dit|-il», not the dash of a list or of a compound."""
        return _HYPHENED_PRONOUN.match(form) is not None and start > self.start and self.reading.folded[start - 1].isalpha()

    def _is_speaker(self, matches: Sequence[re.Match[str]], index: int, tokens: _Told) -> bool:
        """«glisse un proche du ministre», «balbutie l'accusé»: after a determiner and before no noun, who can speak is a noun."""
        if matches[index - 1].group().lower() not in self.reading.grammar.determiners:
            return False
        after, _ = tokens.get(matches[index + 1].start(), _UNTOLD) if index + 1 < len(matches) else _UNTOLD
        return after is None or after.upos not in {"NOUN", "PROPN", "ADJ"}

    def _tokens(self) -> _Told:
        """Give the tokens of the unit by their start, each with the start of its head."""
        told: _Told = {}
        for sentence in self.sentences:
            tokens = sentence.tokens
            for token in tokens:
                told[token.start] = token, tokens[token.head].start
        return told

    @staticmethod
    def _class_of(form: str, token: Token | None, *, capital: bool, grammar: Grammar) -> tuple[str, bool, bool]:
        """Tell part of speech, whether finite, whether infinitive: the parser's word unless the form alone is sure."""
        if form in _UNIT_PUNCTUATION or not (form[0].isalnum() or form[0] == "'"):
            return "PUNCT", False, False
        if form[0].isdigit():
            return "NUM", False, False
        if token is not None:
            if form in grammar.sure:
                return grammar.sure[form], False, False
            if token.upos in {"AUX", "VERB"}:
                return "VERB", "VerbForm=Fin" in token.morph, "VerbForm=Inf" in token.morph
            upos = (
                "PROPN"
                if capital and token.upos in {"NOUN", "ADJ", "X", "ADV", "INTJ", "ADP"} and form not in grammar.guesses
                else token.upos
            )
            return upos, False, False
        return _guess(form, capital=capital, grammar=grammar)


def _without_contradictions(words: list[Word]) -> list[Word]:
    """Mend what a parser cannot mean: an infinitive that does not end like one is a noun, «le» before a noun is an article."""
    for index, word in enumerate(words):
        after_article = index > 0 and words[index - 1].form in _CERTAIN_ARTICLES
        if word.finite and after_article:
            words[index] = structs.replace(word, upos="NOUN", finite=False)
        elif word.infinitive and (after_article or not word.form.endswith(("er", "ir", "oir", "re"))):
            words[index] = structs.replace(word, upos="NOUN", infinitive=False)
    for index, word in enumerate(words[:-1]):
        if index and word.upos == "DET" and word.capital and words[index - 1].capital and words[index + 1].capital:
            words[index] = structs.replace(word, upos="PROPN")  # «Marine Le Pen»
        if word.form in _ARTICLES and word.upos == "PRON" and words[index + 1].upos in {"NOUN", "PROPN"}:
            words[index] = structs.replace(word, upos="DET")
    return words


def _guess(form: str, *, capital: bool, grammar: Grammar) -> tuple[str, bool, bool]:
    if form in grammar.guesses:
        upos = grammar.guesses[form]
        return upos, upos == "VERB", False
    if capital:
        return "PROPN", False, False
    if form in grammar.speakers:
        return "NOUN", False, False
    if form.endswith("ment") and len(form) > 6:
        return "ADV", False, False
    if _FINITE_ENDING.match(form):
        return "VERB", True, False
    if _INFINITIVE_ENDING.match(form):
        return "VERB", False, True
    return "NOUN", False, False


class Reading:
    """An article as this room reads it."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], times: Times, pack: Pack, trace: Trace = SILENT) -> None:
        self.trace = trace
        self.document = document
        self.text = document.text
        unwrapped = unwrap(document.text, ((segment.start, segment.end) for segment in document.segments))
        self.folded = fold(unwrapped)
        self.pack = pack
        self.tables: StatementTables = pack.statements
        self.grammar = grammar_of(pack)
        self.quotations = pair_quote_marks(unwrapped)
        self._quotation_starts = [quotation.start for quotation in self.quotations]
        self._longest = max((quotation.end - quotation.start for quotation in self.quotations), default=0)
        self.times = {time.start: time.end for time in times.expressions}
        self.units = self._units(sentences)
        self._unit_starts = [unit.start for unit in self.units]

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Give the quotations that share a character with `[start, end)`."""
        left = bisect_left(self._quotation_starts, start - self._longest)
        right = bisect_right(self._quotation_starts, end - 1)
        return tuple(quotation for quotation in self.quotations[left:right] if quotation.end > start)

    def unit_of(self, position: int) -> Unit:
        """Give the unit that a position stands in, or the last one before it."""
        return self.units[max(0, bisect_right(self._unit_starts, position) - 1)]

    def _units(self, sentences: Sequence[Sentence]) -> tuple[Unit, ...]:
        groups: list[list[Sentence]] = []
        for sentence in sentences:
            if groups and (groups[-1][-1].unit == sentence.unit or self._inside_marks(groups[-1][-1], sentence)):
                groups[-1].append(sentence)
            else:
                groups.append([sentence])
        segments = iter(self.document.segments)
        segment = next(segments, None)
        units = []
        for group in groups:
            while segment is not None and segment.end <= group[0].start:
                segment = next(segments, None)
            units.append(Unit(self, group, segment if segment is not None and segment.start <= group[0].start else None))
        return tuple(units)

    def _inside_marks(self, before: Sentence, after: Sentence) -> bool:
        """Tell whether the cut between two sentences falls inside one quotation of one paragraph."""
        if "\n" in self.folded[before.end : after.start]:
            return False
        return any(
            q.depth == 0 and q.start < before.end < q.end and q.start < after.start < q.end
            for q in self.quotations_in(before.end - 1, after.start + 1)
        )


grammar_of = once_for_each(Grammar)


def may_announce(words: str, pack: Pack) -> bool:
    """Tell whether words hold anything that may announce a statement: a quotation mark, a cue form, a selon form, a noun of saying."""
    return _announces(words, grammar_of(pack))


@lru_cache(maxsize=4096)  # a sentence is asked about before it is parsed, and again as the unit that most sentences are
def _announces(words: str, grammar: Grammar) -> bool:
    if _MARKS.search(words):
        return True
    found = _PLAIN_WORD.findall(fold(words).lower())
    if not grammar.announcing.isdisjoint(found) or found[:1] == ["pour"]:
        return True
    return any(not rests.isdisjoint(found) for word in found if (rests := grammar.locution_heads.get(word)) is not None)


def readable(segment: Segment | None) -> bool:
    """Tell whether statements are read in a segment: not in navigation, captions, related headlines and signatures."""
    return segment is None or segment.kind in _READABLE


_READABLE = frozenset({SegmentKind.TITLE, SegmentKind.LEAD, SegmentKind.HEADING, SegmentKind.PARAGRAPH, SegmentKind.REPEAT})
