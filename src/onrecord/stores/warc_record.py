"""WARC 1.1 records made by warcio and read back: a capture as `response` or `resource`, and the head of a file."""

from __future__ import annotations

import hashlib
import re
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import UUID

from onrecord.types import Capture, Sighting

if TYPE_CHECKING:
    from warcio.statusandheaders import StatusAndHeaders

NO_DATE = "1970-01-01T00:00:00Z"  # WARC wants a date where nobody knows one
# Headers that told how the body travelled; it is archived as it is after that, so they would mislead a reader.
TRAVEL = frozenset({"content-encoding", "transfer-encoding", "content-length"})
ASCII = "".join(map(chr, range(32, 127)))
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def capture_record(capture: Capture, sighting: Sighting) -> bytes:
    """The record of a capture: a `response` when its sighting has a status, else a `resource`."""
    headers = {
        "WARC-Record-ID": record_id(capture.id, sighting.source, sighting.fetched_at or ""),
        "WARC-Date": sighting.fetched_at or NO_DATE,
        "WARC-Payload-Digest": f"sha256:{capture.id}",
    }
    uri = target_uri(sighting.source)
    if sighting.status is None:
        headers["WARC-Block-Digest"] = f"sha256:{capture.id}"
        media_type = CONTROL.sub(" ", capture.media_type).strip() or "application/octet-stream"
        return _written("resource", uri, headers, capture.body, media_type=media_type)
    http = _http_head(sighting, len(capture.body))
    block = hashlib.sha256(http.headers_buff + capture.body).hexdigest()
    headers["WARC-Block-Digest"] = f"sha256:{block}"
    return _written("response", uri, headers, capture.body, http=http)


def warcinfo_record(name: str) -> bytes:
    """The first record of the archive file `name`: what wrote it and how its records are to be taken."""
    fields = (
        "software: onrecord",
        "format: WARC File Format 1.1",
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        f"description: payloads are entities after content decoding; a WARC-Date of {NO_DATE} means that nobody knows",
    )
    body = "".join(f"{field}\r\n" for field in fields).encode()
    headers = {
        "WARC-Record-ID": record_id("warcinfo", name),
        "WARC-Date": NO_DATE,
        "WARC-Filename": name,
        "WARC-Block-Digest": f"sha256:{hashlib.sha256(body).hexdigest()}",
    }
    return _written("warcinfo", "", headers, body, media_type="application/warc-fields")


def payload_of(record: bytes, sha256: str | None) -> bytes:
    """The body of the capture that `record` holds.

    Raises ValueError, with a sentence, when the record is no capture's, or when the hash of the body is not the one
    it names, or not `sha256` (in hex) where that is given.
    """
    head, parted, block = record.partition(b"\r\n\r\n")
    fields = dict(line.partition(": ")[::2] for line in head.decode("utf-8", "replace").split("\r\n"))
    kind, length = fields.get("WARC-Type"), fields.get("Content-Length", "")
    if not parted or kind not in {"response", "resource"} or not length.isdigit():
        raise ValueError("there is no capture here")
    if block[int(length) :] != b"\r\n\r\n":
        raise ValueError("the record has another length than it says")
    body = block[: int(length)]
    if kind == "response":
        body = body.partition(b"\r\n\r\n")[2]
    found = hashlib.sha256(body).hexdigest()
    named = fields.get("WARC-Payload-Digest", "").removeprefix("sha256:")
    for wanted in (named, sha256):
        if wanted is not None and found != wanted:
            raise ValueError(f"the bytes have sha256 {found}, not {wanted}")
    return body


def target_uri(source: str) -> str:
    """The address of a capture as WARC wants one: http addresses as they are, paths as `onrecord:` and the path."""
    if re.match(r"https?://", source, re.IGNORECASE):
        return quote(source, safe="%/:?#[]@!$&'()*+,;=~")
    return "onrecord:" + quote(source)


def record_id(*parts: str) -> str:
    """A record's id, which the same parts always have: a UUID of their hash."""
    digest = hashlib.sha256("\n".join(("record", *parts)).encode()).digest()
    return f"<urn:uuid:{UUID(bytes=digest[:16], version=5)}>"


def _http_head(sighting: Sighting, length: int) -> StatusAndHeaders:
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415

    headers = [(f"X-Archive-Orig-{key}" if key.lower() in TRAVEL else key, value) for key, value in sighting.headers]
    headers = [(quote(key, safe="!#$%&'*+^`|"), quote(value, safe=ASCII)) for key, value in headers]
    status = sighting.status or 0
    phrase = HTTPStatus(status).phrase if status in {known.value for known in HTTPStatus} else "Unknown"
    http = StatusAndHeaders(
        f"{status} {phrase}", [*headers, ("Content-Length", str(length))], protocol="HTTP/1.1", is_http_request=False
    )
    http.compute_headers_buffer(None)
    return http


def _written(
    kind: str,
    uri: str,
    headers: dict[str, str],
    body: bytes,
    *,
    media_type: str = "",
    http: StatusAndHeaders | None = None,
) -> bytes:
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    out = BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        uri,
        kind,
        payload=BytesIO(body),
        length=len(body),
        warc_content_type=media_type,
        warc_headers_dict=headers,
        http_headers=http,
    )
    writer.write_record(record)
    return out.getvalue()
