"""Where the development gold lies, if it is there: beside the checkout, or where `GREFFIER_SHARED` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("GREFFIER_SHARED", Path(__file__).parents[2] / ".." / "shared")).resolve()

needs_gold = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the development gold is not beside the checkout (GREFFIER_SHARED)")
