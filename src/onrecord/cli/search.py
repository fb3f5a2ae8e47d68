"""onrecord search: items by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, Record

EXAMPLES = """Examples:

onrecord search ferry timetable

onrecord search '"we will act"' --limit 5

onrecord search переговоры --json"""


def search(
    words: Annotated[list[str], typer.Argument(help='Words, in any form; "…" for an exact phrase.')],
    record: Record = "record",
    limit: Annotated[int, typer.Option(min=1, help="At most so many items.")] = 20,
    json: Json = False,
) -> None:
    """Find the items that hold all these words, best first."""
    from onrecord import verbs
    from onrecord.cli.items import item_line
    from onrecord.cli.output import plural, print_rows, remark

    query = " ".join(words)
    rows = verbs.ask("search", record, query=query, limit=limit)
    remark(plural(print_rows(rows, item_line, json=json), "item"))
