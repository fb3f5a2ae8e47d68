"""How a long text is cut into windows that the encoder can read: at paragraphs, else at sentence ends, with overlap."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.tagger.pieces import Pieces

# The encoder was trained on 256 positions, two of which are its own marks.
LONGEST = 254
# Pieces of context on both sides of a cut inside a paragraph, so that no piece is judged at an edge.
OVERLAP = 32
# A cut is looked for in the last third of a window.
SHORTEST = 150
# Ids of the pieces that end sentences are the vocabulary's; the shape of a full stop is enough to cut there.
PUNCTUATION = 8


class Window(NamedTuple):
    """Pieces [start, stop) are read together; the labels of [keep_start, keep_stop) are taken from this window."""

    start: int
    stop: int
    keep_start: int
    keep_stop: int


def windows_of(
    pieces: Pieces, longest: int = LONGEST, overlap: int = OVERLAP, first: int | None = None
) -> list[Window]:
    """Windows over all pieces, each kept exactly once. `first` shortens the first one (training draws it at random)."""
    found: list[Window] = []
    at, size = 0, len(pieces)
    while at < size:
        before = 0 if _begins(pieces, at) else overlap
        room = first if first and not found else longest - before
        end = size if size - at <= room else _cut(pieces, at, room - overlap)
        after = 0 if end == size or _begins(pieces, end) else overlap
        found.append(Window(at - before, min(size, end + after), at, end))
        at = end
    return found


def _begins(pieces: Pieces, at: int) -> bool:
    """Whether a paragraph begins at `at`: no span runs over its border, so nothing before it is needed."""
    return bool(pieces.breaks[at] >= 2)


def _cut(pieces: Pieces, at: int, room: int) -> int:
    """Where the kept part that begins at `at` ends: at the strongest break behind SHORTEST, else at a sentence end."""
    low, high = at + min(SHORTEST, room // 2), at + room
    breaks = pieces.breaks[low : high + 1]
    for strength in (2, 1):
        found = np.flatnonzero(breaks >= strength)
        if len(found):
            return low + int(found[-1])
    stops = np.flatnonzero(
        (pieces.shapes[low:high] == PUNCTUATION) & (pieces.ends[low:high] < pieces.starts[low + 1 : high + 1])
    )
    return low + int(stops[-1]) + 1 if len(stops) else high
