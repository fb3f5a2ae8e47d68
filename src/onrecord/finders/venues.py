"""Where an item says it was spoken or issued: a dateline, or a city beside a day."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.finders.head_lines import HeadLine
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, sentence_ends, words_of
from onrecord.finders.voices import head
from onrecord.languages import Language
from onrecord.layouts.shape_words import listed
from onrecord.types import Party, Reading, Span

# "GENEVA, 5 March –", "YEREVAN, September 30. /TASS/", "МОСКВА, 13 янв -": a city in capitals, then a day or an agency.
DATELINE = re.compile(
    r"(?P<city>[^\W\d_a-zа-я]{3,}(?:[ -][^\W\d_a-zа-я]{2,}){0,2})"
    r"(?:,\s(?=[^\n]{0,30}\d)[^\n]{2,40}?[\s.]*(?:[—–-]|/|\()|\s*(?:\([^)\n]{2,30}\)\s*)?[—–]\s)"
)
CITY_AND_DAY = re.compile(
    r"^[(\s]*(?P<city>[^\W\d_a-zа-яё][^\W\d_]+(?:[ -][^\W\d_a-zа-яё][^\W\d_]+){0,2}), "
    r"(?:\d{1,2}(?:st|nd|rd|th)? [^\W\d_]+,? \d{4}|[^\W\d_]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4})[)\s]*$",
    re.MULTILINE,
)
# What stands in capitals before a dash and is no city: "MEDIA ADVISORY –".
NO_CITY = listed("media advisory press release news statement update breaking exclusive video photo watch live")
# "Washington, D.C.", "Port Ellis": up to three words in capitals, and the letters of what it lies in.
CITY_NAME = re.compile(
    r"[^\W\d_a-zа-яё][^\W\d_]+(?:[ -][^\W\d_a-zа-яё][^\W\d_]+){0,2}(?:, (?:[A-Z]\.){1,3}|, [A-Z]{2}\b)?"
)
MET = listed("met meets hosted received welcomed встретился встретилась встретились принял приняла")
PURPOSE = listed("to and where during regarding чтобы и где")
DAY = re.compile(r",?\s+(?:on\s+|am\s+|le\s+|el\s+)?(?P<rest>[^\n]{0,24})")
NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|\.)?\s+[^\W\d_]{3,}|[^\W\d_]{3,}\s+\d{1,2}\b")


def place(reading: Reading, paras: list[Paragraph], lines: list[HeadLine], language: Language) -> Party | None:
    """The place of the item, as written; None when it states none.

    A line of the head names it, or the dateline's city, "in Geneva on 5 March", or where a readout's two sides met.
    """
    page = reading.document.page
    placed = reading.item.kind not in {"news", "report", "other", "filler", "listing"}
    line = next((line.span for line in lines if line.kind == "place" and placed), None) or _city_and_day(
        reading, paras, language
    )
    if line:
        return _party(reading, line, "a line of the head names it")
    for para in head(paras):
        dateline = DATELINE.match(page.content, para.start, para.end)
        if dateline and NO_CITY.isdisjoint(dateline["city"].casefold().split()):
            return _party(reading, page.span(*dateline.span("city")), "the dateline begins with it")
    for para in head(paras)[:3]:
        words = words_of(page.content, para.start, min(para.end, para.start + 600))
        for number, word in enumerate(words[:-1]):
            span = _city(reading, words, number + 1, language) if word.folded in language.locatives else None
            if span:
                return _party(reading, span, "it stands beside the day on which this happened")
    met = _met_in(reading, language)
    return _party(reading, met, "the readout says where they met") if met else None


def _city_and_day(reading: Reading, paras: list[Paragraph], language: Language) -> Span | None:
    """The city of a line of the head that holds a city and a day and nothing else: "Port Ellis, 26 September 2024"."""
    page = reading.document.page
    for para in head(paras):
        for found in CITY_AND_DAY.finditer(page.content, para.start, min(para.end, para.start + 600)):
            folded = [word.casefold() for word in re.findall(r"[^\W\d_]+", found.group())]
            city = found["city"].casefold().split()
            if any(word in language.months for word in folded) and not set(city) & (
                language.months.keys() | language.weekdays.keys()
            ):
                return page.span(*found.span("city"))
    return None


def _met_in(reading: Reading, language: Language) -> Span | None:
    """The city behind "in" in a readout's first sentence, before its first purpose or second verb."""
    page = reading.document.page
    lead = reading.item.lead
    if reading.item.kind != "readout_meeting" or lead is None:
        return None
    end = sentence_ends(page.content, lead.start, min(lead.end, lead.start + 600))[0]
    words = words_of(page.content, lead.start, end)
    met = next((n for n, word in enumerate(words) if word.folded in MET), len(words))
    for word, after in pairwise(words[met:]):
        if word.folded in PURPOSE or (word.folded in language.cues and word.text.islower()):
            return None
        found = CITY_NAME.match(page.content, after.start, end) if word.folded in language.locatives else None
        if found and after.folded not in language.months and after.folded not in language.determiners:
            return page.span(*found.span())
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
