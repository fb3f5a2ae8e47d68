"""Web archives: the responses and resources of a WARC file, gzipped or not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from onrecord.captures.content import dechunked, decoded_body
from onrecord.captures.file import shown, site_of, too_large
from onrecord.errors import CaptureError
from onrecord.settings import Settings
from onrecord.types import Capture, Sighting

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
GZIP = b"\x1f\x8b"
Headers = tuple[tuple[str, str], ...]


def is_warc(path: Path) -> bool:
    """Whether the regular file at `path` is a WARC, gzipped or not: by its first bytes, or by its name."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:
        return False  # who reads it will say why
    try:
        first = zlib.decompressobj(31).decompress(head, 16) if head.startswith(GZIP) else head
    except zlib.error:
        first = b""
    return first.startswith(b"WARC/") or path.name.lower().endswith((".warc", ".warc.gz"))


def gather(source: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """The pages that the WARC at the path `source` holds, in its order: `response` and `resource` records.

    Chunks and content codings are undone. Responses with a status of 400 and more, records that are larger than
    max_bytes and damaged ones are yielded as CaptureErrors; redirects, requests, revisits and metadata are passed over.
    A file that is cut short gives what is whole, then a CaptureError with the offset at which it breaks.
    Raises CaptureError when the file cannot be opened or holds no record at all.
    """
    name = shown(source)
    try:
        with Path(source).open("rb") as file:
            yield from _read(file, name, settings)
    except OSError as error:
        raise CaptureError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}", source=name) from error


def _read(file: BinaryIO, name: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """Each record a step behind: only when the next one is there, or the tail is looked at, is it known to be whole."""
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

    held: tuple[Capture, Sighting] | CaptureError | None = None
    last, fault = -1, ""
    try:
        for record in ArchiveIterator(file, parse_http=False):
            if held is not None:
                yield held
            last, held = record.stream_pos, None
            held = _entry(record, name, settings)
    except OSError as error:
        fault = f" ({error})"
    if last < 0:
        raise CaptureError(f"{name} holds no WARC record: it is empty, damaged or something else", source=name)
    broken_at = _broken_at(file, last)
    if held is not None and broken_at != last:
        yield held
    if fault or broken_at is not None:
        at = last if broken_at is None else broken_at
        yield CaptureError(
            f"{name} is cut short or damaged: the record at offset {at:,} is not whole{fault}; "
            "what stands before it was read",
            source=name,
        )


def _entry(record: WarcRecord, name: str, settings: Settings) -> tuple[Capture, Sighting] | CaptureError | None:
    """What one record holds; None when it is no page."""
    from fastwarc.warc import WarcRecordType  # noqa: PLC0415

    is_response = record.record_type == WarcRecordType.response
    if not is_response and record.record_type != WarcRecordType.resource:
        return None
    source = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or f"{name}@{record.stream_pos}"
    if record.content_length > settings.max_bytes:
        return too_large(source, settings)
    assert record.reader is not None
    block = record.reader.read()
    if len(block) < record.content_length or "Content-Length" not in record.headers:
        return CaptureError(f"{source} in {name} breaks off at offset {record.stream_pos:,}", source=source)
    if not is_response:
        capture = Capture.of(block, record.headers.get("Content-Type") or "")
        return capture, Sighting(capture.id, source, _site(source, name), _moment(record), via="warc")
    try:
        return _response(block, source, _site(source, name), _moment(record), settings)
    except CaptureError as error:
        return error


def _response(
    block: bytes, source: str, site: str, moment: str | None, settings: Settings
) -> tuple[Capture, Sighting] | None:
    """The page of a `response` record; None when it is a redirect."""
    status, headers, body = http_response(block, source, settings)
    if 300 <= status < 400:
        return None
    if status >= 400:
        raise CaptureError(f"{source} was archived with status {status}", source=source, status=status)
    capture = Capture.of(body, header(headers, "content-type"))
    return capture, Sighting(capture.id, source, site, moment, headers, status, "warc")


def http_response(block: bytes, source: str, settings: Settings) -> tuple[int, Headers, bytes]:
    """Status, headers as received, and the body with chunks and content codings undone, of an archived HTTP response.

    Raises CaptureError when the block is none, or its body cannot be decoded or exceeds max_bytes.
    """
    end, width = block.find(b"\r\n\r\n"), 4
    if end < 0:
        end, width = block.find(b"\n\n"), 2
    first, *lines = block[: max(end, 0)].decode("latin-1").split("\n")
    parts = first.split(None, 2)
    if end < 0 or len(parts) < 2 or not parts[0].upper().startswith("HTTP/") or not parts[1].isdecimal():
        raise CaptureError(f"{source} was archived without the head of an HTTP response", source=source)
    headers = tuple(
        (key.strip(), value.strip()) for key, colon, value in (line.partition(":") for line in lines) if colon
    )
    body = block[end + width :]
    if "chunked" in header(headers, "transfer-encoding").lower():
        body = dechunked(body)
    return int(parts[1]), headers, _decoded(body, header(headers, "content-encoding"), source, settings)


def header(headers: Headers, name: str) -> str:
    """The values of the header `name` (in lower case), joined by commas; "" when there is none."""
    return ", ".join(value for key, value in headers if key.lower() == name)


def _decoded(body: bytes, coding: str, source: str, settings: Settings) -> bytes:
    """The body decoded; as it is where the archive undid gzip and left its header, which the first bytes tell."""
    if "gzip" in coding.lower() and not body.startswith(GZIP):
        coding = ""
    return decoded_body(body, coding, source, settings)


def _site(source: str, name: str) -> str:
    """The host of an address; for what has none, the folder that the WARC stands in."""
    try:
        host = urlsplit(source).hostname
    except ValueError:
        host = None
    return host or site_of(Path(name).absolute().parent)


def _moment(record: WarcRecord) -> str | None:
    """When the record says it was fetched; None when it does not, or as our own archive says that nobody knows."""
    if record.record_date is None or record.record_date == UNKNOWN:
        return None
    return record.record_date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _broken_at(file: BinaryIO, last: int) -> int | None:
    """The offset at which the file breaks off from its last record on; None when it is whole."""
    file.seek(last)
    if file.read(2) == GZIP:
        return _broken_member(file, last)
    file.seek(0)
    if file.read(2) == GZIP:  # all records in one member, where an offset means nothing
        return _broken_member(file, 0)
    return _broken_record(file, last)


def _broken_member(file: BinaryIO, at: int) -> int | None:
    """The offset of the first gzip member from `at` on that does not come to its end."""
    file.seek(at)
    stream = zlib.decompressobj(31)
    piece = file.read(1 << 16)
    while piece:
        try:
            stream.decompress(piece, 1 << 20)
        except zlib.error:
            return at
        if not stream.eof:
            piece = stream.unconsumed_tail or file.read(1 << 16)
            continue
        rest = stream.unused_data or file.read(1 << 16)
        if not rest.strip(b"\x00"):
            return None
        at = file.tell() - len(rest)
        stream, piece = zlib.decompressobj(31), rest
    return at


def _broken_record(file: BinaryIO, at: int) -> int | None:
    """The offset of the first plain record from `at` on that does not come to its end."""
    size = file.seek(0, 2)
    file.seek(at)
    head, found, _ = file.read(1 << 16).partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    length = lengths[0].strip() if lengths else b""
    if not found or not length.isdigit():
        return at
    end = at + len(head) + 4 + int(length)
    if end > size:
        return at
    file.seek(end)
    rest = file.read(1 << 16)
    return end + len(rest) - len(rest.lstrip()) if rest.strip() else None
