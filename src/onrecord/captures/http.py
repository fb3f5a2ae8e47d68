"""One HTTP request and its answer: guarded, timed, capped, nothing followed and nothing decoded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import aiohttp
from yarl import URL

from onrecord.captures.file import too_large
from onrecord.captures.guard import NotPublic, guarded_socket
from onrecord.errors import CaptureError
from onrecord.settings import Settings

BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: headers as received and in order, body as it travelled."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The values of the header `name` (in lower case), joined by commas; "" when there is none."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)


class Busy(Exception):
    """The server is busy and may be asked again; `wait_seconds` is what its Retry-After asks for."""

    def __init__(self, answer: Answer, now: datetime) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer
        self.wait_seconds = retry_after_seconds(answer.header("retry-after"), now)


async def fetch(address: str, settings: Settings) -> Answer:
    """The answer of the server at `address`.

    Raises Busy for status 429 and 503, aiohttp.ClientConnectionError when no connection could be had, CaptureError
    when the address is not public, the answer is too large, breaks off, or takes longer than timeout_seconds.
    """
    url, refused = URL(address), list[str]()
    host, port = url.host or "", url.port or 0
    connector = aiohttp.TCPConnector(socket_factory=guarded_socket(host, port, settings, refused))
    session = aiohttp.ClientSession(
        connector=connector,
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=settings.timeout_seconds),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={
            "User-Agent": agent(settings),
            "Accept": "text/html,application/xhtml+xml,text/plain,text/csv;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate, br",
        },
    )
    try:
        async with session, session.get(url, allow_redirects=False) as response:
            body = await _read(response, address, settings)
            headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.raw_headers)
            answer = Answer(response.status, headers, body)
    except TimeoutError as error:
        raise CaptureError(
            f"{address} did not answer in full within {settings.timeout_seconds:g} seconds; "
            "try later, or raise timeout_seconds",
            source=address,
        ) from error
    except aiohttp.ClientConnectorCertificateError as error:
        raise CaptureError(f"{address} has no valid certificate: {error.certificate_error}", source=address) from error
    except aiohttp.ClientConnectionError as error:
        if refused:
            raise not_public(address, refused[0]) from error
        raise
    except aiohttp.ClientError as error:
        raise CaptureError(f"{address} answered in broken HTTP: {error}", source=address) from error
    if answer.status in BUSY:
        raise Busy(answer, settings.clock())
    return answer


async def _read(response: aiohttp.ClientResponse, address: str, settings: Settings) -> bytes:
    if (response.content_length or 0) > settings.max_bytes:
        raise too_large(address, settings)
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_any():
        size += len(part)
        if size > settings.max_bytes:
            raise too_large(address, settings)
        parts.append(part)
    return b"".join(parts)


def not_public(address: str, ip: str) -> NotPublic:
    """The error for an address whose host is at `ip`, which is not of the public internet."""
    host = URL(address).host
    return NotPublic(
        f"{address} is not read: {ip} is no public address. To read it all the same, name {host} in allow_hosts",
        source=address,
    )


def agent(settings: Settings) -> str:
    """What we call ourselves, with the contact that the settings name."""
    return f"onrecord/{version('onrecord')}" + (f" (+{settings.contact})" if settings.contact else "")


def retry_after_seconds(value: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks to wait, given as such or as a date; None when it says nothing."""
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
