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
    "after_date_first": -7.92,
    "after_date_last": -2.84,
    "after_date_of_many": 4.33,
    "after_date_under": -3.85,
    "after_label": -0.65,
    "after_more_link": 1.65,
    "after_no_stop": -2.27,
    "after_numbered": -1.03,
    "after_title": -3.82,
    "after_title_and_date": -3.8,
    "after_title_restated": -5.76,
    "begins_dash": -2.44,
    "begins_label": 0.26,
    "begins_numbered": -2.89,
    "begins_quoted": -2.3,
    "begins_small": -1.14,
    "between_turns": -0.87,
    "cites": -0.28,
    "cites_goes_on": -0.55,
    "date_line_first": 2.74,
    "date_line_last": -0.99,
    "date_line_under": 2.24,
    "date_of_many": 2.36,
    "dateline": 1.68,
    "early": 3.0,
    "fewer_crossed": 0.5,
    "full_name_again": 0.86,
    "full_name_opens_again": 0.77,
    "gap_is_wide": 0.33,
    "gap_narrow": -1.34,
    "gap_over_last": -0.3,
    "gap_wide": 5.05,
    "gap_wide_alone": -2.41,
    "gap_wide_broken": -1.45,
    "gap_wide_text": 0.92,
    "gap_wide_widths": -1.49,
    "i_goes_on": -0.27,
    "known_begins": 2.76,
    "known_ends": 1.52,
    "last_long": 0.8,
    "last_of_its_left": 1.12,
    "last_of_right": 0.54,
    "last_says_day": 0.64,
    "lead": 0.69,
    "lead_above_near": -0.6,
    "lead_under_title": 0.49,
    "likeness": 0.79,
    "likeness_last": -2.84,
    "likeness_root": -3.26,
    "long": -1.42,
    "more_link": -4.84,
    "names_crossed": -2.42,
    "names_known": -1.05,
    "names_many_new": 0.6,
    "names_near": -0.27,
    "names_new": -0.6,
    "neither_known": -2.39,
    "next_begins_small": -2.7,
    "no_date_first": -1.7,
    "no_date_last": -0.24,
    "no_name_crossed": -0.53,
    "no_names": -0.38,
    "no_stem_crossed": -1.1,
    "nothing_taken_up": 0.29,
    "one_width": 0.95,
    "opener_taken_up": -0.43,
    "over_the_block": 0.8,
    "plain_likeness": -1.67,
    "points_back": -1.3,
    "quotes": -0.33,
    "salutation": -1.11,
    "salutation_again": -1.69,
    "says_day": 0.73,
    "short": -0.21,
    "surname_taken_up": -0.3,
    "taken_up": 0.52,
    "taken_up_last": 1.18,
    "text_past_usual": -0.85,
    "title": 1.14,
    "title_after_title": 0.96,
    "title_below_left": -1.35,
    "title_far_from_text": 2.26,
    "title_heading_case": 1.06,
    "title_long": 0.94,
    "title_no_date_first": 1.21,
    "title_of_left": -1.29,
    "title_over_date": 2.41,
    "title_question": -1.7,
    "title_restated": -0.8,
    "title_short": -1.28,
    "title_then_date": -1.79,
    "untitled_until_now": 1.41,
    "always": -1.93,
}
SECOND: dict[str, float] = {
    "broken_lines": -2.72,
    "first_look": 4.08,
    "glued_elsewhere": 2.63,
    "like_others_by_both": 0.2,
    "like_others_by_shape": 0.2,
    "longest_ends": -0.66,
    "many_blocks": -2.72,
    "mostly_glued": -0.49,
    "only_one_says_i": 0.44,
    "piece_carried_on": -0.44,
    "pieces_alike": -4.3,
    "pieces_share_names": -0.7,
    "pieces_share_no_name": -0.73,
    "pieces_share_stems": 2.03,
    "short_piece_taken_up": 2.91,
    "words_left": 1.07,
    "words_right": 0.33,
    "always": -0.8,
}

# Log-odds that a cut must exceed: the least in the sweep that bench/fit_cut.py prints which keeps P at 0.95 on the
# usual pages of the articles kept apart (P 0.952, R 0.831; hard pages P 0.923, R 0.581). Lower, more articles are cut
# in two; higher, more teasers stay on the main item, and their days look like its own.
THRESHOLD = 0.35
# Blocks within which a turn answers another: long answers run over a few paragraphs.
TURN_REACH = 4
# Turns that make a dialogue of a page, and the blocks within which one is followed by the next: the opening words of a
# briefing run over many paragraphs.
DIALOGUE_TURNS, DIALOGUE = 4, 30
NEVER = -100.0
# What the log-odds of the tables and of the model weigh where both speak, and what is added: logistic regression on
# pages glued from newswire that neither was fitted on (`python bench/fit_cut_with_model.py --data DIR`).
MODEL = (0.95, 0.2, 0.58)


def scores(page: Strip, first: Mapping[str, float] = FIRST, second: Mapping[str, float] = SECOND) -> tuple[float, ...]:
    """For each block the log-odds that an item begins there, by both tables; the first block's is 0."""
    odds = [weigh(found, first) for found in first_cues(page)]
    odds = [weigh(found, second) for found in second_cues(page, odds)] if odds else []
    return (0.0, *(NEVER if goes_on_talking(page, at) else one for at, one in enumerate(odds, 1)))


def with_model(
    odds: Sequence[float], begins: Sequence[float | None], numbers: tuple[float, float, float] = MODEL
) -> tuple[float, ...]:
    """The log-odds of both tables, weighed with the model's where it read the block; what is never cut stays so."""
    by_rules, by_model, both = numbers
    return tuple(
        one if said is None or one == NEVER else by_rules * one + by_model * said + both
        for one, said in zip(odds, begins, strict=True)
    )


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
    heard = [weights[name] * value for name, value in found.items() if value and name in weights]
    return weights.get(ALWAYS, 0.0) + sum(heard)


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
