"""onrecord export: everything of a kind, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord export statements --to statements.csv

onrecord export items --as jsonl > items.jsonl"""


def export(
    kind: Annotated[str, typer.Argument(help="documents, items, statements or mentions.")],
    record: Record = "record",
    style: Annotated[str, typer.Option("--as", metavar="FORMAT", help="csv or jsonl.")] = "csv",
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; a codebook is laid beside it.")] = None,
) -> None:
    """Write all rows of a kind, as CSV or JSON lines.

    CSV is UTF-8 with one header, safe to open in a spreadsheet; with --to a codebook is laid beside it."""
    from onrecord import verbs
    from onrecord.cli.output import remark

    if to is None:
        verbs.export(kind, sys.stdout.buffer, record, style=style)
        sys.stdout.buffer.flush()
        return
    for file in verbs.export_file(kind, to, record, style=style):
        remark(f"wrote {file}")
