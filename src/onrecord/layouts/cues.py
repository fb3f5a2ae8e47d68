"""The cues at a join: what speaks for and against a new item between two neighbouring blocks.

A cue is a number, 0 when it is silent, mostly between -1 and 1. `cut.py` holds what each one weighs.
"""

from __future__ import annotations

import math

from onrecord.layouts.continuity import continuity_cues
from onrecord.layouts.strip import Strip, stems_of
from onrecord.layouts.topics import share


def cues(page: Strip, at: int) -> dict[str, float]:
    """The cues of the first look at the join before block `at` (1 or more)."""
    found = continuity_cues(page, at)
    # Where gaps and days say nothing, what the two sides speak of counts for more.
    plain = page.widths <= 1 and not page.dates
    found["plain_likeness"] = plain * found["likeness_root"]
    return {
        **_gaps(page, at),
        **_shapes(page, at),
        **_titles(page, at),
        **_leads(page, at),
        **_rhythm(page, at),
        **found,
    }


def _gaps(page: Strip, at: int) -> dict[str, float]:
    gap = page.gaps[at]
    before = page.gaps[at - 1] if at > 1 else gap
    wide = max(0.0, page.wider[at])
    # A width that never stands before a block that goes on, between two paragraphs that end in a full stop.
    text = wide > 0 and page.broken_at[at] == 0 and page.shapes[at].stop and page.shapes[at - 1].stop
    return {
        "gap_wide": wide,
        "gap_is_wide": float(wide > 0),
        "gap_wide_alone": float(wide > 0 and page.gaps.count(gap) == 1),
        "gap_wide_text": float(text),
        # Gaps of a printed page are wide anywhere, and so are those of a speech with pauses.
        "gap_wide_broken": wide * min(1.0, 3 * page.broken),
        "gap_wide_widths": wide * min(2, max(0, page.widths - 2)) / 2,
        "gap_narrow": max(0.0, -page.wider[at]),
        "gap_over_last": float((gap > before) - (gap < before)),
        "early": math.exp(-page.chars[at] / 1500),
    }


def _shapes(page: Strip, at: int) -> dict[str, float]:
    here, last = page.shapes[at], page.shapes[at - 1]
    flags = {
        "points_back": here.back,
        "begins_small": here.lower,
        "begins_quoted": here.quote,
        "begins_dash": here.dash,
        "begins_numbered": here.numbered,
        "begins_label": here.label,
        "dateline": here.dateline,
        "salutation": here.salute,
        "more_link": here.more,
        "after_more_link": last.more,
        "salutation_again": here.salute and any(one.salute for one in page.shapes[max(0, at - 40) : at]),
        "next_begins_small": at + 1 < len(page.shapes) and page.shapes[at + 1].lower,
        "after_cut_off": last.cut_off,
        "after_no_stop": not (last.stop or last.title or last.date or last.more or last.colon),
        "after_numbered": last.numbered,
        "after_label": last.label,
        "date_line_first": here.date and page.dates == "first",
        "date_line_under": here.date and page.dates == "under",
        "date_line_last": here.date and page.dates == "last",
        "after_date_first": last.date and page.dates == "first",
        "after_date_under": last.date and page.dates == "under",
        "after_date_last": last.date and page.dates == "last",
        "title_then_date": here.date and last.title,
        "no_date_first": page.dates == "first" and not here.date and not last.date,
        "no_date_last": page.dates == "last" and not last.date,
        "says_day": here.says_day,
        "last_says_day": last.says_day,
        "quotes": here.quotes,
        "after_title_and_date": last.date and at > 1 and page.shapes[at - 2].title,
        "known_ends": page.known[at - 1] and not page.known[at],
        "known_begins": page.known[at] and not page.known[at - 1],
        "neither_known": any(page.known) and not page.known[at] and not page.known[at - 1],
    }
    return {name: float(flag) for name, flag in flags.items()} | {
        "short": float(not here.title and here.words < 15 and not here.date),
        "long": min(1.0, here.words / 80),
        "last_long": min(1.0, last.words / 80),
    }


def _leads(page: Strip, at: int) -> dict[str, float]:
    """Whether a paragraph that opens an item stands here, alone or under a title, and where on the page it is."""
    here = page.shapes[at]
    many = len(page.leads)
    head = here.title or here.date
    text = at + 1 if head and at + 1 < many else at
    lead = page.leads[text]
    near = page.leads[max(0, at - 3) : at] + page.leads[text + 1 : text + 4]
    mean = sum(near) / len(near) if near else 0.0
    names, stems = page.crossed[at]
    behind = sum(page.crossed[at - 1]) if at > 1 else 0.0
    after = sum(page.crossed[at + 1]) if at + 1 < many else 0.0
    return {
        "lead": 0.0 if head else lead,
        "lead_under_title": lead if head else 0.0,
        "lead_above_near": lead - mean,
        "names_crossed": min(names, 6) / 3,
        "no_name_crossed": float(names == 0),
        "no_stem_crossed": float(stems == 0),
        "fewer_crossed": math.log1p(behind) + math.log1p(after) - 2 * math.log1p(names + stems),
        "one_width": float(page.widths <= 1),
    }


def _rhythm(page: Strip, at: int) -> dict[str, float]:
    """How the join stands to the order of days and titles that the page kept before it."""
    here, last, beat = page.shapes[at], page.shapes[at - 1], page.rhythm[at]
    first, at_end = page.dates == "first", page.dates == "last"
    text = not (here.date or here.more)
    return {
        "first_title": float(here.title and beat.titles == 0),
        "title_no_date_first": float(first and here.title and not last.date),
        "text_past_usual": float(
            first and text and not here.title and beat.dates >= 2 and beat.since >= max(1, beat.usual)
        ),
        "between_turns": float(max(beat.turn_before, beat.turn_after) <= 12),
        "date_of_many": float(first and here.date and beat.dates + beat.ahead >= 2),
        "after_date_of_many": float(at_end and last.date and beat.dates + beat.ahead >= 2),
        "untitled_until_now": float(here.title and beat.titles == 0 and beat.since >= 2),
    }


def _titles(page: Strip, at: int) -> dict[str, float]:
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
        "title_heading_case": float(title and here.heading_case),
        "title_short": float(title and here.words <= 4),
        "title_long": float(title and here.words >= 8),
        "title_question": float(title and here.question),
        "title_below_left": max(0.0, left - restated),
        "title_far_from_text": float(title and page.gaps[at + 1] > page.gaps[at]),
        "title_over_date": float(title and page.shapes[at + 1].date),
        "after_title": float(last.title),
        "title_after_title": float(title and last.title),
        "after_title_restated": share(page.topics[at - 1].stems, stems_of(page, at, at + 3), page.weights)
        if last.title
        else 0.0,
    }
