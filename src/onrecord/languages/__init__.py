"""The languages onrecord reads: one file and one row each."""

from onrecord.languages.language import Language
from onrecord.registry import Table

LANGUAGES = Table(
    "languages",
    {
        "en": "onrecord.languages.en:EN",
        "ru": "onrecord.languages.ru:RU",
        "uk": "onrecord.languages.uk:UK",
        "fr": "onrecord.languages.fr:FR",
        "de": "onrecord.languages.de:DE",
        "es": "onrecord.languages.es:ES",
        "it": "onrecord.languages.it:IT",
        "kk": "onrecord.languages.kk:KK",
        "ar": "onrecord.languages.ar:AR",
        "zh": "onrecord.languages.zh:ZH",
    },
)

__all__ = ["LANGUAGES", "Language"]
