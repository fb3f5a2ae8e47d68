"""Ukrainian."""

from onrecord.languages.language import Language

UK = Language(
    code="uk",
)
