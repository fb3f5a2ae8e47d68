"""The walk over a page's tree: what is shown, in page order, as rough blocks of pieces; and what the page declares."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from onrecord.formats.html_declared import DECLARING, Declared
from onrecord.formats.html_places import UNSEEN, is_hidden
from onrecord.types import BlockKind

SPACE = " \t\n\r\f"
SPACES = re.compile(f"[{SPACE}]+")
COLLAPSIBLE = re.compile(r"[\t\n\r\f]| {2}")

# What a browser sets apart from the text around it. The kind is that of text directly inside; None = of what encloses
# the element, for a <p> or <div> in a list entry or a heading adds nothing.
TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
ENTRIES = ("li", "option", "dd", "td", "th")
PARTS = (
    "address article aside blockquote body button details dialog dir dl fieldset figure footer form header hgroup html"
    " legend listing main menu nav ol optgroup plaintext pre search section select summary table tbody textarea tfoot"
    " thead tr ul xmp"
)
BLOCKS: dict[str, BlockKind | None] = {
    **dict.fromkeys(TITLES, "title"),
    **dict.fromkeys(ENTRIES, "list"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(PARTS.split(), "paragraph"),
    **dict.fromkeys(("center", "div", "hr", "p")),
    "dt": "speaker",
}
KEEPS_SPACE = frozenset({"pre", "textarea", "listing", "plaintext", "xmp"})
CELLS = frozenset({"td", "th"})
# Elements within a line that say something of their text.
INLINE = frozenset({"a", "b", "strong"})


class Piece(NamedTuple):
    """One text node as it is shown.

    before  what parts it from the piece before: nothing, a space or line breaks
    shown   its text, white space collapsed as a browser does
    data    the text node
    offset  where the node begins in the source; None when the parser does not know
    """

    before: str
    shown: str
    data: str
    offset: int | None
    linked: bool
    strong: bool


@dataclass(slots=True)
class Shown:
    """All pieces in page order, and the rough blocks: kind, first piece, piece after the last, innermost element."""

    pieces: list[Piece] = field(default_factory=list)
    blocks: list[tuple[BlockKind, int, int, Any]] = field(default_factory=list)


class _State(NamedTuple):
    """What the elements around a text say of it."""

    kind: BlockKind = "paragraph"
    cell: bool = False
    hidden: bool = False
    keeps_space: bool = False
    linked: bool = False
    strong: bool = False


class _Leave(NamedTuple):
    """Put on the stack below an element's children: what to do once they are done."""

    state: _State
    block: Any  # the block element around the element when it is one itself, else None
    time: int | None


def walk(root: Any, declared: Declared) -> Shown:  # noqa: PLR0912  some 1,500 nodes a page pass through this one loop
    """What the tree under `root` shows. What it declares goes into `declared`, in page order.

    Iterative: pages may be nested 100,000 deep.
    """
    shown = Shown()
    pieces = shown.pieces
    state, block = _State(), root
    start, before = 0, ""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if type(node) is _Leave:
            if node.block is not None:
                start, before = _end_block(shown, state, start, block), ""
                block = node.block
            state = node.state
            if node.time is not None:
                declared.end_time(node.time, len(pieces))
            continue
        name = node.name
        if name == "#text":
            if not state.hidden:
                before = _add(pieces, node, state, start, before)
            continue
        if name == "br":
            before = before.strip(" ") + "\n"
            continue
        attributes = node.attrs
        time = None
        if name in DECLARING or (attributes and "itemprop" in attributes):
            time = declared.element(node, len(pieces))
        within, around = state, None
        if not state.hidden:
            if name in UNSEEN or (attributes and is_hidden(name, attributes)):
                within = _inside(state, "hidden")
            elif name in BLOCKS:
                start, before = _end_block(shown, state, start, block), ""
                within, around, block = _inside(state, name), block, node
            elif name in INLINE:
                within = _inside(state, name)
        children = node.children
        if within is not state or time is not None or around is not None:
            stack.append(_Leave(state, around, time))
            state = within
        if children:
            stack.extend(reversed(children))
    _end_block(shown, state, start, block)
    return shown


@cache
def _inside(state: _State, name: str) -> _State:
    """The state inside the element `name`, or inside a hidden one."""
    if name == "hidden":
        return state._replace(hidden=True)
    if name in INLINE:
        return state._replace(linked=True) if name == "a" else state._replace(strong=True)
    kind = BLOCKS[name]
    if kind is None:
        # Tables lay pages out: a paragraph in a cell is a paragraph, only text directly in the cell is an entry.
        kind = "paragraph" if state.cell else state.kind
    return state._replace(kind=kind, cell=name in CELLS, keeps_space=state.keeps_space or name in KEEPS_SPACE)


def _add(pieces: list[Piece], node: Any, state: _State, start: int, before: str) -> str:
    """Add a text node as it is shown to the block begun at piece `start`; gives what parts the next one from it."""
    data = node.data or ""
    text = data.strip(SPACE)
    if state.keeps_space:
        if not text:
            return before + data
        lead = data[: len(data) - len(data.lstrip(SPACE))]
        pieces.append(Piece(before + lead, text, data, node.origin_offset, state.linked, state.strong))
        return data[len(data.rstrip(SPACE)) :]
    if not text:
        return before or (" " if data else "")  # after a line break, space shows nothing
    if data[0] in SPACE:
        before = before or " "
    if COLLAPSIBLE.search(text):
        text = SPACES.sub(" ", text)
    before = before if len(pieces) > start else ""
    pieces.append(Piece(before, text, data, node.origin_offset, state.linked, state.strong))
    return " " if data[-1] in SPACE else ""


def _end_block(shown: Shown, state: _State, start: int, block: Any) -> int:
    """Close the block begun at piece `start`, if it has pieces; gives the first piece of the next."""
    end = len(shown.pieces)
    if end > start:
        shown.blocks.append((state.kind, start, end, block))
    return end
