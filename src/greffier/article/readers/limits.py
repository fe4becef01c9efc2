"""How much a reader takes in, and why not more.

In: nothing. Out: numbers. Not: the time limit of an article; that is `pipeline/run`.
"""

from __future__ import annotations

__all__ = [
    "BOMB_RATIO", "BOMB_START", "CHUNK", "HEAD", "MAX_COUNTED", "MAX_DOCUMENT", "MAX_LINE", "MAX_MEMBER", "MAX_TEXT",
]  # fmt: skip

# Bytes read at once from a file: large enough that Python's overhead vanishes, small enough for the processor's cache.
CHUNK = 1 << 18

# Bytes looked at to tell a format: the head of the largest page header seen (inlined styles before <body>) fits.
HEAD = 1 << 16

# Bytes of one page or one field. The largest real page of the 303 measured has 2.1 MB; trafilatura needs 20 s from about 10 MB on.
MAX_DOCUMENT = 8 << 20

# Code points of one plain text. The longest newspaper piece seen has 120 000. The whole analysis reads 30 000 a second of a text of that
# size on a busy core, so that 300 000 take half of the default time limit: a longer text comes out cut (and says so) instead of failing.
MAX_TEXT = 300_000

# Bytes of one line of JSON Lines or one row of CSV: a document of MAX_DOCUMENT bytes with every fourth byte escaped (`\u00e9`) fits.
MAX_LINE = 4 * MAX_DOCUMENT

# Bytes of one gzip member of a WARC that are inflated before they are believed (its checksum stands at its end). Crawlers write one
# record a member and cut payloads at 1 MiB (Common Crawl) to 16 MiB; larger members are read as a stream.
MAX_MEMBER = 32 << 20

# A compressed file that has grown past BOMB_START bytes at more than BOMB_RATIO to 1 is refused. Text and pages reach 3-20 to 1, a
# JSON Lines file of near-identical pages 60 to 1; a deflate bomb 1000 to 1, zstd and bzip2 bombs far more. Below BOMB_START nothing
# can hurt.
BOMB_RATIO = 200
BOMB_START = 32 << 20

# What lies behind a cut is counted so that the loss can be told, but not for ever: an endless pipe is let go here.
MAX_COUNTED = 1 << 30
