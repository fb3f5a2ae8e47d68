"""onrecord withdraw: a document out of the record."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord withdraw 9f2c41d0 --reason "read by mistake" """


def withdraw(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT_ID", help="Its id, or the beginning of it.")],
    reason: Annotated[str, typer.Option(help="Why; it is kept.")],
    record: Record = "record",
) -> None:
    """Take a document out of the record.

    That it was there, and why it went, stays; so do its archived bytes."""
    from onrecord import verbs
    from onrecord.cli.output import remark

    remark(f"withdrew {verbs.withdraw(document, reason, record)}")
