"""Typed contents of `lang/<code>/statements/`: words that announce words, and who can say them.

In: the tables of that folder. Out: `StatementTables`, `load_statements`. Not: rules.

Cues are matched by form, not by a tagger's lemma: forms are made from the lemma by the models of `lang/<code>/conjugation/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from importlib.resources.abc import Traversable

import msgspec

from greffier.lang.conjugation import Conjugator
from greffier.lang.loader import read_lines, read_table
from greffier.records import Act, Record, SourceKind
from greffier.text.inflection import Number, Tense

__all__ = [
    "ActOfObject",
    "Addressing",
    "Carrier",
    "Complement",
    "CueForm",
    "CueLocution",
    "CuePreposition",
    "CueVerb",
    "Hearsay",
    "InterviewSign",
    "InterviewWords",
    "Judgement",
    "Reflexive",
    "SayingNoun",
    "SpeakerNoun",
    "SpeakerSort",
    "StatementTables",
    "Stop",
    "Strength",
    "load_statements",
]


class Complement(StrEnum):
    """What a cue may take as its content.

    `que` a clause, `inf` a bare infinitive («affirme avoir»), `de_inf` and `a_inf` an infinitive after de or à, `si` an indirect question
    (si, pourquoi, comment …), `np` a noun phrase with words in marks, `object` a bare noun phrase as well («annonce une hausse»),
    `quote` words in quotation marks, `colon` a clause after a colon,
    `attribute` what something is called or held to be («qualifie l'accord de fragile», «juge le texte obscur», «présente le plan comme»),
    `selon_lequel` a clause after «selon lequel» (nouns of saying only).
    """

    QUE = "que"
    INF = "inf"
    DE_INF = "de_inf"
    A_INF = "a_inf"
    SI = "si"
    NP = "np"
    OBJECT = "object"
    QUOTE = "quote"
    COLON = "colon"
    ATTRIBUTE = "attribute"
    SELON_LEQUEL = "selon_lequel"


class Reflexive(StrEnum):
    """Whether the verb is a cue with «se»: `always` only with it («s'exclamer»), `never` only without it."""

    NEVER = "never"
    MAY = "may"
    ALWAYS = "always"


class Addressing(StrEnum):
    """How the person spoken to is printed: not at all, as direct object («accuse X de»), after à («demande à X de»)."""

    NONE = "none"
    OBJECT = "object"
    A = "à"


class Strength(StrEnum):
    """How sure the verb alone announces words.

    `speech`, `directive` (urging), `commissive` (promising), `judgement` (estimer, juger) are required statements; `attitude` (craindre),
    `perception` (voir, apprendre) and `weak` (verbs that mostly mean something else: lancer, trouver, relever) want quotation marks,
    an incise or a clause.
    """

    SPEECH = "speech"
    DIRECTIVE = "directive"
    COMMISSIVE = "commissive"
    JUDGEMENT = "judgement"
    ATTITUDE = "attitude"
    PERCEPTION = "perception"
    WEAK = "weak"


class CueForm(msgspec.Struct, frozen=True, gc=False):
    """A reading of a form: what verb it belongs to and where it stands in its paradigm; `person` is 0 where it has none."""

    lemma: str
    tense: Tense
    person: int
    number: Number | None
    feminine: bool


class CueVerb(Record, frozen=True, kw_only=True):
    """A verb that announces words.

    `acts` overrides `act` for a complement, as `de_inf=urge` («demander de» urges, «demander si» asks); `infinitive` is the lemma without
    its pronoun where it has one («se rappeler», a verb beside «rappeler»); `variants` are other spellings of the infinitive.
    `when_negated` is the act of a verb whose negation says something all the same («ne nie pas avoir frappé» admits it).
    """

    lemma: str
    act: Act
    acts: tuple[str, ...] = ()
    complements: frozenset[Complement]
    incise: bool = True
    reflexive: Reflexive = Reflexive.NEVER
    addressee: Addressing = Addressing.NONE
    strength: Strength = Strength.SPEECH
    when_negated: Act | None = None
    infinitive: str | None = None
    variants: tuple[str, ...] = ()
    example: str

    def act_with(self, complement: Complement | None) -> Act:
        """Tell the act that the verb performs with a complement."""
        for override in self.acts:
            name, _, act = override.partition("=")
            if name == complement:
                return Act(act)
        return self.act


class CueLocution(Record, frozen=True, kw_only=True):
    """Several words that announce words: an inflected `head` and the fixed `rest` («faire» + «valoir»); adverbs may stand between."""

    head: str
    rest: str
    act: Act
    complements: frozenset[Complement]
    incise: bool = True
    reflexive: Reflexive = Reflexive.NEVER
    addressee: Addressing = Addressing.NONE
    strength: Strength = Strength.SPEECH
    example: str

    @property
    def lemma(self) -> str:
        """The locution as a dictionary prints it."""
        return f"{self.head} {self.rest}"


class Carrier(Record, frozen=True, kw_only=True):
    """A verb that carries an infinitive cue: «tient à préciser», «se borne à dire», «refuse de confirmer»; `link` is à, de or empty.

    `negates` tells that nothing was said then; `act` is that of carrying, where it outweighs the act of the cue.
    """

    lemma: str
    link: str = ""
    reflexive: Reflexive = Reflexive.NEVER
    negates: bool = False
    act: Act | None = None
    example: str


class SayingNoun(Record, frozen=True, kw_only=True):
    """A noun of saying: «la promesse de», «ses déclarations selon lesquelles»; `complements` tell what clause it takes."""

    noun: str
    plural: str
    feminine: bool = False
    act: Act
    complements: frozenset[Complement]
    hearsay: bool = False
    example: str


class CuePreposition(Record, frozen=True, kw_only=True):
    """A preposition that names a source: «selon X», «à en croire X», «de source diplomatique».

    `takes`: `np` a noun phrase or pronoun, `de` the same after de (du, des, d'), `adjective` an adjective, `none` nothing («à l'entendre»).
    `ambiguous` ones («pour», «suivant») want a source that can speak and a comma.
    """

    words: str
    takes: str
    ambiguous: bool = False
    act: Act = Act.STATE
    hearsay: bool = False
    example: str


class Stop(Record, frozen=True, kw_only=True):
    """Words after a preposition that make it no source: «selon la loi»; `after` lists the prepositions."""

    words: tuple[str, ...]
    after: tuple[str, ...]
    example: str


class Judgement(Record, frozen=True, kw_only=True):
    """Words for what something is called, with the act that it amounts to: «qualifie de fausses les accusations» denies them."""

    words: tuple[str, ...]
    act: Act
    example: str


class ActOfObject(Record, frozen=True, kw_only=True):
    """The act of verbs with certain nouns as their object: «rejette les accusations» denies, «rejette une offre» refuses."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    act: Act
    example: str


class Hearsay(Record, frozen=True, kw_only=True):
    """Announcing words behind which nobody stands: «dit-on», «à ce qu'il paraît», «selon des sources non confirmées»."""

    words: str
    example: str


class InterviewSign(StrEnum):
    """How words tell an interview: what stands behind them (`partner`), alone (`rubric`), before who asked (`credit`), or as a verb whose
    subject answers the medium (`answering`) or merely speaks (`speaking`), which names the interviewee and is no sign by itself.
    """

    PARTNER = "partner"
    RUBRIC = "rubric"
    CREDIT = "credit"
    ANSWERING = "answering"
    SPEAKING = "speaking"


class InterviewWords(Record, frozen=True, kw_only=True):
    """Words that tell an interview or its interviewee: «Entretien avec X», «Propos recueillis par Y», «X répond à nos questions»."""

    words: str
    tells: InterviewSign
    example: str


class SpeakerSort(StrEnum):
    """How a noun comes to speak."""

    ROLE = "role"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    MEDIUM = "medium"
    BODY = "body"
    STATE = "state"


class SpeakerNoun(Record, frozen=True, kw_only=True):
    """A noun that can speak; the plural is null where it has none, the two feminine forms where the noun has one gender.

    `anonymous`: without a name beside it, it hides its speaker («une source», «un proche du dossier»).
    """

    noun: str
    plural: str | None = None
    feminine: str | None = None
    feminines: str | None = None
    kind: SourceKind
    sort: SpeakerSort
    anonymous: bool = False


class StatementTables(Record, frozen=True, kw_only=True):
    """What the language knows about statements.

    Keys of `forms`, `heads`, `nouns` and `speakers` are lower-case forms with `'` for every apostrophe. `forms` are the forms of `verbs`,
    `heads` those of the heads of `locutions`, of `carriers` and of the auxiliaries. `locutions` and `carriers` are keyed by the lemma of
    their head, `prepositions` stand longest first; `stops` tells the prepositions after which a word is no source.
    `objects` gives the act of a pair of verb and noun, `judgements` that of a word for what something is called.
    `homographs` are the finite forms that are nouns or adjectives as well, `facts` the nouns that a cue can tell as its bare object,
    `reports` the nouns of words and figures that «selon» can name beside speakers. `interviews` are the words of each sign of an interview.
    """

    forms: Mapping[str, tuple[CueForm, ...]]
    heads: Mapping[str, tuple[CueForm, ...]]
    verbs: Mapping[str, CueVerb]
    locutions: Mapping[str, tuple[CueLocution, ...]]
    carriers: Mapping[str, tuple[Carrier, ...]]
    nouns: Mapping[str, SayingNoun]
    prepositions: tuple[CuePreposition, ...]
    stops: Mapping[str, frozenset[str]]
    speakers: Mapping[str, SpeakerNoun]
    judgements: Mapping[str, Act]
    objects: Mapping[tuple[str, str], Act]
    hearsay: tuple[str, ...]
    homographs: frozenset[str]
    facts: frozenset[str]
    reports: frozenset[str]
    interviews: Mapping[InterviewSign, tuple[str, ...]]


AUXILIARIES = ("avoir", "être")


def _lexicon(conjugator: Conjugator, lemmas: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, tuple[CueForm, ...]]:
    """Index the forms of verbs: lemmas with the spellings of their infinitive."""
    readings: dict[str, dict[CueForm, None]] = {}
    for lemma, infinitives in lemmas:
        for infinitive in infinitives:
            for form in conjugator.forms(infinitive):
                reading = CueForm(lemma, form.tense, form.person, form.number, form.feminine)
                readings.setdefault(form.form, {})[reading] = None
    return {form: tuple(found) for form, found in readings.items()}


def _by_form(nouns: Iterable[SpeakerNoun]) -> Mapping[str, SpeakerNoun]:
    found: dict[str, SpeakerNoun] = {}
    for noun in nouns:
        for form in (noun.noun, noun.plural, noun.feminine, noun.feminines):
            if form:
                found.setdefault(form.lower(), noun)
    return found


def _stops(rows: Iterable[Stop]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        for word in row.words:
            found[word] = found.get(word, frozenset()) | frozenset(row.after)
    return found


def _words(file: Traversable) -> frozenset[str]:
    return frozenset(word for _, line in read_lines(file) for word in line.split())


def load_statements(folder: Traversable, conjugator: Conjugator) -> StatementTables:
    """Read the tables of `folder`.

    Raises:
        TableError: A malformed row.
    """
    verbs = read_table(folder / "verbs.tsv", CueVerb)
    locutions: dict[str, tuple[CueLocution, ...]] = {}
    for locution in read_table(folder / "locutions.tsv", CueLocution):
        locutions[locution.head] = (*locutions.get(locution.head, ()), locution)
    carriers: dict[str, tuple[Carrier, ...]] = {}
    for carrier in read_table(folder / "carriers.tsv", Carrier):
        carriers[carrier.lemma] = (*carriers.get(carrier.lemma, ()), carrier)
    nouns = read_table(folder / "nouns.tsv", SayingNoun)
    prepositions = read_table(folder / "prepositions.tsv", CuePreposition)
    interviews = read_table(folder / "interviews.tsv", InterviewWords)
    return StatementTables(
        forms=_lexicon(conjugator, ((verb.lemma, (verb.infinitive or verb.lemma, *verb.variants)) for verb in verbs)),
        heads=_lexicon(conjugator, ((lemma, (lemma,)) for lemma in dict.fromkeys((*AUXILIARIES, *locutions, *carriers)))),
        verbs={verb.lemma: verb for verb in verbs},
        locutions=locutions,
        carriers=carriers,
        nouns={form: noun for noun in nouns for form in (noun.noun, noun.plural)},
        prepositions=tuple(sorted(prepositions, key=lambda preposition: -len(preposition.words))),
        stops=_stops(read_table(folder / "stops.tsv", Stop)),
        speakers=_by_form(read_table(folder / "speakers.tsv", SpeakerNoun)),
        judgements={word: row.act for row in read_table(folder / "judgements.tsv", Judgement) for word in row.words},
        objects={
            (verb, noun): row.act for row in read_table(folder / "objects.tsv", ActOfObject) for verb in row.verbs for noun in row.nouns
        },
        hearsay=tuple(row.words for row in read_table(folder / "hearsay.tsv", Hearsay)),
        homographs=_words(folder / "homographs.txt"),
        facts=_words(folder / "facts.txt"),
        reports=_words(folder / "reports.txt"),
        interviews={sign: tuple(row.words for row in interviews if row.tells is sign) for sign in InterviewSign},
    )
