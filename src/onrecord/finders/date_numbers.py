"""How a page orders day and month where both are numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.finders.date_values import FIRST_NUMERIC_YEAR, LAST_NUMERIC_YEAR, CalendarDate, edtf_of
from onrecord.types import Document

_SHAPE = re.compile(
    r"(?<![\w./:,+–-])(?P<one>\d{1,2})(?P<mark>[-–/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d–-]|[./]\d)"
)


class NumberEvidence(NamedTuple):
    """How many dates of a page put the day first, how many the month, and how many do not tell.

    25/06/2024 puts the day first, 06/25/2024 the month; 05/06/2024 does not tell, and 05/05/2024 needs no telling.
    Dates with full stops count when they tell; when they do not, they are day first by convention, not ambiguous.
    """

    day_first: int
    month_first: int
    ambiguous: int


def number_evidence(document: Document) -> NumberEvidence:
    """The evidence of both texts of a page. What a site makes of it is for the site to decide (stratum L1)."""
    day_first = month_first = ambiguous = 0
    for content in (document.page.content, document.declared.content):
        for match in _SHAPE.finditer(content):
            one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
            if not FIRST_NUMERIC_YEAR <= year <= LAST_NUMERIC_YEAR or one == two:
                continue
            as_day = edtf_of(CalendarDate(year, two, one)) is not None
            as_month = edtf_of(CalendarDate(year, one, two)) is not None
            if as_day and as_month:
                ambiguous += match["mark"] != "."
            elif as_day or as_month:
                day_first += as_day
                month_first += as_month
    return NumberEvidence(day_first, month_first, ambiguous)
