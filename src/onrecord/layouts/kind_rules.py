"""Kinds by name: rules for what an item calls itself, how it is built, and what its first paragraph tells.

The words that they ask for are in `kind_words.py`; the rules by voice, asked after these, are in `kinds.py`.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.layouts import kind_words as say
from onrecord.layouts.faces import Face, Test, in_words
from onrecord.types import Kind

# Turns by dashes that make a dialogue; two could be a quotation set as a list.
TURNS = 3
# Units of title and text that make a listing.
UNITS = 4
# Words of a paragraph that runs; and the part of them all in one stretch, no day between, above which a page has a
# story of its own: its days are those of related pages, of comments, of a table. In a listing each unit has its own.
RUNNING_WORDS, STORY_SHARE = 12, 0.5


def _filler(face: Face) -> str:
    return in_words(say.FILLER, "opening", face, "it apologises for having no text")


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
    return in_words(say.INTERVIEW, "title", face, "its title calls it an interview") or in_words(
        say.TOLD, "lead", face, "its first paragraph tells of an interview"
    )


def _op_ed(face: Face) -> str:
    return in_words(say.OP_ED, "opening", face, "it names itself a column or article of an author")


def _joint(face: Face) -> str:
    return (
        in_words(say.JOINT, "title", face, "several bodies speak together")
        or in_words(say.JOINT, "head", face, "several bodies speak together")
        or in_words(say.JOINT_BEGINS, "lead", face, "several bodies speak together")
        or in_words(say.WE_TOGETHER, "opening", face, "several bodies speak together")
    )


def _communique(face: Face) -> str:
    if face.byline == "person":
        return ""  # bodies adopt declarations; a person speaks of one
    return in_words(say.COMMUNIQUE, "opening", face, "it names itself a communiqué or declaration")


def _communique_named(face: Face) -> str:
    return in_words(say.COMMUNIQUE_TITLE, "title", face, "its title names a communiqué")


def _message(face: Face) -> str:
    return in_words(say.MESSAGE_TITLE, "title", face, "its title names a message") or in_words(
        say.MESSAGE, "lead", face, "it greets or condoles on an occasion"
    )


def _appointment(face: Face) -> str:
    if say.STANCE.search(face.title):
        return ""  # a body welcomes what another did
    return in_words(say.APPOINTMENT, "title", face, "its title names an appointment") or in_words(
        say.APPOINTED, "first", face, "its first sentence appoints"
    )


def _travel(face: Face) -> str:
    return in_words(say.TRAVEL_TITLE, "title", face, "its title names a journey") or in_words(
        say.TRAVEL, "first", face, "its first sentence tells of a journey"
    )


def _call(face: Face) -> str:
    return in_words(say.CALL_TITLE, "title", face, "its title names a call") or in_words(
        say.CALL, "first", face, "its first sentence tells of a call"
    )


def _meeting(face: Face) -> str:
    return in_words(say.MEETING_TITLE, "title", face, "its title names a meeting of two sides") or in_words(
        say.MEETING, "first", face, "its first sentence tells who met whom"
    )


def _programme(face: Face) -> str:
    return in_words(say.PROGRAMME, "title", face, "it is a schedule") or in_words(
        say.PROGRAMME, "head", face, "it is a schedule"
    )


def _planned(face: Face) -> str:
    return in_words(say.PLANNED_TITLE, "title", face, "its title says what is going to happen")


def _announcement(face: Face) -> str:
    if face.byline == "person":
        return ""  # what a person says under his office is a statement, plans in it or not
    return in_words(say.ANNOUNCEMENT, "lead", face, "it says what is going to happen") or in_words(
        say.ANNOUNCING, "first", face, "its first sentence announces"
    )


def _fact_sheet(face: Face) -> str:
    return in_words(say.FACT_SHEET, "title", face, "its title names a fact sheet")


def _speech_named(face: Face) -> str:
    return in_words(say.SPEECH_TITLE, "title", face, "its title names a speech") or in_words(
        say.DELIVERY, "opening", face, "it has a delivery note"
    )


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
