"""Tags: what the model said of a document, as data. Finders and layouts read them and never call the model."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.types.span import Span

# Points (what the model said, how often it was right) in rising order; straight lines lie between them.
Curve = tuple[tuple[float, float], ...]


class Tag(NamedTuple):
    """A labelled stretch of a page: code points, half-open, and the model's own probability, not calibrated."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a document's page by head of the model, each in text order.

    `boundary` and `kinds` have a tag for every paragraph: how likely an item begins with it, and which kind of item
    would begin with it.

    model  the weights: a digest, or a name that ends with one; None when no model read the document
    why    why none did
    curves how sure a thing of each kind is, of what the model said of it: found on dev texts (training/calibrate.py)
    heads  the heads that were read: of the others nothing is known, whatever the text says
    """

    model: str | None = None
    why: str = "no model was asked"
    heads: tuple[str, ...] = ()
    attribution: tuple[Tag, ...] = ()
    mentions: tuple[Tag, ...] = ()
    offices: tuple[Tag, ...] = ()
    boundary: tuple[Tag, ...] = ()
    kinds: tuple[Tag, ...] = ()
    curves: Mapping[str, Curve] = field(default_factory=dict)

    def inside(self, head: str, span: Span) -> Iterator[Tag]:
        """The tags of a head that lie in `span`, in text order."""
        tags: tuple[Tag, ...] = getattr(self, head)
        for at in range(bisect_left(tags, (span.start,)), len(tags)):
            if tags[at].start >= span.end:
                return
            if tags[at].end <= span.end:
                yield tags[at]

    def chance(self, kind: str, raw: float = 1.0) -> float | None:
        """The chance that a thing of a kind is right, 0 to 1; None where none is known.

        raw  what the model said of it, 0 to 1; 1 for what a rule found
        """
        curve = self.curves.get(kind)
        if not curve:
            return None
        at = bisect_right(curve, raw, key=lambda point: point[0])
        if at == 0 or at == len(curve):
            return curve[max(at - 1, 0)][1]
        (left, low), (right, high) = curve[at - 1], curve[at]
        return round(low + (high - low) * (raw - left) / (right - left), 3)


NO_TAGS = Tags()
