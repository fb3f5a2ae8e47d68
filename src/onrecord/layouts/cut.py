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
    "after_cut_off": 2.25,
    "after_date_first": -8.04,
    "after_date_last": -2.9,
    "after_date_of_many": 4.37,
    "after_date_under": -3.83,
    "after_label": -0.65,
    "after_more_link": 1.65,
    "after_no_stop": -2.28,
    "after_numbered": -1.02,
    "after_title": -3.83,
    "after_title_and_date": -3.81,
    "after_title_restated": -5.77,
    "begins_dash": -2.44,
    "begins_label": 0.26,
    "begins_numbered": -2.9,
    "begins_quoted": -2.29,
    "begins_small": -1.13,
    "between_turns": -0.86,
    "cites": -0.28,
    "cites_goes_on": -0.54,
    "date_line_first": 2.73,
    "date_line_last": -0.99,
    "date_line_under": 2.24,
    "date_of_many": 2.36,
    "dateline": 1.68,
    "early": 2.96,
    "fewer_crossed": 0.48,
    "first_title": 0.47,
    "full_name_again": 0.83,
    "full_name_opens_again": 0.77,
    "gap_is_wide": 0.33,
    "gap_narrow": -1.34,
    "gap_over_last": -0.3,
    "gap_wide": 5.05,
    "gap_wide_alone": -2.41,
    "gap_wide_broken": -1.46,
    "gap_wide_text": 0.91,
    "gap_wide_widths": -1.47,
    "i_goes_on": -0.26,
    "known_begins": 2.75,
    "known_ends": 1.52,
    "last_long": 0.81,
    "last_of_its_left": 1.12,
    "last_of_right": 0.55,
    "last_says_day": 0.63,
    "lead": 0.66,
    "lead_above_near": -0.59,
    "lead_under_title": 0.49,
    "likeness": 0.75,
    "likeness_last": -2.8,
    "likeness_root": -3.26,
    "long": -1.44,
    "more_link": -4.84,
    "names_crossed": -2.44,
    "names_known": -1.0,
    "names_many_new": 0.55,
    "names_near": -0.28,
    "names_new": -0.55,
    "neither_known": -2.39,
    "next_begins_small": -2.72,
    "no_date_first": -1.69,
    "no_date_last": -0.24,
    "no_name_crossed": -0.5,
    "no_names": -0.32,
    "no_stem_crossed": -1.09,
    "nothing_taken_up": 0.29,
    "one_width": 0.94,
    "opener_taken_up": -0.43,
    "over_the_block": 0.81,
    "plain_likeness": -1.68,
    "points_back": -1.29,
    "quotes": -0.34,
    "salutation": -1.09,
    "salutation_again": -1.69,
    "says_day": 0.73,
    "short": -0.22,
    "short_name_again": 0.39,
    "surname_ahead": 0.18,
    "surname_taken_up": -0.27,
    "taken_up": 0.51,
    "taken_up_last": 1.16,
    "text_past_usual": -0.85,
    "title": 1.13,
    "title_after_title": 1.01,
    "title_below_left": -1.36,
    "title_far_from_text": 2.25,
    "title_heading_case": 1.05,
    "title_long": 0.93,
    "title_no_date_first": 1.13,
    "title_of_left": -1.23,
    "title_over_date": 2.37,
    "title_question": -1.74,
    "title_restated": -0.85,
    "title_short": -1.3,
    "title_then_date": -1.78,
    "untitled_until_now": 0.98,
    "always": -1.99,
}
SECOND: dict[str, float] = {
    "broken_lines": -2.83,
    "first_look": 4.01,
    "glued_elsewhere": 2.6,
    "like_others_by_both": 0.21,
    "like_others_by_shape": 0.2,
    "longest_ends": -0.59,
    "many_blocks": -2.6,
    "mostly_glued": -0.5,
    "only_one_says_i": 0.45,
    "piece_carried_on": -0.48,
    "pieces_alike": -4.33,
    "pieces_share_names": -0.76,
    "pieces_share_no_name": -0.78,
    "pieces_share_stems": 2.08,
    "short_piece_taken_up": 2.85,
    "words_left": 0.94,
    "words_right": 0.21,
    "always": -0.68,
}

# Log-odds that a cut must exceed. Chosen by the sweep that bench/fit_cut.py prints for the articles kept apart: P 0.948
# and R 0.867 here. Higher, more teasers stay on the main item, and their days look like its own.
THRESHOLD = 0.25
# Blocks within which a turn answers another: long answers run over a few paragraphs.
TURN_REACH = 4
# Turns that make a dialogue of a page, and the blocks within which one is followed by the next: the opening words of a
# briefing run over many paragraphs.
DIALOGUE_TURNS, DIALOGUE = 4, 30
NEVER = -100.0


def scores(page: Strip, first: Mapping[str, float] = FIRST, second: Mapping[str, float] = SECOND) -> tuple[float, ...]:
    """For each block the log-odds that an item begins there, by both tables; the first block's is 0."""
    odds = [weigh(found, first) for found in first_cues(page)]
    odds = [weigh(found, second) for found in second_cues(page, odds)] if odds else []
    return (0.0, *(NEVER if goes_on_talking(page, at) else one for at, one in enumerate(odds, 1)))


def goes_on_talking(page: Strip, at: int) -> bool:
    """Whether block `at` is in the middle of a dialogue, which is never cut.

    It is a turn (label or dash) shortly after another one, or a paragraph of an answer: text between two turns on a
    page that has a dialogue's worth of them.
    """
    here, beat = page.shapes[at], page.rhythm[at]
    if beat.turn_after == 0:
        return beat.turn_before <= TURN_REACH
    text = not (here.title or here.date or page.shapes[at - 1].date)
    return text and page.turns >= DIALOGUE_TURNS and max(beat.turn_before, beat.turn_after) <= DIALOGUE


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
