"""The spaCy component `greffier_times`: expressions of time as spans of a `Doc`.

In: a `Doc`. Out: the same, with `doc.spans["times"]`; a span's label is the TIMEX3 type, `span._.timex` the whole expression. Not: NER.

    nlp = spacy.blank("fr"); nlp.add_pipe("greffier_times", config={"published": "2016-10-26"})

`doc.user_data["published"]` goes before the configured day. The spans cover whole tokens; `span._.timex` has the exact characters.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from greffier.times import find

__all__ = ["make_component"]


@Language.factory("greffier_times", default_config={"published": None, "spans_key": "times"})  # type: ignore[untyped-decorator]  # spaCy is seen without types
def make_component(nlp: Language, name: str, published: str | None, spans_key: str) -> TimesComponent:
    """Make the component for a pipeline."""
    del nlp, name
    return TimesComponent(published, spans_key)


class TimesComponent:
    """Marks the expressions of time of a document."""

    def __init__(self, published: str | None, spans_key: str) -> None:
        self.published = published
        self.spans_key = spans_key
        if not Span.has_extension("timex"):
            Span.set_extension("timex", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Put the expressions of time of a document in its span group."""
        spans = []
        for told in find(doc.text, doc.user_data.get("published", self.published)):
            span = doc.char_span(told.start, told.end, label=told.type.value, alignment_mode="expand")
            span._.timex = told
            spans.append(span)
        doc.spans[self.spans_key] = spans
        return doc
