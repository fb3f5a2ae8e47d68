"""Tags: what the model said of a document, as data. Finders and layouts read them and never call the model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.types.span import Span


class Tag(NamedTuple):
    """A labelled stretch of a page: code points, half-open, and the model's own probability, not calibrated."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a document's page by head of the model, each in text order.

    model  the weights: a digest, or a name that ends with one; None when no model read the document
    why    why none did
    heads  the heads that were read: of the others nothing is known, whatever the text says
    """

    model: str | None = None
    why: str = "no model was asked"
    heads: tuple[str, ...] = ()
    attribution: tuple[Tag, ...] = ()
    mentions: tuple[Tag, ...] = ()
    offices: tuple[Tag, ...] = ()
    boundary: tuple[Tag, ...] = ()

    def inside(self, head: str, span: Span) -> Iterator[Tag]:
        """The tags of a head that lie in `span`, in text order."""
        tags: tuple[Tag, ...] = getattr(self, head)
        for at in range(bisect_left(tags, (span.start,)), len(tags)):
            if tags[at].start >= span.end:
                return
            if tags[at].end <= span.end:
                yield tags[at]


NO_TAGS = Tags()
