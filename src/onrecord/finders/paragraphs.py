"""The paragraphs of an item that may be evidence, and the language they are in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.languages import LANGUAGES, Language
from onrecord.types import Block, BlockKind, Reading, Span

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Offsets of a paragraph in the page, white space at its ends left out; mapped is False when it is no evidence."""

    start: int
    end: int
    kind: BlockKind
    mapped: bool


def paragraphs(reading: Reading) -> list[Paragraph]:
    """The paragraphs of the reading's item in page order: its blocks, parted further at blank lines."""
    return [piece for block in blocks_of(reading) for piece in _pieces(reading, block)]


def blocks_of(reading: Reading) -> tuple[Block, ...]:
    """The blocks that share a code point with the reading's item."""
    return _between(reading.document.blocks, reading.item.span.start, reading.item.span.end)


def _between(blocks: tuple[Block, ...], start: int, end: int) -> tuple[Block, ...]:
    first = bisect_right(blocks, start, key=lambda block: block.span.end)
    last = bisect_left(blocks, end, key=lambda block: block.span.start)
    return blocks[first:last]


def _pieces(reading: Reading, block: Block) -> Iterator[Paragraph]:
    text, item = reading.document.page, reading.item.span
    start, end = max(block.span.start, item.start), min(block.span.end, item.end)
    at = start
    gaps = BLANK_LINE.finditer(text.content, start, end) if text.content.find("\n", start, end) >= 0 else ()
    for gap in [*gaps, None]:
        span = text.trimmed(at, gap.start() if gap else end)
        if len(span):
            yield Paragraph(span.start, span.end, block.kind, block.place is not None)
        if gap:
            at = gap.end()


def mapped_spans(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The parts of start:end that are evidence: unmapped blocks cut it in pieces; white space at the ends goes."""
    text, at, spans = reading.document.page, start, []
    holes = [block.span for block in _between(reading.document.blocks, start, end) if block.place is None]
    for hole in holes:
        if hole.end > at:
            spans.append(text.trimmed(at, max(at, hole.start)))
            at = hole.end
    spans.append(text.trimmed(at, max(at, end)))
    return tuple(span for span in spans if len(span))


def language_of(reading: Reading) -> Language:
    """The reading's language as data; where unknown or without a file, Russian for Cyrillic, else English."""
    code = (reading.language or "").partition("-")[0]
    if code in LANGUAGES:
        language: Language = LANGUAGES[code]
        return language
    sample = reading.words[:2000]
    fallback: Language = LANGUAGES["ru" if len(CYRILLIC.findall(sample)) > len(LATIN.findall(sample)) else "en"]
    return fallback
