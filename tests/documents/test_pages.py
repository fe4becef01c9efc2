"""Pages: what of the markup reaches the text, and pages that make extractors hang or lose everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.documents import TEXT_CAP, clean
from greffier.article.documents.body import ELEMENT_CAP
from greffier.lang import load_packs
from greffier.records import Document, Origin, ProblemCode, RawDocument
from tests.documents.test_labels import check_laws
from tests.support.hanging import ends

TABLES = load_packs()["fr"].documents
SENTENCES = (
    "Le fleuve a débordé lundi soir sur les quais de la ville, et la préfecture redoute une nuit difficile.",
    "« Restez chez vous », a demandé le maire aux habitants des quartiers bas, où l'eau atteint un mètre.",
    "Les écoles resteront fermées mardi dans tout le département, ont annoncé les autorités.",
    "Une décrue est attendue mercredi, selon les services de prévision des crues.",
)
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def read(page: str) -> Document:
    return clean(RawDocument(origin=Origin(uri="test:", format="html"), content=page, markup=True), TABLES)


def codes(document: Document) -> set[ProblemCode]:
    return {problem.code for problem in document.problems}


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(s.kind.value, document.text[s.start : s.end]) for s in document.segments]


def test_structure_of_a_page_is_kept():
    page = f"""<html><head><title>La crue | Le Phare</title></head><body><nav><a href="/">Accueil</a><a href="/sport">Sport</a></nav>
    <main><article><h1>La crue menace la ville</h1><p class="chapo">Trois quartiers sont sous l'eau, et la nuit sera longue.</p>
    <p>{SENTENCES[0]}</p><h2>Des renforts attendus</h2><p>{SENTENCES[1]}<br>{SENTENCES[2]}</p>
    <ul><li>Ouvrir les écluses</li><li>Fermer les quais</li></ul><p>À lire aussi : <a href="/1910">La crue de 1910</a></p>
    <blockquote><p>{SENTENCES[3]}</p></blockquote></article></main><footer><p>Mentions légales</p></footer></body></html>"""
    assert kinds(read(page)) == [
        ("title", "La crue menace la ville"),
        ("lead", "Trois quartiers sont sous l'eau, et la nuit sera longue."),
        ("paragraph", SENTENCES[0]),
        ("heading", "Des renforts attendus"),
        ("paragraph", SENTENCES[1]),
        ("paragraph", SENTENCES[2]),
        ("paragraph", "Ouvrir les écluses"),
        ("paragraph", "Fermer les quais"),
        ("related", "À lire aussi : La crue de 1910"),
        ("paragraph", SENTENCES[3]),
    ]


def test_the_headline_outside_of_the_body_opens_the_text():
    page = f"<html><body><header><h1>La crue menace la ville</h1></header><div class='content'>{ARTICLE}</div></body></html>"
    assert read(page).text.startswith("La crue menace la ville\n\nLe fleuve")


HARMFUL = {
    "unclosed_comment": (f"<html><body><article>{ARTICLE}<!-- {ARTICLE}</article></body></html>", ProblemCode.MARKUP_DAMAGED),
    "unclosed_script": (
        f"<html><head><script>var a = 1;</head><body><article>{ARTICLE}</article></body></html>",
        ProblemCode.MARKUP_DAMAGED,
    ),
    "five_thousand_nested": (f"<html><body>{'<div>' * 5_000}{ARTICLE}{'</div>' * 5_000}</body></html>", ProblemCode.MARKUP_DAMAGED),
    "hundred_thousand_nested": (f"<html><body>{'<div>' * 100_000}{ARTICLE}{'</div>' * 100_000}</body></html>", ProblemCode.MARKUP_DAMAGED),
    "nested_bold": (f"<html><body>{ARTICLE}{'<b>' * 3_000}fin</body></html>", ProblemCode.MARKUP_DAMAGED),
    "one_lone_surrogate": (f"<html><body><article>{ARTICLE}<p>Le \ud800 mot.</p></article></body></html>", ProblemCode.CONTROL_CHARACTERS),
    "nul": (f"<html><body><article>{ARTICLE}<p>Le \x00 mot est là.</p></article></body></html>", ProblemCode.CONTROL_CHARACTERS),
    "truncated_tag": (f"<html><body><article>{ARTICLE}<p cla", None),
    "wide_cell": (
        f"<html><body><article>{ARTICLE}<table><tr><td colspan=9007199254740992>a</td></tr></table></article></body></html>",
        None,
    ),
    "long_attribute": (f"<html><body><div title='{'x' * 9_000_000}'>{ARTICLE}</div></body></html>", None),
    "declared_as_xml": (f"<?xml version='1.0' encoding='latin-1'?><html><body><article>{ARTICLE}</article></body></html>", None),
    "million_angles": (f"<html><body><article>{ARTICLE}{'<' * 1_000_000}</article></body></html>", ProblemCode.TEXT_TOO_LONG),
    "million_entities": (f"<html><body><article>{ARTICLE}<p>{'&eacute;' * 900_000}</p></article></body></html>", ProblemCode.TEXT_TOO_LONG),
    "million_no_break_spaces": (f"<html><body><article>{ARTICLE}{'&nbsp;' * 1_000_000}</article></body></html>", None),
    "right_to_left": (f"<html><body><article>{ARTICLE}<p>قال الوزير إن المدينة آمنة.</p></article></body></html>", None),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful_pages_give_their_text(name):
    page, code = HARMFUL[name]
    with ends():
        document = read(page)
    for sentence in SENTENCES:
        assert sentence in document.text
    if code:
        assert code in codes(document)
    check_laws(document)


@pytest.mark.slow
@pytest.mark.parametrize("element", ["<p>Une ligne {}.</p>", "<table><tr><td>{}</td></tr></table>"])
def test_a_hundred_thousand_elements_give_their_text(element):
    many = "".join(element.format(n) for n in range(ELEMENT_CAP * 3))
    with ends():
        document = read(f"<html><body><article>{ARTICLE}{many}</article></body></html>")
    assert SENTENCES[0] in document.text
    assert ProblemCode.BODY_RESCUED in codes(document)


@pytest.mark.slow
def test_twenty_megabytes_in_one_paragraph_are_cut_and_said_so():
    with ends():
        document = read(f"<html><body><p>{'Le maire a dit oui. ' * 1_000_000}</p></body></html>")
    assert len(document.text) == TEXT_CAP
    assert ProblemCode.TEXT_TOO_LONG in codes(document)


@pytest.mark.parametrize(
    "page", ["", "   ", "<html></html>", "<html><body></body></html>", "<!-- -->", "<html><body><script>a</script></body></html>"]
)
def test_an_empty_page_is_a_problem(page):
    document = read(page)
    assert not document.text
    assert {ProblemCode.BODY_NOT_FOUND, ProblemCode.NO_PROSE} <= codes(document)


def test_a_page_of_navigation_has_no_prose():
    links = "<nav><a href='/'>Accueil</a> <a href='/s'>Sport</a></nav><ul><li>Se connecter</li><li>S'abonner</li></ul>"
    assert ProblemCode.NO_PROSE in codes(read(f"<html><body>{links}</body></html>"))


def test_the_same_page_a_thousand_times_over_is_the_same():
    page = f"<html><body><article><h1>La crue menace</h1>{ARTICLE}</article></body></html>"
    assert len({read(page) for _ in range(30)}) == 1


PIECES = [
    *[
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "<script>",
        "<h1>",
        "</h1>",
        "<table>",
        "<td>",
        "<b",
        "&nbsp;",
        "&#0;",
        "\x00",
        "Le maire a parlé. ",
        "<ul><li>",
        "�",
    ]
]
PIECES += ["<time datetime='x'>", "<meta property='og:title' content='a'>"]


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_markup_is_read(parts):
    check_laws(read("".join(parts)))
