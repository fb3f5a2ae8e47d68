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
