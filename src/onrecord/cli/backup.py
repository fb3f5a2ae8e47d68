"""onrecord backup: a copy, while the record is in use."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord backup copies/2024-03-05 --record cabinet"""


def backup(
    destination: Annotated[str, typer.Argument(metavar="FOLDER", help="A new or empty folder.")],
    record: Record = "record",
) -> None:
    """Copy the record, whole and checked, while it is in use."""
    from onrecord import verbs
    from onrecord.cli.output import remark

    remark(f"copied to {verbs.backup(destination, record)}, verified")
