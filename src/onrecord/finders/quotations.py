"""Quoted words of an item, before anybody is credited with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.quotation_marks import Quoted, quoted
from onrecord.languages import Language

WORDED = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words before anybody is credited: its pieces, and the room around them in which a credit may stand.

    after, before  where the quotation before ends and the one after begins, or its paragraph does
    first, last    the paragraphs in which it begins and ends
    """

    pieces: tuple[Quoted, ...]
    after: int
    before: int
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where its last mark ends."""
        return self.pieces[-1].end


def quotations(text: str, paras: list[Paragraph], language: Language) -> list[Quotation]:
    """The quotations of mapped paragraphs; one that each paragraph opens and only the last closes is one."""
    found: list[Quotation] = []
    running: list[Quoted] = []  # the open pieces of a quotation that runs over paragraphs
    first = -1
    for number, para in enumerate(paras):
        marks = quoted(text, para.start, para.end, language.quotes) if para.mapped else []
        for place, mark in enumerate(marks):
            after = marks[place - 1].end if place else para.start
            before = marks[place + 1].start if place + 1 < len(marks) else para.end
            if not (place == 0 and running and _runs_on(text, running[-1], mark, para)):
                found.extend(_ended(running, first, number - 1, paras))
                running, first = [], number
            running.append(mark)
            if mark.closed:
                after = paras[first].start if first < number else after
                found.append(Quotation(tuple(running), after, before, first, number))
                running = []
        if not marks:
            found.extend(_ended(running, first, number - 1, paras))
            running = []
    found.extend(_ended(running, first, len(paras) - 1, paras))
    return [quotation for quotation in found if WORDED.search(text, quotation.start, quotation.end)]


def _ended(running: list[Quoted], first: int, last: int, paras: list[Paragraph]) -> Iterator[Quotation]:
    """The quotation that nothing closed, when two paragraphs or more opened it; one alone is a slip of the typist."""
    if len(running) > 1:
        yield Quotation(tuple(running), paras[first].start, paras[last].end, first, last)


def _runs_on(text: str, earlier: Quoted, mark: Quoted, para: Paragraph) -> bool:
    return not earlier.closed and mark.start == para.start and text[mark.start] == text[earlier.start]


def last_mark(text: str, quotation: Quotation) -> str:
    """The last code point of the quoted words, closing marks and brackets aside."""
    return text[quotation.start : quotation.end].rstrip("”\"’'»“)]")[-1:]
