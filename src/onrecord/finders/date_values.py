"""Dates as values: calendar days, months and years written as EDTF, or nothing when there is no such day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

# Years that a worded date may name; a number beside a month outside of them is something else.
FIRST_YEAR, LAST_YEAR = 1000, 2149
# Years that a date of bare numbers may name: a wider range would take document numbers for dates.
FIRST_NUMERIC_YEAR, LAST_NUMERIC_YEAR = 1900, 2099


class CalendarDate(NamedTuple):
    """A day, month or year as far as it is written; what is not written is None."""

    year: int | None
    month: int | None = None
    day: int | None = None


def edtf_of(written: CalendarDate) -> str | None:
    """`written` as EDTF ("2024-03-05", "2024-03", "2024", "XXXX-07-05"); None when the calendar has no such date."""
    year, month, day = written
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is None:
        return None if year is None or day is not None else f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    head = f"{year:04d}-{month:02d}" if year is not None else f"XXXX-{month:02d}"
    if day is None:
        return head
    # 29 February without its year may be a day; 2000 had one.
    last = calendar.monthrange(2000 if year is None else year, month)[1]
    return f"{head}-{day:02d}" if 1 <= day <= last else None


def interval_of(first: CalendarDate, last: CalendarDate) -> str | None:
    """The EDTF interval from `first` to `last`; None when either is no date or the end comes before the start."""
    start, end = edtf_of(first), edtf_of(last)
    if start is None or end is None or start >= end or (first.year is None) != (last.year is None):
        return None
    return f"{start}/{end}"


def day_of(edtf: str | None) -> date | None:
    """The calendar day an EDTF day or moment names, as written in its own zone; None for anything coarser."""
    if edtf is None or len(edtf) < 10 or "/" in edtf or edtf.startswith("XXXX"):
        return None
    return date.fromisoformat(edtf[:10])


def completed(yearless: str, anchor: date) -> str | None:
    """`yearless` ("XXXX-07-05", or an interval of such) in the year that puts it nearest to `anchor`.

    None when it is more than half a year away in each, or there is no such day in that year.
    """
    best: tuple[int, str] | None = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        candidate = yearless.replace("XXXX", f"{year:04d}")
        try:
            distance = abs((date.fromisoformat(candidate[:10]) - anchor).days)
        except ValueError:
            continue
        if distance <= HALF_A_YEAR and (best is None or distance < best[0]):
            best = distance, candidate
    return best[1] if best else None


def shifted(anchor: date, days: int) -> str:
    """The day `days` after `anchor`."""
    return (anchor + timedelta(days=days)).isoformat()


# Farther than this from the day of writing, another year is nearer.
HALF_A_YEAR = 183
