"""What the markup of a page says about the article: titles, names, dates, address, language.

In: the tree of a page. Out: `PageFacts`, lists in the order of trust; where the page prints title and lead. Not: a choice among them.
"""

from __future__ import annotations

import contextlib
import copy
import html
import re
from collections.abc import Iterable, Iterator

import lxml.html

from greffier.article.documents.jsonld import Claims, read_claims
from greffier.article.documents.signatures import name_alone
from greffier.article.documents.stretches import Stretch
from greffier.records import PageFacts
from greffier.text.keys import key
from greffier.text.shingles import containment, shingles

__all__ = ["find_lead", "read_facts"]

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title", "headline")
_SITES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:site",
)
_BYLINES = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "byl",
    "article:author_name",
    "cxenseparse:author",
    "dable:author",
    "authors",
    "citation_author",
    "rbauthors",
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "article:published",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "date_published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "article.published",
    "citation_publication_date",
    "citation_online_date",
    "dc.date",
    "dcterms.date",
    "date",
    "release_date",
    "video:release_date",
    "originalpublicationdate",
    "rbpubdate",
    "article_date_original",
    "ptime",
    "bt:pubdate",
    "shareaholic:article_published_time",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "moddate",
    "article:modified",
    "revised",
)

# Classes of French and foreign sites: «article__author», «byline», «auteur-nom», «signature»
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|auth(?:or|eur)s?|auteures?|auteurs?|signatures?|submitted|writer|redacteur|journaliste?)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_NO_BYLINE_CLASS = re.compile(
    r"bio|avatar|image|photo|picture|comment|related|follow|social|share|box|(?<!v)card|more|list|description|twitter|job|role|footer",
    re.IGNORECASE,
)
_DATE_CLASS = re.compile(r"publi|date|time|posted|meta|horodat|byline|signature|chapeau|info", re.IGNORECASE)
_LEAD_CLASS = re.compile(
    r"""(?:^|[\s_-]) (?:chap[oô]|chapeau|standfirst|lead|lede|intro|introduction|accroche|article__desc|article-desc
        |sub-?head(?:line)?|sub-?title|excerpt)
        (?:[\s_-]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
# A printed date: «14 février 2016», «14/02/2016», «2016-02-14»
_PRINTED_DATE = re.compile(r"\b\d{1,2}(?:er)?\s+[a-zéûA-ZÉÛ.]{3,9}\s+\d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
_UPDATED = re.compile(r"mis(?:e)?\s+[àa]\s+jour|modifi|actualis|updated", re.IGNORECASE)
# «Publié le 09/03/2014 à 03:51»
_TOLD = re.compile(r"\W*(?:publi|paru|posté|mise?\sen\sligne|créé|rédigé)", re.IGNORECASE)
# Boxes of other articles and of comments: «<section class="more">», «<div id="related-posts">», «<ol class="comments">»
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|recommandations?|suggestions?|teasers?|sidebar|most|plus-lus|more|also|autres|comments?|commentaires?)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_BOXES = frozenset({"div", "section", "ul", "ol"})
_WRONG_PLACE = frozenset({"aside", "footer", "nav"})
# Headline and marked-up title in other words share half of their trigrams.
_ALIKE = 0.5
# «Auteur Anna Lavigne», «Par Jeanne Lavigne» as all that an element without a telling class prints
_LABELLED = re.compile(
    r"^(?:Auteure?s?|AUTEURE?S?|(?:(?:[ÉE]crit|Rédigé|Publié|Posté)\sp|P)ar|PAR|Author|By)\s*:?\s+[A-ZÀ-Ý][\w'-]+\s[A-ZÀ-Ý][\w' ,-]+$"
)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
# Elements that hold one value, not a whole article.
_LONGEST_VALUE = 200
# A lead has at least a short sentence and at most a long paragraph.
_SHORTEST_LEAD, _LONGEST_LEAD = 40, 900


def read_facts(tree: lxml.html.HtmlElement) -> PageFacts:
    """Read what a page says about itself; values as printed, in the order of trust."""
    claims = read_claims(script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower())
    metas = _metas(tree)
    document_title = tree.findtext(".//title")
    headings = _unique([*(_words(h) for h in tree.iter("h1") if not _misplaced(h)), *_lower_headlines(tree, document_title or "")])
    published, modified = _dates(tree, claims, metas)
    canonical = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    return PageFacts(
        titles=_unique([*claims.titles, *_of(metas, _TITLES), *([document_title] if document_title else [])]),
        headings=headings,
        site_names=_unique([*_of(metas, _SITES[:1]), *claims.publishers, *_of(metas, _SITES[1:])]),
        bylines=_bylines(
            _unique([*claims.persons, *_of(metas, _BYLINES)]), _unique(_printed_bylines(tree)), _unique(_under_headline(tree))
        ),
        organisations=_unique(claims.organisations),
        published=published,
        modified=modified,
        url=next(iter(_unique([canonical or "", *_of(metas, ("og:url",)), *claims.urls])), None),
        language=next(
            iter(
                _unique(
                    [
                        *claims.languages,
                        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
                        *_of(metas, ("og:locale", "content-language", "dc.language", "language")),
                    ]
                )
            ),
            None,
        ),
    )


def _lower_headlines(tree: lxml.html.HtmlElement, title: str) -> Iterator[str]:
    """Headings below `h1` that the title of the page begins or ends with: «Le Phare - La crue menace la ville»."""
    said = f" {key(title)} "
    for heading in tree.iter("h2", "h3"):
        words = key(_words(heading))
        # Four words are more than the name of a site.
        if words.count(" ") >= 3 and (said.startswith(f" {words} ") or said.endswith(f" {words} ")) and not _misplaced(heading):
            yield _words(heading)


def find_lead(tree: lxml.html.HtmlElement) -> str | None:
    """Find the lead that the page prints under its headline, by what the markup calls it."""
    for element in tree.iter("p", "div", "h2", "section", "span", "strong"):
        name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if _LEAD_CLASS.search(name) and not _misplaced(element):
            words = _words(element)
            if _SHORTEST_LEAD <= len(words) <= _LONGEST_LEAD and len(element.findall(".//p")) <= 1 and element.find(".//h1") is None:
                return words
    return None


def _metas(tree: lxml.html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _of(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    # Many sites escape twice, in meta elements and above all in JSON-LD: «Gr&egrave;ve &amp; pouvoir», «<em>Le Phare</em>».
    stripped = (" ".join(_TAGS.sub("", html.unescape(value)).split()) for value in values)
    return tuple(dict.fromkeys(value for value in stripped if value))


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _misplaced(element: lxml.html.HtmlElement) -> bool:
    return any(ancestor.tag in _WRONG_PLACE for ancestor in element.iterancestors())


def _bylines(claimed: tuple[str, ...], printed: tuple[str, ...], signed: tuple[str, ...]) -> tuple[str, ...]:
    """Put what is claimed and printed together; names signed under the headline go alone where all claims name somebody else.

    Systems claim the editor or whoever put the text on line as author of everything; readers see who wrote it.
    """
    surnames = {key(name).rpartition(" ")[2] for name in signed}
    said = {word for value in claimed for word in key(value).split()}
    return signed if signed and said and not surnames & said else _unique([*claimed, *printed])


def _under_headline(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Persons with `rel=author` between the headline and the first paragraph of the body."""
    headed, paragraphs = False, 0
    for element in tree.iter("h1", "a", "span", "p"):
        if element.tag == "h1":
            headed, paragraphs = True, 0
        elif element.tag == "p" and len(_words(element)) >= _SHORTEST_LEAD and element.find(".//*[@rel='author']") is None:
            paragraphs += 1
            if headed and paragraphs > 1:  # the lead may stand above the names
                return
        elif headed and (element.get("rel") or "").lower() == "author" and not _misplaced(element):
            words = _words(element)
            if name_alone(Stretch(0, len(words), words)):
                yield words


def _of_others(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element stands in a box of other articles or of comments; a box that holds the headline is none."""
    return _misplaced(element) or any(
        ancestor.tag in _BOXES
        and _ELSEWHERE.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}")
        and ancestor.find(".//h1") is None
        for ancestor in element.iterancestors()
    )


def _printed_bylines(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Names as printed: `rel=author`, `itemprop=author`, classes such as `byline`; the first of these that says anything."""
    marked = [e for e in tree.iter("a", "span", "div", "p", "address", "strong", "li", "em", "dd") if not _misplaced(e)]
    by_role = [e for e in marked if (e.get("rel") or "").lower() == "author" or "author" in (e.get("itemprop") or "").lower().split()]
    by_class = [e for e in marked if _BYLINE_CLASS.search(e.get("class") or "") and not _NO_BYLINE_CLASS.search(e.get("class") or "")]
    by_label = [e for e in marked if len(e) < 4 and _LABELLED.match(_words(e)[:_LONGEST_VALUE])] if not by_role and not by_class else []
    for group in ([e for e in candidates if not _of_others(e)] for candidates in (by_role, by_class, by_label)):
        inner = [e for e in group if not any(child is not e and child in group for child in e.iterdescendants())]
        values = [_words(e) for e in inner]
        values = [value for value in values if 2 < len(value) <= _LONGEST_VALUE]
        if values:
            # An index of the authors of all linked articles is no byline.
            yield from values[:4]
            return


def _dates(tree: lxml.html.HtmlElement, claims: Claims, metas: dict[str, list[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    published = [*claims.published, *_of(metas, _PUBLISHED)]
    modified = [*claims.modified, *_of(metas, _MODIFIED)]
    unnamed: list[str] = []
    for element in tree.iter("time", "span", "div", "p", "abbr", "li", "strong", "em", "dd"):
        prop = (element.get("itemprop") or "").lower()
        name = f"{element.get('class') or ''} {prop}"
        if element.tag != "time" and "date" not in prop and not _DATE_CLASS.search(name):
            continue
        if _misplaced(element):
            continue
        words = _words(element)
        value = element.get("datetime") or element.get("content") or ""
        if not value and not (len(words) <= _LONGEST_VALUE and _PRINTED_DATE.search(words)):
            continue
        updated = "modif" in name.lower() or "updat" in name.lower() or bool(_UPDATED.match(words))
        # A head prints today's date as well: what says «Publié le» or is marked as a date of publishing goes before it.
        told = element.tag == "time" or prop or value or _TOLD.match(words)
        (modified if updated else published if told else unnamed).append(value or words)
    published += unnamed
    if not published:
        told = " ".join(modified)
        published += [day for day in _by_htmldate(tree) if day not in told]
    return _unique(published[:20]), _unique(modified[:20])


def _by_htmldate(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Ask htmldate for the original date where nothing else tells one; not for updates or other articles, nor for its extensive search."""
    from htmldate import find_date  # noqa: PLC0415  # slow to import, seldom needed

    with contextlib.suppress(Exception):
        rest = copy.deepcopy(tree)
        for element in list(rest.iter(*_WRONG_PLACE, "meta")):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if element.tag != "meta" or name.strip().lower() in _MODIFIED:
                element.drop_tree()
        found = find_date(rest, original_date=True, extensive_search=False)
        if found:
            yield found


def headline(facts: PageFacts) -> str | None:
    """Choose the printed headline: the h1 that the page's titles confirm; any, where the page has no titles."""
    printed = [h for h in facts.headings if not _is_site(h, facts)]
    if not facts.titles:
        return printed[0] if len(printed) == 1 else None
    said = [key(title) for title in facts.titles]
    return next((h for h in printed if any(_confirms(title, key(h)) for title in said)), None)


def _confirms(title: str, heading: str) -> bool:
    """Tell whether a title says a heading, and not only the site's name behind it: by half of its letters or half of its trigrams."""
    if heading in title or title in heading:
        short, long = sorted((heading, title), key=len)
        return bool(short) and (2 * len(short) >= len(long) or (long.startswith(short) and short.count(" ") >= 3))
    few, many = sorted((shingles(heading.split()), shingles(title.split())), key=len)
    return containment(few, many) >= _ALIKE


def _is_site(heading: str, facts: PageFacts) -> bool:
    return any(key(heading) == key(name) for name in (*facts.site_names, *facts.organisations))
