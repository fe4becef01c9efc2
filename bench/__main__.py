"""`python -m bench [quality|speed|peers ...]`: print the tables."""

from __future__ import annotations

import sys

from bench import quality, speed, times

SECTIONS = {"quality": quality.run, "speed": speed.run, "times": times.run}

if __name__ == "__main__":
    for name in sys.argv[1:] or SECTIONS:
        if name not in SECTIONS:
            sys.exit(f"no section {name!r}; there are {', '.join(SECTIONS)}")
        print(f"\n## {name}\n")
        SECTIONS[name]()
