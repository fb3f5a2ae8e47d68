"""Lines of a page that say when an item was published or modified: date lines by the title, labelled dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.finders.date_declared import TimeTag
from onrecord.finders.date_foreign import foreign_dates
from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_offers import (
    ABOVE_TITLE,
    BEHIND,
    CONTESTABLE,
    DATELINE,
    LABELLED,
    LABELLED_FAR,
    MIDST,
    Candidate,
    same_day,
)
from onrecord.finders.date_places import (
    BLOCKS_ABOVE,
    Line,
    block_before,
    dates_in,
    is_linked,
    is_of_link,
    is_running,
    lines,
)
from onrecord.finders.date_words import WORD, DateWords
from onrecord.types import Block, Reading, Role

# Letters that a date line may have besides its date: a byline, a place, a section. A longer line tells something else.
LETTERS_BESIDE = 70
# The same for a line at the end, where only a place or a label stands beside the date.
LETTERS_BESIDE_AT_END = 25
# Small words beside the date, its label aside: more of them make a sentence.
SMALL_WORDS_BESIDE = 4
# Precisions of a date line's date.
DAYS = ("day", "moment", "undecided")
# Minutes between a clock on the page and the capture: caches hold pages for some minutes.
CLOCK_MINUTES = 3
# Parts of a line that tell different things.
_PARTS = re.compile(r"[|\n•·]")


# "Geneva, 5 March 2024 —", "27.1.2022 -", "YEREVAN, September 30. /TASS/"
DATELINE_HEAD = re.compile(r"(?:[^\W\d_][\w .'’/-]{1,40},?\s{0,2}\(?)?")
# "12.05.2023 The harbour line ...": a whole day in numbers with which a text begins needs no mark behind it, when a
# sentence begins there.
WHOLE_IN_NUMBERS = frozenset({"dotted", "slashed", "iso"})
NUMBERS_TAIL = re.compile(r"\s{1,3}(?:[„“\"«»‘(]|[A-ZÀ-ÞА-ЯЁ])")
DATELINE_TAIL = re.compile(r"[.,]?\)?\s{0,2}(?:[-–—:/(|]|\.\s)")


def line_candidates(
    reading: Reading, dates: Sequence[DateString], tags: Sequence[TimeTag], words: DateWords
) -> list[Candidate]:
    """The dates of the item's own date lines, none of them in another item; nearest to the title first.

    Yearless dates are among them, as "XXXX-11-23".
    """
    found: list[tuple[int, int, Candidate]] = []
    for line in lines(reading):
        inside = [date for date in dates_in(dates, line.block.span) if date.precision in DAYS]
        inside = inside or _foreign(reading, line)
        marked = [tag for tag in tags if line.block.span.holds(tag.place)]
        offered = (*_marked(reading, line, marked, words), *_shown(reading, line, inside, words))
        found += [(candidate.trust, line.distance, candidate) for candidate in offered]
    return [candidate for _, _, candidate in sorted(found, key=lambda one: one[:2])]


def _foreign(reading: Reading, line: Line) -> list[DateString]:
    """What dateparser reads in a line by the title, where the page's language is none of ours."""
    if line.trust >= CONTESTABLE or line.distance > BLOCKS_ABOVE or len(line.block.span) > 3 * LETTERS_BESIDE:
        return []
    return foreign_dates(reading.document.page, line.block.span, reading.language)


def _marked(reading: Reading, line: Line, tags: Sequence[TimeTag], words: DateWords) -> Iterator[Candidate]:
    """Dates that the page marks as times in the line, whatever else the line says."""
    for tag in tags:
        before = reading.document.page.content[line.block.span.start : tag.place.start]
        role, label = _role(before, _block_before(reading, line.block), words)
        if not label and (line.trust == BEHIND or is_of_link(reading, line.block)):
            continue
        trust = LABELLED if label else line.trust
        yield Candidate(
            role, tag.edtf, tag.span, "declared", trust, f"marked as a time in {line.where}", line=line.block.span
        )


def _shown(reading: Reading, line: Line, days: Sequence[DateString], words: DateWords) -> Iterator[Candidate]:
    content = reading.document.page.content
    if not days or line.block.kind == "caption":
        return
    if is_running(line.block):
        yield from _dateline(content, line, days[0])
        return
    done = line.block.span.start
    for date in days:
        role, label = _role(content[done : date.span.start], _block_before(reading, line.block), words)
        done = date.span.end
        if not _is_date_line(content, line, days, date, label) or _is_clock(reading, line, date, label):
            continue
        if not label and (line.trust == BEHIND or is_of_link(reading, line.block)):
            continue
        trust = line.trust if not label else LABELLED_FAR if line.trust >= CONTESTABLE else LABELLED
        reason = f"{line.where}, labelled “{label}”" if label else line.where
        for edtf in (date.edtf,) if date.edtf else date.rivals:
            is_decided = date.edtf is not None
            yield Candidate(role, edtf, date.span, "text", trust, reason, is_decided=is_decided, line=line.block.span)


def _dateline(content: str, line: Line, date: DateString) -> Iterator[Candidate]:
    """The day with which the text begins, with or without a place: agencies and press offices date a text so."""
    if line.trust == MIDST or not date.edtf:
        return
    head = content[line.block.span.start : date.span.start]
    alone = not head and date.rule in WHOLE_IN_NUMBERS and NUMBERS_TAIL.match(content, date.span.end)
    if alone or (DATELINE_HEAD.fullmatch(head) and DATELINE_TAIL.match(content, date.span.end)):
        yield Candidate("published", date.edtf, date.span, "text", DATELINE, "the text begins with its day")


def _role(before: str, block_before: str, words: DateWords) -> tuple[Role, str]:
    """What the label before a date makes of it, and the label; published without one."""
    for text in (before, block_before if not before.strip() else ""):
        folded = text.casefold().rstrip(" \t\n\u00a0:.|–—-([")
        for role, labels in (("modified", words.modified_labels), ("published", words.published_labels)):
            for label in labels:
                if folded.endswith(label) and not folded[: -len(label)][-1:].isalnum():
                    return role, label  # type: ignore[return-value]
    return "published", ""


def _block_before(reading: Reading, block: Block) -> str:
    """The words of the block before, when it is short enough to be a label on a line of its own."""
    before = block_before(reading, block)
    words = reading.document.page.words(before.span) if before else ""
    return words if len(words) <= 40 else ""


def _is_date_line(content: str, line: Line, days: Sequence[DateString], at: DateString, label: str) -> bool:
    """Whether the part of the block in which `at` stands is there for its date: little beside it, and no sentence."""
    start, end = _part(content, line, at)
    if end - start > 3 * LETTERS_BESIDE or (line.trust >= CONTESTABLE and is_linked(line.block)):
        return False
    beside = ""
    for date in days:
        if start <= date.span.start < end:
            beside += content[start : date.span.start] + " "
            start = date.span.end
    beside += content[start:end]
    # A list entry that is a link has the date of what it leads to, unless it is little more than the date itself.
    is_entry = line.block.kind == "list" and is_linked(line.block)
    is_short = is_entry or (line.trust >= CONTESTABLE and not label)
    limit = LETTERS_BESIDE_AT_END if is_short else LETTERS_BESIDE
    small = sum(word[0].islower() for word in WORD.findall(beside)) - len(label.split())
    is_sentence = beside.rstrip().endswith((".", "!", "?", ":")) and small > 2
    return sum(map(str.isalpha, beside)) <= limit and small <= SMALL_WORDS_BESIDE and not is_sentence


def _part(content: str, line: Line, at: DateString) -> tuple[int, int]:
    """The part of a line that `at` stands in; farther from the title a block of several parts is a teaser, and one."""
    start, end = line.block.span.start, line.block.span.end
    if line.distance > 3:
        return start, end
    behind = _PARTS.search(content, at.span.end, end)
    start = max([start, *(part.end() for part in _PARTS.finditer(content, start, at.span.start))])
    return start, behind.start() if behind else end


def _is_clock(reading: Reading, line: Line, date: DateString, label: str) -> bool:
    """Whether a date in the page's head is the day of the visit, which some sites print on every page.

    A clock beside it shows the minute of the capture, whatever its zone; another minute is that of something else.
    """
    captured, edtf = reading.site.captured_at, date.edtf
    in_head = line.trust == ABOVE_TITLE and line.distance > 2 and not label and not line.block.main
    if not in_head or captured is None or edtf is None or not same_day(edtf, captured):
        return False
    return date.hour is None or abs(int(date.hour[3:5]) - int(captured[14:16])) <= CLOCK_MINUTES
