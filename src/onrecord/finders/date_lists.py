"""The day that a list on the page gives beside the item's own title: "Harbour line opens 12.05.2023"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_offers import LISTED, Candidate, same_day
from onrecord.finders.date_places import dates_in
from onrecord.types import Block, Reading, Span

# A shorter title may be the beginning of another one, or a word of any line.
TITLE_LENGTH = 20
# Letters that an entry may have besides the title and its date: a section, "read more".
LETTERS_BESIDE = 15


def listed_candidates(reading: Reading, dates: Sequence[DateString]) -> list[Candidate]:
    """The day beside the item's title in entries that lie in no item; none when two entries differ."""
    found = [
        Candidate(
            "published", date.edtf, date.span, "text", LISTED, "a list on the page gives the day beside the title"
        )
        for block, title in _entries(reading)
        if (date := _only_date(reading, block, title, dates)) is not None and date.edtf is not None
    ]
    return found if all(same_day(one.edtf, found[0].edtf) for one in found) else []


def _entries(reading: Reading) -> Iterator[tuple[Block, Span]]:
    """The blocks outside of every item that hold the item's title and more, with the title's place in them."""
    page, blocks = reading.document.page, reading.document.blocks
    title = page.words(reading.item.title) if reading.item.title else ""
    at = page.content.find(title) if len(title) >= TITLE_LENGTH else -1
    while at >= 0:
        place = page.span(at, at + len(title))
        number = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
        block = blocks[number] if number >= 0 else None
        if block and block.span.holds(place) and not any(item.span.meets(block.span) for item in reading.siblings):
            yield block, place
        at = page.content.find(title, place.end)


def _only_date(reading: Reading, block: Block, title: Span, dates: Sequence[DateString]) -> DateString | None:
    """The one day of an entry that holds little besides it and the title."""
    inside = [date for date in dates_in(dates, block.span) if date.precision in ("day", "moment")]
    if len(inside) != 1 or inside[0].is_yearless or inside[0].span.meets(title):
        return None
    words = reading.document.page.words
    letters = sum(map(str.isalpha, words(block.span))) - sum(map(str.isalpha, words(title) + words(inside[0].span)))
    return inside[0] if letters <= LETTERS_BESIDE else None
