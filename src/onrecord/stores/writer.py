"""The one writer: archive first, then one transaction a document, then the line is acknowledged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import OnRecordError
from onrecord.formats.sniff import is_address
from onrecord.settings import Settings
from onrecord.stores import derived, ledger, sites
from onrecord.stores.archive import Archive
from onrecord.stores.database import FILE, connect, migrate, transaction
from onrecord.stores.folder import ARCHIVE, prepare
from onrecord.stores.lock import WriteLock
from onrecord.stores.rows import block_rows, document_row, dumps
from onrecord.stores.snapshot import captured, is_settled, read_document
from onrecord.types import Capture, Document, Sighting, SiteSlice
from onrecord.types.page import Page, ReadItem


def told(error: BaseException) -> str:
    """An error in words: ours speak for themselves, others need their name."""
    return str(error) if isinstance(error, OnRecordError) else f"{type(error).__name__}: {error}"


class Writer:
    """The right to write to one record, until it is closed.

    Every method that writes is one transaction: when it returns, what it wrote survives kill -9 and loss of power.
    Raises Locked when another process writes, NotARecord when the folder is something else, NewerFormat, RecordError.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        prepare(folder)
        self.folder = folder
        self._settings = settings
        self._lock = WriteLock(folder)
        try:
            self.database = connect(folder / FILE, writable=True)
            migrate(self.database)
            self.archive = Archive(folder / ARCHIVE)
            self.archive.truncate(self._committed())
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let the next writer in."""
        self.archive.close()
        self.database.close()
        self._lock.release()

    def _committed(self) -> dict[str, int]:
        rows = self.database.execute("select file, max(start + length) as upto from captures group by file")
        return {row["file"]: row["upto"] for row in rows}

    # What is captured

    def has(self, capture: Capture, sighting: Sighting) -> bool:
        """Whether this source was already read with these very bytes; what could not be read is tried again."""
        select = "select 1 from documents where capture_id = :capture and source = :source"
        bound = {"capture": capture.id, "source": sighting.source}
        return self.database.execute(select, bound).fetchone() is not None

    def add_sighting(self, sighting: Sighting) -> bool:
        """Record where and when known bytes were met again; False when that was known too."""
        with transaction(self.database):
            return self._sighting(sighting)

    def add_page(self, capture: Capture, sighting: Sighting, page: Page, *, supersedes: str | None = None) -> None:
        """Record a capture, where it was met, and the document it makes. Its items follow at the next settling."""
        stored = self._archived(capture, sighting)
        with transaction(self.database):
            self._capture(capture, stored)
            self._document(page, sighting.site, capture.media_type, supersedes)
            self._sighting(sighting)
            sites.mark_neighbours(self.database, page, sighting.site)
            ledger.enter(self.database, self._settings.moment(), "document", page.document.id)
            self._drop_failures(sighting.source, capture.id)
            if supersedes is not None:
                derived.drop(self.database, supersedes)
                ledger.enter(self.database, self._settings.moment(), "reading", supersedes)

    def add_failure(self, source: str, error: BaseException, found: tuple[Capture, Sighting] | None) -> None:
        """Record that `source` could not be read, and why; its bytes are kept when there are any."""
        kind = type(error).__name__
        capture_id = found[0].id if found else None
        failure_id = hashlib.sha256(dumps(["failure", source, capture_id, kind]).encode()).hexdigest()
        stored = self._archived(*found) if found else None
        with transaction(self.database):
            if found:
                self._capture(found[0], stored)
                self._sighting(found[1])
            site = found[1].site if found else ""
            self.database.execute(
                "insert into failures (id, source, site, capture_id, media_type, kind, message)"
                " values (?, ?, ?, ?, ?, ?, ?)"
                " on conflict (id) do update set message = excluded.message",
                (failure_id, source, site, capture_id, found[0].media_type if found else "", kind, told(error)),
            )
            ledger.enter(self.database, self._settings.moment(), "failure", failure_id)

    def replace_page(self, page: Page) -> None:
        """Record that the same reader now marks the blocks of a known document otherwise."""
        with transaction(self.database):
            document = page.document
            row = self.database.execute("select * from documents where id = ?", (document.id,)).fetchone()
            sites.mark_left_alone(self.database, document.id)
            self.database.execute("delete from blocks where document_id = ?", (document.id,))
            self.database.execute(
                "update documents set language = ?, encoding = ?, doubts = ?, day_first = ?, month_first = ?,"
                " ambiguous = ? where id = ?",
                (
                    document.language, document.encoding, dumps(document.doubts), page.day_first, page.month_first,
                    page.ambiguous, document.id,
                ),
            )  # fmt: skip
            self.database.executemany(
                f"insert into blocks values ({', '.join('?' * 12)})", block_rows(page, row["site"])
            )
            sites.mark_neighbours(self.database, page, row["site"])
            ledger.enter(self.database, self._settings.moment(), "document", document.id)

    def same_page(self, page: Page) -> bool:
        """Whether a document stands in the record just as `page` has it."""
        row = self.database.execute("select * from documents where id = ?", (page.document.id,)).fetchone()
        if row is None:
            return False
        stored = self.database.execute(
            "select * from blocks where document_id = ? order by position", (page.document.id,)
        )
        return tuple(row) == document_row(page, row["site"], row["media_type"], row["supersedes"]) and [
            tuple(block) for block in stored
        ] == block_rows(page, row["site"])

    def archived(self) -> Iterator[tuple[Capture, Sighting, str, bool]]:
        """What was captured, with its body from the archive: (capture, first sighting, id, whether it was read).

        The id is the document's or, where reading failed, the failure's. Superseded documents are left out.
        """
        select = (
            "select id, capture_id, source, site, media_type, 1 as was_read from documents d"
            " where not exists (select 1 from documents where supersedes = d.id) union all"
            " select id, capture_id, source, site, media_type, 0 from failures where capture_id is not null order by 1"
        )
        for row in self.database.execute(select).fetchall():
            capture, sighting = captured(self.database, self.archive, row)
            yield capture, sighting, row["id"], bool(row["was_read"])

    def _archived(self, capture: Capture, sighting: Sighting) -> tuple[str, int, int] | None:
        if self.database.execute("select 1 from captures where id = ?", (capture.id,)).fetchone():
            return None
        stored = self.archive.append(capture, sighting)
        return stored.file, stored.offset, stored.length

    def _capture(self, capture: Capture, stored: tuple[str, int, int] | None) -> None:
        if stored is not None:
            self.database.execute(
                "insert into captures (id, size_bytes, file, start, length) values (?, ?, ?, ?, ?)",
                (capture.id, len(capture.body), *stored),
            )

    def _document(self, page: Page, site: str, media_type: str, supersedes: str | None) -> None:
        document = page.document
        self.database.executemany(
            "insert or ignore into texts (id, content) values (?, ?)",
            [(document.page.id, document.page.content), (document.declared.id, document.declared.content)],
        )
        self.database.execute(
            f"insert into documents values ({', '.join('?' * 15)})", document_row(page, site, media_type, supersedes)
        )
        self.database.executemany(f"insert into blocks values ({', '.join('?' * 12)})", block_rows(page, site))

    def _drop_failures(self, source: str, capture_id: str | None) -> None:
        """Forget that bytes, or (None) a file, could not be read: now they can. The ledger keeps that it was so.

        That an address did not answer stays: it is an observation, and no later one undoes it.
        """
        select = "select id from failures where source = ? and capture_id is ?"
        for row in self.database.execute(select, (source, capture_id)).fetchall():
            self.database.execute("delete from failures where id = ?", (row["id"],))
            ledger.enter(self.database, self._settings.moment(), "failure", row["id"])

    def _sighting(self, sighting: Sighting) -> bool:
        place = [sighting.capture_id, sighting.source, sighting.fetched_at, sighting.via, sighting.status]
        sighting_id = hashlib.sha256(dumps(["sighting", *place]).encode()).hexdigest()
        if not is_address(sighting.source):
            self._drop_failures(sighting.source, None)
        added = self.database.execute(
            "insert or ignore into sightings values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                sighting_id, sighting.capture_id, sighting.source, sighting.site, sighting.fetched_at, sighting.status,
                sighting.via, dumps(sighting.headers),
            ),
        )  # fmt: skip
        if added.rowcount == 0:
            return False
        if sighting.fetched_at is not None:
            sites.mark_if_earliest(self.database, sighting)
        ledger.enter(self.database, self._settings.moment(), "sighting", sighting_id)
        return True

    # What follows from it

    def pending(self) -> list[str]:
        """Documents whose own bytes, or whose site's knowledge, changed since they were read."""
        return [row["document_id"] for row in self.database.execute("select document_id from pending order by 1")]

    def slice_of(self, document_id: str) -> SiteSlice:
        """What the site teaches about a document, as of now."""
        return sites.slice_of(self.database, document_id)

    def still_holds(self, document_id: str, site: SiteSlice, readers: str) -> bool:
        """Whether a document was read under this very slice by these readers; if so it is pending no more."""
        if not derived.still_holds(self.database, document_id, site, readers):
            return False
        with transaction(self.database):
            self.database.execute("delete from pending where document_id = ?", (document_id,))
        return True

    def language_of(self, document_id: str) -> str | None:
        """The language of a document; None when nobody knows."""
        select = "select language from documents where id = ?"
        language: str | None = self.database.execute(select, (document_id,)).fetchone()["language"]
        return language

    def document(self, document_id: str) -> Document:
        """A document as it was recorded."""
        return read_document(self.database, document_id)

    def write_reading(
        self, document_id: str, site: SiteSlice, readers: str, items: Sequence[ReadItem], error: BaseException | None
    ) -> None:
        """Replace what was read in a document; with an `error`, that is why there are no items."""
        words = None if error is None else told(error)
        derived.write_reading(self.database, self._settings.moment(), document_id, site, readers, items, words)

    def mark_all_pending(self) -> None:
        """Have every document read again at the next settling, whatever was read before."""
        with transaction(self.database):
            self.database.execute("delete from readings")
            self.database.execute(
                "insert or ignore into pending (document_id) select id from documents d"
                " where not exists (select 1 from documents where supersedes = d.id)"
            )

    def mark_settled(self) -> None:
        """Write that nothing is pending: the last thing a run does. Nothing is written when that stands already."""
        if is_settled(self.database):
            return
        with transaction(self.database):
            sha256 = ledger.enter(self.database, self._settings.moment(), "settled", "")
            self.database.execute("insert or replace into state (key, value) values ('settled', ?)", (sha256,))

    # What is taken back

    def withdraw(self, document_id: str, reason: str) -> None:
        """Take a document out of the record: its texts and all that was read in it go, its bytes stay archived.

        A row says that it was here, when it went and why; pages that it taught something are read again.
        """
        with transaction(self.database):
            row = self.database.execute("select * from documents where id = ?", (document_id,)).fetchone()
            sites.mark_left_alone(self.database, document_id)
            derived.drop(self.database, document_id)
            for table, column in (("blocks", "document_id"), ("pending", "document_id"), ("documents", "id")):
                self.database.execute(f"delete from {table} where {column} = ?", (document_id,))
            self._drop_texts(row["page_text_id"], row["declared_text_id"])
            self.database.execute(
                "insert or replace into withdrawals (document_id, capture_id, at, reason) values (?, ?, ?, ?)",
                (document_id, row["capture_id"], self._settings.moment(), reason),
            )
            ledger.enter(self.database, self._settings.moment(), "withdrawal", document_id)

    def _drop_texts(self, *text_ids: str) -> None:
        self.database.executemany(
            "delete from texts where id = :id"
            " and not exists (select 1 from documents where page_text_id = :id or declared_text_id = :id)",
            [{"id": text_id} for text_id in text_ids],
        )
