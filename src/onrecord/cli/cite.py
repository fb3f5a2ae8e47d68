"""onrecord cite: a citation that a stranger can check."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Record

EXAMPLES = """Examples:

onrecord cite 4c1de07a

onrecord cite 4c1de07a --as bibtex >> sources.bib"""


def cite(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a statement, item or document.")],
    record: Record = "record",
    style: Annotated[str, typer.Option("--as", metavar="STYLE", help="plain, bibtex or csl-json.")] = "plain",
) -> None:
    """Cite a statement, item or document, so that it can be checked.

    With its span, the hash of the archived bytes, and its source."""
    from onrecord import verbs

    print(verbs.cite(name, record, style=style).rstrip("\n"))
