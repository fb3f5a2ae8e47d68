"""Mentions: the spans that point to actors, offices, places and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.types.snapshot import Snapshot


def mentions(
    snapshot: Snapshot, *, item_id: str | None = None, document_id: str | None = None, kind: str | None = None
) -> Iterator[dict[str, Any]]:
    """A row a mention, by document and place on the page."""
    asked = {"item_id": item_id, "document_id": document_id, "kind": kind}
    for row in snapshot.rows("mentions", **{name: value for name, value in asked.items() if value is not None}):
        yield {
            "id": row["id"],
            "item_id": row["item_id"],
            "document_id": row["document_id"],
            "span": row["span"],
            "text": snapshot.words(row["document_id"], row["span"]),
            "kind": row["kind"],
            "actor_id": row["actor_id"],
            "score": row["score"],
            "made_by": row["made_by"],
        }
