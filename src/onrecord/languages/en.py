"""English."""

from onrecord.languages.language import Language

EN = Language(
    code="en",
)
