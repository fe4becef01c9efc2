from __future__ import annotations

import subprocess
import sys

import pytest

from greffier.errors import InputError
from greffier.times import find


def test_the_example_of_the_docstring():
    assert [(t.quote, t.value) for t in find("Il a démissionné mardi soir.", published="2016-10-26")] == [("mardi soir", "2016-10-25TEV")]


@pytest.mark.parametrize("published", ["hier", "2016-13-01", "2016-10-26..", "../2016-10-26", "26/10/2016"])
def test_a_day_that_is_none_is_refused(published):
    with pytest.raises(InputError, match="no day, month or year"):
        find("Il a parlé mardi.", published=published)


def test_a_language_without_tables_is_refused():
    with pytest.raises(InputError, match="no tables for 'de'"):
        find("Er sprach am Dienstag.", language="de")


def test_the_door_does_not_load_spacy():
    code = "import sys, greffier.times as t; t.find('hier', '2016-10-26'); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.slow
def test_the_spacy_component():
    import spacy

    import greffier.times.component  # noqa: F401  # an installed greffier registers it by its entry point

    nlp = spacy.blank("fr")
    nlp.add_pipe("greffier_times", config={"published": "2016-10-26"})
    doc = nlp("Il a démissionné mardi soir, après trois ans.")
    assert [(span.text, span.label_, span._.timex.value) for span in doc.spans["times"]] == [
        ("mardi soir", "TIME", "2016-10-25TEV"),
        ("trois ans", "DURATION", "P3Y"),
    ]
    later = nlp.make_doc("Il a parlé mardi.")
    later.user_data["published"] = "2016-11-02"
    assert [span._.timex.value for span in nlp.get_pipe("greffier_times")(later).spans["times"]] == ["2016-11-01"]
