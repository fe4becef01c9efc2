"""Greffier: from raw French press text to a checked record of who said what and who did what to whom.

In: text, pages, archives. Out: `Article` records whose every fact has its characters. Not: a verdict on truth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greffier.version import __version__

if TYPE_CHECKING:
    from greffier.door import analyze, read
    from greffier.records import Article

__all__ = ["Article", "__version__", "analyze", "read"]


def __getattr__(name: str) -> Any:
    """Load the doors when first asked for, so that `import greffier` costs nothing."""
    if name in {"analyze", "read"}:
        from greffier import door  # noqa: PLC0415

        return getattr(door, name)
    if name == "Article":
        from greffier.records import Article  # noqa: PLC0415

        return Article
    raise AttributeError(f"module 'greffier' has no attribute {name!r}")
