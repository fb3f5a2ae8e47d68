"""The words that dates are made of, looked up in the languages that apply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from onrecord.finders import date_labels
from onrecord.languages import LANGUAGES, Language

# What a date's words are told apart by; an apostrophe parts "aujourd'hui" into two.
WORD = re.compile(r"[^\W\d_]+")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class DateWords:
    """The tables of several languages as one, keys case-folded; where two languages differ, the earlier one decides.

    short      abbreviated months: a day beside them is a date only with more evidence
    english    English months, which are names and verbs too: in small letters they need a day and a year
    dotted     months beside which a day bears a full stop ("5. August")
    phrases    first word -> (the words after it, days from the day of writing or None, weekday or None), longest first
    published_labels, modified_labels  longest first
    other_days words before a date that is not the day of what is told ("since", "until")
    starts     every word at which a date may begin, numbers aside
    """

    months: Mapping[str, int]
    short: frozenset[str]
    english: frozenset[str]
    dotted: frozenset[str]
    weekdays: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], int | None, int | None], ...]]
    ago: frozenset[str]
    units: Mapping[str, str]
    numerals: Mapping[str, int]
    year_words: frozenset[str]
    published_labels: tuple[str, ...]
    modified_labels: tuple[str, ...]
    other_days: frozenset[str]
    starts: frozenset[str]


def date_words(languages: Sequence[str] | None) -> DateWords:
    """The words of `languages` and of English; of every language we have when `languages` is None or unknown to us.

    Only the first part of a BCP 47 code counts.
    """
    known = [code.split("-")[0].lower() for code in languages or ()]
    chosen = [code for code in LANGUAGES if code in known]
    return _merged(tuple(dict.fromkeys([*chosen, "en"])) if chosen else tuple(LANGUAGES))


@lru_cache(maxsize=64)
def _merged(codes: tuple[str, ...]) -> DateWords:
    languages: list[Language] = [LANGUAGES[code] for code in codes]
    others = (date_labels.PUBLISHED, date_labels.MODIFIED) if codes == tuple(LANGUAGES) else ()
    months = _joined([language.months for language in languages])
    weekdays = _joined([language.weekdays for language in languages])
    phrases = _phrases(languages)
    ago = frozenset().union(*(language.ago for language in languages))
    first_words = {form.split()[0] for form in months}
    return DateWords(
        months=months,
        short=frozenset().union(*(_short(language) for language in languages)),
        english=frozenset(LANGUAGES["en"].months),
        dotted=frozenset(form for language in languages if language.dotted_days for form in language.months),
        weekdays=weekdays,
        phrases=phrases,
        ago=ago,
        units=_joined([language.units for language in languages]),
        numerals=_joined([language.numerals for language in languages]),
        year_words=frozenset().union(*(language.year_words for language in languages)),
        published_labels=_longest_first([*(language.published_labels for language in languages), *others[:1]]),
        modified_labels=_longest_first([*(language.modified_labels for language in languages), *others[1:]]),
        other_days=frozenset().union(*(language.other_days for language in languages)),
        starts=frozenset(first_words | set(weekdays) | set(phrases) | ago),
    )


def _joined(tables: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    joined: dict[str, Value] = {}
    for table in tables:
        for form, value in table.items():
            joined.setdefault(form, value)
    return joined


def _longest_first(listed: Iterable[frozenset[str]]) -> tuple[str, ...]:
    return tuple(sorted(frozenset().union(*listed), key=lambda label: (-len(label), label)))


def _short(language: Language) -> frozenset[str]:
    """Forms that begin another form of the same month: "jan", but not "may" and not "мая"."""
    return frozenset(
        form
        for form, month in language.months.items()
        if len(form) <= 4
        and any(other != form and other.startswith(form) and value == month for other, value in language.months.items())
    )


def _phrases(
    languages: Sequence[Language],
) -> dict[str, tuple[tuple[tuple[str, ...], int | None, int | None], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], int | None, int | None]]] = {}
    for language in languages:
        rows: list[tuple[str, int | None, int | None]] = [
            *((phrase, days, None) for phrase, days in language.relative.items()),
            *((phrase, None, None) for phrase in sorted(language.vague)),
            *((phrase, None, day) for phrase, day in language.on_weekday.items()),
        ]
        for phrase, days, weekday in rows:
            first, *rest = WORD.findall(phrase)
            found.setdefault(first, []).append((tuple(rest), days, weekday))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}
