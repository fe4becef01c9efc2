"""Quality on the development gold: the scorers that come with it, run on records made now."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpus import SHARED


def run() -> None:
    gold = SHARED / "gold"
    if not gold.is_dir():
        print(f"skipped: no development gold at {gold} (set GREFFIER_SHARED to the folder that holds gold/)")
        return
    with tempfile.TemporaryDirectory() as folder:
        seeds, sequoia = Path(folder) / "seeds.jsonl", Path(folder) / "sequoia.jsonl"
        _read(gold / "seeds", seeds)
        _read(gold / "sequoia/texts.jsonl", sequoia)
        print("five development articles (read while the rules were written: no evidence of quality elsewhere)\n")
        print(_score(gold / "score.py", gold / "seeds.jsonl", seeds))
        print("205 Sequoia sentences, each on its own\n")
        for name, figures in json.loads(_score(gold / "score_relations.py", sequoia, "--json")).items():
            print(f"  {name:<28} {figures}")


def _read(source: Path, target: Path) -> None:
    subprocess.run([sys.executable, "-m", "greffier", "read", source, "-o", target], check=True, stderr=subprocess.DEVNULL)


def _score(script: Path, *args: Path | str) -> str:
    return subprocess.run([sys.executable, script, *args], check=True, capture_output=True, text=True).stdout
