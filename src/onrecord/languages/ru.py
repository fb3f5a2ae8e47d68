"""Russian."""

from onrecord.languages.language import Language

RU = Language(
    code="ru",
)
