"""An article as a fragment of HTML, for notebooks: the text with sources, cues and contents marked, the statements under it.

In: `Article`. Out: a string. Not: a page, a style sheet of a site, scripts.

Colour never stands alone: underlines differ, and each statement is numbered.
"""

from __future__ import annotations

from html import escape

from greffier.records.article import Article
from greffier.records.marks import MarkKind, runs
from greffier.records.statement import Statement

__all__ = ["article_html"]

_STYLE = {
    MarkKind.CONTENT: "text-decoration:underline solid #2a7d4f;text-underline-offset:3px",
    MarkKind.SOURCE: "font-weight:bold;text-decoration:underline double #1f5fa8;text-underline-offset:3px",
    MarkKind.CUE: "font-style:italic;text-decoration:underline dotted #9a5b00;text-underline-offset:3px",
}


def article_html(article: Article) -> str:
    """Render the article; every character of its text appears, escaped, in order."""
    parts = ['<div class="greffier" lang="fr"><p style="white-space:pre-wrap">']
    for run in runs(article):
        style = ";".join(_STYLE[kind] for kind in dict.fromkeys(m.kind for m in run.marks))
        words = escape(run.text)
        parts.append(f'<span style="{style}">{words}</span>' if style else words)
        parts += [f"<sup>[{escape(m.statement)}]</sup>" for m in run.closes if m.kind is MarkKind.CONTENT]
    parts.append("</p><table><thead><tr><th>n°</th><th>locuteur</th><th>acte</th><th>mode</th><th>propos</th></tr></thead><tbody>")
    parts += [_row(statement) for statement in article.statements]
    parts.append("</tbody></table></div>")
    return "".join(parts)


def _row(statement: Statement) -> str:
    words = " […] ".join(piece.quote for piece in statement.content)
    source = statement.source.name or statement.source.quote or "?"
    doubt = " (ouï-dire)" if statement.attestation.value == "hearsay" else ""
    negated = "non : " if statement.negated else ""
    cells = (statement.id, source, f"{negated}{statement.act.value}{doubt}", statement.mode.value, words)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
