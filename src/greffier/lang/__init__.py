"""What greffier knows about a language, as tables that a linguist can extend.

In: files under `lang/<code>/`. Out: `Pack`, `Packs`, `load_packs`. Not: rules; a rule reads the tables and lives in its room.
"""

from __future__ import annotations

from greffier.lang.pack import Pack, Packs, load_packs

__all__ = ["Pack", "Packs", "load_packs"]
