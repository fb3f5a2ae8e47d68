"""What a page does over and over: where days, titles and turns stand, what runs over its joins, what its gaps mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.layouts.shapes import Shape
from onrecord.layouts.topics import Topic

# Blocks over which a name or a rare stem is held to be the same thread, and how many blocks a rare stem may be in.
THREAD = 8
RARE = 4
# Further than any turn of a page.
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


def crossed(topics: Sequence[Topic]) -> tuple[tuple[float, float], ...]:
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


def turns(shapes: Sequence[Shape]) -> list[int]:
    """The blocks that begin like a turn: with a label or a dash, and no date."""
    return [at for at, one in enumerate(shapes) if (one.label or one.dash) and not one.date]


def rhythm(shapes: Sequence[Shape]) -> tuple[Beat, ...]:
    """Where each block stands in the page's order of days, titles and turns."""
    since = usual = dates = titles = 0
    total = sum(one.date for one in shapes)
    found = turns(shapes)
    beats = []
    for at, one in enumerate(shapes):
        after = bisect_left(found, at)
        before = at - found[after - 1] if after else NO_TURN
        ahead = found[after] - at if after < len(found) else NO_TURN
        beats.append(Beat(since, usual, dates, total - dates - one.date, titles, before, ahead))
        if one.date:
            usual = max(usual, since) if dates else 0
            dates, since = dates + 1, 0
        else:
            titles += one.title
            since += not (one.title or one.more)
    return tuple(beats)


def broken_at(shapes: Sequence[Shape], gaps: Sequence[int]) -> tuple[float, ...]:
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
