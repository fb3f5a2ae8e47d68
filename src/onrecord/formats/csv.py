"""Lists in rows: CSV and TSV, each data row a block at its exact place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.formats.encoding import decode
from onrecord.formats.language import language_of
from onrecord.formats.plain import declared_text, doubts_of, places_of
from onrecord.formats.sniff import TSV, charset, media_type_of
from onrecord.types import Block, BlockKind, Capture, Document, Sighting, Text, document_id

READER = "csv/1"
NEW_LINE = re.compile("[\r\n]")
DELIMITERS = (",", ";", "\t", "|")  # in this order when two fit equally well
SNIFFED_ROWS = 200  # enough to see a table's width; a long list costs no more than a short one
# What columns are called in lists of people, offices and words, in lower case with "_" for a blank.
COLUMN_NAMES = frozenset(
    re.findall(
        r"\S+",
        """
        name first_name last_name surname given_name office title role position body organisation organization
        ministry country state date day from to since until start end born party speaker text quote statement source
        url link id note notes kind type email phone
        имя фамилия должность дата страна текст источник ім'я прізвище посада країна
        nom prénom fonction pays titre amt land datum titel cargo nombre fecha país nome carica data paese
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: code points start to end, white space and line end left out, and its cells without their quotes."""

    start: int
    end: int
    cells: tuple[str, ...]


def read(capture: Capture, sighting: Sighting) -> Document:
    """The document of a list. Its page is the decoded file as it is; each row with anything in it is a block of kind
    "list", a header row one of kind "title". Rows of another width are kept, with a doubt.
    """
    decoded = decode(capture.body, charset(capture.media_type))
    page = Text.of(decoded.text)
    delimiter = delimiter_of(page.content, tabs=media_type_of(capture, sighting) == TSV)
    every = list(rows_of(page.content, delimiter))
    rows = [row for row in every if any(cell.strip() for cell in row.cells)]
    places = places_of(capture.body, decoded, page, [(row.start, row.end) for row in rows])
    header = has_header(rows)
    blocks = []
    for number, (row, place) in enumerate(zip(rows, places, strict=True)):
        kind: BlockKind = "title" if header and number == 0 else "list"
        blocks.append(Block(page.span(row.start, row.end), kind, place))
    return Document(
        id=document_id(capture.id, sighting.source, READER),
        capture_id=capture.id,
        source=sighting.source,
        page=page,
        declared=declared_text(sighting),
        reader=READER,
        language=language_of(page.content),
        encoding=decoded.encoding,
        doubts=(*decoded.doubts, *doubts_of(decoded, places), *_broken(page.content, rows)),
        blocks=tuple(blocks),
    )


def delimiter_of(text: str, *, tabs: bool = False) -> str:
    """The sign between the cells: the one by which most of the first rows have the same number of cells, two or more.

    tabs  the list is declared as tab-separated, so tabs win wherever they make any cells
    """
    best, most = "\t" if tabs else ",", 0.0
    for delimiter in DELIMITERS:
        widths = Counter(len(row.cells) for row in islice(rows_of(text, delimiter), SNIFFED_ROWS))
        widths.pop(1, None)
        if not widths:
            continue
        if tabs and delimiter == "\t":
            return delimiter
        # Of equally many even rows, the sign that makes more cells: a list with commas in its words is split by ";".
        fit = max(count + width / 1000 for width, count in widths.items())
        if fit > most:
            best, most = delimiter, fit
    return best


def rows_of(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of the text in order, blank lines left out; a quoted cell may hold line ends and doubled quotes.

    A quotation mark that opens a cell and is never closed is read as a letter, so that nothing is swallowed.
    """
    sign = re.escape(delimiter)
    bare_cell, stop_sign = f"([^{sign}\r\n]*+)", f"({sign}|\r\n|\n|\r|\\Z)"
    cell = re.compile(f'(?:"((?:[^"]++|"")*+)"{bare_cell}|{bare_cell}){stop_sign}')
    stray = re.compile(f"(?:(?!)()()|{bare_cell}){stop_sign}")  # the same groups, the mark read as a letter
    start, cells, at = 0, list[str](), 0
    while at < len(text):
        match = cell.match(text, at)
        assert match is not None  # the second branch matches anything up to a sign, a line end or the end
        if match.group(1) and match.group(2).strip() and NEW_LINE.search(match.group(1)):
            match = stray.match(text, at)  # two stray marks in two rows, not the two ends of one cell
            assert match is not None
        quoted, after, bare, stop = match.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"') + after)
        at = match.end()
        if stop == delimiter and at < len(text):
            continue
        if stop == delimiter:  # the text ends with a sign: one more cell, empty
            cells.append("")
        if any(cells) or len(cells) > 1:
            yield _row(text, start, at if stop == delimiter else match.start(4), cells)
        start, cells = at, []


def has_header(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns.

    Its cells are short, distinct and without digits; and one of them is a word that columns are called by, or stands
    over a column in which nearly all rows have digits, or all of them are written as programs write names.
    """
    if len(rows) < 2:
        return False
    first = [cell.strip() for cell in rows[0].cells]
    if not all(0 < len(cell) <= 40 and not re.search(r"\d", cell) for cell in first) or len(set(first)) < len(first):
        return False
    if any(cell.casefold().replace(" ", "_") in COLUMN_NAMES for cell in first):
        return True
    if len(first) > 1 and all(re.fullmatch(r"[a-z]+(_[a-z]+)*", cell) for cell in first):
        return True
    below = rows[1:SNIFFED_ROWS]
    for column in range(len(first)):
        cells = [row.cells[column] for row in below if column < len(row.cells) and row.cells[column].strip()]
        with_digits = sum(bool(re.search(r"\d", cell)) for cell in cells)
        if cells and with_digits * 5 >= len(cells) * 4:
            return True
    return False


def _broken(text: str, rows: Sequence[Row]) -> Iterator[str]:
    """What is wrong with the table: rows of another width, and quotation marks that do not pair up."""
    widths = Counter(len(row.cells) for row in rows)
    if len(widths) > 1:
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        odd = next(number for number, row in enumerate(rows, 1) if len(row.cells) != width)
        yield f"{len(rows) - count} of {len(rows)} rows have not the {width} cells of the others, first row {odd}"
    unclosed = [number for number, row in enumerate(rows, 1) if any(cell.startswith('"') for cell in row.cells)]
    if unclosed and any(text[rows[number - 1].start : rows[number - 1].end].count('"') % 2 for number in unclosed):
        yield f"a quotation mark opens a cell and is never closed, first in row {unclosed[0]}"


def _row(text: str, start: int, end: int, cells: list[str]) -> Row:
    """The row start:end without white space around it, which may be a cell: an empty first or last one."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Row(start + left, start + max(left, len(words.rstrip())), tuple(cells))
