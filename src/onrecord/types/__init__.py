"""The nouns: frozen values without input or output."""

from onrecord.types.attribution import (
    MENTION_KINDS,
    MODES,
    Attribution,
    Mention,
    MentionKind,
    Mode,
    Party,
    PartyRole,
)
from onrecord.types.capture import Capture, Sighting
from onrecord.types.document import Block, BlockKind, Document, Place, document_id
from onrecord.types.item import KINDS, Item, Kind, NumberOrder, SiteSlice, item_id
from onrecord.types.provenance import Provenance
from onrecord.types.reading import Reading, Thing
from onrecord.types.span import Span, Text
from onrecord.types.statement import Statement, statement_id
from onrecord.types.tags import NO_TAGS, Tag, Tags
from onrecord.types.when import ROLES, Basis, Dating, Evidence, How, Rival, Role, When, unknown

__all__ = [
    "KINDS",
    "MENTION_KINDS",
    "MODES",
    "NO_TAGS",
    "ROLES",
    "Attribution",
    "Basis",
    "Block",
    "BlockKind",
    "Capture",
    "Dating",
    "Document",
    "Evidence",
    "How",
    "Item",
    "Kind",
    "Mention",
    "MentionKind",
    "Mode",
    "NumberOrder",
    "Party",
    "PartyRole",
    "Place",
    "Provenance",
    "Reading",
    "Rival",
    "Role",
    "Sighting",
    "SiteSlice",
    "Span",
    "Statement",
    "Tag",
    "Tags",
    "Text",
    "Thing",
    "When",
    "document_id",
    "item_id",
    "statement_id",
    "unknown",
]
