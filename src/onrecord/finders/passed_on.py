"""Whose words a hand-out passes on ("The following statement was released by the Governments of …"), and which.

English only: of other languages no such line was met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.voices import head
from onrecord.types import Reading, Span

_LEAD_IN = re.compile(
    r"\b(?:text|statement|declaration|communiqu[eé])\b[^.\n:]{0,90}?\b(?:released|issued|adopted|agreed|approved|made)\b"
    r"(?: jointly| today)? by (?P<who>[^\n]+)",
    re.IGNORECASE,
)
# Where the name of those who released it ends: at the occasion, the place or the day.
_ENDS = re.compile(
    r",? (?:on(?! behalf)|at|following|after|during|regarding|concerning|upon|today|as part"
    r"|in (?:the margins|advance|connection|response|support))\b|[.:]?\s*$"
)
_BEGIN = re.compile(r"\W*(?:begin|start)(?: of)? (?:the )?text\W*", re.IGNORECASE)
_END = re.compile(r"\n\W*end(?: of)? (?:the )?text\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Who released the words and what says so, None where only marks bound them; where the words begin and end."""

    who: Span | None
    cue: Span | None
    start: int
    end: int


def passed_on(reading: Reading, paras: list[Paragraph]) -> PassedOn | None:
    """What a line of the item's head says of the text behind it; None where none does."""
    page, item = reading.document.page, reading.item
    who: Span | None = None
    cue: Span | None = None
    start = 0
    for para in head(paras):
        words = page.content[para.start : para.end]
        told = _LEAD_IN.search(words)
        if told and who is None:
            found = _ENDS.search(words, told.start("who") + 1)
            stop = found.start() if found else told.end("who")
            who = page.span(para.start + told.start("who"), para.start + stop)
            cue = page.trimmed(para.start, para.start + told.start("who"))
            start = para.end
        elif _BEGIN.fullmatch(words):
            start = para.end
    if not start:
        return None
    while start < item.span.end and page.content[start].isspace():
        start += 1
    closing = _END.search(page.content, start, item.span.end)
    end = closing.start() if closing else item.span.end
    return PassedOn(who, cue, start, end) if start < end else None
