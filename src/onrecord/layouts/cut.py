"""Where a page is cut: the one place in which all cues at a join are weighed together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.layouts.cues import cues
from onrecord.layouts.segments import second_cues
from onrecord.layouts.shapes import Shape
from onrecord.layouts.strip import Strip

# Pages of more blocks are weighed up to here; what follows belongs to the last item. A text of 3,000 blocks is a book
# or a log, not a page with teasers, and the limit keeps 200 MB of text linear.
MOST_BLOCKS = 3000

# What each cue weighs, in log-odds for a new item. Found by logistic regression on glued pages of the training data:
# `python bench/fit_cut.py --data DIR` prints both tables. A learned boundary score joins as one more cue of the second.
ALWAYS = "always"  # the weight that holds at every join: most joins part nothing
FIRST: dict[str, float] = {
    "after_cut_off": 2.49,
    "after_date_first": -8.88,
    "after_date_last": 2.34,
    "after_date_under": -3.57,
    "after_label": -0.5,
    "after_more_link": 3.37,
    "after_no_stop": -2.79,
    "after_short_title": -1.13,
    "after_title": -4.32,
    "after_title_and_date": -3.48,
    "after_title_restated": -4.63,
    "begins_label": 0.4,
    "begins_quoted": -2.13,
    "begins_small": -1.18,
    "both_known": 1.28,
    "cites": -0.33,
    "cites_goes_on": -0.77,
    "date_line_first": 5.66,
    "date_line_last": -2.05,
    "date_line_under": 2.09,
    "date_then_title": -1.07,
    "dateline": 0.95,
    "early": 2.94,
    "full_name": 0.31,
    "full_name_again": 0.84,
    "full_name_new": -0.28,
    "gap_narrow": -3.01,
    "gap_over_last": 0.35,
    "gap_wide": 5.56,
    "i_goes_on": -0.48,
    "known_begins": 4.4,
    "known_ends": 1.98,
    "last_long": 1.48,
    "last_of_its_left": 1.49,
    "last_of_right": 0.76,
    "last_says_day": 0.64,
    "likeness": -2.23,
    "likeness_last": -1.98,
    "likeness_root": -4.16,
    "lone_name": 0.21,
    "long": -1.07,
    "more_link": -6.25,
    "names_known": -0.92,
    "names_many_new": 0.82,
    "names_near": -1.03,
    "names_new": -0.24,
    "neither_known": -2.05,
    "no_date_first": -1.41,
    "no_date_last": -0.81,
    "no_names": -0.63,
    "opener_taken_up": -0.28,
    "over_the_block": 1.09,
    "points_back": -1.55,
    "quotes": -0.25,
    "says_day": 0.66,
    "short": 0.17,
    "surname_ahead": 0.35,
    "surname_taken_up": -0.5,
    "taken_up": 1.16,
    "title": 2.11,
    "title_after_title": 0.52,
    "title_beyond_left": 0.36,
    "title_far_from_text": 3.09,
    "title_heading_case": 0.86,
    "title_long": 0.5,
    "title_name_ahead": 0.49,
    "title_of_left": -1.42,
    "title_question": -2.26,
    "title_restated": -0.42,
    "title_short": -0.97,
    "title_then_date": -1.18,
    "always": -3.46,
}
SECOND: dict[str, float] = {
    "first_look": 3.67,
    "glued_elsewhere": 1.48,
    "like_others_by_both": 0.39,
    "like_others_by_gap": 0.13,
    "like_others_by_shape": 0.24,
    "longest_begins": -0.41,
    "many_blocks": -5.45,
    "mostly_glued": -0.16,
    "piece_carried_on": -0.28,
    "piece_taken_up": -0.52,
    "pieces_alike": -4.65,
    "pieces_share_names": -1.8,
    "pieces_share_no_name": -0.84,
    "pieces_share_stems": 2.12,
    "short_piece_taken_up": 3.49,
    "words_left": 1.71,
    "words_right": 0.83,
    "always": 2.14,
}

# Log-odds that a cut must exceed: a wrong cut inside an article is worse than two teasers left together. Chosen on the
# second part of the training articles (bench/fit_cut.py prints the sweep).
THRESHOLD = 0.25


def scores(page: Strip) -> tuple[float, ...]:
    """For each block the log-odds that an item begins there; the first block's is 0."""
    first = [weigh(found, FIRST) for found in first_cues(page)]
    return (0.0, *(weigh(found, SECOND) for found in second_cues(page, first))) if first else (0.0,)


def first_cues(page: Strip) -> list[dict[str, float]]:
    """The cues of the first look for every join, the one before block 1 first."""
    return [cues(page, at) for at in range(1, min(len(page.shapes), MOST_BLOCKS))]


def weigh(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log-odds that `found` cues give."""
    return weights.get(ALWAYS, 0.0) + sum(weights[name] * value for name, value in found.items() if name in weights)


def cuts(page: Strip, odds: Sequence[float], threshold: float = THRESHOLD) -> tuple[int, ...]:
    """The blocks at which items begin, the first of the page left out.

    Of all ways to cut in which every piece holds running text, the one with the highest sum of log-odds above
    `threshold`.
    """
    return _best(page.shapes, odds, threshold)


def is_running(one: Shape) -> bool:
    """Whether a block is text that runs: neither title, date line nor link, and long enough to say something."""
    return not (one.title or one.date or one.more) and (one.words >= 5 or one.stop)


def _best(shapes: Sequence[Shape], odds: Sequence[float], threshold: float) -> tuple[int, ...]:
    # Two states a block: the piece at hand holds running text (1) or not yet (0). `came[i][state]` says whether a cut
    # stands before block i and in which state block i - 1 was left.
    low = float("-inf")
    total = [low, low]
    total[is_running(shapes[0])] = 0.0
    came: list[list[tuple[bool, int]]] = [[(False, 0), (False, 0)]]
    for i in range(1, len(odds)):
        step = [(low, False, 0), (low, False, 0)]
        runs = is_running(shapes[i])
        for state in (0, 1):
            step[max(state, runs)] = max(step[max(state, runs)], (total[state], False, state))
        step[runs] = max(step[runs], (total[1] + odds[i] - threshold, True, 1))
        total = [step[0][0], step[1][0]]
        came.append([step[0][1:], step[1][1:]])
    state = 1 if total[1] > low else 0
    found: list[int] = []
    for i in range(len(odds) - 1, 0, -1):
        cut, state = came[i][state]
        if cut:
            found.append(i)
    return tuple(reversed(found))


def reasons(page: Strip, at: int) -> str:
    """The cues that spoke loudest for a new item at block `at`."""
    said = sorted(((FIRST.get(name, 0.0) * value, name) for name, value in cues(page, at).items()), reverse=True)
    return ", ".join(name.replace("_", " ") for weight, name in said[:3] if weight > 0.2) or "many weak cues together"
