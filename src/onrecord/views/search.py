"""Search: items that hold the words asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.types.snapshot import Snapshot
from onrecord.views.items import items


def search(snapshot: Snapshot, query: str, *, limit: int = 20) -> Iterator[dict[str, Any]]:
    """Items that hold every word of `query`, best first. Words are stemmed; a phrase in "…" is taken verbatim."""
    for item_id in snapshot.search(query, limit):
        yield from items(snapshot, id=item_id)
