"""What an item reports that others said: the model's spans, joined, with the form of their content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import prod

from onrecord.finders.links import Linked, linked
from onrecord.finders.paragraphs import Paragraph, language_of, paragraphs
from onrecord.finders.quotation_marks import Quoted, quoted
from onrecord.types import Attribution, Mode, Provenance, Reading, Tag, Text

VERSION = "1"
WHY = "the model reads words that attribute, with their source and what they say"


def find(reading: Reading) -> Iterator[Attribution]:
    """The attributions that the model's tags make, in text order; none where no model read attributions.

    What touches a block that is not mapped onto the archived bytes is no evidence and is left out.
    """
    tags = list(reading.tags.inside("attribution", reading.item.span))
    if not tags:
        return
    page, language = reading.document.page, language_of(reading)
    evidence = [para for para in paragraphs(reading) if para.mapped]
    marks = [run for para in evidence for run in quoted(page.content, para.start, para.end, language.quotes)]
    held = [tag for tag in tags if _is_held(tag, evidence)]
    for one in linked(page.content, held):
        yield _attribution(reading, page, one, marks)


def _is_held(tag: Tag, evidence: list[Paragraph]) -> bool:
    at = bisect_right(evidence, tag.start, key=lambda para: para.start) - 1
    return at >= 0 and tag.end <= evidence[at].end


def _attribution(reading: Reading, page: Text, one: Linked, marks: list[Quoted]) -> Attribution:
    contents = [(part.start, part.end) for part in one.content]
    mode = mode_of(page.content, contents, marks)
    if mode == "direct":
        contents = [_bounded(page.content, *part, marks) for part in contents]
    return Attribution(
        source=page.span(one.source.start, one.source.end) if one.source else None,
        cue=page.span(one.cue.start, one.cue.end),
        content=tuple(page.span(start, end) for start, end in contents if start < end),
        mode=mode,
        made_by=Provenance("reports", VERSION, WHY, reading.tags.model, reading.tags.chance("reports", sureness(one))),
    )


def sureness(one: Linked) -> float:
    """What the model says of an attribution: the geometric mean of its cue, its source and its worst content."""
    said = [one.cue.score, min(part.score for part in one.content), *([one.source.score] if one.source else [])]
    return prod(said) ** (1 / len(said))


def mode_of(text: str, contents: Sequence[tuple[int, int]], marks: Sequence[Quoted]) -> Mode:
    """direct when all words of the content stand in quotation marks, mixed when some do, else indirect."""
    inside = [_is_quoted(at, marks) for start, end in contents for at in range(start, end) if text[at].isalnum()]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"


def _is_quoted(at: int, marks: Sequence[Quoted]) -> bool:
    place = bisect_right(marks, at, key=lambda run: run.start) - 1
    return place >= 0 and at < marks[place].end


def _bounded(text: str, start: int, end: int, marks: Sequence[Quoted]) -> tuple[int, int]:
    """The run in quotation marks that a content is all the words of: the marks bound it better than the model."""
    run = marks[bisect_right(marks, start, key=lambda one: one.start) - 1]
    beside = text[run.start : start] + text[end : run.end]
    return (run.start, run.end) if run.closed and not any(map(str.isalnum, beside)) else (start, end)
