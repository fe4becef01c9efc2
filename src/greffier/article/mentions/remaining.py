"""Rows of capitals that neither the lexicon nor their shape explains: what the article, the preposition and the recogniser say of them.

In: `View`, `Chain`s, the finds so far. Out: `Context`, `find_remaining`. Not: anything that overlaps a find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from greffier.article.mentions.chains import NO_WORD, Chain, in_capitals, opens
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.article.mentions.persons import is_full, name_parts
from greffier.article.mentions.shapes import complement
from greffier.article.mentions.towns import AT_HOME, in_place
from greffier.lang.lexicon import Sense
from greffier.records import EntityKind, MentionKind, NameSpan
from greffier.text.phrases import flatten

__all__ = ["Context", "explained", "find_remaining", "learn", "parenthesised"]

_ARTICLES = frozenset(("le", "la", "l", "les", "du", "des", "au", "aux", "un", "une", "ce", "cet", "cette"))

# «le Football Club | de Metz», «l'Amicale | des anciens»: what belongs to the last word is in the name.
_COMPLETED = ("recogniser", "organisation_word")

_LABELS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANISATION}

# «les Mirecurtiens», «un Belfortain», «deux Lorrains»: people of a town, no name.
_INHABITANTS = re.compile(r"\w{3,}(?:ois|oises?|iens?|iennes?|éens?|éennes?|ains?|aines?|ards?|ardes?|ais|aises?)$")


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What the whole article tells of single words: surnames and first names of persons with a full name, short forms it explains."""

    surnames: frozenset[tuple[str, ...]]
    first_names: frozenset[str]
    acronyms: frozenset[str]
    heads: frozenset[str]


Judge = Callable[[View, Stretch, Chain, Context], tuple[EntityKind, str] | None]


def learn(view: View, found: Iterable[Found], acronyms: Iterable[int], speakers: Iterable[Chain] = ()) -> Context:
    """Gather what full names, explained short forms and those who speak tell of single words."""
    particles = view.tables.words.get("particle", frozenset())
    surnames: set[tuple[str, ...]] = {name_parts(view.quote(chain.first, chain.last), particles) for chain in speakers}
    firsts: set[str] = set()
    heads = Counter(head for head, _ in {(view.flat(f.first), view.quote(f.first, f.last)) for f in found if _is_headed(view, f)})
    for f in found:
        if f.kind is EntityKind.PERSON and is_full(view, f):
            parts = name_parts(view.quote(f.inner, f.last), particles)
            surnames.update(parts[i:] for i in range(1, len(parts)))
            firsts.add(parts[0])
    return Context(
        surnames=frozenset(surnames),
        first_names=frozenset(firsts),
        acronyms=frozenset(view.quote(word, word) for word in acronyms),
        heads=frozenset(head for head, count in heads.items() if count == 1),
    )


def _is_headed(view: View, found: Found) -> bool:
    return found.kind is EntityKind.ORGANISATION and found.last > found.first and view.listed(found.first, "organisation_head")


def explained(chain: Chain, found: Iterable[Found]) -> bool:
    """Tell whether every capital of a row belongs to a name («Russie-Iran-Turquie» to three)."""
    words = set(range(chain.first, chain.last + 1))
    for f in found:
        words.difference_update(range(f.first, f.last + 1))
    return not words


def surname(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«Hosneld» where the article names Guy Hosneld, «Guy» too."""
    del stretch
    parts = name_parts(view.quote(chain.first, chain.last), view.tables.words.get("particle", frozenset()))
    if parts in context.surnames or (len(parts) == 1 and parts[0] in context.first_names):
        return EntityKind.PERSON, "surname_of_article"
    return None


def acronym(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«l'OLP» where the article has told what it stands for."""
    del stretch
    return (EntityKind.ORGANISATION, "acronym_of_article") if view.quote(chain.first, chain.last) in context.acronyms else None


def in_parentheses(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«l'Agence internationale des énergies renouvelables (IRENA)»: a short form behind what it is short for."""
    del stretch, context
    return (EntityKind.ORGANISATION, "in_parentheses") if parenthesised(view, chain) else None


def parenthesised(view: View, chain: Chain) -> bool:
    """Tell whether one word stands alone in parentheses, in capitals («IRENA») or behind a noun for organisations («Isro»)."""
    words = view.quote(chain.first, chain.last)
    inside = chain.first > 0 and view.print_gap(chain.first - 1).endswith(" (") and view.print_gap(chain.last).startswith(")")
    if not inside or chain.first != chain.last or not 2 <= len(words) <= 8 or NO_WORD.fullmatch(words):
        return False
    near = range(max(0, chain.first - 6), chain.first)
    headed = any(view.listed(word, "organisation_noun") or view.listed(word, "organisation_head") for word in near)
    return words.isupper() or (headed and words not in view.tables.first_names)


def first_name_alone(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«avec Jeanine»."""
    del context
    alone = view.quote(chain.first, chain.last) in view.tables.first_names and not opens(view, stretch, chain.first)
    return (EntityKind.PERSON, "first_name_alone") if alone and _label(view, stretch, chain) in (None, EntityKind.PERSON) else None


def head_again(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«la Fédération» where the article names one federation."""
    known = chain.first == chain.last and view.flat(chain.first) in context.heads and chain.first > stretch.first
    if known and view.flat(chain.first - 1) in ("la", "le", "l", "du", "au"):
        return EntityKind.ORGANISATION, "head_again"
    return None


def headed(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«UAE Team Emirates», «Acme Group»: a word that organisations have in their names."""
    del stretch, context
    many = chain.last > chain.first
    words = range(chain.first, chain.last + 1)
    return (EntityKind.ORGANISATION, "organisation_word") if many and any(view.listed(w, "organisation_word") for w in words) else None


def speaking(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«…, explique Tarlo», «selon Parker»: a verb of saying right before a name without article."""
    del context
    before = chain.first - 1
    if before < stretch.first or view.print_gap(before) != " " or not view.listed(before, "saying_form"):
        return None
    if view.quote(chain.first, chain.last).isupper() or _label(view, stretch, chain) is EntityKind.ORGANISATION:
        return EntityKind.ORGANISATION, "speaking"
    return EntityKind.PERSON, "speaking"


def speaks(view: View, chain: Chain) -> bool:
    """Tell whether a single word without article is the subject of a verb of saying: «Morvan a indiqué que …»."""
    token = view.token(chain.first)
    if chain.first != chain.last or token is None or token.deprel != "nsubj" or in_letters(view, chain) or view.hits.get(chain.first):
        return False
    if chain.first and (view.flat(chain.first - 1) in _ARTICLES or view.listed(chain.first, "organisation_head")):
        return False
    if view.tables.cities.get(view.quote(chain.first, chain.first)):
        return False
    return flatten(view.sentence_of(token).tokens[token.head].lemma) in view.tables.words.get("saying_lemma", ())


def subject_of_saying(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«Morvan a indiqué», which recognisers take for a village."""
    del context
    says = speaks(view, chain) and _label(view, stretch, chain) in (None, EntityKind.PLACE, EntityKind.PERSON)
    return (EntityKind.PERSON, "subject_of_saying") if says else None


def behind_preposition(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«à Haironville», «près de Vignot»; but «à Julie»."""
    del context
    if not in_place(view, chain.first) or in_letters(view, chain):
        return None
    if _titled_work(view, chain):
        return None
    if _relied_on(view, chain):
        return EntityKind.PERSON, "relied_on"
    alone = view.quote(chain.first, chain.last) in view.tables.first_names
    if alone and _label(view, stretch, chain) is not EntityKind.PLACE:
        return EntityKind.PERSON, "first_name_alone"
    return EntityKind.PLACE, "place_preposition"


def _titled_work(view: View, chain: Chain) -> bool:
    # «dans Le Secret», «sur Yamaha M1»: an article in capitals that belongs to no town, a model with a number
    words = view.quote(chain.first, chain.last)
    return (view.flat(chain.first) in ("le", "la", "les") and not view.tables.cities.get(words)) or any(c.isdigit() for c in words)


def _relied_on(view: View, chain: Chain) -> bool:
    # «compte sur Diaby»: the verb wants somebody, not a place
    token = view.token(chain.first)
    if token is None or not chain.first or view.flat(chain.first - 1) != "sur":
        return False
    if view.tables.cities.get(view.quote(chain.first, chain.last)):
        return False
    return flatten(view.sentence_of(token).tokens[token.head].lemma) in view.tables.words.get("person_lemma", ())


def in_letters(view: View, chain: Chain) -> bool:
    """Tell whether a name is two to six capitals («GFD»)."""
    words = view.quote(chain.first, chain.last)
    return words.isupper() and 2 <= len(words) <= 6 and words.isalpha()


def recognised(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """What the parser's recogniser says of any of the words; a head of organisations alone is no name."""
    del context
    if chain.first == chain.last and view.listed(chain.first, "organisation_head"):
        return None
    if chain.first == chain.last and opens(view, stretch, chain.first) and not _witnessed(view, chain.first):
        return None
    label = _label(view, stretch, chain)
    if label is EntityKind.PLACE and chain.first == chain.last and _people(view, stretch, chain.first):
        return None
    if label is EntityKind.PERSON and _a_town(view, chain):
        label = EntityKind.PLACE
    if label is EntityKind.PLACE and _somebody(view, stretch, chain):
        label = EntityKind.PERSON
    if label is EntityKind.PLACE and _some_body(view, stretch, chain):
        label = EntityKind.ORGANISATION
    if label is EntityKind.PERSON and chain.first == chain.last and _people(view, stretch, chain.first):
        label = EntityKind.ORGANISATION  # «les Libéraux», «les Beatles»
    if label is EntityKind.PERSON and chain.first == chain.last and _no_person(view, stretch, chain.first):
        label = EntityKind.ORGANISATION
    return (label, "recogniser") if label is not None else None


def _somebody(view: View, stretch: Stretch, chain: Chain) -> bool:
    # «entourés de Sandrine»: a first name that is no town
    words = view.quote(chain.first, chain.last)
    if _of_family(view, stretch, chain.first):
        return True
    alone = chain.first == chain.last and words in view.tables.first_names and not opens(view, stretch, chain.first)
    alone = alone and not view.tables.cities.get(words)
    return alone and not _no_person(view, stretch, chain.first)


def _of_family(view: View, stretch: Stretch, word: int) -> bool:
    # «les familles | Morvan et | Diaby»
    before = word - 1
    if before > stretch.first + 1 and view.flat(before) == "et" and view.capital(before - 1):
        before -= 2
    return before >= stretch.first and view.listed(before, "family_noun")


def _a_town(view: View, chain: Chain) -> bool:
    # «Épinal recevra Vesoul»: a French town that is nobody's name
    words = view.quote(chain.first, chain.last)
    if words in view.tables.first_names or words in view.tables.surnames or _said_by(view, chain):
        return False
    return any(row.name == words and row.country in AT_HOME for row in view.tables.cities.get(words))


def _said_by(view: View, chain: Chain) -> bool:
    # surnames have verbs of saying more often than towns
    token = view.token(chain.first)
    lemma = flatten(view.sentence_of(token).tokens[token.head].lemma) if token is not None else ""
    return lemma in view.tables.words.get("saying_lemma", ())


def visited(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«ont visité Longueval»: the object of a verb that only places have."""
    del context
    token = view.token(chain.first)
    if token is None or token.deprel != "obj" or chain.first == stretch.first or in_letters(view, chain):
        return None
    if view.flat(chain.first - 1) in _ARTICLES or view.quote(chain.first, chain.first) in view.tables.first_names:
        return None
    lemma = flatten(view.sentence_of(token).tokens[token.head].lemma)
    return (EntityKind.PLACE, "place_object") if lemma in view.tables.words.get("place_object", ()) else None


def _some_body(view: View, stretch: Stretch, chain: Chain) -> bool:
    # «chez Smart» is a firm, «le SLUC Nancy» a club, «le SMUR» a service
    if chain.first == stretch.first:
        return False
    before = view.flat(chain.first - 1)
    letters = view.quote(chain.first, chain.first)
    noun = chain.first - 1
    while noun > stretch.first and view.flat(noun) in ("de", "du", "d", "la", "l"):
        noun -= 1
    if noun < chain.first - 1 and view.listed(noun, "firm_noun") and before in ("la", "l"):
        return True  # «au siège de la Cofimex»
    return before == "chez" or (
        before in ("le", "la", "l", "du", "au") and letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6
    )


def _no_person(view: View, stretch: Stretch, word: int) -> bool:
    # «le Dax», «chez Grasset»: persons have no article, and «chez» is mostly a firm
    return word > stretch.first and view.flat(word - 1) in ("le", "la", "l", "du", "au", "chez")


def _people(view: View, stretch: Stretch, word: int) -> bool:
    # «les Ouïghours»: a plural that the recogniser takes for a place
    return word > stretch.first and view.flat(word - 1) in ("les", "des", "aux", "ces") and view.flat(word).endswith(("s", "x"))


def _witnessed(view: View, word: int) -> bool:
    """Tell whether a word that opens a sentence is a name for another reason: a subject, or a capital inside another sentence."""
    token = view.token(word)
    if token is not None and token.deprel.startswith("nsubj"):
        return True
    return view.flat(word) in view.inner_capitals


def _label(view: View, stretch: Stretch, chain: Chain) -> EntityKind | None:
    start, end = view.words.starts[chain.first], view.words.ends[chain.last]
    return next((_LABELS.get(n.label) for n in stretch.sentence.names if _shares(n, start, end)), None)


def by_capitals(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«l'EBM»: two to six capitals inside a sentence."""
    del context
    if in_letters(view, chain) and not opens(view, stretch, chain.first):
        return EntityKind.ORGANISATION, "capitals"
    return None


def behind_article(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«dans la Saulx», «sur le Lac»: a preposition of place before the article."""
    del stretch, context
    if view.listed(chain.first, "organisation_head") or _titled_work(view, chain):
        return None
    return (EntityKind.PLACE, "place_preposition") if in_place(view, chain.first, articled=True) else None


def subject(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«Catalano est retourné»: a proper noun without article that does something."""
    del context
    token = view.token(chain.first)
    if _no_person(view, stretch, chain.first) or _people(view, stretch, chain.first):
        return None
    if token is None or token.upos != "PROPN" or token.deprel not in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return None
    return (EntityKind.PLACE, "town_as_subject") if _a_town(view, chain) else (EntityKind.PERSON, "subject")


def row(view: View, stretch: Stretch, chain: Chain, context: Context) -> tuple[EntityKind, str] | None:
    """«Vlajko Stojiljkovic»: two or more capital words inside a sentence; behind an article an organisation, else a person."""
    del context
    if chain.first == chain.last or opens(view, stretch, chain.first) or view.listed(chain.first, "never_alone"):
        return None
    if in_place(view, chain.first) and _titled_work(view, chain):
        return None
    words = range(chain.first, chain.last + 1)
    named = view.has(chain.first, Sense.NAME) or any(view.quote(word, word).isupper() for word in words)
    if named or view.flat(chain.first - 1) in ("le", "la", "l", "les", "du", "des", "au", "aux", "un", "une"):
        return EntityKind.ORGANISATION, "row_of_capitals"
    return EntityKind.PERSON, "row_of_capitals"


JUDGES: tuple[Judge, ...] = (
    surname,
    acronym,
    in_parentheses,
    head_again,
    headed,
    speaking,
    subject_of_saying,
    behind_preposition,
    first_name_alone,
    visited,
    recognised,
    by_capitals,
    behind_article,
    subject,
    row,
)


def find_remaining(view: View, stretch: Stretch, chains: Iterable[Chain], found: list[Found], context: Context) -> Iterator[Found]:
    """Give the rows of capitals that are names after all."""
    for chain in chains:
        if explained(chain, found) or _no_name(view, stretch, chain):
            continue
        if view.has(chain.first, Sense.DEMONYM, chain.last):
            yield _demonym(view, chain)
            continue
        for judge in (surname,) if in_capitals(view, stretch) else JUDGES:
            answer = judge(view, stretch, chain, context)
            if answer is not None:
                yield _found(view, stretch, chain, *answer)
                break


def _demonym(view: View, chain: Chain) -> Found:
    """«aucun Gambien», without an article that the lexicon's guard knows."""
    entries = tuple(e for last, es in view.hits[chain.first] if last == chain.last for e in es if e.sense is Sense.DEMONYM)
    return Found(first=chain.first, last=chain.last, inner=chain.first, kind=entries[0].kind, rule="lexicon_demonym", entries=entries)


def _found(view: View, stretch: Stretch, chain: Chain, kind: EntityKind, rule: str) -> Found:
    last = complement(view, chain.last, stretch.stop) if kind is EntityKind.ORGANISATION and rule in _COMPLETED else chain.last
    how = MentionKind.ROLE if rule == "head_again" else MentionKind.NAME
    return Found(first=chain.first, last=last, inner=chain.first, kind=kind, rule=rule, how=how)


def _no_name(view: View, stretch: Stretch, chain: Chain) -> bool:
    if chain.first != chain.last:
        return False
    words = view.quote(chain.first, chain.last)
    if NO_WORD.fullmatch(words) or view.listed(chain.first, "never_alone") or view.listed(chain.first, "function"):
        return True
    before = chain.first - 1
    return before >= stretch.first and view.listed(before, "determiner_of_people") and _INHABITANTS.fullmatch(words.lower()) is not None


def _shares(name: NameSpan, start: int, end: int) -> bool:
    return name.start < end and start < name.end
