"""How a page divides into items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from onrecord.layouts.bylines import goes_on_heading, is_labelled
from onrecord.layouts.cut import MOST_BLOCKS, cuts, is_running, reasons, scores, with_model
from onrecord.layouts.furniture import is_known, item_key, recurring
from onrecord.layouts.kinds import kind_of
from onrecord.layouts.marked import frames
from onrecord.layouts.shapes import Shape, shape
from onrecord.layouts.strip import Strip, strip_of
from onrecord.layouts.titles import Parts, parts
from onrecord.types import NO_TAGS, Block, Document, Item, SiteSlice, Span, Tags, item_id

# A page without one line of running text is a menu when it has this many lines; fewer are a short text.
MENU_LINES = 5
# Words of a piece with a title count so many times when the main item is chosen: pages print the title of their own
# item, and often leave out that of a teaser.
TITLE_WORTH = 1.5
# The model is never surer than this: what it says so surely is right 99 times in 100 at most.
SUREST = 0.01


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that make one item, the shapes of the first ones (cut.MOST_BLOCKS at most), and why it was cut so."""

    blocks: tuple[Block, ...]
    shapes: tuple[Shape, ...]
    why: str


def divide(document: Document, site: SiteSlice, tags: Tags = NO_TAGS) -> tuple[Item, ...]:
    """The items of the page, in page order, never overlapping; what is in none is the residue.

    A page of menus has none. At most one item is the main one. What the model says of a paragraph (`tags`) is weighed
    where the page is plain text; HTML says itself where its items are.
    """
    marked = document.reader.startswith("html")
    inside = tuple(block for block in document.blocks if block.main or not marked)
    furniture, copy = recurring(document, inside, site)
    pieces = _marked(document) if marked else _plain(document, document.blocks, furniture, tags)
    found = [parts(document, piece.blocks, piece.shapes) for piece in pieces]
    main = _main(document, pieces, found, furniture, inside)
    return tuple(
        _item(document, piece, its, furniture, copy, tags, is_main=i == main, alone=len(pieces) == 1)
        for i, (piece, its) in enumerate(zip(pieces, found, strict=True))
    )


def residue(document: Document, items: Sequence[Item]) -> tuple[Span, ...]:
    """What of the page is in no item, in page order: with the items it covers every character once."""
    spans: list[Span] = []
    end = 0
    for item in items:
        if item.span.start > end:
            spans.append(document.page.span(end, item.span.start))
        end = item.span.end
    if end < len(document.page.content):
        spans.append(document.page.span(end, len(document.page.content)))
    return tuple(spans)


def _plain(document: Document, blocks: Sequence[Block], furniture: frozenset[str], tags: Tags) -> list[Piece]:
    blocks = [block for block in blocks if any(map(str.isalnum, document.page.words(block.span)[:10_000]))]
    if not blocks:
        return []
    page = page_strip(document, blocks[:MOST_BLOCKS], furniture)
    if len(blocks) >= MENU_LINES and not any(is_running(one) or one.date for one in page.shapes):
        return []
    lines = [document.page.words(block.span)[:400] for block in blocks[:MOST_BLOCKS]]
    odds = with_model(scores(page), begins(blocks[:MOST_BLOCKS], tags))
    starts = _without_heads(page, lines, cuts(page, odds))
    ends = (*starts[1:], len(blocks))
    found = []
    for start, end in zip(starts, ends, strict=True):
        why = f"cut here: {reasons(page, start)}" if start else "the page begins here"
        found.append(Piece(tuple(blocks[start:end]), page.shapes[start:end], why))
    return found


def begins(blocks: Sequence[Block], tags: Tags) -> list[float | None]:
    """For each block the model's log-odds that an item begins with it; None where it did not read the block."""
    found: list[float | None] = []
    for block in blocks:
        said = next(tags.inside("boundary", block.span), None)
        chance = min(max(said.score, SUREST), 1 - SUREST) if said else None
        found.append(log(chance / (1 - chance)) if chance else None)
    return found


def _without_heads(page: Strip, lines: Sequence[str], starts: Sequence[int]) -> tuple[int, ...]:
    """The starts, 0 among them, but for a byline, place or labelled line of a head without running text yet."""
    kept = [0]
    for at in starts:
        told = sum(is_running(one) for one in page.shapes[kept[-1] : at])
        if told > 1 or (told and not is_labelled(lines[at])) or not goes_on_heading(lines[at - 1], lines[at]):
            kept.append(at)
    return tuple(kept)


def page_strip(document: Document, blocks: Sequence[Block], furniture: frozenset[str]) -> Strip:
    """The strip of `blocks`: what the cues at their joins are read from."""
    content = document.page.content
    gaps = [0, *(min(6, content.count("\n", a.span.end, b.span.start)) for a, b in pairwise(blocks))]
    known = [is_known(document, block.span, furniture) for block in blocks]
    return strip_of([document.page.words(block.span) for block in blocks], gaps, known)


def _marked(document: Document) -> list[Piece]:
    found = []
    for frame in frames(document):
        shapes = tuple(shape(document.page.words(block.span)) for block in frame.blocks[:MOST_BLOCKS])
        found.append(Piece(frame.blocks, shapes, frame.why))
    return found


def _main(
    document: Document,
    pieces: Sequence[Piece],
    found: Sequence[Parts],
    furniture: frozenset[str],
    inside: Sequence[Block],
) -> int | None:
    """Which piece is the page's own item: the one with most words that no other page of the site carries."""
    allowed = {block.span for block in inside}
    best, most = None, 0.0
    for i, (piece, its) in enumerate(zip(pieces, found, strict=True)):
        own = sum(
            one.words
            for block, one in zip(piece.blocks, piece.shapes, strict=False)
            if block.span in allowed and not is_known(document, block.span, furniture)
        )
        worth = own * (TITLE_WORTH if its.title else 1.0)
        if worth >= most and own:
            best, most = i, worth
    return best


def _item(
    document: Document,
    piece: Piece,
    found: Parts,
    furniture: frozenset[str],
    copy: str,
    tags: Tags,
    *,
    is_main: bool,
    alone: bool,
) -> Item:
    span = document.page.trimmed(piece.blocks[0].span.start, piece.blocks[-1].span.end)
    said = next(tags.inside("kinds", span), None)
    kind, why = kind_of(document, found, span, piece.blocks, piece.shapes, said)
    is_main = is_main and kind != "listing"
    chosen = "the only item of its page" if alone else "the item with most words of the page's own"
    reasons_ = [("cut", piece.why), ("kind", why), ("title", found.why)]
    other = (
        "a list has no main item" if kind == "listing" else "another item of the page has more words of the page's own"
    )
    reasons_.append(("is_main", chosen if is_main else other))
    if copy:
        reasons_.append(("furniture", copy))
    return Item(
        id=item_id(document.id, span),
        document_id=document.id,
        span=span,
        kind=kind,
        title=found.title,
        lead=found.lead,
        body=found.body,
        is_main=is_main,
        item_key=item_key(document, piece.blocks, furniture),
        why=tuple(reasons_),
    )
