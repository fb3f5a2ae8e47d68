"""Spanish."""

from onrecord.languages.language import Language

ES = Language(
    code="es",
)
