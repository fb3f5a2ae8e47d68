"""Which pages with marks of their own are one story, which are lists, and where the story begins and ends."""

from __future__ import annotations

from dataclasses import replace

from onrecord.layouts.page import divide
from onrecord.types import Block, SiteSlice
from tests.support import page

PARAGRAPHS = (
    "The harbour line opens on Sunday, the minister of transport, Mira Halloran, told the council of Port Linden.",
    "Nine stations have been built since the council voted for the line, and two of them lie below the harbour itself.",
    "The first train leaves at six in the morning, and the ministry asks passengers to buy tickets before they board.",
    "Trams of the old line go on running for a year, said the director of the railway, and then the track is taken up.",
)


def marked(*lines):
    """A document as the HTML reader makes it: "=" marks a heading, "+" main text, "@" a link from end to end."""
    plain = [line.lstrip("=+@") for line in lines]
    document = page("\n\n".join(plain))
    blocks = []
    for block, line, words in zip(document.blocks, lines, plain, strict=True):
        marks = line[: len(line) - len(words)]
        kind = "title" if "=" in marks else "paragraph"
        blocks.append(Block(block.span, kind, None, "+" in marks, len(words) if "@" in marks else 0))
    return replace(document, reader="html/1", blocks=tuple(blocks))


def main_of(document):
    return next((item for item in divide(document, SiteSlice()) if item.is_main), None)


def test_an_article_with_dated_links_between_its_paragraphs_is_no_listing():
    document = marked(
        "+=The harbour line opens",
        "+" + PARAGRAPHS[0],
        "+" + PARAGRAPHS[1],
        *(line for day in range(1, 6) for line in (f"=@Tram {day} of Ostrand is late", f"{day} May 2023")),
        *("+" + words for words in PARAGRAPHS[2:]),
        "+" + PARAGRAPHS[0],
    )
    assert main_of(document).kind != "listing"


def test_an_article_with_dated_comments_below_is_no_listing():
    comments = [line for day in range(1, 7) for line in (f"Reader {day} / {day}.05.2023", PARAGRAPHS[1])]
    document = marked("+=The harbour line opens", *("+" + words for words in PARAGRAPHS), *comments, "+Mira Halloran")
    assert main_of(document).kind != "listing"


def test_results_in_numbers_are_no_days_of_a_listing():
    scores = [
        line for n in range(1, 7) for line in (f"+Ostrand {n} 11 6 15", "+Linden scored 20 goals. Tarn scored 3.")
    ]
    document = marked("+=Round of the harbour schools", *scores)
    assert main_of(document).kind != "listing"


def test_a_list_of_headings_with_day_and_summary_is_a_listing_without_a_main_item():
    units = [
        line
        for n in range(5)
        for line in (f"+=@Line {n} of the railway opens", f"+{n + 1} May 2023", "+" + PARAGRAPHS[n % 4])
    ]
    document = marked("+=News", *units)
    assert [item.kind for item in divide(document, SiteSlice())] == ["listing"]
    assert main_of(document) is None


def test_a_list_whose_headings_are_no_links_is_a_listing_too():
    units = [line for n in range(5) for line in (f"+=Line {n} opens", f"+{n + 1} May 2023", "+" + PARAGRAPHS[n % 4])]
    assert main_of(marked("+=News", *units)) is None


def test_the_story_begins_at_the_heading_above_its_text_not_in_the_menu_of_the_news():
    document = marked(
        "+=@The harbour line opens",
        "30 May 2023",
        "=@Tram 5 of Ostrand is late",
        "29 May 2023",
        "=The harbour line opens",
        "31 May 2023",
        *("+" + words for words in PARAGRAPHS),
    )
    main = main_of(document)
    assert document.page.words(main.span).startswith("The harbour line opens\n\n31 May")


def test_the_story_begins_at_its_heading_when_a_bar_repeats_the_title():
    document = marked(
        "+The harbour line opens", "Search", "@Home", "=The harbour line opens", *("+" + p for p in PARAGRAPHS)
    )
    assert document.page.words(main_of(document).span).startswith("The harbour line opens\n\nThe harbour line opens on")


def test_a_heading_that_a_player_repeats_does_not_hide_the_first_one():
    document = marked(
        "=The harbour line opens",
        "31 May 2023",
        "Listen",
        "+=The harbour line opens",
        "00:00",
        *("+" + words for words in PARAGRAPHS),
    )
    document = replace(document, declared=document.declared.of("meta og:title: The harbour line opens"))
    assert "31 May" in document.page.words(main_of(document).span)


def test_a_question_of_the_sign_in_box_is_no_title_of_an_article_that_has_its_own():
    document = marked(
        "=Would you like us to open the line for you?",
        "@Sign in",
        "+=The harbour line opens for you and for us",
        *("+" + words for words in PARAGRAPHS),
    )
    document = replace(
        document, declared=document.declared.of("meta og:title: The harbour line opens for you and for us")
    )
    assert document.page.words(main_of(document).title) == "The harbour line opens for you and for us"


def test_the_story_ends_before_teasers_that_are_marked_as_text():
    document = marked(
        "+=The harbour line opens",
        *("+" + words for words in PARAGRAPHS),
        "@Mira Halloran / 5 May 2023",
        "=@Night train returns",
        "+The railway of Tarn and the ministry agreed that the night train runs again from the summer on.",
        "@Mira Halloran / 4 May 2023",
        "=@Tram 5 is late",
        "+The council of Ostrand asks why the tram was late on every day of the week that the harbour was shut.",
    )
    assert document.page.words(main_of(document).span).endswith("track is taken up.")
