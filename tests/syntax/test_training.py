"""The generator of training sentences makes trees, and the same ones from the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.article.syntax.conllu import read_conllu

FILE = """\
# text = Le facteur range ses lettres dans la sacoche.
1\tLe\tle\tDET\t_\t_\t2\tdet\t_\t_
2\tfacteur\tfacteur\tNOUN\t_\tGender=Masc|Number=Sing\t3\tnsubj\t_\t_
3\trange\tranger\tVERB\t_\t_\t0\troot\t_\t_
4\tses\tson\tDET\t_\t_\t5\tdet\t_\t_
5\tlettres\tlettre\tNOUN\t_\t_\t3\tobj\t_\t_
6\tdans\tdans\tADP\t_\t_\t8\tcase\t_\t_
7\tla\tle\tDET\t_\t_\t8\tdet\t_\t_
8\tsacoche\tsacoche\tNOUN\t_\t_\t3\tobl:mod\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# text = Élise arrose ses fleurs.
1\tÉlise\tÉlise\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tarrose\tarroser\tVERB\t_\t_\t0\troot\t_\t_
3\tses\tson\tDET\t_\t_\t4\tdet\t_\t_
4\tfleurs\tfleur\tNOUN\t_\t_\t2\tobj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def make(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "training"))
    from reporting_sentences import Sentences

    path = tmp_path / "a.conllu"
    path.write_text(FILE, encoding="utf-8")
    contents = [tokens for _, tokens in read_conllu(path)]
    return lambda seed: Sentences(contents, seed)


def test_what_is_made_is_a_tree_laid_out_on_its_text(make):
    from phrases import lay_out

    sentences = make(1)
    for _ in range(400):
        text, tokens = lay_out(sentences.draw())
        assert all(text[t.start : t.end] == t.form for t in tokens)
        assert sum(t.head == t.index for t in tokens) == 1
        for token in tokens:
            place = token.index
            for _ in tokens:
                place = tokens[place].head
            assert tokens[place].head == place, f"{text}: a circle at {token.form}"


def test_no_arc_crosses_another(make):
    sentences = make(2)
    for _ in range(200):
        words = sentences.draw().words
        arcs = [tuple(sorted((i, w.head))) for i, w in enumerate(words) if w.head != i]
        assert not any(a < c < b < d for a, b in arcs for c, d in arcs), " ".join(w.form for w in words)


def test_the_same_seed_makes_the_same_sentences(make):
    one, two, other = make(3), make(3), make(4)
    drawn = [one.draw() for _ in range(20)]
    assert drawn == [two.draw() for _ in range(20)]
    assert drawn != [other.draw() for _ in range(20)]


def test_every_shape_comes_out(make):
    sentences = make(5)
    drawn = [" ".join(w.form for w in sentences.draw().words) for _ in range(400)]
    for sign in ("elon ", "omme ", " -il", " que ", "«", "ajoutant", "cité", "s' est"):
        assert any(sign in text for text in drawn), sign
