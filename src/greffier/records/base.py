"""The base of all records: frozen, slotted, keyword-only, strict on unknown keys.

In: msgspec. Out: `Record`. Not: reading and writing of files, that is `wire`.
"""

from __future__ import annotations

import msgspec

__all__ = ["Record"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An immutable value; equal where all fields are equal; `msgspec.structs.replace` makes a changed copy.

    Subclasses repeat `frozen=True, kw_only=True`: msgspec and mypy read both from the class itself.
    """
