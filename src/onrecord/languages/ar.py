"""Arabic."""

from onrecord.languages.language import Language

AR = Language(
    code="ar",
)
