"""Small pages of our own, each with one of the ways in which French sites mislead a reader of metadata; outlets and names are invented."""

from __future__ import annotations

import json

import pytest

from greffier.article.documents import clean
from greffier.article.metadata import read_metadata
from greffier.lang import load_packs
from greffier.records import DateBasis, Document, Given, Metadata, Origin, RawDocument

PACK = load_packs()["fr"]
TITLE = "La crue du fleuve menace la ville de Saintes"
BODY = """<p>Le fleuve a débordé lundi soir sur les quais de la ville, et la préfecture redoute une nuit difficile pour les riverains.</p>
<p>« Restez chez vous », a demandé le maire aux habitants des quartiers bas, où l'eau atteint déjà un mètre dans certaines rues.</p>
<p>Les écoles resteront fermées mardi dans tout le département, ont annoncé les autorités, qui attendent une décrue mercredi.</p>"""


def ld(**claims: object) -> str:
    claims = {"@context": "https://schema.org", "@type": "NewsArticle", **claims}
    return f'<script type="application/ld+json">{json.dumps(claims, ensure_ascii=False)}</script>'


def meta(**values: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def read(
    head: str = "", body: str = f"<h1>{TITLE}</h1>{BODY}", uri: str = "https://phare.example/crue", **given: object
) -> tuple[Document, Metadata]:
    page = f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body><main><article>{body}</article></main></body></html>'
    raw = RawDocument(origin=Origin(uri=uri, format="html"), content=page, markup=True, given=Given(**given))
    document = clean(raw, PACK.documents)
    return document, read_metadata(document, PACK.metadata)[0]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{TITLE} | Le Phare de Saintonge</title>", None),
        (f"<title>{TITLE} - Le Phare</title>{meta(og__site_name='Le Phare')}", None),
        (f"<title>{TITLE} | DW | 23.05.2011</title>", BODY),
        (f"<title>{TITLE} - Gala</title>", BODY),
        (f"<title>{TITLE} - Le Phare</title>{meta(og__site_name='Le Phare')}", BODY),
        (f"<title>{TITLE} – phare.example</title>", BODY.replace("<p>", "<p>", 1)),
        (meta(og__title=TITLE, og__site_name="Le Phare"), BODY),
        (ld(headline=TITLE), BODY),
        # The logo is an h1 as well.
        (meta(og__title=TITLE, og__site_name="Le Phare"), f"<h1>Le Phare</h1><h1>{TITLE}</h1>{BODY}"),
        # Only the logo is an h1.
        (meta(og__title=TITLE, og__site_name="Le Phare"), f"<h1>Le Phare</h1>{BODY}"),
        # A rubric is the only h1.
        (meta(og__title=TITLE), f"<h1>International</h1><h2>{TITLE}</h2>{BODY}"),
        # For networks the title is shortened; the page prints the whole one.
        (meta(og__title="La crue du fleuve menace la ville"), None),
        # The video's name is no title of the article.
        (ld(headline=TITLE) + ld(**{"@type": "VideoObject", "name": "Les images de la crue"}), None),
        # Escaped twice, with markup.
        (ld(headline="La crue du fleuve &lt;em&gt;menace&lt;/em&gt; la ville de&nbsp;Saintes"), BODY),
        # Line feeds and entities in the markup.
        (
            meta(og__title="La crue du fleuve&nbsp;menace\n la ville de Saintes"),
            f"<h1>\n  La crue du fleuve menace\n la ville de Saintes </h1>{BODY}",
        ),
    ],
)
def test_titles(head, body):
    _, metadata = read(head, body or f"<h1>{TITLE}</h1>{BODY}")
    assert metadata.title.words == TITLE


def test_the_printed_title_opens_the_text():
    document, metadata = read(f"<title>{TITLE} | Le Phare</title>")
    assert document.text.startswith(TITLE)
    assert (metadata.title.start, metadata.title.end) == (0, len(TITLE))
    assert [s.kind.value for s in document.segments] == ["title", "lead", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("head", "printed", "names"),
    [
        (ld(headline=TITLE, author={"@type": "Person", "name": "Jeanne Lavigne"}), "", ["Jeanne Lavigne"]),
        (
            ld(headline=TITLE, author=[{"@type": "Person", "name": "Jeanne Lavigne"}, {"@type": "Person", "name": "Paul Ortis"}]),
            "",
            ["Jeanne Lavigne", "Paul Ortis"],
        ),
        (ld(headline=TITLE, author=["Jeanne Lavigne"]), "", ["Jeanne Lavigne"]),
        (ld(headline=TITLE, author={"@type": "Person", "name": "Jeanne Lavigne et Paul Ortis"}), "", ["Jeanne Lavigne", "Paul Ortis"]),
        # The outlet is declared as a person; the page prints who wrote it.
        (
            ld(headline=TITLE, author={"@type": "Person", "name": "Le Phare"}, publisher={"name": "Le Phare"}),
            '<p class="byline">Par Jeanne Lavigne</p>',
            ["Jeanne Lavigne"],
        ),
        (ld(headline=TITLE, author={"@type": "Organization", "name": "L'Opinion"}), "", []),
        (ld(headline=TITLE, author={"@type": "Person", "name": "AFP"}), "", []),
        (ld(headline=TITLE, author={"@type": "Person", "name": "Libération avec AFP"}), "", []),
        (meta(author="Prisma Média; Marie Lavigne"), "", ["Marie Lavigne"]),
        (meta(author="Deutsche Welle (www.dw.com)"), "", []),
        (meta(author="admin"), '<span class="author">Jeanne Lavigne</span>', ["Jeanne Lavigne"]),
        (meta(article__author="https://www.facebook.com/lephare"), '<a rel="author" href="/jl">Jeanne Lavigne</a>', ["Jeanne Lavigne"]),
        (
            "",
            '<div class="article__author">Par <a href="/jl">Jeanne Lavigne</a> et <a href="/po">Paul Ortis</a></div>',
            ["Jeanne Lavigne", "Paul Ortis"],
        ),
        ("", '<p class="auteur">Auteur Anna Kubík</p>', ["Anna Kubík"]),
        ("", '<p class="signature">Jeanne Lavigne (avec Paul Ortis et Luc Arnal)</p>', ["Jeanne Lavigne", "Paul Ortis", "Luc Arnal"]),
        ("", '<div class="byline">De notre correspondante à Rome, Jeanne Lavigne</div>', ["Jeanne Lavigne"]),
        ("", '<span itemprop="author" itemscope><span itemprop="name">Jeanne Lavigne</span></span>', ["Jeanne Lavigne"]),
        ("", '<div class="author-bio">Paul Ortis dirige la rédaction.</div>', []),
        ("", '<p class="byline">Par Jeanne Lavigne, envoyée spéciale à Rochefort - Publié le 14/02/2016 à 10h20</p>', ["Jeanne Lavigne"]),
        # Comments and footers have authors of their own.
        ("", '<footer><span class="author">Luc Arnal</span></footer>', []),
        (
            ld(headline=TITLE, author={"@id": "#jl"}) + ld(**{"@type": "Person", "@id": "#jl", "name": "Jeanne Lavigne"}),
            "",
            ["Jeanne Lavigne"],
        ),
        ("", "", []),
    ],
)
def test_bylines(head, printed, names):
    _, metadata = read(head, f"<h1>{TITLE}</h1>{printed}{BODY}")
    assert list(metadata.bylines) == names


def test_an_agency_that_signs_is_an_agency():
    _, metadata = read(ld(headline=TITLE, author={"@type": "Organization", "name": "AFP"}))
    assert (metadata.bylines, metadata.agencies) == ((), ("AFP",))


@pytest.mark.parametrize(
    ("head", "printed", "edtf"),
    [
        (ld(headline=TITLE, datePublished="2016-02-14T10:20:00+01:00", dateModified="2016-02-16T08:00:00+01:00"), "", "2016-02-14"),
        (meta(article__modified_time="2016-02-16T08:00:00+01:00", article__published_time="2016-02-14T10:20:00+01:00"), "", "2016-02-14"),
        (meta(og__updated_time="2016-02-16"), '<time datetime="2016-02-14" class="published">14 février</time>', "2016-02-14"),
        ("", '<time datetime="2016-02-16" class="updated">16 février</time><time datetime="2016-02-14">14 février</time>', "2016-02-14"),
        # JSON-LD puts the update where the original belongs; the meta element tells the original.
        (
            ld(headline=TITLE, datePublished="2016-02-16", dateModified="2016-02-16") + meta(article__published_time="2016-02-14"),
            "",
            "2016-02-14",
        ),
        ('<meta name="dc.date.issued" content="2016-02-14">', "", "2016-02-14"),
        ('<meta name="pubdate" content="Sun, 14 Feb 2016 10:20:00 +0100">', "", "2016-02-14"),
        ("", '<span class="date-publication">Publié le 14 février 2016 à 10h20</span>', "2016-02-14"),
        ("", '<p class="article-meta">Publié le 14/02/2016 à 10:20 | Mis à jour le 16/02/2016</p>', "2016-02-14"),
        ("", '<div class="infos">Par Jeanne Lavigne, le 14 février 2016</div>', "2016-02-14"),
        ("", '<span itemprop="datePublished" content="2016-02-14T10:20">dimanche</span>', "2016-02-14"),
        # Dates of other articles stand aside.
        (meta(article__published_time="2016-02-14"), '<aside><time datetime="2015-01-01">1er janvier</time></aside>', "2016-02-14"),
        ("", '<aside><time datetime="2015-01-01">1er janvier</time></aside>', None),
        # A date in a sentence is no date of publication.
        ("", "<p>Le rapport du 14 février 2016 avait pourtant prévenu les autorités du danger que courent les quartiers bas.</p>", None),
        (ld(headline=TITLE, datePublished="n/a"), '<time datetime="2016-02-14">14 février</time>', "2016-02-14"),
    ],
)
def test_dates(head, printed, edtf):
    _, metadata = read(head, f"<h1>{TITLE}</h1>{printed}{BODY}")
    assert metadata.published.edtf == edtf
    assert metadata.published.basis is (DateBasis.HTML if edtf else DateBasis.UNKNOWN)


def test_an_update_alone_bounds_the_day():
    _, metadata = read(meta(article__modified_time="2016-02-16"))
    assert (metadata.published.edtf, metadata.published.latest) == (None, "2016-02-16")


def test_what_is_told_goes_before_the_page():
    _, metadata = read(
        ld(headline=TITLE, datePublished="2016-02-14"), published="2016-02-13", publisher="Le Phare", url="https://a.example/b"
    )
    assert (metadata.published.edtf, metadata.published.basis) == ("2016-02-13", DateBasis.GIVEN)
    assert (metadata.publisher, metadata.url) == ("Le Phare", "https://a.example/b")


def test_publisher_and_address_of_the_page():
    _, metadata = read(meta(og__site_name="Le Phare") + '<link rel="canonical" href="https://phare.example/crue">')
    assert (metadata.publisher, metadata.url, metadata.language) == ("Le Phare", "https://phare.example/crue", "fr")


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
        + TITLE.replace(" ", "\n", 1)
        + '", "datePublished": "2016-02-14",}</script>',
        '<script type="application/ld+json">/*<![CDATA[*/{"@type": ["Article"], "headline": "'
        + TITLE
        + '", "datePublished": "2016-02-14"}/*]]>*/</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "headline": "'
        + TITLE
        + '", "datePublished": "2016-02-14"}]}</script>',
        '<script type="application/ld+json">[[{"@type": "https://schema.org/NewsArticle", "headline": "'
        + TITLE
        + '", "datePublished": "2016-02-14"}]]</script>',
    ],
)
def test_json_ld_is_read_however_it_is_written(script):
    _, metadata = read(script, BODY)
    assert (metadata.title.words, metadata.published.edtf) == (TITLE, "2016-02-14")


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        "null",
        '{"author": 5, "@type": 7, "headline": {"a": []}}',
        '"\\ud800"',
        '{"@type": "Article", "headline": ' + "[" * 5000,
    ],
)
def test_broken_json_ld_costs_nothing_but_itself(script):
    _, metadata = read(f'<script type="application/ld+json">{script}</script>')
    assert metadata.title.words == TITLE


def test_an_old_page_with_its_article_in_a_cell():
    page = """<HTML><HEAD><TITLE>Le Courrier : Dakar sous les eaux</TITLE></HEAD><BODY><TABLE width=100%><TR>
    <TD><A HREF="/">Accueil</A><BR><A HREF="/pol">Politique</A></TD><TD><FONT size=5><B>Dakar sous les eaux</B></FONT><BR>
    <FONT size=1>Publié le 12/03/2008 - Jeanne Lavigne</FONT><BR><BR>
    Les pluies ont noyé lundi la banlieue de Dakar, où des centaines de familles ont dû quitter leur maison.<BR><BR>
    Le maire de Pikine a réclamé l'aide de l'Etat : « Nous sommes seuls », a-t-il lancé devant les journalistes.<BR><BR>
    Le gouvernement promet des pompes et des tentes, mais les habitants n'y croient plus guère.<BR></TD></TR></TABLE></BODY></HTML>"""
    document = clean(RawDocument(origin=Origin(uri="test:", format="html"), content=page, markup=True), PACK.documents)
    metadata, _ = read_metadata(document, PACK.metadata)
    assert [s.kind.value for s in document.segments] == ["title", "signature", "lead", "paragraph", "paragraph"]
    assert (metadata.title.words, metadata.bylines, metadata.published.edtf) == ("Dakar sous les eaux", ("Jeanne Lavigne",), "2008-03-12")


def test_a_page_whose_only_h1_is_its_logo():
    head, logo = "<title>Grève à Conakry - Guinée Matin</title>", '<div id="logo"><h1><a href="/">Guinée Matin</a></h1></div>'
    printed = '<p class="info-publi">jeudi 14 février 2008, par <span class="vcard author"><a class="url fn">Mamadou Bah</a></span></p>'
    document, metadata = read(head, logo + printed + BODY)
    assert "Guinée Matin" not in document.text
    assert (metadata.title.words, metadata.bylines, metadata.published.edtf) == ("Grève à Conakry", ("Mamadou Bah",), "2008-02-14")


def test_a_page_that_only_says_author():
    box = "<ul><li><strong>Date</strong> 23.05.2011</li><li><strong>Auteur</strong> Anna Kubík</li></ul>"
    _, metadata = read(f"<title>{TITLE} | DW | 23.05.2011</title>", f"<h1>{TITLE}</h1>{BODY}{box}")
    assert (metadata.title.words, metadata.bylines, metadata.published.edtf) == (TITLE, ("Anna Kubík",), "2011-05-23")
