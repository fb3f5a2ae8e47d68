"""Kazakh."""

from onrecord.languages.language import Language

KK = Language(
    code="kk",
)
