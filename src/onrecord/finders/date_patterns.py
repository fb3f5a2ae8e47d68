"""The patterns of dates: what stands where, in which words and signs."""

from __future__ import annotations

import re

# Every quantifier is bounded, so that a match costs the same in a text of any length.
_DAY = r"(?P<day>\d{1,2})(?!\d)(?:st\b|nd\b|rd\b|th\b|er\b|º|°|(?P<dot>\.)|-?го\b)?"
# The second half is "آب/أغسطس" (both Arabic calendars' names) or a month of two words ("كانون الثاني").
_MONTH = r"(?P<month>[^\W\d_]{2,12}(?:\s(?:الثاني|الأول))?)(?:/[^\W\d_]{3,12})?\.?"
_OF = r"(?:(?:of|de|del|day\s+of)\s{1,3})?"
_JOIN = r"(?:,?\s{0,3}" + _OF + r"|[-–./])"
# Four digits; more follow only where a second copy of the line or a counter is glued on ("2 May 20202 May 2020").
_YEAR = r"(?:,?\s{0,3}" + _OF + r"|[-–./])(?P<year>\d{4}(?!\d)|20\d\d(?=\d{1,2}[^\d]))"
_TO = r"\s{0,2}(?:[-–—]|\b(?:to|and|until|till|до|по|и|bis|und|au|et|al|a|y|e)\b)\s{0,2}"
ROMAN_MONTHS = dict(
    zip(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), range(1, 13), strict=True)
)

DAY_MONTH_YEAR = re.compile(_DAY + _JOIN + _MONTH + f"(?:{_YEAR})?")
DAYS_MONTH_YEAR = re.compile(
    r"(?P<first>\d{1,2})(?!\d)(?:st|nd|rd|th|er|\.)?(?P<to>" + _TO + ")" + DAY_MONTH_YEAR.pattern
)
MONTH_DAY_YEAR = re.compile(
    _MONTH
    + r"(?P<gap>[\s-]{0,3})(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?"
    + f"(?:(?P<to>{_TO})(?P<last>\\d{{1,2}})(?!\\d)(?:st|nd|rd|th)?)?(?:{_YEAR})?"
)
MONTH_YEAR = re.compile(_MONTH + r",?\s{1,3}" + _OF + r"(?P<year>\d{4})(?!\d)")
# "2020 жылғы 2 желтоқсан", "2022-May-14"
YEAR_DAY_MONTH = re.compile(
    r"(?P<year>\d{4})\s{1,2}(?P<word>[^\W\d_]{1,8})\.?\s{1,2}(?P<day>\d{1,2})[\s-]{1,2}" + _MONTH
)
YEAR_MONTH_DAY = re.compile(r"(?P<year>\d{4})[\s-]" + _MONTH + r"[\s-](?P<day>\d{1,2})(?!\d)")
YEAR_MONTH = re.compile(r"(?P<year>\d{4})\s{1,2}(?P<word>[^\W\d_]{1,8})\.?\s{1,2}" + _MONTH)
SHORT_YEAR = re.compile(r"(?P<day>\d{1,2})-" + _MONTH.replace(r"\.?", "") + r"-(?P<year>\d{2})(?!\d)")
ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-–/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
DOTTED = re.compile(
    r"(?P<one>\d{1,2})\.(?P<gap>\s?)(?P<two>\d{1,2})\.(?P=gap)(?P<year>\d{4}(?!\d)|20\d\d(?=\d{1,2}\.\d)|\d{2}(?!\d))"
)
SLASHED = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[-–/])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}(?!\d)|20\d\d(?=\d{1,2}/\d))"
)
ROMAN = re.compile(r"(?P<day>\d{1,2})[.\s/-](?P<month>[IVX]{1,4})[.\s/-](?P<year>\d{4})(?!\d)")
IDEOGRAPHS = re.compile(
    r"(?P<year>\d{4})\s?[年년](?:\s?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日号號일])?)?"
)
IDEOGRAPH_DAY = re.compile(r"(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]")
# A day before the month that made no date with it: there is no such day, so the month is not one either.
DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?[\s.-]{0,3}$")
# Words that join two days without saying that what lies between belongs to them.
AND = frozenset({"and", "и", "und", "et", "y", "e"})
