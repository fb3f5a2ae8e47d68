"""What an item holds. A finder may use what earlier rows found."""

from onrecord.registry import Table

FINDERS = Table(
    "finders",
    {
        "dates": "onrecord.finders.dates:find",
        "turns": "onrecord.finders.turns:find",
        "attributions": "onrecord.finders.attributions:find",
        "speakers": "onrecord.finders.speakers:find",
        "mentions": "onrecord.finders.mentions:find",
    },
)
