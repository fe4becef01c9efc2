"""A page's markup as a tree, whatever its state: one parse, shared by body and page facts.

In: markup, decoded. Out: an lxml tree, problems. Not: what in it is the article.

The guards stand before the parse because the libraries behind it hang or lose everything on such pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from greffier.records import Problem, ProblemCode

__all__ = ["DEPTH_CAP", "SIZE_CAP", "parse_page"]

# Characters of markup: the largest pages of news sites have 2 MB, most of it scripts; extraction takes 3-6 MB a second.
SIZE_CAP = 8_000_000
# Nesting: pages of news sites reach 60; libxml2 stops at 2,048 and extraction recurses.
DEPTH_CAP = 200

# What may make a page large and says nothing: scripts but for JSON-LD, styles, comments, images inside attributes.
_BALLAST = re.compile(
    r"""<script\b(?![^>]{0,200}ld\+json)[^>]{0,2000}>.*?</script\s*> | <style\b[^>]{0,2000}>.*?</style\s*> | <!--.*?-->
      | \s[\w-]+=(?:"[^"]{2000,}"|'[^']{2000,}')""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)>")
# Elements that swallow the rest of the page where they are not closed.
_SWALLOWING = ("script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noframes")
_BLOCK = re.compile(r"<(?:p|div|h[1-6]|body|article|section|main|table|ul)\b", re.IGNORECASE)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "tr"}
)


def parse_page(markup: str) -> tuple[lxml.html.HtmlElement | None, str, tuple[Problem, ...]]:
    """Parse a page; the markup comes back as it was parsed, repaired where it had to be."""
    found = []
    if len(markup) > SIZE_CAP:
        many = len(markup)
        markup = _BALLAST.sub("", markup)
        if len(markup) > SIZE_CAP:
            found.append(Problem(code=ProblemCode.TEXT_TOO_LONG, detail=f"markup of {many} characters cut at {SIZE_CAP}"))
            markup = markup[:SIZE_CAP]
    markup = _DECLARATION.sub("", markup, count=1)
    markup, repairs = _repaired(markup)
    tree, deep = _parsed(markup)
    if deep:
        markup = _flattened(markup)
        repairs.append(f"elements nested deeper than {DEPTH_CAP} flattened")
        tree, _ = _parsed(markup)
    found += [Problem(code=ProblemCode.MARKUP_DAMAGED, detail=repair) for repair in repairs]
    return tree, markup, tuple(found)


def _parsed(markup: str) -> tuple[lxml.html.HtmlElement | None, bool]:
    """Parse, and tell whether the nesting is too deep: for libxml2, or for what walks the tree behind it."""
    if not markup.strip():
        return None, False
    parser = lxml.html.HTMLParser(huge_tree=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None, any("depth" in entry.message.lower() for entry in parser.error_log)
    deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    return tree, deep or _depth(tree) > DEPTH_CAP


def _depth(tree: lxml.html.HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > DEPTH_CAP:
            break
    return deepest


def _repaired(markup: str) -> tuple[str, list[str]]:
    """Close what would swallow the rest of the page: a comment, a script, a style that nobody closes."""
    repairs = []
    last = markup.rfind("<!--")
    if last >= 0 and "-->" not in markup[last:]:
        markup = markup[:last] + markup[last + 4 :]
        repairs.append("unclosed comment opened")
    lowered = markup.lower()
    for name in _SWALLOWING:
        opened = lowered.rfind(f"<{name}")
        if opened < 0 or f"</{name}" in lowered[opened:]:
            continue
        block = _BLOCK.search(markup, opened + 1)
        # A page that is cut inside its last script has lost nothing of the article.
        if block:
            markup = f"{markup[: block.start()]}</{name}>{markup[block.start() :]}"
            lowered = markup.lower()
            repairs.append(f"unclosed <{name}> closed")
    return markup, repairs


def _flattened(markup: str) -> str:
    """Leave out the tags that open below the cap, and those that close them."""
    return "".join(_shallow(markup))


def _shallow(markup: str) -> Iterator[str]:
    depth = last = 0
    for tag in _TAG.finditer(markup):
        closing, name = tag[1], tag[2].lower()
        if name in _VOID or tag[3].endswith("/"):
            continue
        if closing:
            dropped = depth > DEPTH_CAP // 2
            depth = max(0, depth - 1)
        else:
            depth += 1
            dropped = depth > DEPTH_CAP // 2
        if dropped:
            yield markup[last : tag.start()]
            # The words on both sides of a dropped tag stay apart.
            yield "\n"
            last = tag.end()
    yield markup[last:]
