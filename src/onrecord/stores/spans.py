"""Spans as rows hold them, in json, held against the lengths of their texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

# Columns that hold a span, or several (`content_spans`).
SPANS = {
    "items": ("span", "title_span", "lead_span", "body_span"),
    "statements": ("source_span", "cue_span", "content_spans"),
    "mentions": ("span", "head_span"),
}


def differences(database: sqlite3.Connection) -> Iterator[str]:
    """Every span that is no span of its text, one sentence each; those of blocks come last."""
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
    spans = _spans_of(row[column]) if column == "content_spans" else [decoded(row[column])]
    if not all(span is not None and _lies_within(span, upto) for span in spans):
        yield f"{table}: {column} of {row['id'][:12]} is no span of its text: {row[column]}"


def _spans_of(json: str | bytes) -> list[list[Any] | None]:
    try:
        return [span if _is_span(span) else None for span in msgspec.json.decode(json, type=list[Any])]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return [None]


def decoded(json: str) -> list[Any] | None:
    """The numbers of a span, after "declared" where it lies in the declared text; None when the json is no span."""
    found = _spans_of(f"[{json}]")
    return found[0] if len(found) == 1 else None


def _is_span(value: Any) -> bool:
    numbers = value[1:] if isinstance(value, list) and value[:1] == ["declared"] else value
    return isinstance(numbers, list) and len(numbers) == 2 and all(isinstance(number, int) for number in numbers)


def _lies_within(span: list[Any], lengths: tuple[int, int]) -> bool:
    start, end = span[-2:]
    upto = lengths[1] if span[0] == "declared" else lengths[0]
    return bool(0 <= start <= end <= upto)
