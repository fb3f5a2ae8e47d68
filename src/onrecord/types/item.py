"""Items: the pieces of a page, and what a page's neighbours teach about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.types.span import Span

Kind = Literal[
    "statement",
    "speech",
    "transcript",
    "interview",
    "op_ed",
    "readout_call",
    "readout_meeting",
    "report",
    "announcement",
    "programme",
    "joint_statement",
    "communique",
    "message",
    "appointment",
    "travel_note",
    "fact_sheet",
    "news",
    "listing",
    "filler",
    "other",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
NumberOrder = Literal["day", "month"]


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a page: structure only, no opinion about who or when.

    span     from its first to its last word; items of a document never overlap
    title    inside span, as are lead and body
    body     from the first paragraph after title and lead to the end; None when there is none
    lead     the first paragraph of running text
    item_key sha256 of the item's folded words: the same words elsewhere have the same key
    why      (field, sentence): the reason for cut, kind, title and is_main
    """

    id: str
    document_id: str
    span: Span
    kind: Kind
    title: Span | None
    lead: Span | None
    body: Span | None
    is_main: bool
    item_key: str
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SiteSlice:
    """What the set of a site's pages teaches about one of them (stratum L1).

    furniture     keys (layouts.furniture.block_key) of this page's blocks that stand on another page of the site too
    number_order  how the site writes 05/06/2024, by its unambiguous dates; None when it has none or both
    captured_at   the earliest moment at which this page was fetched, ISO 8601; None when nobody knows
    """

    furniture: frozenset[str] = frozenset()
    number_order: NumberOrder | None = None
    captured_at: str | None = None


def item_id(document_id: str, span: Span) -> str:
    """The id of the item at `span`: it names the place, not the opinion."""
    return hashlib.sha256(f"item\n{document_id}\n{span.start}\n{span.end}".encode()).hexdigest()
