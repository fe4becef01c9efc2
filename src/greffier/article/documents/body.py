"""The article in a page: its blocks in order, each with what the markup calls it.

In: the tree of a page, its markup. Out: `Block`s, problems. Not: labels of lines, those are given to the text afterwards.

Extraction is trafilatura's (word F1 .989 on French pages); its `deduplicate` stays off: it depends on the pages before and destroys text.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import lxml.html

from greffier.records import Problem, ProblemCode, SegmentKind

__all__ = ["ELEMENT_CAP", "Block", "find_body"]

# Elements of a page: 300,000 paragraphs or 200,000 rows keep trafilatura busy for more than 40 s; long pages of news sites have 5,000.
ELEMENT_CAP = 30_000
# A body of so few characters is none: the shortest news briefs of the French test pages have 300.
_NEARLY_NOTHING = 200
# Cells of data have a few words, an article's more than two sentences.
_CELL_OF_PROSE = 300
_BREAKS = re.compile(r"(?:<br\b[^>]*>\s*(?:&nbsp;\s*)*)+", re.IGNORECASE)
_CELLS = re.compile(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_CELL_ENDS = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_TABLE_TAGS = re.compile(r"</?(?:table|tbody|thead|tr|font|center)\b[^>]*>", re.IGNORECASE)
# Bold questions that open a paragraph: one may be a figure of speech, several are an interview's or an explainer's.
_SEVERAL = 2
# Caches of the libraries grow with every page; they are emptied after so many.
_PAGES_BETWEEN_RESETS = 500

_pages = itertools.count(1)


class Block(NamedTuple):
    """A block of the article: its words, and what the markup calls it."""

    words: str
    kind: SegmentKind | None


def find_body(tree: lxml.html.HtmlElement, markup: str) -> tuple[list[Block], tuple[Problem, ...]]:
    """Find the blocks of the article, by trafilatura, else by a rougher extractor, else all paragraphs of the page."""
    many = sum(1 for _ in tree.iter())
    _break_behind_questions(tree)
    blocks = _by_trafilatura(_without_layout_tables(tree, markup)) if many <= ELEMENT_CAP else []
    if _size(blocks) >= _NEARLY_NOTHING:
        return blocks, ()
    for name, extractor in (("resiliparse", _by_resiliparse), ("paragraphs", _by_paragraphs)):
        rescued = extractor(tree, markup)
        # What a rougher extractor adds to a short body is furniture, unless it is much.
        if _size(rescued) >= max(3 * _size(blocks), _NEARLY_NOTHING if blocks else 1):
            if _size(rescued) < _NEARLY_NOTHING:
                return rescued, (Problem(code=ProblemCode.BODY_NOT_FOUND, detail=f"{_size(rescued)} characters on the page"),)
            reason = f"{many} elements" if many > ELEMENT_CAP else f"{_size(blocks)} characters found"
            return rescued, (Problem(code=ProblemCode.BODY_RESCUED, detail=f"{name}: {reason}"),)
    return blocks, () if blocks else (Problem(code=ProblemCode.BODY_NOT_FOUND),)


def _without_layout_tables(tree: lxml.html.HtmlElement, markup: str) -> lxml.html.HtmlElement:
    """Parse a page anew whose article stands in the cell of a table, as until 2005 or so, its paragraphs between line breaks.

    Extractors read such cells as data and glue their lines together.
    """
    cells = [cell for cell in tree.iter("td") if cell.find(".//table") is None and cell.find(".//p") is None]
    if not any(len(cell.text_content()) >= _CELL_OF_PROSE and cell.find(".//br") is not None for cell in cells):
        return tree
    words = _BREAKS.sub("</p><p>", markup)
    words = _CELL_ENDS.sub("</p></div>", _CELLS.sub("<div><p>", words))
    return lxml.html.document_fromstring(_TABLE_TAGS.sub(" ", words), parser=lxml.html.HTMLParser(huge_tree=True))


def _break_behind_questions(tree: lxml.html.HtmlElement) -> None:
    """«<p><b>Pourquoi partir ?</b> Parce que …»: put the answer on a line of its own; extraction drops the print that sets it apart."""
    questions = [
        element
        for paragraph in tree.iter("p")
        if not (paragraph.text or "").strip()
        for element in paragraph[:1]
        if element.tag in {"b", "strong"} and (element.tail or "").strip() and element.text_content().rstrip().endswith("?")
    ]
    for element in questions if len(questions) >= _SEVERAL else ():
        line_break = element.makeelement("br")
        line_break.tail, element.tail = element.tail, None
        element.addnext(line_break)


def _size(blocks: list[Block]) -> int:
    return sum(len(block.words) for block in blocks)


def _by_trafilatura(tree: lxml.html.HtmlElement) -> list[Block]:
    import trafilatura  # noqa: PLC0415  # half a second that plain text need not pay
    import trafilatura.meta  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if next(_pages) % _PAGES_BETWEEN_RESETS == 0:
        trafilatura.meta.reset_caches()
    found: Any = None
    # Whatever the library stumbles over, the rescue comes after it.
    with contextlib.suppress(Exception):
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False)
    if found is None or found.body is None:
        return []
    return [block for block in _walk(found.body) if block.words]


def _walk(element: Any) -> Iterator[Block]:
    """Walk over the body's elements: head, p, list > item, quote, table > row > cell; `lb` is a line feed."""
    if element.tag == "head":
        yield Block(_words(element), SegmentKind.HEADING)
    elif element.tag == "row":
        yield Block(" | ".join(filter(None, (_words(cell) for cell in element))), SegmentKind.PARAGRAPH)
    elif element.tag == "item" and not any(child.tag in {"list", "p", "item"} for child in element):
        yield Block(_words(element), SegmentKind.PARAGRAPH)
    elif element.tag in {"body", "list", "item", "quote", "table", "div", "comments"}:
        if element.text and element.text.strip():
            yield Block(" ".join(element.text.split(" ")).strip(), None)
        for child in element:
            if child.tag in {"hi", "ref", "lb"}:
                yield Block(_words(child), None)
            else:
                yield from _walk(child)
            if child.tail and child.tail.strip():
                yield Block(child.tail.strip(), None)
    elif element.tag not in {"graphic", "lb"}:
        yield Block(_words(element), None)


def _words(element: Any) -> str:
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    return re.sub(r"[ \t]*\n\s*", "\n", "".join(element.itertext())).strip()


def _by_resiliparse(tree: lxml.html.HtmlElement, markup: str) -> list[Block]:
    del tree
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    words = ""
    with contextlib.suppress(Exception):
        words = extract_plain_text(markup, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False, links=False)
    return [Block(part.strip(), None) for part in re.split(r"\n\s*\n", words) if part.strip()]


def _by_paragraphs(tree: lxml.html.HtmlElement, markup: str) -> list[Block]:
    """Take every paragraph of the page, else all its words."""
    del markup
    blocks = []
    for element in tree.iter("p", "h1", "h2", "h3", "li", "blockquote"):
        words = " ".join(element.text_content().split())
        if words:
            blocks.append(Block(words, SegmentKind.HEADING if element.tag.startswith("h") else None))
    if _size(blocks) >= _NEARLY_NOTHING:
        return blocks
    for element in tree.xpath("//script|//style|//head|//noscript"):
        element.drop_tree()
    return [Block(line.strip(), None) for line in tree.text_content().split("\n") if line.strip()] or blocks
