"""What is read in documents, as rows that can be dropped and made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from onrecord.stores import ledger, search
from onrecord.stores.database import transaction
from onrecord.stores.rows import dumps, item_row, mention_rows, statement_rows
from onrecord.stores.sites import slice_json
from onrecord.types import SiteSlice
from onrecord.types.page import ReadItem

TABLES = ("items", "statements", "mentions", "readings")


def write_reading(
    database: sqlite3.Connection,
    at: str,
    document_id: str,
    site: SiteSlice,
    readers: str,
    items: Sequence[ReadItem],
    error: str | None = None,
) -> None:
    """Replace what was read in a document, in one transaction, and take it off the pending list.

    site     the slice it was read under
    readers  versions of the layouts and finders that read it
    error    why nothing could be read in it
    """
    with transaction(database):
        drop(database, document_id)
        name = database.execute("select site from documents where id = ?", (document_id,)).fetchone()["site"]
        database.execute(
            "insert into readings (document_id, slice, readers, error) values (?, ?, ?, ?)",
            (document_id, dumps(slice_json(site)), readers, error),
        )
        for position, item in enumerate(items):
            number = _insert(database, "items", item_row(item, name, position))
            search.index(database, number, item.reading.words)
            for row in statement_rows(item):
                _insert(database, "statements", row)
            for row in mention_rows(item):
                _insert(database, "mentions", row)
        ledger.enter(database, at, "reading", document_id)
        database.execute("delete from pending where document_id = ?", (document_id,))


def drop(database: sqlite3.Connection, document_id: str) -> None:
    """Forget what was read in a document, inside the present transaction."""
    database.execute(
        "delete from search where rowid in (select number from items where document_id = ?)", (document_id,)
    )
    for table in TABLES:
        database.execute(f"delete from {table} where document_id = ?", (document_id,))


def still_holds(database: sqlite3.Connection, document_id: str, site: SiteSlice, readers: str) -> bool:
    """Whether a document was read under this very slice by these readers."""
    row = database.execute("select slice, readers from readings where document_id = ?", (document_id,)).fetchone()
    return row is not None and row["slice"] == dumps(slice_json(site)) and row["readers"] == readers


def _insert(database: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    columns = ", ".join(row)
    marks = ", ".join(f":{column}" for column in row)
    number = database.execute(f"insert into {table} ({columns}) values ({marks})", row).lastrowid
    return number or 0
