"""Pages whose source marks its own text: the main run with its heading, and teasers beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.layouts.furniture import folded
from onrecord.layouts.shapes import is_date_line, shape
from onrecord.types import Block, Document

# How far before the main text its heading may stand, in blocks: share buttons, day, byline and picture lie between.
HEADING_REACH = 25
# Main blocks among which the run's own heading is looked for: a section name and a kicker may stand above it.
OWN_HEADINGS = 3
# Code points of a block that is text, and no line: a sentence or two.
TEXT_LENGTH = 80
# A heading is that of the main text when this part of its words returns there (headings restate their text).
RESTATED = 0.4
# A teaser outside the main text must be text that runs: this many words, a full stop, hardly any of it a link.
TEASER_WORDS = 12
TEASER_LINKED = 0.3
# So many headings with text in a row are a list of teasers, whatever else the page holds.
TEASER_LIST = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks that make one item, and why."""

    blocks: tuple[Block, ...]
    why: str


def frames(document: Document) -> list[Frame]:
    """The main run of the page and the sure teasers outside, in page order."""
    blocks = document.blocks
    main = [i for i, block in enumerate(blocks) if block.main]
    if not main:
        return []
    start, end = _start(document, main), _end(document, main)
    head = _heading(document, start, main)
    first = start if head is None else head
    found = [
        Frame(
            blocks[first:end],
            "the text that the page's own structure marks as main" + ("" if head is None else ", with its heading"),
        )
    ]
    return [*_teasers(document, range(first)), *found, *_teasers(document, range(end, len(blocks)))]


def _start(document: Document, main: Sequence[int]) -> int:
    """Where the main run begins: when its first line returns as a heading above its text, at that heading.

    A menu of the news, a path of links, a bar that follows the reader hold the title too, far above the text. The first
    copy that leads nowhere is the title, else the last one.
    """
    first = main[0]
    line = document.page.words(document.blocks[first].span).split()
    text = next((i for i in main if i > first and _is_text(document.blocks[i])), first)
    copies = [
        i
        for i in range(first, text)
        if document.blocks[i].kind == "title" and document.page.words(document.blocks[i].span).split() == line
    ]
    plain = [i for i in copies if not _leads_away(document, i)]
    return [*plain, *copies[-1:], first][0]


def _is_text(block: Block) -> bool:
    return block.kind != "title" and len(block.span) >= TEXT_LENGTH


def _end(document: Document, main: Sequence[int]) -> int:
    """Where the main run ends: before the teasers at its end, each text under a heading that leads elsewhere."""
    last = len(main) - 1
    while last and (_leads_away(document, main[last] - 1) or _leads_away(document, main[last])):
        last -= 1
    return main[last] + 1


def _leads_away(document: Document, i: int) -> bool:
    block = document.blocks[i]
    return block.kind == "title" and 2 * block.linked > len(block.span)


def _heading(document: Document, start: int, main: Sequence[int]) -> int | None:
    """The heading above the main run: the farthest of those that the page declares as its title, else of those that the
    run restates. When the run has a declared one itself, only a copy of that.
    """
    text: set[str] = set()
    for i in main[:20]:
        text.update(folded(document.page.words(document.blocks[i].span)))
    declared = " ".join(folded(document.declared.content[:20_000]))
    run = [i for i in main if i >= start][:OWN_HEADINGS]
    lines = [_folded(document, i) for i in run if document.blocks[i].kind == "title"]
    own = next((words for words in lines if len(words) > 1 and " ".join(words) in declared), None)
    restated: int | None = None
    for i in range(max(0, start - HEADING_REACH), start):
        block, words = document.blocks[i], _folded(document, i)
        if block.kind != "title" or len(words) < 2 or block.linked > 0.5 * len(block.span):
            continue
        if words == own or (own is None and " ".join(words) in declared):
            return i
        if own is None and restated is None and sum(word in text for word in words) >= RESTATED * len(words):
            restated = i
    return restated


def _folded(document: Document, i: int) -> list[str]:
    return list(folded(document.page.words(document.blocks[i].span)))


def _teasers(document: Document, where: range) -> list[Frame]:
    """Outside the main run: a heading that leads elsewhere and running text below it.

    Sure ones only: a day stands between the two, or three and more of them make a list. What is left out (a box about
    the author, a notice, a comment) stays in the residue.
    """
    found: list[tuple[Frame, bool]] = []
    last = where.start - 1
    for i in where:
        block = document.blocks[i]
        if block.linked > TEASER_LINKED * len(block.span):
            continue
        head = i - 1
        while head > last and is_date_line(document.page.words(document.blocks[head].span)):
            head -= 1
        if head <= last or document.blocks[head].kind != "title" or not document.blocks[head].linked:
            continue
        one = shape(document.page.words(block.span))  # last: most blocks of a page follow no linked heading
        if one.words < TEASER_WORDS or not (one.stop or one.cut_off):
            continue
        frame = Frame(
            document.blocks[head : i + 1], "a linked heading with running text below it, outside the main text"
        )
        found.append((frame, head < i - 1))
        last = i
    return [frame for frame, dated in found if dated or len(found) >= TEASER_LIST]
