"""Questions asked of the record. A view yields rows in the shapes of `--json`."""

from onrecord.registry import Table

VIEWS = Table(
    "views",
    {
        "documents": "onrecord.views.documents:documents",
        "items": "onrecord.views.items:items",
        "statements": "onrecord.views.statements:statements",
        "mentions": "onrecord.views.mentions:mentions",
        "search": "onrecord.views.search:search",
    },
)
