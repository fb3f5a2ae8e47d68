"""The ledger: a chain of hashes over every row that a transaction wrote.

An entry holds the hash of the rows of one scope (a document, a sighting ...) in one stratum and the hash of the entry
before it, so that an altered cell, a missing row and a cut entry each break something that `verify` recomputes.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

START = "0" * 64
encode = msgspec.json.Encoder().encode

# Whose rows a stratum's entry hashes: one select a table, `?` being the scope. Columns are named, never `*`:
# what is local to this file (items.number) stays out.
SCOPES: dict[str, tuple[str, ...]] = {
    "sighting": (
        "select 'sightings', id, capture_id, source, site, fetched_at, status, via, headers"
        " from sightings where id = ?",
    ),
    "document": (
        "select 'captures', c.id, c.size_bytes, c.file, c.start, c.length"
        " from documents d join captures c on c.id = d.capture_id where d.id = ?",
        "select 'texts', t.id, t.content from documents d join texts t on t.id = d.page_text_id where d.id = ?",
        "select 'texts', t.id, t.content from documents d join texts t on t.id = d.declared_text_id where d.id = ?",
        "select 'documents', id, capture_id, source, site, media_type, reader, page_text_id, declared_text_id,"
        " language, encoding, doubts, day_first, month_first, ambiguous, supersedes from documents where id = ?",
        "select 'blocks', document_id, position, start, end, kind, byte_start, byte_end, main, linked, key, site,"
        " source from blocks where document_id = ? order by position",
    ),
    "failure": (
        "select 'captures', c.id, c.size_bytes, c.file, c.start, c.length"
        " from failures f join captures c on c.id = f.capture_id where f.id = ?",
        "select 'failures', id, source, site, capture_id, media_type, kind, message from failures where id = ?",
    ),
    "withdrawal": (
        "select 'captures', c.id, c.size_bytes, c.file, c.start, c.length"
        " from withdrawals w join captures c on c.id = w.capture_id where w.document_id = ?",
        "select 'withdrawals', document_id, capture_id, at, reason from withdrawals where document_id = ?",
    ),
    "reading": (
        "select 'readings', document_id, slice, readers, error from readings where document_id = ?",
        "select 'items', id, document_id, site, position, span, kind, is_main, title_span, lead_span, body_span,"
        " item_key, language, published, modified, spoken, happened, place, issuer, speakers, why, published_edtf"
        " from items where document_id = ? order by position",
        "select 'statements', id, item_id, document_id, mode, source_span, cue_span, content_spans, speaker, said,"
        " reported, polarity, modality, inside, score, made_by from statements where document_id = ? order by id",
        "select 'mentions', id, item_id, document_id, span, head_span, kind, actor_id, score, made_by"
        " from mentions where document_id = ? order by id",
    ),
    "settled": (),
}
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


def scope_rows(database: sqlite3.Connection, stratum: str, scope: str) -> Iterator[Sequence[Any]]:
    """The rows that an entry of `stratum` for `scope` speaks of, as they are now."""
    for select in SCOPES[stratum]:
        yield from map(tuple, database.execute(select, (scope,)))


def rows_hash(rows: Iterable[Sequence[Any]]) -> tuple[int, str]:
    """How many rows, and sha256 over them: one json array a line."""
    digest = hashlib.sha256()
    count = 0
    for row in rows:
        digest.update(encode(row))
        digest.update(b"\n")
        count += 1
    return count, digest.hexdigest()


def entry_hash(seq: int, at: str, stratum: str, scope: str, n_rows: int, rows_sha256: str, previous: str) -> str:
    """sha256 of an entry: all its fields, the hash of the entry before among them."""
    return hashlib.sha256(encode([seq, at, stratum, scope, n_rows, rows_sha256, previous])).hexdigest()


def head(database: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the last entry; 0 and zeros when the ledger is empty."""
    row = database.execute("select seq, sha256 from ledger order by seq desc limit 1").fetchone()
    return (row["seq"], row["sha256"]) if row else (0, START)


def enter(database: sqlite3.Connection, at: str, stratum: str, scope: str) -> str:
    """Append the entry for `scope` as its rows stand inside the present transaction; its hash."""
    seq, previous = head(database)
    n_rows, rows_sha256 = rows_hash(scope_rows(database, stratum, scope))
    sha256 = entry_hash(seq + 1, at, stratum, scope, n_rows, rows_sha256, previous)
    database.execute(
        "insert into ledger (seq, at, stratum, scope, n_rows, rows_sha256, previous, sha256)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (seq + 1, at, stratum, scope, n_rows, rows_sha256, previous, sha256),
    )
    return sha256


def differences(database: sqlite3.Connection) -> Iterator[str]:
    """Every way in which the ledger disagrees with itself, the mark of settling and the rows, one sentence each."""
    yield from _chain(database)
    yield from _mark(database)
    yield from _scopes(database)
    yield from _strays(database)


def _chain(database: sqlite3.Connection) -> Iterator[str]:
    seq, previous = 0, START
    for row in database.execute("select * from ledger order by seq"):
        if row["seq"] != seq + 1:
            yield f"ledger: entries {seq + 1} to {row['seq'] - 1} are missing"
        elif row["previous"] != previous:
            yield f"ledger: entry {row['seq']} does not follow from the entry before it"
        fields = [row[name] for name in ("seq", "at", "stratum", "scope", "n_rows", "rows_sha256", "previous")]
        if row["sha256"] != entry_hash(*fields):
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
        if stratum not in SCOPES:
            continue  # an altered entry, told with the chain
        n_rows, rows_sha256 = rows_hash(scope_rows(database, stratum, scope))
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
