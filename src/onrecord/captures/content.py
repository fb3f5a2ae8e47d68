"""Content-Encoding and chunks undone, with a cap: a page of a kilobyte must not unpack into a gigabyte."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from onrecord.captures.file import too_large
from onrecord.errors import CaptureError
from onrecord.settings import Settings

PIECE = 1 << 16  # fed at once; what is left over of it is copied at each step, so it is small
STEP = 1 << 20  # unpacked at once; the cap is kept to within it
CODINGS = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br"}
# Nobody needs more than two, and each may multiply the size a thousandfold.
MOST_CODINGS = 2
CHUNK_HEAD = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(;[^\r\n]*)?\r?\n")


def decoded_body(raw: bytes, content_encoding: str, source: str, settings: Settings) -> bytes:
    """The entity that `raw` holds after its content codings (gzip, deflate, br) are undone, the last one first.

    Raises CaptureError when a coding is unknown or broken off, or when more than max_bytes come out.
    """
    names = [name.strip().lower() for name in content_encoding.split(",")]
    names = [name for name in names if name not in {"", "identity", "none"}]
    unknown = [name for name in names if name not in CODINGS]
    if unknown or len(names) > MOST_CODINGS:
        raise CaptureError(
            f"{source} came with content-encoding {content_encoding!r}; onrecord undoes gzip, deflate and br, "
            f"at most {MOST_CODINGS} of them",
            source=source,
        )
    for name in reversed(names):
        raw = _undone(raw, CODINGS[name], source, settings)
    if len(raw) > settings.max_bytes:
        raise too_large(source, settings)
    return raw


def dechunked(raw: bytes) -> bytes:
    """The body that `raw` holds in chunks; `raw` itself when it is none, as archives often store it undone.

    Of chunks that break off, what is there.
    """
    parts: list[bytes] = []
    at = 0
    while head := CHUNK_HEAD.match(raw, at):
        size = int(head.group(1), 16)
        if size == 0:
            return b"".join(parts)
        parts.append(raw[head.end() : head.end() + size])
        at = head.end() + size
        at += 2 if raw[at : at + 2] == b"\r\n" else raw[at : at + 1] == b"\n"
    return b"".join(parts) if parts and at >= len(raw) else raw


def _undone(raw: bytes, coding: str, source: str, settings: Settings) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        for part in _unbrotlied(raw) if coding == "br" else _inflated(raw, coding):
            size += len(part)
            if size > settings.max_bytes:
                raise too_large(source, settings)
            parts.append(part)
    except (zlib.error, EOFError) as error:
        raise CaptureError(
            f"{source} came in content-encoding {coding} that is damaged or cut short ({error}); fetch it again",
            source=source,
        ) from error
    return b"".join(parts)


def _inflated(raw: bytes, coding: str) -> Iterator[bytes]:
    """What gzip (one member or several) or deflate (with its zlib head or bare) unpacks to, in steps."""
    wbits = 31 if coding == "gzip" else 15 if raw[:1] and raw[0] & 15 == 8 and _is_zlib_head(raw) else -15
    stream = zlib.decompressobj(wbits)
    for start in range(0, len(raw), PIECE):
        piece = raw[start : start + PIECE]
        while piece:
            if stream.eof:
                if coding == "deflate" or not piece.startswith(b"\x1f"):
                    return  # padding after the end, which browsers pass over as well
                stream = zlib.decompressobj(wbits)
            yield stream.decompress(piece, STEP)
            piece = stream.unused_data or stream.unconsumed_tail
    while not stream.eof and (rest := stream.decompress(b"", STEP)):
        yield rest
    if raw and not stream.eof:
        raise EOFError("the end is missing")


def _is_zlib_head(raw: bytes) -> bool:
    return len(raw) >= 2 and int.from_bytes(raw[:2], "big") % 31 == 0


def _unbrotlied(raw: bytes) -> Iterator[bytes]:
    """What br unpacks to, in steps."""
    import brotli  # noqa: PLC0415  a compiled library, for this coding only

    stream = brotli.Decompressor()
    try:
        for start in range(0, len(raw), PIECE):
            yield stream.process(raw[start : start + PIECE], output_buffer_limit=STEP)
            while not stream.can_accept_more_data():
                yield stream.process(b"", output_buffer_limit=STEP)
    except brotli.error as error:
        raise EOFError(str(error)) from error
    if raw and not stream.is_finished():
        raise EOFError("the end is missing")
