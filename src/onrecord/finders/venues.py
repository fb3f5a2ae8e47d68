"""Where an item says it was spoken or issued: a dateline, or a city beside a day."""

from __future__ import annotations

import re

from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, words_of
from onrecord.finders.voices import head
from onrecord.languages import Language
from onrecord.types import Party, Reading, Span

# "GENEVA, 5 March –", "YEREVAN, September 30. /TASS/", "МОСКВА, 13 янв -": a city in capitals, then a day or an agency.
DATELINE = re.compile(
    r"(?P<city>[^\W\d_a-zа-я]{3,}(?:[ -][^\W\d_a-zа-я]{2,}){0,2})"
    r"(?:,\s(?=[^\n]{0,30}\d)[^\n]{2,40}?[\s.]*(?:[—–-]|/|\()|\s*(?:\([^)\n]{2,30}\)\s*)?[—–]\s)"
)
DAY = re.compile(r",?\s+(?:on\s+|am\s+|le\s+|el\s+)?(?P<rest>[^\n]{0,24})")
NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|\.)?\s+[^\W\d_]{3,}|[^\W\d_]{3,}\s+\d{1,2}\b")


def place(reading: Reading, paras: list[Paragraph], language: Language) -> Party | None:
    """The place of the item, as written: the dateline's city, or "in Geneva on 5 March"; None when it states none."""
    page = reading.document.page
    for para in head(paras):
        dateline = DATELINE.match(page.content, para.start, para.end)
        if dateline:
            return _party(reading, page.span(*dateline.span("city")), "the dateline begins with it")
    for para in head(paras)[:3]:
        words = words_of(page.content, para.start, min(para.end, para.start + 600))
        for number, word in enumerate(words[:-1]):
            span = _city(reading, words, number + 1, language) if word.folded in language.locatives else None
            if span:
                return _party(reading, span, "it stands beside the day on which this happened")
    return None


def _city(reading: Reading, words: list[Word], first: int, language: Language) -> Span | None:
    """The capitalised words from `first` on, when a day follows them at once."""
    page, last = reading.document.page, first
    while (
        last < len(words) and last < first + 3 and words[last].is_capital and words[last].folded not in language.months
    ):
        last += 1
        if last < len(words) and page.content[words[last - 1].end : words[last].start] != " ":
            break
    if last == first or words[first].folded in language.weekdays or words[first].folded in language.determiners:
        return None
    after = DAY.match(page.content, words[last - 1].end)
    if after is None or not NUMBER.match(after.group("rest")):
        return None
    month = [word.folded for word in words[last : last + 4]]
    if not any(word in language.months for word in month):
        return None
    return page.span(words[first].start, words[last - 1].end)


def _party(reading: Reading, span: Span, why: str) -> Party:
    return Party("place", reading.document.page.words(span), "stated", how="text", spans=(span,), why=why)
