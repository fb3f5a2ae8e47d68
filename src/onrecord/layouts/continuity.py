"""Cues of continuity: what a block takes up from those before it, and what those after it take up from it."""

from __future__ import annotations

import math

from onrecord.layouts.strip import Strip, stems_of, window
from onrecord.layouts.topics import likeness, share

# Blocks looked at on either side of a join: a paragraph takes up what the last few said, not what stood a page before.
REACH = 6


def continuity_cues(page: Strip, at: int) -> dict[str, float]:
    """The cues of topic, names and voice at the join before block `at`."""
    return {**_topics(page, at), **_names(page, at), **_voice(page, at)}


def _topics(page: Strip, at: int) -> dict[str, float]:
    here = page.topics[at].stems
    left, last = stems_of(page, at - 3, at), page.topics[at - 1].stems
    size, last_size = page.sizes[at], page.sizes[at - 1]
    far = stems_of(page, at - REACH, at)
    across = likeness(window(page, at - 3, at), window(page, at, at + 3), page.weights)
    before = likeness(window(page, at - 4, at - 1), window(page, at - 1, at), page.weights) if at > 1 else 0.0
    jump = share(stems_of(page, at + 1, at + 2), last, page.weights)
    return {
        "taken_up": share(here, left, page.weights, size),
        "taken_up_last": share(here, last, page.weights, size),
        "nothing_taken_up": float(bool(here) and not here & far),
        "likeness": across,
        "likeness_root": math.sqrt(across),
        "likeness_last": before,
        "over_the_block": jump,
        "last_of_its_left": share(last, stems_of(page, at - 4, at - 1), page.weights, last_size),
        "last_of_right": share(last, stems_of(page, at, at + 3), page.weights, last_size),
    }


def _names(page: Strip, at: int) -> dict[str, float]:
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
        "short_name_again": float(any(name not in full and name.rsplit(" ", 1)[-1] in surnames for name in here.full)),
        "surname_ahead": float(bool(here.surnames - surnames - bare) and bool(here.surnames & ahead)),
        "no_names": float(not here.names),
    }


def _voice(page: Strip, at: int) -> dict[str, float]:
    here, last = page.shapes[at], page.shapes[at - 1]
    left = max((one.first_person for one in page.shapes[max(0, at - 3) : at]), default=0.0)
    return {
        "i_goes_on": float(here.first_person > 0.1 and left > 0.1),
        "cites": float(here.cites),
        "cites_goes_on": float(here.cites and last.cites),
    }
