"""Dates in addresses: /2022/05/12/, /20220512/, -12052022, -1676286735, /2022/05/."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from onrecord.finders.date_clock import moment
from onrecord.finders.date_shapes import Core
from onrecord.finders.date_values import FIRST_NUMERIC_YEAR, LAST_NUMERIC_YEAR, CalendarDate, edtf_of
from onrecord.types import NumberOrder

# How far back the beginning of an address is looked for; longer ones carry their dates in the first part.
ADDRESS_REACH = 300
# Seconds that an address of the web can carry: September 2001 to November 2033, all of ten digits.
_SECONDS = range(1_000_000_000, 2_015_000_000)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{2})(?!\d)")


def is_in_address(text: str, start: int) -> bool:
    """Whether `start` lies in an address or a path: its run of characters begins as one, or is the whole text."""
    head = text[max(0, start - ADDRESS_REACH) : start]
    if not head:
        return True
    if head[-1].isspace():
        return False
    run = head.split()[-1]
    return "://" in run or run.startswith(("/", "www."))


def is_delimited(text: str, start: int, end: int) -> bool:
    """Whether start:end is a part of an address by itself."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return (not before or before in "/-_=.") and (not behind or behind in "/-_.?#&" or behind.isspace())


def compact_at(text: str, start: int, run: int, order: NumberOrder | None) -> Core | None:
    """The date in `run` (8) digits at `start`: 20220512, or day and month first when no year comes first."""
    if run != 8 or not is_delimited(text, start, start + run) or not is_in_address(text, start):
        return None
    digits = text[start : start + run]
    one, two = int(digits[:2]), int(digits[2:4])
    first = CalendarDate(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if _is_day(first):
        return Core(start + run, "compact", first)
    year = int(digits[4:])
    pair = CalendarDate(year, two, one), CalendarDate(year, one, two)
    readings = tuple(dict.fromkeys(reading for reading in pair if _is_day(reading)))
    if not readings:
        return None
    if len(readings) == 1 or order:
        return Core(start + run, "compact", readings[-1 if order == "month" else 0])
    return Core(start + run, "compact", readings[0], None, readings)


def seconds_at(text: str, start: int, run: int) -> str | None:
    """The moment that `run` (10) digits at `start` count seconds to, since 1970; None when they do not."""
    if run != 10 or not is_delimited(text, start, start + run) or not is_in_address(text, start):
        return None
    seconds = int(text[start : start + run])
    if seconds not in _SECONDS:
        return None
    then = datetime.fromtimestamp(seconds, UTC)
    return moment(then.strftime("%Y-%m-%d"), then.strftime("%H:%M:%S"), "Z")


def month_at(text: str, start: int) -> Core | None:
    """The year and month at `start` where nothing else can be meant: alone in the text or on its line, or in a path."""
    match = _YEAR_MONTH.match(text, start)
    if match is None or not is_alone(text, start, match.end()):
        return None
    found = CalendarDate(int(match["year"]), int(match["month"]))
    return Core(match.end(), "year month", found) if _is_year(found) and edtf_of(found) else None


def year_in_address(text: str, start: int) -> bool:
    """Whether the four digits at `start` are a year in an address."""
    return (
        is_delimited(text, start, start + 4) and start > 0 and text[start - 1] in "/-_" and is_in_address(text, start)
    )


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether start:end is all of its text, of its line or of a declared value, or a part of a path."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 1]
    if before.endswith("/") and behind in ("/", ""):
        return is_in_address(text, start)
    return (not before or before[-1] == "\n" or before == ": ") and (not behind or behind == "\n")


def _is_year(written: CalendarDate) -> bool:
    return written.year is not None and FIRST_NUMERIC_YEAR <= written.year <= LAST_NUMERIC_YEAR


def _is_day(written: CalendarDate) -> bool:
    return _is_year(written) and edtf_of(written) is not None
