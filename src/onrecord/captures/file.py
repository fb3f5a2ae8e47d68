"""One file: its bytes as they are."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import CaptureError
from onrecord.settings import Settings
from onrecord.types import Capture, Sighting

KINDS_OF_FILE = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def gather(source: str, settings: Settings) -> Iterator[tuple[Capture, Sighting] | CaptureError]:
    """The file at the path `source`, met under its name. Raises CaptureError when it cannot be read.

    Its site is its folder's, so that a folder read file by file is the same site as the folder read at once.
    """
    path = Path(source)
    capture = Capture.of(read_bytes(path, source, settings))
    site = site_of(path.absolute().parent)
    yield capture, Sighting(capture.id, shown(path.name), site, fetched_at=settings.captured_at, via="file")


def read_bytes(path: Path, source: str, settings: Settings) -> bytes:
    """The bytes of the regular file at `path`; `source` is what it is called in errors.

    Raises CaptureError when it is missing, unreadable, larger than max_bytes, or no regular file: a pipe or a
    device could keep us waiting for ever, so it is not even opened.
    """
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            kind = next((name for is_kind, name in KINDS_OF_FILE if is_kind(state.st_mode)), "no regular file")
            hint = "; to read what it gives, pipe it into: onrecord read -" if kind == "a pipe" else ""
            raise CaptureError(f"{shown(source)} is {kind}, not a file{hint}", source=shown(source))
        if state.st_size > settings.max_bytes:
            raise too_large(shown(source), settings)
        with path.open("rb") as file:
            body = file.read(settings.max_bytes + 1)
    except OSError as error:
        raise CaptureError(f"{shown(source)} cannot be read: {_reason(path, error)}", source=shown(source)) from error
    if len(body) > settings.max_bytes:  # it grew while it was read
        raise too_large(shown(source), settings)
    return body


def too_large(source: str, settings: Settings) -> CaptureError:
    """The error for a source that holds more than max_bytes."""
    return CaptureError(
        f"{source} holds more than {settings.max_bytes:,} bytes; to read it, raise max_bytes "
        f"(in onrecord.toml or as ONRECORD_MAX_BYTES)",
        source=source,
    )


def shown(path: str) -> str:
    r"""`path` as text that can be stored and printed: bytes of it that are not UTF-8 are written as \xff."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def site_of(folder: Path) -> str:
    """The site that the files under `folder` belong to: a name made from the folder's resolved path."""
    return "folder:" + hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:12]


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return f"it is a link to {shown(str(path.readlink()))}, which does not exist"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable (chmod u+r) and read again"
    return (error.strerror or str(error)).lower()
