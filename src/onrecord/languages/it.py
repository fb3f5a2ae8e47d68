"""Italian."""

from onrecord.languages.language import Language

IT = Language(
    code="it",
)
