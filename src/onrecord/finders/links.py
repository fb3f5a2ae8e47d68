"""Which source, which cue and which content belong together: spans that a tagger found, joined into attributions.

The method is deterministic; of right spans it joins 97 in 100 rightly (docs/decisions/0006-model.md): a content goes
to the nearest cue of its paragraph; a cue keeps its nearest content and those that chain to it; a source is the nearest
of the paragraph and may serve several cues.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.finders.sentences import sentence_ends
from onrecord.types import Tag

# Distances are words and marks. A border of a sentence between counts as so many.
SENTENCE_TO_CUE, SENTENCE_TO_SOURCE = 5, 30
# A content that no comma, dash or quotation mark parts from the cue behind it is rather that of the cue before it:
# "thanked Orvania for A and urged B". Found on official passages (F1 96.8 to 97.2 with right spans) and on
# newspapers (as before); more than 3 loses there.
UNPARTED = 3
PARTING = frozenset(",”\"'’—–-»")
FARTHEST_SOURCE = 40
# Contents of one cue: so far apart at most, or so far when the cue stands between ("A," he said. "B.").
CHAIN, CHAIN_OVER_CUE = 3, 25
_TOKEN = re.compile(r"\w+|[^\w\s]")
# Paragraphs end at blank lines, and at line ends behind a sentence: printed texts break lines in mid-sentence.
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?:”\"’»])[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Linked:
    """An attribution of tagged spans."""

    source: Tag | None
    cue: Tag
    content: tuple[Tag, ...]


def linked(text: str, spans: Sequence[Tag]) -> list[Linked]:
    """The attributions of tagged spans (source, cue, content), in the order of their cues."""
    found: list[Linked] = []
    at = 0
    ordered = sorted(spans)
    ends = [match.end() for match in _PARAGRAPH.finditer(text)]
    while at < len(ordered):
        border = bisect_right(ends, ordered[at].start)
        stop = at
        while stop < len(ordered) and bisect_right(ends, ordered[stop].start) == border:
            stop += 1
        start = ends[border - 1] if border else 0
        end = ends[border] if border < len(ends) else len(text)
        found += _in_paragraph(Ruler(text, start, end), ordered[at:stop])
        at = stop
    return found


class Ruler:
    """Distances in a paragraph, in words and marks."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.tokens = [match.start() for match in _TOKEN.finditer(text, start, end)]
        self.sentences = sentence_ends(text, start, end)

    def gap(self, one: Tag, other: Tag) -> int:
        """Tokens between two spans."""
        first, second = sorted((one, other))
        return max(0, self._token(second.start) - self._token(first.end - 1) - 1)

    def crosses(self, one: Tag, other: Tag) -> bool:
        """Whether the spans begin in different sentences."""
        return bisect_right(self.sentences, one.start) != bisect_right(self.sentences, other.start)

    def parts(self, one: Tag) -> bool:
        """Whether a mark ends the span or follows it."""
        return self.text[one.end - 1] in PARTING or self.text[one.end : one.end + 2].lstrip()[:1] in PARTING

    def _token(self, at: int) -> int:
        return bisect_right(self.tokens, at)


def _in_paragraph(ruler: Ruler, spans: Sequence[Tag]) -> list[Linked]:
    cues = [one for one in spans if one.label == "cue"]
    sources = [one for one in spans if one.label == "source"]
    given: dict[Tag, list[Tag]] = {}
    for content in (one for one in spans if one.label == "content"):
        if cues:
            nearest = min(cues, key=lambda cue: (_cue_distance(ruler, cue, content), cue.start))
            given.setdefault(nearest, []).append(content)
    return [Linked(_source(ruler, sources, cue), cue, _chained(ruler, cue, given[cue])) for cue in cues if cue in given]


def _cue_distance(ruler: Ruler, cue: Tag, content: Tag) -> int:
    unparted = content.end <= cue.start and not ruler.parts(content)
    return ruler.gap(cue, content) + SENTENCE_TO_CUE * ruler.crosses(cue, content) + UNPARTED * unparted


def _chained(ruler: Ruler, cue: Tag, contents: Sequence[Tag]) -> tuple[Tag, ...]:
    """The content nearest to its cue, and on both sides those that follow closely."""
    nearest = min(contents, key=lambda one: (_cue_distance(ruler, cue, one), one.start))
    kept = [nearest]
    for one in (content for content in contents if content.start > nearest.start):
        if _chains(ruler, cue, kept[-1], one):
            kept.append(one)
    for one in reversed([content for content in contents if content.start < nearest.start]):
        if _chains(ruler, cue, one, kept[0]):
            kept.insert(0, one)
    return tuple(kept)


def _chains(ruler: Ruler, cue: Tag, before: Tag, after: Tag) -> bool:
    gap = ruler.gap(before, after)
    return gap <= CHAIN or (gap <= CHAIN_OVER_CUE and before.end <= cue.start and cue.end <= after.start)


def _source(ruler: Ruler, sources: Sequence[Tag], cue: Tag) -> Tag | None:
    near = [one for one in sources if ruler.gap(one, cue) <= FARTHEST_SOURCE]
    if not near:
        return None
    return min(near, key=lambda one: (ruler.gap(one, cue) + SENTENCE_TO_SOURCE * ruler.crosses(one, cue), one.start))
