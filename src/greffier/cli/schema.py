"""`greffier schema`: the JSON Schema of the record.

In: nothing. Out: JSON on standard output. Not: the explanation of the keys, that is `docs/record.md`.
"""

from __future__ import annotations

import json

import click

__all__ = ["schema"]


@click.command(epilog="Example: greffier schema > article.schema.json")
def schema() -> None:
    """Print the JSON Schema (2020-12) of the record."""
    from greffier.records.wire import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
