"""Announcements made from marked text, so that attributes are tested without the rules that find statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from greffier.article.statements.attributes import Announcement
from greffier.lang.statements import Complement, CueVerb, Reflexive
from greffier.records import SourceKind
from greffier.text.inflection import Tense
from greffier.text.typography import fold

if TYPE_CHECKING:
    from greffier.lang.statements import StatementTables
    from tests.support.marked import Case

_CONTENT_BEGINS = [
    (r"qu[e']", Complement.QUE),
    (r"d[e']\s*(?:\w+ ){0,2}?\w+(?:er|ir|re)\b", Complement.DE_INF),
    (r"à \w+(?:er|ir|re)\b", Complement.A_INF),
    (r"(?:si|s'|pourquoi|comment)\b", Complement.SI),
    (r"(?:ne pas )?\w+(?:er|ir|re|oir)\b", Complement.INF),
]


def announce(case: Case, tables: StatementTables) -> Announcement:
    """Make the announcement that the marks `source`, `cue`, `content` describe; the cue's words tell the row of the tables."""
    text = fold(case.text)
    cue = case.of("cue")[0]
    source = case.of("source")
    words = fold(cue.quote).lower()
    content = tuple((mark.start, mark.end) for mark in case.of("content"))
    row = {"word": None, "tense": None, "main": None, **_row(words, cue.start, tables)}
    start = content[0][0]
    quoted = text[max(0, start - 2) : start].strip()[-1:] in {"«", '"', "“"}
    complement = None
    if start > cue.start:
        complement = next((kind for pattern, kind in _CONTENT_BEGINS if re.match(pattern, text[start:].lower())), Complement.NP)
        if quoted:
            complement = Complement.QUOTE
        elif isinstance(row["word"], CueVerb) and Complement.ATTRIBUTE in row["word"].complements and complement is Complement.NP:
            complement = Complement.ATTRIBUTE
    name = source[0].value if source and source[0].value else "unknown"
    return Announcement(
        text=text,
        unit=(0, len(text)),
        content=content,
        cue=(cue.start, cue.end),
        source=(source[0].start, source[0].end) if source else None,
        source_kind=SourceKind(name),
        complement=complement,
        direct=quoted,
        under_past="under_past" in (cue.value or ""),
        **row,
    )


def _row(words: str, offset: int, tables: StatementTables) -> dict[str, Any]:
    """Tell the row, tense, person and place of the verb of a cue."""
    for preposition in tables.prepositions:
        if re.match(rf"{re.escape(preposition.words)}(?!\w)", words):
            return {"word": preposition}
    found = [(match.start(), match.group()) for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]{3,}(?<!ils)(?<!elle))*", words)]
    finite = next((r for _, word in found for r in tables.heads.get(word, ()) if r.person == 3), None)
    for _, word in found:
        for reading in tables.heads.get(word, ()):
            for locution in tables.locutions.get(reading.lemma, ()):
                if locution.rest in words:
                    return {"word": locution, "tense": finite.tense if finite else reading.tense}
    reflexive = re.search(r"(?<!\w)(?:se |s')", words) is not None
    for start, word in reversed(found):
        for reading in tables.forms.get(word, ()):
            verb = tables.verbs[reading.lemma]
            if reading.tense is not Tense.INFINITIVE and (verb.reflexive is Reflexive.ALWAYS) != (
                reflexive and f"se {word}" not in tables.verbs
            ):
                continue
            carriers = [c for _, head in found for r in tables.heads.get(head, ()) for c in tables.carriers.get(r.lemma, ())]
            return {
                "word": verb,
                "main": (offset + start, offset + start + len(word)),
                "tense": finite.tense if finite and reading.tense in {Tense.PARTICIPLE, Tense.INFINITIVE} else reading.tense,
                "carrier": carriers[-1] if carriers and reading.tense is Tense.INFINITIVE else None,
            }
    noun = next((tables.nouns[word] for _, word in found if word in tables.nouns), None)
    return {"word": noun} if noun else {}
