"""Title, lead and body of an item, from the shapes of its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.layouts.bylines import is_detail
from onrecord.layouts.furniture import block_key, folded
from onrecord.layouts.shapes import Shape
from onrecord.layouts.topics import topic
from onrecord.types import Block, Document, Span

# Lines without a full stop between a title and its lead (subtitle, byline, place, day) end here at the latest: later
# lines are text that lost its punctuation.
HEAD_LINES = 8
# A first line of so few words may be a letterhead ("COASTAL ASSEMBLY") or a section name; a later, longer line is the
# title when the first paragraph returns to this part of its content words.
LETTERHEAD_WORDS = 3
RESTATED = 0.4


@dataclass(frozen=True, slots=True)
class Parts:
    """Where title, lead and body stand; `why` says how the title was told."""

    title: Span | None
    lead: Span | None
    body: Span | None
    why: str


def parts(document: Document, blocks: Sequence[Block], shapes: Sequence[Shape]) -> Parts:
    """The parts of the item made of `blocks`, in page order and not empty; `shapes` may end before the blocks do."""
    end = blocks[-1].span.end
    blocks = blocks[: len(shapes)]
    heads = _heads(blocks, shapes)
    at = _lead_at(document, blocks, shapes, heads)
    head, why = _title_at(document, blocks, heads, at)
    title = blocks[head].span if head is not None else None
    if at is None:
        return Parts(title, None, None, why)
    rest = next((i for i in range(at + 1, len(blocks)) if not _is_head_line(blocks[i], shapes[i])), None)
    body = Span(document.page.id, blocks[rest].span.start, end) if rest is not None else None
    return Parts(title, blocks[at].span, body, why)


def _heads(blocks: Sequence[Block], shapes: Sequence[Shape]) -> list[int]:
    """The title-like lines that stand before any running text; none when nothing follows them."""
    found: list[int] = []
    for i, (block, one) in enumerate(zip(blocks, shapes, strict=True)):
        if i == HEAD_LINES:
            return found
        if block.kind == "title" or one.title:
            found.append(i)
        elif not (_is_head_line(block, one) or one.words <= 2):
            return found
    return [] if len(blocks) < 2 else found


def _lead_at(document: Document, blocks: Sequence[Block], shapes: Sequence[Shape], heads: Sequence[int]) -> int | None:
    """The first block of running text; failing that the first line after the title that does not repeat it."""
    again = block_key(document.page.words(blocks[heads[0]].span)) if heads else ""
    for i in range(min(len(blocks), 2 * HEAD_LINES)):
        if is_detail(document.page.content[blocks[i].span.start : min(blocks[i].span.end, blocks[i].span.start + 400)]):
            continue
        if i not in heads and not _is_head_line(blocks[i], shapes[i]) and (shapes[i].words > 2 or not heads):
            return i
    left = range(heads[0] + 1 if heads else 0, len(blocks))
    return next(
        (
            i
            for i in left
            if not shapes[i].date and not shapes[i].more and block_key(document.page.words(blocks[i].span)) != again
        ),
        None,
    )


def _title_at(
    document: Document, blocks: Sequence[Block], heads: Sequence[int], lead: int | None
) -> tuple[int | None, str]:
    """Which of the title-like lines is the title, and why: the first, unless it is a letterhead."""
    if not heads:
        return None, "no line without a full stop stands before its first paragraph"
    marked = [i for i in heads if blocks[i].kind == "title"]
    if marked:
        return _declared(document, blocks, marked), "the source marks it as a heading"
    words = [document.page.words(blocks[i].span) for i in heads]
    if lead is not None and len(words[0].split()) <= LETTERHEAD_WORDS:
        told = topic(document.page.words(blocks[lead].span)[:2000]).stems
        for i, line in zip(heads[1:], words[1:], strict=True):
            stems = topic(line).stems
            if i < lead and len(line.split()) > LETTERHEAD_WORDS and len(stems & told) >= RESTATED * len(stems) > 0:
                return i, "the first long line without a full stop that the first paragraph restates"
    return heads[0], "the first line without a full stop, with running text after it"


def _declared(document: Document, blocks: Sequence[Block], marked: Sequence[int]) -> int:
    """The first heading that the source declares as its title; failing that the first of three words or more."""
    declared = " ".join(folded(document.declared.content[:20_000]))
    lines = {i: list(folded(document.page.words(blocks[i].span))) for i in marked}
    said = [i for i, words in lines.items() if len(words) > 1 and " ".join(words) in declared]
    long = [i for i, words in lines.items() if len(words) >= 3]
    return [*said, *long, *marked][0]


def _is_head_line(block: Block, one: Shape) -> bool:
    return block.kind in {"title", "caption"} or one.title or one.date or one.more
