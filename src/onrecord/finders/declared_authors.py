"""The author whom a page declares, for columns whose text names none."""

from __future__ import annotations

import re

from onrecord.finders.sentences import words_of
from onrecord.languages import Language
from onrecord.types import Party, Reading

# "meta author: Ada Bell", "json-ld NewsArticle.author.name: Ada Bell", "json-ld OpinionNewsArticle.author: Ada Bell".
AUTHOR = re.compile(
    r"^(?:meta (?:article:)?author|json-ld [^\n:]*\.author(?:\.name)?): (?P<name>[^\n]+)$", re.MULTILINE
)


def declared_author(reading: Reading, language: Language) -> Party | None:
    """The one author the page declares for its main item, when it reads as a person's name; else None.

    Pages declare their editors, their content systems and their press offices as authors too: a value with a body's or
    an office's word, with one word, or one of several is no speaker.
    """
    declared = reading.document.declared
    names = {found["name"]: found.span("name") for found in AUTHOR.finditer(declared.content)}
    if not reading.item.is_main or len(names) != 1:
        return None
    ((name, span),) = names.items()
    words = words_of(declared.content, *span)
    known = language.offices | language.bodies | language.no_labels
    if not 2 <= len(words) <= 4 or not all(word.is_capital and word.folded not in known for word in words):
        return None
    why = "the page declares one author, a person's name, and its text names none"
    return Party("speaker", name, "stated", how="declared", spans=(declared.span(*span),), why=why)
