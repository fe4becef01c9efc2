"""What one statement of an article does to another: denies, corrects, confirms, repeats, qualifies, contradicts its own source, reports.

In: `Statement`s. Out: `Link`s. Not: links across articles; that is the storey of the corpus.

Every rule abstains where two targets fit; a statement told several times takes part with its first telling.
"""

from __future__ import annotations

from greffier.article.links import answers, denials, own_words, repeats, reports
from greffier.article.links.likeness import Scene
from greffier.lang import Pack
from greffier.records import SILENT, Answer, Document, Link, Mentions, Statement, Trace

__all__ = ["RULES", "link_statements"]

# Surer rules first: a pair keeps its first link of a kind.
RULES = (*denials.RULES, *repeats.RULES, *answers.RULES, *own_words.RULES, *reports.RULES)


def link_statements(
    document: Document, statements: tuple[Statement, ...], mentions: Mentions, pack: Pack, trace: Trace = SILENT
) -> tuple[Link, ...]:
    """Link the statements of an article; links stand in the order of their statements."""
    if len(statements) < 2:
        return ()
    scene = Scene(document, statements, mentions, pack)
    found: dict[tuple[str, str, str], Link] = {}
    for rule in RULES:
        for link in rule(scene):
            key = (link.kind, link.source, link.target)
            if link.source != link.target and key not in found:
                found[key] = link
                if trace.on:
                    first = statements[scene.index[link.source]].content[0]
                    trace.note("link", link.rule, (first.start, first.end), Answer.FOUND, f"{link.kind} {link.target}")
    return tuple(sorted(found.values(), key=lambda link: (scene.index[link.source], scene.index[link.target], link.kind)))
