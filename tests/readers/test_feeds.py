from __future__ import annotations

import io

import pytest

from greffier.article.readers import read_stream
from greffier.records import Failure, ProblemCode
from tests.support.hanging import ends

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Le Quotidien d’ici</title><language>fr</language>
<item><title>Première dépêche</title><link>https://ex.org/1</link><guid>g1</guid><dc:creator>Anne Martin</dc:creator>
<pubDate>Thu, 24 Dec 2015 23:30:00 +0100</pubDate><description>Le chapô.</description>
<content:encoded><![CDATA[<p>Le préfet a démenti.</p><script>x()</script>]]></content:encoded></item>
<item><title>Deuxième</title><link>https://ex.org/2</link><description>Il pleut à Nîmes.</description></item>
<item><title>Vide</title><link>https://ex.org/3</link></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Journal</title>
<entry><id>tag:1</id><title>T</title><author><name>Luc Petit</name></author><published>2016-01-02T03:04:05Z</published>
<content type="text">Il a dit : « 3 &lt; 4 ».</content></entry></feed>"""
LAUGHS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>B</title><item><title>x</title><description>Avant {entity} après.</description></item></channel></rss>"""


def read(text, encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return list(read_stream(io.BytesIO(data), "feed.xml"))


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-16")]
)
def test_rss(encoding, declared):
    first, second, empty = read(RSS.format(encoding=declared), encoding)
    assert (first.content, first.markup) == ("<p>Le préfet a démenti.</p><script>x()</script>", True)
    assert first.origin.uri == "feed.xml#g1"
    given = first.given
    assert (given.title, given.url, given.publisher, given.language) == ("Première dépêche", "https://ex.org/1", "Le Quotidien d’ici", "fr")
    assert (given.published, given.bylines) == ("2015-12-24T23:30:00+01:00", ("Anne Martin",))
    assert first.problems == ()
    assert (second.content, second.markup, second.origin.uri) == ("Il pleut à Nîmes.", False, "feed.xml#https://ex.org/2")
    assert isinstance(empty, Failure)


def test_atom():
    (document,) = read(ATOM)
    assert document.content == "Il a dit : « 3 < 4 »."
    assert (document.given.published, document.given.bylines, document.given.publisher) == (
        "2016-01-02T03:04:05Z",
        ("Luc Petit",),
        "Journal",
    )


@pytest.mark.parametrize("entity", ["&h;", "&x;"])
def test_entities_that_the_file_declares_are_not_expanded(entity):
    with ends():
        (document,) = read(LAUGHS.replace("{entity}", entity))
    assert "root" not in document.content
    assert len(document.content) < 100


def test_entities_of_html_are_known():
    _, second, _ = read(RSS.format(encoding="utf-8").replace("à Nîmes", "&agrave; N&icirc;mes"))
    assert second.content == "Il pleut à Nîmes."


def test_a_cut_feed_says_so():
    readings = read(RSS.format(encoding="utf-8")[:-60])
    assert [r.content for r in readings if not isinstance(r, Failure)][1] == "Il pleut à Nîmes."
    assert readings[-1].code is ProblemCode.ARCHIVE_DAMAGED


def test_a_feed_without_entries():
    (failure,) = read('<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>')
    assert isinstance(failure, Failure)
