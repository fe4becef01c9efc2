from __future__ import annotations

import pytest

from tests.support.marked import read_marked


def test_marks_nest_and_keep_their_places():
    case = read_marked(r"{content=direct:Le {time:lundi}} \{x\}, a dit {source:Luc}.\nFin")
    assert case.text == "Le lundi {x}, a dit Luc.\nFin"
    assert [(m.label, m.value, m.quote) for m in case.marks] == [
        ("content", "direct", "Le lundi"),
        ("time", None, "lundi"),
        ("source", None, "Luc"),
    ]
    assert all(case.text[m.start : m.end] == m.quote for m in case.marks)


@pytest.mark.parametrize("line", ["{a:b", "a}b", "{a b:c}"])
def test_malformed_marks_are_named(line):
    with pytest.raises(ValueError, match="x:1"):
        read_marked(line, "x:1")
