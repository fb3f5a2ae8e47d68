"""What the rules for kinds look at: the parts of an item in which its kind shows itself, and their words.

`kind_rules.py` has the rules by name and build, `kinds.py` those by voice and the choice between all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.layouts.bylines import byline_of, first_sentence
from onrecord.layouts.dialogue import Dialogue, dialogue
from onrecord.layouts.shapes import Shape
from onrecord.layouts.titles import Parts
from onrecord.types import Block, Document, Span

# Code points of an item in which its kind shows itself: title, lead and the next paragraphs. Later words belong to its
# story.
HEAD = 1500
MOST_SHAPES = 400


@dataclass(frozen=True, slots=True)
class Face:
    """What the rules look at.

    title    "" when there is none
    lead     the first paragraph of running text
    opening  title and the first 1,500 code points, a line for each block
    own      for each of the shapes, whether the source marks its block as text of the page, and no furniture
    heads    for each of the shapes, whether its block can head a unit of a list: any where the source marks nothing,
             headings and links where it does
    head     the lines before the lead
    first    the lead's first sentence
    byline   "person" when a line of the head names one with an office, "office" when it names an office alone, else ""
    """

    title: str
    lead: str
    opening: str
    shapes: tuple[Shape, ...]
    own: tuple[bool, ...]
    heads: tuple[bool, ...]
    head: str
    first: str
    byline: str
    dialogue: Dialogue

    @property
    def first_person(self) -> float:
        """First-person words per ten words of running text, outside quotation marks."""
        running = [one for one in self.shapes if one.words >= 8 and not one.title]
        words = sum(min(one.words, 330) for one in running)
        return sum(one.first_person * min(one.words, 330) for one in running) / words if words else 0.0

    @property
    def words(self) -> int:
        """How many words the item has."""
        return sum(one.words for one in self.shapes)


# A rule: why an item with this face is of the rule's kind, "" when it is not.
Test = Callable[[Face], str]


def face_of(document: Document, parts: Parts, span: Span, blocks: Sequence[Block], shapes: Sequence[Shape]) -> Face:
    """The face of the item at `span`, made of `blocks`, the first of which have `shapes`."""
    start, end = span.start, span.end
    content, marked = document.page.content, document.reader.startswith("html")
    head = content[start : min(parts.lead.start, start + HEAD)] if parts.lead else ""
    shapes = shapes[:MOST_SHAPES]
    shaped = blocks[: len(shapes)]
    return Face(
        title=document.page.words(parts.title) if parts.title else "",
        lead=content[parts.lead.start : min(parts.lead.end, parts.lead.start + HEAD)] if parts.lead else "",
        opening=content[start : min(end, start + HEAD)],
        shapes=tuple(shapes),
        own=tuple(block.main for block in shaped),
        heads=tuple(not marked or block.kind == "title" or 2 * block.linked > len(block.span) for block in shaped),
        head=head,
        first=first_sentence(content[parts.lead.start : parts.lead.end]) if parts.lead else "",
        byline=byline_of(head),
        dialogue=dialogue(content, start, end, shapes),
    )


def in_words(pattern: re.Pattern[str], where: str, face: Face, why: str) -> str:
    """`why` with the words that the pattern finds in the part of the face called `where`; "" when it finds none."""
    found = pattern.search(getattr(face, where))
    return f"{why}: “{' '.join(found.group().split())}”" if found else ""
