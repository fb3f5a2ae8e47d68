"""HTML pages: all that a browser shows, in page order, each block with its place in the bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from onrecord.errors import FormatError
from onrecord.formats.encoding import Decoded, byte_offsets, decode
from onrecord.formats.html_blocks import Laid, lay_out
from onrecord.formats.html_declared import declared_for
from onrecord.formats.html_encoding import declared_charset
from onrecord.formats.html_main import extracted_lines, mark_main
from onrecord.formats.html_walk import walk
from onrecord.formats.language import language_of
from onrecord.types import Block, Capture, Document, Place, Sighting, Span, Text, document_id

READER = "html/1"
XML_DECLARATION = re.compile(r"<\?xml\b[^>]*>")


def read(capture: Capture, sighting: Sighting) -> Document:
    """The document of an HTML page.

    Its page text is everything that is shown without scripts and style sheets, menus and footers too; which blocks
    are the article's is a mark on them. Raises FormatError when the parser gives up.
    """
    decoded = decode(capture.body, declared_charset(capture, sighting))
    source = decoded.text
    declared = declared_for(sighting.source)
    shown = walk(_tree(source, capture), declared)
    layout = lay_out(shown, source, declared.pieces())
    page = Text.of(layout.page)
    main, doubts = mark_main(extracted_lines(source), layout.blocks, declared.titles())
    places = _places(capture.body, decoded, layout.blocks)
    blocks = tuple(
        Block(_span(page, laid), laid.kind, place, is_main, laid.linked)
        for laid, place, is_main in zip(layout.blocks, places, main, strict=True)
    )
    return Document(
        id=document_id(capture.id, sighting.source, READER),
        capture_id=capture.id,
        source=sighting.source,
        page=page,
        declared=Text.of(declared.text(layout.pieces)),
        reader=READER,
        language=language_of(
            "\n".join(laid.text for laid, is_main in zip(layout.blocks, main, strict=True) if is_main)
        ),
        encoding=decoded.encoding,
        doubts=(*decoded.doubts, *doubts, *_doubts(places)),
        blocks=blocks,
    )


def _tree(source: str, capture: Capture) -> Any:
    """The tree of the source, as the HTML standard builds it, with offsets."""
    from justhtml import JustHTML  # noqa: PLC0415  (heavy, and this is its only use)

    # An XML declaration inside a page (pasted with an SVG image) is a comment to browsers, text to this parser.
    source = XML_DECLARATION.sub(lambda found: " " * len(found[0]), source)
    # The parser drops one byte order mark at the start and counts from behind it; the one that it may drop is ours.
    marked = f"\ufeff{source}" if source.startswith("\ufeff") else source
    try:
        return JustHTML(marked, sanitize=False, track_node_locations=True).root
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        raise FormatError(
            f"the HTML parser gave up on capture {capture.id[:12]} ({type(error).__name__}: {error}); "
            "the page is kept, not read",
            capture_id=capture.id,
            media_type=capture.media_type,
        ) from error


def _span(page: Text, laid: Laid) -> Span:
    """The block without no-break spaces at its ends."""
    start = laid.start + len(laid.text) - len(laid.text.lstrip())
    return page.span(start, laid.start + len(laid.text.rstrip()))


def _places(body: bytes, decoded: Decoded, blocks: Sequence[Laid]) -> list[Place | None]:
    """Where each block stands in the bytes: None when its stretch is unknown or its bytes do not decode to it."""
    ends = sorted({end for laid in blocks if laid.stretch for end in laid.stretch})
    offsets = dict(zip(ends, byte_offsets(decoded, ends), strict=True))
    places: list[Place | None] = []
    for laid in blocks:
        place = None
        if laid.stretch:
            start, end = (offsets[position] for position in laid.stretch)
            if _decodes_to(body[start:end], decoded.encoding, decoded.text[slice(*laid.stretch)]):
                place = Place(start, end)
        places.append(place)
    return places


def _decodes_to(body: bytes, encoding: str, source: str) -> bool:
    try:
        return body.decode(encoding) == source
    except UnicodeDecodeError:
        return False


def _doubts(places: Sequence[Place | None]) -> tuple[str, ...]:
    """What is to be doubted of the blocks: that there are none, or that some are no evidence."""
    if not places:
        return ("the page shows no text; it may be one that scripts fill in",)
    lost = sum(place is None for place in places)
    if not lost:
        return ()
    return (f"{lost} of {len(places)} blocks do not stand in the bytes as shown; they are no evidence for a quotation",)
