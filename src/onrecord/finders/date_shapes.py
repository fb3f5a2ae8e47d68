"""The shapes in which a date is written, at one position of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.finders.date_patterns import (
    AND,
    DAY_BEFORE,
    DAY_MONTH_YEAR,
    DAYS_MONTH_YEAR,
    DOTTED,
    IDEOGRAPH_DAY,
    IDEOGRAPHS,
    ISO,
    MONTH_DAY_YEAR,
    MONTH_YEAR,
    ROMAN,
    ROMAN_MONTHS,
    SHORT_YEAR,
    SLASHED,
    YEAR_DAY_MONTH,
    YEAR_MONTH,
    YEAR_MONTH_DAY,
)
from onrecord.finders.date_values import FIRST_NUMERIC_YEAR, LAST_NUMERIC_YEAR, CalendarDate, edtf_of
from onrecord.finders.date_words import DateWords
from onrecord.types import NumberOrder


class Core(NamedTuple):
    """A date as its shape alone tells it: where it ends, its first and, for an interval, its last day.

    readings  what an undecided order of numbers allows, day first; `first` is then the day-first one, and no answer
    """

    end: int
    rule: str
    first: CalendarDate
    last: CalendarDate | None = None
    readings: tuple[CalendarDate, ...] = ()


def number_core(text: str, start: int, run: int, words: DateWords, order: NumberOrder | None) -> Core | None:
    """The date that begins with the `run` digits at `start`, bare years aside; None when none does."""
    if run == 4:
        return _year_first(text, start, words)
    if run > 2:
        return None
    follower = text[start + run : start + run + 1]
    if follower in "./-–" and text[start + run + 1 : start + run + 3].strip()[:1].isdigit():
        found = _numbers(text, start, order)
        if found is not None:
            return found
    return _day_first(text, start, words)


def word_core(text: str, start: int, words: DateWords) -> Core | None:
    """The date that begins with the month at `start`; None when none does."""
    match = MONTH_DAY_YEAR.match(text, start)
    if match and (month := _month(match["month"], words)):
        year = _whole(match["year"])
        first = CalendarDate(year, month, int(match["day"]))
        last = CalendarDate(year, month, int(match["last"])) if match["last"] else None
        in_words = match["month"].casefold() in words.english and match["gap"].isspace()
        if (year is not None or (in_words and _is_whole_date(match, text, words))) and edtf_of(first):
            if last is None or _are_run(first, last, match["to"]):
                return Core(match.end(), "month day year" if year else "month day", first, last)
            return Core(match.start("to"), "month day", first._replace(year=None))
    match = MONTH_YEAR.match(text, start)
    if match and (month := _month(match["month"], words)) and not DAY_BEFORE.search(text, max(0, start - 6), start):
        form = match["month"]
        if form.casefold() not in words.english or form[0].isupper():
            return Core(match.end(), "month year", CalendarDate(int(match["year"]), month))
    return None


def _day_first(text: str, start: int, words: DateWords) -> Core | None:
    match = SHORT_YEAR.match(text, start)
    if match and (month := _month(match["month"], words)):
        return Core(match.end(), "short year", CalendarDate(_century(match["year"]), month, int(match["day"])))
    for shape in (DAYS_MONTH_YEAR, DAY_MONTH_YEAR):
        match = shape.match(text, start)
        if match and (month := _month(match["month"], words)):
            return _worded(match, month, text, words)
    match = ROMAN.match(text, start)
    if match and match["month"] in ROMAN_MONTHS and _is_year(int(match["year"])):
        return Core(
            match.end(), "roman", CalendarDate(int(match["year"]), ROMAN_MONTHS[match["month"]], int(match["day"]))
        )
    match = IDEOGRAPH_DAY.match(text, start)
    if match is None:
        return None
    return Core(match.end(), "ideographs", CalendarDate(None, int(match["month"]), int(match["day"])))


def _worded(match: re.Match[str], month: int, text: str, words: DateWords) -> Core | None:
    """The day or the run of days that `match` of a shape with the day before the month reads."""
    year = _whole(match["year"])
    if year is None and not _is_whole_date(match, text, words):
        return None
    day = CalendarDate(year, month, int(match["day"]))
    if "first" in match.groupdict():
        first = day._replace(day=int(match["first"]))
        return Core(match.end(), "days month year", first, day) if _are_run(first, day, match["to"]) else None
    return Core(match.end(), "day month year" if year else "day month", day) if edtf_of(day) else None


def _year_first(text: str, start: int, words: DateWords) -> Core | None:
    year = int(text[start : start + 4])
    match = ISO.match(text, start)
    if match and _is_year(year):
        return Core(match.end(), "iso", CalendarDate(year, int(match["month"]), int(match["day"])))
    match = IDEOGRAPHS.match(text, start)
    if match and _is_year(year):
        return Core(match.end(), "ideographs", CalendarDate(year, _whole(match["month"]), _whole(match["day"])))
    for shape in (YEAR_DAY_MONTH, YEAR_MONTH_DAY, YEAR_MONTH):
        match = shape.match(text, start)
        if match is None or not (month := _month(match["month"], words)):
            continue
        parts = match.groupdict()
        if "word" in parts and parts["word"].casefold() not in words.year_words:
            continue
        return Core(match.end(), "year first", CalendarDate(year, month, _whole(parts.get("day"))))
    return None


def _numbers(text: str, start: int, order: NumberOrder | None) -> Core | None:
    """Day, month and year in numbers. Full stops put the day first; slashes and dashes do as the site does.

    On a site that puts the month first a date with full stops is not decided either.
    """
    match = DOTTED.match(text, start)
    if match:
        if len(match["year"]) == 2 and (match["gap"] or len(match["one"] + match["two"]) < 4):
            return None
        year, rule = _century(match["year"]), "dotted"
        order = None if order == "month" else "day"
    else:
        match = SLASHED.match(text, start)
        if match is None:
            return None
        year, rule = int(match["year"]), "slashed"
    one, two = int(match["one"]), int(match["two"])
    pair = CalendarDate(year, two, one), CalendarDate(year, one, two)
    readings = tuple(dict.fromkeys(reading for reading in pair if edtf_of(reading)))
    if not _is_year(year) or not readings:
        return None
    if len(readings) == 1 or order == "day":
        return Core(match.end(), rule, readings[0])
    if order == "month":
        return Core(match.end(), rule, readings[1])
    return Core(match.end(), rule, readings[0], None, readings)


def _month(form: str, words: DateWords) -> int | None:
    return words.months.get(form.casefold())


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _is_year(year: int) -> bool:
    return FIRST_NUMERIC_YEAR <= year <= LAST_NUMERIC_YEAR


def _century(digits: str) -> int:
    """The year that two digits stand for: 1950 to 2049, the split that POSIX and most clocks near it use."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _are_run(first: CalendarDate, last: CalendarDate, joint: str) -> bool:
    """Whether two days of a month, so joined, are one run of days: "25 and 26 July" are, "25 and 28 July" are not."""
    if first.day is None or last.day is None or edtf_of(first) is None or edtf_of(last) is None:
        return False
    return last.day == first.day + 1 if joint.strip().casefold() in AND else last.day > first.day


def _is_whole_date(match: re.Match[str], text: str, words: DateWords) -> bool:
    """Whether a day and a month without a year are evidence enough.

    English months are words of other kinds too, so they need their capital; so do abbreviations in Latin letters.
    A day with a full stop before an English month is the number of a list entry ("5. March").
    """
    form = match["month"]
    folded = form.casefold()
    if form[0].islower() and (folded in words.english or (folded in words.short and form.isascii())):
        return False
    if match.groupdict().get("dot") and folded not in words.dotted:
        return False
    behind = text[match.end() : match.end() + 2]
    return not (behind[:1].isdigit() or behind[:1] == "%" or (behind[:1] in ".,:/-" and behind[1:].isdigit()))
