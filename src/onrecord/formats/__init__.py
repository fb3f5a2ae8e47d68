"""What bytes mean, by media type."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Caps:
    """The largest body, in bytes, that is read as HTML and as any other text."""

    html: int = Settings().max_html_bytes
    text: int = Settings().max_text_bytes

    @classmethod
    def of(cls, settings: Settings) -> Caps:
        """The caps that `settings` name."""
        return cls(settings.max_html_bytes, settings.max_text_bytes)


def read_document(capture: Capture, sighting: Sighting, caps: Caps = Caps()) -> Document:
    """The document that a capture met at a source holds, by the reader of its media type.

    Raises FormatError when the body is empty, no text, of a media type without a reader, or above its cap.
    """
    media_type = media_type_of(capture, sighting)
    if media_type not in FORMATS:
        raise FormatError(
            f"{sighting.source} is {media_type}, which has no reader (have: {', '.join(FORMATS.names())}); "
            "convert it to text or HTML first",
            capture_id=capture.id,
            media_type=media_type,
        )
    kind, cap = ("html", caps.html) if media_type == HTML else ("text", caps.text)
    if len(capture.body) > cap:
        raise FormatError(
            f"{sighting.source} is {kind} of {len(capture.body):,} bytes, more than {cap:,}: split it, or raise "
            f"max_{kind}_bytes (in onrecord.toml or as ONRECORD_MAX_{kind.upper()}_BYTES) if there is memory for it",
            capture_id=capture.id,
            media_type=media_type,
        )
    document: Document = FORMATS[media_type](capture, sighting)
    return document


__all__ = ["FORMATS", "Caps", "read_document"]
