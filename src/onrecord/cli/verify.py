"""onrecord verify: the promise, checked."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord verify --record cabinet

onrecord verify --deep"""


def verify(
    record: Record = "record",
    deep: Annotated[bool, typer.Option("--deep", help="Also read the archived bytes again and compare.")] = False,
) -> None:
    """Check the whole record, offline.

    Archive against hashes, rows against the ledger, spans against their texts.

    Each difference is a line; exit 1 when there is any.
    """
    from onrecord import verbs
    from onrecord.cli.output import plural, remark, visible

    count = 0
    for count, difference in enumerate(verbs.verify(record, deep=deep), 1):  # noqa: B007  counted for the remark
        print(visible(difference))
    held = verbs.info(record)
    what = ", ".join(plural(held[table], table[:-1]) for table in ("captures", "documents", "items", "statements"))
    if held["pending"]:
        remark(f"{plural(held['pending'], 'document')} wait to be read; go on with: onrecord reread --record {record}")
    remark(f"{what}: {plural(count, 'difference') if count else 'all as recorded'}. Ledger head {held['ledger_head']}")
    if count:
        raise typer.Exit(1)
