"""A language pack: the typed tables of one language, each read when first asked for.

In: the folder `lang/<code>/`, the user's dictionaries of actors. Out: `Pack`, `Packs`, `load_packs`. Not: rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from greffier.lang.conjugation import Conjugator
from greffier.lang.documents import DocumentTables, load_documents
from greffier.lang.events import EventTables, load_events
from greffier.lang.grammar import GrammarTables, load_grammar
from greffier.lang.links import LinkTables, load_links
from greffier.lang.metadata import MetadataTables, load_metadata
from greffier.lang.names import NameTables, load_names
from greffier.lang.statements import StatementTables, load_statements
from greffier.lang.syntax import SyntaxTables, load_syntax
from greffier.lang.times import TimeTables, load_times

__all__ = ["Pack", "Packs", "load_packs"]


class Pack:
    """The tables of one language; `actors` are the user's own dictionaries, which go before the shipped ones."""

    def __init__(self, language: str, *, version: str, actors: Sequence[Path] = ()) -> None:
        self.language = language
        self.version = version
        self.actors = tuple(actors)

    @property
    def folder(self) -> Traversable:
        """Where the tables lie."""
        return files("greffier.lang").joinpath(self.language)

    @cached_property
    def conjugator(self) -> Conjugator:
        """The models of conjugation."""
        return Conjugator(self.folder.joinpath("conjugation"))

    @cached_property
    def documents(self) -> DocumentTables:
        """What furniture of pages looks like."""
        return load_documents(self.folder.joinpath("documents"))

    @cached_property
    def metadata(self) -> MetadataTables:
        """How titles, bylines, agencies and dates are printed."""
        return load_metadata(self.folder.joinpath("metadata"))

    @cached_property
    def syntax(self) -> SyntaxTables:
        """Abbreviations, lemmas."""
        return load_syntax(self.folder.joinpath("syntax"))

    @cached_property
    def grammar(self) -> GrammarTables:
        """Closed classes of words."""
        return load_grammar(self.folder.joinpath("grammar"))

    @cached_property
    def names(self) -> NameTables:
        """Persons, organisations, countries, places, groups, media, roles."""
        return load_names(self.folder.joinpath("names"), self.actors)

    @cached_property
    def times(self) -> TimeTables:
        """Words of time."""
        return load_times(self.folder.joinpath("times"))

    @cached_property
    def statements(self) -> StatementTables:
        """Words that announce words."""
        return load_statements(self.folder.joinpath("statements"), self.conjugator)

    @cached_property
    def links(self) -> LinkTables:
        """Words that deny, correct, confirm."""
        return load_links(self.folder.joinpath("links"))

    @cached_property
    def events(self) -> EventTables:
        """Words that tell political events."""
        return load_events(self.folder.joinpath("events"), self.conjugator)


Packs = Mapping[str, Pack]

# The version of a pack changes with its tables; it goes into every record.
_VERSIONS = {"fr": "0.1.0"}


def load_packs(*, actors: Sequence[Path] = ()) -> Packs:
    """Make the packs of all languages; nothing is read from disk before a table is asked for."""
    return {language: Pack(language, version=version, actors=actors) for language, version in _VERSIONS.items()}
