"""Where the quotations of a paragraph begin and end: marks only, no opinion about who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

# Opening mark -> marks that close it. Pages mix typewriter and printer's marks in one quotation
# (92 of 3,034 direct quotations in PolNeAR's training files), so each closes the other.
CLOSERS = {
    "“": '”"“',
    '"': '"”',
    "”": "”",  # Swedish and Finnish quotations open with what closes ours
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
}
DOUBLE = frozenset('“"„«‹「『')
SINGLE = frozenset("‘‚'")
MARK = re.compile("[“”\"„«»‹›‘’‚'「」『』]")
# A single mark closes only after a mark of punctuation: else every apostrophe would.
SINGLE_CLOSER = re.compile(r"(?<=[,.?!…])[’'](?![^\W_])")
# «A «B», — said X: one closing mark for two openings, as Russian prints it.
SHARED_CLOSER = re.compile(r"[,.!?…]?\s*[—–-]\s")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A run in quotation marks, marks included; not closed: it runs to the end of its paragraph."""

    start: int
    end: int
    closed: bool


def quoted(text: str, start: int, end: int, quotes: tuple[tuple[str, str], ...] = ()) -> list[Quoted]:
    """The outermost quotations of the paragraph text[start:end], in order, never overlapping.

    quotes  the language's own pairs: » opens only where a pair says so

    Straight marks alternate within the paragraph. An opening mark that another opening mark follows before
    anything closes it is dropped, unless it opens the paragraph. Takes time linear in the paragraph's length.
    """
    return list(_scan(text, start, end, opens=_openers(quotes)))


def _openers(quotes: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return DOUBLE | SINGLE | {opener for opener, _ in quotes if opener == "»"}


def _scan(text: str, start: int, end: int, *, opens: frozenset[str]) -> Iterator[Quoted]:
    single_ends = [found.start() for found in SINGLE_CLOSER.finditer(text, start, end)]
    opened, opener, depth = -1, "", 0
    for found in MARK.finditer(text, start, end):
        at, mark = found.start(), found.group()
        if opened < 0:
            if mark in opens and _can_open(text, at, start, mark) and _single_ends(mark, at, single_ends):
                opened, opener, depth = at, mark, 1
            continue
        if _closes(text, at, mark, opener, end):
            depth -= 1
            if depth == 0 or SHARED_CLOSER.match(text, at + 1, end) or at + 1 == end:
                yield Quoted(opened, at + 1, closed=True)
                opened = -1
        elif mark == opener and _can_open(text, at, start, mark):
            if mark in "«„" or opened == start:
                depth += 1  # a quotation inside the quotation
            else:
                opened, depth = at, 1  # the one before it was never closed
    if opened >= 0 and opener not in SINGLE:
        yield Quoted(opened, end, closed=False)


def _single_ends(mark: str, at: int, single_ends: list[int]) -> bool:
    return mark not in SINGLE or bisect_left(single_ends, at + 2) < len(single_ends)


def _can_open(text: str, at: int, start: int, mark: str) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    if mark in SINGLE:
        return not before.isalnum() and after.isalpha()
    if mark == '"':
        return not after.isspace() or not before.isalnum()
    return bool(after)


def _closes(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    if mark not in CLOSERS[opener]:
        return False
    before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
    if opener in SINGLE:
        return SINGLE_CLOSER.match(text, at) is not None
    if mark == "“" and opener == "“":
        return not before.isspace() and not after.isalnum()
    # A mark between a space and a letter opens: the one before it was never closed.
    return not (mark == '"' and before.isspace() and after.isalnum())
