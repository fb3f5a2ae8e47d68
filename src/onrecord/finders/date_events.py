"""The day on which words were spoken, and the day on which what an item tells happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_lines import DATELINE_HEAD, DATELINE_TAIL
from onrecord.finders.date_relative import resolved
from onrecord.finders.date_values import completed, day_of
from onrecord.finders.date_words import WORD, DateWords
from onrecord.types import Evidence, Kind, Reading, Rival, Span, When, unknown

SPOKEN_KINDS: frozenset[Kind] = frozenset({"speech", "interview", "transcript", "statement"})
# Of these kinds the text is the speaker's: its "today" is the day that is looked for, and no help to find it.
SPEAKING_KINDS: frozenset[Kind] = frozenset({"speech", "interview", "transcript"})
# Kinds that report no event of a day. The day in a message is that of the occasion, often an anniversary.
TIMELESS_KINDS: frozenset[Kind] = frozenset({"op_ed", "listing", "filler", "fact_sheet", "message"})
# Days between an event and its report; what lies farther back in a lead is history, unless nothing later is told.
# Official news trails its event by a day to some weeks (a month is the longest met on readouts).
EVENT_REACH_DAYS = 45
# A sentence ends at a mark before white space; not after a number or an initial.
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?…]['”»\"’)]{0,2}(?=\s)")
_STOP = re.compile(r"\.\s")
_DELIVERY = re.compile(
    r"\b(?:delivered|remarks|speech|address|statement|spoke|speaking|interview|briefing|conference|given|made|issued"
    r"|выступил\w*|выступлени\w+|обращени\w+|заявлени\w+|интервью|брифинг\w*)\b",
    re.IGNORECASE,
)
_DAY_PRECISION = ("day", "moment", "interval")


def spoken(reading: Reading, dates: Sequence[DateString], published: When, words: DateWords) -> When:
    """The day on which a speech, interview, transcript or statement was delivered or issued, if the item says so."""
    if reading.item.kind not in SPOKEN_KINDS:
        return unknown("not words of one occasion: see happened")
    content = reading.document.page.content
    for date_ in dates:
        if reading.item.title and reading.item.title.holds(date_.span) and date_.edtf and date_.precision != "year":
            return _stated(reading, date_, published, "the title carries it")
    lead = reading.item.lead or reading.item.span
    for date_ in _usable(dates):
        if date_.precision == "relative" and reading.item.kind in SPEAKING_KINDS:
            continue
        if not (reading.item.span.start <= date_.span.start < lead.start + FIRST_WORDS):
            continue
        start = _sentence_start(content, date_.span, reading.item.span)
        if _is_dateline(content, start, date_):
            return _stated(reading, date_, published, "the text begins with place and day")
        if _DELIVERY.search(content, start, date_.span.start) and not _turns(content, start, date_, words):
            return _stated(reading, date_, published, "the words before it tell of the delivery")
    return unknown("no day of delivery in the title, the dateline or the first sentences")


def happened(reading: Reading, dates: Sequence[DateString], published: When, words: DateWords) -> When:
    """The day of what an item reports, if the first sentence of its lead says when it was."""
    item, content = reading.item, reading.document.page.content
    if item.kind in SPOKEN_KINDS:
        return unknown("words of one occasion: see spoken")
    if item.kind in TIMELESS_KINDS:
        return unknown(f"an item of kind {item.kind} reports no event of a day")
    lead = _lead(reading, published)
    if lead is None:
        return unknown("no lead to look into")
    end = _first_sentence_end(content, lead, dates)
    inside = [one for one in _usable(dates) if lead.start <= one.span.start and one.span.end <= end + 1]
    inside = [one for one in inside if not _is_dateline(content, lead.start, one)]
    for one in inside:
        if _turns(content, lead.start, one, words) or not _is_adverbial(content, lead.start, one):
            continue
        when = _stated(reading, one, published, "the first sentence of the lead tells the day")
        return _unless_history(when, one, dates, published)
    return unknown("the first sentence of the lead tells no day of the event")


def _first_sentence_end(content: str, lead: Span, dates: Sequence[DateString]) -> int:
    """Where the lead's first sentence ends; a full stop behind a date ends it too ("on 17-19 July 2024. On ...")."""
    first = _SENTENCE_END.search(content, lead.start, lead.end)
    ends = [first.start() if first else lead.end]
    ends += [one.span.end for one in dates if lead.holds(one.span) and _STOP.match(content, one.span.end)]
    return min(ends)


def _lead(reading: Reading, published: When) -> Span | None:
    """The item's lead, or what follows when the lead is no more than the line of the published date."""
    lead = reading.item.lead or reading.item.title
    if lead is None or published.span is None or not lead.holds(published.span) or len(lead) > LINE_LENGTH:
        return lead
    later = (block.span for block in reading.document.blocks if block.span.start >= lead.end)
    return next((span for span in later if reading.item.span.holds(span)), None)


# Code points that a date line may have, its byline included.
LINE_LENGTH = 100
# How far into the running text the day of delivery is looked for: two or three sentences.
FIRST_WORDS = 400


def _usable(dates: Sequence[DateString]) -> list[DateString]:
    return [one for one in dates if (one.edtf and one.precision in _DAY_PRECISION) or one.precision == "relative"]


def _stated(reading: Reading, found: DateString, published: When, why: str) -> When:
    """The value of a date string of the item: as written, completed by the item's own published date, or unknown."""
    if found.precision != "relative" and found.edtf is not None and not found.is_yearless:
        return When(_day(found), "stated", "text", found.span, why=why)
    anchor, evidence = _anchor(reading, published)
    if anchor is None:
        offered = (Rival(found.edtf, found.span, "its year is not written"),) if found.edtf else ()
        return unknown(f"{why}, but it counts from the day of publication, which is not known to the day", offered)
    from_ = (Evidence(reading.document.id, found.span), *evidence)
    if found.edtf is not None:
        return _completed(found, found.edtf, anchor, from_, why)
    value = resolved(found.days, found.weekday, anchor)
    if value is None:
        return unknown("the words that tell when name no single day")
    return When(value, "inferred", "relative", from_=from_, why=f"{why}, counted from the day of publication")


def _completed(found: DateString, yearless: str, anchor: date, from_: tuple[Evidence, ...], why: str) -> When:
    value = completed(yearless, anchor)
    if value is None:
        return unknown(
            "no year puts it near the publication", (Rival(yearless, found.span, "its year is not written"),)
        )
    day = day_of(value)
    if found.weekday and day and day.isoweekday() != found.weekday:
        offered = (Rival(value, found.span, "the weekday beside it is another one in that year"),)
        return unknown("the weekday beside it fits no year near the publication", offered)
    return When(value, "inferred", "completed", from_=from_, why=f"{why}; the year is that of the publication")


def _anchor(reading: Reading, published: When) -> tuple[date | None, tuple[Evidence, ...]]:
    """The local day of publication and its evidence; None when it is not known to the day, or a UTC clock hides it."""
    day = day_of(published.edtf)
    if day is None or published.edtf is None:
        return None, ()
    if published.edtf.endswith(("Z", "+00:00")) and int(published.edtf[11:13]) not in SURE_UTC_HOURS:
        return None, ()
    spans = (published.span,) if published.span else ()
    return day, (*(Evidence(reading.document.id, span) for span in spans), *published.from_)


# Hours of a UTC clock at which it is the same day from Chicago to Karachi: outside, the local day may be another.
SURE_UTC_HOURS = range(6, 19)


def _unless_history(when: When, found: DateString, dates: Sequence[DateString], published: When) -> When:
    """`when`, unless it lies too far before the publication, or before another date of the item, to be its news."""
    day, issued = day_of((when.edtf or "").split("/")[0]), day_of(published.edtf)
    if day is None:
        return when
    offered = (Rival(when.edtf or "", found.span, "long before the rest of the item: history, not its news"),)
    if issued is not None:
        return unknown(TOO_OLD, offered) if (issued - day).days > EVENT_REACH_DAYS else when
    later = [one for one in map(_last_day, dates) if one is not None and (one - day).days > EVENT_REACH_DAYS]
    return unknown(TOO_OLD, offered) if later else when


TOO_OLD = "the first day told lies long before the rest of the item"


def _last_day(found: DateString) -> date | None:
    """The last day of a date string; of a bare year its first, so that "strategy until 2025" counts as later."""
    edtf = (found.edtf or "").split("/")[-1]
    if found.precision == "year" and edtf.isdigit():
        return date(int(edtf), 1, 1)
    return day_of(edtf)


def _day(found: DateString) -> str | None:
    """The day or month of what was said or done: its hour is not that of the event."""
    if found.edtf is None or "/" in found.edtf:
        return found.edtf
    return found.edtf[:10]


def _sentence_start(content: str, span: Span, within: Span) -> int:
    """Where the sentence that holds `span` begins; a line's start begins one too."""
    start = max(within.start, content.rfind("\n", 0, span.start) + 1)
    for end in _SENTENCE_END.finditer(content, start, span.start):
        start = end.end()
    return start


def _is_dateline(content: str, start: int, found: DateString) -> bool:
    """Whether the text begins with a place and this day, as agencies begin theirs."""
    head = content[start : found.span.start]
    return bool(head and DATELINE_HEAD.fullmatch(head) and DATELINE_TAIL.match(content, found.span.end))


def _turns(content: str, start: int, found: DateString, words: DateWords) -> bool:
    """Whether a word before the date makes it another day than that of the event ("since", "until")."""
    before = WORD.findall(content[max(start, found.span.start - 40) : found.span.start])
    return bool(before) and before[-1].casefold() in words.other_days


def _is_adverbial(content: str, start: int, found: DateString) -> bool:
    """Whether the date says when: first in the sentence, after "on" or its like, or relative words by themselves."""
    head = content[start : found.span.start].rstrip()
    if not head or found.precision == "relative":
        return True
    last = WORD.findall(head[-20:])
    return bool(last) and (last[-1].casefold() in _ON or (found.rule.startswith("day") and not head[-1].isascii()))


# Words that put a verb on a day, in the languages that we read.
_ON = frozenset({"on", "held", "am", "le", "el", "il"})
