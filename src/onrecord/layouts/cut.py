"""Where a page is cut: the one place in which all cues at a join are weighed together."""

from __future__ import annotations

from onrecord.layouts.cues import Row, cues
from onrecord.layouts.shapes import Shape

# Pages of more blocks are weighed up to here; what follows belongs to the last item. A text of 4,000 blocks is a book or a
# log, not a page with teasers, and the limit keeps 200 MB of text linear.
MOST_BLOCKS = 4000
WEIGHTS: dict[str, float] = {
    "gap_wide": 3.85,
    "gap_narrow": -3.50,
    "gap_over_next": -0.11,
    "gap_over_last": 0.99,
    "early": 2.28,
    "points_back": -1.03,
    "begins_small": 0.09,
    "begins_quoted": -1.48,
    "begins_dash": -0.36,
    "begins_numbered": -0.27,
    "begins_label": -0.47,
    "dateline": 1.89,
    "on_day": 0.19,
    "salutation": 0.05,
    "more_link": -4.00,
    "after_more_link": 2.49,
    "after_colon": -0.23,
    "after_cut_off": 1.41,
    "after_question": 0.86,
    "after_no_stop": -0.12,
    "after_numbered": -0.13,
    "after_label": 0.21,
    "date_line_dates_first": 2.28,
    "date_line_dates_last": -2.09,
    "after_date_dates_first": -4.01,
    "after_date_dates_last": 0.39,
    "after_title_and_date": -0.67,
    "known_ends": 1.39,
    "known_begins": 1.03,
    "both_known": 0.35,
    "neither_known": -2.44,
    "short": -0.18,
    "long": -2.66,
    "last_long": 0.87,
    "title": 2.42,
    "title_restated": 0.39,
    "title_of_left": 0.19,
    "title_capitals": 0.67,
    "title_heading_case": -0.02,
    "title_short": -0.37,
    "title_long": 0.77,
    "title_question": -2.06,
    "title_label": -0.17,
    "title_last": 1.17,
    "after_title": -4.32,
    "after_short_title": 2.06,
    "title_after_title": 0.46,
    "after_title_restated": 0.16,
    "taken_up": 1.00,
    "taken_up_last": -0.06,
    "taken_up_far": -0.14,
    "nothing_taken_up": -0.10,
    "carried_on": -0.11,
    "likeness": 1.18,
    "likeness_root": -4.00,
    "likeness_last": 0.08,
    "over_the_block": 1.83,
    "last_of_its_left": 0.63,
    "last_of_right": 0.55,
    "names_known": -0.05,
    "names_near": 0.21,
    "names_new": -0.00,
    "names_many_new": 1.17,
    "surname_taken_up": -0.62,
    "full_name_again": 0.88,
    "full_name_new": -0.19,
    "surname_ahead": 0.30,
    "no_names": 0.26,
    "i_begins": -0.24,
    "i_goes_on": -2.39,
    "i_ends": -0.35,
    "cites": -0.49,
    "cites_goes_on": -0.64,
    "last_cites": 0.12,
}
BIAS = -2.75
THRESHOLD = 0.5


def scores(page: Row) -> tuple[float, ...]:
    """For each block the log-odds that an item begins there; the first block's is 0."""
    many = min(len(page.shapes), MOST_BLOCKS)
    return (
        0.0,
        *(BIAS + sum(WEIGHTS[name] * value for name, value in cues(page, at).items()) for at in range(1, many)),
    )


def cuts(page: Row, odds: tuple[float, ...]) -> tuple[int, ...]:
    """The blocks at which items begin, the first of the page left out.

    Of all ways to cut in which every piece holds running text, the one with the highest sum of log-odds above THRESHOLD.
    """
    return _best(page.shapes, odds)


def is_running(one: Shape) -> bool:
    """Whether a block is text that runs: neither title, date line nor link, and long enough to say something."""
    return not (one.title or one.date or one.more) and (one.words >= 5 or one.stop)


def _best(shapes: tuple[Shape, ...], odds: tuple[float, ...]) -> tuple[int, ...]:
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
        step[runs] = max(step[runs], (total[1] + odds[i] - THRESHOLD, True, 1))
        total = [step[0][0], step[1][0]]
        came.append([step[0][1:], step[1][1:]])
    state = 1 if total[1] > low else 0
    found: list[int] = []
    for i in range(len(odds) - 1, 0, -1):
        cut, state = came[i][state]
        if cut:
            found.append(i)
    return tuple(reversed(found))


def reasons(page: Row, at: int) -> str:
    """The cues that spoke loudest for a new item at block `at`."""
    said = sorted(((WEIGHTS[name] * value, name) for name, value in cues(page, at).items()), reverse=True)
    return ", ".join(name.replace("_", " ") for weight, name in said[:3] if weight > 0.2) or "no cue alone"
