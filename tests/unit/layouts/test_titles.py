"""Title, lead and body of an item."""

from __future__ import annotations

from onrecord.layouts.page import divide
from onrecord.types import SiteSlice
from tests.support import page


def parts_of(text):
    document = page(text)
    (item,) = divide(document, SiteSlice())
    return [document.page.words(part) if part else None for part in (item.title, item.lead, item.body)]


def test_a_paragraph_alone_is_a_lead_without_title_and_body():
    text = "The ministry ordered forty low-floor trams for Port Linden on Monday."
    assert parts_of(text) == [None, text, None]


def test_a_line_without_a_full_stop_before_its_text_is_the_title():
    title, lead, body = parts_of("Forty trams ordered\n\nThe ministry ordered forty trams.\n\nThey are low.")
    assert (title, lead, body) == ("Forty trams ordered", "The ministry ordered forty trams.", "They are low.")


def test_a_title_printed_twice_is_the_first_of_the_two():
    document = page(
        "Forty trams ordered\n4 May 2023\nForty trams ordered\nThe ministry ordered forty trams.\nThey are low."
    )
    (item,) = divide(document, SiteSlice())
    assert (item.title.start, item.title.end) == (0, 19)
    assert document.page.words(item.lead) == "The ministry ordered forty trams."


def test_a_letterhead_is_not_the_title():
    title, _, _ = parts_of(
        "COASTAL ASSEMBLY\n\nAssembly adopts common rules for ferries\n\n"
        "The Coastal Assembly adopted common rules for the ferries on Monday.\n\nThey take effect in May."
    )
    assert title == "Assembly adopts common rules for ferries"


def test_a_section_heading_is_in_the_body_and_the_body_begins_after_the_first_one():
    body = (
        "The trams cost ninety million, and the ministry pays for all forty trams from the harbour dues.",
        "The makers",
        "The forty trams of the ministry are made in Tarn, where the makers have built trams for a century.",
    )
    lead = "The ministry of transport ordered forty low-floor trams on Monday, the minister said."
    parts = parts_of("\n\n".join(["Forty trams ordered", lead, "The price", *body]))
    assert parts == ["Forty trams ordered", lead, "\n\n".join(body)]
