from __future__ import annotations

import json

from greffier.pipeline.run import read_corpus
from tests.pipeline.fakes import with_told_days


def test_a_day_for_articles_that_tell_none(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Un.", "published": "2014-01-02"}\n{"text": "Deux."}\n')
    outcomes = read_corpus([tmp_path], published="2015-12", make=with_told_days)
    assert [json.loads(outcome)["text"] for outcome in outcomes] == ["2014-01-02", "2015-12"]
