"""Date strings: every stretch of a text that names a day, a month, a year or a run of days, read without context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.finders.date_addresses import compact_at, seconds_at, year_in_address
from onrecord.finders.date_grammar import (
    DateString,
    Precision,
    clock_before,
    dated,
    is_numbered,
    readings_of,
    timed_before,
    with_weekday,
)
from onrecord.finders.date_numbers import NumberEvidence, number_evidence
from onrecord.finders.date_relative import relative_at
from onrecord.finders.date_values import FIRST_NUMERIC_YEAR, LAST_NUMERIC_YEAR, edtf_of
from onrecord.finders.date_words import DateWords, date_words
from onrecord.finders.date_years import year_at
from onrecord.types import NumberOrder, Text

__all__ = ["DateString", "NumberEvidence", "Precision", "find_dates", "number_evidence"]

# Where a date can begin: digits and words. Two branches of single classes: linear in the text.
_ANCHOR = re.compile(r"\d+|[^\W\d_]+")
# The longest word of a date; longer ones are never looked up.
_LONGEST_WORD = 13
# The shortest word that ends in the name of a month.
_SHORTEST_GLUED = 4


def find_dates(
    text: Text, *, number_order: NumberOrder | None = None, languages: Sequence[str] | None = None
) -> list[DateString]:
    """Every date string of `text`, in text order, never overlapping.

    number_order  how 05/06/2024 is read; None leaves it undecided, with both readings as rivals
    languages     BCP 47 codes whose words apply, besides English; None = all that we have

    What is not in the calendar (31 February) is no date. Linear in the length of the text.
    """
    return list(_scan(text, date_words(languages), number_order))


def _scan(text: Text, words: DateWords, order: NumberOrder | None) -> Iterator[DateString]:
    content, done = text.content, 0
    starts = words.starts
    for anchor in _ANCHOR.finditer(content):
        # Nearly every word is none of a date: they are let go here, at the price of a look-up and no call.
        word = anchor.group()
        is_number, is_start = word[0].isdigit(), len(word) <= _LONGEST_WORD and word.casefold() in starts
        if not is_number and not is_start and (len(word) < _SHORTEST_GLUED or word[1:].islower()):
            continue
        start, end = anchor.span()
        if start < done:
            continue
        if is_number:
            found = _from_number(text, start, end, words, order)
        elif is_start:
            found = _from_word(text, start, end, words, order, done)
        else:
            found = _from_glued_word(text, start, end, words)
        if found is not None:
            done = found.span.end
            yield found


def _from_number(text: Text, start: int, end: int, words: DateWords, order: NumberOrder | None) -> DateString | None:
    content, run = text.content, end - start
    if run in (8, 10):
        return _from_address(text, start, run, order)
    if (
        run > 4
        or run == 3
        or (content[start - 1 : start] in (".", ",", ":") and content[start - 2 : start - 1].isdigit())
    ):
        return None  # no date begins inside a longer number, an IP address or a time of day
    clock = clock_before(content, start, run)
    if clock is not None:
        found = timed_before(text, start, clock, words, order)
        if found is not None:
            return found
    found = dated(text, start, start, words, order)
    return _year(text, start, words) if found is None and run == 4 else found


def _year(text: Text, start: int, words: DateWords) -> DateString | None:
    content, end = text.content, start + 4
    if year_in_address(content, start):
        year = content[start:end]
        recent = FIRST_NUMERIC_YEAR <= int(year) <= LAST_NUMERIC_YEAR
        return DateString(text.span(start, end), f"{int(year)}", "year", "year") if recent else None
    found = year_at(content, start, words)
    if found is None or is_numbered(content, start):
        return None
    end, edtf, rule = found
    precision: Precision = "interval" if "/" in edtf else "decade" if edtf.endswith("X") else "year"
    return DateString(text.span(start, end), edtf, precision, rule)


def _from_address(text: Text, start: int, run: int, order: NumberOrder | None) -> DateString | None:
    content, span = text.content, text.span(start, start + run)
    seconds = seconds_at(content, start, run)
    if seconds:
        return DateString(span, seconds, "moment", "unix seconds", hour=seconds[11:19], offset="Z")
    core = compact_at(content, start, run, order)
    if core is None:
        return None
    if core.readings:
        return DateString(span, None, "undecided", core.rule, readings_of(core))
    return DateString(span, edtf_of(core.first), "day", core.rule)


def _from_word(
    text: Text, start: int, end: int, words: DateWords, order: NumberOrder | None, done: int
) -> DateString | None:
    found = with_weekday(text, start, end, words, order) or dated(text, start, start, words, order)
    if found is not None:
        return found
    relative = relative_at(text.content, start, end, words)
    if relative is None or relative.start < done:
        return None
    span = text.span(relative.start, relative.end)
    return DateString(span, None, "relative", "relative", weekday=relative.weekday, days=relative.days)


def _from_glued_word(text: Text, start: int, end: int, words: DateWords) -> DateString | None:
    """A date whose month is glued to the word before it ("ReleaseJuly 25, 2024")."""
    word = text.content[start:end]
    if word[1:].islower() or word.islower() or word.isupper():
        return None
    for at in range(len(word) - 3, 0, -1):
        if word[at].isupper() and word[at - 1].islower():
            return dated(text, start + at, start + at, words, None) if word[at:].casefold() in words.months else None
    return None
