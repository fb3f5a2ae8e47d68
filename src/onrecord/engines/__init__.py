"""How many pages are read at once."""

from onrecord.registry import Table

ENGINES = Table("engines", {"local": "onrecord.engines.local:run"})
