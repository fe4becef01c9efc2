"""Whom and what a content speaks of: the entities that are its subjects, or what it is introduced with.

In: `Announcement`, mentions, tokens, the contents nested in it. Out: entities' ids. Not: every name that occurs in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.article.statements.attributes.announcement import Announcement, Place
from greffier.records import Mention, Token

__all__ = ["about_of"]

# «sur le gazoduc», «concernant la Libye», «à propos de Kiev» at the beginning of the content
_TOPIC = re.compile(
    r"""
    (?: ^ | \s ) (?: concernant | s'agissant \s d[eu'] | à \s propos \s d[eu']s? | au \s sujet \s d[eu']s? | quant \s (?: à | aux? ) )
    \s* (?: l' | la\s | le\s | les\s )? $
    """,
    re.VERBOSE,
)
# Where nothing was parsed, a mention is taken for a subject only at the beginning: «que | la Russie …».
_OPENING = re.compile(r"^[\s«\"“]*(?:qu[e']\s*|si\s+|s')?(?:l'|la |le |les |m\. |mme )?$")
# Who says «nous» speaks of more than themselves.
_SPEAKING = frozenset({"je", "j'", "nous", "on", "moi", "me", "m'"})
# More than three are no longer what it is about.
_MOST = 3


def about_of(
    announcement: Announcement, mentions: Sequence[Mention], tokens: Sequence[Token] = (), nested: Sequence[Place] = ()
) -> tuple[str, ...]:
    """Tell the entities that the content is about, at most three, in text order.

    Args:
        announcement: The statement.
        mentions: Those of the article, in text order.
        tokens: Those of the sentences that the content touches; empty where nothing was parsed.
        nested: Contents of statements inside this one; what they speak of is theirs.
    """
    found: dict[str, None] = {}
    subjects = [token for token in tokens if token.deprel.startswith("nsubj")]
    for mention in mentions:
        piece = next((piece for piece in announcement.content if piece[0] <= mention.start and mention.end <= piece[1]), None)
        if piece is None or mention.entity is None or any(start <= mention.start and mention.end <= end for start, end in nested):
            continue
        if announcement.text[mention.start : mention.end].lower() in _SPEAKING:
            continue
        before = announcement.text[piece[0] : mention.start].lower()
        is_subject = any(mention.start <= token.start < mention.end for token in subjects) if tokens else bool(_OPENING.match(before))
        if is_subject or _TOPIC.search(before):
            found[mention.entity] = None
    return tuple(found)[:_MOST]
