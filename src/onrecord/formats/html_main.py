"""Which blocks are the page's own article: those that trafilatura's extraction runs through.

It only marks: page text, offsets and ids never depend on it.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from onrecord.formats.html_blocks import Laid

# How trafilatura is run; chosen by bench/quality/extraction.py on its even pages.
FAST = True
# Elements of trafilatura's body that stand on a line of their own.
LINES = frozenset({"p", "head", "item", "cell", "quote", "lb", "row", "list", "table", "code", "body"})
# Extraction drops them from the middle of words.
DROPPED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffd]")
# A line that occurs once but is as short as "Read more" may be unique by chance in a place of its own kind; anchors
# hold everything between them, so they must be sure.
ANCHOR_REACH = 12
# Code points looked through for lines that are no whole block: a second or so. Only pages of megabytes spend it, and
# their other lines are still looked for between anchors.
SEARCH_BUDGET = 10**9
# A block is main when this much of it is in the extraction.
MAIN_SHARE = 0.5
# Paragraphs that the extractor lost although the site casts them like others that it found (an article in several
# containers with notices between): at least so many found ones, and this long, hardly linked.
CAST_ALIKE, RUNNING, RUNNING_LINKED = 2, 80, 0.3
# Elements that make a mould: enough to reach beyond the article, few enough for pages nested without end.
MOULD_DEPTH = 8
# Code points; less than a sentence or two is what extraction clutches at when a page has no article.
LEAST_ARTICLE = 100
# An entry that is a link nearly from end to end (related pages within the article) is furniture.
LEADS_AWAY = 0.8
# Code points at both ends of a line that is not found whole: enough to be found, short enough to miss the change.
ENDS = 32


def extracted_lines(source: str) -> list[str]:
    """The lines of the article as trafilatura extracts it; empty when it finds none or fails."""
    from lxml import etree  # noqa: PLC0415  (heavy, and this is its only use)
    from trafilatura import bare_extraction  # noqa: PLC0415

    # It reports pages without an article as errors; for us they are pages without one.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found = bare_extraction(source, include_comments=False, fast=FAST)
    except (etree.LxmlError, RecursionError, ValueError, TypeError, AttributeError):
        return []  # whatever it stumbles over, the caller marks every block and says so
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    lines = [""]
    for event, element in etree.iterwalk(found.body, events=("start", "end")):
        if element.tag in LINES:
            lines.append("")
        lines[-1] += (element.text if event == "start" else element.tail) or ""
    return [line for line in lines if line.strip()]


def covered_blocks(lines: Sequence[str], blocks: Sequence[str]) -> list[bool]:
    """For each of the page's `blocks` (words without white space), whether the lines run through it."""
    keys = [DROPPED.sub("", block) for block in blocks]
    bounds = [0, *accumulate(map(len, keys))]
    taken = [0] * len(keys)
    for start, end in placed(lines, keys):
        block = bisect_right(bounds, start) - 1
        while block < len(keys) and bounds[block] < end:
            taken[block] += min(end, bounds[block + 1]) - max(start, bounds[block])
            block += 1
    return [bool(key) and part >= MAIN_SHARE * len(key) for key, part in zip(keys, taken, strict=True)]


def placed(lines: Sequence[str], blocks: Sequence[str]) -> list[tuple[int, int]]:
    """Where each line stands in the blocks put together, white space aside; in order, never overlapping; lost lines
    are left out.

    Lines that occur once on the page are anchors, the longest rising sequence of them holds (as in patience diff),
    and every other line is looked for between its anchors only: one line in five stands in a teaser or a list of
    links as well, and taking its first occurrence would mark that.
    """
    page = "".join(blocks)
    keys = [key for line in lines if (key := DROPPED.sub("", "".join(line.split())))]
    anchors = _rising(_anchors(keys, blocks, page))
    limits = sorted(anchors.items())
    found: list[tuple[int, int]] = []
    at = passed = 0
    for number, key in enumerate(keys):
        if number in anchors:
            found.append((anchors[number], anchors[number] + len(key)))
            at, passed = found[-1][1], passed + 1
            continue
        place = _between(key, page, at, limits[passed][1] if passed < len(limits) else len(page))
        if place is not None:
            found.append(place)
            at = place[1]
    return found


def _anchors(keys: Sequence[str], blocks: Sequence[str], page: str) -> list[tuple[int, int]]:
    """(number of the line, place) of the lines that stand on the page once and are long enough to be sure."""
    wholes: dict[str, int] = {}  # a block's words -> where it begins; -1 when several blocks have them
    for block, start in zip(blocks, accumulate(map(len, blocks), initial=0), strict=False):
        wholes[block] = -1 if block in wholes else start
    anchors: list[tuple[int, int]] = []
    budget = SEARCH_BUDGET
    for number, key in enumerate(keys):
        place = wholes.get(key)
        if place is None and budget > 0 and len(key) >= ANCHOR_REACH:
            budget -= len(page)
            place = page.find(key)
            if page.find(key, place + 1) >= 0:
                place = -1
        if place is not None and place >= 0 and len(key) >= ANCHOR_REACH:
            anchors.append((number, place))
    return anchors


def _rising(places: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The longest subsequence whose places rise: line number -> place."""
    ends: list[int] = []  # the smallest last place of a rising sequence of each length
    heads: list[int] = []  # its index
    before: list[int] = []
    for index, (_, place) in enumerate(places):
        length = bisect_left(ends, place)
        before.append(heads[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        heads[length : length + 1] = [index]
    chosen: dict[int, int] = {}
    index = heads[-1] if heads else -1
    while index >= 0:
        chosen[places[index][0]] = places[index][1]
        index = before[index]
    return dict(reversed(chosen.items()))


def _between(key: str, page: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `key` stands in page[start:end]; by its two ends when something in its middle was changed."""
    at = page.find(key, start, end)
    if at >= 0:
        return at, at + len(key)
    if len(key) < 2 * ENDS:
        return None
    first = page.find(key[:ENDS], start, end)
    last = page.find(key[-ENDS:], first, end) if first >= 0 else -1
    # As long as it was, or nearly: else the two ends belong to different paragraphs.
    if last >= 0 and abs(last + ENDS - first - len(key)) <= len(key) // 4:
        return first, last + ENDS
    return None


def mark_main(
    lines: Sequence[str], blocks: Sequence[Laid], titles: Sequence[str]
) -> tuple[list[bool], tuple[str, ...]]:
    """For each block whether it is the article's, and the doubt when nobody can say: then every block is.

    lines   the article as it was extracted
    titles  the names that the page gives itself: they tell the article's heading from the site's
    """
    main = covered_blocks(lines, [block.words for block in blocks])
    moulds = [mould_of(block.element) if _runs(block) else "" for block in blocks]
    cast = Counter(mould for mould, is_main in zip(moulds, main, strict=True) if is_main and mould)
    main = [
        not _is_link(block) and (is_main or cast[mould] >= CAST_ALIKE)
        for block, mould, is_main in zip(blocks, moulds, main, strict=True)
    ]
    if sum(len(block.words) for block, is_main in zip(blocks, main, strict=True) if is_main) < LEAST_ARTICLE:
        doubt = "no article was found on the page; every block counts as main"
        return [True] * len(blocks), (doubt,) if blocks else ()
    heading = _heading(blocks[: main.index(True)], titles)
    if heading is not None:
        main[heading] = True
    return main, ()


def mould_of(element: Any) -> str:
    """The elements around a block, by name and class: equal for blocks that the site casts alike."""
    steps = []
    for _ in range(MOULD_DEPTH):
        if element is None:
            break
        steps.append(f"{element.name}.{(element.attrs or {}).get('class') or ''}")
        element = element.parent
    return " ".join(steps)


def _runs(block: Laid) -> bool:
    """Whether a block is running text."""
    return len(block.words) >= RUNNING and block.linked <= RUNNING_LINKED * len(block.words)


def _is_link(block: Laid) -> bool:
    """Whether a block leads away from end to end; a heading may link to its own page."""
    return block.kind != "title" and block.linked > LEADS_AWAY * len(block.words)


def _heading(before: Sequence[Laid], titles: Sequence[str]) -> int | None:
    """The heading among the blocks before the article: the last one that the page also names itself by, else the last
    <h1>.
    """
    names = ["".join(title.split()) for title in titles]
    headings = [number for number, block in enumerate(before) if block.kind == "title"]
    named = [number for number in headings if any(before[number].words in name for name in names)]
    first_level = [number for number in headings if before[number].element.name == "h1"]
    return max(named or first_level, default=None)
