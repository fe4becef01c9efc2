"""Ages are no times: «âgé de 38 ans», «un enfant de trois ans», «Luc, 38 ans,», «les moins de 18 ans».

In: a number of years and its scene. Out: yes or no. Not: lengths that look alike («une peine de 3 ans», «3 ans de prison»).
"""

from __future__ import annotations

import re

from greffier.article.times.grammar import Match, Scene

__all__ = ["is_age"]

# «âgée de», «vieux de», «l'âge de», «fête ses», «à», «dès»
_AGED = re.compile(
    r"""(?:âgée?s?(?:[ ]seulement)?[ ](?:de|d')|\bvie(?:ux|ille|illes)[ ]de|\bâge[ ]de|\bfêt\w+[ ](?:ses|leurs)
    |\b(?:mes|tes|ses|nos|vos|leurs)|\b[aà](?:[ ]peine|[ ]seulement)?|\bdès)[ ]?$""",
    re.VERBOSE,
)
# «âgés de 24, 23 et 14 ans», «âgés de 16 à 17 ans»
_AGED_LIST = re.compile(r"âgée?s? (?:respectivement )?(?:de |d')[\d, ]*(?:ans)?(?: et| à| ou)? $")
# «il a 20 ans», «ils avaient 15 et 17 ans»
_HAS = re.compile(r"\b(?:a|avait|aura|ai|avais|ont|avaient|auront|avoir|ayant|que|jeune de|aurait|eu)[ ]$")
# «les moins de 18 ans», «les jeunes de plus de 60 ans», «des 18-25 ans»
_GROUP = re.compile(r"\b(?:les|des|aux)(?: jeunes| enfants| adultes| personnes)?(?: de)?(?: (?:plus|moins) de)? ?$")
# «3 ans de prison», «2 ans ferme», «dix ans après»
_LENGTH = re.compile(r" (?:(?:de |d')[^\W\d_]*(?:tion|ment|age)|ferme|avec sursis|après|plus tard|avant|durant|d'affilée|auparavant)\b")
# «depuis plus de 20 ans», «cela fait déjà plus de dix ans»
_MORE_THAN = re.compile(
    r"""\b(?:depuis|pendant|durant|il[ ]y[ ]a|en|dure|après|sur|pour|dans|a|ont|bout[ ]de|avait|cela[ ]fait|voilà)
    (?:[ ]déjà)?(?:[ ]plus[ ]de|[ ]moins[ ]de)?[ ]$""",
    re.VERBOSE,
)
# «au bout de 3 ans», «plus de 3 ans»
_MEASURED = re.compile(r"\b(?:au cours|au bout|de plus|de moins|près|au terme|au-delà|lors|à partir|à compter) de $")
_OF = re.compile(r"[^\W\d_]+(?: [^\W\d_]{4,})? (?:de |d')$")


def is_age(m: Match, scene: Scene) -> bool:
    """Tell whether a number of years is the age of someone."""
    before = scene.text[max(0, m.start() - 40) : m.start()]
    after, lasting = scene.after(30), scene.words.patterns["lasting"]
    if _LENGTH.match(after) or re.match(rf" (?:de |d'){lasting}\b", after):
        return False
    if _AGED.search(before) or _AGED_LIST.search(before) or m.group().startswith(("ses ", "leurs ")) or _is_group(m, before):
        return True
    if re.search(rf"\b{scene.words.patterns['person']}s?(?: [^\W\d_]+){{0,2}}? (?:de |d')(?:plus de |moins de |environ )?$", before):
        return True
    # «les 35 ans du théâtre» is an anniversary; «deux frères de 25 et 23 ans».
    if re.match(r"les \d", m.group()) and re.match(r" d(?:e|u|es) | d'", after):
        return True
    if re.search(rf"\b{scene.words.patterns['person']}s? de \d\d?(?:,| et| à| ou) $", before):
        return True
    # In words only the signs above: «une absence de trois ans» and «trois ans,» are lengths.
    return m["count"].strip().isdigit() and not m["modifier"] and _is_age_in_digits(m, scene, before, after)


def _is_group(m: Match, before: str) -> bool:
    """«les moins de 18 ans», «Moins de 15 ans : …»; «depuis plus de 20 ans» is a length."""
    if not re.search(r"\b(?:plus|moins) de", before[-10:] + m.group()):
        return False
    if _MORE_THAN.search(before):
        return False
    return m["count"].strip().isdigit() or _GROUP.search(before) is not None or m.group().startswith(("les ", "des "))


def _is_age_in_digits(m: Match, scene: Scene, before: str, after: str) -> bool:
    printed = scene.printed[max(0, m.start() - 40) : m.start()]
    # «Luc Martin, 38 ans,», «Luc Martin (38 ans)»
    if re.search(r"[^\W\d_][,(] ?$|\($", printed) and re.match(r" ?[,.)]| (?:et|a|est|qui|était|domicilié)\b|$|\n", after):
        return not re.search(r"\b(?:pendant|depuis|durant|condamnée?s?|peine|écopé|requis)\b", before)
    if _HAS.search(before) and not re.match(r" (?:de|pour|devant|que)\b| [dq]'", after):
        return True
    # «le suspect de 38 ans»: a thing that lasts is no person.
    lasts = re.search(rf"\b{scene.words.patterns['lasting']}(?: [^\W\d_]+)? (?:de |d')$", before)
    return bool(_OF.search(before)) and not lasts and not _MEASURED.search(before)
