"""spaCy as the parser imports it: without its command line, which is there for who asks."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from greffier.article.syntax.bare_spacy import import_spacy
import_spacy()
assert "typer" not in sys.modules and "spacy.cli" not in sys.modules
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert callable(spacy.cli.download)
"""


def test_the_command_line_is_left_out_and_still_there():
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
