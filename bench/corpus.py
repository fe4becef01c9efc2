"""What the benchmarks read: the sample texts, and where the shared folder is present the development texts and treebank sentences.

Treebank sentences are strung together to articles of twelve, so that there is enough text in which no sentence comes twice; copies would
flatter a program that remembers sentences.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("GREFFIER_SHARED", ROOT.parent / "shared")).resolve()
SENTENCES_PER_ARTICLE = 12


def texts() -> list[str]:
    """All texts, in a fixed order."""
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    seeds = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "gold/seeds").glob("*.txt"))]
    return own + seeds + list(_treebank_articles())


def write(path: Path, articles: list[str]) -> None:
    """Write texts as JSON Lines that `greffier read` takes."""
    lines = (json.dumps({"id": f"b{number}", "text": text}, ensure_ascii=False) for number, text in enumerate(articles))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _treebank_articles() -> Iterator[str]:
    for path in sorted((SHARED / "treebanks").glob("*[sd]-ud-*.conllu.gz")):  # gsd, pud: written news and encyclopedia
        with gzip.open(path, "rt", encoding="utf-8") as file:
            sentences = [line.removeprefix("# text = ").strip() for line in file if line.startswith("# text = ")]
        for start in range(0, len(sentences), SENTENCES_PER_ARTICLE):
            yield " ".join(sentences[start : start + SENTENCES_PER_ARTICLE])
