"""Rough blocks of pieces become page text and blocks, each placed in the source and checked against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    stretch  what holds it in the source; None = unmapped
    """

    start: int
    text: str
    words: str
    kind: BlockKind
    linked: int
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The page text, its blocks in order, and where each piece is shown in it (the pieces of blank blocks are not)."""

    page: str
    blocks: tuple[Laid, ...]
    pieces: dict[int, tuple[int, int]]


def lay_out(shown: Shown, source: str) -> Layout:
    """The layout of what a page shows: blocks parted by an empty line.

    Where the parser gathered words that do not stand together in the source (text thrown out of a broken table), the
    block is divided into parts that do.
    """
    blocks: list[Laid] = []
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for kind, parts, text, stretch in _checked(shown, source):
        if not text.strip():
            continue  # a no-break space that holds a line open shows nothing
        end = at - len(parts[0][1].before)
        for number, piece in parts:
            end += len(piece.before) + len(piece.shown)
            places[number] = (places.get(number, (end - len(piece.shown),))[0], end)
        pieces = [piece for _, piece in parts]
        linked = sum(len(squeezed(piece.shown)) for piece in pieces if piece.linked)
        blocks.append(Laid(at, text, squeezed(text), _kind(kind, text, pieces), linked, stretch))
        at += len(text) + len(BETWEEN_BLOCKS)
    return Layout(BETWEEN_BLOCKS.join(block.text for block in blocks), tuple(blocks), places)


def _checked(shown: Shown, source: str) -> Iterator[tuple[BlockKind, list[Numbered], str, Stretch | None]]:
    """The rough blocks with their text and their stretch of source, divided where their words do not stand together."""
    for kind, first, end in shown.blocks:
        parts = list(zip(range(first, end), shown.pieces[first:end], strict=True))
        text = _text(parts)
        stretch = _stretch(parts, text, source)
        groups = _standing_together(parts, source) if stretch is None else []
        if len(groups) < 2:
            yield kind, parts, text, stretch
            continue
        for group in groups:
            text = _text(group)
            yield kind, group, text, _stretch(group, text, source)


def _text(parts: Sequence[Numbered]) -> str:
    shown = "".join([piece.before + piece.shown for _, piece in parts])
    return shown[len(parts[0][1].before) :]


def _stretch(parts: Sequence[Numbered], text: str, source: str) -> Stretch | None:
    """What holds the parts in the source, if reading it again gives the words of `text` and no others."""
    first, last = _run(parts[0][1], source), _run(parts[-1][1], source)
    if first is None or last is None or last[1] <= first[0]:
        return None
    return (first[0], last[1]) if words_of_source(source[first[0] : last[1]]) == squeezed(text) else None


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
        runs = [] if piece.offset is None else runs_of_text(source, piece.offset, piece.data)
        if not runs:
            return []
        for order, (words, start, end) in enumerate(runs):
            part = piece
            if len(runs) > 1:
                part = piece._replace(
                    before=piece.before if order == 0 else "",
                    shown=SPACES.sub(" ", words.strip(SPACE)),
                    data=words,
                    offset=start,
                )
            if reached < 0 or start < reached or words_of_source(source[reached:start]):
                groups.append([])
            groups[-1].append((number, part))
            reached = end
    return groups


def _kind(kind: BlockKind, text: str, pieces: Sequence[Piece]) -> BlockKind:
    """A bold label ending with a colon is a speaker's, whatever holds it; a long <dt> is a paragraph."""
    if len(text) > SPEAKER_REACH:
        return "paragraph" if kind == "speaker" else kind
    bold = text.rstrip().endswith(":") and all(piece.strong or not squeezed(piece.shown) for piece in pieces)
    return "speaker" if bold and kind != "title" else kind
