"""What a page prints twice: standfirsts, pull quotes, the beginning of the article again in a box, cut short.

In: labelled `Stretch`es. Out: repeats labelled, with the stretch whose words they repeat. Not: a speaker who says it again in other words.
"""

from __future__ import annotations

from collections.abc import Sequence

from greffier.article.documents.stretches import Stretch
from greffier.records import PROSE, SegmentKind
from greffier.text.shingles import Shingle, containment, shingles

__all__ = ["label_repeats"]

# On the development articles half of the trigrams would do, and find the same four; on 1,866 lines of four kinds of running French
# (medical notices, debates, an encyclopaedia, a local paper) half took eleven lines for repeats of others that only resembled them.
_ENOUGH = 0.75
# A number or a name that the other lacks is news, unless nearly everything else is the same: a slip of the pen.
_SAME = 0.9
# The words lie together in the other stretch, not here and there.
_SPREAD = 1.5
# Shorter stretches («"C'est faux", a-t-il dit.») come back in articles without being printed twice: five trigrams are seven words.
_SHORTEST = 5
# A trigram is looked up in the first stretches that have it: a page of ten thousand equal lines must not cost their square.
_MOST_PLACES = 6


def label_repeats(stretches: Sequence[Stretch]) -> None:
    """Label the shorter of two stretches that say the same, the later one of two equal ones."""
    rows = [s for s in stretches if s.kind in PROSE]
    if len(rows) < 2:
        return
    grams = [shingles([w.bare for w in s.words]) for s in rows]
    places: dict[Shingle, list[int]] = {}
    for n, row in enumerate(grams):
        for gram in row:
            if len(places.setdefault(gram, [])) < _MOST_PLACES:
                places[gram].append(n)
    doubtful = [n for n, row in enumerate(grams) if len(row) >= _SHORTEST and sum(places[g] != [n] for g in row) >= _ENOUGH * len(row)]
    # The short before the long, the later before the earlier: of two equal ones the first stays.
    for n in sorted(doubtful, key=lambda n: (len(grams[n]), -n)):
        candidates = sorted({other for gram in grams[n] for other in places[gram]} - {n})
        best = _original(n, candidates, rows, grams)
        if best is None:
            continue
        start, end = _place(rows[n], rows[best])
        if end - start <= _SPREAD * len(rows[n].text):
            rows[n].labelled(SegmentKind.REPEAT, "repeat")
            rows[n].repeats = start, end


def _original(n: int, candidates: Sequence[int], rows: Sequence[Stretch], grams: Sequence[frozenset[Shingle]]) -> int | None:
    best, most = None, 0.0
    for other in candidates:
        # Two trigrams less: a cut repeat ends in a word that was cut too.
        if rows[other].kind is SegmentKind.REPEAT or len(grams[other]) < len(grams[n]) - 2:
            continue
        share = containment(grams[n], grams[other])
        if share > most and share >= _ENOUGH and (share >= _SAME or not _news(rows[n], rows[other])):
            best, most = other, share
    return best


def _news(this: Stretch, other: Stretch) -> bool:
    """Tell whether a stretch has a number or a capitalised word that the other one lacks."""
    known = {w.bare for w in other.words}
    return any(w.bare not in known and (this.text[w.start].isdigit() or (w.start > 0 and this.text[w.start].isupper())) for w in this.words)


def _place(this: Stretch, other: Stretch) -> tuple[int, int]:
    """Find where in the other stretch the shared words stand: from the first shared trigram to the last one."""
    wanted = shingles([w.bare for w in this.words])
    there = [w.bare for w in other.words]
    hits = [n for n in range(len(there) - 2) if tuple(there[n : n + 3]) in wanted]
    first, last = hits[0], hits[-1] + 2
    start = 0 if first == 0 else other.words[first].start
    end = len(other.text) if last == len(there) - 1 else other.words[last].end
    return other.start + start, other.start + end
