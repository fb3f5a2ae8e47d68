"""The day that a quotation's own sentence gives for the saying: "said on 5 March 2024"."""

from __future__ import annotations

import re

from onrecord.finders.date_strings import find_dates
from onrecord.finders.sentences import sentence_ends, words_of
from onrecord.languages import Language
from onrecord.types import Attribution, Reading, Span, Text, When

DIGIT = re.compile(r"\d")
# How far from the cue its sentence is read, in code points.
REACH = 300
# Words between the cue or its source and the day: "told reporters here on 5 March 2024". More tell of something else.
MOST_WORDS_BETWEEN = 4
# Code points before a day with which a sentence begins: "On 5 March 2024, the minister said".
SHORTEST_LEAD = 4


def day_of(reading: Reading, attribution: Attribution, language: Language) -> When | None:
    """The day, stated with its year beside the cue; None when the sentence states none, or more than one.

    A day elsewhere in the sentence may be that of what is spoken about, so only two places count: right behind the
    cue and its source, and the very beginning of the sentence.
    """
    cue = attribution.cue
    if cue is None:
        return None
    start, end = _sentence(reading, attribution, cue)
    if DIGIT.search(reading.document.page.content, start, end) is None:
        return None
    sentence = Text.of(reading.document.page.content[start:end])
    dates = [
        found for found in find_dates(sentence, languages=[language.code]) if _outside(found.span, start, attribution)
    ]
    if len(dates) != 1 or dates[0].precision != "day" or dates[0].edtf is None or dates[0].is_yearless:
        return None
    day = reading.document.page.span(start + dates[0].span.start, start + dates[0].span.end)
    if not (day.start - start <= SHORTEST_LEAD or _behind(reading, attribution, cue, day, language)):
        return None
    return When(dates[0].edtf, "stated", "text", day, why="the sentence of the cue states the day")


def _outside(span: Span, shift: int, attribution: Attribution) -> bool:
    return not any(part.start < shift + span.end and shift + span.start < part.end for part in attribution.content)


def _behind(reading: Reading, attribution: Attribution, cue: Span, day: Span, language: Language) -> bool:
    source = attribution.source
    begin = max(cue.end, source.end if source and source.start < day.start else cue.end)
    if day.start < begin:
        return False
    between = words_of(reading.document.page.content, begin, day.start)
    blocked = any(word.folded in language.complements or word.folded in language.cues for word in between)
    return len(between) <= MOST_WORDS_BETWEEN and not blocked


def _sentence(reading: Reading, attribution: Attribution, cue: Span) -> tuple[int, int]:
    """The sentence around the cue, from the end of the content before it to its own end."""
    text, item = reading.document.page.content, reading.item.span
    before = [span.end for span in attribution.content if span.end <= cue.start]
    if before:
        start = max(before)
    else:
        start = max(item.start, cue.start - REACH, text.rfind("\n", 0, cue.start) + 1)
        ends = [end for end in sentence_ends(text, start, cue.start + 1) if end <= cue.start]
        start = ends[-1] if ends else start
    start += len(text[start : cue.start]) - len(text[start : cue.start].lstrip(" \t,\u00a0"))
    return start, sentence_ends(text, cue.end, min(item.end, cue.end + REACH))[0]
