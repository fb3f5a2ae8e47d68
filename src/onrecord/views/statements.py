"""Statements: who said what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.types.snapshot import Row, Snapshot
from onrecord.views.items import falls_in, lent

Json = dict[str, Any]


def statements(
    snapshot: Snapshot,
    *,
    id: str | None = None,
    item_id: str | None = None,
    document_id: str | None = None,
    mode: str | None = None,
    by: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[Json]:
    """A row a statement, by document and place on the page.

    by            letters of the speaker's name, office or body, in any case
    since, until  by the day it was said, else the day it was reported; a statement without either is in no period
    """
    asked = {"id": id, "item_id": item_id, "document_id": document_id, "mode": mode}
    for row in snapshot.rows("statements", **{name: value for name, value in asked.items() if value is not None}):
        if by is not None and not spoken_by(row["speaker"], by):
            continue
        statement = statement_json(snapshot, row)
        if (since is None and until is None) or _dated_in(statement, since, until):
            yield statement


def spoken_by(speaker: Json, letters: str) -> bool:
    """Whether a speaker's name, office or body, as written, holds these letters."""
    wanted = letters.casefold()
    return any(wanted in (speaker[field] or "").casefold() for field in ("name", "office", "body"))


def statement_json(snapshot: Snapshot, row: Row) -> Json:
    """A statement as `--json` prints it."""
    document_id = row["document_id"]
    return {
        "id": row["id"],
        "item_id": row["item_id"],
        "document_id": document_id,
        "mode": row["mode"],
        "source_span": row["source_span"],
        "source_text": _words(snapshot, document_id, row["source_span"]),
        "cue_span": row["cue_span"],
        "cue_text": _words(snapshot, document_id, row["cue_span"]),
        "content_spans": row["content_spans"],
        "content_text": " […] ".join(snapshot.words(document_id, span) for span in row["content_spans"]),
        "speaker": row["speaker"],
        "said": row["said"],
        "reported": _reported(snapshot, row),
        "polarity": row["polarity"],
        "modality": row["modality"],
        "inside": row["inside"],
        "score": row["score"],
        "made_by": row["made_by"],
    }


def _words(snapshot: Snapshot, document_id: str, span: list[Any] | None) -> str | None:
    return snapshot.words(document_id, span) if span else None


def _reported(snapshot: Snapshot, row: Row) -> Json:
    """When the item told it: a date that a twin lends to the item is lent to its statements too."""
    reported: Json = row["reported"]
    if reported["basis"] != "unknown":
        return reported
    item = next(snapshot.rows("items", id=row["item_id"]))
    return lent(snapshot, item) or reported


def _dated_in(statement: Json, since: str | None, until: str | None) -> bool:
    said = statement["said"]
    return falls_in(said if said["edtf"] else statement["reported"], since, until)
