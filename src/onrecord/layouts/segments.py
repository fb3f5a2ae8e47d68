"""The second look at a join: cues that need a first idea of how the page divides.

The first look gives each join its odds from its surroundings. Now the page itself is the measure: what a boundary looks
like here, and whether the two pieces that a join parts speak of the same things.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise

from onrecord.layouts.shapes import Shape
from onrecord.layouts.strip import Strip, names_of, stems_of, window
from onrecord.layouts.topics import likeness, share, weight

# Blocks of a piece that are compared with its neighbour: the nearest ones, for a long article drifts.
REACH = 12
# How many joins' worth of the page's mean a belief starts from, so that two joins alike prove nothing.
PRIOR = 2.0
# Log-odds beyond this say no more: the first look is sure. Below the second one pieces are not compared: nothing
# that they could share brings a cut there.
SURE, HOPELESS = 8.0, -6.0


def second_cues(page: Strip, odds: Sequence[float]) -> list[dict[str, float]]:
    """The cues of the second look for every join, the one before block 1 first. `odds` are the first look's."""
    chances = [1 / (1 + math.exp(-min(30.0, max(-30.0, z)))) for z in odds]
    many = len(odds) + 1
    shares = _Shares(page, odds, chances)
    beliefs = _beliefs(page, chances)
    mean = (sum(chances) + 0.2) / (len(chances) + 2)
    best, next_best = sorted([*chances, 0.0, 0.0], reverse=True)[:2]
    found = []
    for at in range(1, many):
        chance = chances[at - 1]
        found.append(
            {
                "first_look": max(-SURE, min(SURE, odds[at - 1])) / 4,
                "like_others_by_gap": beliefs[at - 1][0],
                "like_others_by_shape": beliefs[at - 1][1],
                "like_others_by_both": beliefs[at - 1][2],
                "glued_elsewhere": best if chance < best else next_best,
                "mostly_glued": _log_odds(mean),
                "many_blocks": math.log(many) / 5,
                "broken_lines": page.broken,
                **(shares.at(at) if odds[at - 1] > HOPELESS else {}),
            }
        )
    return found


class _Shares:
    """What the two pieces that a join parts have in common; the pieces are those of the first look."""

    def __init__(self, page: Strip, odds: Sequence[float], chances: Sequence[float]) -> None:
        self.page = page
        many = len(odds) + 1
        self.edges = [0, *(at for at in range(1, many) if chances[at - 1] > 0.5), many]
        self.words = [0, *accumulate(one.words for one in page.shapes[:many])]
        self.longest = max(self.words[end] - self.words[start] for start, end in pairwise(self.edges))

    def at(self, at: int) -> dict[str, float]:
        """The cues of the join before block `at`, by name; `at` is from 1 to the page's last block."""
        page = self.page
        edge = bisect_left(self.edges, at)
        start = self.edges[edge - 1]
        end = self.edges[edge + 1] if self.edges[edge] == at else self.edges[edge]
        left_words, right_words = self.words[at] - self.words[start], self.words[end] - self.words[at]
        first, last = max(start, at - REACH), min(end, at + REACH)
        here, left, right = page.topics[at].stems, stems_of(page, first, at), stems_of(page, at + 1, last)
        voice, other_voice = self._voice(first, at), self._voice(at, last)
        names, others = names_of(page, first, at), names_of(page, at, last)
        taken = share(here, left, page.weights, page.sizes[at])
        both = (here | right) & left
        return {
            "piece_taken_up": taken,
            "piece_carried_on": share(here, right, page.weights, page.sizes[at]),
            "pieces_alike": math.sqrt(likeness(window(page, first, at), window(page, at, last), page.weights)),
            "pieces_share_stems": weight(both, page.weights) / max(1e-9, weight(here | right | left, page.weights)),
            "pieces_share_names": len(names & others) / max(1, min(len(names), len(others))),
            "pieces_share_no_name": float(not names & others),
            "pieces_say_i": min(voice, other_voice, 0.4),
            "only_one_says_i": float((voice > 0.15) != (other_voice > 0.15)),
            "short_piece_taken_up": taken if left_words < 60 else 0.0,
            "words_left": math.log1p(left_words) / 7,
            "words_right": math.log1p(right_words) / 7,
            "longest_ends": float(left_words >= 0.99 * self.longest),
        }

    def _voice(self, start: int, end: int) -> float:
        """First-person words per ten words, of blocks `start` to `end`."""
        words = sum(min(330, one.words) for one in self.page.shapes[start:end])
        return sum(one.first_person * min(330, one.words) for one in self.page.shapes[start:end]) / max(1, words)


def _beliefs(page: Strip, chances: Sequence[float]) -> list[tuple[float, float, float]]:
    """For each join what the page's other joins of the same gap, shape, and both say, against the page's mean."""
    looks = [_look(one) for one in page.shapes[: len(chances) + 1]]
    keys = [
        ((page.gaps[at],), (looks[at - 1], looks[at]), (page.gaps[at], looks[at - 1], looks[at]))
        for at in range(1, len(looks))
    ]
    sums: dict[tuple[object, ...], float] = defaultdict(float)
    counts: dict[tuple[object, ...], int] = defaultdict(int)
    for three, chance in zip(keys, chances, strict=True):
        for key in three:
            sums[key] += chance
            counts[key] += 1
    mean = (sum(chances) + 0.2) / (len(chances) + 2)
    base = _log_odds(mean)

    def belief(key: tuple[object, ...], own: float) -> float:
        return _log_odds((sums[key] - own + PRIOR * mean) / (counts[key] - 1 + PRIOR)) - base

    return [
        (belief(a, chance), belief(b, chance), belief(c, chance))
        for (a, b, c), chance in zip(keys, chances, strict=True)
    ]


def _look(one: Shape) -> str:
    if one.title:
        return "title"
    if one.date:
        return "date"
    if one.more:
        return "more"
    return "text" if one.stop else "line"


def _log_odds(chance: float) -> float:
    chance = min(1 - 1e-9, max(1e-9, chance))
    return math.log(chance / (1 - chance))
