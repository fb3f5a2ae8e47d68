"""A record as its readers see it: one consistent state, whatever a writer does meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from onrecord.errors import RecordError, UnknownName
from onrecord.stores import ledger, search
from onrecord.stores.archive import Archive, Stored
from onrecord.stores.database import connect, newest_format
from onrecord.stores.folder import ARCHIVE, find
from onrecord.types import ROLES, Block, Capture, Document, Place, Sighting, SiteSlice, Text
from onrecord.types.snapshot import Row

# Columns that hold json, and are decoded for whoever reads rows.
JSON = {
    "documents": ("doubts",),
    "sightings": ("headers",),
    "readings": ("slice",),
    "items": (
        *("span", "title_span", "lead_span", "body_span", "published", "modified", "spoken", "happened"),
        *("place", "issuer", "speakers", "why"),
    ),
    "statements": ("source_span", "cue_span", "content_spans", "speaker", "said", "reported", "made_by"),
    "mentions": ("span", "head_span", "made_by"),
}
# How the rows of a table are ordered: by page where there is one, never by when they came.
ORDER = {
    "documents": "source, id",
    "sightings": "source, fetched_at, id",
    "captures": "id",
    "blocks": "document_id, position",
    "failures": "source, id",
    "withdrawals": "document_id",
    "items": "document_id, position",
    "statements": "document_id, content_spans, id",
    "mentions": "document_id, span, id",
    "readings": "document_id",
    "pending": "document_id",
    "ledger": "seq",
}
# Rows of one document follow each other, and name its two texts again and again.
TEXTS_KEPT = 4
COUNTED = (
    "captures",
    "sightings",
    "documents",
    "failures",
    "withdrawals",
    "items",
    "statements",
    "mentions",
    "pending",
)


class SqliteSnapshot:
    """One state of the record in `folder`, held until closed. Implements types.snapshot.Snapshot.

    Raises NotARecord, NewerFormat, and RecordError for an older format, which only a writer may bring up to date.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = connect(find(folder), writable=False)
        self._texts: dict[str, str] = {}
        found = self.database.execute("pragma user_version").fetchone()[0]
        if found < newest_format():
            raise RecordError(
                f"{folder} has format {found}, this onrecord reads {newest_format()}: bring it up to date with"
                f" `onrecord reread --record {folder}` (make a backup before)"
            )
        self.database.execute("begin")
        self.database.execute("select 1 from ledger limit 1")  # the state is fixed by the first read, not by begin

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the state go."""
        self.database.close()

    def rows(self, table: str, **equal: Any) -> Iterator[Row]:
        """The rows of `table` whose columns equal what is asked, in a fixed order."""
        if table not in ORDER:
            raise UnknownName.among("table", table, ORDER)
        wanted = " and ".join(f"{column} = :{column}" for column in equal)
        where = f" where {wanted}" if wanted else ""
        for row in self.database.execute(f"select * from {table}{where} order by {_order(table)}", equal):
            yield decoded(table, row)

    def find(self, table: str, prefix: str) -> list[str]:
        """Up to ten ids of `table` that begin with `prefix`."""
        select = f"select id from {table} where id >= ? and id < ? order by id limit 10"
        return [row["id"] for row in self.database.execute(select, (prefix, prefix + "g"))]

    def text(self, text_id: str) -> str:
        """The archived text of that id."""
        if text_id not in self._texts:
            while len(self._texts) >= TEXTS_KEPT:
                del self._texts[next(iter(self._texts))]
            self._texts[text_id] = read_text(self.database, text_id).content
        return self._texts[text_id]

    def words(self, document_id: str, span: Sequence[Any]) -> str:
        """The words of a json span in one of a document's two texts."""
        column = "declared_text_id" if span[0] == "declared" else "page_text_id"
        row = self.database.execute(f"select {column} as id from documents where id = ?", (document_id,)).fetchone()
        return self.text(row["id"])[span[-2] : span[-1]]

    def document(self, document_id: str) -> Document:
        """A document as it was recorded."""
        return read_document(self.database, document_id)

    def lenders(self, site: str, item_key: str) -> tuple[Row, Row] | None:
        """The twins of an item with the earliest and the latest stated publication date."""
        select = (
            "select document_id, published_edtf, published from items"
            " where site = :site and item_key = :key and published_edtf is not null"
            " order by published_edtf {0}, document_id limit 1"
        )
        bound = {"site": site, "key": item_key}
        first = self.database.execute(select.format("asc"), bound).fetchone()
        last = self.database.execute(select.format("desc"), bound).fetchone()
        return (decoded("items", first), decoded("items", last)) if first else None

    def pages_with(self, site: str, key: str) -> int:
        """On how many pages of `site` a block with this key stands."""
        select = "select count(distinct source) from blocks where site = ? and key = ?"
        count: int = self.database.execute(select, (site, key)).fetchone()[0]
        return count

    def search(self, query: str, limit: int) -> Iterator[str]:
        """Ids of items that hold the words of `query`, best first (BM25, then id)."""
        expression = search.match(query)
        if not expression:
            return
        select = (
            "select i.id from search s join items i on i.number = s.rowid where search match ?"
            " order by bm25(search), i.id limit ?"
        )
        for row in self.database.execute(select, (expression, limit)):
            yield row["id"]

    def body(self, capture_id: str) -> bytes:
        """The archived bytes of a capture, checked against their hash."""
        row = self.database.execute("select file, start, length from captures where id = ?", (capture_id,)).fetchone()
        if row is None:
            raise UnknownName(f"no capture {capture_id[:12]} in {self.folder}")
        return Archive(self.folder / ARCHIVE).check(Stored(row["file"], row["start"], row["length"]), capture_id)

    def counts(self) -> Mapping[str, int]:
        """How many rows each table has."""
        return {table: self._count(table) for table in COUNTED}

    def unknowns(self) -> Mapping[str, int]:
        """How many items have no date of their own, and how many statements nobody named for them."""
        dates = " and ".join(f"{role} ->> '$.basis' = 'unknown'" for role in ROLES)
        return {
            "items_without_date": self._count(f"items where {dates}"),
            "statements_without_speaker": self._count("statements where speaker ->> '$.name' is null"),
        }

    def _count(self, rows: str) -> int:
        count: int = self.database.execute(f"select count(*) from {rows}").fetchone()[0]
        return count

    @property
    def head(self) -> str:
        """The hash of the ledger's last entry: noted elsewhere, it lets anybody see later that no entry was cut off."""
        return ledger.head(self.database)[1]

    @property
    def settled(self) -> bool:
        """Whether all that the pages teach each other has been worked in."""
        return is_settled(self.database)


def _order(table: str) -> str:
    # json spans sort by their numbers, not by their digits
    return ORDER[table].replace("content_spans", "content_spans ->> '$[0][0]'").replace(" span,", " span ->> '$[0]',")


def decoded(table: str, row: sqlite3.Row) -> Row:
    """A row of `table` with its json columns decoded."""
    json = JSON.get(table, ())
    return {
        name: msgspec.json.decode(value) if name in json and value is not None else value
        for name, value in zip(row.keys(), tuple(row), strict=True)
    }


def is_settled(database: sqlite3.Connection) -> bool:
    """Whether nothing is pending and the mark of that is the ledger's last entry."""
    mark = database.execute("select value from state where key = 'settled'").fetchone()
    waiting = database.execute("select exists (select 1 from pending)").fetchone()[0]
    return not waiting and mark is not None and mark["value"] == ledger.head(database)[1]


def read_slice(database: sqlite3.Connection, document_id: str) -> SiteSlice | None:
    """What the site taught when a document was read; None when it was not."""
    row = database.execute("select slice from readings where document_id = ?", (document_id,)).fetchone()
    if row is None:
        return None
    value = msgspec.json.decode(row["slice"])
    return SiteSlice(frozenset(value["furniture"]), value["number_order"], value["captured_at"])


def read_text(database: sqlite3.Connection, text_id: str) -> Text:
    """An archived text. Raises UnknownName."""
    row = database.execute("select content from texts where id = ?", (text_id,)).fetchone()
    if row is None:
        raise UnknownName(f"no text {text_id[:12]} in this record")
    return Text(text_id, row["content"])


def read_document(database: sqlite3.Connection, document_id: str) -> Document:
    """A document as it was recorded. Raises UnknownName."""
    row = database.execute("select * from documents where id = ?", (document_id,)).fetchone()
    if row is None:
        raise UnknownName(f"no document {document_id[:12]} in this record")
    page = read_text(database, row["page_text_id"])
    blocks = database.execute("select * from blocks where document_id = ? order by position", (document_id,))
    return Document(
        id=document_id,
        capture_id=row["capture_id"],
        source=row["source"],
        page=page,
        declared=read_text(database, row["declared_text_id"]),
        reader=row["reader"],
        language=row["language"],
        encoding=row["encoding"],
        doubts=tuple(msgspec.json.decode(row["doubts"])),
        blocks=tuple(_block(page, block) for block in blocks),
    )


def _block(page: Text, row: sqlite3.Row) -> Block:
    place = None if row["byte_start"] is None else Place(row["byte_start"], row["byte_end"])
    return Block(page.span(row["start"], row["end"]), row["kind"], place, bool(row["main"]), row["linked"])


def captured(database: sqlite3.Connection, archive: Archive, row: Row | sqlite3.Row) -> tuple[Capture, Sighting]:
    """The capture a row of documents or failures speaks of, and its first sighting at that source."""
    place = database.execute("select * from captures where id = ?", (row["capture_id"],)).fetchone()
    body = archive.check(Stored(place["file"], place["start"], place["length"]), place["id"])
    seen = database.execute(
        "select * from sightings where capture_id = ? and source = ? order by id limit 1",
        (row["capture_id"], row["source"]),
    ).fetchone()
    sighting = Sighting(
        capture_id=place["id"],
        source=row["source"],
        site=row["site"],
        fetched_at=seen["fetched_at"],
        headers=tuple((name, value) for name, value in msgspec.json.decode(seen["headers"])),
        status=seen["status"],
        via=seen["via"],
    )
    return Capture(place["id"], body, row["media_type"]), sighting
