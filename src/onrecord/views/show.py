"""One thing in its words: where it stands, what was read from it, and where its bytes lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import UnknownName
from onrecord.types.snapshot import Row, Snapshot
from onrecord.views.items import items
from onrecord.views.statements import statements

Json = dict[str, Any]
# Code points of the page shown on each side of a passage.
AROUND = 160


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in their place: `before` and `after` are what stands around them on the page."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Bytes:
    """Where the bytes of a span lie.

    start, end  bytes of the capture's body that hold the blocks of the span; None when one of them is unmapped
    file        of the archive, with offset and length of the gzip member
    """

    capture_id: str
    start: int | None
    end: int | None
    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` tells of one thing.

    kind    document, item, statement or passage
    row     as `--json` prints it
    furniture  (words, pages of the site that have them) of the blocks in the span that other pages have too
    """

    kind: str
    row: Json
    document: Row
    passages: tuple[Passage, ...]
    places: tuple[Bytes, ...]
    furniture: tuple[tuple[str, int], ...]


def show(snapshot: Snapshot, name: str) -> Shown:
    """What `name` names: the id, or the beginning of the id, of a document, item or statement; or DOCUMENT:START-END.

    Raises UnknownName when nothing or more than one thing is named so.
    """
    if ":" in name:
        return _passage(snapshot, name)
    kind, thing_id = named(snapshot, name)
    row = row_of(snapshot, kind, thing_id)
    document = next(snapshot.rows("documents", id=row["id"] if kind == "document" else row["document_id"]))
    spans = {"document": [], "item": [row.get("span")], "statement": row.get("content_spans")}[kind]
    return _shown(snapshot, kind, row, document, spans or [])


def named(snapshot: Snapshot, name: str) -> tuple[str, str]:
    """(kind, id) of the document, item or statement whose id begins with `name`. Raises UnknownName."""
    found = [
        (kind, thing_id)
        for kind in ("document", "item", "statement")
        for thing_id in (snapshot.find(f"{kind}s", name) if name.isalnum() else ())
    ]
    exact = [(kind, thing_id) for kind, thing_id in found if thing_id == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise UnknownName(f"nothing in this record has an id that begins with {name!r}: see `onrecord items`")
    listed = ", ".join(f"{kind} {thing_id[:16]}" for kind, thing_id in found)
    raise UnknownName(f"{name!r} is the beginning of several ids: {listed}; give more letters")


def row_of(snapshot: Snapshot, kind: str, thing_id: str) -> Json:
    """The row of a document, item or statement as `--json` prints it."""
    if kind == "item":
        return next(items(snapshot, id=thing_id))
    if kind == "statement":
        return next(statements(snapshot, id=thing_id))
    return dict(next(snapshot.rows("documents", id=thing_id)))


def _passage(snapshot: Snapshot, name: str) -> Shown:
    prefix, _, bounds = name.partition(":")
    start, _, end = bounds.partition("-")
    kind, document_id = named(snapshot, prefix)
    if kind != "document" or not re.fullmatch(r"[0-9]+-[0-9]+", bounds):
        raise UnknownName(f"{name!r} names no passage: write DOCUMENT:START-END, such as 9f2c41d0:1204-1228")
    document = next(snapshot.rows("documents", id=document_id))
    length = len(snapshot.text(document["page_text_id"]))
    if not int(start) <= int(end) <= length:
        raise UnknownName(f"{name!r} lies outside its page, which has {length} code points")
    return _shown(snapshot, "passage", {"id": name, "document_id": document_id}, document, [[int(start), int(end)]])


def _shown(snapshot: Snapshot, kind: str, row: Json, document: Row, spans: list[Any]) -> Shown:
    text = snapshot.text(document["page_text_id"])
    capture = next(snapshot.rows("captures", id=document["capture_id"]))
    blocks = list(snapshot.rows("blocks", document_id=document["id"]))
    held = [[block for block in blocks if block["start"] < end and start < block["end"]] for start, end in spans]
    return Shown(
        kind,
        row,
        document,
        tuple(
            Passage(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])
            for start, end in spans
        ),
        tuple(_bytes(capture, blocks) for blocks in held) or (_bytes(capture, []),),
        tuple(_furniture(snapshot, text, [block for blocks in held for block in blocks])),
    )


def _bytes(capture: Row, blocks: list[Row]) -> Bytes:
    mapped = bool(blocks) and all(block["byte_start"] is not None for block in blocks)
    start = min(block["byte_start"] for block in blocks) if mapped else None
    end = max(block["byte_end"] for block in blocks) if mapped else None
    return Bytes(capture["id"], start, end, capture["file"], capture["start"], capture["length"])


def _furniture(snapshot: Snapshot, text: str, blocks: list[Row]) -> Iterator[tuple[str, int]]:
    for block in blocks:
        pages = snapshot.pages_with(block["site"], block["key"]) if block["key"] else 0
        if pages > 1:
            yield text[block["start"] : block["end"]], pages
