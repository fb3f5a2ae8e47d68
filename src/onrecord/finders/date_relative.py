"""Words that count from the day of writing: today, last week, three days ago, вчера, в понедельник."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from onrecord.finders.date_values import shifted
from onrecord.finders.date_words import WORD, DateWords
from onrecord.languages.language import words as words_of

_GAP = re.compile(r"[ \t\u00a0'’-]{1,3}(?=[^\W\d_])")
# "three days ago", "два дня назад", "2 weeks ago", with the number and the unit before "ago"
_AGO = re.compile(r"(?:(?P<digits>\d{1,2})|(?P<word>[^\W\d_]{1,7}))\s{1,2}(?P<unit>[^\W\d_]{2,8})\s{1,2}$")
_UNIT_DAYS = {"day": 1, "week": 7}


class Relative(NamedTuple):
    """Where relative words begin and end, and what they count: days from the day of writing, or a day of its week."""

    start: int
    end: int
    days: int | None
    weekday: int | None


def relative_at(text: str, start: int, end: int, words: DateWords) -> Relative | None:
    """The relative words whose first word is start:end (or, for "ago", whose last is); None when they are none."""
    word = text[start:end]
    folded = word.casefold()
    if folded in words.ago:
        return _ago(text, start, end, words)
    for rest, days, weekday in words.phrases.get(folded, ()):
        stop = _after(text, end, rest)
        if stop is None or (weekday and not rest and word.islower() and folded in _NEED_CAPITAL):
            continue
        if not rest and _is_in_name(text, start, word):
            continue
        return Relative(start, stop, days, weekday)
    return None


def resolved(days: int | None, weekday: int | None, anchor: date) -> str | None:
    """The day that relative words mean when written on `anchor`: a weekday is the last one, that day included."""
    if days is not None:
        return shifted(anchor, days)
    if weekday is not None:
        return shifted(anchor, -((anchor.isoweekday() - weekday) % 7))
    return None


def _ago(text: str, start: int, end: int, words: DateWords) -> Relative | None:
    match = _AGO.search(text[max(0, start - 24) : start])
    if match is None:
        return None
    unit = words.units.get(match["unit"].casefold())
    number = int(match["digits"]) if match["digits"] else words.numerals.get(match["word"].casefold())
    if unit is None or number is None:
        return None
    days = -number * _UNIT_DAYS[unit] if unit == "day" else None
    return Relative(start - len(match[0]), end, days, None)


def _after(text: str, end: int, rest: tuple[str, ...]) -> int | None:
    for expected in rest:
        gap = _GAP.match(text, end)
        word = WORD.match(text, gap.end()) if gap else None
        if word is None or word.group().casefold() != expected:
            return None
        end = word.end()
    return end


def _is_in_name(text: str, start: int, word: str) -> bool:
    """Whether a capital word follows another on its line: the names of papers and channels end in such words."""
    if not word[0].isupper() or start < 2 or text[start - 1] not in " \u00a0":
        return False
    before = WORD.findall(text[max(0, start - 16) : start - 1])
    return bool(before) and before[-1][0].isupper() and text[start - 2].isalpha()


# English days of the week are written with a capital; "sun" and "sat" in small letters are other words.
_NEED_CAPITAL = words_of("monday tuesday wednesday thursday friday saturday sunday")
