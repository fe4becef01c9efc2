"""spaCy without its command line, which its package imports and nobody here asks for: a tenth of a cold start.

In: nothing. Out: `import_spacy`. Not: any change to spaCy; who imports `spacy.cli` later gets it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__all__ = ["import_spacy"]


def import_spacy() -> None:
    """Import spaCy where nobody has yet; 0.2 s and more of typer, requests and templates are left out."""
    if "spacy" in sys.modules:
        return
    standing_in = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    standing_in["spacy.cli.info"].__dict__["info"] = _info
    sys.modules.update(standing_in)
    try:
        import spacy  # noqa: F401, PLC0415  # slow to import
    finally:
        for name in standing_in:
            del sys.modules[name]


def _info(*args: Any, **settings: Any) -> Any:
    """`spacy.info`, loaded when it is asked for."""
    from spacy.cli.info import info  # noqa: PLC0415

    return info(*args, **settings)
