from __future__ import annotations

import pytest

from greffier.errors import InputError
from greffier.lang import load_packs
from greffier.pipeline.redate import redate

TEXT = "Le maire a annoncé jeudi la fermeture du pont. Il rouvrira le 3 mars, deux ans après sa construction."


@pytest.mark.slow
def test_a_day_learned_later_gives_the_article_as_if_it_had_been_told(read_text):
    later = redate(read_text(TEXT), "2016-10-28", load_packs())
    told = read_text(TEXT, published="2016-10-28")
    assert later.metadata.published == told.metadata.published
    assert later.times == told.times
    assert [t.value for t in later.times] == ["2016-10-27", "2017-03-03", "P2Y"]
    assert (later.statements, later.events, later.id) == (told.statements, told.events, told.id)


@pytest.mark.slow
def test_a_day_that_is_none_is_refused(read_text):
    with pytest.raises(InputError, match="2016-13"):
        redate(read_text(TEXT), "2016-13", load_packs())
