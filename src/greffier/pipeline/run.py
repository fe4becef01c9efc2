"""A corpus from paths to encoded articles: readers, batches, watched workers.

In: paths. Out: for each article or failure, in the order of the input, its number and its encoded record or the `Failure`.
Not: writing files and telling people; that is the command.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from greffier.article.readers import Reading, read_inputs
from greffier.pipeline.pool import Batch, Pool
from greffier.pipeline.resume import Earlier
from greffier.pipeline.worker import Analyze, Outcome
from greffier.records import Article, Failure, Origin, RawDocument

__all__ = ["TIME_LIMIT", "read_corpus"]

# Seconds an article may take. The slowest real article of the development sets takes 2 s on a slow core; pages that make an extractor
# hang take minutes or never end.
TIME_LIMIT = 20.0

# Articles analysed together: the parser fills its own batches of sentences from them. Past 16 articles of usual length it gains nothing.
_BATCH = 16
# Characters after which a batch is closed all the same, so that a batch of long articles stays well inside the time limit.
_BATCH_LENGTH = 60_000

# Something for every room: a page and a text with a name, a place, a day, an event, words in marks and a denial.
_WARM_UP = (
    (
        "Paris, le 3 mars 2014 (AFP).\nLa ministre Anne Martin a rencontré mardi à Lyon le président du Kenya. « Nous avons signé un "
        "accord », a-t-elle déclaré. Selon Luc Petit, porte-parole du syndicat, la police a arrêté trois manifestants. Le gouvernement a "
        "démenti hier.\n"
    ),
    (
        "<html><head><title>Un accord</title></head><body><article><h1>Un accord</h1><p>Le maire de Nantes a annoncé lundi que le tramway "
        "serait prolongé, malgré les critiques de l’opposition et des riverains.</p></article></body></html>"
    ),
)


def read_corpus(  # noqa: PLR0913  # each is an option of the command
    paths: Iterable[Path],
    *,
    workers: int = 1,
    limit: int | None = None,
    time_limit: float = TIME_LIMIT,
    parser: str | None = None,
    published: str | None = None,
    actors: Sequence[Path] = (),
    stdin: BinaryIO | None = None,
    leave_out: Iterable[Path] = (),
    earlier: Earlier | None = None,
    make: Callable[[], Analyze] | None = None,
) -> Generator[Outcome, None, None]:
    """Read and analyse everything behind the paths.

    Args:
        paths: Files and folders; `-` is `stdin`.
        workers: Processes that analyse; they share one loaded parser.
        limit: Stop after this many articles and failures.
        time_limit: Seconds an article may take; one that takes longer becomes a `Failure`.
        parser: Name of the parser; by default the one of `greffier read`.
        published: Day of publication of the articles that nobody tells one for (ISO 8601 or EDTF).
        actors: The user's own dictionaries, the one that goes before the others first.
        stdin: The stream that `-` stands for.
        leave_out: Files that are not read where a folder holds them: what is being written.
        earlier: An interrupted run that this one continues; what it has done is left out.
        make: Gives the analysis; called once in another process.

    Yields:
        Records as lines without the line end, failures as they are, in the order of the input.

    Raises:
        ModelError: The parser is not installed.
        UsageError: `earlier` is not from this input, or was made by other versions.
    """
    readings = islice(read_inputs(paths, stdin, leave_out), limit)
    with Pool(
        make or (partial(load_analysis, parser, actors) if actors else partial(load_analysis, parser)),
        workers=workers,
        time_limit=time_limit,
    ) as pool:
        done: set[int] = set()
        for batch in pool.run(_batches(_dated(readings, published), earlier, done)):
            for number, outcome in enumerate(batch.outcomes, batch.first):
                if number in done:
                    done.remove(number)
                elif isinstance(outcome, Failure):
                    yield msgspec.structs.replace(outcome, number=number)
                elif outcome is not None:
                    if earlier:
                        earlier.check_made_alike(outcome)
                    yield outcome


def load_analysis(parser: str | None, actors: Sequence[Path] = ()) -> Analyze:
    """Load tables and parser; runs in the process that the workers are forked from."""
    from greffier.article.syntax import load_parser  # noqa: PLC0415  # slow to load
    from greffier.lang import load_packs  # noqa: PLC0415
    from greffier.pipeline.analyze import Analyzer  # noqa: PLC0415

    analyzer = Analyzer(load_packs(actors=actors), load_parser(parser) if parser else load_parser())
    # Tables and detectors are loaded when first asked for. Asked for before the workers are forked they are in memory once (four workers
    # take 0.83 GB instead of 1.46), and a fresh worker is ready at once instead of after two seconds.
    analyzer.analyze([RawDocument(origin=Origin(uri="", format="text"), content=text, markup=text.startswith("<")) for text in _WARM_UP])

    def analyze(raws: Sequence[RawDocument]) -> list[Article]:
        try:
            return analyzer.analyze(raws)
        except Exception:
            if len(raws) > 1:
                raise  # the worker goes on one by one
            return [analyzer.analyze_forgiving(raws[0])]

    return analyze


def _dated(readings: Iterable[Reading], published: str | None) -> Iterator[Reading]:
    for reading in readings:
        if published and isinstance(reading, RawDocument) and reading.given.published is None:
            yield msgspec.structs.replace(reading, given=msgspec.structs.replace(reading.given, published=published))
        else:
            yield reading


def _batches(readings: Iterable[Reading], earlier: Earlier | None, done: set[int]) -> Iterator[Batch]:
    """Cut the readings into batches by their number and length alone, so that a resumed run sees the same batches as an undisturbed one.

    A batch that is done as a whole is left out; of others the numbers that are done are noted.
    """
    held: list[Reading] = []
    known: list[int] = []
    length = 0
    first = number = 1
    for number, reading in enumerate(readings, 1):
        if held and (len(held) == _BATCH or length > _BATCH_LENGTH):
            if len(known) < len(held):
                done.update(known)
                yield Batch(first, held)
            held, known, length, first = [], [], 0, number
        held.append(reading)
        length += len(reading.content) if isinstance(reading, RawDocument) else 0
        if earlier and earlier.has(number, reading):
            known.append(number)
    if earlier:
        earlier.check_used_up()
    if len(known) < len(held):
        done.update(known)
        yield Batch(first, held)
