"""Years, decades and centuries that stand without a month."""

from __future__ import annotations

import re

from onrecord.finders.date_words import DateWords
from onrecord.languages.language import words as words_of

_YEARS = re.compile(r"(?P<first>\d{4})\s?[-–—]\s?(?P<last>\d{4})(?!\d)")
_DECADE = re.compile(r"(?P<decade>\d{3})0(?:['’]?s\b|-[ехыx]\w{0,2}\b)")
_YEAR_WORD = re.compile(r"\s{0,2}(?P<word>[^\W\d_]{1,8})\.?")
_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_]{1,20})")
_MONTH_BEFORE = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?(?:\s{0,3}\d{1,2}(?:st|nd|rd|th)?)?,?\s{0,3}$")
_LAST_WORD = re.compile(r"([^\W\d_]{1,20})\.?\s{1,2}[(\[\"“«]?$")
# Earlier numbers of four digits are counts far more often than years.
EARLIEST, LATEST = 1500, 2099
# A number after one of these counts or names something.
_COUNTS = words_of("""
    about almost approximately article articles at chapter exceed exceeded exceeding flight form least line most nearly
    no nos nr order over page pages paragraph part pp resolution resolutions room route rule section some than total
    under up worth каб кабинет около почти резолюция резолюции статья статьи стр более свыше
    """)
# A number before one of these counts it.
_COUNTED = words_of("""
    km kg m mm cm mw kw gw usd eur people persons percent per million billion thousand tonnes tons dollars euros hours
    days miles metres meters men women troops soldiers families students euro человек тысяч тыс млн км метров рублей
    тонн euros personnes personas menschen
    """)
# "the 2004 elections", "in 2010 floods struck": words before a year that a plural after it does not turn into a count.
_BEFORE_YEAR = words_of("the in of since until by from its their our this for during after before early late mid")


def year_at(text: str, start: int, words: DateWords) -> tuple[int, str, str] | None:
    """The end, EDTF and rule of the year, decade or run of years that begins with four digits at `start`."""
    if not _begins_free(text, start):
        return None
    if not _stands_free(text, start, start + 4):
        return _years(text, start)
    year = int(text[start : start + 4])
    behind = _YEAR_WORD.match(text, start + 4)
    if not _is_plausible(year) or _is_of_refused_date(text, start, words):
        return None
    if behind and behind["word"].casefold() in words.year_words:
        return behind.end(), f"{year}", "year"
    if _is_count(text, start):
        return None
    return start + 4, f"{year}", "year"


def _years(text: str, start: int) -> tuple[int, str, str] | None:
    decade = _DECADE.match(text, start)
    if decade and _is_plausible(int(decade["decade"]) * 10):
        return decade.end(), f"{decade['decade']}X", "decade"
    run = _YEARS.match(text, start)
    if run is None or not _stands_free(text, run.start("last"), run.end()):
        return None
    first, last = int(run["first"]), int(run["last"])
    return (run.end(), f"{first}/{last}", "years") if _is_plausible(first) and first < last <= LATEST else None


def _is_plausible(year: int) -> bool:
    return EARLIEST <= year <= LATEST


def _begins_free(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before == " " and text[start - 2 : start - 1].isdigit():
        return False  # "495 12 05 2021"
    return not before or not (before.isalnum() or before in "./-–$€£₽#№§:,+_&=%@\\")


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether the digits start:end end as a word does, and neither a number, nor a code, nor a run of years goes on."""
    behind = text[end : end + 2]
    if behind[:1].isalnum() or behind[:1] in {"_", "%", "=", "@"}:
        return False
    return not (behind[:1] in "-–—.,:/" and behind[1:].isdigit()) and not _YEARS.match(text, start)


def _is_count(text: str, start: int) -> bool:
    before = _LAST_WORD.search(text[max(0, start - 26) : start])
    last = before[1].casefold() if before else ""
    if last in _COUNTS:
        return True
    follower = _NEXT_WORD.match(text, start + 4)
    if follower is None:
        return False
    word = follower[1]
    return word.casefold() in _COUNTED or (word.islower() and word.endswith("s") and last not in _BEFORE_YEAR)


def _is_of_refused_date(text: str, start: int, words: DateWords) -> bool:
    """Whether a month stands before the year: the grammar read no date there, so there is none ("31 February 2024")."""
    match = _MONTH_BEFORE.search(text, max(0, start - 26), start)
    return match is not None and match["month"].casefold() in words.months
