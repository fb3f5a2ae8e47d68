"""A language as data: what finders ask it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Keys are case-folded; every inflected and abbreviated form that pages use is an entry of its own.

    code      BCP 47
    months    form -> 1 to 12, abbreviations without their full stop
    weekdays  form -> 1 (Monday) to 7
    quotes    pairs of quotation marks, outermost first
    cues      verbs and phrases that attribute words, every form that is used to do so
    offices   words that begin or make an office title ("minister", "secretary")
    """

    code: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    quotes: tuple[tuple[str, str], ...] = ()
    cues: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
