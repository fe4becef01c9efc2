"""Writes the golden records of the samples anew: `tests/samples/golden.jsonl`. Look at the difference before you commit it.

In: `samples/`. Out: one record a line, made without a parser, so that no machine's arithmetic enters them. Not: a judgement.
"""

from __future__ import annotations

from pathlib import Path

from greffier.article.readers import read_path
from greffier.article.syntax import load_parser
from greffier.lang import load_packs
from greffier.pipeline import Analyzer
from greffier.records import RawDocument
from greffier.records.wire import encode

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/samples/golden.jsonl"


def records() -> list[bytes]:
    """The records of all samples in the order of their paths; addresses are relative to the repository."""
    analyzer = Analyzer(load_packs(), load_parser("none"))
    paths = sorted(p for p in (ROOT / "samples").rglob("*") if p.is_file())
    raws = [raw for path in paths for raw in read_path(path) if isinstance(raw, RawDocument)]
    return [encode(analyzer.analyze([raw])[0]).replace(str(ROOT).encode() + b"/", b"") for raw in raws]


if __name__ == "__main__":
    GOLDEN.write_bytes(b"\n".join(records()) + b"\n")
