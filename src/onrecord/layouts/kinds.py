"""What kind of text an item is: rules in order, the first that holds decides and says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.layouts import kind_words as say
from onrecord.layouts.shapes import Shape
from onrecord.layouts.titles import Parts
from onrecord.types import Block, Document, Kind, Span

# Code points of an item in which its kind shows itself: title, lead and the next paragraphs. Later words belong to its
# story.
HEAD = 1500
TAIL = 600
MOST_SHAPES = 400
# Turns by labels or dashes that make a dialogue; two could be a quotation set as a list.
TURNS = 3
# First-person words outside quotation marks, per ten words: running text of a speaker has one in about fifty.
FIRST_PERSON = 0.15
# Units of title and text that make a listing.
UNITS = 4
# Words of a paragraph that runs; and the part of them all in one stretch, no day between, above which a page has a
# story of its own: its days are those of related pages, of comments, of a table. In a listing each unit has its own.
RUNNING_WORDS, STORY_SHARE = 12, 0.5


@dataclass(frozen=True, slots=True)
class Face:
    """What the rules look at.

    title    "" when there is none
    lead     the first paragraph of running text
    opening  title and the first 1,500 code points, a line for each block
    ending   the last 600 code points
    own      for each of the shapes, whether the source marks its block as text of the page, and no furniture
    heads    for each of the shapes, whether its block can head a unit of a list: any where the source marks nothing,
             headings and links where it does
    """

    title: str
    lead: str
    opening: str
    ending: str
    shapes: tuple[Shape, ...]
    own: tuple[bool, ...]
    heads: tuple[bool, ...]

    @property
    def first_person(self) -> float:
        """First-person words per ten words of running text, outside quotation marks."""
        running = [one for one in self.shapes if one.words >= 8 and not one.title]
        words = sum(min(one.words, 330) for one in running)
        return sum(one.first_person * min(one.words, 330) for one in running) / words if words else 0.0

    @property
    def words(self) -> int:
        return sum(one.words for one in self.shapes)


Test = Callable[[Face], str]


def kind_of(
    document: Document, parts: Parts, span: Span, blocks: Sequence[Block], shapes: Sequence[Shape]
) -> tuple[Kind, str]:
    """The kind of the item at `span`, made of `blocks`, the first of which have `shapes`, and why."""
    start, end = span.start, span.end
    content, marked = document.page.content, document.reader.startswith("html")
    face = Face(
        title=document.page.words(parts.title) if parts.title else "",
        lead=content[parts.lead.start : min(parts.lead.end, parts.lead.start + HEAD)] if parts.lead else "",
        opening=content[start : min(end, start + HEAD)],
        ending=content[max(start, end - TAIL) : end],
        shapes=tuple(shapes[:MOST_SHAPES]),
        own=tuple(block.main for block in blocks[: min(len(shapes), MOST_SHAPES)]),
        heads=tuple(
            not marked or block.kind == "title" or 2 * block.linked > len(block.span)
            for block in blocks[: min(len(shapes), MOST_SHAPES)]
        ),
    )
    for kind, test in RULES:
        why = test(face)
        if why:
            return kind, why
    return "other", "no rule for a kind holds"


def _words(pattern: re.Pattern[str], where: str, face: Face, why: str) -> str:
    found = pattern.search(getattr(face, where))
    return f"{why}: “{' '.join(found.group().split())}”" if found else ""


def _filler(face: Face) -> str:
    return _words(say.FILLER, "opening", face, "it apologises for having no text")


def _listing(face: Face) -> str:
    heads = (False, *face.heads)
    found = sum(
        1
        for i, (one, after) in enumerate(pairwise(face.shapes))
        if one.date and (after.title or after.stop) and (heads[i] or heads[i + 2])
    )
    entries = sum(1 for one in face.shapes if one.title or one.date)
    if found >= UNITS and entries >= 0.45 * len(face.shapes) and not _has_story(face):
        return f"{found} units of day and text follow one another"
    return ""


def _has_story(face: Face) -> bool:
    """Whether most of the running text stands together, no day between."""
    stretches = [0]
    for one, own in zip(face.shapes, face.own, strict=True):
        if one.date:
            stretches.append(0)
        elif own and one.stop and one.words >= RUNNING_WORDS:
            stretches[-1] += one.words
    return max(stretches) > STORY_SHARE * sum(stretches)


def _dialogue(face: Face) -> tuple[int, int, int]:
    """Turns by label, turns by dash, questions among all blocks."""
    labels = sum(one.label for one in face.shapes)
    dashes = sum(one.dash for one in face.shapes)
    return labels, dashes, sum(one.question for one in face.shapes)


def _transcript(face: Face) -> str:
    labels, _, questions = _dialogue(face)
    speakers = say.TURN.findall(face.opening)
    # Captions and contact lines have labels too; speakers come back, or ask.
    if labels < TURNS or not speakers or (len(set(speakers)) == len(speakers) and not questions):
        return ""
    if say.INTERVIEW.search(face.opening) and not say.BRIEFING.search(face.opening):
        return ""
    return f"{labels} paragraphs begin with a speaker's label"


def _interview(face: Face) -> str:
    labels, dashes, questions = _dialogue(face)
    if questions >= 2 and (labels >= TURNS or dashes >= TURNS):
        return f"{max(labels, dashes)} turns with {questions} questions"
    return _words(say.INTERVIEW, "title", face, "its title calls it an interview") or _words(
        say.TOLD, "lead", face, "its first paragraph tells of an interview"
    )


def _op_ed(face: Face) -> str:
    return _words(say.OP_ED, "opening", face, "it names itself a column or article of an author")


def _joint(face: Face) -> str:
    return _words(say.JOINT, "opening", face, "several bodies speak together")


def _communique(face: Face) -> str:
    return _words(say.COMMUNIQUE, "opening", face, "it names itself a communiqué or declaration")


def _message(face: Face) -> str:
    return _words(say.MESSAGE_TITLE, "title", face, "its title names a message") or _words(
        say.MESSAGE, "opening", face, "it greets or condoles on an occasion"
    )


def _appointment(face: Face) -> str:
    return _words(say.APPOINTMENT, "title", face, "its title names an appointment") or _words(
        say.APPOINTED, "lead", face, "its first paragraph appoints"
    )


def _travel(face: Face) -> str:
    return _words(say.TRAVEL_TITLE, "title", face, "its title names a journey") or _words(
        say.TRAVEL, "lead", face, "its first paragraph tells of a journey"
    )


def _call(face: Face) -> str:
    return _words(say.CALL_TITLE, "title", face, "its title names a call") or _words(
        say.CALL, "lead", face, "its first paragraph tells of a call"
    )


def _meeting(face: Face) -> str:
    return _words(say.MEETING_TITLE, "title", face, "its title names a meeting of two sides") or _words(
        say.MEETING, "lead", face, "its first paragraph tells who met whom"
    )


def _programme(face: Face) -> str:
    return _words(say.PROGRAMME, "opening", face, "it is a schedule")


def _announcement(face: Face) -> str:
    return _words(say.ANNOUNCEMENT, "opening", face, "it says what is going to happen")


def _fact_sheet(face: Face) -> str:
    return _words(say.FACT_SHEET, "title", face, "its title names a fact sheet")


def _speech_named(face: Face) -> str:
    return _words(say.SPEECH_TITLE, "title", face, "its title names a speech") or _words(
        say.DELIVERY, "opening", face, "it has a delivery note"
    )


def _speech(face: Face) -> str:
    if any(one.salute for one in face.shapes[:6]) and face.first_person >= FIRST_PERSON:
        return "it opens with a form of address and speaks in the first person"
    if face.first_person >= 2 * FIRST_PERSON and face.words >= 40:
        return "it speaks in the first person throughout"
    return ""


def _statement(face: Face) -> str:
    return (
        _words(say.STATEMENT, "title", face, "its title names a statement")
        or _words(say.ATTRIBUTABLE, "opening", face, "it says to whom it is attributable")
        or _words(say.STANCE, "lead", face, "an office takes a stand in its first paragraph")
        or ("it speaks for an office in the first person" if face.first_person >= FIRST_PERSON else "")
    )


def _report(face: Face) -> str:
    return _words(say.REPORT, "opening", face, "it reports the course of a meeting")


def _news(face: Face) -> str:
    if any(one.dateline for one in face.shapes[:4]):
        return "it opens with a dateline"
    if say.DATED.search(face.opening) or any(one.date for one in face.shapes[:6]):
        return "it reports in the third person and names a day"
    if any(one.cites for one in face.shapes):
        return "it reports in the third person and cites"
    if any(one.words >= 12 and one.stop for one in face.shapes):
        return "it tells in the third person"
    return ""


# In order: what an item calls itself, then how it is built, then what its first paragraph tells, then its voice.
RULES: tuple[tuple[Kind, Test], ...] = (
    ("filler", _filler),
    ("listing", _listing),
    ("joint_statement", _joint),
    ("communique", _communique),
    ("op_ed", _op_ed),
    ("fact_sheet", _fact_sheet),
    ("transcript", _transcript),
    ("interview", _interview),
    ("programme", _programme),
    ("readout_call", _call),
    ("appointment", _appointment),
    ("travel_note", _travel),
    ("readout_meeting", _meeting),
    ("message", _message),
    ("speech", _speech_named),
    ("announcement", _announcement),
    ("speech", _speech),
    ("statement", _statement),
    ("report", _report),
    ("news", _news),
)
