"""onrecord reread: the archived bytes, read again."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord reread --record cabinet"""


def reread(
    record: Record = "record",
    processes: Annotated[int | None, typer.Option(metavar="N", help="How many processes read pages.")] = None,
    model: Annotated[
        bool | None,
        typer.Option("--model/--no-model", help="Let the model read, or rules alone.", show_default=False),
    ] = None,
) -> None:
    """Read the archived bytes again with this version.

    What is derived is made anew, what was captured stays."""
    from onrecord import verbs
    from onrecord.cli.output import plural, remark
    from onrecord.settings import read_settings

    totals = verbs.reread(record, settings=read_settings({"processes": processes, "model": model}))
    remark(
        f"{plural(totals.known, 'text')} as before, {totals.read} new, {totals.failed + totals.unread} failed; "
        f"the items of {plural(totals.settled, 'document')} were made anew"
    )
    if totals.failed or totals.unread:
        raise typer.Exit(1)
