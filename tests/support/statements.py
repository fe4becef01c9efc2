"""Statements of an article against the marks of a case.

Labels: `{content:…}`, `{content=mode:…}` (several marks are the pieces of one content), `{source:…}`, `{cue:…}`, `{cue=act:…}`; a second
statement of the same line has `content2`, `source2`, `cue2`. A line without marks has no statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greffier.records import Article, Statement
    from tests.support.marked import Case

# White space, quotation marks and the end of a sentence are no part of the comparison.
_EDGES = ' \u00a0\u202f\n«»“”"„.,;:'


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _pieces(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [_trimmed(text, start, end) for start, end in places]


def compare(case: Case, article: Article) -> list[str]:
    """Say what is wrong with the statements of an article; an empty list where all is as marked."""
    wrong, left = [], list(article.statements)
    numbers = sorted({mark.label.removeprefix("content") for mark in case.marks if mark.label.startswith("content")})
    for number in numbers:
        expected = _pieces(case.text, [(mark.start, mark.end) for mark in case.of(f"content{number}")])
        found = next(
            (s for s in left if _pieces(case.text, [(p.start, p.end) for p in s.content]) == expected),
            None,
        )
        if found is None:
            wrong.append(f"no statement says {[case.text[a:b] for a, b in expected]}")
            continue
        left.remove(found)
        wrong += _differences(case, number, found)
    return wrong + [f"{s.rule} says {[p.quote for p in s.content]} (source {s.source.quote!r})" for s in left]


def _differences(case: Case, number: str, found: Statement) -> list[str]:
    wrong = []
    mode = case.of(f"content{number}")[0].value
    if mode and found.mode != mode:
        wrong.append(f"mode {found.mode.value}, not {mode}")
    sources, cues = case.of(f"source{number}"), case.of(f"cue{number}")
    place = (found.source.start, found.source.end)
    if sources and place != (sources[0].start, sources[0].end):
        wrong.append(f"source {found.source.quote!r}, not {sources[0].quote!r}")
    if not sources and found.source.start is not None:
        wrong.append(f"source {found.source.quote!r}, where none is printed")
    if cues and (found.cue is None or not any(found.cue.start < cue.end and cue.start < found.cue.end for cue in cues)):
        wrong.append(f"cue {found.cue and found.cue.quote!r}, not {cues[0].quote!r}")
    act = cues[0].value if cues else None
    if act and found.act != act:
        wrong.append(f"act {found.act.value}, not {act}")
    return wrong
