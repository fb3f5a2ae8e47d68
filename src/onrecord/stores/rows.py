"""Nouns as rows, in the shapes that `--json` prints: a span is [start, end], or ["declared", start, end]."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from onrecord.types import (
    ROLES,
    Attribution,
    Document,
    Evidence,
    Item,
    Mention,
    Party,
    PartyRole,
    Provenance,
    Span,
    When,
    unknown,
)
from onrecord.types.page import Page, ReadItem

Json = dict[str, Any]


def dumps(value: Any) -> str:
    """`value` as json text."""
    return msgspec.json.encode(value).decode()


def span_json(span: Span | None, document: Document) -> list[int | str] | None:
    """A span of one of the document's two texts."""
    if span is None:
        return None
    return [span.start, span.end] if span.text_id == document.page.id else ["declared", span.start, span.end]


def evidence_json(evidence: Sequence[Evidence], document: Document) -> list[Json]:
    """Evidence inside `document`; what lies in another is lent when it is asked for, never stored."""
    return [{"document_id": piece.document_id, "span": span_json(piece.span, document)} for piece in evidence]


def when_json(when: When, document: Document) -> Json:
    """A date as `--json` prints it."""
    return {
        "edtf": when.edtf,
        "basis": when.basis,
        "how": when.how,
        "span": span_json(when.span, document),
        "from": evidence_json(when.from_, document),
        "rivals": [
            {"edtf": rival.edtf, "span": span_json(rival.span, document), "why": rival.why} for rival in when.rivals
        ],
        "why": when.why,
    }


def party_json(party: Party, document: Document) -> Json:
    """A speaker, issuer or place as `--json` prints it."""
    return {
        "name": party.name,
        "actor_id": party.actor_id,
        "office": party.office,
        "body": party.body,
        "basis": party.basis,
        "how": party.how,
        "spans": [span_json(span, document) for span in party.spans],
        "from": evidence_json(party.from_, document),
        "why": party.why,
    }


def made_by_json(made_by: Provenance) -> Json:
    """Provenance as `--json` prints it."""
    return {"by": made_by.by, "version": made_by.version, "model": made_by.model, "why": made_by.why}


def document_row(page: Page, site: str, media_type: str, supersedes: str | None) -> tuple[Any, ...]:
    """The row of `documents`."""
    document = page.document
    return (
        document.id, document.capture_id, document.source, site, media_type, document.reader,
        document.page.id, document.declared.id, document.language, document.encoding, dumps(document.doubts),
        page.day_first, page.month_first, page.ambiguous, supersedes,
    )  # fmt: skip


def block_rows(page: Page, site: str) -> list[tuple[Any, ...]]:
    """The rows of `blocks`, in page order."""
    document = page.document
    return [
        (
            document.id, position, block.span.start, block.span.end, block.kind,
            block.place.start if block.place else None, block.place.end if block.place else None,
            int(block.main), block.linked, key, site, document.source,
        )
        for position, (block, key) in enumerate(zip(document.blocks, page.keys, strict=True))
    ]  # fmt: skip


def item_row(read: ReadItem, site: str, position: int) -> Json:
    """The row of `items`."""
    document, item = read.reading.document, read.reading.item
    dates = {dating.role: dating.when for dating in read.reading.dates()}
    published = dates.get("published", unknown("no finder looked for it"))
    return {
        "id": item.id,
        "document_id": document.id,
        "site": site,
        "position": position,
        **_structure(item, document),
        "language": read.reading.language,
        **{role: dumps(when_json(dates.get(role, unknown("no finder looked for it")), document)) for role in ROLES},
        "place": dumps(_party(read, "place")),
        "issuer": dumps(_party(read, "issuer")),
        "speakers": dumps([party_json(party, document) for party in read.reading.parties() if party.role == "speaker"]),
        "why": dumps(dict(item.why)),
        "published_edtf": published.edtf if published.basis == "stated" else None,
    }


def _structure(item: Item, document: Document) -> Json:
    return {
        "span": dumps(span_json(item.span, document)),
        "kind": item.kind,
        "is_main": int(item.is_main),
        "title_span": _maybe(item.title, document),
        "lead_span": _maybe(item.lead, document),
        "body_span": _maybe(item.body, document),
        "item_key": item.item_key,
    }


def _party(read: ReadItem, role: PartyRole) -> Json:
    found = next((party for party in read.reading.parties() if party.role == role), None)
    none_found = Party(role, None, "unknown", why=f"no {role} is stated")
    return party_json(found or none_found, read.reading.document)


def _maybe(span: Span | None, document: Document) -> str | None:
    return None if span is None else dumps(span_json(span, document))


def statement_rows(read: ReadItem) -> list[Json]:
    """The rows of `statements`."""
    document = read.reading.document
    return [
        {
            "id": statement.id,
            "item_id": statement.item_id,
            "document_id": document.id,
            **_attribution(statement.attribution, document),
            "speaker": dumps(party_json(statement.speaker, document)),
            "said": dumps(when_json(statement.said, document)),
            "reported": dumps(when_json(statement.reported, document)),
            "polarity": statement.polarity,
            "modality": statement.modality,
            "inside": statement.inside,
            "score": statement.attribution.made_by.score,
            "made_by": dumps(made_by_json(statement.attribution.made_by)),
        }
        for statement in read.statements
    ]


def _attribution(attribution: Attribution, document: Document) -> Json:
    return {
        "mode": attribution.mode,
        "source_span": _maybe(attribution.source, document),
        "cue_span": _maybe(attribution.cue, document),
        "content_spans": dumps([span_json(span, document) for span in attribution.content]),
    }


def mention_rows(read: ReadItem) -> list[Json]:
    """The rows of `mentions`; a mention found twice is one row, the first finder's."""
    document = read.reading.document
    rows: dict[str, Json] = {}
    for mention in read.reading.mentions():
        row_id = mention_id(document.id, mention)
        rows.setdefault(
            row_id,
            {
                "id": row_id,
                "item_id": read.reading.item.id,
                "document_id": document.id,
                "span": dumps(span_json(mention.span, document)),
                "head_span": dumps(span_json(mention.head, document)),
                "kind": mention.kind,
                "actor_id": None,
                "score": mention.made_by.score,
                "made_by": dumps(made_by_json(mention.made_by)),
            },
        )
    return list(rows.values())


def mention_id(document: str, mention: Mention) -> str:
    """The id of a mention: its place in the document."""
    place = f"mention\n{document}\n{mention.span.start}\n{mention.span.end}"
    return hashlib.sha256(place.encode()).hexdigest()
