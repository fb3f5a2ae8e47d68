"""onrecord items: the pieces of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DocumentId, Json, Record, Since, Until

if TYPE_CHECKING:
    from onrecord.cli.output import Json as Row

EXAMPLES = """Examples:

onrecord items

onrecord items --main --kind speech --since 2024-03

onrecord items --document 9f2c41d0 --json"""


def items(
    record: Record = "record",
    document: DocumentId = None,
    kind: Annotated[str | None, typer.Option(help="Only of this kind, such as speech.")] = None,
    main: Annotated[bool, typer.Option("--main", help="Only the pages' own items, no teasers.")] = False,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    """List the pieces of the pages: date, kind, who speaks, title.

    A date with ~ is inferred; `unknown` was looked for and not found."""
    from onrecord import verbs
    from onrecord.cli.output import plural, print_rows, remark

    question = {"document_id": document, "kind": kind, "main": main or None, "since": since, "until": until}
    unknown = 0

    def counted(rows: Iterator[Row]) -> Iterator[Row]:
        nonlocal unknown
        for row in rows:
            unknown += _date(row)["edtf"] is None
            yield row

    count = print_rows(counted(verbs.ask("items", record, **question)), item_line, json=json)
    remark(f"{plural(count, 'item')}, {unknown} of them without a date" if unknown else plural(count, "item"))


def _date(row: Row) -> Row:
    """The date by which a person looks for the item: when it was published, else said, else when it happened."""
    dates: list[Row] = [row["published"], row["spoken"], row["happened"]]
    return next((date for date in dates if date["edtf"]), dates[0])


def item_line(row: Row) -> str:
    """An item on a terminal."""
    from onrecord.cli.output import at, clipped, day

    named = [party["name"] or party["office"] for party in row["speakers"] if party["name"] or party["office"]]
    place = at(row, row["span"])
    main = "main  " if row["is_main"] else "teaser"
    head = f"{day(_date(row))} {main} {row['kind']:<16} {', '.join(named) or 'unknown':<24.24} "
    return f"{head} {clipped(row['title'] or row['opening'], len(head) + len(place) + 4)}  {place}"
