"""onrecord text: an archived text, nothing added."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord text 9f2c41d0 > page.txt

onrecord text 9f2c41d0 --declared"""


def text(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT_ID", help="Its id, or the beginning of it.")],
    record: Record = "record",
    declared: Annotated[bool, typer.Option("--declared", help="What the source says of itself, not the page.")] = False,
) -> None:
    """Print the archived text of a document, nothing added.

    UTF-8; spans count its code points."""
    from onrecord import verbs

    sys.stdout.buffer.write(verbs.text(document, record, declared=declared).encode())
    sys.stdout.buffer.flush()
