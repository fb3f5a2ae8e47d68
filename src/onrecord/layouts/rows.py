"""Lists: a row of a table is an item."""

from __future__ import annotations

from onrecord.layouts.furniture import item_key
from onrecord.types import NO_TAGS, Document, Item, SiteSlice, Tags, item_id


def divide(document: Document, site: SiteSlice, _tags: Tags = NO_TAGS) -> tuple[Item, ...]:
    """One item of kind listing for each block (row) of the document, in order; none is the main one.

    The header row, a block of kind title, stays in the residue.
    """
    return tuple(
        Item(
            id=item_id(document.id, block.span),
            document_id=document.id,
            span=block.span,
            kind="listing",
            title=None,
            lead=block.span,
            body=None,
            is_main=False,
            item_key=item_key(document, (block,), site.furniture),
            why=(
                ("cut", "a row of the list"),
                ("kind", "a row of a list"),
                ("title", "a row has no title"),
                ("is_main", "a list has no main item"),
            ),
        )
        for block in document.blocks
        if block.kind != "title" and block.span.start < block.span.end
    )
