"""Title, lead and body of an item, from the shapes of its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.layouts.furniture import block_key
from onrecord.layouts.shapes import Shape
from onrecord.types import Block, Document, Span

# Lines without a full stop between a title and its lead (subtitle, byline, place, day) end here at the latest: later
# lines are text that lost its punctuation.
HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """Where title, lead and body stand; `why` says how the title was told."""

    title: Span | None
    lead: Span | None
    body: Span | None
    why: str


def parts(document: Document, blocks: Sequence[Block], shapes: Sequence[Shape]) -> Parts:
    """The parts of the item made of `blocks`, which are in page order and not empty."""
    head = _title_at(blocks, shapes)
    title = blocks[head].span if head is not None else None
    at = _lead_at(document, blocks, shapes, 0 if head is None else head + 1, title)
    if at is None:
        return Parts(title, None, None, _why(head))
    rest = next((i for i in range(at + 1, len(blocks)) if not _is_head_line(blocks[i], shapes[i])), None)
    body = Span(document.page.id, blocks[rest].span.start, blocks[-1].span.end) if rest is not None else None
    return Parts(title, blocks[at].span, body, _why(head))


def _title_at(blocks: Sequence[Block], shapes: Sequence[Shape]) -> int | None:
    """The first title-like block before any running text, when running text follows."""
    for i, (block, one) in enumerate(zip(blocks, shapes, strict=True)):
        if i + 1 == len(blocks) or i == HEAD_LINES:
            return None
        if block.kind == "title" or one.title:
            return i
        if not (one.date or one.more or one.words <= 2):
            return None
    return None


def _lead_at(
    document: Document, blocks: Sequence[Block], shapes: Sequence[Shape], start: int, title: Span | None
) -> int | None:
    """The first block of running text from `start` on; failing that the first that does not repeat the title."""
    again = block_key(document.page.words(title)) if title else ""
    left = [i for i in range(start, len(blocks)) if block_key(document.page.words(blocks[i].span)) != again]
    for i in left[:HEAD_LINES]:
        if not _is_head_line(blocks[i], shapes[i]):
            return i
    return next((i for i in left if not shapes[i].date and not shapes[i].more), None)


def _is_head_line(block: Block, one: Shape) -> bool:
    return block.kind in {"title", "caption"} or one.title or one.date or one.more


def _why(head: int | None) -> str:
    if head is None:
        return "no line without a full stop stands before its first paragraph"
    return "the first line without a full stop, with running text after it"
