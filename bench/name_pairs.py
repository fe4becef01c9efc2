"""Precision, recall and F1 of the comparison of names on files of pairs (`1` or `0`, a name, a name; tabs between).

python bench/name_pairs.py tests/dictionary/pairs_tuned.tsv tests/dictionary/pairs_heldout.tsv [--details]
"""

from __future__ import annotations

import sys
from pathlib import Path

from greffier.text.person_names import compare, keys


def main() -> None:
    for path in [argument for argument in sys.argv[1:] if not argument.startswith("--")]:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        pairs = [line.split("\t") for line in lines if line[:2] in ("0\t", "1\t")]
        told = [(same == "1", compare(a, b), a, b) for same, a, b in pairs]
        right = sum(same and match.same for same, match, _, _ in told)
        precision, recall = right / max(1, sum(match.same for _, match, _, _ in told)), right / sum(same for same, *_ in told)
        shared = sum(bool(keys(a) & keys(b)) for same, _, a, b in told if same)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{path}: {len(pairs)} pairs, P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, a key in common {shared}")
        if "--details" in sys.argv:
            for same, match, a, b in told:
                if same != match.same:
                    print(f"  {'same' if same else 'two'}: {a} | {b}: {match.score} {match.reason}")


if __name__ == "__main__":
    main()
