from __future__ import annotations

import json

import pytest

from greffier.errors import RecordError
from greffier.evaluation import evaluate, read_gold

TEXT = "« Oui », a dit Luc. Selon Ève, il pleut."


def article(*statements: dict, text: str = TEXT) -> bytes:
    return json.dumps({"text": text, "statements": list(statements)}).encode()


def statement(start: int, end: int, **more: object) -> dict:
    return {"content": [{"start": start, "end": end}], "mode": "direct", "act": "state", "attestation": "asserted", "negated": False} | more


def scores(gold: bytes, predicted: bytes):
    report = evaluate(read_gold([gold]), read_gold([predicted]))
    return {s.name: s for s in (*report.layers, *report.attributes)}, report


def test_a_found_a_missed_and_a_false_statement_are_counted():
    table, _ = scores(article(statement(2, 5), statement(31, 39)), article(statement(2, 5), statement(9, 14)))
    found = table["statements"]
    assert (found.right, found.false, found.missed) == (1, 1, 1)
    assert found.precision == found.recall == found.f1 == 0.5


def test_optional_gold_is_neither_rewarded_nor_punished():
    table, _ = scores(article(statement(31, 39, tier="optional")), article(statement(31, 39)))
    assert (table["statements"].right, table["statements"].false, table["statements"].missed) == (0, 0, 0)


def test_attributes_are_judged_over_matched_pairs_with_accepted_answers():
    gold = article(statement(2, 5, act="deny", accept_act=["state"], source={"start": 15, "end": 18, "name": "Luc"}))
    table, _ = scores(gold, article(statement(2, 5, mode="mixed", source={"start": 15, "end": 18, "name": "luc"})))
    assert table["act"].recall == 1.0
    assert table["mode"].recall == 0.0
    assert table["source name"].recall == 1.0


def test_half_of_the_characters_must_be_shared():
    table, _ = scores(article(statement(0, 20)), article(statement(0, 8)))
    assert table["statements"].right == 0


def test_an_article_without_prediction_misses_all():
    table, report = scores(article(statement(2, 5)), article(statement(2, 5), text="Autre"))
    assert report.missing == 1
    assert table["statements"].missed == 1


def test_a_layer_that_gold_lacks_is_not_judged():
    table, _ = scores(json.dumps({"text": TEXT}).encode(), article(statement(2, 5)))
    assert table["statements"].f1 is None


def test_a_line_that_is_no_record_is_named():
    with pytest.raises(RecordError, match="line 2"):
        list(read_gold([article(), b'{"text": 3}']))
