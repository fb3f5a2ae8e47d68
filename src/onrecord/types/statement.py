"""Statements: attributions, resolved and dated."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from onrecord.types.attribution import Attribution, Party
from onrecord.types.span import Span
from onrecord.types.when import When


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said something. `said` is when, `reported` when this item told it.

    inside  the id of the statement whose content encloses this one
    """

    id: str
    item_id: str
    attribution: Attribution
    speaker: Party
    said: When
    reported: When
    polarity: str | None = None
    modality: str | None = None
    inside: str | None = None


def statement_id(document_id: str, content: tuple[Span, ...], source: Span | None, cue: Span | None) -> str:
    """The id of a statement: its place in the document, never who is thought to have said it."""
    places = [*content, source, cue]
    return hashlib.sha256(
        "\n".join(
            ["statement", document_id, *(f"{place.start}:{place.end}" if place else "-" for place in places)]
        ).encode()
    ).hexdigest()
