"""Links between statements whose pieces are given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.links import link_statements
from greffier.article.links.propositions import Propositions, When
from greffier.lang import load_packs
from greffier.lang.links import Negator, NegatorSort
from greffier.lang.loader import read_table
from greffier.records import (
    Act,
    Attestation,
    Document,
    Given,
    Mention,
    MentionKind,
    Mentions,
    Mode,
    Origin,
    Relay,
    Segment,
    SegmentKind,
    Source,
    SourceKind,
    Span,
    Statement,
)
from tests.support.marked import Case, read_cases
from tests.support.shared import SHARED, needs_gold

PACK = load_packs()["fr"]
NEGATORS = read_table(PACK.folder / "links" / "negators.tsv", Negator)


def document_of(text: str, title: int = 0) -> Document:
    """A document of one paragraph, behind a title of so many characters."""
    segments = [Segment(start=0, end=title, kind=SegmentKind.TITLE)] if title else []
    segments.append(Segment(start=title, end=len(text), kind=SegmentKind.PARAGRAPH))
    return Document(origin=Origin(uri="test:", format="text"), given=Given(), text=text, segments=tuple(segments))


def _kind(*, hidden: bool, flags: list[str]) -> SourceKind:
    if hidden:
        return SourceKind.ANONYMOUS
    return next((kind for kind in (SourceKind.MEDIUM, SourceKind.GROUP) if kind.value in flags), SourceKind.PERSON)


def statements_of(case: Case) -> tuple[Statement, ...]:
    made = []
    for mark in case.marks:
        if not re.fullmatch(r"s\d", mark.label):
            continue
        act, name, *rest = mark.value.split("+")
        told = dict(part.split("_", 1) for part in rest if "_" in part)
        hidden = name == "?"
        made.append(
            Statement(
                id=mark.label,
                content=(Span(start=mark.start, end=mark.end, quote=mark.quote),),
                mode=Mode.DIRECT if "direct" in rest else Mode.INDIRECT,
                cue=next((Span(start=m.start, end=m.end, quote=m.quote) for m in case.of(f"cue_{mark.label}")), None),
                source=Source(
                    name=None if hidden else name,
                    entity=None if hidden else name,
                    kind=_kind(hidden=hidden, flags=rest),
                ),
                relays=(Relay(name=told["via"]),) if "via" in told else (),
                act=Act(act),
                negated="negated" in rest,
                attestation=Attestation.HEARSAY if "hearsay" in rest else Attestation.ASSERTED,
                within=told.get("in"),
                about=(told["about"],) if "about" in told else (),
                same_as=told.get("same"),
                rule="test",
                score=1.0,
            )
        )
    return tuple(made)


def mentions_of(case: Case) -> Mentions:
    marks = [mark for mark in case.marks if mark.label.startswith("e_")]
    return Mentions(
        mentions=tuple(
            Mention(id=f"m{n}", start=m.start, end=m.end, quote=m.quote, kind=MentionKind.NAME, entity=m.label[2:], rule="test")
            for n, m in enumerate(marks)
        )
    )


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases"))
def test_links(case):
    title = next((mark.end for mark in case.of("title")), 0)
    links = link_statements(document_of(case.text, title), statements_of(case), mentions_of(case), PACK)
    found = ",".join(f"{link.kind.value}:{link.source}>{link.target}" for link in links) or "-"
    assert found == case.settings["links"]
    assert all(case.text[link.scope.start : link.scope.end] == link.scope.quote for link in links if link.scope)


@pytest.mark.parametrize("row", PACK.links.verbs, ids=str)
def test_a_linking_verb_is_a_cue(row):
    assert row in PACK.statements.verbs


def _told(text: str, start: int, end: int) -> Statement:
    return Statement(
        id=f"s{start}",
        content=(Span.of(text, start, end),),
        mode=Mode.INDIRECT,
        source=Source(name="A", entity="A"),
        rule="test",
        score=1.0,
    )


@pytest.mark.parametrize("row", NEGATORS, ids=lambda row: row.word)
def test_the_example_of_a_negator_is_denied_as_a_whole_or_in_part(row):
    example = row.example.rstrip(".")
    proposition = Propositions(example, [_told(example, 0, len(example))], (), PACK).of(0)
    assert row.word in example.lower().replace("'", " ").split()
    assert proposition is not None
    assert proposition.holds is (None if row.sort is NegatorSort.PARTIAL else False)
    assert proposition.never is (row.sort is NegatorSort.NEVER)


TENSES = [
    ("qu'il n'a pas vendu la ferme", When.PAST),
    ("ne pas avoir rencontré ce banquier", When.PAST),
    ("que l'usine n'est pas sûre", When.PRESENT),
    ("vendre la ferme à son gendre", When.PRESENT),
    ("qu'il fermera cette école", When.FUTURE),
    ("que l'école fermerait en mai", When.FUTURE),
    ("qu'il connaissait cet homme", When.IMPERFECT),
]


@pytest.mark.parametrize(("words", "when"), TENSES)
def test_the_time_of_a_clause(words, when):
    proposition = Propositions(words, [_told(words, 0, len(words))], (), PACK).of(0)
    assert proposition is not None
    assert proposition.when is when


@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), st.sampled_from(Act), st.sampled_from(["A", "B", None])), max_size=6))
def test_any_statements_raise_nothing(pieces):
    text, made = "", []
    for words, act, name in pieces:
        made.append(
            Statement(
                id=f"s{len(made)}", content=(Span(start=len(text), end=len(text) + len(words), quote=words),), mode=Mode.DIRECT,
                source=Source(name=name, entity=name), act=act, rule="test", score=1.0,
            )
        )  # fmt: skip
        text += words + "\n"
    links = link_statements(document_of(text), tuple(made), Mentions(), PACK)
    assert all(link.source != link.target for link in links)
    assert links == link_statements(document_of(text), tuple(made), Mentions(), PACK)


@needs_gold
def test_the_required_links_of_the_development_articles_follow_from_their_statements():
    import json

    missed = []
    for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text, statements = gold["text"], []
        entities = {entity["name"]: entity["id"] for entity in gold["entities"]}
        for told in gold["statements"]:
            source = told["source"] or {}
            spans = [Span.of(text, piece["start"], piece["end"]) for piece in told["content"]]
            cue = Span.of(text, told["cue"]["start"], told["cue"]["end"]) if told["cue"] else None
            statements.append(
                Statement(
                    id=told["id"], content=tuple(spans), mode=Mode(told["mode"]), cue=cue, act=Act(told["act"]), within=told.get("within"),
                    source=Source(name=source.get("name"), entity=entities.get(source.get("name"))), same_as=told.get("same_as"),
                    negated=told.get("negated", False), rule="gold", score=1.0,
                )
            )  # fmt: skip
        mentions = Mentions(
            mentions=tuple(
                Mention(
                    id=m["id"], start=m["start"], end=m["end"], quote=m["quote"], kind=MentionKind.NAME, entity=m["entity"], rule="gold"
                )
                for m in sorted(gold["mentions"], key=lambda m: m["start"])
            )
        )
        same = {s.id: s.same_as or s.id for s in statements}
        links = link_statements(document_of(text), tuple(statements), mentions, PACK)
        found = {(link.kind.value, frozenset({same[link.source], same[link.target]})) for link in links}
        found |= {(link.kind.value, frozenset({link.source, link.target})) for link in links}
        missed += [
            link
            for link in gold["links"]
            if link["tier"] == "required"
            and (link["kind"], frozenset({same[link["from"]], same[link["to"]]})) not in found
            and (link["kind"], frozenset({link["from"], link["to"]})) not in found
        ]
    assert missed == []
