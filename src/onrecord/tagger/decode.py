"""From scores of tags to spans: the best sequence that begins every label with its B, then clean edges."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.tagger.labels import HEADS
from onrecord.tagger.pieces import SHAPES, Pieces
from onrecord.types import Tag

Scores = npt.NDArray[np.float32]
# Marks that no span begins or ends with; quotation marks may begin and end a content.
EDGES = frozenset(",;:.!?-–—…/|*· \t\n\u00a0")
# Log-probability of O from which on a piece is outside, whatever its neighbours say.
SURELY_OUTSIDE = float(np.log(0.99))
# Shapes of pieces that are words by themselves, whatever stands beside them.
ALONE = np.array([SHAPES.index(shape) for shape in ("mark", "punctuation", "caseless")])
OPENING, CLOSING = frozenset(")]}"), frozenset("([{")


def spans_of(text: str, pieces: Pieces, scores: Scores, head: str, steps: Scores | None = None) -> list[Tag]:
    """The labelled spans of a head in text order.

    scores  log-probabilities [pieces, tags]
    steps   what each step from tag to tag adds [tags, tags]; None where the model learnt none
    """
    tags = best_tags(scores, pieces, steps)
    labels = HEADS[head]
    found: list[Tag] = []
    at = 0
    while at < len(tags):
        if tags[at] % 2 == 0:
            at += 1
            continue
        stop = at + 1
        while stop < len(tags) and tags[stop] == tags[at] + 1:
            stop += 1
        label = labels[(int(tags[at]) - 1) // 2]
        start, end = trimmed(text, int(pieces.starts[at]), int(pieces.ends[stop - 1]), label)
        if start < end:
            sure = float(np.exp(scores[np.arange(at, stop), tags[at:stop]]).mean())
            found.append(Tag(start, end, label, sure))
        at = stop
    return found


def best_tags(scores: Scores, pieces: Pieces, steps: Scores | None = None) -> npt.NDArray[np.int64]:
    """The best sequence of tags (Viterbi 1967) in which I of a label follows only B or I of that label.

    No span begins or ends inside a word, and none runs over a blank line: there the sequence begins anew. Words that
    are surely outside are O, and the stretches between them are decoded one by one: most words of a page are.
    """
    tags = np.zeros(len(scores), np.int64)
    learnt = 0.0 if steps is None else steps
    allowed, within = (table + learnt for table in _allowed(scores.shape[1]))
    inner = goes_on(pieces)
    words = np.cumsum(~inner) - 1 if len(inner) else np.zeros(0, np.int64)
    unsure = np.flatnonzero(np.isin(words, words[scores[:, 0] < SURELY_OUTSIDE]))
    parts = np.split(unsure, np.flatnonzero((np.diff(unsure) > 1) | (pieces.breaks[unsure[1:]] >= 2)) + 1)
    for part in parts if len(unsure) else ():
        tags[part] = _viterbi(scores[part], inner[part], allowed, within)
    return tags


def goes_on(pieces: Pieces) -> npt.NDArray[np.bool_]:
    """For each piece whether it goes on with the word of the piece before."""
    inner = np.zeros(len(pieces), np.bool_)
    alone = np.isin(pieces.shapes, ALONE)
    inner[1:] = (pieces.starts[1:] == pieces.ends[:-1]) & ~alone[1:] & ~alone[:-1]
    return inner


def _viterbi(
    scores: Scores, inner: npt.NDArray[np.bool_], allowed: npt.NDArray[np.float64], within: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """The best sequence of one stretch, which begins with O or a B; `within` holds for steps inside a word."""
    count, width = scores.shape
    numbers = np.arange(width)
    best = np.where((numbers == 0) | (numbers % 2 == 1), scores[0], -np.inf)
    back = np.zeros((count, width), np.int64)
    for at in range(1, count):
        steps = best[:, None] + (within if inner[at] else allowed)
        back[at] = steps.argmax(0)
        best = steps[back[at], numbers] + scores[at]
    tags = np.zeros(count, np.int64)
    tags[-1] = int(best.argmax())
    for at in range(count - 1, 0, -1):
        tags[at - 1] = back[at, tags[at]]
    return tags


@lru_cache
def _allowed(width: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """[from, to] between words and inside a word: zero where a step is allowed, else minus infinity.

    An I follows its own label alone; inside a word a label goes on, and so does O.
    """
    allowed = np.zeros((width, width))
    for inside in range(2, width, 2):
        allowed[:, inside] = -np.inf
        allowed[inside - 1, inside] = allowed[inside, inside] = 0.0
    within = np.where(np.arange(width) % 2 == 0, allowed, -np.inf)
    within[1:, 0] = -np.inf
    return allowed, within


def trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """The span without marks and brackets at its edges that belong to the sentence, not to it."""
    keeps_stop = label not in ("source", "cue", "content") and text[start:end].count(".") > 1  # initials: "U.S."
    while start < end and (text[start] in EDGES or text[start] in OPENING):
        start += 1
    while start < end and (text[end - 1] in EDGES or text[end - 1] in CLOSING):
        if keeps_stop and text[end - 1] == ".":
            break
        end -= 1
    inner = text[start:end]
    if inner.endswith(")") and "(" not in inner:
        end -= 1
    if inner.startswith("(") and ")" not in inner:
        start += 1
    return start, end


def probabilities(logits: npt.NDArray[np.float32]) -> Scores:
    """Log-probabilities of logits [..., tags]."""
    top = logits - logits.max(-1, keepdims=True)
    return np.asarray(top - np.log(np.exp(top).sum(-1, keepdims=True)), dtype=np.float32)
