"""French."""

from onrecord.languages.language import Language

FR = Language(
    code="fr",
)
