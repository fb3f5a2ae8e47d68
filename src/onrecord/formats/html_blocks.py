"""Rough blocks of pieces become page text and blocks, each placed in the source and checked against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.formats.html_places import runs_of_text, squeezed, words_of_source
from onrecord.formats.html_walk import SPACE, SPACES, Piece, Shown
from onrecord.types import BlockKind

# A label such as "Mira Halloran, minister of transport:" is shorter; a bold sentence that announces a list is not.
SPEAKER_REACH = 80
BETWEEN_BLOCKS = "\n\n"

Stretch = tuple[int, int]  # start and end in the source
Numbered = tuple[int, Piece]


@dataclass(frozen=True, slots=True)
class Laid:
    """A block laid out on the page.

    start    where its text begins in the page
    words    its text without white space
    linked   how many of them stand in links
    stretch  what holds it in the source; None = unmapped
    element  the block element directly around it
    """

    start: int
    text: str
    words: str
    kind: BlockKind
    linked: int
    stretch: Stretch | None
    element: Any


@dataclass(frozen=True, slots=True)
class Layout:
    """The page text, its blocks in order, and where pieces are shown in it: those that were asked for and are."""

    page: str
    blocks: tuple[Laid, ...]
    pieces: dict[int, tuple[int, int]]


class _Group(NamedTuple):
    """Numbered pieces that make a block, their text, and its words."""

    kind: BlockKind
    parts: list[Numbered]
    text: str
    words: str
    stretch: Stretch | None
    element: Any


def lay_out(shown: Shown, source: str, wanted: frozenset[int]) -> Layout:
    """The layout of what a page shows: blocks parted by an empty line; `wanted` pieces are told where they came.

    Where the parser gathered words that do not stand together in the source (text thrown out of a broken table), the
    block is divided into parts that do.
    """
    blocks: list[Laid] = []
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for group in _groups(shown, source):
        if not group.words:
            continue  # a no-break space that holds a line open shows nothing
        end = at - len(group.parts[0][1].before)
        linked, strong = 0, 0
        for number, piece in group.parts:
            end += len(piece.before) + len(piece.shown)
            if number in wanted:
                places[number] = (places.get(number, (end - len(piece.shown),))[0], end)
            if piece.linked or piece.strong:
                size = len(squeezed(piece.shown))
                linked += size * piece.linked
                strong += size * piece.strong
        kind = _kind(group, bold=strong == len(group.words))
        blocks.append(Laid(at, group.text, group.words, kind, linked, group.stretch, group.element))
        at += len(group.text) + len(BETWEEN_BLOCKS)
    return Layout(BETWEEN_BLOCKS.join(block.text for block in blocks), tuple(blocks), places)


def _groups(shown: Shown, source: str) -> Iterator[_Group]:
    """The rough blocks, divided where their words do not stand together in the source."""
    for kind, first, end, element in shown.blocks:
        whole = _group(kind, list(zip(range(first, end), shown.pieces[first:end], strict=True)), element, source)
        parts = _standing_together(whole.parts, source) if whole.stretch is None else []
        if len(parts) < 2:
            yield whole
        else:
            yield from (_group(kind, part, element, source) for part in parts)


def _group(kind: BlockKind, parts: list[Numbered], element: Any, source: str) -> _Group:
    if len(parts) == 1:
        text = parts[0][1].shown
    else:
        text = "".join([piece.before + piece.shown for _, piece in parts])[len(parts[0][1].before) :]
    words = squeezed(text)
    return _Group(kind, parts, text, words, _stretch(parts, words, source), element)


def _stretch(parts: Sequence[Numbered], words: str, source: str) -> Stretch | None:
    """What holds the parts in the source, if reading it again gives `words` and no others."""
    # No-break spaces at the ends belong to the block, not to its words.
    worded = parts if len(parts) == 1 else [part for part in parts if part[1].shown.strip()]
    if not worded:
        return None
    first = _run(worded[0][1], source)
    last = _run(worded[-1][1], source) if len(worded) > 1 else first
    if first is None or last is None or last[1] <= first[0]:
        return None
    return (first[0], last[1]) if words_of_source(source[first[0] : last[1]]) == words else None


def _run(piece: Piece, source: str) -> Stretch | None:
    """Where the text node stands in the source, when it stands there in one run."""
    data, offset = piece.data, piece.offset
    if offset is None:
        return None
    if source.startswith(data, offset):
        return offset + len(data) - len(data.lstrip(SPACE)), offset + len(data.rstrip(SPACE))
    runs = runs_of_text(source, offset, data)
    return (runs[0][1], runs[0][2]) if len(runs) == 1 else None


def _standing_together(parts: Sequence[Numbered], source: str) -> list[list[Numbered]]:
    """The parts, grouped: within a group, only markup lies between them in the source. Empty when that is unknown."""
    groups: list[list[Numbered]] = []
    reached = -1
    for number, piece in parts:
        if groups and not piece.shown.strip():
            groups[-1].append((number, piece))
            continue
        runs = [] if piece.offset is None else runs_of_text(source, piece.offset, piece.data)
        if not runs:
            return []
        for order, (words, start, end) in enumerate(runs):
            part = piece
            if len(runs) > 1:
                shown = SPACES.sub(" ", words.strip(SPACE))
                before = "" if order else piece.before
                part = piece._replace(before=before, shown=shown, data=source[start:end], offset=start)
            if reached < 0 or start < reached or words_of_source(source[reached:start]):
                groups.append([])
            groups[-1].append((number, part))
            reached = end
    return groups


def _kind(group: _Group, *, bold: bool) -> BlockKind:
    """A bold label ending with a colon is a speaker's, whatever holds it; a long <dt> is a paragraph."""
    if len(group.text) > SPEAKER_REACH:
        return "paragraph" if group.kind == "speaker" else group.kind
    return "speaker" if bold and group.kind != "title" and group.text.rstrip().endswith(":") else group.kind
