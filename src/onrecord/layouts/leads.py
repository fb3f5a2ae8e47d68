"""How much a paragraph looks like the first of an item, from its first words.

A paragraph that opens an item introduces people and bodies in full and says when; one that goes on refers back. What
counts is shapes (capitals, numbers, marks) and words of reference and time, never names or topics: with other names in
it a paragraph looks the same.
"""

from __future__ import annotations

import re

from onrecord.layouts.lead_weights import WEIGHTS
from onrecord.layouts.shape_words import LEAD_WORDS as MEANING
from onrecord.layouts.shape_words import SENTENCE_END

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d+|[^\w\s]")
_ACRONYM_IN_BRACKETS = re.compile(r"\((?:\w+ )?[“\"‘«]?[^\W\d_a-zа-яё]{2,}[”\"’»]?\)")
_SIGNS = {**dict.fromkeys('"“”«„', "quote"), **dict.fromkeys("’'", "apostrophe"), **dict.fromkeys("-–—", "dash")}
# Words and tokens looked at: leads of news and releases say who and when in the first line or two.
WORDS, TOKENS, SHAPES = 16, 25, 3
# A first sentence is counted in steps of so many words, up to MOST_STEPS.
STEP, MOST_STEPS = 8, 6


def lead_score(words: str) -> float:
    """Log-odds that a paragraph is the first of its item rather than one of the next seven, less a constant."""
    return sum(WEIGHTS.get(mark, 0.0) for mark in lead_marks(words))


def lead_marks(words: str) -> list[str]:
    """The marks of a paragraph's opening that the weights know by name, in order and each once."""
    tokens = _TOKEN.findall(words[:400])[:TOKENS]
    marks: dict[str, None] = {}
    for i, token in enumerate(tokens[:WORDS]):
        meaning = MEANING.get(token.casefold())
        if meaning:
            marks[("first " if i == 0 else "says ") + meaning] = None
    shapes = [_shape(token, i) for i, token in enumerate(tokens)]
    for many in range(1, SHAPES + 1):
        marks["opens " + " ".join(shapes[:many])] = None
    marks.update(dict.fromkeys(f"has {shape}" for shape in ("year", "number", "acronym") if shape in shapes))
    marks.update(dict.fromkeys(_names(shapes)))
    if _ACRONYM_IN_BRACKETS.search(words[:400]):
        marks["has acronym in brackets"] = None
    end = SENTENCE_END.search(words[:800])
    count = len((words[: end.start()] if end else words[:800]).split())
    marks[f"first sentence {min(MOST_STEPS, count // STEP) * STEP}"] = None
    return list(marks)


def _names(shapes: list[str]) -> list[str]:
    """How many runs of one, of two and more, of three and more capitalised words there are, up to three each."""
    lengths, run = [], 0
    for shape in [*shapes, "end"]:
        if shape == "name":
            run += 1
        elif run:
            lengths.append(run)
            run = 0
    counts = {"bare": lengths.count(1), "full": sum(n >= 2 for n in lengths), "long": sum(n >= 3 for n in lengths)}
    return [f"{kind} names {many}" for kind, count in counts.items() for many in range(1, min(3, count) + 1)]


def _shape(token: str, at: int) -> str:
    if token.isdigit():
        return "year" if len(token) == 4 else "number"
    if not token[0].isalpha():
        return _SIGNS.get(token, token)
    if token.isupper() and len(token) > 1:
        return "acronym"
    if token[0].isupper():
        return "opener" if at == 0 and token.casefold() in MEANING else "name"
    return "small"
