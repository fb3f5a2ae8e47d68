"""Where bytes come from."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import CaptureError
from onrecord.registry import Table
from onrecord.settings import Settings
from onrecord.types import Capture, Sighting

CAPTURES = Table(
    "captures",
    {
        "file": "onrecord.captures.file:gather",
        "folder": "onrecord.captures.folder:gather",
        "stdin": "onrecord.captures.stdin:gather",
        "url": "onrecord.captures.url:gather",
        "warc": "onrecord.captures.warc:gather",
    },
)
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://")
BARE_HOST = re.compile(r"(www\.)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/.*)?", re.IGNORECASE)


def gather(source: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """The captures that `source` holds, each with where it was met; "-" is standard input.

    Something that could not be had inside a source (a file of a folder, a record of a WARC) is yielded as its
    CaptureError, and the others follow. Raises CaptureError when nothing of the source can be had.
    """
    captures: Iterator[tuple[Capture, Sighting] | CaptureError] = CAPTURES[row_of(source)](source, settings)
    return captures


def row_of(source: str) -> str:
    """Which row of CAPTURES reads `source`. Raises CaptureError when nothing does, with the nearest that exists."""
    if source == "-":
        return "stdin"
    if not source:
        raise CaptureError("an empty name is no source: name a file, a folder or an address ('.' is this folder)")
    scheme = SCHEME.match(source)
    if scheme and not Path(source).exists():
        if scheme.group(1).lower() in {"http", "https"}:
            return "url"
        raise CaptureError(
            f"{source}: onrecord reads http and https addresses, not {scheme.group(1)}; "
            "fetch it otherwise and give the file",
            source=source,
        )
    path = Path(source)
    if path.is_dir():
        return "folder"
    if not os.path.lexists(path):
        raise CaptureError(f"{source} does not exist{_nearest(source)}", source=source)
    from onrecord.captures.warc import is_warc  # noqa: PLC0415  only paths need it

    return "warc" if is_warc(path) else "file"


def _nearest(source: str) -> str:
    path = Path(source)
    if BARE_HOST.fullmatch(source) and not path.parent.is_dir():
        return f"; if it is an address, write https://{source}"
    if not path.parent.is_dir():
        return f": there is no folder {path.parent}"
    near = difflib.get_close_matches(path.name, sorted(entry.name for entry in path.parent.iterdir()), n=1)
    if near:
        return f"; did you mean {path.parent / near[0]}?"
    return f"; if it is an address, write https://{source}" if source.startswith("www.") else ""


__all__ = ["CAPTURES", "gather", "row_of"]
