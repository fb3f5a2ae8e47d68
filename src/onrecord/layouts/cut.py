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
    "after_cut_off": 2.18,
    "after_date_first": -8.53,
    "after_date_last": 2.42,
    "after_date_under": -3.53,
    "after_label": -0.31,
    "after_more_link": 2.5,
    "after_no_stop": -1.85,
    "after_short_title": -0.57,
    "after_title": -4.4,
    "after_title_and_date": -3.9,
    "after_title_restated": -3.54,
    "begins_dash": -1.88,
    "begins_label": 0.28,
    "begins_numbered": -2.51,
    "begins_quoted": -2.34,
    "begins_small": -0.91,
    "both_known": 1.18,
    "cites": -0.26,
    "cites_goes_on": -0.66,
    "date_line_first": 5.65,
    "date_line_last": -1.39,
    "date_line_under": 2.27,
    "date_then_title": -2.1,
    "dateline": 1.43,
    "early": 2.61,
    "full_name_opens_again": 0.87,
    "gap_narrow": -3.78,
    "gap_wide": 4.37,
    "gap_wide_widths": -1.47,
    "i_goes_on": -0.54,
    "known_begins": 3.72,
    "known_ends": 1.85,
    "last_long": 0.83,
    "last_of_its_left": 1.07,
    "last_of_right": 0.74,
    "last_says_day": 0.44,
    "likeness_last": -1.05,
    "likeness_root": -5.11,
    "long": -0.82,
    "more_link": -5.48,
    "names_known": -0.95,
    "names_many_new": 0.68,
    "names_near": -0.96,
    "names_new": -0.32,
    "neither_known": -2.49,
    "next_begins_small": -3.01,
    "no_date_first": -1.32,
    "no_date_last": -0.62,
    "no_names": -0.34,
    "nothing_taken_up": 0.25,
    "opener_taken_up": -0.19,
    "over_the_block": 1.2,
    "points_back": -1.61,
    "quotes": -0.48,
    "salutation_again": -1.57,
    "says_day": 0.59,
    "short": 0.13,
    "surname_ahead": 0.33,
    "surname_taken_up": -0.56,
    "taken_up": 1.36,
    "taken_up_last": 0.66,
    "title": 2.84,
    "title_capitals": 0.75,
    "title_far_from_text": 2.89,
    "title_heading_case": 0.95,
    "title_long": 0.63,
    "title_of_left": -1.98,
    "title_question": -2.12,
    "title_restated": -0.99,
    "title_short": -0.93,
    "title_then_date": -1.6,
    "always": -3.04,
}
SECOND: dict[str, float] = {
    "broken_lines": -2.48,
    "first_look": 3.7,
    "glued_elsewhere": 2.04,
    "like_others_by_both": 0.5,
    "like_others_by_shape": 0.1,
    "many_blocks": -3.94,
    "mostly_glued": -0.3,
    "only_one_says_i": 0.45,
    "piece_carried_on": -0.35,
    "piece_taken_up": -0.59,
    "pieces_alike": -4.19,
    "pieces_say_i": -1.04,
    "pieces_share_names": -1.88,
    "pieces_share_no_name": -0.77,
    "pieces_share_stems": 2.0,
    "short_piece_taken_up": 4.0,
    "words_left": 1.41,
    "words_right": 1.11,
    "always": 0.15,
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
