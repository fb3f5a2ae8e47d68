"""The cues at a join: what speaks for and against a new item between two neighbouring blocks.

A cue is a number, 0 when it is silent, mostly between -1 and 1. `cut.py` holds what each one weighs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.layouts.shapes import Shape, shape
from onrecord.layouts.topics import Topic, likeness, rarity, share, topic

# Blocks looked at on either side of a join: a paragraph takes up what the last few said, not what stood a page before.
REACH = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A page as rows of equal length: what each block looks like, is about, and how far it stands from the one before.

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


def row(texts: Sequence[str], gaps: Sequence[int], known: Sequence[bool]) -> Row:
    """The row of the blocks with `texts`."""
    shapes = tuple(shape(text) for text in texts)
    topics = tuple(topic(text[:4000]) for text in texts)
    total, chars = 0, []
    for text in texts:
        chars.append(total)
        total += len(text)
    return Row(
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


def cues(page: Row, at: int) -> dict[str, float]:
    """The cues at the join before block `at` (1 or more)."""
    return {
        **_gaps(page, at),
        **_shapes(page, at),
        **_titles(page, at),
        **_topics(page, at),
        **_names(page, at),
        **_voice(page, at),
    }


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


def _gaps(page: Row, at: int) -> dict[str, float]:
    gap = page.gaps[at]
    after = page.gaps[at + 1] if at + 1 < len(page.gaps) else gap
    before = page.gaps[at - 1] if at > 1 else gap
    wide = max(0.0, page.wider[at])
    says_i = (
        page.shapes[at].first_person > 0.1 and max(one.first_person for one in page.shapes[max(0, at - 3) : at]) > 0.1
    )
    return {
        "gap_wide": wide,
        # Gaps of a printed page are wide anywhere, and so are those of a speech with pauses.
        "gap_wide_broken": wide * min(1.0, 3 * page.broken),
        "gap_wide_widths": wide * min(2, max(0, page.widths - 2)) / 2,
        "gap_wide_says_i": wide * says_i,
        "gap_narrow": max(0.0, -page.wider[at]),
        "gap_over_next": float((gap > after) - (gap < after)),
        "gap_over_last": float((gap > before) - (gap < before)),
        "early": math.exp(-page.chars[at] / 1500),
    }


def _shapes(page: Row, at: int) -> dict[str, float]:
    here, last = page.shapes[at], page.shapes[at - 1]
    flags = {
        "points_back": here.back,
        "begins_small": here.lower,
        "begins_quoted": here.quote,
        "begins_dash": here.dash,
        "begins_numbered": here.numbered,
        "begins_label": here.label,
        "dateline": here.dateline,
        "on_day": here.on_day and not here.dateline,
        "salutation": here.salute,
        "more_link": here.more,
        "after_more_link": last.more,
        "salutation_again": here.salute and any(one.salute for one in page.shapes[max(0, at - 40) : at]),
        "next_begins_small": at + 1 < len(page.shapes) and page.shapes[at + 1].lower,
        "after_colon": last.colon,
        "after_cut_off": last.cut_off,
        "after_question": last.question,
        "after_no_stop": not (last.stop or last.title or last.date or last.more or last.colon),
        "after_numbered": last.numbered,
        "after_label": last.label,
        "date_line_first": here.date and page.dates == "first",
        "date_line_under": here.date and page.dates == "under",
        "date_line_last": here.date and page.dates == "last",
        "after_date_first": last.date and page.dates == "first",
        "after_date_under": last.date and page.dates == "under",
        "after_date_last": last.date and page.dates == "last",
        "date_then_title": last.date and here.title and page.dates == "last",
        "title_then_date": here.date and last.title,
        "no_date_first": page.dates == "first" and not here.date and not last.date,
        "no_date_last": page.dates == "last" and not last.date,
        "lone_name": here.lone_name,
        "full_name": here.full_name,
        "says_day": here.says_day,
        "last_says_day": last.says_day,
        "quotes": here.quotes,
        "last_quotes": last.quotes,
        "after_title_and_date": last.date and at > 1 and page.shapes[at - 2].title,
        "known_ends": page.known[at - 1] and not page.known[at],
        "known_begins": page.known[at] and not page.known[at - 1],
        "both_known": page.known[at] and page.known[at - 1],
        "neither_known": any(page.known) and not page.known[at] and not page.known[at - 1],
    }
    return {name: float(flag) for name, flag in flags.items()} | {
        "short": float(not here.title and here.words < 15 and not here.date),
        "first_sentence": min(1.0, here.first_sentence / 40),
        "long": min(1.0, here.words / 80),
        "last_long": min(1.0, last.words / 80),
    }


def _titles(page: Row, at: int) -> dict[str, float]:
    here, last = page.shapes[at], page.shapes[at - 1]
    title = here.title and at + 1 < len(page.shapes)
    restated = left = 0.0
    if title:
        right = frozenset().union(*(page.topics[i].stems for i in range(at + 1, min(len(page.topics), at + 4))))
        restated = share(page.topics[at].stems, right, page.weights)
        left = share(page.topics[at].stems, stems_of(page, at - 3, at), page.weights)
    return {
        "title": float(title),
        "title_restated": restated,
        "title_of_left": left,
        "title_capitals": float(title and here.capitals),
        "title_heading_case": float(title and here.heading_case),
        "title_short": float(title and here.words <= 4),
        "title_long": float(title and here.words >= 8),
        "title_question": float(title and here.question),
        "title_label": float(title and here.label),
        "title_name_ahead": float(title and _name_ahead(page, at)),
        "title_beyond_left": max(0.0, restated - left),
        "title_below_left": max(0.0, left - restated),
        "title_far_from_text": float(title and page.gaps[at + 1] > page.gaps[at]),
        "title_last": float(here.title and not title),
        "after_title": float(last.title),
        "after_short_title": float(last.title and last.words <= 4),
        "title_after_title": float(title and last.title),
        "after_title_restated": share(page.topics[at - 1].stems, stems_of(page, at, at + 3), page.weights)
        if last.title
        else 0.0,
    }


def _name_ahead(page: Row, at: int) -> bool:
    """Whether a full name of the title at `at` stands in the next two blocks and not in the last ones."""
    ahead = frozenset().union(*(one.full for one in page.topics[at + 1 : at + 3]))
    left = frozenset().union(*(one.full for one in page.topics[max(0, at - 3) : at]))
    return bool(page.topics[at].full & ahead - left)


def _topics(page: Row, at: int) -> dict[str, float]:
    here = page.topics[at].stems
    left, right = stems_of(page, at - 3, at), stems_of(page, at + 1, at + 4)
    far = stems_of(page, at - REACH, at)
    across = likeness(window(page, at - 3, at), window(page, at, at + 3), page.weights)
    before = likeness(window(page, at - 4, at - 1), window(page, at - 1, at), page.weights) if at > 1 else 0.0
    jump = share(stems_of(page, at + 1, at + 2), page.topics[at - 1].stems, page.weights)
    return {
        "taken_up": share(here, left, page.weights),
        "taken_up_last": share(here, page.topics[at - 1].stems, page.weights),
        "taken_up_far": share(here, far, page.weights),
        "nothing_taken_up": float(bool(here) and not here & far),
        "carried_on": share(here, right, page.weights),
        "likeness": across,
        "likeness_root": math.sqrt(across),
        "likeness_last": before,
        "over_the_block": jump,
        "last_of_its_left": share(page.topics[at - 1].stems, stems_of(page, at - 4, at - 1), page.weights),
        "last_of_right": share(page.topics[at - 1].stems, stems_of(page, at, at + 3), page.weights),
    }


def _names(page: Row, at: int) -> dict[str, float]:
    here = page.topics[at]
    far = page.topics[max(0, at - REACH) : at]
    near = page.topics[at - 1]
    names = frozenset().union(*(one.names for one in far))
    full = frozenset().union(*(one.full for one in far))
    surnames = frozenset().union(*(one.surnames for one in far))
    bare = frozenset().union(*(one.bare for one in far))
    ahead = frozenset().union(*(one.bare | one.surnames | one.openers for one in page.topics[at + 1 : at + 4]))
    return {
        "names_known": len(here.names & names) / len(here.names) if here.names else 0.0,
        "names_near": len(here.names & near.names) / len(here.names) if here.names else 0.0,
        "names_new": float(bool(here.names) and not here.names & names),
        "names_many_new": float(len(here.names - names) >= 3) if here.names else 0.0,
        "surname_taken_up": float(bool((here.bare | here.openers) & surnames)),
        "opener_taken_up": float(bool(here.openers & (names | bare))),
        "full_name_again": float(any(name in full and name.rsplit(" ", 1)[-1] in bare for name in here.full)),
        "full_name_opens_again": float(page.shapes[at].full_name and bool(here.full & full)),
        "full_name_new": float(bool(here.full - full)),
        "surname_ahead": float(bool(here.surnames - surnames - bare) and bool(here.surnames & ahead)),
        "no_names": float(not here.names),
    }


def _voice(page: Row, at: int) -> dict[str, float]:
    here, last = page.shapes[at], page.shapes[at - 1]
    left = max((one.first_person for one in page.shapes[max(0, at - 3) : at]), default=0.0)
    return {
        "i_begins": float(here.first_person > 0.1 and left == 0 and not here.quote),
        "i_goes_on": float(here.first_person > 0.1 and left > 0.1),
        "i_ends": float(here.first_person == 0 and last.first_person > 0.1),
        "cites": float(here.cites),
        "cites_goes_on": float(here.cites and last.cites),
        "last_cites": float(last.cites),
    }


def stems_of(page: Row, start: int, end: int) -> frozenset[str]:
    """The stems of blocks `start` to `end`."""
    return frozenset().union(*(one.stems for one in page.topics[max(0, start) : max(0, end)]))


def names_of(page: Row, start: int, end: int) -> frozenset[str]:
    """The names of blocks `start` to `end`."""
    return frozenset().union(*(one.names for one in page.topics[max(0, start) : max(0, end)]))


def window(page: Row, start: int, end: int) -> Counter[str]:
    """The stems of blocks `start` to `end` with the number of blocks that have each."""
    return Counter(chain.from_iterable(one.stems for one in page.topics[max(0, start) : end]))
