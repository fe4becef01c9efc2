"""Records written in formats of others.

In: `Article`s. Out: rows and lines. Not: files, options, people; that is `cli`. An export never drops the attribution of what it carries.
"""

from __future__ import annotations

from greffier.exports.events import EVENT_COLUMNS, event_rows
from greffier.exports.polecat import POLECAT_COLUMNS, polecat_rows, sidecar_lines

__all__ = ["EVENT_COLUMNS", "POLECAT_COLUMNS", "event_rows", "polecat_rows", "sidecar_lines"]
