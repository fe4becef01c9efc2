"""The bench counts right, on a treebank of two sentences."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from greffier.article.syntax.bench import attachment_scores, subject_scores
from greffier.article.syntax.conllu import ConlluParser
from greffier.cli import main
from greffier.lang import load_packs

TABLES = load_packs()["fr"].syntax

GOLD = """\
# text = Rien, dit-il.
1\tRien\trien\tPRON\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\t_
3\tdit\tdire\tVERB\t_\t_\t1\tparataxis\t_\tSpaceAfter=No
4\t-il\til\tPRON\t_\t_\t3\tnsubj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# text = Luc dit non
1\tLuc\tLuc\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tdit\tdire\tVERB\t_\t_\t0\troot\t_\t_
3\tnon\tnon\tINTJ\t_\t_\t2\tobj:lvc\t_\t_

"""


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    return path


def answers(tmp_path, *changes):
    text = GOLD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "answers.conllu"
    path.write_text(text, encoding="utf-8")
    return ConlluParser(path)


def test_the_treebank_itself_is_all_right(gold, tmp_path):
    scores = attachment_scores(answers(tmp_path), [gold])
    assert (scores.words, scores.upos, scores.uas, scores.coarse_las) == (6, 1.0, 1.0, 1.0)
    subjects = subject_scores(answers(tmp_path), [gold], TABLES)
    assert (subjects.inverted, subjects.inverted_found, subjects.preverbal, subjects.preverbal_found) == (1, 1, 1, 1)


def test_a_wrong_label_and_a_wrong_head_count(gold, tmp_path):
    parser = answers(
        tmp_path, ("PRON\t_\t_\t3\tnsubj", "NOUN\t_\t_\t3\tobj"), ("Luc\tLuc\tPROPN\t_\t_\t2\tnsubj", "Luc\tLuc\tPROPN\t_\t_\t3\tnsubj")
    )
    scores = attachment_scores(parser, [gold])
    assert (scores.upos, scores.uas, scores.coarse_las) == (5 / 6, 5 / 6, 4 / 6)
    subjects = subject_scores(parser, [gold], TABLES)
    assert (subjects.inverted_found, subjects.preverbal_found) == (0, 0)


def test_subtypes_do_not_count(gold, tmp_path):
    assert attachment_scores(answers(tmp_path, ("obj:lvc", "obj")), [gold]).coarse_las == 1.0


def test_a_word_that_the_parser_cuts_is_stood_for_by_its_outer_piece(gold, tmp_path):
    pieces = "4\t-\t-\tPUNCT\t_\t_\t5\tdep\t_\tSpaceAfter=No\n5\til\til\tPRON\t_\t_\t3\tnsubj\t_\tSpaceAfter=No\n6\t."
    parser = answers(tmp_path, ("4\t-il\til\tPRON\t_\t_\t3\tnsubj\t_\tSpaceAfter=No\n5\t.", pieces))
    assert attachment_scores(parser, [gold]).coarse_las == 1.0
    assert subject_scores(parser, [gold], TABLES).inverted_found == 1


def test_a_sentence_without_a_tree_has_nothing_right(gold, tmp_path):
    scores = attachment_scores(answers(tmp_path, ("Luc dit non", "Luc dit oui"), ("non\tnon", "oui\toui")), [gold])
    assert scores.words == 6
    assert scores.uas == pytest.approx(3 / 6)


def test_the_command_prints_the_figures(tmp_path):
    for name in ("fr_pud-ud-test", "fr_gsd-ud-test", "fr_sequoia-ud-test"):
        (tmp_path / f"{name}.conllu").write_text(GOLD, encoding="utf-8")
    result = CliRunner().invoke(
        main, ["parser", "bench", f"conllu:{tmp_path / 'fr_pud-ud-test.conllu'}", "--treebanks", str(tmp_path), "--no-speed"]
    )
    assert result.exit_code == 0, result.output
    assert "subjects of reporting verbs: inverted 3/3  preverbal 3/3" in result.output
