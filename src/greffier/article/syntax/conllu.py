"""Analyses from a CoNLL-U file, so that any other parser can be used: run it elsewhere, then give its file.

In: a `.conllu` or `.conllu.gz` file. Out: sentences with tokens of our own; a `Parser` that looks them up. Not: parsing.

A contraction that the file splits (`1-2 du`, `1 de`, `2 le`) becomes one token, as in the rest of the house: it takes the place of the
part that hangs outside the contraction, and the features of both.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from greffier.errors import InputError
from greffier.records import NameSpan, Token
from greffier.text.typography import fold

__all__ = ["ConlluParser", "read_conllu"]


class _Word(msgspec.Struct, gc=False):
    """A line of the file; `first, last` are the ids that it covers."""

    first: int
    last: int
    form: str
    lemma: str = "_"
    upos: str = "_"
    feats: str = "_"
    head: int = 0
    deprel: str = "_"


class ConlluParser:
    """Gives the analyses of a file by the words of the sentence; a sentence that is not in the file has no tokens."""

    def __init__(self, path: Path) -> None:
        self.name = f"conllu:{path.name}"
        self.version = "1"
        self._known = {_key(text): tokens for text, tokens in read_conllu(path)}

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """Look sentences up."""
        return [_placed(text, self._known.get(_key(text), ())) for text in texts]

    def find_names(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """Give no names: CoNLL-U has none."""
        return [() for _ in texts]


def _key(text: str) -> str:
    """Sentences are the same whatever their white space and apostrophes."""
    return "".join(fold(text).split())


def _placed(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give tokens the places of their words in `text`; none where a word is not there."""
    out = []
    end = 0
    for token in tokens:
        place = _find(text, token.form, end)
        if place is None:
            return ()
        start, end = place
        out.append(msgspec.structs.replace(token, start=start, end=end, form=text[start:end]))
    return tuple(out)


def _find(text: str, form: str, start: int) -> tuple[int, int] | None:
    """Find the next word; white space before it and differences of typography do not count."""
    while start < len(text) and text[start].isspace():
        start += 1
    end = start + len(form)
    return (start, end) if fold(text[start:end]) == fold(form) else None


def read_conllu(path: Path) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Read the sentences of a file with their texts; positions are code points of the sentence's text.

    Raises:
        InputError: No such file, or a malformed line; the message begins with `file:line`.
    """
    text: str | None = None
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(_contents(path).split("\n"), 1):
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            lines.append((number, line))
        elif not line and lines:
            yield _sentence(path, text, lines)
            text, lines = None, []
    if lines:
        yield _sentence(path, text, lines)


def _contents(path: Path) -> str:
    try:
        packed = path.read_bytes()
        return (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode()
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _sentence(path: Path, text: str | None, lines: Sequence[tuple[int, str]]) -> tuple[str, tuple[Token, ...]]:
    words: dict[int, _Word] = {}
    contractions: list[_Word] = []
    spaced: dict[int, bool] = {}
    for number, line in lines:
        cells = line.split("\t")
        try:
            ids, form, lemma, upos, _, feats, head, deprel, _, misc = cells
            if "." in ids:  # an empty node of the enhanced graph
                continue
            first, _, last = ids.partition("-")
            spaced[int(last or first)] = "SpaceAfter=No" not in misc
            if last:
                contractions.append(_Word(int(first), int(last), form))
            else:
                words[int(ids)] = _Word(int(ids), int(ids), form, lemma, upos, feats, int(head), deprel)
        except ValueError as error:
            raise InputError(f"{path}:{number}: not a line of CoNLL-U ({error})") from error
    merged = _merged(words, contractions)
    if text is None:
        text = "".join(word.form + " " * spaced[word.last] for word in merged).rstrip()
    places = _places(text, merged)
    if places is None:
        raise InputError(f"{path}:{lines[0][0]}: the words do not make up the text {text!r}")
    return text, _tokens(text, merged, places)


def _merged(words: dict[int, _Word], contractions: Sequence[_Word]) -> list[_Word]:
    for whole in contractions:
        parts = [words[i] for i in range(whole.first, whole.last + 1)]
        outer = next((part for part in parts if not whole.first <= part.head <= whole.last), parts[0])
        whole.lemma, whole.upos, whole.head, whole.deprel = outer.lemma, outer.upos, outer.head, outer.deprel
        feats = dict(f.split("=", 1) for part in reversed(parts) for f in part.feats.split("|") if "=" in f)
        whole.feats = "|".join(f"{k}={v}" for k, v in sorted(feats.items())) or "_"
        for part in parts:
            del words[part.first]
        words[whole.first] = whole
    return [words[i] for i in sorted(words)]


def _places(text: str, words: Sequence[_Word]) -> list[tuple[int, int]] | None:
    out: list[tuple[int, int]] = []
    for word in words:
        place = _find(text, word.form, out[-1][1] if out else 0)
        if place is None:
            return None
        out.append(place)
    return out


def _tokens(text: str, words: Sequence[_Word], places: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    index = {i: n for n, word in enumerate(words) for i in range(word.first, word.last + 1)}
    return tuple(
        Token(
            n,
            start,
            end,
            text[start:end],
            "" if word.lemma == "_" else word.lemma,
            word.upos,
            "" if word.feats == "_" else word.feats,
            index.get(word.head, n),
            word.deprel,
        )
        for n, (word, (start, end)) in enumerate(zip(words, places, strict=True))
    )
