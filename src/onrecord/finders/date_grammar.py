"""One date at one place of a text: its shape, the end of its interval, the time of day beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.finders.date_addresses import is_in_address, month_at
from onrecord.finders.date_clock import AFTER, BEFORE, JOINT, Clock, clock_from, moment, zone_at
from onrecord.finders.date_shapes import Core, number_core, word_core
from onrecord.finders.date_values import edtf_of, interval_of
from onrecord.finders.date_words import WORD, DateWords
from onrecord.types import NumberOrder, Span, Text

Precision = Literal["moment", "day", "month", "year", "decade", "interval", "relative", "undecided"]


@dataclass(frozen=True, slots=True)
class DateString:
    """One date as a text writes it.

    edtf       "2024-03-05", "2024-03", "2024", "2024-07-29/2024-07-30", "2018-04-22T17:29:23+01:00", "XXXX-07-05" (no
               year), "193X" (a decade); None when it needs an anchor or its numbers can be read in two ways
    rule       the shape that read it
    rivals     the readings of a date whose order of numbers is not decided, day first
    hour       the time of day as written, on the 24-hour clock ("13:04"), None when the text has none
    offset     its zone ("+06:00", "Z"), None when the text does not say
    weekday    the weekday written beside the date, or the one that relative words name; 1 is Monday
    days       for relative words: days from the day of writing
    """

    span: Span
    edtf: str | None
    precision: Precision
    rule: str
    rivals: tuple[str, ...] = ()
    hour: str | None = None
    offset: str | None = None
    weekday: int | None = None
    days: int | None = None

    @property
    def is_yearless(self) -> bool:
        """Whether the year has to come from somewhere else."""
        return self.edtf is not None and self.edtf.startswith("XXXX")


_TO = re.compile(r"\s{0,2}(?:[-–—]|(?:to|until|till|through|до|по|bis|au|al|a)\s)\s{0,2}")
_WEEKDAY_GAP = re.compile(r"\.?,?\s{1,3}|,")
# A full stop belongs to an abbreviation ("2024 г.").
_YEAR_WORD = re.compile(r"\s{0,2}(?P<word>[^\W\d_]{1,6})(?:(?<=\b\w)\.|(?<=\b\w\w)\.)?")
# What stands before a number that is none of a date: "No. 12/05/2021", "v1.2.2023", "$10 March".
_NUMBERED = re.compile(
    r"(?:[$€£₽#№§]|\b(?:no|nr|nos|ref|art|tel|fax|ip|isbn|issn|v|ver|version|версия|тел|прот)\.?:?)\s{0,2}$",
    re.IGNORECASE,
)


def dated(text: Text, at: int, start: int, words: DateWords, order: NumberOrder | None) -> DateString | None:
    """The date whose digits or month begin at `at`, from `start` on, with its interval's end or its time of day."""
    core = _core(text.content, at, words, order)
    if core is None:
        return None
    if core.last is None and not core.readings:
        interval = _interval(text, core, start, words, order)
        if interval is not None:
            return interval
    span = text.span(start, _with_year_word(text.content, core, words))
    if core.readings:
        return _timed_after(DateString(span, None, "undecided", core.rule, readings_of(core)), text)
    edtf = edtf_of(core.first) if core.last is None else interval_of(core.first, core.last)
    found = DateString(span, edtf, _precision(core), core.rule)
    if edtf is None:
        return None
    return _timed_after(found, text) if found.precision == "day" else found


def _precision(core: Core) -> Precision:
    if core.last is not None:
        return "interval"
    return "day" if core.first.day else "month" if core.first.month else "year"


def readings_of(core: Core) -> tuple[str, ...]:
    """The readings of an undecided date as EDTF, day first."""
    return tuple(edtf for reading in core.readings if (edtf := edtf_of(reading)))


def _core(content: str, at: int, words: DateWords, order: NumberOrder | None) -> Core | None:
    if not content[at : at + 1].isdigit():
        return word_core(content, at, words)
    run = 1
    while run < 5 and content[at + run : at + run + 1].isdigit():
        run += 1
    core = number_core(content, at, run, words, order) or (month_at(content, at) if run == 4 else None)
    return None if core is None or _is_part_of_number(content, at, core) else core


def _interval(text: Text, core: Core, start: int, words: DateWords, order: NumberOrder | None) -> DateString | None:
    """The interval that begins with `core`: "29 July - 2 August 2024" lends its year to the first day."""
    to = _TO.match(text.content, core.end)
    last = _core(text.content, to.end(), words, order) if to and core.first.day else None
    if last is None or last.last is not None or last.readings or last.first.day is None:
        return None
    first = core.first if core.first.year else core.first._replace(year=last.first.year)
    edtf = interval_of(first, last.first)
    end = _with_year_word(text.content, last, words)
    return DateString(text.span(start, end), edtf, "interval", f"{core.rule} to {last.rule}") if edtf else None


def timed_before(
    text: Text, start: int, clock: Clock, words: DateWords, order: NumberOrder | None
) -> DateString | None:
    """The date that follows the time of day at `start` ("16:29, 14 May 2012 | GMT +6")."""
    content = text.content
    joint = JOINT.match(content, clock.end)
    at = joint.end() if joint else clock.end
    weekday = WORD.match(content, at)
    day = words.weekdays.get(weekday.group().casefold()) if weekday else None
    if weekday and day and (gap := _WEEKDAY_GAP.match(content, weekday.end())):
        at = gap.end()
    found = dated(text, at, start, words, order)
    if found is None or found.precision not in ("day", "undecided") or found.hour:
        return None
    if clock.offset is None:
        offset, end = zone_at(content, found.span.end)
        clock = clock._replace(offset=offset)
        found = replace(found, span=text.span(start, end))
    return _timed(replace(found, weekday=day), clock)


def clock_before(content: str, start: int, run: int) -> Clock | None:
    """The time of day whose hour is the `run` digits at `start`; None when they are something else."""
    if run > 2 or content[start + run : start + run + 1] not in (":", " "):
        return None
    match = BEFORE.match(content, start)
    return clock_from(match, content) if match else None


def with_weekday(text: Text, start: int, end: int, words: DateWords, order: NumberOrder | None) -> DateString | None:
    """The date behind the weekday start:end ("Wed, 03 Aug 2022"); None when the word is no weekday or none follows."""
    weekday = words.weekdays.get(text.content[start:end].casefold())
    gap = _WEEKDAY_GAP.match(text.content, end) if weekday else None
    found = dated(text, gap.end(), start, words, order) if gap else None
    return replace(found, weekday=weekday) if found is not None else None


def is_numbered(content: str, start: int) -> bool:
    """Whether a word or sign before `start` says that the number there is no date."""
    return _NUMBERED.search(content, max(0, start - 12), start) is not None


def _timed_after(found: DateString, text: Text) -> DateString:
    """`found` with the time of day that follows it, when one does."""
    match = AFTER.match(text.content, found.span.end)
    clock = clock_from(match, text.content) if match else None
    return _timed(replace(found, span=text.span(found.span.start, clock.end)), clock) if clock else found


def _timed(found: DateString, clock: Clock) -> DateString:
    """`found` with its time of day; a day without its year stays a day, for EDTF has no such moment."""
    timed = replace(found, hour=clock.hour, offset=clock.offset)
    if found.edtf is None:
        return replace(timed, rivals=tuple(moment(day, clock.hour, clock.offset) for day in found.rivals))
    if found.is_yearless:
        return timed
    return replace(timed, edtf=moment(found.edtf, clock.hour, clock.offset), precision="moment")


def _with_year_word(content: str, core: Core, words: DateWords) -> int:
    """Where `core` ends with the word that goes with its year ("15 мая 2024 года"), or where it ends by itself."""
    year = (core.last or core.first).year
    match = _YEAR_WORD.match(content, core.end) if year and content[core.end - 1].isdigit() else None
    return match.end() if match and match["word"].casefold() in words.year_words else core.end


def _is_part_of_number(content: str, start: int, core: Core) -> bool:
    """Whether a date of numbers is a piece of a longer number, of a code or of a path that is none of an address."""
    before, behind = content[max(0, start - 2) : start], content[core.end : core.end + 2]
    if is_numbered(content, start):
        return True
    if before[-1:] in "./-–,:+_" and before[-1:] and before[:-1].isdigit():
        return True
    if any(letter.isalpha() for letter in content[start : core.end]):
        return False
    if before[-1:] in ("/", "-") and not is_in_address(content, start):
        return before[:-1].isalnum()
    if behind[:1] in ("/", "-", ".", "–") and behind[1:].isdigit():
        return not is_in_address(content, start)
    return False
