"""A page as a strip of blocks: what each looks like and is about, and how far it stands from the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.layouts.leads import lead_score
from onrecord.layouts.rhythm import Beat, broken_at, crossed, rhythm, turns
from onrecord.layouts.shapes import Shape, shape
from onrecord.layouts.topics import Topic, Window, rarity, topic, weight, window_of

# Blocks on either side of a join whose subjects are compared.
SPAN = 3
# Mean and standard deviation of lead_score over the paragraphs that its weights were found on.
USUAL_LEAD, LEAD_SPREAD = 1.03, 1.32


@dataclass(frozen=True, slots=True)
class Strip:
    """A page as a strip: what each block looks like, is about, and how far it stands from the one before.

    gaps   line ends between block i - 1 and block i, at most 6; 0 for the first
    known  whether the block stands on another page of the site
    leads  how much each block looks like the first paragraph of an item, 0 being usual
    crossed for each join how many threads run over it: a name or rare stem taken up after it, within THREAD blocks
    """

    shapes: tuple[Shape, ...]
    topics: tuple[Topic, ...]
    weights: dict[str, float]
    windows: tuple[Window, ...]  # over each SPAN blocks in a row
    sizes: tuple[float, ...]  # the weight of each block's stems
    gaps: tuple[int, ...]
    known: tuple[bool, ...]
    chars: tuple[int, ...]
    wider: tuple[float, ...]
    broken: float  # share of blocks that begin in the middle of a sentence: lines of a printed page
    widths: int  # how many widths its gaps have
    leads: tuple[float, ...]
    crossed: tuple[tuple[float, float], ...]
    rhythm: tuple[Beat, ...]
    turns: int  # how many blocks are turns of a dialogue: labels and dashes
    broken_at: tuple[float, ...]  # share of the page's joins of this width that stand where no item can begin
    dates: str  # where the page's date lines stand: "first", "under" titles, "last", "" when it has none


def strip_of(texts: Sequence[str], gaps: Sequence[int], known: Sequence[bool]) -> Strip:
    """The strip of the blocks with `texts`."""
    shapes = tuple(shape(text) for text in texts)
    topics = tuple(topic(text[:4000]) for text in texts)
    weights = rarity(topics)
    total, chars = 0, []
    for text in texts:
        chars.append(total)
        total += len(text)
    return Strip(
        shapes,
        topics,
        weights,
        tuple(window_of(topics[at : at + SPAN], weights) for at in range(len(topics) - SPAN + 1)),
        tuple(weight(one.stems, weights) for one in topics),
        tuple(gaps),
        tuple(known),
        tuple(chars),
        _ranks(gaps),
        sum(one.lower for one in shapes) / max(1, len(shapes)),
        len(set(gaps[1:])),
        tuple((lead_score(text) - USUAL_LEAD) / LEAD_SPREAD for text in texts),
        crossed(topics),
        rhythm(shapes),
        len(turns(shapes)),
        broken_at(shapes, gaps),
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


def window(page: Strip, start: int, end: int) -> Window:
    """The window over blocks `start` to `end`."""
    start = max(0, start)
    if end - start == SPAN and start < len(page.windows):
        return page.windows[start]
    return window_of(page.topics[start:end], page.weights)
