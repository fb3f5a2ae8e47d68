"""A text as the model sees it: word pieces, each with its place, its shape and the break before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.tagger.wordpiece import Piece, WordPiece

Ints = npt.NDArray[np.int64]
# The tokenizer folds case, so the shape of a piece is a second input. 0 is padding.
SHAPES = ("padding", "lower", "Title", "UPPER", "Capital", "digits", "mixed", "mark", "punctuation", "caseless")
# What parts a piece from the one before: the tokenizer drops white space, which says where paragraphs begin.
BREAKS = ("none", "line", "blank line", "blank lines", "start of text")
QUOTATION_MARKS = frozenset("\"“”«»„‟‘’‚‛'‹›「」『』")
_LINES = re.compile(r"\n[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text, parallel arrays of one length.

    ids     numbers in the tokenizer's vocabulary
    starts, ends  code points in the text, half-open
    shapes  index into SHAPES
    breaks  index into BREAKS
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    breaks: Ints

    def __len__(self) -> int:
        return len(self.ids)


def pieces_of(text: str, vocabulary: WordPiece) -> Pieces:
    """The pieces of `text`; none for a text of white space."""
    found = list(vocabulary.pieces(text))
    ids, starts, ends = (
        np.array(column, dtype=np.int64) for column in (zip(*found, strict=True) if found else ((),) * 3)
    )
    shapes = np.array([shape_of(text[start:end]) for _, start, end in found], np.int64)
    return Pieces(ids, starts, ends, shapes, np.array(list(_breaks(text, found)), np.int64))


def shape_of(word: str) -> int:
    """The index in SHAPES of a piece as it is written."""
    if word in QUOTATION_MARKS:
        name = "mark"
    elif word.isdigit():
        name = "digits"
    elif not any(map(str.isalnum, word)):
        name = "punctuation"
    elif not word.isalpha():
        name = "mixed"
    elif word.islower():
        name = "lower"
    elif word.isupper():
        name = "Capital" if len(word) == 1 else "UPPER"
    elif word.istitle():
        name = "Title"
    else:
        name = "mixed" if word != word.lower() else "caseless"
    return SHAPES.index(name)


def _breaks(text: str, found: list[Piece]) -> Iterator[int]:
    before = 0
    for number, (_, start, end) in enumerate(found):
        lines = len(_LINES.findall(text, before, start)) if start > before else 0
        yield 4 if number == 0 else min(lines, 3)
        before = end
