"""Whole pages of invented outlets in the markup of known sites: title, day, bylines, agencies, and prose that is kept.

`sites.txt` holds one page a section: what is expected, then the page.
`{BODY}` stands for the sentences in paragraphs, `{BODY_BR}` for the sentences between breaks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from greffier.article.documents import clean
from greffier.article.metadata import read_metadata
from greffier.lang import load_packs
from greffier.records import PROSE, Origin, RawDocument
from greffier.text.keys import key

PACK = load_packs()["fr"]
SENTENCES = (
    "Le fleuve a débordé lundi soir sur les quais de la ville, et la préfecture redoute une nuit difficile pour les riverains.",
    "« Restez chez vous », a demandé le maire aux habitants des quartiers bas, où l'eau atteint déjà un mètre dans certaines rues.",
    "Les écoles resteront fermées mardi dans tout le département, ont annoncé les autorités, qui attendent une décrue mercredi.",
    "Le rapport publié le 14 février 2005 par la commission avait pourtant alerté les élus sur l'état des digues.",
)


class Site(NamedTuple):
    """A page and what is to be read in it."""

    expected: dict[str, str]
    page: str


def sites() -> list[object]:
    found: list[object] = []
    for section in re.split(r"^=== ", (Path(__file__).parent / "sites.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = section.partition("\n")
        head, mark, page = rest.partition("<html")
        page = page.replace("{BODY}", "".join(f"<p>{s}</p>" for s in SENTENCES)).replace("{BODY_BR}", "<br><br>".join(SENTENCES))
        expected = {field: value.strip() for field, value in (line.split(":", 1) for line in head.splitlines())}
        found.append(pytest.param(Site(expected, mark + page), id=name))
    return found


@pytest.mark.parametrize("site", sites())
def test_pages_of_known_sites(site: Site):
    raw = RawDocument(origin=Origin(uri="https://x.example/a", format="html"), content=site.page, markup=True)
    document = clean(raw, PACK.documents)
    metadata = read_metadata(document, PACK.metadata)[0]
    assert metadata.title is not None
    assert key(metadata.title.quote or metadata.title.given or "") == key(site.expected["title"])
    assert metadata.published.edtf == site.expected["published"]
    assert [key(name) for name in metadata.bylines] == [key(name) for name in site.expected["bylines"].split(",") if name]
    if "agencies" in site.expected:
        assert set(metadata.agencies) == set(site.expected["agencies"].split(", "))
    prose = " ".join(document.text[s.start : s.end] for s in document.segments if s.kind in PROSE)
    assert all(sentence in prose for sentence in SENTENCES)
