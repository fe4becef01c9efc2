"""The nouns of the house: frozen values that all rooms share, as RECORD.md lays them down.

In: nothing but msgspec. Out: every record class. Not: behaviour that knows a language, a file or a person.
"""

from __future__ import annotations

from greffier.records.article import SCHEMA, Article, GeneratedBy, article_id
from greffier.records.base import Record
from greffier.records.document import NOISE, PROSE, Document, PageFacts, Segment, SegmentKind
from greffier.records.event import Event, EventStatus, EventType
from greffier.records.failure import Failure
from greffier.records.link import Link, LinkKind
from greffier.records.mention import Entity, EntityKind, Mention, MentionKind, Mentions
from greffier.records.metadata import DateBasis, Metadata, Published, Title
from greffier.records.origin import Given, Origin, RawDocument
from greffier.records.problem import Problem, ProblemCode
from greffier.records.sentence import NameSpan, Sentence, Token
from greffier.records.span import Span
from greffier.records.statement import Act, Attestation, Mode, Relay, Source, SourceKind, Statement
from greffier.records.time import TimeExpression, TimeModifier, Times, TimeType
from greffier.records.trace import SILENT, Answer, Trace, Verdict

__all__ = [
    "NOISE",
    "PROSE",
    "SCHEMA",
    "SILENT",
    "Act",
    "Answer",
    "Article",
    "Attestation",
    "DateBasis",
    "Document",
    "Entity",
    "EntityKind",
    "Event",
    "EventStatus",
    "EventType",
    "Failure",
    "GeneratedBy",
    "Given",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Mentions",
    "Metadata",
    "Mode",
    "NameSpan",
    "Origin",
    "PageFacts",
    "Problem",
    "ProblemCode",
    "Published",
    "RawDocument",
    "Record",
    "Relay",
    "Segment",
    "SegmentKind",
    "Sentence",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "TimeExpression",
    "TimeModifier",
    "TimeType",
    "Times",
    "Title",
    "Token",
    "Trace",
    "Verdict",
    "article_id",
]
