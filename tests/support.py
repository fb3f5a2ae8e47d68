"""Documents made of a text, for tests that need no reader."""

from __future__ import annotations

import re

from onrecord.types import Block, Capture, Document, Text, document_id


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
