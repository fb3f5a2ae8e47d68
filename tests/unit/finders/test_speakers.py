"""Who speaks in an item as a whole, who issues it and where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.finders import speakers, turns
from onrecord.types import Attribution, Kind, Party, Reading, Text
from tests.support import reading

BODY = "I am glad to be here. We opened the bridge on Friday, and it holds.\nThank you all."


def parties(read: Reading, role: str = "speaker") -> list[Party]:
    read = read.plus(turns.find(read))
    return [found for found in speakers.find(read) if isinstance(found, Party) and found.role == role]


def whole(read: Reading) -> list[Attribution]:
    return [found for found in speakers.find(read) if isinstance(found, Attribution)]


@pytest.mark.parametrize(
    ("text", "kind", "name", "office"),
    [
        (
            "Opening of the bridge\nSpeech by Transport Minister Mira Halloran\n" + BODY,
            "speech",
            "Mira Halloran",
            "Transport Minister",
        ),
        (
            "Opening of the bridge\nRemarks by Ivo Lund, as delivered by Deputy Minister Ada Bell\n" + BODY,
            "speech",
            "Ada Bell",
            "Deputy Minister",
        ),
        (
            "The bridge\nThe below is attributable to Spokesperson Ada Bell:\n" + BODY,
            "statement",
            "Ada Bell",
            "Spokesperson",
        ),
        (
            "Why we build\nBy Mira Halloran, Minister of Transport\n" + BODY,
            "op_ed",
            "Mira Halloran",
            "Minister of Transport",
        ),
        (
            "Why we build\nMinister of Transport Mira Halloran argues in a column for the Port Gazette that it holds.\n"
            + BODY,
            "op_ed",
            "Mira Halloran",
            "Minister of Transport",
        ),
        (
            "The bridge\nMira Halloran, the Ostrand Council Secretary General, told the Port Gazette why.",
            "interview",
            "Mira Halloran",
            "Ostrand Council Secretary General",
        ),
        (
            "Interview with Ivo Lund, Mayor of Ostrand\nQ: Will it hold?\nA: It will.\nQ: When?\nA: Soon.",
            "interview",
            "Ivo Lund",
            "Mayor of Ostrand",
        ),
        ("Mira Halloran: “We shall build”\n" + BODY, "speech", "Mira Halloran", None),
        (
            "To the people of Ostrand\n" + BODY + "\nMira Halloran, Minister of Transport",
            "message",
            "Mira Halloran",
            "Minister of Transport",
        ),
    ],
)
def test_a_named_speaker_is_stated_with_the_words_that_name_it(
    text: str, kind: Kind, name: str, office: str | None
) -> None:
    read = reading(text, kind, title=True)
    (found,) = parties(read)
    assert (found.name, found.office, found.basis) == (name, office, "stated")
    assert found.why
    assert all(name in read.document.page.words(span) for span in found.spans)


@pytest.mark.parametrize(
    "text",
    [
        "I thank the President of Ostrand Ada Bell for the invitation.\nI am convinced that it holds.",
        "Dear President Bell!\nDear Mayor Lund!\n" + BODY,
        "As Minister Mira Halloran said, the bridge holds.\n" + BODY,
        "I met Mira Halloran, minister of transport, in spring.\n" + BODY,
    ],
)
def test_the_greeted_the_thanked_and_the_quoted_are_not_speakers(text: str) -> None:
    (found,) = parties(reading(text, "speech"))
    assert (found.name, found.basis) == (None, "unknown")
    assert "greeted" in found.why


def test_an_office_alone_leaves_the_person_unknown_and_keeps_the_office() -> None:
    (found,) = parties(reading("The bridge\nStatement by the Spokesperson\n" + BODY, "statement", title=True))
    assert (found.name, found.office, found.basis) == (None, "Spokesperson", "unknown")


def test_a_group_speaks_as_a_group() -> None:
    read = reading("We, the Foreign Ministers of Ostrand and Port Linden, met today.\nWe agree.", "joint_statement")
    (found,) = parties(read)
    assert (found.name, found.basis) == (None, "unknown")
    (issued,) = parties(read, "issuer")
    assert issued.name == "the Foreign Ministers of Ostrand and Port Linden"
    (body,) = whole(read)
    assert body.source == issued.spans[0]


def test_labels_name_the_speakers_of_a_transcript_and_questioners_are_left_out() -> None:
    text = "MR LUND: The ferry is late.\nQUESTION: Will you act?\nMR LUND: We will.\nDr. Ada Bell: And soon."
    assert [found.name for found in parties(reading(text, "transcript"))] == ["LUND", "Ada Bell"]


def test_the_whole_item_begins_behind_title_and_delivery_line() -> None:
    read = reading("The bridge\nSpeech by Minister Mira Halloran\n" + BODY, "speech", title=True)
    (body,) = whole(read)
    assert body.mode == "whole_item"
    assert [read.document.page.words(span) for span in body.content] == [BODY]
    assert body.source is not None
    assert read.document.page.words(body.source) == "Mira Halloran"


def test_a_series_before_the_titles_colon_is_no_speaker() -> None:
    (found,) = parties(reading("Business Focus: Why bridges win\n" + BODY, "speech", title=True))
    assert found.name is None


def test_a_place_and_a_day_in_the_delivery_line_are_not_the_source() -> None:
    line = "Speech by the minister of transport, Mira Halloran, Sand Point, 18 January 2025. Check against delivery"
    read = reading("The bridge\n" + line + "\n" + BODY, "speech", title=True)
    (body,) = whole(read)
    assert body.source is not None
    assert read.document.page.words(body.source) == "Mira Halloran"


def test_news_has_neither_speaker_nor_whole_item() -> None:
    read = reading("Speech by Minister Mira Halloran\n" + BODY, "news")
    assert parties(read) == []
    assert whole(read) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "On 25 July 2024, staff of the Ostrand Secretariat met with graduates.",
            "readout_meeting",
            "Ostrand Secretariat",
        ),
        ("The Ministry of Transport welcomes the opening.", "statement", "Ministry of Transport"),
        ("Министерство Транспорта приветствует открытие моста.", "statement", "Министерство Транспорта"),
    ],
)
def test_a_body_that_begins_the_text_issues_it(text: str, kind: Kind, name: str) -> None:
    (found,) = parties(reading(text, kind, language="ru" if text[0] == "М" else "en"), "issuer")
    assert (found.name, found.basis) == (name, "stated")


def test_the_person_one_meets_is_not_the_issuer() -> None:
    assert parties(reading("The minister met with the Council of Ostrand.", "readout_meeting"), "issuer") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("GENEVA, 5 March – The bridge is open.", "GENEVA"),
        ("PORT ELLIS, September 30. /OST/ The bridge is open.", "PORT ELLIS"),
        ("The ministers met in Port Ellis on 5 March 2024.", "Port Ellis"),
        ("The visitors are in Port Ellis at the invitation of the mayor.", None),
        ("The bridge opened in March 2024.", None),
        ("NATO and the harbour office met.", None),
    ],
)
def test_a_place_is_taken_from_a_dateline_or_beside_a_day(text: str, place: str | None) -> None:
    read = reading(text)
    assert [found.name for found in parties(read, "place")] == ([place] if place else [])


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("meta author: Mira Halloran", "Mira Halloran"),
        ("json-ld NewsArticle.author: Mira Halloran", "Mira Halloran"),
        ("meta author: Press Office", None),
        ("meta author: admin", None),
        ("meta author: Mira Halloran\nmeta author: Ivo Lund", None),
        ("title: Mira Halloran", None),
    ],
)
def test_a_column_takes_its_author_from_what_the_page_declares(declared: str, name: str | None) -> None:
    read = reading("Why we build\n" + BODY, "op_ed", title=True)
    read = replace(read, document=replace(read.document, declared=Text.of(declared)))
    (found,) = parties(read)
    assert found.name == name
    assert found.how == ("declared" if name else None)


BYLINED = "The Night Ferry\n{}\nThe harbours were closed at night. Today we open the first line for all of them."


def headed(lines: str, kind: Kind) -> Reading:
    """The reading of a text with `lines` between its title and its lead."""
    read = reading(BYLINED.format(lines), kind, title=True)
    spans = [block.span for block in read.document.blocks]
    return replace(read, item=replace(read.item, lead=spans[-1], body=None))


def test_a_line_under_the_title_names_the_speaker_with_the_office() -> None:
    (found,) = parties(headed("Mira J. Halloran, Deputy Minister of Transport", "statement"))
    assert (found.name, found.office) == ("Mira J. Halloran", "Deputy Minister of Transport")


def test_several_lines_under_the_title_name_several_speakers() -> None:
    read = headed(
        "Mira Halloran, Minister of Transport\nTarnish Foreign Minister Teodor Lauk\nOstrand, Veldria", "speech"
    )
    assert [(found.name, found.office) for found in parties(read)] == [
        ("Mira Halloran", "Minister of Transport"),
        ("Teodor Lauk", "Tarnish Foreign Minister"),
    ]
    (place,) = parties(read, "place")
    assert place.name == "Ostrand, Veldria"


@pytest.mark.parametrize(
    "line",
    [
        "Ida Morell, President of the General Assembly,",
        "Your Excellency Ida Morell, President of the General Assembly",
        "H.E. Mr. Teodor Lauk, Secretary General of the Coastal Assembly",
        "Excellencies, Distinguished Delegates\nIda Morell, President of Tarn",
        "Dean Thomas Lund Auditorium",
    ],
)
def test_those_who_are_addressed_in_the_first_lines_of_a_speech_do_not_speak(line: str) -> None:
    (found,) = parties(headed(line, "speech"))
    assert found.basis == "unknown"


def test_an_office_under_the_title_issues_and_a_readout_speaks_through_whom_it_is_attributable_to() -> None:
    lines = "Office of the Spokesperson\nThe below is attributable to Spokesperson Ada Bell:"
    read = headed(lines, "readout_meeting")
    (found,) = parties(read)
    assert (found.name, found.office) == ("Ada Bell", "Spokesperson")
    (issued,) = parties(read, "issuer")
    assert issued.name == "Office of the Spokesperson"


def test_those_who_met_do_not_speak_in_a_readout() -> None:
    text = "Halloran’s Meeting with Lauk\nMinister Mira Halloran met today with Teodor Lauk in Port Ellis."
    read = reading(text, "readout_meeting", title=True)
    (found,) = parties(read)
    assert (found.name, found.basis) == (None, "unknown")
    (place,) = parties(read, "place")
    assert place.name == "Port Ellis"


def test_a_city_that_is_a_topic_of_a_meeting_is_not_its_place() -> None:
    text = "The meeting\nMinister Mira Halloran met today with Teodor Lauk to discuss the strike in Port Ellis."
    assert parties(reading(text, "readout_meeting", title=True), "place") == []


def test_a_label_and_a_byline_are_one_person() -> None:
    turns_ = "MINISTER HALLORAN: We open it.\nMR LUND: Will you?\nMINISTER HALLORAN: Yes."
    lines = f"Mira Halloran, Minister of Transport\n{turns_}"
    read = headed(lines, "transcript")
    assert [(found.name, found.office) for found in parties(read)] == [
        ("Mira Halloran", "Minister of Transport"),
    ]


@pytest.mark.parametrize(
    ("title", "name", "office"),
    [
        ("Mira Halloran’s speech at the Harbour Conference", "Mira Halloran", None),
        ("Transport Minister Mira Halloran at the Harbour Conference", "Mira Halloran", "Transport Minister"),
        ("Transport Minister speech to the pilots", None, None),
        ("The nation’s message", None, None),
    ],
)
def test_a_title_names_whose_words_these_are(title: str, name: str | None, office: str | None) -> None:
    (found,) = parties(reading(f"{title}\n{BODY}", "speech", title=True))
    assert (found.name, found.office) == (name, office)


def test_who_is_told_of_under_the_title_of_a_story_does_not_speak() -> None:
    assert parties(headed("Mira Halloran, Minister of Transport", "news")) == []


def test_a_labelled_line_names_issuer_speaker_and_place() -> None:
    lines = "From: Department of Health and Night Care and The Rt Hon Mira Halloran MP\nLocation: Harbour Hall, Ostrand"
    read = headed(lines, "speech")
    assert [found.name for found in parties(read)] == ["Mira Halloran"]
    assert [found.name for found in parties(read, "issuer")] == ["Department of Health and Night Care"]
    assert [found.name for found in parties(read, "place")] == ["Harbour Hall, Ostrand"]


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Assembly, General Debate, 9 May 2024",
        "AFFAIRS OF VELDRIA, AT THE GENERAL DEBATE OF THE ASSEMBLY",
        "Great Hall, at the Conference of Ministers",
    ],
)
def test_a_venue_and_the_rest_of_a_broken_title_are_no_byline(line: str) -> None:
    assert [found.name for found in parties(headed(line, "speech"))] == [None]


@pytest.mark.parametrize("kind", ["announcement", "travel_note", "fact_sheet", "readout_call"])
def test_what_an_office_hands_out_is_its_own_words(kind: Kind) -> None:
    (body,) = whole(headed("Office of the Spokesperson", kind))
    assert body.source is not None
    assert body.mode == "whole_item"


def test_nobody_is_credited_with_an_announcement_that_names_no_office() -> None:
    assert whole(reading(f"The bridge\n{BODY}", "announcement", title=True)) == []


def test_a_text_that_an_office_passes_on_is_of_those_who_released_it() -> None:
    lines = (
        "Office of the Spokesperson\nThe text of the following statement was released by the Governments of Ostrand and"
        " Veldria on the occasion of the talks in Port Ellis.\nBegin text:"
    )
    read = reading(f"{BYLINED.format(lines)}\nEnd text.", "joint_statement", title=True)
    read = replace(read, item=replace(read.item, lead=read.document.blocks[-2].span, body=None))
    (one,) = whole(read)
    words = read.document.page.words
    assert one.source and words(one.source) == "the Governments of Ostrand and Veldria"
    assert one.cue and words(one.cue) == "The text of the following statement was released by"
    assert [words(part) for part in one.content] == [BYLINED.format(lines).rsplit("\n", 1)[-1]]
    assert [party.name for party in parties(read, "issuer")] == ["Office of the Spokesperson"]


@pytest.mark.parametrize("kind", ["news", "report", "appointment"])
def test_whatever_its_kind_what_an_office_hands_out_is_its_word(kind: Kind) -> None:
    read = headed("Office of the Spokesperson", kind)
    (one,) = whole(read)
    assert one.source and read.document.page.words(one.source) == "Office of the Spokesperson"
