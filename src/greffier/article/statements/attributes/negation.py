"""Whether the article says that it was *not* said: «n'a pas confirmé», «sans préciser», «refuse de dire».

In: `Announcement`. Out: true or false. Not: denials; who denies says something.
"""

from __future__ import annotations

import re

from greffier.article.statements.attributes.announcement import Announcement
from greffier.lang.statements import CueVerb

__all__ = ["is_negated", "negation_of"]

# Between «ne» and the cue stand at most the clitics and an auxiliary: «ne le lui a», «n'y avait»; a cue span may begin with «ne» itself.
_NE_BEFORE = re.compile(r"(?:^|[\s(«\"“,])(?:ne|n')(?:\s*(?:me|m'|te|se|s'|l'|le|la|les|lui|leur|y|en|nous|vous))*\s*$")
_NE_WITHIN = re.compile(r"^(?:ne\b|n')|\s(?:ne\s|n')")
# «n'a toujours pas», «ne dit rien», «ne l'a jamais», «n'en a nullement»
_NEGATOR = re.compile(r"(?<![\w'])(?:pas|plus|jamais|guère|nullement|aucunement|point|rien|personne|aucun|aucune|ni)(?![\w'])")
# «Aucun responsable n'a», «Personne n'a», «Ni Paris ni Rome n'ont», «Rien ne»
_NOBODY = re.compile(r"(?<![\w'])(?:aucun|aucune|personne|nul|nulle|ni|rien)(?![\w'])")
# «sans préciser», «sans toutefois le confirmer»; «non sans rappeler» says it
_SANS = re.compile(r"(?<!non )\bsans\s+(?:[\w']+\s+){0,2}?(?:l'|s'|le\s|la\s|les\s|se\s|en\s|y\s|lui\s|leur\s)*$")
# «n'a ni confirmé ni démenti»
_NI = re.compile(r"(?<!\w)ni\s+$")
# «ne peut que constater» says it
_RESTRICTED = re.compile(r"\bqu(?:e\s|')")
# How far back a subject of «n'a» is looked for; how far after the cue the second half of a negation stands («ne dit toujours pas»).
_SUBJECT_WITHIN = 80
_NEGATOR_WITHIN = 24


def negation_of(announcement: Announcement) -> bool:
    """Tell whether the verb of the cue (its carrier, where there is one) is negated in grammar."""
    if announcement.cue is None or not isinstance(announcement.tense, str):
        return False
    text, (left, right) = announcement.text, announcement.unit
    start, end = announcement.cue
    before = text[max(left, start - 30) : start].lower()
    cue = announcement.cue_words
    # «sans» governs the infinitive: it may be the first word of the cue
    main = announcement.main[0] if announcement.main else start
    if _SANS.search(text[max(left, main - 40) : main].lower()) or _NI.search(text[max(left, main - 4) : main].lower()):
        return True
    within = _NE_WITHIN.search(cue)
    if not within and not _NE_BEFORE.search(before):
        return False
    after = text[end : min(right, end + _NEGATOR_WITHIN)].lower()
    stop = min((place for place, _ in announcement.content if place >= end), default=right) - end
    scope = cue + (after[: max(stop, 0)] if stop < len(after) else after)
    if _NEGATOR.search(scope) or (not within and _NEGATOR.match(after.lstrip())):
        return True
    # «ne cesse de», «ne peut s'empêcher de», «n'ose dire» need no second half
    if announcement.carrier is not None:
        return _RESTRICTED.search(cue) is None
    return _NOBODY.search(text[max(left, start - _SUBJECT_WITHIN) : start].lower()) is not None


def is_negated(announcement: Announcement) -> bool:
    """Tell whether the article says that it was not said; two negations say it («n'a pas manqué de rappeler»)."""
    word = announcement.word
    if isinstance(word, CueVerb) and word.when_negated and announcement.carrier is None:
        return False
    negated = negation_of(announcement)
    return negated != announcement.carrier.negates if announcement.carrier else negated
