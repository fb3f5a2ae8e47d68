"""Turns of transcripts and interviews."""

from __future__ import annotations

import pytest

from onrecord.finders import turns
from onrecord.types import Attribution, Kind, Reading
from tests.support import reading

BRIEFING = """Press briefing
Good afternoon. We have two topics today.
MR PRICE: The ferry is late.
QUESTION: Will you act?
MR PRICE: We will: soon.
And then again."""


def told(read: Reading) -> list[tuple[str | None, str]]:
    words = read.document.page.words
    return [
        (words(one.source) if one.source else None, " / ".join(map(words, one.content))) for one in turns.find(read)
    ]


def test_labels_with_a_colon_begin_turns_and_a_turn_runs_to_the_next_label() -> None:
    assert told(reading(BRIEFING, "transcript", title=True))[1:] == [
        ("MR PRICE", "The ferry is late."),
        ("QUESTION", "Will you act?"),
        ("MR PRICE", "We will: soon.\nAnd then again."),
    ]


def test_an_unlabelled_opening_belongs_to_nobody() -> None:
    found: list[Attribution] = list(turns.find(reading(BRIEFING, "transcript", title=True)))
    assert found[0].source is None
    assert found[0].mode == "turn"
    assert "nobody is named" in found[0].made_by.why


def test_the_introduction_of_an_interview_is_no_turn() -> None:
    read = reading("Our paper met Mira Halloran.\nQ: Will it hold?\nA: It will.\nQ: When?\nA: Soon.", "interview")
    assert told(read) == [("Q", "Will it hold?"), ("A", "It will."), ("Q", "When?"), ("A", "Soon.")]


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        ("Вопрос: Будет ли мост?\nМ.Галлоран: Будет.", "ru", ["Вопрос", "М.Галлоран"]),
        (
            "Mira Halloran (Minister): Yes.\nPort Gazette: Why?\nMira Halloran (Minister): No.",
            "en",
            ["Mira Halloran (Minister)", "Port Gazette", "Mira Halloran (Minister)"],
        ),
        (
            "Minister Mira Halloran: Yes.\nReporter: When?\nMira Halloran: Soon.",
            "en",
            ["Minister Mira Halloran", "Reporter", "Mira Halloran"],
        ),
        ("Question : Quand ?\nMira Halloran : Bientôt.", "fr", ["Question", "Mira Halloran"]),
    ],
)
def test_labels_of_many_shapes_are_read(text: str, language: str, labels: list[str]) -> None:
    assert [label for label, _ in told(reading(text, "transcript", language=language))] == labels


def test_a_name_alone_on_its_line_is_a_label_when_it_returns() -> None:
    text = "Mira HALLORAN\nThe bridge opens.\nIvo LUND\nAt last.\nMira HALLORAN\nThank you."
    assert told(reading(text, "transcript")) == [
        ("Mira HALLORAN", "The bridge opens."),
        ("Ivo LUND", "At last."),
        ("Mira HALLORAN", "Thank you."),
    ]


def test_blocks_of_kind_speaker_are_labels() -> None:
    text = "The Chair\nI open the meeting.\nIvo Lund\nThank you.\nThe Chair\nThank you all."
    read = reading(text, "transcript", speakers=("The Chair", "Ivo Lund"))
    assert [label for label, _ in told(read)] == ["The Chair", "Ivo Lund", "The Chair"]


def test_dashes_on_both_sides_alternate_between_questions_and_answers() -> None:
    read = reading("- Will the bridge open?\n- It will.\n- When will it open?\n- Soon.", "interview")
    found = list(turns.find(read))
    assert [one.source for one in found] == [None] * 4
    assert [one.made_by.why for one in found] == ["a question between dashes", "an answer between dashes"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Note: bring a pass.\nTime: 10:30\nVenue: Port Hall\nContact: Ada Bell\nNote: no cameras.",
        "- We remember the flood.\nIt was long ago.",
        "- The harbour.\n- The bridge.\n- The ferry.\n- The wall.",
        "Ada Bell: We shall build.\nThe rest is a story.",
        "The agenda: bridges.\nThe agenda: harbours.",
        "10:30 Opening\n11:00 Coffee\n12:00 Lunch",
    ],
)
def test_forms_lists_and_programmes_have_no_turns(text: str) -> None:
    assert told(reading(text, "announcement")) == []


def test_a_programme_has_no_turns_whatever_it_looks_like() -> None:
    assert told(reading(BRIEFING, "programme")) == []


def test_a_paragraph_that_is_not_mapped_is_cut_out_of_the_turn() -> None:
    text = "QUESTION: Will you act?\nMR LUND: We will.\nLost words.\nAnd soon.\nQUESTION: Thank you."
    assert told(reading(text, "transcript", unmapped=("Lost words.",)))[1] == ("MR LUND", "We will. / And soon.")


def test_an_outlet_that_asks_once_has_a_turn_of_its_own():
    text = "Ada Bell: Good day.\nBeacon: Will it run?\nAda Bell: It will.\nLantern: When?\nAda Bell: Soon."
    read = reading(text, "transcript")
    sources = [read.document.page.words(turn.source) for turn in turns.find(read) if turn.source]
    assert sources == ["Ada Bell", "Beacon", "Ada Bell", "Lantern", "Ada Bell"]


@pytest.mark.parametrize("kind", ["transcript", "speech"])
def test_one_voice_with_its_title_in_capitals_speaks_a_turn(kind: Kind) -> None:
    text = "The bridge\nMINISTER HALLORAN: I am glad to be here. We opened the bridge.\nIt holds."
    (turn,) = turns.find(reading(text, kind, title=True))
    assert turn.source is not None
    assert text[turn.source.start : turn.source.end] == "MINISTER HALLORAN"
    assert text[turn.content[0].start : turn.content[-1].end].endswith("It holds.")


@pytest.mark.parametrize("line", ["PORT LINDEN: The bridge holds.", "Minister Halloran: The bridge holds."])
def test_a_place_and_a_label_in_small_letters_are_no_voice_of_their_own(line: str) -> None:
    assert list(turns.find(reading(f"The bridge\n{line}", "speech", title=True))) == []


def test_voices_in_capitals_that_speak_once_each_have_turns() -> None:
    text = (
        "Opening of the bridge\nMR LUND: Good morning. I give the word to the minister.\n"
        "TRANSPORT MINISTER HALLORAN: Thank you. The bridge holds.\nSTAFF: Thank you all."
    )
    assert [label for label, _ in told(reading(text, "speech", title=True))] == [
        *("MR LUND", "TRANSPORT MINISTER HALLORAN", "STAFF"),
    ]


def test_what_a_stenographer_notes_is_no_word_of_a_turn() -> None:
    text = (
        "Press briefing\nMR PRICE: (Via interpreter) The ferry is late. (Laughter.)\n"
        "QUESTION: Will it come (today)?\nMR PRICE: (Applause.)"
    )
    assert told(reading(text, "transcript", title=True)) == [
        ("MR PRICE", "The ferry is late."),
        ("QUESTION", "Will it come (today)?"),
        ("MR PRICE", "(Applause.)"),
    ]
