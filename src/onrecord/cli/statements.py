"""onrecord statements: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DocumentId, ItemId, Json, Record, Since, Until

if TYPE_CHECKING:
    from onrecord.cli.output import Json as Row

EXAMPLES = """Examples:

onrecord statements

onrecord statements --by halloran --since 2024-03

onrecord statements --document 9f2c41d0 --mode direct --json"""


def statements(
    record: Record = "record",
    by: Annotated[str | None, typer.Option(metavar="LETTERS", help="Only of speakers so named.")] = None,
    mode: Annotated[str | None, typer.Option(help="direct, indirect, mixed, whole_item or turn.")] = None,
    item: ItemId = None,
    document: DocumentId = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    """List who said what, in the exact words.

    The date is the day it was said, else the day it was reported (~ when inferred)."""
    from onrecord import verbs
    from onrecord.cli.output import plural, print_rows, remark

    sources: set[str] = set()
    question = {"by": by, "mode": mode, "item_id": item, "document_id": document, "since": since, "until": until}

    def line(row: Row) -> str:
        sources.add(row["document_id"])
        return _line(row)

    count = print_rows(verbs.ask("statements", record, **question), line, json=json)
    remark(plural(count, "statement") + (f" in {plural(len(sources), 'document')}" if sources else ""))


def _line(row: Row) -> str:
    from onrecord.cli.output import at, clipped, day

    speaker = row["speaker"]["name"] or row["speaker"]["office"] or "unknown"
    place = at(row, row["content_spans"][0])
    date = row["said"] if row["said"]["edtf"] else row["reported"]
    head = f"{day(date)} {speaker:<24.24} "
    return f"{head} {clipped(row['content_text'], len(head) + len(place) + 4)}  {place}"
