"""The cells of a row laid flat: how each shape of field is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import UnknownName
from onrecord.exporters.columns import DATE, PARTY, Shape, fields_of


def cells_of(row: Mapping[str, Any], kind: str) -> Iterator[str]:
    """The cells of `row`, one a column of `columns_of(kind)`.

    Absent is "", unknown is "unknown". Raises UnknownName for a key that rows of `kind` do not have: it would be lost.
    """
    fields = fields_of(kind)
    names = [field.name for field in fields]
    for key in row:
        if key not in names:
            raise UnknownName.among(f"field of {kind}", key, names)
    for field in fields:
        yield from _WRITE[field.shape](row.get(field.name))


def span_text(span: Sequence[Any] | None) -> str:
    """A span as a cell: "1204-1228", "declared:12-30" in the declared text, "" when absent."""
    if span is None:
        return ""
    *text, start, end = span
    return "".join(f"{part}:" for part in text) + f"{start}-{end}"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _json_or_nothing(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def _spans(spans: Iterable[Sequence[Any]] | None) -> str:
    return "; ".join(span_text(span) for span in spans or ())


def _evidence(evidence: Iterable[Mapping[str, Any]] | None) -> str:
    return "; ".join(f"{one['document_id']}:{span_text(one['span'])}" for one in evidence or ())


def _date(date: Mapping[str, Any] | None) -> Iterator[str]:
    if date is None:
        yield from [""] * len(DATE)
        return
    edtf = date.get("edtf")
    yield "unknown" if edtf is None else edtf
    yield _plain(date.get("basis"))
    yield _plain(date.get("how"))
    yield span_text(date.get("span"))
    yield _evidence(date.get("from"))
    yield _json_or_nothing(date.get("rivals"))
    yield _plain(date.get("why"))


def _party(party: Mapping[str, Any] | None) -> Iterator[str]:
    if party is None:
        yield from [""] * len(PARTY)
        return
    yield "unknown" if party.get("basis") == "unknown" else _plain(party.get("name"))
    for name in ("actor_id", "office", "body", "basis", "how"):
        yield _plain(party.get(name))
    yield _spans(party.get("spans"))
    yield _evidence(party.get("from"))
    yield _plain(party.get("why"))


def _parties(parties: Sequence[Mapping[str, Any]] | None) -> Iterator[str]:
    known = parties or ()
    yield "; ".join(
        "unknown" if one.get("basis") == "unknown" else _plain(one.get("name") or one.get("office")) for one in known
    )
    yield _json_or_nothing(known)


def _known(value: Any) -> str:
    return "unknown" if value is None else _plain(value)


def _one(write: Callable[[Any], str]) -> Callable[[Any], Iterator[str]]:
    return lambda value: iter((write(value),))


_WRITE: Mapping[Shape, Callable[[Any], Iterator[str]]] = {
    "text": _one(_plain),
    "known": _one(_known),
    "number": _one(_plain),
    "yes_no": _one(_plain),
    "json": _one(_json_or_nothing),
    "span": _one(span_text),
    "spans": _one(_spans),
    "date": _date,
    "party": _party,
    "parties": _parties,
}
