"""One address, fetched as a polite guest: robots.txt, one request a second, guarded, capped."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import aiohttp
import stamina
from yarl import URL

from onrecord.captures.content import decoded_body
from onrecord.captures.guard import NotPublic
from onrecord.captures.http import Answer, Busy, fetch
from onrecord.captures.robots import Robots, robots_of
from onrecord.errors import CaptureError
from onrecord.settings import Settings
from onrecord.types import Capture, Sighting

MOST_REDIRECTS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ATTEMPTS = 3
# Seconds. A host that asks for more is left alone: its wish is told, and a person decides when to come back.
LONGEST_WAIT = 60.0
# Short and hexadecimal ways to write an IPv4 address, which only serve to get past a guard.
NUMBERS = re.compile(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+))*", re.IGNORECASE)
# stamina logs each new attempt, which ends on stderr where no logging is set up; where it is, it is still seen.
logging.getLogger("stamina").addHandler(logging.NullHandler())
# When each host was last asked, by the monotonic clock: several addresses of one host, read one after another, keep
# its pace too. Nothing that is recorded depends on it.
_last_asked: dict[str, float] = {}


def gather(source: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """The page at the address `source`, met at the address that answered after redirects, without its fragment.

    The body is the entity after content decoding; the headers are kept as received.
    Raises CaptureError when the address is none, not public, closed by robots.txt, answers with a status other than
    2xx, too slowly, with more than max_bytes, or not at all.
    """
    try:
        yield _run(Visit(settings), source)
    except NotPublic as error:  # raised for robots.txt, or for where a redirect led: the source is what was asked for
        raise CaptureError(str(error), source=source) from error


def _run(visit: Visit, source: str) -> tuple[Capture, Sighting]:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(visit.page(source))
    with ThreadPoolExecutor(1) as pool:  # in a notebook a loop is running already
        return pool.submit(asyncio.run, visit.page(source)).result()


@dataclass
class Visit:
    """One address and the redirects it leads through; holds the robots.txt of each host on the way."""

    settings: Settings
    robots: dict[str, Robots] = field(default_factory=dict)

    async def page(self, source: str) -> tuple[Capture, Sighting]:
        """The page at `source`, redirects followed one by one, each checked like the first."""
        address, seen = canonical(source), list[str]()
        while True:
            (await self.robots_of(address)).require(address)
            answer = await self.ask(address)
            if answer.status not in REDIRECTS or not answer.header("location"):
                return self.met(address, answer)
            seen.append(address)
            address = canonical(answer.header("location"), base=address)
            if address in seen or len(seen) > MOST_REDIRECTS:
                trouble = "in a circle" if address in seen else f"more than {MOST_REDIRECTS} times"
                raise CaptureError(f"{source} redirects {trouble}, last to {address}", source=seen[0])

    def met(self, address: str, answer: Answer) -> tuple[Capture, Sighting]:
        """The capture and sighting of an answer that is a page. Raises CaptureError for any other status than 2xx."""
        if not 200 <= answer.status < 300:
            later = answer.header("retry-after")
            hint = f" and asks to come back after {later}" if later else ""
            raise CaptureError(
                f"{address} answered with status {answer.status}{hint}", source=address, status=answer.status
            )
        body = decoded_body(answer.body, answer.header("content-encoding"), address, self.settings)
        capture = Capture.of(body, answer.header("content-type"))
        site, moment = urlsplit(address).hostname or address, self.settings.moment()
        return capture, Sighting(capture.id, address, site, moment, answer.headers, answer.status, "url")

    async def robots_of(self, address: str) -> Robots:
        """The robots.txt of the address's host, asked for once. Redirects of it are followed, five at most."""
        origin = str(URL(address).origin())
        if origin not in self.robots:
            self.robots[origin] = await self._fetched_robots(f"{origin}/robots.txt")
        return self.robots[origin]

    async def _fetched_robots(self, address: str) -> Robots:
        for _ in range(6):
            try:
                answer = await self.ask(address)
                if answer.status not in REDIRECTS or not answer.header("location"):
                    body = decoded_body(answer.body, answer.header("content-encoding"), address, self.settings)
                    return robots_of(answer.status, body)
                address = canonical(answer.header("location"), base=address)
            except NotPublic:
                raise
            except CaptureError as error:
                return Robots(None, str(error))
        return Robots(None)  # RFC 9309, 2.3.1.2: after five redirects it may be taken as not there

    async def ask(self, address: str) -> Answer:
        """The answer to one request, asked again a few times when the host is busy or the line breaks."""
        host = URL(address).authority
        robots = self.robots.get(str(URL(address).origin()))
        pause = max(self.settings.delay_seconds, robots.delay_seconds() if robots else 0.0)
        if pause > LONGEST_WAIT:
            raise CaptureError(
                f"{address} is not read: robots.txt asks for {pause:g} seconds between two requests, more than the "
                f"{LONGEST_WAIT:g} that onrecord waits",
                source=address,
            )
        waits = stamina.retry_context(
            on=_wait_before_retry,
            attempts=ATTEMPTS,
            timeout=self.settings.timeout_seconds * ATTEMPTS,
            wait_initial=max(self.settings.delay_seconds, 0.01),
            wait_max=LONGEST_WAIT,
            wait_jitter=0.0,
        )
        try:
            async for attempt in waits:
                with attempt:
                    await _keep_pace(host, pause)
                    return await fetch(address, self.settings)
        except Busy as busy:
            return busy.answer
        except aiohttp.ClientConnectionError as error:
            raise CaptureError(f"{address} cannot be reached: {error}", source=address) from error
        raise AssertionError("stamina either returns or raises")


def canonical(address: str, *, base: str = "") -> str:
    """An http or https address in one form: host in lower case and ASCII, no default port, no fragment.

    `base` is where a relative address was found. Raises CaptureError when it is none, or holds a password.
    """
    try:
        url = URL(base).join(URL(address.strip())) if base else URL(address.strip())
        trouble = _trouble(url)
    except (ValueError, TypeError) as error:
        raise CaptureError(f"{address} is no address that can be read: {error}", source=address) from error
    if trouble:
        raise CaptureError(f"{address} is no address that can be read: {trouble}", source=address)
    port = "" if url.is_default_port() else f":{url.port}"
    query = f"?{url.raw_query_string}" if url.raw_query_string else ""
    return f"{url.scheme}://{url.host_subcomponent}{port}{url.raw_path or '/'}{query}"


def _trouble(url: URL) -> str:
    """Why an address is not read, "" when it may be."""
    if url.scheme not in {"http", "https"} or not url.host:
        return "only http:// and https:// addresses with a host are read"
    if url.user is not None or url.password is not None:
        return "leave the user name and the password out, for addresses are archived as they are"
    if NUMBERS.fullmatch(url.host) and url.host.count(".") != 3:
        return "write its host as four numbers, such as 192.0.2.1"
    return ""


def _wait_before_retry(error: Exception) -> bool | float:
    """Whether to ask again, and after how many seconds when the host says so."""
    if isinstance(error, Busy):
        if error.wait_seconds is None:
            return True
        return error.wait_seconds if error.wait_seconds <= LONGEST_WAIT else False
    return isinstance(error, aiohttp.ClientConnectionError)


async def _keep_pace(host: str, pause: float) -> None:
    """Wait until `pause` seconds have passed since the host was asked last."""
    last = _last_asked.get(host)
    if last is not None and (wait := last + pause - time.monotonic()) > 0:
        await asyncio.sleep(wait)
    _last_asked[host] = time.monotonic()
