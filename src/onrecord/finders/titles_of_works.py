"""Titles of works in quotation marks, told from speech by how they are written."""

from __future__ import annotations

import re

from onrecord.finders.sentences import words_of

# No title is longer; what is read beyond it would be read for nothing.
LONGEST_TITLE = 500
CLOSING = re.compile('[”"»“’]')
OPENING = "“\"„«‘'「『([ "


def begins_speech(text: str, stop: int) -> bool:
    """Whether the quotation at `stop` begins like a sentence and not like the title of a work."""
    first = text[stop : stop + 8].lstrip(OPENING)[:1]
    return first.isalnum() and not first.islower() and not is_title(text, stop)


def is_title(text: str, stop: int) -> bool:
    """Whether the quotation at `stop` looks like the title of a work: long words in capitals, nothing at its end."""
    inner = CLOSING.split(text[stop : stop + LONGEST_TITLE].lstrip(OPENING), maxsplit=1)[0]
    long_words = [word for word in words_of(inner, 0, len(inner)) if len(word.text) > 3]
    return inner.rstrip()[-1:] not in set(".,!?…") and all(word.is_capital for word in long_words)
