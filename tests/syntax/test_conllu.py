"""CoNLL-U files as analyses."""

from __future__ import annotations

import gzip

import pytest

from greffier.article.syntax import load_parser
from greffier.article.syntax.conllu import read_conllu
from greffier.errors import InputError

FILE = """\
# sent_id = 1
# text = L'avis du maire, « net ».
1\tL'\tle\tDET\t_\tDefinite=Def\t2\tdet\t_\tSpaceAfter=No
2\tavis\tavis\tNOUN\t_\t_\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def|Gender=Masc\t5\tdet\t_\t_
5\tmaire\tmaire\tNOUN\t_\tGender=Masc\t2\tnmod\t_\tSpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t8\tpunct\t_\t_
7\t«\t«\tPUNCT\t_\t_\t8\tpunct\t_\t_
7.1\tvide\t_\t_\t_\t_\t_\t_\t_\t_
8\tnet\tnet\tADJ\t_\t_\t2\tamod\t_\t_
9\t»\t»\tPUNCT\t_\t_\t8\tpunct\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1\tOui\toui\tINTJ\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "a.conllu"
    file.write_text(FILE, encoding="utf-8")
    return file


def test_a_contraction_is_one_word_with_the_features_of_both(path):
    (text, tokens), (other, _) = read_conllu(path)
    assert other == "Oui."
    assert [text[t.start : t.end] for t in tokens] == ["L'", "avis", "du", "maire", ",", "«", "net", "»", "."]
    du = tokens[2]
    assert (du.upos, du.deprel, tokens[du.head].form, du.morph) == ("ADP", "case", "maire", "Definite=Def|Gender=Masc")
    assert [t.head for t in tokens] == [1, 1, 3, 1, 6, 6, 1, 6, 1]


def test_a_compressed_file_is_read_alike(path, tmp_path):
    packed = tmp_path / "a.conllu.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert list(read_conllu(packed)) == list(read_conllu(path))


def test_sentences_are_found_by_their_words_whatever_the_blanks(path):
    parser = load_parser(f"conllu:{path}")
    text = "L’avis  du maire, «\u00a0net\u00a0»."
    found, unknown = parser.parse([text, "Non."])
    assert [t.form for t in found] == ["L’", "avis", "du", "maire", ",", "«", "net", "»", "."]
    assert all(text[t.start : t.end] == t.form for t in found)
    assert unknown == ()
    assert parser.find_names([text]) == [()]


@pytest.mark.parametrize("line", ["1\tun\tun", "x\tun\tun\tDET\t_\t_\t0\troot\t_\t_", "1\tun\tun\tDET\t_\t_\tx\troot\t_\t_"])
def test_a_malformed_line_is_named(tmp_path, line):
    file = tmp_path / "b.conllu"
    file.write_text(f"# text = un\n{line}\n\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.conllu:2: not a line of CoNLL-U"):
        list(read_conllu(file))


def test_words_that_are_not_in_the_text_are_named(tmp_path):
    file = tmp_path / "c.conllu"
    file.write_text("# text = deux\n1\tun\tun\tDET\t_\t_\t0\troot\t_\t_\n", encoding="utf-8")
    with pytest.raises(InputError, match="do not make up the text"):
        list(read_conllu(file))


def test_a_missing_file_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        load_parser(f"conllu:{tmp_path / 'none.conllu'}")
