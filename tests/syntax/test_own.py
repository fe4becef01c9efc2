"""Laws of the parser that ships with greffier."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.article.syntax import DEFAULT_PARSER, load_parser
from greffier.article.syntax.trained import load_trained
from greffier.errors import ModelError
from tests.support.prose import PROSE


def shapes(parser, change=lambda text: text):
    return [[(t.upos, t.morph, t.head, t.deprel) for t in tokens] for tokens in parser.parse([change(text) for text in PROSE])]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_gives_trees_over_all_its_words(own, texts):
    for text, tokens in zip(texts, own.parse(texts), strict=True):
        assert [t.form for t in tokens] == [text[t.start : t.end] for t in tokens]
        assert "".join(t.form for t in tokens) == "".join(text.split())
        assert sum(t.head == t.index for t in tokens) == bool(tokens)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("’", "'"),
        lambda text: text.replace("« ", "“").replace(" »", "”"),
        lambda text: text.replace("« ", '"').replace(" »", '"'),
        lambda text: text.replace("« ", "«\u00a0").replace(" »", "\u202f»").replace(" ?", "\u00a0?"),
        lambda text: text.replace(" ", "  "),
    ],
    ids=["curly apostrophes", "straight apostrophes", "curly marks", "straight marks", "no-break spaces", "double spaces"],
)
def test_typography_changes_no_tree(own, change):
    assert shapes(own, change) == shapes(own)


def test_names_are_those_of_the_pipeline_that_gives_them(own, md):
    assert own.find_names(PROSE) == md.find_names(PROSE)


def test_the_version_tells_the_weights(own):
    assert DEFAULT_PARSER == "greffier_fr"
    version, digest = own.version.split()
    assert version[0].isdigit()
    assert len(digest) == 12


def test_weights_that_are_not_there_or_not_right_are_refused(tmp_path):
    with pytest.raises(ModelError, match="no trained parser"):
        load_trained(tmp_path)
    (tmp_path / "meta.json").write_text('{"weights_sha256": "0"}', encoding="utf-8")
    (tmp_path / "weights.msgpack").write_bytes(b"x")
    with pytest.raises(ModelError, match="not those"):
        load_trained(tmp_path)


def test_an_unknown_parser_is_refused_with_a_way_out():
    with pytest.raises(ModelError, match="--parser"):
        load_parser("fr_core_news_lg_that_nobody_has")
