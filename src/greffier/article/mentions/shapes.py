"""Names by their shape: capitals in a row, first names, titles, particles, heads of organisations and of places.

In: `View`, `Chain`s. Out: `find_shapes`, `complement`. Not: what the lexicon knows already; the longer of two overlapping finds is kept by
`choose`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.mentions.chains import Chain, chain_at, common, in_capitals, initialled, title_before
from greffier.article.mentions.lexical import touches
from greffier.article.mentions.passages import Found, Stretch, View
from greffier.lang.lexicon import Entry, Sense
from greffier.records import EntityKind

__all__ = ["complement", "find_shapes"]


Judge = Callable[[View, Stretch, Chain], Found | None]

# «AS Nancy Lorraine», «FC Nantes»
_CLUBS = frozenset(("AS", "FC", "US", "SC", "RC", "CS", "AC", "OGC", "ES", "EA", "AJ", "LB", "SO", "CA", "UC", "BC"))


def _role_before(view: View, word: int) -> Entry | None:
    """The word for an office that ends right before a word, or before the demonym right before it («le juge | Trévidic»)."""
    for end in (word - 1, word - 2):
        if end < 0 or view.print_gap(end) != " ":
            return None
        for first in range(max(0, end - 6), end + 1):
            for last, entries in view.hits.get(first, ()):
                if last == end:
                    for entry in entries:
                        if entry.sense in (Sense.ROLE, Sense.SHORT) and not entry.plural:
                            return entry
        if not any(e.sense is Sense.ADJECTIVE for last, entries in view.hits.get(end, ()) for e in entries if last == end):
            return None
    return None


def titled(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«M. Lavrov», «le général Guerassimov»."""
    title = title_before(view, chain.first)
    if title is None:
        return None
    first, entry = title
    # A careless splitter ends a sentence behind «M.»; the name is still his, the title then stays outside.
    inside = getattr(entry.row, "inside", False) and first >= stretch.first
    return Found(
        first=first if inside else chain.first,
        last=chain.last,
        inner=chain.first,
        kind=EntityKind.PERSON,
        rule="title",
        gender=entry.gender,
        sector=entry.sector,
    )


def first_named(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Mathilde Carpentier»: a first name and at least one more word."""
    del stretch
    first = view.quote(chain.first, chain.first)
    if chain.last == chain.first or first not in view.tables.first_names:
        return None
    if view.print_gap(chain.first) == "-" and chain.last == chain.first + 1:
        return None  # «Marie-Claire» is a first name alone
    return _person(chain, "first_name", view.tables.first_names.gender(first))


def with_initial(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«S. Somanath», «J.-C. Martin»."""
    if not initialled(view, chain.first, stretch.stop) or view.has(chain.first, Sense.TITLE):
        return None
    last = chain.first + 1
    while last < chain.last and view.words.ends[last] - view.words.starts[last] == 1:
        last += 1
    return _person(chain, "initial") if view.words.ends[last] - view.words.starts[last] > 2 else None


def with_office(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«le président Rohani», «le juge russe Ivanov»."""
    entry = _role_before(view, chain.first)
    if entry is None or chain.first - 1 < stretch.first or _is_known(view, chain):
        return None
    return _person(chain, "office_before", entry.gender, entry.sector)


def with_particle(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Walid el-Mouallem», «Al-Baghdadi»."""
    del stretch
    inside = range(chain.first, chain.last)
    if any(view.listed(word, "particle") for word in inside) and not _is_known(view, chain):
        return _person(chain, "particle")
    return None


def english(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Bank of Scotland», «Glasgow School of Art»."""
    del stretch
    inside = range(chain.first + 1, chain.last)
    if any(view.listed(word, "english_joiner") and not view.capital(word) for word in inside):
        return Found(first=chain.first, last=chain.last, inner=chain.first, kind=EntityKind.ORGANISATION, rule="english_joiner")
    return None


def with_age(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Kévin Marchand, 34 ans»."""
    at = chain.last + 1
    if chain.last > chain.first and at + 1 < stretch.stop and view.flat(at).isdigit() and view.flat(at + 1) == "ans":
        return _person(chain, "age_behind")
    return None


def organisation(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Fédération française de football», «Université de Lorraine»; the head alone («la Fédération») is no name."""
    if view.quote(chain.first, chain.first) in _CLUBS and chain.last > chain.first:
        return Found(first=chain.first, last=chain.last, inner=chain.first, kind=EntityKind.ORGANISATION, rule="club")
    if not view.listed(chain.first, "organisation_head") or _indefinite(view, stretch, chain.first):
        return None
    last = complement(view, chain.last, stretch.stop)
    if view.listed(chain.first, "purpose_head"):
        last = _purpose(view, last, stretch.stop)
    if last == chain.first:
        return None
    return Found(first=chain.first, last=last, inner=chain.first, kind=EntityKind.ORGANISATION, rule="organisation_head")


def _indefinite(view: View, stretch: Stretch, word: int) -> bool:
    # «un Conseil des chefs d'Etat», «son Parlement»: one of its sort, no name.
    return word > stretch.first and view.listed(word - 1, "indefinite")


def complement(view: View, last: int, stop: int) -> int:
    """The last word of what belongs to the head of an organisation: adjectives, and «de» with a name or a noun behind it."""
    while last + 1 < stop:
        if view.print_gap(last) != " ":
            break
        at = last + 1
        if view.capital(at) and view.capital(last) and not view.listed(at, "never_name"):
            last = chain_at(view, at, stop).last
        elif _is_adjective(view, at):
            last = _to_hyphen_end(view, at, stop)
        elif view.listed(at, "of"):
            behind = _behind_of(view, at, stop)
            if behind is None:
                break
            last = behind
        elif view.flat(at) == "et" and (joined := _joined_by_and(view, last, stop)) is not None:
            last = joined
        else:
            break
    return last


def _purpose(view: View, last: int, stop: int) -> int:
    # «le Front uni | pour le changement», not «le Parti socialiste pour l'instant»: the noun depends on one of the name
    at = last + 2
    if at >= stop or view.flat(last + 1) != "pour" or view.print_gap(last) != " " or view.flat(at) not in ("la", "le", "l", "les"):
        return last
    at += 1
    token = view.token(at) if at < stop else None
    if token is None or token.upos not in ("NOUN", "PROPN") or view.listed(at, "time_noun") or view.flat(at) in ("instant", "moment"):
        return last
    head = view.sentence_of(token).tokens[token.head]
    return complement(view, at, stop) if view.words.starts[last] >= head.start and head.upos not in ("VERB", "AUX") else last


def _behind_of(view: View, at: int, stop: int) -> int | None:
    # «(l'Université) | de Lorraine», «| des jeunes», but «(le Front national) de Thierry Gourlot»
    after = at + 1
    while after < stop and view.flat(after) in ("la", "l", "les"):
        after += 1
    if after >= stop or "\n" in view.between(at, after) or _first_and_last(view, after, stop):
        return None
    token = view.token(after)
    if view.capital(after) and not view.listed(after, "never_name"):
        return chain_at(view, after, stop).last
    if view.flat(after) in ("etat", "etats"):
        return after
    if token is not None and token.upos == "NOUN" and not view.listed(after, "time_noun"):
        return _to_hyphen_end(view, after, stop)
    return None


def _of_noun(view: View, last: int, stop: int) -> int:
    # «l'association Les Amis | de l'orgue»
    at = last + 1
    if at >= stop or not view.listed(at, "of") or view.print_gap(last) != " ":
        return last
    while at < stop and view.flat(at) in ("de", "d", "du", "des", "la", "l", "les"):
        at += 1
    token = view.token(at) if at < stop else None
    return at if token is not None and token.upos in ("NOUN", "PROPN") and "\n" not in view.between(last, at) else last


def _first_and_last(view: View, word: int, stop: int) -> bool:
    """Tell whether a person with first name and surname begins at a word."""
    chain = chain_at(view, word, stop) if view.quote(word, word) in view.tables.first_names else None
    return chain is not None and chain.last > word and view.print_gap(word) == " "


def _joined_by_and(view: View, last: int, stop: int) -> int | None:
    # «Mouvement républicain | et citoyen», «Chambre de commerce | et d'industrie»; not «la Fédération de lutte et le maire»
    at = last + 2
    if at >= stop or view.print_gap(last) != " " or view.print_gap(last + 1) != " ":
        return None
    left, right = view.token(last), view.token(at)
    if left is None or right is None or view.capital(at):
        return None
    if left.upos == "ADJ" and right.upos in ("ADJ", "NOUN") and right.deprel == "conj" and view.flat(at - 1) == "et":
        return at if right.upos == "ADJ" or not view.listed(at, "of") else None
    if left.upos == right.upos == "NOUN" and right.deprel == "conj" and view.flat(last).endswith("s") and view.flat(at).endswith("s"):
        return at  # «Association des veuves | et orphelins»
    noun = view.token(at + 1) if at + 1 < stop and view.flat(at) in ("d", "de", "des") else None
    return at + 1 if noun is not None and noun.upos == "NOUN" and left.upos == "NOUN" and not view.capital(at + 1) else None


def _to_hyphen_end(view: View, word: int, stop: int) -> int:
    # «russo|-américaine»
    while word + 1 < stop and view.print_gap(word) == "-":
        word += 1
    return word


def _is_adjective(view: View, word: int) -> bool:
    if view.listed(word, "field_adjective") or view.has(word, Sense.ADJECTIVE):
        return True
    token = view.token(word)
    return token is not None and token.upos == "ADJ" and token.deprel == "amod" and not view.listed(word, "role_modifier")


def street(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«rue Victor-Hugo», «place de la République»: the noun belongs to the name."""
    at = chain.first - 1
    while at > stretch.first and view.flat(at) in ("de", "du", "des", "d", "la", "l", "les") and view.print_gap(at) in (" ", "'"):
        at -= 1
    if at < stretch.first or not view.listed(at, "street_noun") or view.print_gap(at) != " ":
        return None
    return Found(first=at, last=chain.last, inner=at, kind=EntityKind.PLACE, rule="street")


_NOUNS = (
    ("facility_noun", EntityKind.PLACE),
    ("organisation_noun", EntityKind.ORGANISATION),
    ("medium_noun", EntityKind.MEDIUM),
)


def facility(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«le lycée Jules-Romains», «la société Leroy»: the noun before the name tells its kind."""
    at = chain.first - 1
    if at < stretch.first or view.print_gap(at) != " ":
        return None
    if view.has(at, Sense.ADJECTIVE) and at > stretch.first:
        at -= 1  # «le journal | russe | Rossiïskaïa Gazeta»
    for name, kind in _NOUNS:
        if view.listed(at, name):
            last = chain.last
            if name == "organisation_noun" and view.flat(chain.first) == "les" and last > chain.first:
                last = _of_noun(view, last, stretch.stop)
            return Found(first=chain.first, last=last, inner=chain.first, kind=kind, rule=name)
    return None


def place(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Mont Ventoux», «Saint-Dié-des-Vosges», «Pont-à-Mousson»."""
    del stretch
    if view.listed(chain.first, "place_head") and chain.last > chain.first:
        return Found(first=chain.first, last=chain.last, inner=chain.first, kind=EntityKind.PLACE, rule="place_head")
    return None


def _is_known(view: View, chain: Chain) -> bool:
    """Tell whether the lexicon has the whole chain as something else than a person."""
    return any(
        last == chain.last and any(e.sense in (Sense.NAME, Sense.SEAT) and e.kind is not EntityKind.PERSON for e in entries)
        for last, entries in view.hits.get(chain.first, ())
    )


def _person(chain: Chain, rule: str, gender: str | None = None, sector: str | None = None) -> Found:
    return Found(first=chain.first, last=chain.last, inner=chain.first, kind=EntityKind.PERSON, rule=rule, gender=gender, sector=sector)


def tied(view: View, stretch: Stretch, chain: Chain) -> Found | None:
    """«Pont-à-Mousson», «Raon-l'Étape», «Sorcy-Saint-Martin»: small words or saints between hyphens make a town or a department."""
    del stretch
    inside = range(chain.first + 1, chain.last)
    if any(view.flat(word) == "l" and view.print_gap(word - 1) == "-" and view.print_gap(word) == "'" for word in inside):
        return Found(first=chain.first, last=chain.last, inner=chain.first, kind=EntityKind.PLACE, rule="tied_by_hyphens")
    if any(view.flat(word) in ("saint", "sainte") and view.print_gap(word - 1) == view.print_gap(word) == "-" for word in inside) or any(
        not view.capital(word) and view.print_gap(word) == "-" and view.print_gap(word - 1) == "-" for word in inside
    ):
        return Found(first=chain.first, last=chain.last, inner=chain.first, kind=EntityKind.PLACE, rule="tied_by_hyphens")
    return None


def _small_after_title(view: View, word: int, stop: int) -> Chain | None:
    # «M. | de Villepin», «Mme | von der Leyen», «M. | el-Assad»: after «M.» and «Mme» a surname may begin with small words
    title = None if view.capital(word) else title_before(view, word)
    if title is None or not getattr(title[1].row, "inside", False):
        return None
    at = word
    while at + 1 < stop and at - word < 3 and (view.listed(at, "particle") or view.flat(at) in ("de", "d", "du", "des")):
        if view.print_gap(at) not in (" ", "-", "'"):
            return None
        at += 1
        if view.capital(at):
            return Chain(first=word, last=chain_at(view, at, stop).last)
    return None


def _article_of_known(view: View, word: int, stop: int) -> bool:
    # «La | Sierra Leone», «L'| Organisation mondiale de la santé»: an article with a capital before what the lexicon or nothing explains
    if view.flat(word) == "l" and view.print_gap(word) == "'":
        return True
    if view.flat(word) not in ("la", "le", "les") or view.print_gap(word) != " " or word + 1 >= stop:
        return False
    return view.has(word + 1, Sense.NAME) or view.has(word + 1, Sense.SEAT)


def _demonym_of(view: View, word: int, stop: int) -> bool:
    # «le Nigérian | Muhammadu Buhari»
    return word + 1 < stop and view.print_gap(word) == " " and view.capital(word + 1) and view.has(word, Sense.DEMONYM, word)


def _is_title(view: View, word: int) -> bool:
    """Tell whether a title stands at the word («M.», «Mme»), which opens no chain."""
    return any(
        e.sense is Sense.TITLE and (not e.form.endswith(".") or view.print_gap(last).startswith("."))
        for last, entries in view.hits.get(word, ())
        for e in entries
    )


JUDGES: tuple[Judge, ...] = (
    titled,
    street,
    facility,
    tied,
    english,
    first_named,
    with_initial,
    with_age,
    organisation,
    with_office,
    with_particle,
    place,
)


def find_shapes(view: View, stretch: Stretch) -> Iterator[tuple[Chain, Found | None]]:
    """Give every row of capitals in a stretch with what its shape says of it, null where it says nothing."""
    if in_capitals(view, stretch):
        # Where every word is in capitals none says anything by them: only the lexicon and surnames of the article do.
        yield from ((Chain(first=w, last=w), None) for w in range(stretch.first, stretch.stop))
        return
    word = stretch.first
    while word < stretch.stop:
        if not view.capitals[word] and word - 1 not in view.title_ends:
            word += 1
            continue
        small = _small_after_title(view, word, stretch.stop)
        if small is not None:
            yield small, titled(view, stretch, small)
            word = small.last + 1
            continue
        if not view.capitals[word] or (common(view, stretch, word) and title_before(view, word) is None) or _is_title(view, word):
            word += 1
            continue
        if _article_of_known(view, word, stretch.stop) or _demonym_of(view, word, stretch.stop):
            word += 1
            continue
        chain = chain_at(view, word, stretch.stop)
        if touches(view, chain.first, chain.last):
            yield chain, None
        else:
            yield chain, next((found for judge in JUDGES if (found := judge(view, stretch, chain))), None)
        word = chain.last + 1
