"""Documents, the failed ones among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.formats import FORMATS
from onrecord.types.snapshot import Row, Snapshot


def documents(snapshot: Snapshot, *, id: str | None = None, source: str | None = None) -> Iterator[dict[str, Any]]:
    """A row a document, by source. What could not be read follows: it has an error, and texts only if it was decoded.

    source  only documents whose source holds these letters
    """
    one = {} if id is None else {"id": id}
    for row in snapshot.rows("documents", **one):
        if source is None or source in row["source"]:
            yield _read(snapshot, row)
    for row in snapshot.rows("failures", **one):
        if source is None or source in row["source"]:
            yield _failed(snapshot, row)


def _read(snapshot: Snapshot, row: Row) -> dict[str, Any]:
    reading = next(snapshot.rows("readings", document_id=row["id"]), None)
    n_chars = len(snapshot.text(row["page_text_id"]))
    error = reading["error"] if reading else None
    return {
        "id": row["id"],
        "capture_id": row["capture_id"],
        "page_text_id": row["page_text_id"],
        "declared_text_id": row["declared_text_id"],
        "source": row["source"],
        "media_type": row["media_type"] or read_as(row["reader"]),
        "language": row["language"],
        "n_chars": n_chars,
        "fetched_at": _first_seen(snapshot, row),
        "residue": residue(snapshot, row["id"], n_chars),
        "settled": reading is not None and not any(snapshot.rows("pending", document_id=row["id"])),
        "status": "superseded"
        if any(snapshot.rows("documents", supersedes=row["id"]))
        else "failed"
        if error
        else "read",
        "error": error,
        "encoding": row["encoding"],
        "doubts": row["doubts"],
    }


def read_as(reader: str) -> str | None:
    """The media type that a reader such as "html/1" reads: what a file is taken for when nobody declared its type."""
    name = reader.partition("/")[0]
    return next((kind for kind in FORMATS if FORMATS.rows[kind].startswith(f"onrecord.formats.{name}:")), None)


def _failed(snapshot: Snapshot, row: Row) -> dict[str, Any]:
    nothing = dict.fromkeys(("page_text_id", "declared_text_id", "language"))
    return {
        "id": row["id"],
        "capture_id": row["capture_id"],
        **nothing,
        "source": row["source"],
        "media_type": row["media_type"] or None,
        "n_chars": 0,
        "fetched_at": _first_seen(snapshot, row),
        "residue": [],
        "settled": True,
        "status": "failed",
        "error": f"{row['kind']}: {row['message']}",
        "encoding": None,
        "doubts": [],
    }


def _first_seen(snapshot: Snapshot, row: Row) -> str | None:
    seen = snapshot.rows("sightings", capture_id=row["capture_id"], source=row["source"]) if row["capture_id"] else ()
    return min((sighting["fetched_at"] for sighting in seen if sighting["fetched_at"]), default=None)


def residue(snapshot: Snapshot, document_id: str, n_chars: int) -> list[list[int]]:
    """The runs of the page that no item holds, in order."""
    runs, upto = [], 0
    for item in snapshot.rows("items", document_id=document_id):
        start, end = item["span"]
        if start > upto:
            runs.append([upto, start])
        upto = end
    return [*runs, [upto, n_chars]] if upto < n_chars else runs
