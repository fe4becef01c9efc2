"""Speed: the whole command against the parser alone, one process and two; our own layers as a share of the parse.

Every figure is a ratio within this run, or stands beside the figure it is compared with; machines differ.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import corpus
from greffier.article.syntax import load_parser
from greffier.lang import load_packs
from greffier.pipeline import Analyzer
from greffier.records import Given, Origin, RawDocument

BATCH = 24  # what the command gives the parser at a time


def run() -> None:
    texts = corpus.texts()
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words\n")
    if len(texts) > 2 * BATCH:
        _layers(texts)
    else:
        print("too few texts to tell the layers apart: the treebanks are not there (GREFFIER_SHARED)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        corpus.write(path, texts)
        one = _command(path, workers=1)
        two = _command(path, workers=2)
    print("\nwhole command           articles/s   seconds   peak memory of a process")
    for name, (seconds, memory) in {"--workers 1": one, "--workers 2": two}.items():
        print(f"  {name:<20} {len(texts) / seconds:10.1f} {seconds:9.1f}   {memory:6.0f} MB")
    print(f"  two workers are {one[0] / two[0]:.2f} times as fast as one (start-up included)")


class _Timed:
    """A parser that counts the CPU seconds spent in it."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self.seconds = 0.0
        self.name, self.version = parser.name, parser.version

    def __getattr__(self, name: str) -> Any:
        inner = getattr(self._parser, name)
        return self._clocked(inner) if callable(inner) else inner

    def _clocked(self, inner: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            before = time.process_time()
            try:
                return inner(*args, **kwargs)
            finally:
                self.seconds += time.process_time() - before

        return call


def _layers(texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts[BATCH:])
    parser = _Timed(load_parser())
    analyzer = Analyzer(load_packs(), parser)
    raws = [RawDocument(origin=Origin(uri=f"b{i}", format="text"), content=t, given=Given(language="fr")) for i, t in enumerate(texts)]
    analyzer.analyze(raws[:BATCH])  # tables and caches; sentences seen here are not parsed again, so they are not timed
    parser.seconds = 0.0
    before = time.process_time()
    for start in range(BATCH, len(raws), BATCH):
        analyzer.analyze(raws[start : start + BATCH])
    total = time.process_time() - before
    print("one process, start-up aside      words per CPU-second")
    print(f"  everything                     {words / total:10.0f}")
    print(f"  parser alone (same words)      {words / parser.seconds:10.0f}")
    print(f"  all other layers               {(total - parser.seconds) / parser.seconds:10.0%} of the parser's time")


def _command(path: Path, workers: int) -> tuple[float, float]:
    """Wall seconds, and the largest resident set of any child so far in MB (Linux counts kilobytes)."""
    before = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "greffier", "read", path, "-o", "/dev/null", "--workers", str(workers)],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
