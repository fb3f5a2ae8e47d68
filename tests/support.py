"""Documents and readings made of a text, for tests that need no reader."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.types import (
    Block,
    BlockKind,
    Capture,
    Document,
    Item,
    Kind,
    Place,
    Reading,
    SiteSlice,
    Span,
    Text,
    document_id,
    item_id,
)


def page(text: str, *, source: str = "page.txt") -> Document:
    """The document of `text`: every line with a word on it is a paragraph."""
    page = Text.of(text)
    capture = Capture.of(text.encode("utf-8", "replace"))
    blocks = tuple(
        Block(page.trimmed(*match.span()), "paragraph", None)
        for match in re.finditer(r"[^\n]+", page.content)
        if match.group().strip()
    )
    return Document(
        id=document_id(capture.id, source, "plain/1"),
        capture_id=capture.id,
        source=source,
        page=page,
        declared=Text.of(f"source: {source}"),
        reader="plain/1",
        language="en",
        encoding="utf-8",
        doubts=(),
        blocks=blocks,
    )


def reading(
    text: str,
    kind: Kind = "news",
    *,
    language: str = "en",
    title: bool = False,
    speakers: tuple[str, ...] = (),
    unmapped: tuple[str, ...] = (),
) -> Reading:
    """The reading of one item over all of `text`, every line a block that is mapped onto its bytes.

    title     the first line is the item's title, the second its lead
    speakers  lines that are blocks of kind "speaker"
    unmapped  lines that are not mapped
    """
    document = replace(page(text), language=language)
    blocks = _mapped(document, speakers, unmapped)
    document = replace(document, blocks=blocks)
    spans = [block.span for block in blocks]
    lead = 1 if title and len(spans) > 1 else 0
    body = Span(document.page.id, spans[lead + 1].start, spans[-1].end) if lead + 1 < len(spans) else None
    span = document.page.trimmed(0, len(document.page.content))
    item = Item(
        item_id(document.id, span),
        document.id,
        span,
        kind,
        spans[0] if title else None,
        spans[lead],
        body,
        True,
        "",
        (),
    )
    return Reading(document, item, (item,), language, SiteSlice())


def _mapped(document: Document, speakers: tuple[str, ...], unmapped: tuple[str, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = done = 0  # bytes and code points so far
    for block in document.blocks:
        at += len(document.page.content[done : block.span.start].encode())
        words = document.page.words(block.span)
        done = block.span.end
        start, at = at, at + len(words.encode())
        kind: BlockKind = "speaker" if words in speakers else block.kind
        blocks.append(Block(block.span, kind, None if words in unmapped else Place(start, at)))
    return tuple(blocks)


# "[content “We will act,”]": the name of the mark, then the words it marks.
MARKED = re.compile(r"\[(?P<name>[a-z_]+) (?P<words>[^\[\]]*)\]")


def marked(text: str, kind: Kind = "news", *, language: str = "en") -> tuple[Reading, dict[str, list[Span]]]:
    """The reading of `text` without its marks, and the marked spans by name, in text order.

    marked("[content “We will act,”] [source the minister] [cue said], [content “and soon.”]")
    """
    plain, places, done = "", [], 0
    for found in MARKED.finditer(text):
        plain += text[done : found.start()]
        places.append((found["name"], len(plain), len(plain) + len(found["words"])))
        plain += found["words"]
        done = found.end()
    plain += text[done:]
    read = reading(plain, kind, language=language)
    spans: dict[str, list[Span]] = {}
    for name, start, end in places:
        spans.setdefault(name, []).append(read.document.page.span(start, end))
    return read, spans
