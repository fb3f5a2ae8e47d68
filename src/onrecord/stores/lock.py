"""One writer at a time: a lock that dies with its process."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.errors import Locked, RecordError

try:
    import fcntl
except ImportError:  # Windows has no flock; msvcrt locks a byte instead
    fcntl = None  # type: ignore[assignment]


class WriteLock:
    """The right to write to a record's folder, held until `release` or the end of the process, even by kill -9.

    Raises Locked when another process holds it, RecordError when nothing can be written there.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._handle = (folder / "lock").open("a+b")
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise RecordError(f"{folder} cannot be written ({reason}): read into another record") from error
        try:
            self._take()
        except OSError as error:
            self._handle.seek(0)
            holder = self._handle.read(32).decode("ascii", "replace").strip()
            self._handle.close()
            who = f"process {holder}" if holder.isdigit() else "another process"
            raise Locked(f"{who} is writing to {folder}: wait until it is done, or read into another record") from error
        self._handle.truncate(0)
        self._handle.write(str(os.getpid()).encode())
        self._handle.flush()

    def _take(self) -> None:
        if fcntl is not None:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415  only there is it to be had

            msvcrt.locking(self._handle.fileno(), msvcrt.LK_NBLCK, 1)

    def release(self) -> None:
        """Let the next writer in."""
        self._handle.close()
