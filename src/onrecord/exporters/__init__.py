"""Answers leaving the record: rows in, a file out."""

from onrecord.registry import Table

EXPORTERS = Table(  # (rows, out, *, kind) -> None; `out` takes bytes
    "exporters",
    {
        "csv": "onrecord.exporters.csv:export",
        "jsonl": "onrecord.exporters.jsonl:export",
    },
)

STYLES = Table(  # (thing) -> str, a citation of one row
    "styles",
    {
        "plain": "onrecord.exporters.citation:plain",
        "bibtex": "onrecord.exporters.citation:bibtex",
        "csl-json": "onrecord.exporters.citation:csl_json",
    },
)
