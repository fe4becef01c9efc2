"""A guard against hangs. It is no stopwatch: how fast something is stands in the benchmarks, not in the tests."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ends(seconds: int = 120) -> Iterator[None]:
    """Fail if the block does not end; `seconds` is many times what it takes on a slow and busy machine."""

    def stop(number: int, frame: object) -> None:
        del number, frame
        raise AssertionError(f"still running after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
