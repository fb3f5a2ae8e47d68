"""The promise, checked: archive against hashes, rows against the ledger, spans against their texts."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import FormatError, VerifyError
from onrecord.formats import Caps
from onrecord.pipeline import read_by, read_items, read_page
from onrecord.stores import ledger, search
from onrecord.stores.archive import Archive, Stored
from onrecord.stores.folder import ARCHIVE
from onrecord.stores.rows import block_rows, item_row, mention_rows, statement_rows
from onrecord.stores.snapshot import SqliteSnapshot, captured, read_slice
from onrecord.tagger import extra_for
from onrecord.types.page import Page
from onrecord.types.snapshot import Row

# Every row belongs to a scope of the ledger: a row without one was slipped in.
BELONGS = {
    "sightings": ("sighting", "id"),
    "documents": ("document", "id"),
    "blocks": ("document", "document_id"),
    "failures": ("failure", "id"),
    "withdrawals": ("withdrawal", "document_id"),
    "readings": ("reading", "document_id"),
    "items": ("reading", "document_id"),
    "statements": ("reading", "document_id"),
    "mentions": ("reading", "document_id"),
}
MEND = "mend it with: onrecord reread"
SPANS = {
    "items": ("span", "title_span", "lead_span", "body_span"),
    "statements": ("source_span", "cue_span", "content_spans"),
    "mentions": ("span", "head_span"),
}


def differences(snapshot: SqliteSnapshot) -> Iterator[str]:
    """Every way in which the record disagrees with itself or its archive, one sentence each; none when all is well.

    Checks the ledger's chain, each row against its ledger entry, each text against its id, each capture's bytes
    against their hash, each span against its text, and the search index against the items.
    """
    database = snapshot.database
    yield from _file(database)
    yield from _chain(database)
    yield from _mark(database)
    yield from _scopes(database)
    yield from _strays(database)
    yield from _texts(database)
    yield from _archive(database, snapshot.folder)
    yield from _spans(database)
    yield from _index(database)


def _file(database: sqlite3.Connection) -> Iterator[str]:
    for row in database.execute("pragma integrity_check(20)"):
        if row[0] != "ok":
            yield f"the SQLite file is damaged: {row[0]}"
    for row in database.execute("pragma foreign_key_check"):
        yield f"a row of {row['table']} points to a row of {row['parent']} that is not there"


def _chain(database: sqlite3.Connection) -> Iterator[str]:
    seq, previous = 0, ledger.START
    for row in database.execute("select * from ledger order by seq"):
        if row["seq"] != seq + 1:
            yield f"ledger: entries {seq + 1} to {row['seq'] - 1} are missing"
        elif row["previous"] != previous:
            yield f"ledger: entry {row['seq']} does not follow from the entry before it"
        fields = [row[name] for name in ("seq", "at", "stratum", "scope", "n_rows", "rows_sha256", "previous")]
        if row["sha256"] != ledger.entry_hash(*fields):
            yield f"ledger: entry {row['seq']} ({row['stratum']} {row['scope'][:12]}) was altered"
        seq, previous = row["seq"], row["sha256"]


def _mark(database: sqlite3.Connection) -> Iterator[str]:
    marks = {row["key"]: row["value"] for row in database.execute("select key, value from state")}
    for key in sorted(set(marks) - {"settled"}):
        yield f"state: {key!r} is no key that onrecord writes"
    mark = marks.get("settled")
    last = database.execute("select sha256 from ledger where stratum = 'settled' order by seq desc limit 1").fetchone()
    if mark is not None and (last is None or mark != last["sha256"]):
        yield "state: the mark of settling does not name the ledger's last settling: an entry or the mark was altered"
    if mark is None and last is not None:
        yield "state: the mark of settling is missing"


def _latest(database: sqlite3.Connection) -> dict[tuple[str, str], sqlite3.Row]:
    """The entry that holds for each scope; what a later withdrawal took back is left out."""
    rows: dict[tuple[str, str], sqlite3.Row] = {}
    for row in database.execute("select * from ledger where stratum <> 'settled' order by seq"):
        rows[row["stratum"], row["scope"]] = row
        if row["stratum"] == "withdrawal":
            rows.pop(("document", row["scope"]), None)
            rows.pop(("reading", row["scope"]), None)
    for row in database.execute("select document_id from pending"):
        rows.pop(("reading", row["document_id"]), None)  # is about to be read again
    return rows


def _scopes(database: sqlite3.Connection) -> Iterator[str]:
    for (stratum, scope), row in _latest(database).items():
        if stratum not in ledger.SCOPES:
            continue  # an altered entry, told with the chain
        n_rows, rows_sha256 = ledger.rows_hash(ledger.scope_rows(database, stratum, scope))
        if rows_sha256 != row["rows_sha256"]:
            count = "" if n_rows == row["n_rows"] else f", {n_rows} rows instead of {row['n_rows']}"
            yield f"rows of {stratum} {scope[:12]} differ from ledger entry {row['seq']} of {row['at']}{count}"


def _strays(database: sqlite3.Connection) -> Iterator[str]:
    known = set(_latest(database)) | {
        ("reading", row["document_id"]) for row in database.execute("select document_id from pending")
    }
    for table, (stratum, column) in BELONGS.items():
        for row in database.execute(f"select distinct {column} as scope from {table}"):
            if (stratum, row["scope"]) not in known:
                yield f"{table}: rows of {row['scope'][:12]} have no ledger entry"
    for row in database.execute(
        "select id from captures c where not exists (select 1 from documents where capture_id = c.id)"
        " and not exists (select 1 from failures where capture_id = c.id)"
        " and not exists (select 1 from withdrawals where capture_id = c.id)"
    ):
        yield f"captures: {row['id'][:12]} belongs to no document, failure or withdrawal"
    for row in database.execute(
        "select id from texts t where not exists (select 1 from documents where page_text_id = t.id)"
        " and not exists (select 1 from documents where declared_text_id = t.id)"
    ):
        yield f"texts: {row['id'][:12]} belongs to no document"
    for row in database.execute("select document_id from pending where document_id not in (select id from documents)"):
        yield f"pending: {row['document_id'][:12]} is no document"


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


def _spans(database: sqlite3.Connection) -> Iterator[str]:
    lengths = {
        row["id"]: (row["page"], row["declared"])
        for row in database.execute(
            "select d.id, length(p.content) as page, length(q.content) as declared from documents d"
            " join texts p on p.id = d.page_text_id join texts q on q.id = d.declared_text_id"
        )
    }
    for table, columns in SPANS.items():
        for row in database.execute(f"select id, document_id, {', '.join(columns)} from {table}"):
            for column in columns:
                yield from _outside(table, row, column, lengths)
    for row in database.execute("select document_id, position, start, end from blocks"):
        if not 0 <= row["start"] <= row["end"] <= lengths.get(row["document_id"], (0, 0))[0]:
            yield f"blocks: block {row['position']} of {row['document_id'][:12]} ends after its text"


def _outside(table: str, row: sqlite3.Row, column: str, lengths: dict[str, tuple[int, int]]) -> Iterator[str]:
    if row[column] is None:
        return
    upto = lengths.get(row["document_id"], (0, 0))
    spans = _spans_of(row[column]) if column == "content_spans" else [_decoded(row[column])]
    if not all(span is not None and _lies_within(span, upto) for span in spans):
        yield f"{table}: {column} of {row['id'][:12]} is no span of its text: {row[column]}"


def _spans_of(json: str) -> list[list[Any] | None]:
    try:
        return [span if _is_span(span) else None for span in msgspec.json.decode(json, type=list[Any])]
    except msgspec.DecodeError:
        return [None]


def _decoded(json: str) -> list[Any] | None:
    """A json span; None when it is none."""
    return _spans_of(f"[{json}]")[0]


def _is_span(value: Any) -> bool:
    numbers = value[1:] if isinstance(value, list) and value[:1] == ["declared"] else value
    return isinstance(numbers, list) and len(numbers) == 2 and all(isinstance(number, int) for number in numbers)


def _lies_within(span: list[Any], lengths: tuple[int, int]) -> bool:
    start, end = span[-2:]
    upto = lengths[1] if span[0] == "declared" else lengths[0]
    return bool(0 <= start <= end <= upto)


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
        span = _decoded(row["span"])
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
        made = {one["id"]: one for one in today}
        for thing_id in sorted(stored.keys() | made.keys()):
            had = stored.get(thing_id)
            if had is not None:
                had.pop("number", None)
            if had != made.get(thing_id):
                how = "is not found" if thing_id not in made else "is found only" if had is None else "reads otherwise"
                yield f"{row['source']}: {table} {thing_id[:12]} {how} today"
