"""Prepositions that name a source: selon, d'après, à en croire, de l'avis de, de source; and «selon lequel».

In: a `Scene`. Out: `Draft`s. Not: «selon la loi», «selon les cas».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.edges import around_incise, before_main_verb, clause_end, has_finite_verb, trim
from greffier.article.statements.phrases import Phrase, noun_phrase, phrase_before
from greffier.article.statements.scene import Match, Scene
from greffier.article.statements.subjects import can_speak, is_person, place_of
from greffier.lang.statements import SpeakerSort, StatementTables
from greffier.records import Answer

__all__ = ["RULES"]

_LEAST = 8
# Beyond so many characters a preposition is no relay of an incise any more.
_FAR = 80
_OF = re.compile(r"\s*(?:de\s|d'|du\s|des\s)", re.IGNORECASE)
_LEQUEL = re.compile(r"\s+(?:lequel|laquelle|lesquels|lesquelles|qui)\b\s*,?\s*", re.IGNORECASE)
# «mal aux yeux du gardien» is no opinion: a comma sets those off.
# «passe ses journées à lire des sondages»: these open a clause or stand behind a comma.
_LEADING = frozenset({"à lire", "à entendre", "à écouter", "à en croire", "à croire"})
_SET_OFF = frozenset({*_LEADING, "aux yeux", "de l'avis", "à l'avis", "du point de vue", "au jugement", "sur la foi"})
# «selon les instructions du médecin»: as told, unless a comma sets it off
_RULES_OF_CONDUCT = frozenset(
    {
        "recommandations",
        "recommandation",
        "instructions",
        "instruction",
        "consignes",
        "consigne",
        "indications",
        "réglementation",
        "règlement",
        "renseignements",
        "vœux",
        "souhaits",
        "désirs",
    }
)
_PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "int", "inte", "ints", "intes", "ait", "aite", "aits", "aites", "it", "ite")
# «Pour l'économiste en chef de la Banque du Nord à Lille,»: in characters
_LONGEST_CALLING = 60
# After these, what nobody says is far more frequent than a source that no table knows.
_BARE = frozenset({"selon", "d'après", "suivant"})
_NEVER = frozenset({"que", "qu'", "qui", "quel", "quelle", "quels", "quelles", "dont"})


# «varient», «diffère», «a changé», «répartis», «classées»
_VARYING = re.compile(
    r"""(?: vari | diff[éè]r | chang | fluctu | oscill | répart | class | adapt | modul | défini )
      (?: e | es | ent | ait | aient | era | eront | er | é | ée | és | ées | i | ie | is | ies | t | ssent )$""",
    re.VERBOSE,
)
_MARKED = re.compile(r"[^\w\s]$")


class _Patterns:
    """The prepositions of a pack as one pattern."""

    def __init__(self, tables: StatementTables) -> None:
        by_words = sorted(tables.prepositions, key=lambda preposition: -len(preposition.words))
        self.by_words = {preposition.words: preposition for preposition in by_words}
        # Newspapers leave the accent off a capital: «A en croire».
        self.by_words |= {f"a{words[1:]}": row for words, row in self.by_words.items() if words.startswith("à ")}
        forms = "|".join(re.escape(words) for words in self.by_words)
        self.pattern = re.compile(rf"(?<![\w'-])(?:{forms})(?![\w])", re.IGNORECASE)
        self.openings = frozenset(words.split(" ")[0] for words in self.by_words)


_MADE: dict[int, tuple[StatementTables, _Patterns]] = {}


def _patterns(tables: StatementTables) -> _Patterns:
    found = _MADE.get(id(tables))
    if found is None or found[0] is not tables:
        found = _MADE[id(tables)] = (tables, _Patterns(tables))
    return found[1]


def _matches(scene: Scene) -> tuple[Match, ...]:
    """Find the prepositions of a unit; asked for by several rules, read once."""
    if scene.prepositions is None:
        patterns, unit = _patterns(scene.unit.reading.tables), scene.unit
        found: list[Match] = []
        reached = unit.start
        for word in scene.words:
            # «selon-moi» is one word
            if word.start < reached or (word.form not in patterns.openings and word.form.partition("-")[0] not in patterns.openings):
                continue
            match = patterns.pattern.match(unit.text, word.start, unit.end)
            if match is not None:
                found.append(Match(patterns.by_words[match.group().lower()], match.start(), match.end()))
                reached = match.end()
        scene.prepositions = tuple(found)
    return scene.prepositions


def selon_lequel(scene: Scene) -> Iterator[Draft]:
    """«les publications des médias selon lesquelles P»: the antecedent is the source, and speaks for nobody named."""
    for match in _matches(scene):
        relative = _LEQUEL.match(scene.unit.text, match.end, scene.unit.end)
        if relative is None or match.preposition.words not in {"selon", "d'après", "suivant", "pour"}:
            continue
        cue = (match.start, match.start + len(scene.unit.text[match.start : relative.end()].rstrip(" ,")))
        if not scene.is_free(cue):
            continue
        last = scene.unit.word_at(match.start)
        antecedent = phrase_before(scene.unit, last - 1 if last and scene.words[last - 1].form == "," else last)
        if antecedent is not None and "selon" in scene.unit.reading.tables.stops.get(scene.words[antecedent.head].form, ()):
            continue  # «la règle selon laquelle»
        speaks = relative.group().lower().split()[0] == "qui"
        if match.preposition.words == "pour" and not speaks:
            continue  # «le journal pour lequel il écrit»
        if not speaks and antecedent is not None and not _is_told(scene, antecedent):
            continue  # «l'illusion selon laquelle»
        if speaks and (antecedent is None or not _is_person(scene, antecedent)):
            continue
        end = clause_end(scene, None, relative.end(), scene.limit(match.start))
        if not speaks:
            own = next((word.end for word in scene.words if word.finite and relative.end() <= word.start < end), end)
            end = trim(scene.unit, relative.end(), before_main_verb(scene, own, end))[1]
        if speaks:
            end = _before_main_verb(scene, relative.end(), end)
            if not has_finite_verb(scene.unit, relative.end(), end):
                continue  # «l'homme pour qui elle travaille»
        if end - relative.end() < _LEAST:
            continue
        quotation = scene.quotation_at(relative.end())
        marked = quotation is not None and quotation.end >= end
        content = (
            (quotation.inner_start, quotation.inner_end) if quotation is not None and marked else trim(scene.unit, relative.end(), end)
        )
        yield Draft(
            content=(content,),
            cue=cue,
            source=place_of(scene.unit, antecedent) if antecedent else None,
            rule="selon_lequel",
            score=0.9,
            unit=scene.number,
            way=Way.NONE if antecedent is None else Way.PRINTED,
            preposition="selon lequel" if not speaks else match.preposition.words,
            direct=marked,
        )


def _before_main_verb(scene: Scene, start: int, end: int) -> int:
    """«Mme Roux, pour qui « tout reste à faire », | a voté non»: the main clause goes on with its verb behind a comma."""
    words, grammar = scene.words, scene.unit.reading.grammar
    for word in words[scene.unit.word_at(start) :]:
        if word.start >= end:
            break
        if word.form == "," and scene.unit.outer_around(word.start) is None:
            i = word.index + 1
            while i + 1 < len(words) and (words[i].form in grammar.clitics or words[i].form in grammar.negations):
                i += 1
            if i < len(words) and words[i].finite:
                return word.start
    return end


def _is_told(scene: Scene, antecedent: Phrase) -> bool:
    """Tell whether the antecedent of «selon lequel» is a noun of saying or something that speaks."""
    tables = scene.unit.reading.tables
    return any(word.form in tables.nouns or word.form in tables.speakers for word in scene.words[antecedent.first : antecedent.head + 1])


def selon(scene: Scene) -> Iterator[Draft]:
    """«Selon X, P», «P, selon X», «P, d'après lui, Q»."""
    for match in _matches(scene):
        if not scene.is_free((match.start, match.end)) or any(start <= match.start < end for start, end in scene.zones()):
            continue  # «a-t-on appris | de source proche»
        source = _source_after(scene, match)
        if source is None:
            if scene.unit.reading.trace.on:
                scene.unit.reading.trace.note(
                    "statement", "selon", (match.start, match.end), Answer.REFUSED, "no source that can speak follows"
                )
            continue
        if (match.preposition.ambiguous or match.preposition.words in _SET_OFF) and not _apart(scene, match, source):
            continue
        content = _content(scene, match, source)
        if content and match.preposition.takes == "np" and _lacks_subject(scene, content):
            source = _source_after(scene, match, appositions=False) or source  # «D'après les rapports, Jean, dont le frère dort, est là»
            content = _content(scene, match, source)
        if content is None or sum(end - start for start, end in content) < _LEAST:
            continue
        preceding = _preceding(scene, match, source)
        if preceding is not None:
            preceding.relays = (source, *preceding.relays)
            scene.taken.append((match.start, match.end))
            continue
        start = match.start
        zone_end = _zone_end(scene, source[1])
        yield Draft(
            content=content,
            cue=(match.start, _cue_end(scene, match, source)),
            source=None if _REFERS.search(match.preposition.words) and match.preposition.takes == "none" else source,
            way=Way.PREVIOUS,
            rule="selon",
            score=0.95 if not match.preposition.ambiguous else 0.7,
            unit=scene.number,
            preposition=match.preposition.words,
            zone=(start, zone_end),
            direct=len(content) == 1 and any(q.inner_start == content[0][0] and q.inner_end == content[0][1] for q in scene.unit.outer),
        )


def _zone_end(scene: Scene, end: int) -> int:
    """«…, selon deux participants à la réunion.»: what completes the source up to the end of the unit is no content."""
    rest = scene.words[scene.unit.word_at(end) :]
    if rest and rest[0].upos == "ADP" and not any(word.finite or word.form in {",", ";", ":", '"', "«", "»"} for word in rest):
        return scene.words[-1].start if scene.words[-1].form == "." else scene.words[-1].end
    return end


def _lacks_subject(scene: Scene, content: tuple[Place, ...]) -> bool:
    """Tell whether a content begins with its verb, so that what was taken for an apposition of the source is its subject."""
    words, grammar = scene.words, scene.unit.reading.grammar
    i = scene.unit.word_at(content[0][0])
    while i + 1 < len(words) and (words[i].form in grammar.clitics or words[i].form in grammar.negations):
        i += 1
    return len(content) == 1 and i < len(words) and words[i].finite and not (i + 1 < len(words) and words[i + 1].inverted)


def _source_after(scene: Scene, match: Match, *, appositions: bool = True) -> Place | None:
    """Read the source that a preposition takes: a noun phrase, the same after de, an adjective, nothing."""
    unit = scene.unit
    takes = match.preposition.takes
    if takes == "none":
        return match.start, match.end
    position = match.end
    if takes == "de":
        of = _OF.match(unit.text, position, unit.end)
        if of is None:
            return None
        position = of.end()
    index = unit.word_at(position)
    if index >= len(unit.words):
        return None
    first = unit.words[index]
    if first.form in _NEVER or first.infinitive:
        return None
    if takes == "adjective":
        if match.preposition.words.startswith("de ") and first.upos != "ADJ":
            return None  # «l'eau de source du village»
        if first.form in {"indépendante", "indépendantes"} and unit.reading.grammar.negators.intersection(w.form for w in unit.words):
            return None  # «n'a pas pu être vérifié de source indépendante»
        begin = match.start + re.search(r"(?:une |plusieurs )?sources?$", unit.text[match.start : match.end]).start()  # type: ignore[union-attr]
        phrase = noun_phrase(unit, unit.word_at(begin), scene.limit(match.start))
        return place_of(unit, phrase) if phrase is not None else (begin, match.end)
    limit = scene.limit(match.start)
    if first.form in {"nous", "vous"}:
        return (first.start, first.end) if first.form == "nous" and match.preposition.words in {"selon", "d'après"} else None
    phrase = noun_phrase(unit, index, limit, appositions=appositions)
    if phrase is None or _is_stopped(scene, match, phrase):
        return None
    return place_of(unit, phrase)


def _cue_end(scene: Scene, match: Match, source: Place) -> int:
    """Where the cue ends: before a source that the preposition itself names («Selon | une source»)."""
    if match.start < source[0] < match.end:
        return source[0] - len(scene.unit.text[match.start : source[0]]) + len(scene.unit.text[match.start : source[0]].rstrip())
    return match.end


def _is_stopped(scene: Scene, match: Match, phrase: Phrase) -> bool:
    """«selon la loi», «selon les cas»: the head of the phrase is no source, unless a name or a speaker stands with it."""
    unit = scene.unit
    head = unit.words[phrase.head].form
    tables = unit.reading.tables
    if match.preposition.words in tables.stops.get(head, frozenset()):
        return True
    deictic = head in {"dernier", "dernière", "derniers", "dernières", "intéressé", "intéressée"}
    if match.preposition.words in _BARE and not (deictic or can_speak(unit, phrase) or head in tables.nouns or head in tables.reports):
        return not any(
            word.capital for word in unit.words[phrase.first : phrase.last + 1]
        )  # «selon la quantité», «selon le calendrier Maya»
    before = unit.words[unit.word_at(match.start) - 1] if unit.word_at(match.start) else None
    if before is not None and before.form != "," and _varies(scene, phrase, unit.word_at(match.start)):
        return True
    if match.preposition.words == "chez" and unit.words[phrase.head].upos == "PRON":
        return True  # «favori chez lui»
    if (
        match.preposition.words == "d'après"
        and before is not None
        and before.upos in {"VERB", "ADJ"}
        and not before.finite
        and before.form.endswith(_PARTICIPLE)
    ):
        return True  # «nommé d'après un ingénieur», «peint d'après nature»
    if (
        match.preposition.words == "d'après"
        and before is not None
        and before.upos in {"NOUN", "ADJ"}
        and not before.capital
        and not _is_person(scene, phrase)
    ):
        return not can_speak(unit, phrase) or unit.words[phrase.head].capital  # «le contexte d'après Suez»
    if match.preposition.ambiguous:
        return not _is_person(scene, phrase)
    if head in _RULES_OF_CONDUCT:
        return not unit.text[unit.words[phrase.last].end :].startswith(",")
    return False


def _varies(scene: Scene, phrase: Phrase, end: int) -> bool:
    """«La couleur varie du blanc au gris selon les sous-espèces»: a verb of changing before, and nobody that speaks behind."""
    unit = scene.unit
    near = [word.form for word in unit.words[max(0, end - 12) : end]]
    if any(_VARYING.match(form) for form in near[-2:]):
        return not _is_person(scene, phrase)  # «diffère selon les facultés»
    return not can_speak(unit, phrase) and any(_VARYING.match(form) for form in near)


def _is_person(scene: Scene, phrase: Phrase) -> bool:
    """«pour le sénateur», «pour Anne Roux»: not «pour la France»."""
    words = scene.words[phrase.first : phrase.last + 1]
    if scene.words[phrase.head].upos == "PRON":
        return scene.words[phrase.head].form in scene.unit.reading.grammar.tonics
    noun = scene.unit.reading.tables.speakers.get(scene.words[phrase.head].form)
    if noun is not None:
        return noun.sort is SpeakerSort.ROLE
    titled = any(word.form in scene.unit.reading.grammar.titles for word in words) or is_person(
        scene.unit.reading, scene.words[phrase.head]
    )
    return titled or (len([word for word in words if word.capital]) > 1 and words[0].capital)


def _apart(scene: Scene, match: Match, source: Place) -> bool:
    """An ambiguous preposition («pour le sénateur») names a source only at the beginning and before a comma, or between commas."""
    text = scene.unit.text
    before = text[scene.unit.start : match.start].rstrip()
    if match.preposition.ambiguous:
        return _closed(scene, source[1]) and (not before or before.endswith((",", '"', "»", ".")))
    if match.preposition.words in _LEADING:
        return not before or _MARKED.search(before) is not None or _clause_before(scene, match.start)
    named = any(word.capital for word in scene.words[scene.unit.word_at(source[0]) : scene.unit.word_at(source[1])])
    return named or not before or text[source[1] : source[1] + 1] == "," or before.endswith(",")


def _closed(scene: Scene, end: int) -> bool:
    """«Pour l'ancien chef | de la banque à Lyon, P»: a comma closes what the source is called, before any verb."""
    for word in scene.words[scene.unit.word_at(end) :]:
        if word.form == ",":
            return word.start - end <= _LONGEST_CALLING
        if word.finite or word.infinitive or word.upos in {"PUNCT", "CCONJ", "SCONJ"} or word.form in {"que", "qu'", "qui"}:
            return False
    return False


def _content(scene: Scene, match: Match, source: Place) -> tuple[Place, ...] | None:
    unit = scene.unit
    around = unit.quotation_around(match.start)
    low, high = (around.inner_start, around.inner_end) if around is not None else (unit.start, unit.end)
    low, high = _in_brackets(unit.text, match.start, low, high)
    lead = unit.text[low : match.start].strip(' ,–—-•"«“').lower()
    opened = _clause_before(scene, match.start)
    if (
        lead
        in {
            "",
            "toujours",
            "et",
            "mais",
            "or",
            "ainsi",
            "en effet",
            "car",
            "aussi",
            "pourtant",
            "car,",
            "enfin",
            "en outre",
            "par ailleurs",
            "cependant",
            "toutefois",
            "de plus",
        }
        or opened
    ):
        start = _after_source(scene, source[1], high)
        if start is None:
            return None
        end = (
            clause_end(scene, None, start, high)
            if opened or around is not None
            else trim(unit, start, _before_another(scene, start, high))[1]
        )
        quotation = scene.quotation_at(trim(unit, start, end)[0])
        if quotation is not None and quotation.end >= end - 1:
            return ((quotation.inner_start, quotation.inner_end),)
        return (trim(unit, start, end),)
    if around is not None:
        pieces = (_sentence_before(scene, low, match.start), _sentence_after(scene, source[1], high))
        return tuple(piece for piece in pieces if piece[1] - piece[0] > 2)
    following = unit.word_at(source[1])
    if following < len(unit.words) and unit.words[following].form in {"que", "qu'"}:  # «on apprend de source judiciaire que P»
        begin = unit.words[following].start
        return ((begin, clause_end(scene, None, begin, high)),)
    low = _after_colon(scene, low, match.start)
    if opening := _opening_condition(scene, match.start, source[1]):
        return opening
    low = _in_relative(scene, _after_que(scene, low, match.start), match.start, source[1])
    if _is_medial(scene, match.start, source[1]):
        pieces = (trim(unit, low, match.start), trim(unit, source[1], high))
        return tuple(piece for piece in pieces if piece[1] - piece[0] > 1)
    if low > unit.start:
        pieces = (trim(unit, low, match.start), trim(unit, source[1], high))
        return tuple(piece for piece in pieces if piece[1] - piece[0] > 1)
    found = around_incise(scene, match.start, source[1], preposition=True)
    return found[0] if found is not None else None


def _after_colon(scene: Scene, low: int, position: int) -> int:
    """«Le président tonnait encore : les jeunes, à l'entendre, partent»: a subject whose verb comes later begins the content."""
    colon = scene.unit.text.rfind(":", low, position)
    if colon < 0 or scene.unit.outer_around(colon) is not None or has_finite_verb(scene.unit, colon, position):
        return low
    return colon + 1


def _opening_condition(scene: Scene, start: int, end: int) -> tuple[Place, ...] | None:
    """«a jugé que si le quai appartenait, selon lui, à la ville, cela n'autorisait rien»: only the clause after si."""
    words = scene.words
    for i in range(scene.unit.word_at(start) - 1, 0, -1):
        if words[i].form == "si" and words[i - 1].form in {"que", "qu'"}:
            break
        if words[i].form == "," and words[i].index != scene.unit.word_at(start) - 1:
            return None
    else:
        return None
    after = [word for word in words[scene.unit.word_at(end) + 1 :] if word.form == ","]
    closing = next((comma for comma in after if _main_clause_at(scene, comma.index + 1)), None)
    if closing is None:
        return None
    return trim(scene.unit, words[i + 1].start, start), trim(scene.unit, end, closing.start)


def _main_clause_at(scene: Scene, i: int) -> bool:
    """Tell whether a subject pronoun and its verb stand here."""
    words, grammar = scene.words, scene.unit.reading.grammar
    if i >= len(words) or words[i].form not in grammar.subjects | {"cela", "ceci"}:
        return False
    i += 1
    while i + 1 < len(words) and (words[i].form in grammar.clitics or words[i].form in grammar.negations):
        i += 1
    return i < len(words) and words[i].finite


# «alors que», «ainsi que»: clauses that no cue announces
_BEFORE_QUE = frozenset({"alors", "ainsi", "tandis", "bien", "pour", "afin", "avant", "après", "dès", "lors", "parce", "sans", "tant"})


def _after_que(scene: Scene, low: int, position: int) -> int:
    """«Le tribunal a jugé que l'État était, selon lui, propriétaire»: within a clause that a cue announces, only that clause."""
    first, last = scene.unit.word_at(low), scene.unit.word_at(position)
    cues = [group.last for group in scene.groups if first <= group.last < last]
    for i in range(last - 1, first, -1):
        if scene.words[i].form in {"que", "qu'"} and scene.words[i - 1].form not in _BEFORE_QUE and any(cue < i for cue in cues):
            return scene.words[i].end
    return low


def _in_relative(scene: Scene, low: int, start: int, end: int) -> int:
    """«des compromis qui sont, selon moi, utiles»: within a relative clause that has its verb and goes on, only that clause."""
    if scene.unit.text[end : end + 1] != ",":
        return low
    last = scene.unit.word_at(start)
    for i in range(last - 1, scene.unit.word_at(low), -1):
        word = scene.words[i]
        if word.form in {"qui", "dont"}:
            between = scene.words[i + 1 : last]
            alone = sum(w.finite and not scene.words[w.index - 1].finite for w in between) == 1
            return word.start if alone and not any(w.form == "," for w in between[:-1]) else low
        if word.form in {";", ":", ".", "et", "mais"}:
            return low
    return low


def _is_medial(scene: Scene, start: int, end: int) -> bool:
    """«aurait selon plusieurs sources payé»: no comma on either side, and the clause goes on with its participle or its verb."""
    text = scene.unit.text
    if text[scene.unit.start : start].rstrip().endswith(","):
        return False
    i = scene.unit.word_at(end)
    if i < len(scene.words) and scene.words[i].form == "[":  # «plusieurs sources [4]»
        i += 3
    if i >= len(scene.words) or scene.words[i].upos in {"PUNCT", "CCONJ"} or scene.words[i].infinitive:
        return False
    before = scene.words[scene.unit.word_at(start) - 1]
    if before.finite or scene.words[i].upos in {"VERB", "ADJ"}:
        return True
    return scene.words[i].upos == "ADV" and i + 1 < len(scene.words) and scene.words[i + 1].upos in {"VERB", "ADJ"}


def _before_another(scene: Scene, start: int, high: int) -> int:
    """«D'après A, P ; selon B, Q»: the first content ends where the sentence of the second begins."""
    for draft in scene.drafts:
        if draft.rule == "resumed_clause" and draft.zone is not None and start < draft.zone[0] < high:
            return draft.zone[0]  # «D'après A, P, ce que dément B»
    for match in _matches(scene):
        cut = scene.unit.text.rfind(";", start, match.start)
        if match.start > start and cut >= 0:
            return cut
    return high


def _in_brackets(text: str, position: int, low: int, high: int) -> tuple[int, int]:
    """«(selon M. Roux, P)»: brackets around a preposition close its sentence off."""
    opening, closing = text.rfind("(", low, position), text.find(")", position, high)
    if opening < 0 or closing < 0 or ")" in text[opening:position] or text[opening + 1 : position].strip():
        return low, high
    rest = text[position:closing]
    return (opening + 1, closing) if "," in rest else (low, high)


# «a dit que, selon lui, P», «ce qui, d'après lui, P», «A ; selon lui, P»: a clause begins right before the preposition
_OPENS_CLAUSE = re.compile(r"(?:[;:«\"“]|(?<![\w'])(?:que|qu'|qui|dont|où|si|car|et|mais|or|puis))[\s,]*$", re.IGNORECASE)


def _clause_before(scene: Scene, position: int) -> bool:
    """Tell whether a clause begins right before a preposition."""
    return _OPENS_CLAUSE.search(scene.unit.text, max(scene.unit.start, position - 12), position) is not None


# «à l'entendre», «à leurs yeux»: whoever spoke last
_REFERS = re.compile(r"\b(?:l'|les\s(?:en|entendre)|son|sa|ses|leurs?)", re.IGNORECASE)
# «D'après Le Soir, qui cite un diplomate, P»: what still belongs to the source
_ASIDE = re.compile(r"\s*(?:qui|dont|cité|citée|cités|citant|interrog|joint|contact|repris|relay|publi)", re.IGNORECASE)


def _after_source(scene: Scene, position: int, high: int) -> int | None:
    """Where the clause begins after «Selon X»: past the comma that closes what belongs to X."""
    unit = scene.unit
    i = unit.word_at(position)
    depth = 0
    aside = False
    while i < len(unit.words) and unit.words[i].start < high:
        word = unit.words[i]
        if word.form in {"(", "["}:
            depth += 1
        elif word.form in {")", "]"}:
            depth -= 1
        elif depth == 0 and word.form in {",", ":"}:
            if word.form == "," and not aside and _ASIDE.match(unit.text, word.end, high):
                aside = True
                i += 1
                continue
            return word.end
        elif depth == 0 and not aside and (word.form in {'"', "«", "“"} or word.finite) and i > unit.word_at(position):
            return unit.words[unit.word_at(position)].start if word.finite else word.start
        i += 1
    start = unit.word_at(position)
    return unit.words[start].start if start < len(unit.words) and unit.words[start].start < high else None


def _sentence_before(scene: Scene, low: int, position: int) -> Place:
    text = scene.unit.text
    cut = max(text.rfind(". ", low, position), text.rfind("! ", low, position), text.rfind("? ", low, position))
    return trim(scene.unit, cut + 1 if cut >= 0 else low, position)


def _sentence_after(scene: Scene, position: int, high: int) -> Place:
    end = clause_end(scene, None, position + 1, high) if position + 1 < high else high
    return trim(scene.unit, position, end)


def _preceding(scene: Scene, match: Match, source: Place) -> Draft | None:
    """«…, a dit X, selon l'agence»: the preposition passes on what an incise already gave a source."""
    if scene.unit.text[source[1] : scene.unit.end].strip(' .,"»'):
        return None
    for draft in scene.drafts:
        if draft.zone is None or not draft.rule.endswith("incise") or not 0 <= match.start - draft.zone[1] < _FAR:
            continue
        marks_between = any(q.start >= draft.zone[1] and q.end <= match.start for q in scene.unit.outer)
        if not marks_between and all(start < match.start for start, _ in draft.content):
            return draft
    return None


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (selon_lequel, selon)
