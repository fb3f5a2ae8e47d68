"""Lines of a page that say when an item was published or modified: date lines by the title, labelled dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.finders.date_candidates import Candidate, same_day
from onrecord.finders.date_declared import TimeTag
from onrecord.finders.date_grammar import DateString
from onrecord.finders.date_words import WORD, DateWords
from onrecord.layouts.furniture import block_key
from onrecord.types import Block, Reading, Role

# Letters that a date line may have besides its date: a byline, a place, a section. A longer line tells something else.
LETTERS_BESIDE = 70
# The same for a line at the end, where only a place or a label stands beside the date.
LETTERS_BESIDE_AT_END = 25
# Small words beside the date, its label aside: more of them make a sentence.
SMALL_WORDS_BESIDE = 4
# Blocks above the title, and blocks below it, among which the item's own date line is looked for.
BLOCKS_ABOVE, BLOCKS_BELOW, BLOCKS_AT_END = 6, 10, 3
LABELLED, BELOW_TITLE, ABOVE_TITLE, LABELLED_FAR, AT_END = 10, 11, 12, 13, 14


class Line(NamedTuple):
    """A block that may carry the item's date, and where it stands: trust, blocks from the title, the reason."""

    block: Block
    trust: int
    distance: int
    where: str


def line_candidates(
    reading: Reading, dates: Sequence[DateString], tags: Sequence[TimeTag], words: DateWords
) -> list[Candidate]:
    """The dates of the item's own date lines, none of them in another item; nearest to the title first.

    Yearless dates are among them, as "XXXX-11-23".
    """
    found: list[tuple[int, int, Candidate]] = []
    for line in _lines(reading):
        inside = [date for date in dates if line.block.span.holds(date.span)]
        marked = [tag for tag in tags if line.block.span.holds(tag.place)]
        offered = (*_marked(reading, line, marked, words), *_shown(reading, line, inside, words))
        found += [(candidate.trust, line.distance, candidate) for candidate in offered]
    return [candidate for _, _, candidate in sorted(found, key=lambda one: one[:2])]


def _lines(reading: Reading) -> Iterator[Line]:
    """The blocks around the item's title, at its end and, for the page's own item, just outside of it."""
    item, blocks = reading.item, reading.document.blocks
    start = item.title.start if item.title else item.span.start
    end = item.title.end if item.title else item.span.start
    own = [block for block in blocks if item.span.holds(block.span)]
    above = [block for block in own if block.span.end <= start]
    below = [block for block in own if block.span.start >= end]
    if item.is_main:
        above = [*_free(reading, [block for block in blocks if block.span.end <= item.span.start]), *above]
    for distance, block in enumerate(reversed(above[-BLOCKS_ABOVE:]), 1):
        yield Line(block, ABOVE_TITLE, distance, "a date line above the title")
    for distance, block in enumerate(below[:BLOCKS_BELOW], 1):
        yield Line(block, BELOW_TITLE, distance, "a date line below the title")
    last = below[max(BLOCKS_BELOW, len(below) - BLOCKS_AT_END) :]
    if item.is_main:
        behind = [block for block in blocks if block.span.start >= item.span.end]
        last += list(reversed(_free(reading, behind[::-1])))[:BLOCKS_AT_END]
    for distance, block in enumerate(last, 1):
        yield Line(block, AT_END, distance, "a date line at the end")


def _free(reading: Reading, blocks: Sequence[Block]) -> list[Block]:
    """The last of `blocks` that lie in no other item, without those that other pages of the site carry too."""
    free: list[Block] = []
    for block in reversed(blocks):
        if len(free) >= BLOCKS_ABOVE or any(other.span.meets(block.span) for other in reading.siblings):
            break
        if block_key(reading.document.page.words(block.span)) not in reading.site.furniture:
            free.append(block)
    return free[::-1]


def _marked(reading: Reading, line: Line, tags: Sequence[TimeTag], words: DateWords) -> Iterator[Candidate]:
    """Dates that the page marks as times in the line, whatever else the line says."""
    for tag in tags:
        before = reading.document.page.content[line.block.span.start : tag.place.start]
        role, label = _role(before, _block_before(reading, line.block), words)
        trust = LABELLED if label else line.trust
        yield Candidate(role, tag.edtf, tag.span, "declared", trust, f"marked as a time in {line.where}")


def _shown(reading: Reading, line: Line, dates: Sequence[DateString], words: DateWords) -> Iterator[Candidate]:
    content = reading.document.page.content
    days = [date for date in dates if date.precision in ("day", "moment") and date.edtf]
    if not days or line.block.kind == "caption":
        return
    done = line.block.span.start
    for date in days:
        role, label = _role(content[done : date.span.start], _block_before(reading, line.block), words)
        done = date.span.end
        if not _is_date_line(content, line, days, label) or _is_clock(reading, line, date, label):
            continue
        trust = line.trust if not label else LABELLED_FAR if line.trust == AT_END else LABELLED
        reason = f"{line.where}, labelled “{label}”" if label else line.where
        assert date.edtf is not None
        yield Candidate(role, date.edtf, date.span, "text", trust, reason)


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
    blocks = reading.document.blocks
    at = blocks.index(block)
    words = reading.document.page.words(blocks[at - 1].span) if at else ""
    return words if len(words) <= 40 else ""


def _is_date_line(content: str, line: Line, days: Sequence[DateString], label: str) -> bool:
    """Whether the block is there for its date: little beside it, and no sentence."""
    beside, at = "", line.block.span.start
    for date in days:
        beside += content[at : date.span.start] + " "
        at = date.span.end
    beside += content[at : line.block.span.end]
    if len(beside) > 3 * LETTERS_BESIDE or 2 * line.block.linked > len(line.block.span):
        return False
    limit = LETTERS_BESIDE_AT_END if line.trust == AT_END and not label else LETTERS_BESIDE
    small = sum(word[0].islower() for word in WORD.findall(beside)) - len(label.split())
    is_sentence = beside.rstrip().endswith((".", "!", "?", ":")) and small > 2
    return sum(map(str.isalpha, beside)) <= limit and small <= SMALL_WORDS_BESIDE and not is_sentence


def _is_clock(reading: Reading, line: Line, date: DateString, label: str) -> bool:
    """Whether a date in the page's head is the day of the visit, which some sites print on every page."""
    captured, edtf = reading.site.captured_at, date.edtf
    in_head = line.trust == ABOVE_TITLE and line.distance > 2 and not label and not line.block.main
    return in_head and captured is not None and edtf is not None and same_day(edtf, captured)
