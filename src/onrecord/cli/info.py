"""onrecord info: how much the record holds."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord.cli.options import Json, Record

EXAMPLES = """Examples:

onrecord info

onrecord info --record cabinet --digest"""


def info(
    record: Record = "record",
    digest: Annotated[
        bool, typer.Option("--digest", help="One hash over all that the record says, nothing else.")
    ] = False,
    json: Json = False,
) -> None:
    """Tell how much the record holds, and how much is unknown."""
    from onrecord import verbs
    from onrecord.cli.output import json_line

    told = verbs.info(record, with_digest=digest)
    if digest and not json:
        print(told["digest"])
    elif json or not sys.stdout.isatty():
        print(json_line(told))
    else:
        for name, value in told.items():
            print(f"{name.replace('_', ' '):<28} {value}")
