"""Statements: whose words, said when, inside which others."""

from __future__ import annotations

import pytest

from onrecord.finders import mentions, quotes, speakers, turns
from onrecord.resolve.statements import statements
from onrecord.types import Dating, Kind, Reading, Statement, When
from tests.support import reading


def read_all(text: str, kind: Kind = "news", days: tuple[Dating, ...] = ()) -> Reading:
    read = reading(text, kind).plus(days)
    for finder in (turns.find, quotes.find, speakers.find, mentions.find):
        read = read.plus(finder(read))
    return read


def made(text: str, kind: Kind = "news", days: tuple[Dating, ...] = ()) -> tuple[Statement, ...]:
    return statements(read_all(text, kind, days))


@pytest.mark.parametrize(
    ("source", "name", "office", "body", "basis"),
    [
        ("Mira Halloran, minister of transport,", "Mira Halloran", "minister of transport", None, "stated"),
        ("Halloran", "Halloran", None, None, "stated"),
        ("Harbourwatch researcher Ada Bell", "Ada Bell", None, None, "stated"),
        ("Ada Bell of Port Ellis", "Ada Bell", None, None, "stated"),
        ("Ostrand Council Secretary Ivo Lund", "Ivo Lund", "Ostrand Council Secretary", "Ostrand Council", "stated"),
        ("the Ministry of Transport", "Ministry of Transport", None, "Ministry of Transport", "stated"),
        ("the minister", None, "minister", None, "unknown"),
        ("she", None, None, None, "unknown"),
        ("a man with a hat", None, None, None, "unknown"),
    ],
)
def test_the_speaker_is_as_the_source_states_it(
    source: str, name: str | None, office: str | None, body: str | None, basis: str
) -> None:
    (one,) = made(f"“It holds,” {source} said.")
    assert (one.speaker.name, one.speaker.office, one.speaker.body, one.speaker.basis) == (name, office, body, basis)
    assert one.speaker.why


def test_a_pronoun_is_not_resolved_and_says_so() -> None:
    (one,) = made("Mira Halloran came. “It holds,” she said.")
    assert one.speaker.why == "the source is a pronoun (she)"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“It holds,” Halloran said on 5 March 2024.", "2024-03-05"),
        ("On 5 March 2024, Halloran told us: “It holds.”", "2024-03-05"),
        ("“It opens on 5 March 2024,” Halloran said.", None),
        ("“It holds,” Halloran said of the bridge that was opened with great pomp on 5 March 2024.", None),
        ("“It holds,” Halloran said on 5 March.", None),
        ("“It holds,” Halloran said. The bridge opened on 5 March 2024.", None),
    ],
)
def test_a_quotation_was_said_on_the_day_that_its_own_sentence_states(text: str, day: str | None) -> None:
    read = read_all(text)
    (one,) = statements(read)
    assert one.said.edtf == day
    if one.said.span:
        assert read.document.page.words(one.said.span) == "5 March 2024"
    else:
        assert one.said.basis == "unknown"
        assert one.said.why


def test_turns_were_said_on_the_items_day_and_quotations_in_them_were_not() -> None:
    text = "QUESTION: Will it hold?\nMR LUND: It will. “It holds,” the engineer said.\nQUESTION: Thank you."
    spoken = Dating("spoken", When("2024-03-05", "stated", "text"))
    published = Dating("published", When("2024-03-06", "stated", "declared"))
    found = made(text, "transcript", (spoken, published))
    assert [one.said.edtf for one in found] == ["2024-03-05", "2024-03-05", None, "2024-03-05"]
    assert {one.reported.edtf for one in found} == {"2024-03-06"}
    assert [one.speaker.name for one in found] == [None, "LUND", None, None]
    assert found[2].inside == found[1].id


def test_a_question_has_an_unknown_questioner() -> None:
    first = made("QUESTION: Will it hold?\nMR LUND: It will.", "transcript")[0]
    assert (first.speaker.name, first.speaker.basis) == (None, "unknown")
    assert "QUESTION" in first.speaker.why


def test_the_whole_item_is_its_speakers_and_holds_the_quotations_in_it() -> None:
    text = "Speech by Minister Mira Halloran\nWe opened the bridge. “It holds,” the engineer said.\nThank you."
    outer, inner = made(text, "speech")
    assert (outer.attribution.mode, outer.speaker.name) == ("whole_item", "Mira Halloran")
    assert (inner.attribution.mode, inner.inside) == ("direct", outer.id)


def test_answers_between_dashes_are_the_only_named_persons() -> None:
    text = "Interview with Mayor Ivo Lund.\n- Will it hold?\n- It will.\n- When?\n- Soon."
    assert [one.speaker.name for one in made(text, "interview")] == [None, "Ivo Lund", None, "Ivo Lund"]


def test_statements_are_in_text_order_with_ids_of_their_own() -> None:
    found = made("“A holds,” Bell said. “B holds,” Lund said.\n“C holds,” Bell said.")
    starts = [one.attribution.content[0].start for one in found]
    assert starts == sorted(starts)
    assert len({one.id for one in found}) == len(found) == 3
    assert all(one.polarity is None and one.modality is None for one in found)


def test_the_opening_of_a_briefing_is_inferred_to_be_the_only_named_speakers():
    text = "Good day. I have one announcement.\nADA BELL: Ask.\nQUESTION: Will it run?\nADA BELL: It will."
    opening = made(text, "transcript")[0].speaker
    assert (opening.name, opening.basis, opening.spans) == ("ADA BELL", "inferred", ())
    assert opening.from_


def test_the_opening_of_a_briefing_with_two_speakers_is_nobodys():
    text = (
        "Good day. I have one announcement.\nADA BELL: Ask.\nQUESTION: Will it run?\nIVO LUND: It will.\nADA BELL: Yes."
    )
    assert made(text, "transcript")[0].speaker.basis == "unknown"
