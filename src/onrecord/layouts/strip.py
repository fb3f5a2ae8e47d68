"""A page as a strip of blocks: what each looks like and is about, and how far it stands from the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.layouts.shapes import Shape, shape
from onrecord.layouts.topics import Topic, rarity, topic


@dataclass(frozen=True, slots=True)
class Strip:
    """A page as a strip: what each block looks like, is about, and how far it stands from the one before.

    gaps   line ends between block i - 1 and block i, at most 6; 0 for the first
    known  whether the block stands on another page of the site
    kinds  the block's kind by its source
    """

    shapes: tuple[Shape, ...]
    topics: tuple[Topic, ...]
    weights: dict[str, float]
    gaps: tuple[int, ...]
    known: tuple[bool, ...]
    chars: tuple[int, ...]
    wider: tuple[float, ...]
    broken: float  # share of blocks that begin in the middle of a sentence: lines of a printed page
    widths: int  # how many widths its gaps have
    dates: str  # where the page's date lines stand: "first", "under" titles, "last", "" when it has none


def strip_of(texts: Sequence[str], gaps: Sequence[int], known: Sequence[bool]) -> Strip:
    """The strip of the blocks with `texts`."""
    shapes = tuple(shape(text) for text in texts)
    topics = tuple(topic(text[:4000]) for text in texts)
    total, chars = 0, []
    for text in texts:
        chars.append(total)
        total += len(text)
    return Strip(
        shapes,
        topics,
        rarity(topics),
        tuple(gaps),
        tuple(known),
        tuple(chars),
        _ranks(gaps),
        sum(one.lower for one in shapes) / max(1, len(shapes)),
        len(set(gaps[1:])),
        _dates(shapes),
    )


def _ranks(gaps: Sequence[int]) -> tuple[float, ...]:
    """For each gap the share of the page's gaps that are narrower, less the share that are wider."""
    inner = gaps[1:]
    counts = Counter(inner)
    rank = {
        gap: (
            sum(n for other, n in counts.items() if other < gap) - sum(n for other, n in counts.items() if other > gap)
        )
        / len(inner)
        for gap in counts
    }
    return (0.0, *(rank[gap] for gap in inner))


def _dates(shapes: Sequence[Shape]) -> str:
    """Where the page sets its date lines, by the first one that follows or opens something."""
    at = next((i for i, one in enumerate(shapes) if one.date), None)
    if at is None:
        return ""
    if at == 0:
        return "first"
    return "under" if shapes[at - 1].title and at + 1 < len(shapes) and not shapes[at + 1].title else "last"


def stems_of(page: Strip, start: int, end: int) -> frozenset[str]:
    """The stems of blocks `start` to `end`."""
    return frozenset().union(*(one.stems for one in page.topics[max(0, start) : max(0, end)]))


def names_of(page: Strip, start: int, end: int) -> frozenset[str]:
    """The names of blocks `start` to `end`."""
    return frozenset().union(*(one.names for one in page.topics[max(0, start) : max(0, end)]))


def window(page: Strip, start: int, end: int) -> Counter[str]:
    """The stems of blocks `start` to `end` with the number of blocks that have each."""
    return Counter(chain.from_iterable(one.stems for one in page.topics[max(0, start) : end]))
