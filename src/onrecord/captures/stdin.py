"""Standard input: one text, piped in."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from onrecord.captures.file import too_large
from onrecord.errors import CaptureError
from onrecord.settings import Settings
from onrecord.types import Capture, Sighting


def gather(source: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """The bytes of standard input, met at "-". Raises CaptureError when there are more than max_bytes."""
    body = sys.stdin.buffer.read(settings.max_bytes + 1)
    if len(body) > settings.max_bytes:
        raise too_large("-", settings)
    capture = Capture.of(body)
    yield capture, Sighting(capture.id, source, "-", fetched_at=settings.captured_at, via="stdin")
