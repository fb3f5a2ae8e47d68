"""How a document divides into items: the first row whose name the document's reader begins with, else `page`."""

from onrecord.registry import Table

LAYOUTS = Table(
    "layouts",
    {
        "page": "onrecord.layouts.page:divide",
        "csv": "onrecord.layouts.rows:divide",
    },
)
