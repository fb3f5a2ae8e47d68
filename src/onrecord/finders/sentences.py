"""Words and sentences, by rules: enough to see where a cue's sentence begins and ends."""

from __future__ import annotations

import re
from typing import NamedTuple

# Initials ("U.S", "J.P") are one word, and so are parts that a hyphen, an apostrophe or a slash joins.
WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b|[@#]?[^\W_]+(?:[’'‑&/-][^\W_]+)*")
# A full stop, its closing marks, white space, and something that can begin a sentence.
END = re.compile(
    r"[.!?…](?:\[[^\]\n]{1,9}\])?[\"”’»“)\]]*(?=\s+[\"“«„‘'(\[]*[^\W_a-zа-яё]|\s*\n\s*\n)|[。！？]|\n\s*\n"
)
# Abbreviations after which a capital letter does not begin a sentence, case-folded, without their last full stop.
ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sen sens rep reps gov gen col lt sgt capt cmdr adm maj hon rev st jr sr no vs
    u.s u.k u.n d.c n.y n.j n.h n.c n.d s.c s.d w.va e.u a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec
    calif fla ill mass mich minn pa va wis wash tenn ala ariz ark colo conn del ga ind kan ky la md mo mont neb
    nev okla ore tex vt wyo inc ltd co corp dist art sec messrs ph г гг ул им т.е т.д т.п стр руб млн млрд тыс др
    """.split()  # noqa: SIM905 a table of ninety words reads better as lines of words
)


class Word(NamedTuple):
    """A word of the page: where it stands, how it is written, and its folded form. A tuple: there are a great many."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end] in order."""
    return [Word(*found.span(), word := found.group(), word.casefold()) for found in WORD.finditer(text, start, end)]


def sentence_ends(text: str, start: int, end: int) -> list[int]:
    """Where the sentences of text[start:end] end, after their closing marks; the last end is `end`."""
    ends = [found.end() for found in END.finditer(text, start, end) if not _is_abbreviation(text, start, found.start())]
    if not ends or ends[-1] < end:
        ends.append(end)
    return ends


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    if text[stop : stop + 1] != ".":
        return False
    before = text[max(start, stop - 12) : stop].rsplit(None, 1)
    word = before[-1].lstrip('(“"«[').casefold() if before else ""
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word not in {"i"}) or _is_initials(word)


def _is_initials(word: str) -> bool:
    return len(word) > 2 and all(len(part) == 1 for part in word.split("."))
