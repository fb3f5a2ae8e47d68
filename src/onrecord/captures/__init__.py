"""Where bytes come from."""

from onrecord.registry import Table

CAPTURES = Table(
    "captures",
    {
        "file": "onrecord.captures.file:gather",
        "folder": "onrecord.captures.folder:gather",
        "stdin": "onrecord.captures.stdin:gather",
        "url": "onrecord.captures.url:gather",
        "warc": "onrecord.captures.warc:gather",
    },
)
