"""Chinese."""

from onrecord.languages.language import Language

ZH = Language(
    code="zh",
)
