from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import greffier.lang
from greffier.article.documents import clean
from greffier.lang import load_packs
from greffier.lang.documents import Furniture
from greffier.lang.loader import read_table
from greffier.records import NOISE, PROSE, Document, Origin, RawDocument, SegmentKind
from tests.support.marked import Case, read_cases
from tests.support.shared import SHARED, needs_gold

TABLES = load_packs()["fr"].documents
FOLDER = Path(greffier.lang.__file__).parent / "fr" / "documents"


def read(text: str) -> Document:
    return clean(RawDocument(origin=Origin(uri="test:", format="text"), content=text), TABLES)


def parts(document: Document) -> list[tuple[str, int, int]]:
    return [(s.kind.value, s.start, s.end) for s in document.segments]


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases"))
def test_cases(case: Case):
    """A mark is a segment of that kind, at that place; what is not marked is prose."""
    document = read(case.text)
    assert document.text == case.text
    marked = {(mark.label, mark.start, mark.end) for mark in case.marks}
    found = {(s.kind.value, s.start, s.end) for s in document.segments if s.kind not in PROSE}
    shown = sorted((start, kind, case.text[start:end]) for kind, start, end in found)
    assert found == marked, shown


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases"))
def test_typography_changes_no_label(case: Case):
    curly = case.text.replace("'", "’").replace(" :", "\u00a0:").replace(" »", "\u00a0»").replace("« ", "«\u202f")
    assert parts(read(curly)) == parts(read(case.text))


def check_laws(document: Document):
    text, covered = document.text, 0
    assert unicodedata.is_normalized("NFC", text)
    for segment in document.segments:
        assert covered <= segment.start < segment.end <= len(text)
        assert not text[covered : segment.start].strip()
        assert not text[segment.start].isspace()
        assert not text[segment.end - 1].isspace()
        assert (segment.repeats is not None) == (segment.kind is SegmentKind.REPEAT)
        if segment.repeats:
            start, end = segment.repeats
            assert 0 <= start < end <= len(text)
        covered = segment.end
    assert not text[covered:].strip()


LINES = st.sampled_from(
    [
        "Rechercher",
        "© AFP / Jean Martin Le port",
        "Publié le 14/02/2016 à 10h20 Le port de Dakar a été fermé lundi soir.",
        "AFP",
        "Lire aussi : la crue",
        "Le ministre a dit « oui ».",
        "Par Jeanne Lavigne",
        "Un titre sans point",
        "…",
        "Et toi ?",
        "date 2017-01 Il pleut sur la ville depuis lundi.",
        "Le port de Dakar a été fermé lundi soir par la tempête.",
        "Ministère de la Défense Le port fermé",
        "(AFP)",
        "a. (AFP)",
        "©",
        "Photo :",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=12).map("\n".join))
def test_any_text_is_labelled_from_end_to_end(text):
    check_laws(read(text))


@given(st.text(alphabet="Aé«»\"'’()/©:.,-0 \n\t\u00a0\u2028\x00\ufeff\ud800e\u0301", max_size=60))
def test_any_marks_are_labelled_from_end_to_end(text):
    check_laws(read(text))


def noise(segments, text) -> set[int]:
    return {i for kind, start, end in segments if SegmentKind(kind) in NOISE for i in range(start, end) if not text[i].isspace()}


@needs_gold
def test_noise_of_the_development_articles():
    for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        wanted = noise([(s["kind"], s["start"], s["end"]) for s in gold["segments"] if s.get("tier") != "optional"], gold["text"])
        optional = noise([(s["kind"], s["start"], s["end"]) for s in gold["segments"]], gold["text"])
        found = noise(parts(read(gold["text"])), gold["text"])
        assert wanted <= found <= optional


def test_every_example_of_furniture_works():
    before, behind = "Le port a fermé lundi soir.\nLe vent soufflait.\n", "\nLa mer est calme depuis mardi, dit le maire."
    for row in read_table(FOLDER / "furniture.tsv", Furniture):
        kinds = {s.kind for s in read(before + row.example + behind).segments if s.start >= len(before)}
        assert row.kind in kinds, row


@pytest.mark.parametrize("table", ["credits.tsv", "buttons.tsv", "menus.tsv"])
def test_every_example_of_pictures_buttons_and_menus_works(table):
    for line in (FOLDER / table).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or cells[-1] == "example" or cells[1] == "no":
            continue
        kinds = {s.kind for s in read(f"Le port a fermé lundi soir.\n{cells[-1]}\nLa mer est calme depuis mardi.").segments}
        assert kinds & NOISE, line


def test_a_paragraph_with_hard_line_ends_is_one_segment():
    text = (
        "La Lune s'éloigne de la Terre de près de quatre centimètres\npar an, ont confirmé des chercheurs de l'université de\n"
        "Grenoble dans une étude publiée jeudi.\n\nLe phénomène est connu depuis les missions Apollo, selon\nla revue."
    )
    assert [text[s.start : s.end].split(maxsplit=1)[0] for s in read(text).segments] == ["La", "Le"]
