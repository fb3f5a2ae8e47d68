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
    "after_cut_off": 2.16,
    "after_date_first": -8.58,
    "after_date_last": 2.4,
    "after_date_under": -3.52,
    "after_label": -0.31,
    "after_more_link": 2.49,
    "after_no_stop": -1.82,
    "after_short_title": -0.58,
    "after_title": -4.48,
    "after_title_and_date": -3.76,
    "after_title_restated": -3.6,
    "begins_dash": -1.87,
    "begins_label": 0.29,
    "begins_numbered": -2.5,
    "begins_quoted": -2.36,
    "begins_small": -0.9,
    "both_known": 1.18,
    "cites": -0.26,
    "cites_goes_on": -0.68,
    "date_line_first": 5.57,
    "date_line_last": -1.48,
    "date_line_under": 2.19,
    "date_then_title": -2.22,
    "dateline": 1.42,
    "early": 2.59,
    "full_name_opens_again": 0.88,
    "gap_narrow": -3.74,
    "gap_wide": 4.36,
    "gap_wide_widths": -1.49,
    "i_goes_on": -0.56,
    "known_begins": 3.73,
    "known_ends": 1.83,
    "last_long": 0.82,
    "last_of_its_left": 1.03,
    "last_of_right": 0.78,
    "last_says_day": 0.44,
    "likeness_last": -1.04,
    "likeness_root": -5.08,
    "long": -0.88,
    "more_link": -5.46,
    "names_known": -0.95,
    "names_many_new": 0.69,
    "names_near": -0.99,
    "names_new": -0.32,
    "neither_known": -2.52,
    "next_begins_small": -2.91,
    "no_date_first": -1.41,
    "no_date_last": -0.62,
    "no_names": -0.29,
    "nothing_taken_up": 0.29,
    "over_the_block": 1.18,
    "points_back": -1.61,
    "quotes": -0.48,
    "salutation_again": -1.57,
    "says_day": 0.59,
    "surname_ahead": 0.25,
    "surname_taken_up": -0.65,
    "taken_up": 1.39,
    "taken_up_last": 0.65,
    "title": 2.64,
    "title_after_title": 0.38,
    "title_capitals": 0.82,
    "title_far_from_text": 2.74,
    "title_heading_case": 0.87,
    "title_long": 0.57,
    "title_name_ahead": 0.67,
    "title_of_left": -1.86,
    "title_over_date": 1.91,
    "title_question": -2.14,
    "title_restated": -1.03,
    "title_short": -0.86,
    "title_then_date": -1.54,
    "always": -2.98,
}
SECOND: dict[str, float] = {
    "broken_lines": -2.39,
    "first_look": 3.69,
    "glued_elsewhere": 1.96,
    "like_others_by_both": 0.42,
    "like_others_by_gap": 0.1,
    "like_others_by_shape": 0.17,
    "many_blocks": -3.83,
    "mostly_glued": -0.29,
    "only_one_says_i": 0.45,
    "piece_carried_on": -0.37,
    "piece_taken_up": -0.71,
    "pieces_alike": -4.12,
    "pieces_say_i": -1.11,
    "pieces_share_names": -1.86,
    "pieces_share_no_name": -0.79,
    "pieces_share_stems": 2.04,
    "short_piece_taken_up": 4.01,
    "words_left": 1.41,
    "words_right": 1.09,
    "always": 0.18,
}

# Log-odds that a cut must exceed. Chosen by the sweep that bench/fit_cut.py prints for the articles kept apart: P 0.948
# and R 0.867 here. Higher, more teasers stay on the main item, and their days look like its own.
THRESHOLD = 0.0
# Blocks within which a turn answers another: long answers run over a few paragraphs.
TURN_REACH = 4
NEVER = -100.0


def scores(page: Strip) -> tuple[float, ...]:
    """For each block the log-odds that an item begins there; the first block's is 0."""
    first = [weigh(found, FIRST) for found in first_cues(page)]
    second = [weigh(found, SECOND) for found in second_cues(page, first)] if first else []
    return (0.0, *(NEVER if goes_on_talking(page, at) else odds for at, odds in enumerate(second, 1)))


def goes_on_talking(page: Strip, at: int) -> bool:
    """Whether block `at` is a turn (label or dash) shortly after another one: a dialogue is never cut between turns."""
    turns = [(one.label or one.dash) and not one.date for one in page.shapes[max(0, at - TURN_REACH) : at + 1]]
    return turns[-1] and any(turns[:-1])


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
