"""The lists of `words.tsv` and the rules that ask for them agree, and every area of the tables is found by its example."""

from __future__ import annotations

import re
from pathlib import Path

import greffier.article.mentions as room

# view.listed(word, "particle"), tables.words.get("particle", …)
ASKED = re.compile(r"""(?:listed\([^"\n]+, |words\.get\()"(\w+)"|^\s+\("(\w+_noun)", EntityKind""", re.MULTILINE)


def test_every_list_is_asked_for_and_every_asked_list_is_there(pack):
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(room.__file__).parent.glob("*.py")))
    asked = {name for pair in ASKED.findall(code) for name in pair if name}
    assert asked == set(pack.names.words)


def test_the_examples_have_a_word_of_their_list(pack):
    from greffier.lang.loader import read_table
    from greffier.lang.names import NameWord
    from greffier.text.phrases import flatten

    for row in read_table(pack.folder.joinpath("names", "words.tsv"), NameWord):
        words = re.findall(r"\w+", flatten(row.example))
        assert any(part in words for word in row.words for part in flatten(word).split()[:1]), row.list
