"""The complement of a cue: a clause after que, an indirect question, an infinitive, a colon, words in marks, a state of oneself.

In: a `Scene` and a group. Out: `Found`. Not: who says it, nor where a clause ends; the edges know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.statements.adjuncts import past_aside, skip_adjuncts, skip_adverbs
from greffier.article.statements.draft import Found, Place
from greffier.article.statements.edges import has_finite_verb, trim
from greffier.article.statements.marks import LONGEST_NAME, SHORT, words_in_marks
from greffier.article.statements.objects import bare_object
from greffier.article.statements.phrases import infinitive_at, noun_phrase
from greffier.article.statements.reading import Word
from greffier.article.statements.scene import Scene
from greffier.article.statements.verbs import Group
from greffier.lang.statements import Addressing, Complement, Strength
from greffier.text.quote_marks import Quotation

__all__ = ["complement_of"]


_BEFORE_NAME = frozenset({"au", "à", "aux", "du", "dans", "journal", "quotidien", "magazine", "site"})
# Words between a cue and its que at most: «a déclaré, dans un entretien au quotidien Le Soir paru mardi matin, que»
_MOST_BETWEEN = 22
# «plus … que», «le même que», «avant que»: que that announces nothing
_NOT_BEFORE_QUE = frozenset(
    {
        "plus",
        "moins",
        "aussi",
        "autant",
        "autre",
        "autres",
        "même",
        "mêmes",
        "tel",
        "telle",
        "tels",
        "telles",
        "alors",
        "ce",
        "fait",
        "tandis",
        "lors",
        "dès",
        "afin",
        "pour",
        "parce",
        "bien",
        "avant",
        "après",
        "tant",
        "ainsi",
        "sans",
        "depuis",
        "pendant",
        "ne",
        "rien",
        "mieux",
        "davantage",
        "plutôt",
        "pourvu",
        "jusqu'à",
        "outre",
        "sinon",
        "moindre",
        "pire",
        "meilleur",
        "celui",
        "celle",
        "ceux",
        "celles",
    }
)
# «c'est quand X que P», «ce n'est qu'après que X que P»
_CLEFT_TIMES = frozenset({"lorsque", "lorsqu'", "quand", "après", "parce", "en"})
# «demande au maire que soit votée la taxe»
_SUBJUNCTIVE = frozenset({"soit", "soient", "puisse", "puissent", "ait", "aient", "fût", "fussent"})
# «Aucun responsable n'a confirmé que»: the subject holds the second half of the negation.
_NOBODY = frozenset({"aucun", "aucune", "personne", "nul", "nulle", "ni"})
_NOBODY_WITHIN = 12
_QUESTION_ADVERBS = frozenset({"comment", "pourquoi", "combien"})
_AIMS = frozenset(
    {"avant", "afin", "but", "objectif", "peur", "crainte", "vue", "sens", "lieu", "loin", "faute", "force", "manière", "façon"}
)
_QUESTIONS = frozenset(
    {"si", "s'", "comment", "pourquoi", "quand", "où", "combien", "quel", "quelle", "quels", "quelles", "qui", "ce", "lequel", "laquelle"}
)


def complement_of(scene: Scene, group: Group) -> Found | None:
    """Find the complement of a cue, the surest kind first: que, colon, infinitive, words in marks, a question, a state of oneself."""
    takes = group.verb.complements
    limit = scene.limit(scene.words[group.last].start)
    for read, kinds in _READERS:
        if takes.isdisjoint(kinds):
            continue
        found = read(scene, group, limit)
        if found is not None:
            return found
    return _of_oneself(scene, group, limit)


def _between(scene: Scene, group: Group, limit: int) -> Iterator[Word]:
    zones = [*scene.zones(), *_quoted_names(scene, scene.words[group.last].end), *_asides(scene, group)]
    for word in scene.words[group.last + 1 : group.last + 1 + _MOST_BETWEEN]:
        if word.start >= limit:
            return
        if not any(start <= word.start < end for start, end in zones):
            yield word


def _asides(scene: Scene, group: Group) -> Iterator[Place]:
    """«a dit, sans citer personne, que»: what was not done stands between commas and is no content."""
    words = scene.words
    for word in words[group.last + 2 : group.last + _MOST_BETWEEN]:
        if word.form == "sans" and words[word.index - 1].form == ",":
            closing = next((later for later in words[word.index :] if later.form == ","), None)
            if closing is not None:
                yield words[word.index - 1].start, closing.end


def _quoted_names(scene: Scene, position: int) -> Iterator[Place]:
    """«a confié au « Parisien » que»: a name in marks after a preposition is no content."""
    for quotation in scene.unit.outer:
        before = scene.unit.last_word_before(quotation.start)
        short = len(scene.unit.text[quotation.inner_start : quotation.inner_end].split()) <= LONGEST_NAME
        if short and quotation.start > position and before >= 0 and scene.words[before].form in _BEFORE_NAME:
            yield quotation.start, quotation.end


def _que(scene: Scene, group: Group, limit: int) -> Found | None:
    """«a déclaré, mercredi, que P»; no finite verb and no full stop stand between, and no noun that que would stand for."""
    words = scene.words
    commas = 0
    others = {other.main for other in scene.groups if other.main > group.last}
    for word in _between(scene, group, limit):
        if word.index in others:
            return None  # «écartait cette thèse, expliquant que»
        if word.form in {"que", "qu'"}:
            if Complement.A_INF in group.verb.complements and [w.form for w in words[word.index - 2 : word.index]] == ["à", "ce"]:
                return Found(Complement.QUE, words[word.index - 2].start)  # «s'est engagé à ce que le pont rouvre»
            if words[word.index - 1].form in _NOT_BEFORE_QUE and word.index - 1 > group.last:
                return None
            if word.index - 1 > group.last and (_is_relative(scene, group, word) or _closes_cleft(scene, group)):
                return None
            bare = group.carrier is None or group.carrier.lemma in {
                "pouvoir",
                "vouloir",
                "devoir",
            }  # «ne cesse de répéter que» needs no «pas»
            nobody = any(w.form in _NOBODY for w in words[max(0, group.left - _NOBODY_WITHIN) : group.left])
            if (
                group.negated
                and bare
                and not nobody
                and not any(w.form in scene.unit.reading.grammar.negators for w in words[group.left : word.index])
            ):
                return None  # «ne dit que la vérité»
            if commas % 2 == 1 and words[word.index - 1].form != ",":
                return None
            if word.index + 1 < len(words) and words[word.index + 1].start < limit:
                return _clause_or_marks(scene, Complement.QUE, word, limit)
            return None
        if word.form == ",":
            commas += 1
        elif (
            word.finite
            or word.form in {".", ";", ":", "!", "?", '"', "«", "“", "»", "”"}
            or (word.form in {"qui", "dont", "si", "comme", "et"} and word.form != "et")
        ) or word.infinitive:
            return None
    return None


def _clause_or_marks(scene: Scene, kind: Complement, word: Word, limit: int) -> Found:
    """A clause; where all of it stands in marks, the words in the marks."""
    following = scene.words[word.index + 1].start
    quotation = scene.quotation_at(following)
    if quotation is not None and quotation.end <= limit + 1:
        rest = scene.unit.text[quotation.end : limit].strip(' .»"”')
        if not rest:
            return Found(kind, quotation.inner_start, quotation.inner_end, direct=True)
    return Found(kind, word.start)


def _is_relative(scene: Scene, group: Group, que: Word) -> bool:
    """«a annoncé la mesure que le gouvernement prépare»: a bare object right before que makes it a relative pronoun."""
    words = scene.words
    after = words[que.index + 1] if que.index + 1 < len(words) else None
    if after is not None and after.finite and words[que.index - 1].upos in {"NOUN", "ADJ"} and after.form not in _SUBJUNCTIVE:
        return True  # «explique certaines des réformes que subit la ville»
    if words[que.index - 1].form == "," and group.verb.addressee is not Addressing.OBJECT and _has_object(scene, group, que):
        return True  # «C'est là qu'une nation affirme son rang, qu'elle pèse»
    if que.deprel == "mark" and que.head >= 0:
        return False
    if group.verb.addressee is Addressing.OBJECT:
        return False
    i = skip_adjuncts(scene.unit, group.last + 1, que.start + 1)
    if i >= que.index:
        return False
    if words[i].form == ",":
        return False
    phrase = noun_phrase(scene.unit, i, que.start, appositions=False)
    return phrase is not None and words[phrase.head].upos in {"NOUN", "PROPN"} and not scene.unit.reading.times.get(words[i].start)


def _has_object(scene: Scene, group: Group, que: Word) -> bool:
    """Tell whether a bare noun phrase stands right behind a cue and ends at the comma before que."""
    phrase = noun_phrase(scene.unit, group.last + 1, que.start, appositions=False)
    if phrase is None or scene.words[group.last + 1].upos not in {"DET", "NOUN"}:
        return False
    return phrase.last + 2 == que.index and not scene.unit.reading.times.get(scene.words[group.last + 1].start)


def _closes_cleft(scene: Scene, group: Group) -> bool:
    """«Ce n'est que lorsque le médecin a alerté la ville que P»: that que goes with «c'est», not with the cue."""
    forms = [word.form for word in scene.words[max(0, group.left - 14) : group.left]]
    for i in range(len(forms) - 1, 0, -1):
        if forms[i] in _CLEFT_TIMES:
            before = forms[max(0, i - 4) : i]
            return any(form in {"est", "était", "fut", "sera"} for form in before) and any(form in {"ce", "c'"} for form in before)
    return False


def _colon(scene: Scene, group: Group, limit: int) -> Found | None:
    """«écrit dans son journal : "P"», «prévient : P»."""
    others = {other.main for other in scene.groups if other.main > group.last}
    for word in _between(scene, group, limit):
        if word.form == ":":
            break
        if word.index in others or word.finite or word.form in {".", ";", "!", "?", '"', "«", "“", "»", "”", "que", "qu'"}:
            return None
    else:
        return None
    if word.index + 1 >= len(scene.words) or scene.words[word.index + 1].start >= limit:
        return None
    following = scene.words[word.index + 1].start
    quotation = scene.quotation_at(following)
    if quotation is not None:
        if group.verb.strength is Strength.ATTITUDE and word.index > group.last + 1:
            return None  # «le joueur en souhaitait deux : « … »»
        last = _last_of_list(scene, quotation, limit)
        if last is not quotation:
            return Found(Complement.COLON, quotation.start, last.end)
        return Found(Complement.COLON, quotation.inner_start, quotation.inner_end, direct=True)
    if Complement.COLON not in group.verb.complements:
        return None
    if group.verb.strength in SHORT or scene.words[word.index + 1].form in {"-", "–", "—"}:
        return None
    start, end = trim(scene.unit, following, limit)
    return Found(Complement.COLON, start, end) if has_finite_verb(scene.unit, start, end) else None


def _last_of_list(scene: Scene, quotation: Quotation, limit: int) -> Quotation:
    """«rapporte : "A", "B" et "C"»: fragments in a row are one content."""
    for other in scene.unit.outer:
        if (
            other.start >= quotation.end
            and other.end <= limit
            and scene.unit.text[quotation.end : other.start].strip() in {",", "et", ", et", "ou", ";"}
        ):
            quotation = other
    return quotation


def _infinitive(scene: Scene, group: Group, limit: int) -> Found | None:
    """«a déclaré échanger», «affirmant ne frapper que», «a annoncé mercredi avoir convenu»."""
    i = skip_adjuncts(scene.unit, group.last + 1, limit)
    for start in dict.fromkeys(
        (group.last + 1, skip_adverbs(scene.unit, group.last + 1, limit), i, past_aside(scene.unit, group.last + 1))
    ):
        if start < len(scene.words) and scene.words[start].start < limit and infinitive_at(scene.unit, start):
            if any(word.form in _QUESTIONS for word in scene.words[group.last + 1 : start]):
                return None  # «explique comment gérer un jardin»
            return Found(Complement.INF, scene.words[start].start)
    return None


def _linked_infinitive(scene: Scene, group: Group, limit: int) -> Found | None:
    """«demande à la ville de rouvrir», «appelle la communauté internationale à ne pas ignorer»."""
    takes = group.verb.complements
    words = scene.words
    commas = 0
    if group.verb.addressee is Addressing.NONE and _names_object(scene, group, limit):
        return None  # «a refusé l'autorisation de rester»
    for word in _between(scene, group, limit):
        if word.form in {"de", "d'"} and words[word.index - 1].form in _AIMS:
            return None  # «a sollicité un délai avant de répondre»
        if word.form in {"de", "d'"} and Complement.DE_INF in takes and infinitive_at(scene.unit, word.index + 1):
            return Found(Complement.DE_INF, word.start)
        if word.form == "à" and Complement.A_INF in takes and infinitive_at(scene.unit, word.index + 1):
            return Found(Complement.A_INF, word.start)
        if word.form in {"de", "d'", "à"} and word.index + 1 < len(words):
            quotation = scene.quotation_at(words[word.index + 1].start)
            kind = Complement.A_INF if word.form == "à" else Complement.DE_INF
            if quotation is not None and kind in takes and word.index + 2 < len(words) and infinitive_at(scene.unit, word.index + 2):
                return _clause_or_marks(scene, kind, word, limit)
        if word.form == ",":
            commas += 1
            if commas > 2:
                return None
        elif word.finite or word.form in {".", ";", ":", "!", "?", "que", "qu'", "qui", "»", "”"}:
            return None
    return None


def _names_object(scene: Scene, group: Group, limit: int) -> bool:
    """Tell whether an object of its own stands right behind a cue that speaks to nobody."""
    first = group.last + 1
    if first >= len(scene.words) or scene.words[first].upos != "DET" or scene.unit.reading.times.get(scene.words[first].start):
        return False
    phrase = noun_phrase(scene.unit, first, limit, appositions=False)
    return (
        phrase is not None
        and scene.words[phrase.head].upos == "NOUN"
        and scene.words[phrase.head].form not in scene.unit.reading.grammar.days
    )


def _attribute(scene: Scene, group: Group, limit: int) -> Found | None:
    """«a qualifié jeudi d'incorrectes les publications»: what something is called, with what it is."""
    i = skip_adverbs(scene.unit, group.last + 1, limit)
    if (
        i + 1 >= len(scene.words)
        or scene.words[i].start >= limit
        or scene.words[i].form not in {"de", "d'"}
        or group.verb.lemma in {"trouver", "traiter"}
    ):
        return None  # «On y trouve plein de marques»
    quotation = scene.quotation_at(scene.words[i + 1].start)
    if quotation is not None and quotation.end < limit:
        after = scene.words[scene.unit.word_at(quotation.end) : scene.unit.word_at(quotation.end) + 1]
        if not after or after[0].upos not in {"DET", "NOUN", "PROPN"}:
            return Found(Complement.ATTRIBUTE, quotation.inner_start, quotation.inner_end, direct=True)  # «ce qu'il qualifie de « faute »»
    return _clause_or_marks(scene, Complement.ATTRIBUTE, scene.words[i], limit)


def _question(scene: Scene, group: Group, limit: int) -> Found | None:
    """«demande si P», «explique pourquoi P», «a dit ce qu'il savait»."""
    words = scene.words
    i = skip_adjuncts(scene.unit, group.last + 1, limit)
    asked = next((word.index for word in words[group.last + 1 : i] if word.form in _QUESTION_ADVERBS), i)
    for start in dict.fromkeys((group.last + 1, asked, i)):
        if start + 1 >= len(words) or words[start].start >= limit:
            continue
        form, following = words[start].form, words[start + 1].form
        if form not in _QUESTIONS or (form == "s'" and following not in {"il", "ils"}):
            continue
        if form == "ce" and following not in {"que", "qu'", "qui", "dont"}:
            continue
        if form == "qui" and group.verb.lemma not in {"demander", "savoir"}:
            continue
        return Found(Complement.SI, words[start].start)
    return None


# «se dit prêt», «se déclare opposée», «s'estime lésé»
_OF_ONESELF = frozenset({"dire", "déclarer", "estimer", "juger", "avouer", "affirmer", "se dire", "se déclarer", "s'estimer"})


def _of_oneself(scene: Scene, group: Group, limit: int) -> Found | None:
    """«se dit prêt à partir», «s'est déclarée "opposée à" la loi»."""
    if not group.reflexive or group.verb.lemma not in _OF_ONESELF:
        return None
    i = skip_adverbs(scene.unit, group.last + 1, limit)
    if i >= len(scene.words) or scene.words[i].start >= limit:
        return None
    word = scene.words[i]
    quotation = scene.quotation_at(word.start)
    if quotation is not None:
        rest = scene.unit.text[quotation.end : limit].strip()
        if rest[:1] in {"", ",", ".", ";"}:
            return Found(Complement.QUOTE, quotation.inner_start, quotation.inner_end, direct=True)
        return Found(Complement.QUOTE, word.start)
    if word.upos in {"ADJ", "VERB"} and not word.finite and word.form not in {"que", "qu'"}:
        return Found(Complement.NP, word.start)
    return None


_READERS: tuple[tuple[Callable[[Scene, Group, int], Found | None], frozenset[Complement]], ...] = (
    (_que, frozenset({Complement.QUE, Complement.A_INF})),
    (_colon, frozenset({Complement.COLON, Complement.QUOTE})),
    (_infinitive, frozenset({Complement.INF})),
    (_linked_infinitive, frozenset({Complement.DE_INF, Complement.A_INF})),
    (_attribute, frozenset({Complement.ATTRIBUTE})),
    (words_in_marks, frozenset({Complement.QUOTE, Complement.NP, Complement.ATTRIBUTE})),
    (_question, frozenset({Complement.SI})),
    (bare_object, frozenset({Complement.OBJECT})),
)
