"""A page as a strip of blocks: what each looks like and is about, and how far it stands from the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from onrecord.layouts.leads import lead_score
from onrecord.layouts.shapes import Shape, shape
from onrecord.layouts.topics import Topic, rarity, topic

# Mean and standard deviation of lead_score over the paragraphs that its weights were found on.
USUAL_LEAD, LEAD_SPREAD = 1.03, 1.32
# Blocks over which a name or a rare stem is held to be the same thread, and how many blocks a rare stem may be in.
THREAD = 8
RARE = 4


NO_TURN = 1 << 30


@dataclass(frozen=True, slots=True)
class Beat:
    """Where a block stands in the page's own order of days and titles."""

    since: int  # blocks of text since the last date line, or since the page began
    usual: int  # the most that stood between two date lines before; 0 before the second one
    dates: int  # date lines before it
    ahead: int  # date lines after it
    titles: int  # titles before it
    turn_before: int  # blocks back to the last turn (label or dash); large when there is none
    turn_after: int  # blocks on to the next one, 0 when it is one itself


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
    voice: tuple[float, ...]
    broken_at: tuple[float, ...]  # share of the page's joins of this width that stand where no item can begin
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
        tuple((lead_score(text) - USUAL_LEAD) / LEAD_SPREAD for text in texts),
        _crossed(topics),
        _rhythm(shapes),
        len(_turns(shapes)),
        tuple(_voice(shapes, at) for at in range(len(shapes))),
        _broken_at(shapes, gaps),
        _dates(shapes),
    )


def _crossed(topics: Sequence[Topic]) -> tuple[tuple[float, float], ...]:
    """For each block the threads that run over the join before it: names in short, and rare stems."""
    many = len(topics)
    names, stems = [0.0] * (many + 1), [0.0] * (many + 1)
    counts = Counter(stem for one in topics for stem in one.stems)
    introduced: dict[str, int] = {}
    forms: dict[str, set[str]] = {}
    seen: dict[str, int] = {}
    for at, one in enumerate(topics):
        longer = {full.rsplit(" ", 1)[-1]: full for full in sorted(one.full)}
        for name in one.bare | one.openers | one.surnames:
            since = introduced.get(name)
            # "Halloran", "Minister Halloran" after "Mira Halloran"; but "Mira Halloran" again introduces her again.
            short = name not in longer or longer[name] not in forms.get(name, ())
            if since is not None and short and at - since <= THREAD:
                names[since + 1] += 1
                names[at + 1] -= 1
                introduced[name] = at
        for name, full in longer.items():
            introduced[name] = at
            forms.setdefault(name, set()).add(full)
        for stem in one.stems:
            if 2 <= counts[stem] <= RARE:
                since = seen.get(stem)
                if since is not None and at - since <= THREAD:
                    stems[since + 1] += 1
                    stems[at + 1] -= 1
                seen[stem] = at
    return tuple(zip(accumulate(names[:many]), accumulate(stems[:many]), strict=True))


def _turns(shapes: Sequence[Shape]) -> list[int]:
    return [at for at, one in enumerate(shapes) if (one.label or one.dash) and not one.date]


def _rhythm(shapes: Sequence[Shape]) -> tuple[Beat, ...]:
    since = usual = dates = titles = 0
    total = sum(one.date for one in shapes)
    turns = _turns(shapes)
    beats = []
    for at, one in enumerate(shapes):
        after = bisect_left(turns, at)
        before = at - turns[after - 1] if after else NO_TURN
        ahead = turns[after] - at if after < len(turns) else NO_TURN
        beats.append(Beat(since, usual, dates, total - dates - one.date, titles, before, ahead))
        if one.date:
            usual = max(usual, since) if dates else 0
            dates, since = dates + 1, 0
        else:
            titles += one.title
            since += not (one.title or one.more)
    return tuple(beats)


def _voice(shapes: Sequence[Shape], at: int) -> float:
    """How much both sides of the join before block `at` say "I" and "we": the lesser of the two shares of blocks."""
    left, right = shapes[max(0, at - THREAD) : at], shapes[at : at + THREAD]
    if not left or not right:
        return 0.0
    return min(sum(one.first_person > 0 for one in side) / len(side) for side in (left, right))


def _broken_at(shapes: Sequence[Shape], gaps: Sequence[int]) -> tuple[float, ...]:
    """For each gap the share of its width that stands before a block that goes on: what the width means on this page.

    On a page that parts its items by wide gaps none of them does; in text from printed pages some do.
    """
    wrong: Counter[int] = Counter()
    counts = Counter(gaps[1:])
    for at in range(1, len(shapes)):
        here, last = shapes[at], shapes[at - 1]
        unended = not (last.stop or last.title or last.date or last.more or last.cut_off)
        wrong[gaps[at]] += here.back or here.lower or here.dash or here.numbered or unended
    return (0.0, *(wrong[gap] / counts[gap] for gap in gaps[1:]))


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
