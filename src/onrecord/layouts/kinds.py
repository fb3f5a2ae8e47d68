"""What kind of text an item is: rules in order, the first that holds decides and says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.layouts import kind_words as say
from onrecord.layouts.bylines import byline_of, first_sentence
from onrecord.layouts.dialogue import Dialogue, dialogue
from onrecord.layouts.shapes import Shape
from onrecord.layouts.titles import Parts
from onrecord.types import KINDS, Block, Document, Kind, Span, Tag

# Code points of an item in which its kind shows itself: title, lead and the next paragraphs. Later words belong to its
# story.
HEAD = 1500
TAIL = 600
MOST_SHAPES = 400
# Turns by dashes that make a dialogue; two could be a quotation set as a list.
TURNS = 3
# First-person words outside quotation marks, per ten words: running text of a speaker has one in about fifty.
FIRST_PERSON = 0.15
# Words above which a text in the first person that no byline names as an office's is a speech: statements are short.
LONG_SPEECH = 700
# Units of title and text that make a listing.
UNITS = 4
# What the model must say of a kind to be believed.
SURE = 0.6
# Kinds that show in how an item is built: of them the model is not asked.
BUILT = frozenset({"transcript", "interview", "listing", "filler", "programme", "op_ed"})
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
    head     the lines before the lead
    first    the lead's first sentence
    byline   "person" when a line of the head names one with an office, "office" when it names an office alone, else ""
    """

    title: str
    lead: str
    opening: str
    ending: str
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


Test = Callable[[Face], str]


def kind_of(
    document: Document,
    parts: Parts,
    span: Span,
    blocks: Sequence[Block],
    shapes: Sequence[Shape],
    said: Tag | None = None,
) -> tuple[Kind, str]:
    """The kind of the item at `span`, made of `blocks`, the first of which have `shapes`, and why.

    said  which kind the model takes it for: it decides where an item neither calls itself something nor is built so
    """
    start, end = span.start, span.end
    content, marked = document.page.content, document.reader.startswith("html")
    head = content[start : min(parts.lead.start, start + HEAD)] if parts.lead else ""
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
        head=head,
        first=first_sentence(content[parts.lead.start : parts.lead.end]) if parts.lead else "",
        byline=byline_of(head),
        dialogue=dialogue(content, start, end, shapes[:MOST_SHAPES]),
    )
    for kind, test in NAMED:
        why = test(face)
        if why:
            return kind, why
    if said and said.score >= SURE and said.label not in BUILT:
        return next(kind for kind in KINDS if kind == said.label), "the model takes it for one by its first lines"
    for kind, test in BY_VOICE:
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


def _transcript(face: Face) -> str:
    spoken = face.dialogue
    if spoken.begins and say.WITH_PRESS.search(face.title):
        return "its title names a meeting with the press, and a speaker's label begins it"
    if not spoken.is_turns and not spoken.is_exchange:
        return ""
    if len(spoken.voices) < 2 and not spoken.asks:
        return ""  # one person's remarks under his label
    if say.SPEECH_TITLE.search(face.title) and not spoken.asks and not say.BRIEFING.search(face.title):
        return ""  # somebody introduces the speaker
    if _is_interview(face) and not say.BRIEFING.search(face.title):
        return ""
    return f"{len(spoken.labels)} paragraphs begin with a speaker's label"


def _is_interview(face: Face) -> bool:
    """Whether the title or the first sentence says that one person answers an outlet's questions."""
    on_air = len(face.dialogue.voices) <= 1 and face.dialogue.asks and say.ON_AIR.search(face.title)
    return bool(on_air or say.INTERVIEW.search(face.title) or say.INTERVIEW.search(face.first))


def _interview(face: Face) -> str:
    spoken = face.dialogue
    asked = spoken.is_turns and spoken.questions >= 2
    if asked and (spoken.asks or _is_interview(face)):
        return f"{len(spoken.labels)} labelled turns with {spoken.questions} questions"
    if spoken.dashes >= TURNS and spoken.dashed_questions >= 2:
        return f"{spoken.dashes} turns by dashes with {spoken.dashed_questions} questions"
    return _words(say.INTERVIEW, "title", face, "its title calls it an interview") or _words(
        say.TOLD, "lead", face, "its first paragraph tells of an interview"
    )


def _op_ed(face: Face) -> str:
    return _words(say.OP_ED, "opening", face, "it names itself a column or article of an author")


def _joint(face: Face) -> str:
    return (
        _words(say.JOINT, "title", face, "several bodies speak together")
        or _words(say.JOINT, "head", face, "several bodies speak together")
        or _words(say.JOINT_BEGINS, "lead", face, "several bodies speak together")
        or _words(say.WE_TOGETHER, "opening", face, "several bodies speak together")
    )


def _communique(face: Face) -> str:
    if face.byline == "person":
        return ""  # bodies adopt declarations; a person speaks of one
    return _words(say.COMMUNIQUE, "opening", face, "it names itself a communiqué or declaration")


def _communique_named(face: Face) -> str:
    return _words(say.COMMUNIQUE_TITLE, "title", face, "its title names a communiqué")


def _message(face: Face) -> str:
    return _words(say.MESSAGE_TITLE, "title", face, "its title names a message") or _words(
        say.MESSAGE, "lead", face, "it greets or condoles on an occasion"
    )


def _appointment(face: Face) -> str:
    if say.STANCE.search(face.title):
        return ""  # a body welcomes what another did
    return _words(say.APPOINTMENT, "title", face, "its title names an appointment") or _words(
        say.APPOINTED, "first", face, "its first sentence appoints"
    )


def _travel(face: Face) -> str:
    return _words(say.TRAVEL_TITLE, "title", face, "its title names a journey") or _words(
        say.TRAVEL, "first", face, "its first sentence tells of a journey"
    )


def _call(face: Face) -> str:
    return _words(say.CALL_TITLE, "title", face, "its title names a call") or _words(
        say.CALL, "first", face, "its first sentence tells of a call"
    )


def _meeting(face: Face) -> str:
    return _words(say.MEETING_TITLE, "title", face, "its title names a meeting of two sides") or _words(
        say.MEETING, "first", face, "its first sentence tells who met whom"
    )


def _programme(face: Face) -> str:
    return _words(say.PROGRAMME, "title", face, "it is a schedule") or _words(
        say.PROGRAMME, "head", face, "it is a schedule"
    )


def _planned(face: Face) -> str:
    return _words(say.PLANNED_TITLE, "title", face, "its title says what is going to happen")


def _announcement(face: Face) -> str:
    if face.byline == "person":
        return ""  # what a person says under his office is a statement, plans in it or not
    return _words(say.ANNOUNCEMENT, "lead", face, "it says what is going to happen") or _words(
        say.ANNOUNCING, "first", face, "its first sentence announces"
    )


def _fact_sheet(face: Face) -> str:
    return _words(say.FACT_SHEET, "title", face, "its title names a fact sheet")


def _speech_named(face: Face) -> str:
    return _words(say.SPEECH_TITLE, "title", face, "its title names a speech") or _words(
        say.DELIVERY, "opening", face, "it has a delivery note"
    )


def _speech(face: Face) -> str:
    if face.first_person < FIRST_PERSON:
        return ""
    if face.byline:  # what an office hands out says "we" and "I" too
        return _words(say.SPOKEN, "opening", face, "it greets those who listen and speaks in the first person")
    if any(one.salute for one in face.shapes[:8]) or say.SPOKEN.search(face.opening):
        return "it opens with a form of address and speaks in the first person"
    if face.words >= LONG_SPEECH:
        return "it speaks in the first person at length"
    if face.first_person >= 2 * FIRST_PERSON and face.words >= 40:
        return "it speaks in the first person throughout"
    return ""


def _statement(face: Face) -> str:
    return (
        _words(say.STATEMENT, "title", face, "its title names a statement")
        or _words(say.ATTRIBUTABLE, "opening", face, "it says to whom it is attributable")
        or _words(say.STATEMENT_BEGINS, "lead", face, "its first paragraph names a statement")
        or ("a person signs it with an office, and speaks for it" if face.byline == "person" else "")
        or _words(say.STANCE, "lead", face, "an office takes a stand in its first paragraph")
        or ("it speaks for an office in the first person" if face.first_person >= FIRST_PERSON else "")
    )


def _handed_out(face: Face) -> str:
    return "an office hands it out under its name" if face.byline == "office" else ""


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


# In order: what an item calls itself, then how it is built, then what its first paragraph tells.
NAMED: tuple[tuple[Kind, Test], ...] = (
    ("filler", _filler),
    ("listing", _listing),
    ("op_ed", _op_ed),
    ("fact_sheet", _fact_sheet),
    ("transcript", _transcript),
    ("interview", _interview),
    ("communique", _communique_named),
    ("joint_statement", _joint),
    ("communique", _communique),
    ("programme", _programme),
    ("readout_call", _call),
    ("appointment", _appointment),
    ("travel_note", _travel),
    ("readout_meeting", _meeting),
    ("message", _message),
    ("announcement", _planned),
    ("speech", _speech_named),
    ("announcement", _announcement),
)
# Then its voice.
BY_VOICE: tuple[tuple[Kind, Test], ...] = (
    ("speech", _speech),
    ("statement", _statement),
    ("report", _report),
    ("announcement", _handed_out),
    ("news", _news),
)
