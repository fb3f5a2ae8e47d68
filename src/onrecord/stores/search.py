"""The words that search finds: folded, and stemmed in a shadow column."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from functools import lru_cache
from typing import Any

WORD = re.compile(r"\w+")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def folded(words: str) -> str:
    """`words` as matched, never as shown: NFC, lower case, ё as е."""
    return unicodedata.normalize("NFC", words).lower().replace("ё", "е")


def stems(words: str) -> str:
    """The stem of every word, Russian for Cyrillic letters and English for others (Snowball)."""
    return " ".join(_stem(word) for word in WORD.findall(folded(words)))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    stemmed: str = _stemmer("russian" if CYRILLIC.search(word) else "english").stemWord(word)
    return stemmed


@lru_cache
def _stemmer(language: str) -> Any:
    import Stemmer  # noqa: PLC0415  loaded when the first item is indexed or sought

    return Stemmer.Stemmer(language)


def match(query: str) -> str:
    """The FTS5 expression for a person's query: every word by its stem; what stands in "…" as a phrase, verbatim.

    Empty when the query holds no word.
    """
    parts = []
    for phrase, word in re.findall(r'"([^"]*)"|(\S+)', query):
        if phrase:
            tokens = " ".join(WORD.findall(folded(phrase)))
            parts.append(f'words : "{tokens}"' if tokens else "")
        else:
            parts += [f'stems : "{_stem(token)}"' for token in WORD.findall(folded(word))]
    return " AND ".join(part for part in parts if part)


def index(database: sqlite3.Connection, number: int, words: str) -> None:
    """Make an item's words findable; `number` is its row in items."""
    database.execute("insert into search (rowid, words, stems) values (?, ?, ?)", (number, folded(words), stems(words)))
