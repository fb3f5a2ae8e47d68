"""Cues inside the marks, as Russian and French print them: «A, — said the minister. — B»."""

from __future__ import annotations

import re

from onrecord.finders.cues import Credit
from onrecord.finders.noun_phrases import next_noun_phrase
from onrecord.finders.sentences import words_of
from onrecord.languages import Language

Piece = tuple[int, int]
# A dash after a mark of punctuation, up to the next such mark with a dash: what the writer put in.
INSERTED = re.compile(r"(?<=[,?!…])\s+[—–]\s+(?P<said>[^\W\d_][^—–\n]{2,160}?)(?P<stop>[.,:;])\s+[—–]\s+")


def insertion(text: str, start: int, end: int, language: Language) -> tuple[Piece, Piece, Credit] | None:
    """The two pieces of the quotation start:end and their credit, when a cue and its source are put in by dashes."""
    for found in INSERTED.finditer(text, start, end):
        words = words_of(text, found.start("said"), found.end("said"))
        if not words or words[0].folded not in language.cues or not words[0].text.islower():
            continue
        source = next_noun_phrase(text, words[1:], found.end("said"), language)
        if source:
            cue = (words[0].start, words[0].end)
            credit = Credit(source, cue, found.end(), "a cue and its source stand between dashes inside the marks")
            return (start, found.start()), (found.end(), end), credit
    return None
