"""German."""

from onrecord.languages.language import Language

DE = Language(
    code="de",
)
