"""Plain text: the decoded file as it is, in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.formats.encoding import Decoded, byte_offsets, decode
from onrecord.formats.language import language_of
from onrecord.formats.sniff import charset, is_address
from onrecord.types import Block, BlockKind, Capture, Document, Place, Sighting, Text, document_id

READER = "plain/1"
LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# White space, and the marks that show nothing: a line of them alone is blank, as it looks.
NOTHING_SHOWN = re.compile("[\\s\u00ad\u200b\u200e\u200f\u2060\ufeff]*")
# "- " is left out when the line ends as a sentence does: so begin the turns of an interview.
BULLET = re.compile(r"[•▪◦‣·●○■□*]\s*\S|[-–—]\s+\S.*[^.!?…:;”»\"]$")
# "NAME:", "Mira Halloran (Minister):" alone on a line: some capitals, few words, nothing after the colon.
SPEAKER = re.compile(r"(?=.{2,80}$)[^\W\d_][^:.!?]*:$")
Line = tuple[int, int]  # code points, white space at both ends left out


def read(capture: Capture, sighting: Sighting) -> Document:
    """The document of a plain text. Its page is the decoded body, line ends kept; a block is a line, or a run of
    lines where the text was wrapped by hand or by a mail program.
    """
    decoded = decode(capture.body, charset(capture.media_type))
    page = Text.of(decoded.text)
    pieces = list(blocks_of(page.content))
    places = places_of(capture.body, decoded, page, [(start, end) for start, end, _ in pieces])
    blocks = tuple(
        Block(page.span(start, end), kind, place) for (start, end, kind), place in zip(pieces, places, strict=True)
    )
    return Document(
        id=document_id(capture.id, sighting.source, READER),
        capture_id=capture.id,
        source=sighting.source,
        page=page,
        declared=declared_text(sighting),
        reader=READER,
        language=language_of(page.content),
        encoding=decoded.encoding,
        doubts=(*decoded.doubts, *doubts_of(decoded, places)),
        blocks=blocks,
    )


def declared_text(sighting: Sighting) -> Text:
    """What the source of a text says of it: its address when it has one, else nothing."""
    return Text.of(f"address: {sighting.source}\n" if is_address(sighting.source) else "")


def doubts_of(decoded: Decoded, places: Sequence[Place | None]) -> Iterator[str]:
    """What is to be doubted beside the encoding: zeros, and blocks that are no evidence because of lost bytes."""
    if zeros := decoded.text.count("\x00"):
        yield f"{zeros} U+0000 replaced by U+FFFD"
    if unmapped := sum(place is None for place in places):
        yield f"{unmapped} of {len(places)} blocks hold bytes that could not be decoded: no evidence for a quotation"


def places_of(body: bytes, decoded: Decoded, page: Text, ranges: Sequence[Line]) -> list[Place | None]:
    """Where each of the ranges of the page, ascending, stands in the bytes: checked by decoding the slice again,
    None where that does not give the words of the page.
    """
    offsets = byte_offsets(decoded, (position for piece in ranges for position in piece))
    places: list[Place | None] = []
    for (start, end), first, last in zip(ranges, offsets[0::2], offsets[1::2], strict=True):
        try:
            exact = str(memoryview(body)[first:last], decoded.encoding) == page.content[start:end]
        except UnicodeDecodeError:
            exact = False
        places.append(Place(first, last) if exact else None)
    return places


def blocks_of(text: str) -> Iterator[tuple[int, int, BlockKind]]:
    """Start, end and kind of each block, in order. Nothing shown is lost: what lies between blocks is white space."""
    width = wrap_width(text)
    for run in runs_of(text):
        wrapped = width is not None and is_wrapped(text, run, width)
        first = 0
        for number in range(1, len(run) + 1):
            if number == len(run) or not wrapped or BULLET.match(text, run[number][0], run[number][1]):
                start, end = run[first][0], run[number - 1][1]
                yield start, end, _kind(text[start:end])
                first = number


def runs_of(text: str) -> Iterator[list[Line]]:
    """Lines that follow one another without a blank one between them."""
    run: list[Line] = []
    end_before = 0
    for match in LINE.finditer(text):
        line = match.group()
        left = len(line) - len(line.lstrip())
        start, end = match.start() + left, match.start() + len(line.rstrip())
        blank = NOTHING_SHOWN.fullmatch(line) is not None
        if run and (blank or _line_ends(text[end_before : match.start()]) > 1):
            yield run
            run = []
        if not blank:
            run.append((start, end))
        end_before = match.end()
    if run:
        yield run


def wrap_width(text: str) -> int | None:
    """The width at which the text is wrapped, None when it is not.

    Looked for in its runs of four lines and more: wrapped ones are narrow, break within sentences and break only where
    the next word would not have fitted. Half of the code points in such runs decide.
    """
    width = wrapped = all_of_them = 0
    for run in runs_of(text):
        if len(run) < 4:
            continue
        size = run[-1][1] - run[0][0]
        all_of_them += size
        widest = max(end - start for start, end in run[:-1])
        # 45 to 100 code points: terminals, mails and typed releases have 60 to 80; a column of a table has fewer.
        if 45 <= widest <= 100 and is_wrapped(text, run, widest) and _breaks_sentences(text, run):
            wrapped += size
            width = max(width, widest)
    return width if wrapped * 2 > all_of_them else None


def is_wrapped(text: str, run: Sequence[Line], width: int) -> bool:
    """Whether the lines of `run` break only because `width` was full: nine in ten, for a typist is no machine."""
    if any(end - start > width for start, end in run):
        return False
    full = sum(
        end - start + 1 + _first_word(text, following) > width - width // 10
        for (start, end), following in pairwise(run)
    )
    return full * 10 >= 9 * (len(run) - 1)


def _breaks_sentences(text: str, run: Sequence[Line]) -> bool:
    """Whether most lines end within a sentence."""
    broken = sum(text[end - 1] not in ".!?…:;" for _, end in run[:-1])
    return broken * 2 > len(run) - 1


def _first_word(text: str, line: Line) -> int:
    return len(text[line[0] : line[1]].split(maxsplit=1)[0])


def _line_ends(gap: str) -> int:
    return len(gap) - gap.count("\r\n")


def _kind(words: str) -> BlockKind:
    if BULLET.match(words):
        return "list"
    return "speaker" if SPEAKER.match(words) and words[0].isupper() else "paragraph"
