"""Real pages, and as many distinct variants of them as a measurement needs, as one WARC file.

The pages are the 365 of html_news (see bench/data.py). A variant has a seeded word put before the end of some of its
paragraphs, so that its bytes, its text and some of its blocks are its own.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.stores.archive import Archive
from onrecord.types import Capture, Sighting

SEED = 20261124
# Share of paragraphs that get a word of their own.
TOUCHED = 0.3


def variants(pages: list[tuple[str, bytes]], count: int) -> Iterator[tuple[str, bytes]]:
    """`count` (address, body): first the pages as they are, then seeded variants of them, all distinct."""
    for number in range(count):
        name, body = pages[number % len(pages)]
        host = "p" + hashlib.sha256(name.encode()).hexdigest()[:8]
        yield f"https://{host}.example/{number:06}.html", body if number < len(pages) else varied(body, number)


def varied(body: bytes, number: int) -> bytes:
    """A page with words of its own."""
    chance = random.Random(SEED + number)
    pieces = re.split(rb"(</p>)", body)
    words = (b" v%06d" % number if piece == b"</p>" and chance.random() < TOUCHED else b"" for piece in pieces)
    made = b"".join(word + piece for word, piece in zip(words, pieces, strict=True))
    return made + b"<p>v%06d</p>" % number


def write_warc(folder: Path, pages: list[tuple[str, bytes]], count: int) -> list[str]:
    """WARC files of `count` pages in `folder`; their paths. One folder is made once and used again."""
    if not folder.exists():
        archive = Archive(folder)
        for address, body in variants(pages, count):
            capture = Capture.of(body, "text/html")
            site = address.split("/")[2]
            archive.append(capture, Sighting(capture.id, address, site, fetched_at="2026-01-02T03:04:05Z", status=200))
        archive.close()
    return [str(path) for path in sorted(folder.glob("*.warc.gz"))]
