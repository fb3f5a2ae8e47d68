"""Captures and sightings: the bytes as received, and where and when they were met."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Exactly the bytes that were received. `id` is sha256(body); the same bytes are one capture."""

    id: str
    body: bytes
    media_type: str  # as declared by whoever gave the bytes; "" when nobody did

    @classmethod
    def of(cls, body: bytes, media_type: str = "") -> Capture:
        """The capture of `body`."""
        return cls(hashlib.sha256(body).hexdigest(), body, media_type)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when a capture was met.

    source      an address, or a path below the folder given (the file's name when a file was given)
    site        whose pages these are: the address's host, or a name for the folder read
    fetched_at  UTC moment, ISO 8601 to the second with Z; None for a plain file: its clock proves nothing
    headers     as received, in order; volatile, so they are no part of any id
    via         file, folder, stdin, url, warc
    """

    capture_id: str
    source: str
    site: str
    fetched_at: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    status: int | None = None
    via: str = "file"
