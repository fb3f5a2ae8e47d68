"""onrecord mentions: the persons, bodies, offices and dates that a text points to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DocumentId, ItemId, Json, Record

if TYPE_CHECKING:
    from onrecord.cli.output import Json as Row

EXAMPLES = """Examples:

onrecord mentions --kind person

onrecord mentions --item 4c1de07a --json"""


def mentions(
    record: Record = "record",
    kind: Annotated[str | None, typer.Option(help="Only of this kind, such as person or date.")] = None,
    item: ItemId = None,
    document: DocumentId = None,
    json: Json = False,
) -> None:
    """List the persons, bodies, offices and dates in the texts."""
    from onrecord import verbs
    from onrecord.cli.output import plural, print_rows, remark

    question = {"kind": kind, "item_id": item, "document_id": document}
    remark(plural(print_rows(verbs.ask("mentions", record, **question), _line, json=json), "mention"))


def _line(row: Row) -> str:
    from onrecord.cli.output import at

    return f"{row['kind']:<12}  {row['text']}  {at(row, row['span'])}"
