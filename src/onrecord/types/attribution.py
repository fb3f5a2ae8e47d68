"""Attributions, mentions and the named parties of an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.types.provenance import Provenance
from onrecord.types.span import Span
from onrecord.types.when import Basis, Evidence

Mode = Literal["direct", "indirect", "mixed", "whole_item", "turn"]
MODES: tuple[Mode, ...] = get_args(Mode)
MentionKind = Literal["person", "organisation", "office", "state", "place", "group", "date", "anonymous", "document"]
MENTION_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
PartyRole = Literal["speaker", "issuer", "place"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that points to an actor, an office, a place or a date; `head` is its core without title and apposition."""

    span: Span
    kind: MentionKind
    head: Span
    made_by: Provenance


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of crediting words or views to a source, as the text shows it.

    source   the whole noun phrase credited; None when the text names none
    cue      the words that attribute; None in a transcript's turn
    content  never overlapping, in text order; several when the cue interrupts the words
    inside   the content of the attribution that encloses this one, None at the top
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    made_by: Provenance
    inside: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what an item names in a role: its speakers, its issuer, its place.

    name    as the text writes it; None when unknown
    office  as the text writes it, beside the name or instead of it
    body    the organisation the office belongs to, as the text writes it
    spans   the words that name it (basis stated)
    from_   the words it was inferred from (basis inferred)
    """

    role: PartyRole
    name: str | None
    basis: Basis
    office: str | None = None
    body: str | None = None
    actor_id: str | None = None
    how: str | None = None
    spans: tuple[Span, ...] = ()
    from_: tuple[Evidence, ...] = ()
    why: str = ""
