"""Incises: words that announce inside or after the words that they announce.

In: a `Scene`. Out: `Draft`s. Not: clauses with que.

«…, a-t-il ajouté», «…, a déclaré, mercredi, la ministre», «Comme le note X, …», «…, lit-on dans le communiqué», «…, rapporte l'agence».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.article.statements.adjuncts import skip_adverbs
from greffier.article.statements.around import around_incise, host_clause
from greffier.article.statements.draft import Draft, Place, Way
from greffier.article.statements.edges import has_finite_verb
from greffier.article.statements.inverted import office_of_on, subject_after
from greffier.article.statements.phrases import Phrase, noun_phrase, place_of
from greffier.article.statements.reading import Unit, Word
from greffier.article.statements.scene import Scene
from greffier.article.statements.speakers import can_speak
from greffier.article.statements.subjects import subject_before, subject_of
from greffier.article.statements.verbs import Group, Shape
from greffier.lang.statements import Complement, Strength

__all__ = ["RULES"]

# An incise begins after one of these.
_BOUNDARY = frozenset(",;:!?…»”\"']–—-.")
_OWN_VOICE = frozenset({"je", "j'", "nous", "vous", "tu"})
_OWN_CARRIERS = frozenset({"pouvoir", "devoir", "falloir", "aller", "vouloir"})
# «lit-on dans le communiqué», «apprend-on de source proche»: on reads, the document speaks
_READING = frozenset({"lire", "apprendre", "entendre", "voir", "découvrir"})
_READ_IN = frozenset({"dans", "sur", "de", "d'", "du", "des", "auprès"})
_SOME = frozenset({"un", "une", "des", "plusieurs", "certains", "certaines", "quelques"})
# A content of fewer characters is no clause.
_LEAST = 3


def pronoun_incise(scene: Scene) -> Iterator[Draft]:
    """«…, a-t-il ajouté», «…, tient-il à préciser», «…, fait-on remarquer»."""
    for group in scene.groups:
        if group.inverted < 0 or group.shape is not Shape.FINITE or not group.verb.incise or not scene.is_free(scene.cue_of(group)):
            continue
        start = scene.words[group.left].start
        touching = scene.quotation_before(start) is not None
        inside = scene.unit.outer_around(start) is not None
        if not (_after_boundary(scene, start) or touching) or _asks(scene, group):
            continue
        pronoun = scene.words[group.inverted].form
        if (
            pronoun in {"on", "il"}
            and group.carrier is not None
            and group.carrier.lemma in _OWN_CARRIERS
            and group.verb.lemma not in _READING
        ):
            continue  # «pourrait-on dire», «faut-il le préciser»: whoever writes says so
        if pronoun in _OWN_VOICE and not (touching or inside):
            continue
        source = subject_of(scene, group)
        zone_end = scene.words[group.last].end
        if pronoun == "on":
            read = _read_in(scene, group) or office_of_on(scene, group)
            if read is not None:
                source, zone_end = read, read[1]
        yield from _drafts(scene, group, source, (start, zone_end), "pronoun_incise", 0.97 if touching or inside else 0.93)


def _asks(scene: Scene, group: Group) -> bool:
    """«Que dit-il ?», «a-t-il dit que»: a question or a clause to come is no incise."""
    after = scene.words[group.last + 1 : group.last + 2]
    before = scene.words[group.left - 1].form if group.left else ""
    return before in {"que", "qu'", "qui", "quoi"} or (bool(after) and after[0].form in {"que", "qu'"})


def _read_in(scene: Scene, group: Group) -> Place | None:
    """«lit-on dans le communiqué»: the document that is read."""
    i = skip_adverbs(scene.unit, group.last + 1, scene.unit.end)
    if group.verb.lemma not in _READING or i + 1 >= len(scene.words) or scene.words[i].form not in _READ_IN:
        return None
    phrase = noun_phrase(scene.unit, i + 1, scene.limit(scene.words[i].start))
    return place_of(scene.unit, phrase) if phrase is not None else None


def inverted_incise(scene: Scene) -> Iterator[Draft]:
    """«…, a déclaré, mercredi, Zamir Kabulov, chef de département», «…, rapporte Ria Novosti»."""
    for group in scene.groups:
        if group.inverted >= 0 or group.shape is not Shape.FINITE or not group.verb.incise or group.passive or group.negated:
            continue
        if not scene.is_free(scene.cue_of(group)) or group.left == 0 or scene.words[group.left - 1].form == "comme":
            continue
        if scene.words[group.left - 1].form in {"que", "qu'"}:
            continue  # «ce qu'appelle Janov la parole libre», «C'est ce qu'a déclaré le maire»
        start = scene.words[group.left].start
        quotation = scene.quotation_before(start)
        touching = quotation is not None
        if not touching and not _after_boundary(scene, start):
            continue
        limit = scene.limit(start)
        phrase = subject_after(scene, group, limit)
        if phrase is None or scene.words[phrase.head].form in {"que", "qui"}:
            continue
        splits = not touching and _splits_clause(scene, group, scene.words[phrase.last].end)
        if not (splits or _is_source(scene, group, touching=touching, first=phrase.first)) or (
            not touching and not can_speak(scene.unit, phrase)
        ):
            continue
        if (
            quotation is not None
            and not can_speak(scene.unit, phrase)
            and scene.unit.text[scene.unit.start : quotation.start].strip(" –—-•")
        ):
            continue  # «L'organisation, qui parlait d'une crise "hors de contrôle", demande des renforts»
        if not (touching or splits or _has_verb_before(scene, start) or _closes_headline(scene, group, phrase)):
            continue  # «Alfred Roux, bras droit du patron, propose aux clients les services»: subject, verb, objects
        following = scene.words[phrase.last + 1] if phrase.last + 1 < len(scene.words) else None
        if (
            following is not None
            and following.start < limit
            and (following.finite or following.form in {"que", "qu'"})
            and following.form != "qui"
            and not touching
        ):
            continue
        source = place_of(scene.unit, phrase)
        if not touching and group.verb.lemma == "dire" and _is_byname(scene, group, phrase):
            continue
        yield from _drafts(scene, group, source, (start, source[1]), "inverted_incise", 0.96 if touching else 0.88)


def _closes_headline(scene: Scene, group: Group, phrase: Phrase) -> bool:
    """«Prochaine réunion : le 3 juin, a annoncé Mme Roux.»: a past with avoir and a name or title that end the sentence."""
    unit = scene.unit
    named = (
        any(word.form in unit.reading.grammar.titles for word in unit.words[phrase.first : phrase.head]) or unit.words[phrase.head].capital
    )
    return named and group.last > group.first and not group.negated and not unit.text[unit.words[phrase.last].end : unit.end].strip(" .")


def _has_verb_before(scene: Scene, start: int) -> bool:
    """Tell whether the words that an incise would announce have a finite verb: those of the quotation around it, or of the unit."""
    around = scene.unit.outer_around(start)
    low = around.inner_start if around is not None else scene.unit.start
    words = scene.words[scene.unit.word_at(low) : scene.unit.word_at(start)]
    finite = sum(word.finite and not (word.index and scene.words[word.index - 1].finite) for word in words)
    relative = (
        0 if around is not None else sum(word.form in {"qui", "dont", "où"} and not _is_partitive(words, i) for i, word in enumerate(words))
    )
    return finite > relative


def _is_partitive(words: tuple[Word, ...], i: int) -> bool:
    """«Les navires, dont deux pétroliers, sont libres»: dont names some of them and opens no clause."""
    following = words[i + 1] if i + 1 < len(words) else None
    if words[i].form != "dont" or following is None or not (following.upos == "NUM" or following.form in _SOME):
        return False
    closing = next((word.index for word in words[i + 1 :] if word.upos == "PUNCT"), -1)
    return closing >= 0 and not any(word.finite for word in words[i + 1 :] if word.index < closing)


def _is_byname(scene: Scene, group: Group, phrase: Phrase) -> bool:
    """«Charles, dit le Téméraire, perdit»: a name and a byname; no speaker noun and no finite verb stand before."""
    if group.first != group.last or not scene.words[phrase.head].capital:
        return False
    speakers = scene.unit.reading.tables.speakers
    if any(word.form in speakers for word in scene.words[phrase.first : phrase.last + 1]):
        return False
    return scene.words[phrase.first].upos == "DET" and scene.words[max(0, group.left - 2)].capital


def _splits_clause(scene: Scene, group: Group, end: int) -> bool:
    """«La ville, note le chroniqueur, n'a pas changé»: a subject before, its verb after."""
    unit = scene.unit
    end = _past_time(unit, end)
    if not unit.text[end : end + 2].strip().startswith((",", "–", "—")) or has_finite_verb(unit, unit.start, scene.words[group.left].start):
        return False
    i = unit.word_at(end)
    i = skip_adverbs(unit, i + 1 if i < len(scene.words) and scene.words[i].upos == "PUNCT" else i, unit.end)
    i = unit.past_clitics(i)
    return i < len(scene.words) and scene.words[i].finite


def _past_time(unit: Unit, end: int) -> int:
    """«a déclaré Marc Roux mardi,»: where a time after a source ends."""
    index = unit.word_at(end)
    time = unit.reading.times.get(unit.words[index].start) if index < len(unit.words) else None
    return time if time is not None else end


def _is_source(scene: Scene, group: Group, *, touching: bool, first: int) -> bool:
    """A verb that mostly means something else wants marks; a form that may be a noun wants a mention that can speak right after it."""
    if (
        group.verb.strength in {Strength.WEAK, Strength.PERCEPTION, Strength.ATTITUDE}
        and not touching
        and scene.unit.outer_around(scene.words[group.left].start) is None
    ):
        return group.verb.strength is Strength.WEAK and group.sure and group.last - group.first > 0
    return group.sure or touching or scene.words[first].upos in {"DET", "PROPN"} or scene.words[first].capital


def comme_incise(scene: Scene) -> Iterator[Draft]:
    """«Comme le note X, …», «…, comme l'a dit X», «…, comme devait conclure X»."""
    for group in scene.groups:
        if group.shape is not Shape.FINITE or group.passive or not scene.is_free(scene.cue_of(group)):
            continue
        opener = _comme_before(scene, group)
        if opener is None:
            continue
        if scene.unit.outer_around(scene.words[opener].start) is not None and group.person in {1, 2}:
            continue  # «« Nous agirons comme nous le disons »»: whoever is quoted says it all
        after = scene.words[group.last + 1].form if group.last + 1 < len(scene.words) else "."
        if after in {"que", "qu'"} or (
            after in {"à", "de", "d'"} and any(word.infinitive for word in scene.words[group.last + 2 : group.last + 4])
        ):
            continue
        start = scene.words[opener].start
        words = 2 if scene.words[opener].form == "ainsi" else 1
        if group.left - opener > words or group.inverted >= 0:
            source = subject_of(scene, group) if group.inverted >= 0 else subject_before(scene, group.left, group)
            zone_end = scene.words[group.last].end
        else:
            phrase = subject_after(scene, group, scene.limit(start))
            if phrase is None or not can_speak(scene.unit, phrase) or group.verb.strength is Strength.ATTITUDE:
                continue
            source = place_of(scene.unit, phrase)
            zone_end = source[1]
        bare = group.object < 0 and group.last == group.first
        if bare and scene.unit.text[zone_end : zone_end + 3].strip()[:1] not in {":", ","}:
            continue  # «comme dit le proverbe : P» announces, «comme annonce un titre» compares
        if source is not None:
            yield from _drafts(scene, group, source, (start, zone_end), "comme_incise", 0.9)


def _comme_before(scene: Scene, group: Group) -> int | None:
    for i in range(group.left - 1, max(-1, group.left - 9), -1):
        word = scene.words[i]
        if word.form == "comme" or (word.form == "ainsi" and i + 1 < group.left and scene.words[i + 1].form in {"que", "qu'"}):
            return i
        if word.upos == "PUNCT" or word.finite:
            return None
    return None


def _after_boundary(scene: Scene, start: int) -> bool:
    """Tell whether a mark stands before a position, spaces aside, inside the unit."""
    text = scene.unit.text
    i = start - 1
    while i >= scene.unit.start and text[i] == " ":
        i -= 1
    if i < scene.unit.start or text[i] not in _BOUNDARY:
        return False
    return text[i] != "." or scene.quotation_before(start) is not None or text[i - 1 : i] == "."


def _drafts(scene: Scene, group: Group, source: Place | None, zone: Place, rule: str, score: float) -> Iterator[Draft]:
    """Make the draft of an incise, or make it the relay of the one before: «…, a-t-il dit, rapporte Ria Novosti»."""
    cue = scene.cue_of(group)
    relayed = _relayed(scene, zone)
    if relayed is not None and source is not None:
        relayed.relays = (source, *relayed.relays)
        scene.taken.append(cue)
        return
    found = around_incise(scene, *zone)
    if found is None:
        return
    content, direct = found
    if rule == "comme_incise" and not direct:
        content = host_clause(scene, content, zone) or content
    if sum(end - start for start, end in content) < _LEAST:
        return
    yield Draft(
        content=content,
        cue=cue,
        source=source,
        rule=rule,
        score=score,
        unit=scene.number,
        way=Way.PRINTED if source else Way.PREVIOUS,
        group=group,
        complement=Complement.QUOTE if direct else None,
        zone=zone,
        direct=direct,
    )


def _relayed(scene: Scene, zone: Place) -> Draft | None:
    """Give the incise right before this one, if nothing but its adjuncts stands between."""
    for draft in scene.drafts:
        if draft.zone is None or draft.zone[1] > zone[0] or not draft.rule.endswith("incise"):
            continue
        if not any(quotation.start >= draft.zone[1] and quotation.end <= zone[0] for quotation in scene.unit.outer) and all(
            end <= draft.zone[0] or start >= zone[0] for start, end in draft.content
        ):
            return draft
    return None


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (pronoun_incise, inverted_incise, comme_incise)
