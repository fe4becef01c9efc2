"""Trees built from words up: the algebra of the sentence generator.

In: words and relations. Out: `Phrase`s, and tokens with places in their text. Not: any choice of words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from greffier.records import Token

__all__ = ["Phrase", "Word", "build", "from_tokens", "lay_out", "subtree", "word"]


@dataclass(frozen=True)
class Word:
    """A word; `head` is an index into its phrase, the phrase's root is its own head."""

    form: str
    upos: str
    morph: str
    head: int
    deprel: str


@dataclass(frozen=True)
class Phrase:
    """A tree of words in their order."""

    words: tuple[Word, ...]

    @property
    def root(self) -> int:
        """Give the place of the root."""
        return next(i for i, w in enumerate(self.words) if w.head == i)


# A part of a phrase: the head itself, or a dependent with its relation to the head; None is left out.
Part = Phrase | tuple[str, Phrase] | None


def word(form: str, upos: str, morph: str = "") -> Phrase:
    """Make the phrase of one word."""
    return Phrase((Word(form, upos, morph, 0, "root"),))


def build(*parts: Part) -> Phrase:
    """Put a head and its dependents side by side; exactly one part is a bare phrase, the head."""
    given = [part for part in parts if part is not None]
    heads = [part for part in given if isinstance(part, Phrase)]
    if len(heads) != 1:
        raise ValueError(f"{len(heads)} heads")
    offset = 0
    place = -1
    for part in given:
        phrase = part if isinstance(part, Phrase) else part[1]
        if isinstance(part, Phrase):
            place = offset + phrase.root
        offset += len(phrase.words)
    words: list[Word] = []
    for part in given:
        deprel, phrase = ("root", part) if isinstance(part, Phrase) else part
        start, root = len(words), phrase.root
        words += [
            replace(w, head=w.head + start) if i != root else replace(w, head=place, deprel=deprel) for i, w in enumerate(phrase.words)
        ]
    return Phrase(tuple(words))


def from_tokens(tokens: tuple[Token, ...]) -> Phrase:
    """Make a phrase of a sentence of a treebank."""
    return Phrase(tuple(Word(t.form, t.upos, t.morph, t.head, t.deprel) for t in tokens))


def subtree(tokens: tuple[Token, ...], root: int) -> Phrase | None:
    """Cut out a word with all that hangs on it, or give None where other words stand in between."""
    inside = {root}
    grown = True
    while grown:
        more = {t.index for t in tokens if t.head in inside} - inside
        inside |= more
        grown = bool(more)
    first, last = min(inside), max(inside)
    if last - first + 1 != len(inside):
        return None
    words = [Word(t.form, t.upos, t.morph, t.head - first, t.deprel) for t in tokens[first : last + 1]]
    words[root - first] = replace(words[root - first], head=root - first, deprel="root")
    return Phrase(tuple(words))


_NO_SPACE_BEFORE = {",", ".", ")", "…", "]"}
_NO_SPACE_AFTER = {"(", "["}


def lay_out(phrase: Phrase) -> tuple[str, tuple[Token, ...]]:
    """Write a phrase out as text; give the text and its tokens."""
    text = ""
    tokens = []
    tight = True
    for i, w in enumerate(phrase.words):
        if not tight and w.form not in _NO_SPACE_BEFORE and not (w.form.startswith("-") and w.upos in {"PRON", "PART"}):
            text += " "
        start = len(text)
        text += w.form
        tokens.append(Token(i, start, len(text), w.form, "", w.upos, w.morph, w.head, w.deprel))
        tight = w.form in _NO_SPACE_AFTER or w.form.endswith("'")
    return text, tuple(tokens)
