"""When an item was published and modified, when its words were spoken, when what it tells happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from onrecord.finders.date_choice import choose
from onrecord.finders.date_declared import TimeTag, address_dates, declared_dates, time_tags
from onrecord.finders.date_events import happened, spoken
from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_lines import line_candidates
from onrecord.finders.date_lists import listed_candidates
from onrecord.finders.date_offers import ABOVE_TITLE, ADDRESS_DAY, ADDRESS_MONTH, COMPLETED, Candidate
from onrecord.finders.date_places import dates_in
from onrecord.finders.date_strings import find_dates
from onrecord.finders.date_values import completed, day_of
from onrecord.finders.date_words import date_words
from onrecord.languages import LANGUAGES
from onrecord.types import Dating, Evidence, Mention, NumberOrder, Provenance, Reading, Text

BY = Provenance("dates", "1")
NOT_PUBLISHED = "no declared date, no date line of its own, no date in the address"
NOT_MODIFIED = "no declared or labelled date of a change"


def find(reading: Reading) -> Iterator[Dating | Mention]:
    """One dating in each of the four roles, unknown ones with what was looked for, and a mention of each date string.

    A date in another item's span is never this item's.
    """
    languages = (reading.language,) if reading.language else None
    dates = _dates(reading.document.page, _order(reading), languages)
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


def _order(reading: Reading) -> NumberOrder | None:
    """How day and month are ordered in numbers: as the site does, else as the item's language always does."""
    code = (reading.language or "").split("-")[0].lower()
    return reading.site.number_order or (LANGUAGES[code].number_order if code in LANGUAGES else None)


@lru_cache(maxsize=4)
def _dates(page: Text, order: NumberOrder | None, languages: tuple[str, ...] | None) -> tuple[DateString, ...]:
    """The date strings of a page, kept for its other items."""
    return tuple(find_dates(page, number_order=order, languages=languages))


def _candidates(reading: Reading, dates: Sequence[DateString], languages: tuple[str, ...] | None) -> list[Candidate]:
    document, order = reading.document, _order(reading)
    tags: list[TimeTag] = list(time_tags(document, order))
    lines = line_candidates(reading, dates, tags, date_words(languages))
    if not reading.item.is_main:
        return [line for line in lines if not line.edtf.startswith("XXXX")]
    addresses = address_dates(document, order)
    return [
        *declared_dates(document, order),
        *(line for line in lines if not line.edtf.startswith("XXXX")),
        *listed_candidates(reading, dates),
        *_of_address(addresses),
        *_completed_by_address(reading, lines, addresses),
        *_completed_by_capture(reading, lines),
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


def _completed_by_capture(reading: Reading, lines: Sequence[Candidate]) -> Iterator[Candidate]:
    """Date lines by the title without a year, when in the year of the capture they lie a few days before it.

    Sites leave out the year of what is new. Of older pages that never print it one in a hundred would lie so.
    """
    captured = day_of(reading.site.captured_at)
    for line in lines if captured else ():
        if captured is None or not line.edtf.startswith("XXXX") or "/" in line.edtf or line.trust > ABOVE_TITLE:
            continue
        edtf = completed(line.edtf, captured)
        day = day_of(edtf)
        if edtf and day and timedelta(0) <= captured - day <= FRESH:
            why = f"{line.reason} without its year, {(captured - day).days} days before the capture"
            evidence = (Evidence(reading.document.id, line.span),)
            yield Candidate(line.role, edtf, line.span, "completed", COMPLETED, why, basis="inferred", from_=evidence)


# How long before its capture a page may be dated without a year to be taken for new.
FRESH = timedelta(days=3)
