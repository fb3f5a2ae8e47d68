"""Words into the pieces of a BERT vocabulary, each with its place: greedy longest match first.

The method is that of BERT's uncased tokenizer (Devlin et al. 2019): white space parts, marks and Chinese characters
stand alone, letters are folded to lower case without accents, the longest known piece is taken again and again. The
library that does it brings 40 MB of a hub's client along, so these lines are ours; a test holds them against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

UNKNOWN = "[UNK]"
# A longer word is one unknown piece: five million letters without a space cost no more than a word.
LONGEST_WORD = 100
# Other control characters than these are no white space here: they are dropped from words.
_CHUNK = re.compile(r"[^ \t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_ASCII = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~]")
# Han characters, which have no spaces between words; kana and hangul are left in words.
_HAN = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F)),
    *((0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)


class Piece(NamedTuple):
    """A piece of a text: its number in the vocabulary and its place in code points, half-open."""

    id: int
    start: int
    end: int


class WordPiece:
    """The pieces of a vocabulary, a list with one piece a line; pieces that go on with a word begin with "##"."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(lines) if piece}
        self._longest = max(map(len, self._numbers))
        self._cut = lru_cache(maxsize=20_000)(self._cut_word)

    def number(self, piece: str) -> int:
        """The number of a piece, the unknown one's where the vocabulary lacks it."""
        return self._numbers.get(piece, self._numbers[UNKNOWN])

    def pieces(self, text: str) -> Iterator[Piece]:
        """The pieces of a text in order."""
        for chunk in _CHUNK.finditer(text):
            words = _ascii_words if chunk[0].isascii() and chunk[0].isprintable() else _words
            for word, places in words(chunk[0], chunk.start()):
                for number, start, end in self._cut(word):
                    yield Piece(number, places[start], places[end - 1] + 1)

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """(number, start, end) of the pieces of one folded word."""
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            mark = "##" if start else ""
            for end in range(min(len(word), start + self._longest), start, -1):
                number = self._numbers.get(mark + word[start:end])
                if number is not None:
                    found.append((number, start, end))
                    start = end
                    break
            else:
                break
        return tuple(found) if start == len(word) else ((self.number(UNKNOWN), 0, len(word)),)


def _ascii_words(chunk: str, offset: int) -> Iterator[tuple[str, range]]:
    for found in _ASCII.finditer(chunk):
        yield found[0].lower(), range(offset + found.start(), offset + found.end())


def _words(chunk: str, offset: int) -> Iterator[tuple[str, list[int]]]:
    """The folded words of a chunk without white space, with the place of each of their letters."""
    word: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(chunk, offset):
        kind = _kind(letter)
        if kind == "dropped":
            continue
        if kind == "alone" and word:
            yield "".join(word), places
            word, places = [], []
        folded = _folded(letter)
        word += folded
        places += [at] * len(folded)
        if kind == "alone" and word:
            yield "".join(word), places
            word, places = [], []
    if word:
        yield "".join(word), places


@lru_cache(maxsize=20_000)
def _kind(letter: str) -> str:
    """alone: a mark or a Han character; dropped: a control character; else letter."""
    category = unicodedata.category(letter)
    if letter == "\ufffd" or category in ("Cc", "Cf", "Co"):
        return "dropped"
    code = ord(letter)
    if category.startswith("P") or (_ASCII.fullmatch(letter) and not letter.isalnum()):
        return "alone"
    return "alone" if any(first <= code <= last for first, last in _HAN) else "letter"


@lru_cache(maxsize=20_000)
def _folded(letter: str) -> str:
    """The letter without accents, in lower case; nothing for an accent alone."""
    parted = unicodedata.normalize("NFD", letter)
    return "".join(one for one in parted if unicodedata.category(one) != "Mn").lower()
