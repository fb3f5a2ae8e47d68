"""What a person sees while pages are read; a pipe sees the data alone."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from onrecord.pipeline import Acknowledged, Settled


class Progress:
    """Prints each acknowledged line to stdout; on a terminal also counts on stderr what is done."""

    def __init__(self) -> None:
        self._counts = {"read": 0, "known": 0, "failed": 0, "settled": 0}
        self._status: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("reading")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def read(self, line: str, acknowledged: Acknowledged) -> None:
        """Print the line of a document that is on disk, at once: whoever reads it may count on it."""
        self._counts[acknowledged.status] += 1
        print(line, flush=True)
        self._update()

    def settled(self, settled: Settled) -> None:
        """Count a document whose items are on disk; say so when the readers failed in it."""
        self._counts["settled"] += 1
        if settled.error is not None:
            print(f"{settled.source} has no items: {settled.error}", file=sys.stderr, flush=True)
        self._update()

    def _update(self) -> None:
        if self._status is not None:
            self._status.update(", ".join(f"{count} {name}" for name, count in self._counts.items() if count))
