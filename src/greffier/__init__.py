"""Greffier: from raw French press text to a checked record of who said what and who did what to whom.

In: text, pages, archives. Out: `Article` records whose every fact has its characters. Not: a verdict on truth.
"""

from __future__ import annotations

from greffier.version import __version__

__all__ = ["__version__"]
