"""Where on a page the date line of an item may stand: by its title, at the beginning of its text, at its end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_offers import ABOVE_TITLE, BEHIND, BELOW_TITLE, CONTESTABLE, MIDST
from onrecord.layouts.furniture import block_key
from onrecord.types import Block, Reading, Span

# Blocks above the title, behind the beginning of the running text, and behind its end, among which the item's own
# date line is looked for; between title and running text all are, up to a limit that a page's menu does not reach.
BLOCKS_ABOVE, BLOCKS_BELOW, BLOCKS_IN_TEXT, BLOCKS_AT_END = 6, 80, 8, 3
# Blocks from the title or from the running text within which a line between them is by them, and not among menus.
BLOCKS_NEAR = 3
# Running text: a block of so many code points, most of them outside links. Shorter ones are lines.
RUNNING_LENGTH = 120


class Line(NamedTuple):
    """A block that may carry the item's date, and where it stands: trust, blocks from the title, the reason."""

    block: Block
    trust: int
    distance: int
    where: str


def lines(reading: Reading) -> Iterator[Line]:
    """The blocks around the item's title, at its end and, for the page's own item, just outside of it."""
    item = reading.item
    title = item.title or Span(item.span.text_id, item.span.start, item.span.start)
    own = blocks_in(reading, item.span)
    above = [block for block in own if block.span.end <= title.start]
    below = [block for block in own if block.span.start >= title.end]
    text = _text_start(reading, below)
    if item.is_main:
        above = [*_above(reading)[::-1], *above]
    for distance, block in enumerate(reversed(above[-BLOCKS_ABOVE:]), 1):
        yield Line(block, ABOVE_TITLE, distance, "a date line above the title")
    for n, block in enumerate(below[: min(text, BLOCKS_BELOW)]):
        distance = min(n + 1, text - n)
        trust = BELOW_TITLE if distance <= BLOCKS_NEAR else CONTESTABLE
        yield Line(block, trust, distance, "a date line below the title")
    for n, block in enumerate(below[text:], text):
        if block.kind == "title":
            continue  # a chronicle has dates for headings
        if n < text + BLOCKS_IN_TEXT:
            yield Line(block, CONTESTABLE, n - text + 1, "a date line at the beginning of the text")
        elif n >= len(below) - BLOCKS_AT_END:
            yield Line(block, CONTESTABLE, len(below) - n, "a date line at the end")
        else:
            yield Line(block, MIDST, n - text + 1, "a date line in the midst of the text")
    for n, block in enumerate(_behind(reading) if item.is_main else (), 1):
        yield Line(block, BEHIND, n, "a date line behind the end")


def _text_start(reading: Reading, below: Sequence[Block]) -> int:
    """Which of the blocks below the title begins the running text; in a text of short lines, the one after the lead."""
    lead = reading.item.lead
    running = next((n for n, block in enumerate(below) if is_running(block)), None)
    if running is not None or lead is None:
        return len(below) if running is None else running
    return next((n for n, block in enumerate(below) if block.span.start >= lead.end), len(below))


def blocks_in(reading: Reading, span: Span) -> Sequence[Block]:
    """The blocks that lie in `span`; found without a look at the others, for a list has thousands of items."""
    blocks = reading.document.blocks
    first = bisect_left(blocks, span.start, key=_start)
    last = bisect_left(blocks, span.end, lo=first, key=_start)
    return [block for block in blocks[first:last] if span.holds(block.span)]


def dates_in(dates: Sequence[DateString], span: Span) -> list[DateString]:
    """Those of `dates`, which are in text order, that lie in `span`."""
    first = bisect_left(dates, span.start, key=lambda date: date.span.start)
    last = bisect_left(dates, span.end, lo=first, key=lambda date: date.span.start)
    return [date for date in dates[first:last] if span.holds(date.span)]


def is_of_link(reading: Reading, block: Block) -> bool:
    """Whether the day in `block` is that of a heading beside it that leads elsewhere: a teaser between title and text.

    Directly below the item's own title it is the item's.
    """
    before, after = block_before(reading, block), _block_after(reading, block)
    title = reading.item.title
    if before is not None and title is not None and before.span == title:
        return False
    return any(
        one is not None and one.kind == "title" and is_linked(one) and one.span != title for one in (before, after)
    )


def block_before(reading: Reading, block: Block) -> Block | None:
    """The block before `block` on its page."""
    at = bisect_left(reading.document.blocks, block.span.start, key=_start)
    return reading.document.blocks[at - 1] if at else None


def _block_after(reading: Reading, block: Block) -> Block | None:
    at = bisect_right(reading.document.blocks, block.span.start, key=_start)
    return reading.document.blocks[at] if at < len(reading.document.blocks) else None


def is_running(block: Block) -> bool:
    """Whether the block is running text of the article, and no line."""
    return (
        block.main
        and block.kind not in ("caption", "title")
        and len(block.span) >= RUNNING_LENGTH
        and not is_linked(block)
    )


def is_linked(block: Block) -> bool:
    """Whether most of the block is inside links."""
    return 2 * block.linked > len(block.span)


def _start(block: Block) -> int:
    return block.span.start


def _above(reading: Reading) -> list[Block]:
    blocks = reading.document.blocks
    first = bisect_left(blocks, reading.item.span.start, key=_start)
    return _free(reading, (blocks[n] for n in range(first - 1, -1, -1)))


def _behind(reading: Reading) -> list[Block]:
    blocks = reading.document.blocks
    last = bisect_left(blocks, reading.item.span.end, key=_start)
    return _free(reading, islice(blocks, last, None))


def _free(reading: Reading, blocks: Iterator[Block]) -> list[Block]:
    """The first of `blocks` until another item begins, without those that other pages of the site carry too."""
    free: list[Block] = []
    for block in blocks:
        if len(free) >= BLOCKS_ABOVE or any(other.span.meets(block.span) for other in reading.siblings):
            break
        if block_key(reading.document.page.words(block.span)) not in reading.site.furniture:
            free.append(block)
    return free
