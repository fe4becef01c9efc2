"""The other side of the pool: one process loads everything once and forks workers that share its memory.

In: a socket. Out: encoded articles, or failures, in the order asked. Not: time limits and retries; that is `pool`.

The nursery (`run_nursery`) loads tables and parser, then answers two orders on its socket: `f` with a file descriptor forks a worker
that serves that socket and gives its process id; `k` with a process id kills that worker and gives how it ended. A worker costs
milliseconds, so that a page that makes a library abort costs no reloading. When the parent goes away, however it goes, the nursery
sees its socket closed, kills all workers and ends: nothing is orphaned.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import signal
import socket
import struct
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection

import msgspec

from greffier.errors import GreffierError
from greffier.pipeline.layers import told
from greffier.records import Article, Failure, ProblemCode, RawDocument
from greffier.records.wire import encode

__all__ = ["NUMBER", "Analyze", "Outcome", "answer", "run_nursery"]

Analyze = Callable[[Sequence[RawDocument]], Sequence[Article]]
# An encoded article, or why there is none.
Outcome = bytes | Failure

# How process ids and exit statuses travel.
NUMBER = struct.Struct("=i")

_RAWS = msgspec.msgpack.Decoder(tuple[RawDocument, ...])
_PACK = msgspec.msgpack.Encoder()


def run_nursery(control_fd: int) -> None:
    """Load what the first message says, say so, and fork workers until the parent goes away."""
    control = socket.socket(fileno=control_fd)
    try:
        analyze = _loaded(control_fd)
    except GreffierError as error:
        _send(control_fd, (type(error).__name__, str(error)))
        return
    except Exception:  # noqa: BLE001  # whatever a library throws while loading is shown to the caller
        _send(control_fd, ("", traceback.format_exc()))
        return
    gc.collect()
    gc.freeze()  # the collector would touch, and so copy, the pages that workers share
    _send(control_fd, None)
    children: set[int] = set()
    try:
        while True:
            order, descriptors, _, _ = socket.recv_fds(control, 1 + NUMBER.size, 1)
            if order[:1] == b"f":
                child = os.fork()
                if child == 0:
                    control.close()
                    _serve(descriptors[0], analyze)
                os.close(descriptors[0])
                children.add(child)
                control.sendall(NUMBER.pack(child))
            elif order[:1] == b"k":
                (child,) = NUMBER.unpack(order[1:])
                children.discard(child)
                control.sendall(NUMBER.pack(_end(child)))
            else:
                return
    except OSError:
        return
    finally:
        for child in children:
            _end(child)
        os._exit(0)  # what was loaded need not be taken apart


def answer(analyze: Analyze, raws: Sequence[RawDocument]) -> list[Outcome]:
    """Analyse articles together; where that raises, one by one, so that only the guilty one fails."""
    try:
        articles = analyze(raws)
        return [encode(article) for article in articles]
    except Exception as error:  # noqa: BLE001  # one bad article never stops a corpus
        if len(raws) == 1:
            return [Failure(uri=raws[0].origin.uri, code=ProblemCode.LAYER_FAILED, detail=told(error))]
    return [outcome for raw in raws for outcome in answer(analyze, [raw])]


def _loaded(control_fd: int) -> Analyze:
    connection = Connection(os.dup(control_fd))
    try:
        make: Callable[[], Analyze] = pickle.loads(connection.recv_bytes())  # noqa: S301  # from our own parent process
    finally:
        connection.close()
    return make()


def _send(control_fd: int, message: object) -> None:
    connection = Connection(os.dup(control_fd))
    with contextlib.suppress(OSError):
        connection.send_bytes(_PACK.encode(message))
    connection.close()


def _serve(fd: int, analyze: Analyze) -> None:
    """Answer batches until the parent closes the socket; never returns."""
    try:
        _die_with_parent()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        connection = Connection(fd)
        while True:
            raws = _RAWS.decode(connection.recv_bytes())
            connection.send_bytes(_PACK.encode(answer(analyze, raws)))
    except (EOFError, OSError):
        os._exit(0)
    except BaseException:  # noqa: BLE001  # a forked process must never run its parent's code
        os._exit(70)


def _die_with_parent() -> None:
    """Let the system end this worker when the nursery is killed; elsewhere than on Linux a closed socket does, once the worker listens."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _end(child: int) -> int:
    """Kill a worker, if it still lives, and give how it ended: an exit code, or minus the signal that ended it."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except ChildProcessError:
        return 0
