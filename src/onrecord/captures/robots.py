"""robots.txt as RFC 9309 has it: what a host lets us read, and how long to wait between two requests."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from onrecord.errors import CaptureError

AGENT = "onrecord"  # the product token that a robots.txt addresses us by
# RFC 9309 asks to parse at least 500 KiB; what stands beyond is passed over.
MOST_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class Robots:
    """What a robots.txt says to us. Unreachable hosts and server errors mean: nothing may be read."""

    rules: Protego | None
    unreachable: str = ""

    def require(self, address: str) -> None:
        """Raise CaptureError when the address may not be read."""
        if self.unreachable:
            raise CaptureError(
                f"{address} is not read: its robots.txt could not be had ({self.unreachable}), which means no. "
                "Try later",
                source=address,
            )
        if self.rules is not None and not self.rules.can_fetch(address, AGENT):
            raise CaptureError(
                f"{address} is not read: its host's robots.txt asks programs like this one to keep out. "
                "Save the page in a browser and read the file, or ask the host",
                source=address,
            )

    def delay_seconds(self) -> float:
        """The pause that the host asks for between two requests; 0 when it does not."""
        return float((self.rules.crawl_delay(AGENT) if self.rules else None) or 0.0)


def robots_of(status: int, body: bytes) -> Robots:
    """What the answer to a request for robots.txt means: 2xx are rules, 4xx means free, anything else means no."""
    if 200 <= status < 300:
        return Robots(Protego.parse(body[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")))
    if 400 <= status < 500:
        return Robots(None)
    return Robots(None, f"status {status}")
