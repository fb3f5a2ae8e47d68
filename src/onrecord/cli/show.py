"""onrecord show: one thing in its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.options import Json, Record

if TYPE_CHECKING:
    from onrecord.views.show import Bytes, Shown

EXAMPLES = """Examples:

onrecord show 4c1de07a

onrecord show 9f2c41d0:1204-1228"""


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a document, item or statement, or DOCUMENT:START-END.")],
    record: Record = "record",
    json: Json = False,
) -> None:
    """Show one thing in its words, with its grounds.

    What stands around it, why its dates and speakers are what they are, and where its bytes lie in the archive."""
    from onrecord import verbs
    from onrecord.cli.output import json_line, visible

    shown = verbs.show(name, record)
    if json:
        from msgspec import to_builtins

        print(json_line(to_builtins(shown)))
        return
    for line in lines(shown):
        print(visible(line, keep="\n\t"))


def lines(shown: Shown) -> Iterator[str]:
    """What a person is told of one thing."""
    row = shown.row
    yield f"{shown.kind} {row['id']}"
    yield f"from {shown.document['source']} (document {shown.document['id'][:16]})"
    for passage in shown.passages:
        yield ""
        yield f"…{passage.before}▸{passage.words}◂{passage.after}…"
    yield ""
    if shown.kind == "item":
        yield from _item(row)
    if shown.kind == "statement":
        yield from _statement(row)
    if shown.kind == "document":
        yield from _document(row)
    for words, pages in shown.furniture:
        yield f"furniture   on {pages} pages of this site: {' '.join(words.split())[:80]}"
    for place in shown.places:
        yield from _bytes(place)


def _item(row: dict[str, Any]) -> Iterator[str]:
    for field, sentence in row["why"].items():
        yield f"{field:<11} {row.get(field) if field in row else ''} ({sentence})".replace("  (", " (")
    for role in ("published", "modified", "spoken", "happened"):
        yield from _date(role, row[role])
    for role in ("issuer", "place"):
        yield _party(role, row[role])
    for party in row["speakers"]:
        yield _party("speaker", party)


def _statement(row: dict[str, Any]) -> Iterator[str]:
    yield _party("speaker", row["speaker"])
    yield f"source      {row['source_text'] or 'none'}"
    yield f"cue         {row['cue_text'] or 'none'}"
    yield f"mode        {row['mode']}"
    yield from _date("said", row["said"])
    yield from _date("reported", row["reported"])
    yield f"made by     {row['made_by']['by']} {row['made_by']['version']} ({row['made_by']['why']})"


def _document(row: dict[str, Any]) -> Iterator[str]:
    for field in ("media_type", "reader", "language", "encoding", "page_text_id", "declared_text_id"):
        yield f"{field.replace('_', ' '):<17} {row[field] or 'unknown'}"
    for doubt in row["doubts"]:
        yield f"doubt             {doubt}"


def _date(role: str, date: dict[str, Any]) -> Iterator[str]:
    where = f" at {_span(date['span'])}" if date["span"] else ""
    lent = "".join(f" from {piece['document_id'][:8]}:{_span(piece['span'])}" for piece in date["from"])
    yield f"{role:<11} {date['edtf'] or 'unknown'} ({date['basis']}{where}{lent}: {date['why']})"
    for rival in date["rivals"]:
        yield f"{'':<11} not {rival['edtf']} at {_span(rival['span'])}: {rival['why']}"


def _party(role: str, party: dict[str, Any]) -> str:
    words = ", ".join(part for part in (party["name"], party["office"], party["body"]) if part) or "unknown"
    where = "".join(f" at {_span(span)}" for span in party["spans"])
    return f"{role:<11} {words} ({party['basis']}{where}{': ' if party['why'] else ''}{party['why']})"


def _span(span: list[Any]) -> str:
    return f"{'declared:' if span[0] == 'declared' else ''}{span[-2]}-{span[-1]}"


def _bytes(place: Bytes) -> Iterator[str]:
    within = f"bytes {place.start}-{place.end} of " if place.start is not None else ""
    yield f"bytes       {within}sha256:{place.capture_id}"
    yield f"archive     {place.file}, gzip member at {place.offset}, {place.length} bytes long"
