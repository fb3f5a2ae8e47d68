"""Date lines in languages whose months we have no table of: dateparser reads them, when the page says its language."""

from __future__ import annotations

import re

from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_values import CalendarDate, edtf_of
from onrecord.languages import LANGUAGES
from onrecord.types import Span, Text

# A day, a month in letters and a year: numbers alone are for the grammar, and a year has to be written.
_DAY_MONTH_YEAR = re.compile(
    r"(?<!\d)\d{1,2}\.?\s{1,2}(?:de\s)?[^\W\d_]{3,14}\.?,?\s{1,2}(?:de\s)?(?:19|20)\d{2}(?!\d)"
)


def foreign_dates(page: Text, line: Span, language: str | None) -> list[DateString]:
    """The dates in a line of a page whose language is none of ours, as dateparser reads them.

    Day, month and year must all be written; nothing is completed and nothing is guessed from the order of numbers.
    """
    code = (language or "").split("-")[0].lower()
    if not code or code in LANGUAGES:
        return []
    found = (_read(page, match, code) for match in _DAY_MONTH_YEAR.finditer(page.content, line.start, line.end))
    return [date for date in found if date is not None]


def _read(page: Text, match: re.Match[str], code: str) -> DateString | None:
    import dateparser  # noqa: PLC0415  (its first call takes two CPU-seconds, and few pages need it)

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        read = dateparser.parse(match.group(), languages=[code], settings=settings)
    except ValueError:
        return None  # it does not know the language
    edtf = edtf_of(CalendarDate(read.year, read.month, read.day)) if read else None
    return DateString(page.span(match.start(), match.end()), edtf, "day", "dateparser") if edtf else None
