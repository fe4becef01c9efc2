"""Watched workers: batches go out, outcomes come back in order; an article that hangs or kills its worker costs itself alone.

In: batches of readings. Out: for each reading its encoded article or a `Failure`, in order. Not: what the analysis is; that is a parameter.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Self

import msgspec

from greffier import errors
from greffier.article.readers import Reading
from greffier.pipeline.worker import NUMBER, Analyze, Outcome
from greffier.records import Failure, ProblemCode, RawDocument

__all__ = ["Batch", "Pool"]

_PACK = msgspec.msgpack.Encoder()
_LOADED = msgspec.msgpack.Decoder(tuple[str, str] | None)
_OUTCOMES = msgspec.msgpack.Decoder(list[bytes | Failure])

# Loading the default parser takes 3 s on an idle core; beyond this something is wrong with the installation.
_LOADING_LIMIT = 300.0


@dataclass(eq=False)
class Batch:
    """Readings that are analysed together; `first` is the number of the first one."""

    first: int
    readings: list[Reading]
    outcomes: list[Outcome | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outcomes = [reading if isinstance(reading, Failure) else None for reading in self.readings]

    @property
    def open(self) -> list[int]:
        """Positions that have no outcome yet."""
        return [position for position, outcome in enumerate(self.outcomes) if outcome is None]


@dataclass(eq=False)
class _Task:
    batch: Batch
    positions: list[int]

    @property
    def raws(self) -> list[RawDocument]:
        return [raw for position in self.positions if isinstance(raw := self.batch.readings[position], RawDocument)]


@dataclass(eq=False)
class _Worker:
    connection: Connection
    pid: int
    task: _Task | None = None
    deadline: float = 0.0


class Pool:
    """Workers that share one loaded analysis. Use as a context; leaving it ends all processes.

    `make` is called once, in another process, and gives the analysis; it must be importable there (a function of a
    module, or a partial of one).
    """

    def __init__(self, make: Callable[[], Analyze], *, workers: int, time_limit: float) -> None:
        self._make = make
        self._limit = time_limit
        self._size = workers
        self._workers: list[_Worker] = []
        self._nursery: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._ready = False

    def __enter__(self) -> Self:
        """Begin to load, in the background."""
        ours, theirs = socket.socketpair()
        # One thread of the linear algebra a process: the pool does the spreading.
        threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
        environment = os.environ | threads | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self._nursery = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-c", f"from greffier.pipeline.worker import run_nursery; run_nursery({theirs.fileno()})"],
            pass_fds=[theirs.fileno()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # Ctrl-C goes to our process alone, which then ends the others in order.
            start_new_session=True,
        )
        theirs.close()
        self._control = ours
        connection = Connection(os.dup(ours.fileno()))
        connection.send_bytes(pickle.dumps(self._make))
        connection.close()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all processes: the nursery kills its workers when its socket closes."""
        for worker in self._workers:
            worker.connection.close()
        if self._control:
            self._control.close()
        if self._nursery:
            if not self._ready:
                self._nursery.kill()  # still loading: there are no workers yet
            self._nursery.wait()

    def run(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Analyse batches; they come back complete and in order. No more than a few are held at a time."""
        source = iter(batches)
        window: deque[Batch] = deque()
        queue: deque[_Task] = deque()
        exhausted = False
        while True:
            # Two batches a worker keep all workers busy while one of them takes its time; more would only take memory.
            while not exhausted and len(window) < 2 * self._size + 1 and len(queue) < self._size:
                batch = next(source, None)
                if batch is None:
                    exhausted = True
                else:
                    window.append(batch)
                    if batch.open:
                        queue.append(_Task(batch, batch.open))
            self._hand_out(queue)
            while window and not window[0].open:
                yield window.popleft()
            if window and any(worker.task for worker in self._workers):
                self._collect(queue)
            elif not window and exhausted:
                return

    def _hand_out(self, queue: deque[_Task]) -> None:
        """Give waiting tasks to idle workers, new ones where there may be more."""
        while queue:
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None:
                if len(self._workers) >= self._size:
                    return
                idle = self._fork()
                self._workers.append(idle)
            task = queue.popleft()
            idle.task = task
            idle.deadline = time.monotonic() + self._limit
            with contextlib.suppress(OSError):  # a worker that died meanwhile is noticed when its answer is awaited
                idle.connection.send_bytes(_PACK.encode(task.raws))

    def _collect(self, queue: deque[_Task]) -> None:
        """Wait until a worker answers, dies or runs out of time, and deal with it."""
        busy = {worker.connection: worker for worker in self._workers if worker.task}
        patience = min(worker.deadline for worker in busy.values()) - time.monotonic()
        ready = wait(list(busy), max(patience, 0.0))
        for connection in ready:
            worker = busy[connection]  # type: ignore[index]  # what was asked for comes back
            try:
                outcomes = _OUTCOMES.decode(worker.connection.recv_bytes())
            except (EOFError, OSError):
                self._lose(worker, queue, None)
            else:
                self._settle(worker, outcomes)
        now = time.monotonic()
        for connection, worker in busy.items():
            if connection not in ready and worker.deadline <= now:
                self._lose(worker, queue, self._limit)

    def _settle(self, worker: _Worker, outcomes: list[Outcome]) -> None:
        task = worker.task
        worker.task = None
        if task:
            for position, outcome in zip(task.positions, outcomes, strict=True):
                task.batch.outcomes[position] = outcome

    def _lose(self, worker: _Worker, queue: deque[_Task], limit: float | None) -> None:
        """Bury a worker that died or was too slow; its articles are tried again one by one, a single one has failed."""
        self._workers.remove(worker)
        worker.connection.close()
        status = self._order(b"k", worker.pid)
        task = worker.task
        if task is None:
            return
        if len(task.positions) > 1:
            queue.extendleft(_Task(task.batch, [position]) for position in reversed(task.positions))
            return
        if limit is not None:
            code, detail = ProblemCode.TIME_LIMIT, f"not finished after {limit:g} s"
        else:
            code, detail = ProblemCode.WORKER_CRASHED, f"the worker ended with {_signal_name(status)}"
        (raw,) = task.raws
        task.batch.outcomes[task.positions[0]] = Failure(uri=raw.origin.uri, code=code, detail=detail)

    def _fork(self) -> _Worker:
        self._await_nursery()
        ours, theirs = socket.socketpair()
        pid = self._order(b"f", 0, theirs)
        theirs.close()
        return _Worker(Connection(ours.detach()), pid)

    def _order(self, order: bytes, number: int, passed: socket.socket | None = None) -> int:
        assert self._control  # noqa: S101  # entered
        try:
            socket.send_fds(self._control, [order + NUMBER.pack(number)], [passed.fileno()] if passed else [])
            reply = self._control.recv(NUMBER.size)
        except OSError:
            reply = b""
        if len(reply) < NUMBER.size:
            raise errors.ArticleError("the process that holds the parser has died; is there enough memory?")
        (out,) = NUMBER.unpack(reply)
        return int(out)

    def _await_nursery(self) -> None:
        """Wait until tables and parser are loaded.

        Raises:
            GreffierError: What the loading raised.
        """
        if self._ready:
            return
        assert self._control  # noqa: S101  # entered
        connection = Connection(os.dup(self._control.fileno()))
        try:
            if not connection.poll(_LOADING_LIMIT):
                raise errors.ModelError(f"the parser was not loaded after {_LOADING_LIMIT:g} s")
            failed = _LOADED.decode(connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise errors.ModelError("the process that loads the parser has died; is there enough memory?") from error
        finally:
            connection.close()
        if failed:
            kind, message = failed
            known = getattr(errors, kind, None)
            raise known(message) if known else RuntimeError(message)
        self._ready = True


def _signal_name(status: int) -> str:
    if status >= 0:
        return f"exit code {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
