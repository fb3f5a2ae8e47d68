"""onrecord documents: what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Json, Record

if TYPE_CHECKING:
    from onrecord.cli.output import Json as Row

EXAMPLES = """Examples:

onrecord documents

onrecord documents --source transport.example --json"""


def documents(
    record: Record = "record",
    source: Annotated[str | None, typer.Option(metavar="LETTERS", help="Only sources that hold these letters.")] = None,
    json: Json = False,
) -> None:
    """List what was read, by source.

    What could not be read comes last, with the reason."""
    from onrecord import verbs
    from onrecord.cli.output import plural, print_rows, remark

    count = print_rows(verbs.ask("documents", record, source=source), _line, json=json)
    remark(plural(count, "document"))


def _line(row: Row) -> str:
    state = row["error"] or ("" if row["settled"] else "not settled")
    language = row["language"] or "unknown"
    return f"{row['id'][:8]}  {row['n_chars']:>9} characters  {language:<8}  {row['source']}  {state}".rstrip()
