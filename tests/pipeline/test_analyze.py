from __future__ import annotations

from greffier.records import Trace

# The day is not told; the weekday with its date, and the offices of those who are named, bound it.
UNDATED = (
    "Le ministre russe des Affaires étrangères Sergueï Lavrov a reçu mercredi 23 décembre le secrétaire d'Etat américain John Kerry.\n"
    "Le président russe a ensuite reçu M. Kerry."
)


def test_offices_without_a_name_have_a_holder_once_the_day_is_inferred(read_text):
    article = read_text(UNDATED)
    assert article.metadata.published.basis.value == "inferred"
    holders = {m.quote: e.identity for m in article.mentions for e in article.entities if e.id == m.entity}
    assert holders["Le président russe"] == "actor:vladimir-poutine"


def test_a_trace_holds_each_verdict_once(analyzer):
    from greffier.records import Origin, RawDocument

    trace = Trace()
    analyzer.analyze([RawDocument(origin=Origin(uri="x:", format="text"), content=UNDATED)], trace)
    verdicts = [(v.rule, v.start, v.end, v.answer) for v in trace.verdicts if v.noun == "mentions"]
    assert verdicts
    assert len(verdicts) == len(set(verdicts))
