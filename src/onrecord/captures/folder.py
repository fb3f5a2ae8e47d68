"""A folder: every file below it, in an order that does not depend on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.captures.file import read_bytes, shown, site_of
from onrecord.captures.warc import gather as gather_warc
from onrecord.captures.warc import is_warc
from onrecord.errors import CaptureError
from onrecord.settings import Settings
from onrecord.types import Capture, Sighting

RECORD_FILE = "record.sqlite"  # a folder that holds it is a record, not a source


def gather(source: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """Every file below the folder `source`, each met under its POSIX path below it, WARC files opened as WARCs.

    Sorted by the parts of the path, by code points. Hidden files and folders (a dot in front) and records are passed
    over. A file that cannot be read is yielded as its CaptureError, and the others follow.
    Raises CaptureError when the folder itself cannot be listed or is a record.
    """
    root = Path(source)
    if (root / RECORD_FILE).exists():
        raise CaptureError(
            f"{shown(source)} is a record, not a source; to ask it, use: onrecord items --record {shown(source)}",
            source=shown(source),
        )
    if not os.access(root, os.R_OK | os.X_OK):
        raise CaptureError(f"{shown(source)} cannot be listed: permission denied", source=shown(source))
    site = site_of(root)
    for entry in _below(root, (), root.resolve(), set()):
        if isinstance(entry, CaptureError):
            yield entry
            continue
        path, name = entry
        try:
            if is_warc(path):
                yield from _named(gather_warc(str(path), settings), str(path), name)
                continue
            capture = Capture.of(read_bytes(path, name, settings))
        except CaptureError as error:
            yield CaptureError(str(error), source=name, status=error.status)
            continue
        yield capture, Sighting(capture.id, name, site, fetched_at=settings.captured_at, via="folder")


def _named(
    found: Iterator[tuple[Capture, Sighting] | CaptureError], path: str, name: str
) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """What a WARC gives, its own errors told under its name below the root."""
    for one in found:
        if isinstance(one, CaptureError) and one.source == shown(path):
            yield CaptureError(str(one).replace(shown(path), name, 1), source=name, status=one.status)
        else:
            yield one


def _below(
    folder: Path, parts: tuple[str, ...], root: Path, seen: set[Path]
) -> Iterator[tuple[Path, str] | CaptureError]:
    """The files below `folder` with their names below the root; each real folder once, so that links make no loop."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: (shown(entry.name), os.fsencode(entry.name)))
    except OSError as error:
        name = "/".join(parts)
        yield CaptureError(f"{name} cannot be listed: {(error.strerror or str(error)).lower()}", source=name)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path, below = Path(entry.path), (*parts, shown(entry.name))
        if not path.is_dir():
            yield path, "/".join(below)
        elif not (path / RECORD_FILE).exists() and not (entry.is_symlink() and _is_read_anyway(path, root)):
            yield from _below(path, below, root, seen)


def _is_read_anyway(link: Path, root: Path) -> bool:
    """Whether the folder that `link` points to stands below the root, where it is read under its own name, or above."""
    real = link.resolve()
    return real.is_relative_to(root) or root.is_relative_to(real)
