"""What a person sees while pages are read; a pipe sees the data alone."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from onrecord.cli.output import remark, visible

if TYPE_CHECKING:
    from onrecord.pipeline import Acknowledged, Settled


class Progress:
    """Prints each acknowledged line to stdout; on a terminal also counts on stderr what is done."""

    def __init__(self) -> None:
        self._counts = {"read": 0, "known": 0, "failed": 0, "settled": 0}
        self._live: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.live import Live

            # By itself rich takes stdout over and prints on stderr what goes there: a file that stdout was sent to
            # would stay empty. So the line of counts is taken away while another is printed.
            console = Console(stderr=True, highlight=False)
            self._live = Live(
                "reading",
                console=console,
                auto_refresh=False,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start(refresh=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def read(self, line: str, acknowledged: Acknowledged) -> None:
        """Print the line of a document that is on disk, at once: whoever reads it may count on it."""
        self._counts[acknowledged.status] += 1
        self._hide()
        print(line, flush=True)
        self._show()

    def settled(self, settled: Settled) -> None:
        """Count a document whose items are on disk; say so when the readers failed in it."""
        self._counts["settled"] += 1
        if settled.error is not None:
            self._hide()
            remark(visible(f"{settled.source} has no items: {settled.error}"))
        self._show()

    def _hide(self) -> None:
        if self._live is not None:
            self._live.stop()

    def _show(self) -> None:
        if self._live is not None:
            self._live.update(", ".join(f"{count} {name}" for name, count in self._counts.items() if count))
            self._live.start(refresh=True)
