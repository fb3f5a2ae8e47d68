"""What bytes mean, by media type."""

from __future__ import annotations

from onrecord.errors import FormatError
from onrecord.formats.sniff import HTML, media_type_of
from onrecord.registry import Table
from onrecord.settings import Settings
from onrecord.types import Capture, Document, Sighting

FORMATS = Table(
    "formats",
    {
        "text/html": "onrecord.formats.html:read",
        "text/plain": "onrecord.formats.plain:read",
        "text/csv": "onrecord.formats.csv:read",
        "text/tab-separated-values": "onrecord.formats.csv:read",
    },
)


def read_document(capture: Capture, sighting: Sighting, *, max_html_bytes: int = Settings().max_html_bytes) -> Document:
    """The document that a capture met at a source holds, by the reader of its media type.

    Raises FormatError when the body is empty, no text, of a media type without a reader, or HTML above max_html_bytes.
    """
    media_type = media_type_of(capture, sighting)
    if media_type not in FORMATS:
        raise FormatError(
            f"{sighting.source} is {media_type}, which has no reader (have: {', '.join(FORMATS.names())}); "
            "convert it to text or HTML first",
            capture_id=capture.id,
            media_type=media_type,
        )
    if media_type == HTML and len(capture.body) > max_html_bytes:
        raise FormatError(
            f"{sighting.source} is an HTML page of {len(capture.body):,} bytes, more than "
            f"{max_html_bytes:,}; to read it, raise max_html_bytes (in onrecord.toml or as ONRECORD_MAX_HTML_BYTES)",
            capture_id=capture.id,
            media_type=media_type,
        )
    document: Document = FORMATS[media_type](capture, sighting)
    return document


__all__ = ["FORMATS", "read_document"]
