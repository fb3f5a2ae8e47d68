"""Quotations without marks: a line that ends with "said:", then paragraphs in the first person."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.cues import Credit, credit_before
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.quotation_marks import MARK
from onrecord.finders.sentences import words_of
from onrecord.languages import Language

# Marks that begin a list entry or a dialogue: no quotation without marks begins with one.
LISTED = frozenset("-–—•*·1234567890(")


def unmarked_quotations(
    text: str, paras: list[Paragraph], language: Language
) -> Iterator[tuple[list[tuple[int, int]], Credit]]:
    """Contents and credit of quotations that only a colon and the first person show.

    The paragraph before must end with a cue and a colon and name its source; each paragraph taken must hold a pronoun
    of the first person and no quotation mark. Where one has none, the quotation ends: what follows may be the writer's.
    """
    number = 0
    while number < len(paras) - 1:
        line = paras[number]
        number += 1
        if not line.mapped or text[line.end - 1] != ":":
            continue
        last = number
        while last < len(paras) and _is_first_person(text, paras[last], language):
            last += 1
        credit = credit_before(text, line.start, line.start, line.end, language) if last > number else None
        if credit and credit.source and text[slice(*credit.source)].casefold() not in language.pronouns:
            contents = [(para.start, para.end) for para in paras[number:last]]
            yield (
                contents,
                Credit(credit.source, credit.cue, line.end, "a cue and a colon lead to words in the first person"),
            )
            number = last


def _is_first_person(text: str, para: Paragraph, language: Language) -> bool:
    if not para.mapped or para.kind not in {"paragraph"} or text[para.start] in LISTED or text[para.end - 1] == ":":
        return False
    opening = MARK.match(text, para.start)
    return opening is None and any(
        word.folded in language.first_persons for word in words_of(text, para.start, min(para.end, para.start + 2000))
    )
