"""onrecord read: sources into the record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Json, Record

if TYPE_CHECKING:
    from onrecord.pipeline import Acknowledged
    from onrecord.verbs import Totals

EXAMPLES = """Examples:

onrecord read release.html

onrecord read pages/ crawl.warc.gz --record cabinet --processes 2

onrecord read https://transport.example/news/12 --contact desk@paper.example

pdftotext speech.pdf - | onrecord read -"""


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="File, folder, address, WARC file, or -.")],
    record: Record = "record",
    captured_at: Annotated[
        str | None, typer.Option(metavar="MOMENT", help="When the files were fetched, such as 2024-03-05T12:00:00Z.")
    ] = None,
    processes: Annotated[int | None, typer.Option(metavar="N", help="How many processes read pages.")] = None,
    contact: Annotated[str | None, typer.Option(help="Address or mailbox that servers are told.")] = None,
    model: Annotated[
        bool | None, typer.Option("--model/--no-model", help="Let the model read, or rules alone.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Read pages into the record.

    Each becomes dated items with their exact words and who said them.

    A line is printed for each document once it is safely on disk. Reading the same bytes twice adds nothing; a run
    that was cut short goes on where it was when the command is given again.
    """
    from onrecord import verbs
    from onrecord.cli.progress import Progress
    from onrecord.settings import read_settings

    flags = {"captured_at": captured_at, "processes": processes, "contact": contact, "model": model}
    settings = read_settings(flags)
    as_json = json or not sys.stdout.isatty()
    with Progress() as progress:
        totals = verbs.read(
            sources,
            record,
            tell=lambda acknowledged: progress.read(_line(acknowledged, as_json=as_json), acknowledged),
            tell_settled=progress.settled,
            settings=settings,
        )
    _remark(totals)
    if totals.failed or totals.unread:
        raise typer.Exit(1)


def _line(acknowledged: Acknowledged, *, as_json: bool) -> str:
    from onrecord.cli.output import json_line, visible

    document, sighting = acknowledged.document, acknowledged.sighting
    error = str(acknowledged.error) if acknowledged.error else None
    if not as_json:
        name = document.id[:8] if document else "-" * 8
        size = f"{len(document.page.content):>9} characters" if document else " " * 20
        line = f"{acknowledged.status:<6}  {name}  {size}  {acknowledged.source}"
        return visible(line + (f"  {error}" if error else ""))
    return json_line(
        {
            "status": acknowledged.status,
            "source": acknowledged.source,
            "id": document.id if document else None,
            "capture_id": sighting.capture_id if sighting else None,
            "n_chars": len(document.page.content) if document else 0,
            "error": error,
        }
    )


def _remark(totals: Totals) -> None:
    from onrecord.cli.output import plural, remark

    held = totals.record
    remark(
        f"{plural(totals.read, 'document')} read, {totals.known} known, {totals.failed + totals.unread} failed. "
        f"{held['record']} holds {plural(held['items'], 'item')} ({held['items_without_date']} without a date), "
        f"{plural(held['statements'], 'statement')} ({held['statements_without_speaker']} whose speaker is unknown)."
    )
