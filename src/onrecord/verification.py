"""The promise, checked: archive against hashes, rows against the ledger, spans against their texts.

`stores/ledger.py` tells how the ledger disagrees with the rows, `stores/spans.py` which spans leave their texts.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from onrecord.errors import FormatError, VerifyError
from onrecord.formats import Caps
from onrecord.pipeline import read_by, read_items, read_page
from onrecord.stores import ledger, search, spans
from onrecord.stores.archive import Archive, Stored
from onrecord.stores.folder import ARCHIVE
from onrecord.stores.rows import block_rows, item_row, mention_rows, statement_rows
from onrecord.stores.snapshot import SqliteSnapshot, captured, read_slice
from onrecord.tagger import extra_for
from onrecord.types.page import Page
from onrecord.types.snapshot import Row

MEND = "mend it with: onrecord reread"


def differences(snapshot: SqliteSnapshot) -> Iterator[str]:
    """Every way in which the record disagrees with itself or its archive, one sentence each; none when all is well.

    Checks the ledger's chain, each row against its ledger entry, each text against its id, each capture's bytes
    against their hash, each span against its text, and the search index against the items.
    """
    database = snapshot.database
    yield from _file(database)
    yield from ledger.differences(database)
    yield from _texts(database)
    yield from _archive(database, snapshot.folder)
    yield from spans.differences(database)
    yield from _index(database)


def _file(database: sqlite3.Connection) -> Iterator[str]:
    for row in database.execute("pragma integrity_check(20)"):
        if row[0] != "ok":
            yield f"the SQLite file is damaged: {row[0]}"
    for row in database.execute("pragma foreign_key_check"):
        yield f"a row of {row['table']} points to a row of {row['parent']} that is not there"


def _texts(database: sqlite3.Connection) -> Iterator[str]:
    for row in database.execute("select id, content from texts"):
        if hashlib.sha256(row["content"].encode()).hexdigest() != row["id"]:
            yield f"texts: the words of {row['id'][:12]} do not have the hash they are named by"


def _archive(database: sqlite3.Connection, folder: Path) -> Iterator[str]:
    archive = Archive(folder / ARCHIVE)
    members = []
    for row in database.execute("select id, file, start, length from captures order by file, start"):
        members.append(Stored(row["file"], row["start"], row["length"]))
        try:
            archive.check(members[-1], row["id"])
        except VerifyError as error:
            yield from error.differences or (str(error),)
    yield from archive.faults(members)


def _index(database: sqlite3.Connection) -> Iterator[str]:
    """The search index holds the words of every item, and of nothing else."""
    yield from _index_file(database)
    content: tuple[str, str] = ("", "")
    select = (
        "select i.id, i.span, s.words, s.stems, d.page_text_id from items i join documents d on d.id = i.document_id"
        " left join search s on s.rowid = i.number order by d.page_text_id"
    )
    for row in database.execute(select):
        if row["page_text_id"] != content[0]:
            text = database.execute("select content from texts where id = ?", (row["page_text_id"],)).fetchone()
            content = (row["page_text_id"], text["content"] if text else "")
        span = spans.decoded(row["span"])
        if span is None:
            continue  # told with the spans
        said = content[1][span[0] : span[1]]
        if row["words"] != search.folded(said) or row["stems"] != search.stems(said):
            yield f"search: the words of item {row['id'][:12]} differ from its text; {MEND}"
    extra = database.execute("select count(*) from search where rowid not in (select number from items)").fetchone()[0]
    if extra:
        yield f"search: {extra} rows belong to no item; {MEND}"


def _index_file(database: sqlite3.Connection) -> Iterator[str]:
    """FTS5 checks its own tables, but only in a file that may be written: so in a copy of this state, in memory."""
    with closing(sqlite3.connect(":memory:")) as copy:
        database.backup(copy)
        try:
            copy.execute("insert into search (search) values ('integrity-check')")
        except sqlite3.DatabaseError as error:
            yield f"search: its index is damaged ({error}); {MEND}"


def deep_differences(snapshot: SqliteSnapshot) -> Iterator[str]:
    """Every way in which the readers, run again on the archived bytes, find something else than the record holds.

    Another version of a reader or of a library it stands on may differ without anything being wrong: `reread` then
    brings the record up to date.
    """
    for row in list(snapshot.rows("documents")):
        if any(snapshot.rows("documents", supersedes=row["id"])):
            continue
        try:
            found = captured(snapshot.database, Archive(snapshot.folder / ARCHIVE), row)
            page = read_page(found, Caps(html=len(found[0].body), text=len(found[0].body)))
        except (VerifyError, FormatError) as error:
            yield f"{row['source']}: cannot be read again: {error}"
            continue
        yield from _page_differences(snapshot, row, page)
        yield from _reading_differences(snapshot, row, page)


def _page_differences(snapshot: SqliteSnapshot, row: Row, page: Page) -> Iterator[str]:
    if page.document.id != row["id"]:
        yield f"{row['source']}: reader {page.document.reader} is not the {row['reader']} that made this document"
        return
    for name, text_id in (("page", page.document.page.id), ("declared", page.document.declared.id)):
        if text_id != row[f"{name}_text_id"]:
            yield f"{row['source']}: its {name} text reads otherwise today"
    stored = list(
        snapshot.database.execute("select * from blocks where document_id = ? order by position", (row["id"],))
    )
    today = block_rows(page, row["site"])
    changed = sum(tuple(a) != b for a, b in zip(stored, today, strict=False)) + abs(len(stored) - len(today))
    if changed:
        yield f"{row['source']}: {changed} of its {len(stored)} blocks are divided or marked otherwise today"


def _reading_differences(snapshot: SqliteSnapshot, row: Row, page: Page) -> Iterator[str]:
    site = read_slice(snapshot.database, row["id"])
    if site is None or page.document.id != row["id"]:
        return
    by = snapshot.database.execute("select readers from readings where document_id = ?", (row["id"],)).fetchone()
    model, extra, lean = read_by(str(by["readers"]))
    if extra and not extra_for(page.document.language):
        yield (
            f"{row['source']}: its names were read by {extra}, which is not installed here: what was read cannot be"
            " compared without it (the extras are in docs/reference/model.md)"
        )
        return
    read = read_items((page.document, site), model=model, extras=extra is not None, lean=lean)
    for table, today in (
        ("items", [item_row(item, row["site"], position) for position, item in enumerate(read)]),
        ("statements", [made for item in read for made in statement_rows(item)]),
        ("mentions", [made for item in read for made in mention_rows(item)]),
    ):
        stored = {
            had["id"]: dict(had)
            for had in snapshot.database.execute(f"select * from {table} where document_id = ?", (row["id"],))
        }
        for thing_id, how in _row_differences(stored, {one["id"]: one for one in today}):
            yield f"{row['source']}: {table} {thing_id[:12]} {how} today"


def _row_differences(stored: Mapping[str, Row], made: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    """Which rows are not the same today, in order of their ids, and how; the number of a row may differ."""
    for thing_id in sorted(stored.keys() | made.keys()):
        had, now = stored.get(thing_id), made.get(thing_id)
        if had is not None:
            had = {name: value for name, value in had.items() if name != "number"}
        if had != now:
            yield thing_id, "is not found" if now is None else "is found only" if had is None else "reads otherwise"
