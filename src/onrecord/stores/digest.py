"""One hash over all that a record says, whatever the order, the runs and the places it was read from."""

from __future__ import annotations

import hashlib
import sqlite3

from onrecord.stores.ledger import encode

# Left out on purpose: moments of fetching, headers, sites (a folder's name lies above the given root), where in the
# archive a capture lies, errors in getting bytes, withdrawals, row numbers, versions. Bytes that no document and no
# failure speaks of any more are out too, so that adding a page and taking it back changes nothing.
DIGESTED = (
    "select 'captures', id, size_bytes from captures c"
    " where exists (select 1 from documents where capture_id = c.id)"
    " or exists (select 1 from failures where capture_id = c.id) order by id",
    "select distinct 'sightings', capture_id, source, status from sightings s"
    " where exists (select 1 from documents where capture_id = s.capture_id and source = s.source)"
    " or exists (select 1 from failures where capture_id = s.capture_id and source = s.source)"
    " order by capture_id, source, status",
    "select 'texts', id from texts order by id",
    "select 'documents', id, capture_id, source, media_type, reader, page_text_id, declared_text_id, language,"
    " encoding, doubts, day_first, month_first, ambiguous from documents order by id",
    "select 'blocks', document_id, position, start, end, kind, byte_start, byte_end, main, linked, key from blocks"
    " order by document_id, position",
    "select 'failures', id, source, capture_id, kind from failures where capture_id is not null order by id",
    "select 'readings', document_id, error from readings where error is not null order by document_id",
    "select 'items', id, document_id, position, span, kind, is_main, title_span, lead_span, body_span, item_key,"
    " language, published, modified, spoken, happened, place, issuer, speakers, why from items"
    " order by document_id, position",
    "select 'statements', id, item_id, document_id, mode, source_span, cue_span, content_spans, speaker, said,"
    " reported, polarity, modality, inside, score, made_by from statements order by id",
    "select 'mentions', id, item_id, document_id, span, head_span, kind, actor_id, score, made_by from mentions"
    " order by id",
)


def digest(database: sqlite3.Connection) -> str:
    """sha256 over all content and derived rows, a json array a line, in the order of their ids."""
    whole = hashlib.sha256()
    for select in DIGESTED:
        for row in database.execute(select):
            whole.update(encode(tuple(row)))
            whole.update(b"\n")
    return whole.hexdigest()
