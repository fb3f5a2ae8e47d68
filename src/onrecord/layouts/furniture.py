"""What recurs: the keys by which blocks and items are known again on other pages, and when a page is a copy."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from onrecord.types import Block, Document, SiteSlice, Span

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s")
# Words are folded a piece at a time, so that a text of 200 MB never stands in memory three times.
PIECE = 1 << 20
# A block of fewer words (a date line, a counter) says nothing about whether the page is a copy.
RUNNING_WORDS = 8
# Share of the page's running words that is its own, below which the page is a copy of another one (a mirror, another
# address, another version). A short item under five teasers still owns 13 % (300 of 2,300 characters); a copy that
# differs in a date or a counter owns less than 5 %. Between the two, place decides: teasers stand on one side of the
# own words, whereas a paragraph edited in another version stands between known ones.
OWN_ALWAYS_COPY = 0.05
OWN_COPY_IF_ENCLOSED = 0.25


def folded(words: str) -> Iterator[str]:
    """The words of `words`, NFC and case-folded, without white space and punctuation, in order."""
    start = 0
    while start < len(words):
        end = start + PIECE
        gap = _SPACE.search(words, end) if end < len(words) else None
        end = gap.start() if gap else len(words)
        for word in _WORD.finditer(unicodedata.normalize("NFC", words[start:end]).casefold()):
            yield word.group()
        start = end


def block_key(words: str) -> str:
    """The key of a block: the first 32 hex digits of sha256 of its folded words; "" when it has none."""
    return _digest([words])[:32]


def item_key(document: Document, blocks: Iterable[Block], furniture: frozenset[str]) -> str:
    """The key of an item made of `blocks`: sha256 of its folded words without the furniture inside.

    When all of its blocks are furniture they all count: a teaser has the same key on every page that carries it.
    """
    texts = [document.page.words(block.span) for block in blocks]
    own = [text for text in texts if not furniture or block_key(text) not in furniture]
    return _digest(own) or _digest(texts) or _digest(["\n"]) or hashlib.sha256(b"").hexdigest()


def recurring(document: Document, blocks: tuple[Block, ...], site: SiteSlice) -> tuple[frozenset[str], str]:
    """The furniture to believe in on this page, and a sentence when it is none because the page is a copy.

    `blocks` are those that may belong to the page's own item.
    """
    if not site.furniture:
        return site.furniture, ""
    marks: list[tuple[bool, int]] = []
    for block in blocks:
        words = document.page.words(block.span)
        count = sum(1 for _ in folded(words))
        if count >= RUNNING_WORDS:
            marks.append((block_key(words) in site.furniture, count))
    total = sum(count for _, count in marks)
    own = sum(count for known, count in marks if not known)
    if not total:
        return frozenset(), ""  # a page of short lines has nothing that recurrence could tell apart
    if own < OWN_ALWAYS_COPY * total or (own < OWN_COPY_IF_ENCLOSED * total and _enclosed(marks)):
        return (
            frozenset(),
            f"{total - own} of its {total} words stand on another page of the site: "
            "a copy, so recurrence was not weighed",
        )
    return site.furniture, ""


def is_known(document: Document, span: Span, furniture: frozenset[str]) -> bool:
    """Whether the words of `span` stand on another page of the site."""
    return bool(furniture) and block_key(document.page.words(span)) in furniture


def _enclosed(marks: list[tuple[bool, int]]) -> bool:
    """Whether known words stand on both sides of the own ones."""
    return marks[0][0] and marks[-1][0]


def _digest(texts: Iterable[str]) -> str:
    digest, empty = hashlib.sha256(), True
    for text in texts:
        words = " ".join(folded(text))
        if words:
            digest.update(words.encode() if empty else f" {words}".encode())
            empty = False
    return "" if empty else digest.hexdigest()
