"""Options that several verbs share."""

from __future__ import annotations

from typing import Annotated

import typer


def _folder(context: typer.Context, parameter: typer.CallbackParam, given: str) -> str:
    """The record's folder: as given by flag or variable, else as onrecord.toml names it, else ./record."""
    from onrecord.settings import read_settings

    source = context.get_parameter_source(parameter.name or "")
    return read_settings().record if source is not None and source.name == "DEFAULT" else given


Record = Annotated[
    str,
    typer.Option(
        "--record",
        "--into",
        metavar="DIR",
        help="The record's folder.",
        envvar="ONRECORD_RECORD",
        callback=_folder,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line, as a pipe gets them anyway.")]
ItemId = Annotated[str | None, typer.Option("--item", metavar="ID", help="Only of this item.")]
DocumentId = Annotated[str | None, typer.Option("--document", metavar="ID", help="Only of this document.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="On this day or later; a year or month will do.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="On this day or earlier.")]
