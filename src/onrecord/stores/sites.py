"""What the set of a site's pages teaches about one of them (stratum L1), and whom a new page concerns.

Nothing here depends on the order of arrival: `slice_of` asks the set, and a page that changes the answer for another
marks that one as pending in the transaction that adds it.
"""

from __future__ import annotations

import sqlite3
from typing import Literal

from onrecord.stores.rows import Json
from onrecord.types import Sighting, SiteSlice
from onrecord.types.page import Page

Numbers = Literal["day_first", "month_first"]


def slice_of(database: sqlite3.Connection, document_id: str) -> SiteSlice:
    """The slice of L1 that concerns a document."""
    row = database.execute(
        "select capture_id, source, site, ambiguous from documents where id = ?", (document_id,)
    ).fetchone()
    captured_at = database.execute(
        "select min(fetched_at) as first from sightings where capture_id = ? and source = ?",
        (row["capture_id"], row["source"]),
    ).fetchone()["first"]
    return SiteSlice(
        furniture=_furniture(database, document_id, row["site"], row["source"]),
        number_order=number_order(database, row["site"]) if row["ambiguous"] else None,
        captured_at=captured_at,
    )


def _furniture(database: sqlite3.Connection, document_id: str, site: str, source: str) -> frozenset[str]:
    """Keys of the document's blocks that another page, that is another source, of the site has too.

    Two seeks in blocks_by_key a key, however many pages share it.
    """
    rows = database.execute(
        """
        select distinct key from blocks b
        where document_id = :document and key <> '' and (
          exists (select 1 from blocks where site = :site and key = b.key and source > :source)
          or exists (select 1 from blocks where site = :site and key = b.key and source < :source)
        )
        """,
        {"document": document_id, "site": site, "source": source},
    )
    return frozenset(row["key"] for row in rows)


def number_order(database: sqlite3.Connection, site: str) -> Literal["day", "month"] | None:
    """How the site writes 05/06/2024, by its unambiguous dates; None when it has none, or both."""
    day, month = _has(database, site, "day_first"), _has(database, site, "month_first")
    return None if day == month else "day" if day else "month"


def _has(database: sqlite3.Connection, site: str, column: Numbers) -> bool:
    select = f"select exists (select 1 from documents where site = ? and {column} > 0)"
    return bool(database.execute(select, (site,)).fetchone()[0])


def mark_neighbours(database: sqlite3.Connection, page: Page, site: str) -> None:
    """Mark as pending the page just added and every other page for which it changes what the site teaches."""
    mark(database, page.document.id)
    for key in sorted(set(page.keys) - {""}):
        _mark_if_alone(database, site, key, page.document.source)
    if page.day_first or page.month_first:
        _mark_ambiguous(database, site)


def _mark_if_alone(database: sqlite3.Connection, site: str, key: str, source: str) -> None:
    """A block that exactly one other page had is furniture there from now on; with two others it was already."""
    others = database.execute(
        "select distinct source from blocks where site = ? and key = ? and source <> ? limit 2", (site, key, source)
    ).fetchall()
    if len(others) == 1:
        database.execute(
            "insert or ignore into pending (document_id)"
            " select distinct document_id from blocks where site = ? and key = ? and source = ?",
            (site, key, others[0]["source"]),
        )


def _mark_ambiguous(database: sqlite3.Connection, site: str) -> None:
    """Mark the pages with ambiguous dates that were read under another order than the site has now."""
    order = number_order(database, site)
    database.execute(
        "insert or ignore into pending (document_id)"
        " select d.id from documents d join readings r on r.document_id = d.id"
        " where d.site = ? and d.ambiguous > 0 and r.slice ->> '$.number_order' is not ?",
        (site, order),
    )


def mark_if_earliest(database: sqlite3.Connection, sighting: Sighting) -> None:
    """Mark the documents of a capture when it was met earlier than known: dates are held against that moment."""
    earlier = database.execute(
        "select exists (select 1 from sightings where capture_id = ? and source = ? and fetched_at < ?)",
        (sighting.capture_id, sighting.source, sighting.fetched_at),
    ).fetchone()[0]
    if not earlier:
        database.execute(
            "insert or ignore into pending (document_id) select id from documents where capture_id = ? and source = ?",
            (sighting.capture_id, sighting.source),
        )


def mark_left_alone(database: sqlite3.Connection, document_id: str) -> None:
    """Mark the pages for which the removal of a document changes what the site teaches. Call it before the removal."""
    row = database.execute("select source, site, day_first, month_first from documents where id = ?", (document_id,))
    document = row.fetchone()
    keys = database.execute("select distinct key from blocks where document_id = ? and key <> ''", (document_id,))
    for key in keys.fetchall():
        _mark_if_alone(database, document["site"], key["key"], document["source"])
    if document["day_first"] or document["month_first"]:
        database.execute(
            "insert or ignore into pending (document_id) select id from documents where site = ? and ambiguous > 0",
            (document["site"],),
        )


def mark(database: sqlite3.Connection, document_id: str) -> None:
    """Mark one document as pending."""
    database.execute("insert or ignore into pending (document_id) values (?)", (document_id,))


def slice_json(site: SiteSlice) -> Json:
    """A slice as it is stored beside what was read under it."""
    return {
        "furniture": sorted(site.furniture),
        "number_order": site.number_order,
        "captured_at": site.captured_at,
    }
