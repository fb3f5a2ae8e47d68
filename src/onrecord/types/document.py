"""Documents: the archived text of a capture, divided into blocks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from onrecord.types.span import Span, Text

BlockKind = Literal["title", "paragraph", "list", "speaker", "caption"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the captured bytes a block stands: bytes `start` to `end` of the body, checked against the raw slice."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the page that its source sets apart: a paragraph, a heading, a list entry.

    main    False when the format's extractor takes it for furniture (menus, related links, notices)
    linked  how many of its code points, white space aside, stand inside links
    place   None = unmapped: the text could not be found again in the raw bytes, so it is never evidence for a quotation
    """

    span: Span
    kind: BlockKind
    place: Place | None
    main: bool = True
    linked: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The two archived texts of a capture met at a source.

    page      all visible text in page order, never normalised
    declared  what the source says of itself, one "key: value" a line (address, meta, JSON-LD, <time> ...)
    reader    which reader made it, with its version ("html/1"): a changed reader makes a new document
    language  BCP 47 of most of the page; None when too short or unsure
    encoding  how the bytes were decoded; None when the format has no say in it
    doubts    what the reader was not sure of, one sentence each
    blocks    in page order, never overlapping; white space between them belongs to none
    """

    id: str
    capture_id: str
    source: str
    page: Text
    declared: Text
    reader: str
    language: str | None
    encoding: str | None
    doubts: tuple[str, ...]
    blocks: tuple[Block, ...]


def document_id(capture_id: str, source: str, reader: str) -> str:
    """The id of what `reader` makes of a capture met at `source`."""
    return hashlib.sha256(f"document\n{capture_id}\n{source}\n{reader}".encode()).hexdigest()
