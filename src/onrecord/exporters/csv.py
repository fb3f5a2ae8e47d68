"""Rows as CSV that a spreadsheet opens without running any of it, and the codebook that goes beside it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from onrecord.exporters.cells import cells_of
from onrecord.exporters.columns import columns_of

# What makes a spreadsheet take a cell for a formula (or cut it at a tab or line end): the four signs, their full-width
# forms, which some spreadsheets fold to the four, and the three control characters. The apostrophe is here so that
# taking one away again always gives back what was there.
DANGEROUS = "=+-@＝＋－＠\t\r\n'"

RULES = """\
- UTF-8 without a byte order mark, commas, one header line, lines end in CR LF (RFC 4180).
- A cell that would begin with `=`, `+`, `-`, `@` (or a full-width one), a tab, a line end or an apostrophe has one
  apostrophe put in front, so that no spreadsheet runs it. Take away one leading apostrophe to have the words back.
- An empty cell means: there is none, or it was not asked for. `unknown` means: it was looked for and is not known;
  the column ending in `.why` says what was looked for.
- A span is `start-end`: code points of the page's archived text, the end not included; `declared:start-end` counts in
  the text of what the source says of itself. Several are joined with `; `. Evidence is `document:start-end`.
"""


def export(rows: Iterable[Mapping[str, Any]], out: BinaryIO, *, kind: str) -> None:
    """Write `rows` of `kind` to `out` as CSV, one at a time, under one header that depends on `kind` alone.

    Raises UnknownName for a kind that has no columns, and for a row with a field that its kind does not have.
    """
    # Both characters of the line end are named because csv quotes a cell for those of them that it holds (Python 3.11
    # looks at no others): with "\n" alone a lone "\r" would end the row for the next reader.
    writer = csv.writer(codecs.getwriter("utf-8")(out), lineterminator="\r\n")
    writer.writerow([column.name for column in columns_of(kind)])
    for row in rows:
        writer.writerow([guarded(cell) for cell in cells_of(row, kind)])


def guarded(cell: str) -> str:
    """`cell` with an apostrophe in front when a spreadsheet might take it for a formula."""
    return f"'{cell}" if cell.startswith(tuple(DANGEROUS)) else cell


def unguarded(cell: str) -> str:
    """The words that `guarded` was given."""
    return cell.removeprefix("'")


def codebook(kind: str) -> str:
    """What the columns of a CSV of `kind` mean, as Markdown. Raises UnknownName."""
    lines = [f"# Codebook: {kind}", "", RULES, "| column | type | meaning |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in columns_of(kind)]
    return "\n".join(lines) + "\n"
