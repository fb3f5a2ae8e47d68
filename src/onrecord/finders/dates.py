"""When an item was published and modified, when its words were spoken, when what it tells happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.finders.date_candidates import Candidate, choose
from onrecord.finders.date_declared import TimeTag, address_dates, declared_dates, time_tags
from onrecord.finders.date_events import happened, spoken
from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_lines import dates_in, line_candidates
from onrecord.finders.date_strings import find_dates
from onrecord.finders.date_words import date_words
from onrecord.types import Dating, Evidence, Mention, NumberOrder, Provenance, Reading, Text

BY = Provenance("dates", "1")
ADDRESS_DAY, COMPLETED, ADDRESS_MONTH = 20, 21, 22
NOT_PUBLISHED = "no declared date, no date line of its own, no date in the address"
NOT_MODIFIED = "no declared or labelled date of a change"


def find(reading: Reading) -> Iterator[Dating | Mention]:
    """One dating in each of the four roles, unknown ones with what was looked for, and a mention of each date string.

    A date in another item's span is never this item's.
    """
    languages = (reading.language,) if reading.language else None
    dates = _dates(reading.document.page, reading.site.number_order, languages)
    candidates = _candidates(reading, dates, languages)
    published = choose("published", candidates, reading.site.captured_at, NOT_PUBLISHED)
    yield Dating("published", published)
    yield Dating("modified", choose("modified", candidates, reading.site.captured_at, NOT_MODIFIED))
    own = dates_in(dates, reading.item.span)
    words = date_words(languages)
    yield Dating("spoken", spoken(reading, own, published, words))
    yield Dating("happened", happened(reading, own, published, words))
    for date in own:
        yield Mention(date.span, "date", date.span, Provenance(BY.by, BY.version, f"read as {date.rule}"))


@lru_cache(maxsize=4)
def _dates(page: Text, order: NumberOrder | None, languages: tuple[str, ...] | None) -> tuple[DateString, ...]:
    """The date strings of a page, kept for its other items."""
    return tuple(find_dates(page, number_order=order, languages=languages))


def _candidates(reading: Reading, dates: Sequence[DateString], languages: tuple[str, ...] | None) -> list[Candidate]:
    document, order = reading.document, reading.site.number_order
    tags: list[TimeTag] = list(time_tags(document, order))
    lines = line_candidates(reading, dates, tags, date_words(languages))
    if not reading.item.is_main:
        return [line for line in lines if not line.edtf.startswith("XXXX")]
    addresses = address_dates(document, order)
    return [
        *declared_dates(document, order),
        *(line for line in lines if not line.edtf.startswith("XXXX")),
        *_of_address(addresses),
        *_completed_by_address(reading, lines, addresses),
    ]


def _of_address(addresses: Sequence[DateString]) -> Iterator[Candidate]:
    for date in addresses:
        if date.edtf and date.precision in ("day", "moment"):
            yield Candidate("published", date.edtf, date.span, "address", ADDRESS_DAY, "the address carries a day")
        elif date.edtf and date.precision == "month":
            yield Candidate("published", date.edtf, date.span, "address", ADDRESS_MONTH, "the address carries a month")


def _completed_by_address(
    reading: Reading, lines: Sequence[Candidate], addresses: Sequence[DateString]
) -> Iterator[Candidate]:
    """Date lines without a year, in the year that the address carries."""
    years = {date.edtf[:4]: date for date in addresses if date.edtf and date.edtf[:4].isdigit()}
    if len(years) != 1:
        return
    ((year, source),) = years.items()
    for line in lines:
        if line.edtf.startswith("XXXX") and "/" not in line.edtf:
            yield Candidate(
                line.role,
                line.edtf.replace("XXXX", year),
                line.span,
                "completed",
                COMPLETED,
                f"{line.reason} without its year, which the address carries",
                basis="inferred",
                from_=(Evidence(reading.document.id, line.span), Evidence(reading.document.id, source.span)),
            )
