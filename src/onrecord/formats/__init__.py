"""What bytes mean, by media type."""

from onrecord.registry import Table

FORMATS = Table(
    "formats",
    {
        "text/html": "onrecord.formats.html:read",
        "text/plain": "onrecord.formats.plain:read",
        "text/csv": "onrecord.formats.csv:read",
        "text/tab-separated-values": "onrecord.formats.csv:read",
    },
)
