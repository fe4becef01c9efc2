"""What processes do that a test has started, as Linux tells it."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path


def await_true(condition):
    """Give what a condition gives as soon as it gives something."""
    limit = time.monotonic() + 60
    while not (value := condition()):
        assert time.monotonic() < limit
        time.sleep(0.002)
    return value


def below(pid):
    """Process ids of all descendants."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found += [int(entry.name), *below(int(entry.name))]
    return found


def lives(pid):
    """Tell whether a process still runs; one that only waits to be buried does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False
