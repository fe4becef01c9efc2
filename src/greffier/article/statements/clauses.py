"""Cues with a complement: a clause after que, an indirect question, an infinitive, a colon, words in marks.

In: a `Scene`. Out: `Draft`s. Not: incises; they have taken their cues before.

«X a déclaré que P», «a déclaré échanger», «appelle à ne pas ignorer», «demande si», «écrit : "P"», «dénonce "une erreur"», «se dit prêt à».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from greffier.article.statements.complements import complement_of
from greffier.article.statements.draft import Draft, Found, Place, Way
from greffier.article.statements.edges import before_main_verb, clause_end, clause_pieces
from greffier.article.statements.objects import passive_subject
from greffier.article.statements.phrases import noun_phrase
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.subjects import subject_of
from greffier.article.statements.verbs import Group, Shape
from greffier.lang.statements import Addressing, Complement, Strength
from greffier.records import Act, Answer
from greffier.text.inflection import Tense

__all__ = ["RULES"]

# A content of fewer characters is no clause.
_LEAST = 8
# «épuisé», «prêt»
_LEAST_STATE = 4
# «pour dire que», «avant de conclure que»; a bare infinitive («des raisons de penser que») says nothing of anybody
_LINKERS = frozenset({"pour", "avant", "après", "afin", "jusqu'", "jusqu'à"})
# «une épidémie s'est déclarée»
_BREAKING_OUT = frozenset(
    {
        "incendie",
        "incendies",
        "feu",
        "feux",
        "sinistre",
        "épidémie",
        "épidémies",
        "maladie",
        "maladies",
        "symptôme",
        "symptômes",
        "grippe",
        "infection",
        "infections",
        "fièvre",
        "foyer",
        "foyers",
        "fuite",
        "panne",
        "tempête",
        "crise",
        "peste",
        "choléra",
    }
)
# «ce qu'on appelle « Y »»: a name
_CALLING = frozenset({"appeler", "nommer", "surnommer", "baptiser"})
# «ont convenu de renforcer»: an agreement that was made, not words
_RECIPROCAL = frozenset({"convenir"})
# «La vente a été confirmée par la banque»; «a été rejetée par la chambre» tells of a vote
_TOLD = frozenset({Act.STATE, Act.ANNOUNCE, Act.CONFIRM, Act.DENY, Act.CRITICISE, Act.ADMIT})
_CLOSED_BY_RELATIVE = frozenset({Complement.INF, Complement.DE_INF, Complement.A_INF, Complement.ATTRIBUTE})
# «il est demandé de»; «il est interdit de fumer», «il est conseillé de boire» are rules and advice of nobody
_DIRECTING = frozenset({"demander", "ordonner", "exiger", "enjoindre"})
# «les études montrent que»: evidence, not words
_EVIDENCE = frozenset(
    {
        "montrer",
        "démontrer",
        "prouver",
        "révéler",
        "indiquer",
        "suggérer",
        "témoigner",
        "attester",
        "confirmer",
        "établir",
        "signifier",
        "apprendre",
        "rappeler",
        "souligner",
        "conclure",
        "permettre",
    }
)
_STUDIES = frozenset(
    {
        "étude",
        "études",
        "enquête",
        "enquêtes",
        "analyse",
        "analyses",
        "donnée",
        "données",
        "résultat",
        "résultats",
        "sondage",
        "sondages",
        "chiffre",
        "chiffres",
        "histoire",
        "expérience",
        "expériences",
        "comparaison",
        "recherche",
        "recherches",
        "statistiques",
        "travaux",
        "courbe",
        "essai",
        "essais",
        "examen",
        "examens",
        "test",
        "tests",
        "faits",
        "preuve",
        "preuves",
        "débat",
        "signe",
        "signes",
    }
)
# «peut-on dire que», «il faut dire que»: whoever writes speaks
_IMPERSONAL = frozenset({"il", "ce", "c'", "cela", "ça"})


def complement_clause(scene: Scene) -> Iterator[Draft]:
    """A cue with its subject and its complement, finite or carried: «a déclaré que», «tient à préciser que»."""
    for group in scene.groups:
        if group.shape is not Shape.FINITE or not scene.is_free(scene.cue_of(group)):
            continue
        whole = True
        for draft in _with_complement(scene, group, "clause", 0.94):
            whole = False
            yield draft
        if whole and group.alone is not None:
            yield from _with_complement(scene, group.alone, "clause", 0.9)


def dependent_clause(scene: Scene) -> Iterator[Draft]:
    """A gerund or an infinitive with its complement, and the source of the clause it hangs on: «, ajoutant que», «avant de dire que»."""
    for group in scene.groups:
        if group.shape is Shape.FINITE or not scene.is_free(scene.cue_of(group)):
            continue
        if group.shape is Shape.INFINITIVE and (group.linker not in _LINKERS or _is_aim(group)):
            continue
        yield from _with_complement(scene, group, "gerund" if group.shape is Shape.GERUND else "infinitive", 0.85)


def accused(scene: Scene) -> Iterator[Draft]:
    """«un homme accusé par la police d'avoir tiré»: a participle without an auxiliary, and its agent."""
    tables, words = scene.unit.reading.tables, scene.words
    for word in words[1:-2]:
        if words[word.index + 1].form != "par":
            continue
        reading = next((r for r in tables.forms.get(word.form, ()) if r.tense is Tense.PARTICIPLE), None)
        verb = tables.verbs.get(reading.lemma) if reading is not None else None
        if verb is None or verb.addressee is not Addressing.OBJECT:
            continue
        if words[word.index - 1].upos not in {"NOUN", "PROPN", "ADJ", "PUNCT"} or not scene.is_free((word.start, word.end)):
            continue
        phrase = noun_phrase(scene.unit, word.index + 2, scene.limit(word.start), appositions=False)
        if phrase is None or not can_speak(scene.unit, phrase):
            continue
        group = Group(
            first=word.index,
            last=phrase.last,
            left=word.index,
            main=word.index,
            bearer=-1,
            verb=verb,
            shape=Shape.FINITE,
            tense=Tense.PARTICIPLE,
        )
        found = complement_of(scene, group)
        if found is None or found.kind not in {Complement.DE_INF, Complement.A_INF, Complement.QUOTE}:
            continue
        limit = before_main_verb(scene, found.start, _before_comma(scene, found.start, scene.limit(found.start)))
        end = found.end if found.end is not None else clause_end(scene, group, found.start, limit)
        if end - found.start < _LEAST:
            continue
        yield Draft(
            content=((found.start, end),),
            cue=(word.start, word.end),
            source=(words[phrase.first].start, words[phrase.last].end),
            rule="accused",
            score=0.8,
            unit=scene.number,
            group=msgspec.structs.replace(group, last=word.index),
            complement=found.kind,
            direct=found.direct,
        )


def _before_comma(scene: Scene, start: int, limit: int) -> int:
    """«accusés par Paris d'avoir menti, | deux agents …»: where the first comma outside marks stands, at most `limit`."""
    commas = (word.start for word in scene.words if word.form == "," and start < word.start < limit)
    return next((comma for comma in commas if scene.unit.quotation_around(comma) is None), limit)


def _is_wished(scene: Scene, group: Group, found: Found) -> bool:
    """«Il pourrait attendre pour invoquer la loi», «Un investisseur peut espérer recevoir 3 %»: nobody says it."""
    if group.carrier is not None and group.carrier.lemma == "pouvoir" and group.verb.strength is Strength.ATTITUDE:
        return True
    if group.carrier is not None and group.carrier.lemma in {"devoir", "pouvoir"} and group.tense in {Tense.CONDITIONAL, Tense.FUTURE}:
        return group.person == 3 and not found.direct  # «elle devrait demander que»
    if found.kind is not Complement.OBJECT or group.shape is not Shape.INFINITIVE:
        return False
    return any(word.finite and word.form.endswith(("rait", "raient")) for word in scene.words[: group.left])


def _is_aim(group: Group) -> bool:
    """«afin de garantir que les trains partent»: what is done makes sure of it, nobody says so."""
    return group.linker in {"pour", "afin"} and group.verb.act is Act.PROMISE


def _with_complement(scene: Scene, group: Group, rule: str, score: float) -> Iterator[Draft]:
    found = complement_of(scene, group)
    if found is None and group.passive and Complement.OBJECT in group.verb.complements and group.verb.act in _TOLD:
        yield from _told_of(scene, group, score)
        return
    if (
        found is None
        or group.verb.lemma == "permettre"
        or _is_wished(scene, group, found)
        or (group.verb.lemma in _RECIPROCAL and found.kind is Complement.DE_INF)
    ):
        return
    if group.passive:
        source, way = _agent(scene, group), Way.NONE
        if source is None and not _is_impersonal(scene, group, found):
            return
    else:
        source, way = _subject(scene, group), Way.PRINTED
    if source is None and not group.passive:
        if not _speaks_unprinted(scene, group, found):
            if scene.unit.reading.trace.on:
                scene.unit.reading.trace.note("statement", rule, scene.cue_of(group), Answer.ABSTAINED, "no subject that can speak")
            return
        way = Way.NONE
    elif source is not None and not _may_speak(scene, group, source, found):
        if scene.unit.reading.trace.on:
            scene.unit.reading.trace.note(
                "statement", rule, scene.cue_of(group), Answer.REFUSED, f"«{scene.unit.reading.text[source[0] : source[1]]}» does not speak"
            )
        return
    end = found.end if found.end is not None else _end(scene, group, found)
    if end - found.start < (2 if found.direct else _LEAST_STATE if found.kind is Complement.NP else _LEAST):
        return
    pieces: tuple[Place, ...] = ((found.start, end),) if found.end is not None else clause_pieces(scene, found.start, end)
    if not pieces or (source is not None and pieces[0][0] <= source[0] < pieces[-1][1]):
        return
    yield Draft(
        content=pieces,
        cue=scene.cue_of(group),
        source=source,
        rule=f"{rule}_{found.kind}",
        score=score,
        unit=scene.number,
        way=way,
        group=group,
        complement=found.kind,
        direct=found.direct,
    )


def _is_impersonal(scene: Scene, group: Group, found: Found) -> bool:
    """«il est précisé que P», «étant entendu que P», «il est demandé aux riverains de rester chez eux»: said, by nobody printed."""
    before = scene.words[group.left - 1].form if group.left else ""
    if before != "il" and group.shape is not Shape.GERUND:
        return False
    if found.kind is Complement.DE_INF:
        return group.verb.lemma in _DIRECTING
    return (
        found.kind is Complement.QUE and group.verb.strength is Strength.SPEECH and group.verb.act in {Act.STATE, Act.ANNOUNCE, Act.CONFIRM}
    )


def _end(scene: Scene, group: Group, found: Found) -> int:
    end = clause_end(scene, group, found.start, _limit(scene, group, found.start))
    return _before_aside(scene, found.start, end) if found.kind in _CLOSED_BY_RELATIVE else end


def _before_aside(scene: Scene, start: int, end: int) -> int:
    """«à saisir la main tendue par l'Union, | que préside M. Roux»: a relative clause without marks is the article's."""
    for word in scene.words[scene.unit.word_at(start) + 1 :]:
        if word.start >= end:
            break
        relative = word.index + 1 < len(scene.words) and scene.words[word.index + 1].form in {"qui", "que", "qu'", "dont", "où"}
        if word.form == "," and relative and scene.unit.outer_around(word.start) is None:
            told = any(quotation.start > word.start and quotation.end <= end for quotation in scene.unit.outer)
            return end if told else word.start
    return end


def _told_of(scene: Scene, group: Group, score: float) -> Iterator[Draft]:
    """«La vente a été confirmée par la banque»: the agent tells the subject."""
    source = _agent(scene, group)
    content = passive_subject(scene, group) if source is not None else None
    if content is not None:
        yield Draft(
            content=(content,),
            cue=scene.cue_of(group),
            source=source,
            rule="passive_object",
            score=score,
            unit=scene.number,
            group=group,
            complement=Complement.OBJECT,
        )


def _subject(scene: Scene, group: Group) -> Place | None:
    """Give who speaks with a cue; a sum is nobody: «a levé six millions en faisant croire que P»."""
    source = subject_of(scene, group)
    if source is None or group.shape is Shape.FINITE:
        return source
    first = scene.unit.word_at(source[0])
    opens = group.shape is Shape.GERUND and group.first == 0  # «Espérant que P, un permis est accordé»
    return None if (scene.words[first].upos == "NUM" or opens) and not _can_speak(scene, first, source[1]) else source


def _limit(scene: Scene, group: Group, start: int) -> int:
    """Where a complement ends at the latest; «En annonçant qu'il partait, l'entraîneur …» has its main clause behind a comma."""
    limit = scene.limit(scene.words[group.last].start)
    concedes = group.linker == "beau"  # «Il a beau dire que P, Q»
    if (group.shape is Shape.FINITE or group.first > 0) and not concedes and not _is_condition(scene, group):
        return limit
    return _before_comma(scene, start, limit)


def _is_condition(scene: Scene, group: Group) -> bool:
    """«Si l'agence estime que P, Q»: a cue in a clause that opens the sentence and has its main clause behind a comma."""
    around = scene.unit.outer_around(scene.words[group.last].start)
    first = scene.unit.word_at(around.inner_start if around is not None else scene.unit.start)
    opening = scene.words[first : group.left]
    return (
        bool(opening)
        and opening[0].form in {"si", "s'", "lorsque", "lorsqu'", "quand", "puisque", "puisqu'"}
        and not any(word.upos == "PUNCT" or word.finite for word in opening[1:])
    )


def _speaks_unprinted(scene: Scene, group: Group, found: Found) -> bool:
    """A gerund without a printed subject still announces words in marks or a clause, unless it hangs on a noun that cannot speak."""
    before = scene.words[group.first - 1] if group.first > 0 else None
    if before is not None and before.upos in {"NOUN", "PROPN", "ADJ"} and group.first == group.left:
        return False
    return group.shape is Shape.GERUND and found.kind in {Complement.QUE, Complement.QUOTE}


def _agent(scene: Scene, group: Group) -> Place | None:
    """«a été annoncé par le ministère que», «est accusé par X de»: the agent of a passive."""
    words = scene.words
    for i in range(group.last + 1, min(group.last + 6, len(words))):
        if words[i].form == "par":
            phrase = noun_phrase(scene.unit, i + 1, scene.unit.end, appositions=False)
            if phrase is not None and can_speak(scene.unit, phrase):
                return words[phrase.first].start, words[phrase.last].end
        if words[i].upos == "PUNCT":
            return None
    return None


def _may_speak(scene: Scene, group: Group, source: Place, found: Found) -> bool:
    """«cela indique que», «il faut dire que»: an impersonal subject or, with a weak verb, a thing says nothing."""
    first = scene.unit.word_at(source[0])
    last = scene.unit.last_word_before(source[1])
    form = scene.words[first].form if first < len(scene.words) else ""
    if first == last and form in _IMPERSONAL and (form != "il" or group.verb.lemma == "convenir" or group.passive):
        return False
    if first == last and form == "on" and group.verb.lemma == "dire" and group.tense is Tense.CONDITIONAL:
        return False  # «on dirait que»
    if group.person in {1, 2} and form not in {"je", "j'", "nous", "tu", "vous", "qui"}:
        return False  # a subject of the third person with a verb of the first: two clauses were mixed up
    if group.verb.lemma == "rappeler" and group.reflexive and not found.direct:
        return False  # «il se rappelle que»: remembering is not saying
    if _is_other_sense(scene, group, source, found):
        return False
    if found.kind in {Complement.OBJECT, Complement.A_INF} and not group.reflexive and not _can_speak(scene, first, source[1]):
        return False  # «Les nuages annoncent la fin de l'été», «La plante demande à être arrosée»
    head = _head(scene, first, source[1])
    if group.verb.strength is Strength.PERCEPTION and not found.direct:
        return False  # «il savait que»: knowing is not saying
    acts = group.verb.strength in {Strength.COMMISSIVE, Strength.DIRECTIVE} or group.verb.act in {Act.REFUSE, Act.THREATEN, Act.PROMISE}
    if acts and not _can_speak(scene, first, source[1]):
        return False  # «la falaise menace de s'effondrer»
    if group.verb.lemma in _EVIDENCE and head in _STUDIES and not found.direct:
        return False
    if group.verb.strength in {Strength.WEAK, Strength.PERCEPTION} and not found.direct and first < last:
        return _can_speak(scene, first, source[1])
    return True


def _is_other_sense(scene: Scene, group: Group, source: Place, found: Found) -> bool:
    """Tell whether a cue means something else than saying with this subject: naming, breaking out, being the reason."""
    first = scene.unit.word_at(source[0])
    if scene.words[first].form == "on" and group.verb.lemma in _CALLING and found.kind is Complement.QUOTE:
        return True  # «ce qu'on appelle « la double peine »»
    if group.reflexive and group.verb.lemma == "déclarer" and _head(scene, first, source[1]) in _BREAKING_OUT:
        return True  # «un incendie s'est déclaré»
    return (
        found.kind is Complement.COLON
        and (group.verb.lemma in _EVIDENCE or group.verb.lemma == "expliquer")
        and scene.quotation_at(found.start) is None
        and not _can_speak(scene, first, source[1])
    )  # «le relief explique cet écart : P»


def _can_speak(scene: Scene, first: int, end: int) -> bool:
    phrase = noun_phrase(scene.unit, first, end)
    return phrase is None or can_speak(scene.unit, phrase)


def _head(scene: Scene, first: int, end: int) -> str:
    phrase = noun_phrase(scene.unit, first, end)
    return scene.words[phrase.head].form if phrase is not None else ""


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (complement_clause, dependent_clause, accused)
